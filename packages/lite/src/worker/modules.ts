import { howToInstall } from "@tslinen/kernel/dist/packages";
import { resolvePath } from "@tslinen/kernel/dist/paths";
import type { ModuleLoader, Namespace } from "@tslinen/kernel/dist/platform";
import type { MemoryFiles } from "./files";

/** Imports by the browser's own means, which the bundler is not to see. */
const importByBrowser = (address: string): Promise<Namespace> =>
  import(/* webpackIgnore: true */ address) as Promise<Namespace>;

/** Loads modules in a browser: JSON files of the drive, and what has an address. */
export function browserModules(files: MemoryFiles): ModuleLoader {
  const parsed = new Map<string, { stamp: string; value: unknown }>();

  function readJson(path: string): unknown {
    const stamp = files.stamp(path);
    const known = parsed.get(path);
    if (known?.stamp === stamp) return known.value;
    const value = JSON.parse(files.read(path) ?? "") as unknown;
    parsed.set(path, { stamp, value });
    return value;
  }

  function resolve(specifier: string, folder: string): string {
    const path = resolvePath(folder, specifier);
    const found = [path, `${path}.json`].find((one) => files.exists(one));
    if (/^\.{0,2}\//.test(specifier) && found) return found;
    const advice = /^\.{0,2}\//.test(specifier)
      ? `There is no such file in JupyterLite's drive, below ${folder}`
      : howToInstall(specifier);
    throw Object.assign(new Error(`Cannot find module '${specifier}'. ${advice}`), {
      code: "MODULE_NOT_FOUND",
    });
  }

  return {
    isAsynchronous: (specifier) => /^(https?|data|blob):/.test(specifier),
    import: importByBrowser,
    require: (specifier, folder) => readJson(resolve(specifier, folder)),
    propertiesOfRequire: (folder) => ({ resolve: (specifier: string) => resolve(specifier, folder) }),
  };
}
