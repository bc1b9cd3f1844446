import type { SideModule } from "../compiler/sideModules";
import { folderOf, resolvePath } from "../paths";
import { platform } from "../platform";
import { registerSource } from "./stack";

interface Loaded {
  exports: Record<string, unknown>;
}

type Require = (specifier: string) => unknown;
type Import = (specifier: string) => Promise<unknown>;
type Wrapper = (
  exports: object,
  require: Require,
  module: Loaded,
  filename: string,
  folder: string,
  importing: Import,
) => void;

const endings = ["", ".ts", ".tsx", ".js", ".jsx", ".mts", ".cts", "/index.ts", "/index.tsx", "/index.js"];

/** The project's own files, compiled: run when first required, and again after they have changed. */
export class Sides {
  private readonly compiled = new Map<string, SideModule>();
  private readonly loaded = new Map<string, Loaded>();
  private readonly importers = new Map<string, Set<string>>();

  /** Takes in files that are new or have changed; they and whatever imports them will be run anew. */
  update(modules: readonly SideModule[]): void {
    for (const module of modules) {
      this.compiled.set(module.path, module);
      registerSource(module.path, module.text, module.map, module.output);
      this.unload(module.path);
    }
  }

  /** The file that a relative specifier means in a folder, if it is one of the project's. */
  find(specifier: string, folder: string): string | undefined {
    if (!/^\.{0,2}\//.test(specifier)) return undefined;
    const { files } = platform();
    const base = resolvePath(folder, specifier);
    const stem = base.replace(/\.[cm]?js$/, "");
    const found = [base, stem].flatMap((path) => endings.map((ending) => path + ending));
    return found.find((path) => this.compiled.has(path) && (files.exists(path) || !files.exists(base)));
  }

  /** The exports of one of the project's files. */
  load(
    path: string,
    importer: string,
    requireFrom: (folder: string, importer: string) => Require,
    importFrom: (folder: string) => Import,
  ): unknown {
    const importers = this.importers.get(path) ?? new Set();
    this.importers.set(path, importers.add(importer));
    const known = this.loaded.get(path);
    if (known) return known.exports;
    const module: Loaded = { exports: {} };
    this.loaded.set(path, module);
    const { output } = this.compiled.get(path) as SideModule;
    const folder = folderOf(path);
    try {
      const wrapper = platform().evaluate(
        `(function (exports, require, module, __filename, __dirname, __import) {\n${output}\n})`,
        path,
      ) as Wrapper;
      wrapper(module.exports, requireFrom(folder, path), module, path, folder, importFrom(folder));
    } catch (error) {
      this.loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  private unload(path: string): void {
    if (!this.loaded.delete(path)) return;
    for (const importer of this.importers.get(path) ?? []) this.unload(importer);
  }
}
