import { readFileSync } from "node:fs";
import { dirname, extname, join } from "node:path";
import { constants, runInThisContext } from "node:vm";

type Namespace = Record<string, unknown>;

/** Imports as Node.js does, resolving from a folder. */
export function nativeImporter(folder: string): (specifier: string) => Promise<Namespace> {
  return runInThisContext("(specifier) => import(specifier)", {
    filename: join(folder, "cell.js"),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  }) as (specifier: string) => Promise<Namespace>;
}

/** Tells whether Node.js takes a file for an ES module. */
export function isEsModule(path: string): boolean {
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

const facades = new WeakMap<Namespace, Namespace>();

/** An ES module as compiled imports expect it: marked, and with the same live bindings. */
export function asRequired(namespace: Namespace): Namespace {
  let facade = facades.get(namespace);
  if (!facade) {
    facade = Object.defineProperty({}, "__esModule", { value: true }) as Namespace;
    for (const name of Object.keys(namespace)) {
      Object.defineProperty(facade, name, { get: () => namespace[name], enumerable: true });
    }
    facades.set(namespace, facade);
  }
  return facade;
}

/** What `import(…)` gives for a CommonJS module: its properties, and itself as the default. */
export function asImported(exports: unknown): Namespace {
  if (exports !== null && typeof exports === "object" && (exports as Namespace).__esModule)
    return exports as Namespace;
  const hasProperties = exports !== null && (typeof exports === "object" || typeof exports === "function");
  const properties = hasProperties ? Object.getOwnPropertyDescriptors(exports) : {};
  return Object.defineProperty(Object.defineProperties({}, properties), "default", {
    value: exports,
    enumerable: true,
  }) as Namespace;
}
