import { freeName } from "../compiler/helperNames";
import type { SideModule } from "../compiler/sideModules";
import { folderOf, resolvePath } from "../paths";
import { platform } from "../platform";
import { metaOf } from "./meta";
import { registerSource } from "./stack";

interface Loaded {
  exports: Record<string, unknown>;
  /** The end of a file that awaits. */
  ended?: Promise<unknown>;
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
  meta: object,
) => unknown;

/** What the modules of Node.js are given. */
const ofModules = ["exports", "require", "module", "__filename", "__dirname"];

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
    const { output, awaits, names, helpers } = this.compiled.get(path) as SideModule;
    const folder = folderOf(path);
    try {
      const kind = awaits ? "async function" : "function";
      const given = [...ofModules.map((name) => freeName(name, names)), ...helpers];
      const source = `(${kind} (${given.join(", ")}) {\n${output}\n})`;
      const wrapper = platform().evaluate(source, path) as Wrapper;
      const require = requireFrom(folder, path);
      const run = wrapper(
        module.exports,
        require,
        module,
        path,
        folder,
        importFrom(folder),
        metaOf(path, require),
      );
      if (awaits) module.ended = this.settled(path, run as Promise<unknown>);
    } catch (error) {
      this.loaded.delete(path);
      throw error;
    }
    return module.exports;
  }

  /** The end of a file that awaits; one that fails is run anew when it is asked for again. */
  private async settled(path: string, run: Promise<unknown>): Promise<void> {
    try {
      await run;
    } catch (error) {
      this.loaded.delete(path);
      throw error;
    }
  }

  /** The files that await which a file needs, itself included, in the order in which they are to end. */
  awaited(path: string, seen = new Set<string>()): string[] {
    const module = this.compiled.get(path);
    if (!module || seen.has(path)) return [];
    seen.add(path);
    const needed = module.imports.flatMap((specifier) => {
      const found = this.find(specifier, folderOf(path));
      return found ? this.awaited(found, seen) : [];
    });
    return module.awaits ? [...needed, path] : needed;
  }

  /** Waits for a file that awaits to end. */
  async end(path: string): Promise<void> {
    await this.loaded.get(path)?.ended;
  }

  /** Whether a file that awaits has been started. */
  isLoaded(path: string): boolean {
    return this.loaded.has(path);
  }

  private unload(path: string): void {
    if (!this.loaded.delete(path)) return;
    for (const importer of this.importers.get(path) ?? []) this.unload(importer);
  }
}
