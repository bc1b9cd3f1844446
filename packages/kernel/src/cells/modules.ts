import type { SideModule } from "../compiler/sideModules";
import { platform } from "../platform";
import { asImported, asRequired } from "./interop";
import { Sides } from "./sides";

type Require = (specifier: string) => unknown;

/** Loads what cells import, resolving from the notebook's folder. */
export class Modules {
  private readonly sides = new Sides();
  /** By specifier: the files of the project that are imported by other paths than their own. */
  private readonly aliases = new Map<string, string>();
  private isLoadedAhead = false;
  private readonly imported = new Map<string, Record<string, unknown>>();

  /**
   * @param folder - The notebook's folder.
   * @param provided - Modules that the kernel itself stands for, by name.
   */
  constructor(
    readonly folder: string,
    private readonly provided: Record<string, () => unknown>,
  ) {}

  /** Takes in compiled files of the project. */
  update(modules: readonly SideModule[], aliases: Record<string, string> = {}): void {
    this.sides.update(modules);
    for (const [specifier, path] of Object.entries(aliases)) this.aliases.set(specifier, path);
  }

  /** Loads those of a cell's imports that `require` could not wait for. */
  async prepare(specifiers: readonly string[], folder = this.folder): Promise<void> {
    for (const specifier of specifiers) {
      if (this.isAsynchronous(specifier, folder)) {
        const module = await platform().modules.import(specifier, folder);
        this.imported.set(`${folder}\0${specifier}`, asRequired(module));
      }
      for (const path of this.awaitedBy(specifier, folder)) {
        this.load(path, folder, "");
        await this.sides.end(path);
      }
    }
  }

  /** Whether any of a cell's imports has to be prepared. */
  needsPreparing(specifiers: readonly string[], folder = this.folder): boolean {
    return specifiers.some(
      (specifier) =>
        this.isAsynchronous(specifier, folder) ||
        this.awaitedBy(specifier, folder).some((path) => !this.sides.isLoaded(path)),
    );
  }

  /** The files of the project that await which an import needs. */
  private awaitedBy(specifier: string, folder: string): string[] {
    const path = this.sides.find(this.aliases.get(specifier) ?? specifier, folder);
    return path ? this.sides.awaited(path) : [];
  }

  /** The `require` of a folder. */
  requireFrom(folder = this.folder, importer = ""): Require {
    const load = (specifier: string): unknown => this.load(specifier, folder, importer);
    return Object.assign(load, platform().modules.propertiesOfRequire(folder));
  }

  /** The `import(…)` of a folder. */
  importFrom(folder = this.folder): (specifier: string) => Promise<unknown> {
    return async (specifier) => {
      const text = String(specifier);
      await this.prepare([text], folder);
      return this.isAsynchronous(text, folder)
        ? platform().modules.import(text, folder)
        : asImported(this.load(text, folder, ""));
    };
  }

  /**
   * Loads a module before any cell asks for it, with the exports that load when they are read: one after the other, giving
   * way to whatever is to be done meanwhile. Should it fail, it will fail again where it is asked for.
   */
  loadAhead(specifier: string): void {
    if (this.isLoadedAhead) return;
    this.isLoadedAhead = true;
    const attempt = (step: () => void): void => {
      try {
        step();
      } catch (error) {
        platform().warn(`${specifier} was not loaded ahead: ${(error as Error).message}`);
      }
    };
    attempt(() => {
      const loaded = this.load(specifier, this.folder, "") as Record<string, unknown>;
      const names = Object.keys(loaded);
      const next = (): void => {
        const name = names.shift();
        if (name === undefined) return;
        attempt(() => void loaded[name]);
        platform().soon(next);
      };
      next();
    });
  }

  private load(specifier: string, folder: string, importer: string): unknown {
    const provided = this.provided[specifier];
    if (provided) return provided();
    const path = this.aliases.get(specifier) ?? specifier;
    const side = this.sides.find(path, folder);
    if (side) {
      return this.sides.load(
        side,
        importer,
        (at, by) => this.requireFrom(at, by),
        (at) => this.importFrom(at),
      );
    }
    return this.imported.get(`${folder}\0${specifier}`) ?? platform().modules.require(path, folder);
  }

  private isAsynchronous(specifier: string, folder: string): boolean {
    const path = this.aliases.get(specifier) ?? specifier;
    if (specifier in this.provided || this.sides.find(path, folder)) return false;
    return platform().modules.isAsynchronous(path, folder);
  }
}
