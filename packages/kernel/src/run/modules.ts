import { statSync } from "node:fs";
import { createRequire, isBuiltin } from "node:module";
import { dirname, join } from "node:path";
import type { SideModule } from "../compiler/sideModules";
import { howToInstall, isBroughtAlong, kernelRoot } from "../packages";
import { asImported, asRequired, isEsModule, nativeImporter } from "./esm";
import { Sides } from "./sides";

type Require = (specifier: string) => unknown;

/** Loads what cells import, resolving from the notebook's folder. */
export class Modules {
  private readonly sides = new Sides();
  private readonly requires = new Map<string, NodeJS.Require>();
  private readonly esModules = new Map<string, Record<string, unknown>>();
  private readonly jsonStamps = new Map<string, number>();
  private readonly own = createRequire(join(kernelRoot, "cell.js"));

  /**
   * @param folder - The notebook's folder.
   * @param provided - Modules that the kernel itself stands for, by name.
   */
  constructor(
    private readonly folder: string,
    private readonly provided: Record<string, () => unknown>,
  ) {}

  /** Takes in compiled files of the project. */
  update(modules: readonly SideModule[]): void {
    this.sides.update(modules);
  }

  /** Loads those of a cell's imports that are ES modules, which `require` could not wait for. */
  async prepare(specifiers: readonly string[], folder = this.folder): Promise<void> {
    for (const specifier of specifiers) {
      if (this.isEsm(specifier, folder)) {
        this.esModules.set(`${folder}\0${specifier}`, asRequired(await nativeImporter(folder)(specifier)));
      }
    }
  }

  /** Whether any of a cell's imports has to be prepared. */
  needsPreparing(specifiers: readonly string[], folder = this.folder): boolean {
    return specifiers.some((specifier) => this.isEsm(specifier, folder));
  }

  /** The `require` of a folder. */
  requireFrom(folder = this.folder, importer = ""): Require {
    return (specifier) => this.load(specifier, folder, importer);
  }

  /** The `import(…)` of a folder. */
  importFrom(folder = this.folder): (specifier: string) => Promise<unknown> {
    return async (specifier) => {
      const text = String(specifier);
      return this.isEsm(text, folder)
        ? nativeImporter(folder)(text)
        : asImported(this.load(text, folder, ""));
    };
  }

  /** Loads a module before any cell asks for it. Should it fail, it will fail again where it is asked for. */
  loadAhead(specifier: string): void {
    try {
      this.load(specifier, this.folder, "");
    } catch (error) {
      process.emitWarning(`${specifier} was not loaded ahead: ${(error as Error).message}`);
    }
  }

  private load(specifier: string, folder: string, importer: string): unknown {
    const provided = this.provided[specifier];
    if (provided) return provided();
    const side = this.sides.find(specifier, folder);
    if (side) {
      return this.sides.load(
        side,
        importer,
        (at, by) => this.requireFrom(at, by),
        (at) => this.importFrom(at),
      );
    }
    const prepared = this.esModules.get(`${folder}\0${specifier}`);
    if (prepared) return prepared;
    const path = this.resolve(specifier, folder);
    if (path.endsWith(".json")) this.refreshJson(path);
    return this.requireAt(folder)(path);
  }

  /** The path of a module, found from a folder, or, if the kernel brings it, from the kernel. */
  private resolve(specifier: string, folder: string): string {
    if (isBuiltin(specifier)) return specifier;
    try {
      return this.requireAt(folder).resolve(specifier);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "MODULE_NOT_FOUND") throw error;
      if (isBroughtAlong(specifier)) return this.own.resolve(specifier);
      throw notFound(specifier, folder);
    }
  }

  private isEsm(specifier: string, folder: string): boolean {
    if (specifier in this.provided || isBuiltin(specifier) || this.sides.find(specifier, folder))
      return false;
    if (/^(file|data):/.test(specifier)) return true;
    try {
      return isEsModule(this.requireAt(folder).resolve(specifier));
    } catch (error) {
      return (error as NodeJS.ErrnoException).code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
    }
  }

  private requireAt(folder: string): NodeJS.Require {
    let require = this.requires.get(folder);
    if (!require) this.requires.set(folder, (require = createRequire(join(folder, "cell.js"))));
    return require;
  }

  /** Makes a JSON file be read again when it has changed. */
  private refreshJson(path: string): void {
    const { mtimeMs } = statSync(path);
    const { cache } = this.requireAt(dirname(path));
    if (this.jsonStamps.get(path) !== mtimeMs) delete cache[path];
    this.jsonStamps.set(path, mtimeMs);
  }
}

function notFound(specifier: string, folder: string): Error {
  const relative = /^\.{0,2}\//.test(specifier);
  const advice = relative ? `There is no such file below ${folder}` : howToInstall(specifier);
  return Object.assign(new Error(`Cannot find module '${specifier}'. ${advice}`), {
    code: "MODULE_NOT_FOUND",
  });
}
