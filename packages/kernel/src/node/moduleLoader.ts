import { readFileSync, statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, extname, join } from "node:path";
import { constants, runInThisContext } from "node:vm";
import { howToInstall, isBroughtAlong } from "../packages";
import type { ModuleLoader, Namespace } from "../platform";
import { kernelRoot } from "./folders";

const requires = new Map<string, NodeJS.Require>();
const own = createRequire(join(kernelRoot, "cell.js"));
const jsonStamps = new Map<string, number>();

/** Loads modules as Node.js does, from where they are imported; what the kernel brings, from the kernel. */
export const moduleLoader: ModuleLoader = {
  isAsynchronous(specifier, folder) {
    if (isBuiltin(specifier)) return false;
    if (/^(file|data):/.test(specifier)) return true;
    try {
      return isEsModule(requireAt(folder).resolve(specifier));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
    }
  },
  import: (specifier, folder) => importerAt(folder)(specifier),
  require(specifier, folder) {
    const path = resolve(specifier, folder);
    if (path.endsWith(".json")) refreshJson(path);
    return requireAt(folder)(path);
  },
  propertiesOfRequire(folder) {
    const { cache, main, extensions } = requireAt(folder);
    return { resolve: requireAt(folder).resolve, cache, main, extensions };
  },
};

function requireAt(folder: string): NodeJS.Require {
  let require = requires.get(folder);
  if (!require) requires.set(folder, (require = createRequire(join(folder, "cell.js"))));
  return require;
}

/** The `import(…)` of a file in a folder. */
function importerAt(folder: string): (specifier: string) => Promise<Namespace> {
  return runInThisContext("(specifier) => import(specifier)", {
    filename: join(folder, "cell.js"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (specifier: string) => Promise<Namespace>;
}

/** The path of a module, found from a folder, or, if the kernel brings it, from the kernel. */
function resolve(specifier: string, folder: string): string {
  if (isBuiltin(specifier)) return specifier;
  try {
    return requireAt(folder).resolve(specifier);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
    if (isBroughtAlong(specifier)) return own.resolve(specifier);
    throw notFound(specifier, folder);
  }
}

function notFound(specifier: string, folder: string): Error {
  const relative = /^\.{0,2}\//.test(specifier);
  const advice = relative ? `There is no such file below ${folder}` : howToInstall(specifier);
  return Object.assign(new Error(`Cannot find module '${specifier}'. ${advice}`), {
    code: "MODULE_NOT_FOUND",
  });
}

/** Makes a JSON file be read again when it has changed. */
function refreshJson(path: string): void {
  const { mtimeMs } = statSync(path);
  const { cache } = requireAt(dirname(path));
  if (jsonStamps.get(path) !== mtimeMs) delete cache[path];
  jsonStamps.set(path, mtimeMs);
}

/** Tells whether Node.js takes a file for an ES module. */
function isEsModule(path: string): boolean {
  const extension = extname(path);
  if (extension === ".mjs") return true;
  return extension === ".js" && packageType(dirname(path)) === "module";
}

const types = new Map<string, string | undefined>();

function packageType(folder: string): string | undefined {
  if (!types.has(folder)) types.set(folder, readType(folder));
  return types.get(folder);
}

function readType(folder: string): string | undefined {
  try {
    return (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { type?: string }).type;
  } catch {
    return dirname(folder) === folder ? undefined : packageType(dirname(folder));
  }
}
