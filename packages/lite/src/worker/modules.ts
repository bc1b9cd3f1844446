import { howToInstall } from "@tslinen/kernel/dist/packages";
import { resolvePath } from "@tslinen/kernel/dist/paths";
import type { ModuleLoader, Namespace } from "@tslinen/kernel/dist/platform";
import type { MemoryFiles } from "./files";
import { addressOf, type PackageServer } from "./packages";

/** Imports by the browser's own means, which the bundler is not to see. */
const importByBrowser = (address: string): Promise<Namespace> =>
  import(/* webpackIgnore: true */ address) as Promise<Namespace>;

const notFound = (specifier: string, advice: string): Error =>
  Object.assign(new Error(`Cannot find module '${specifier}'. ${advice}`), { code: "MODULE_NOT_FOUND" });

/** Loads modules in a browser: JSON files of the drive, and what has an address. */
export function browserModules(files: MemoryFiles, server: PackageServer): ModuleLoader {
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
    if (!/^\.{0,2}\//.test(specifier)) throw notFound(specifier, howToInstall(specifier));
    const path = resolvePath(folder, specifier);
    const found = [path, `${path}.json`].find((one) => files.exists(one));
    if (found) return found;
    throw notFound(specifier, `There is no such file in JupyterLite's drive, below ${folder}`);
  }

  return {
    isAsynchronous: (specifier) => addressOf(specifier, server) !== undefined,
    async import(specifier) {
      const address = addressOf(specifier, server) ?? specifier;
      try {
        return await importByBrowser(address);
      } catch (error) {
        // Browsers say no more than this of a module that they do not get.
        if (!(error instanceof TypeError) || !error.message.includes(address)) throw error;
        throw notFound(specifier, `Nothing was loaded from ${address}. ${howToInstall(specifier)}`);
      }
    },
    require: (specifier, folder) => readJson(resolve(specifier, folder)),
    propertiesOfRequire: (folder) => ({ resolve: (specifier: string) => resolve(specifier, folder) }),
  };
}
