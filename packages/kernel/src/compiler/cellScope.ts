import { keepDeclared, remainingDeclarations, valuesAmong } from "./carry";
import type { Elements } from "./elements";
import { declarationsOf } from "./emit";
import { changesGlobals } from "./join";
import type { Snapshot } from "./project";
import type { Reader } from "./reader";

/** How many scopes of cells that have not run are remembered. */
const most = 500;

/** What a cell finds declared: by cells that have run, by the running one, and by those before it that have not run. */
export class CellScope {
  /** What earlier cells have declared: the scope of the next one. */
  declarations = "";
  /** How many elements the arrays have that cells have left. */
  elements: Elements = {};
  /** The cell handed over last, until it is declared. */
  private latest?: Snapshot;
  /** Names that have got a value other than by a cell, to be declared with the cell handed over last. */
  private readonly untyped: string[] = [];
  /** The scope that the cell handed over last will leave. */
  private running?: { snapshot: Snapshot; scope: string };
  /** By a scope and the cell that comes in it: the scope after that cell. */
  private readonly scopes = new Map<string, string>();

  constructor(private readonly reader: Reader) {}

  /** Whether a cell has been handed over and is still to be declared: it is running. */
  get isAwaiting(): boolean {
    return this.latest !== undefined;
  }

  /** Notes that a cell is to be run. */
  handOver(cell: Snapshot): void {
    this.latest = cell;
  }

  /**
   * Makes the declarations of the cell compiled last, and of earlier ones what it leaves standing, the scope of the
   * next cell.
   *
   * @param missing - Names of the cell that it gave no value: they keep what earlier cells declared.
   * @param elements - How many elements the arrays have that cells hold now.
   */
  declare(missing: readonly string[], elements: Elements = {}): void {
    this.elements = elements;
    if (!this.latest) return;
    const { cell } = this.latest;
    // Most cells that only show something declare nothing, and leave the scope as it is.
    if (!cell.locals?.size && !changesGlobals(cell)) return this.abandon();
    const dropped = valuesAmong(this.latest, missing);
    const own = declarationsOf(this.latest);
    const kept = dropped.length > 0 ? keepDeclared(own, (name) => !dropped.includes(name)) : own;
    this.declarations = kept + remainingDeclarations(this.latest, dropped);
    this.abandon();
  }

  /** Forgets the cell compiled last: it will not be run. */
  abandon(): void {
    this.latest = undefined;
    if (this.untyped.length > 0) this.declareAny(...this.untyped.splice(0));
  }

  /** Lets later cells know names of any type; once the running cell is declared, if one is running. */
  declareAny(...names: string[]): void {
    if (this.isAwaiting) {
      this.untyped.push(...names);
      return;
    }
    const others = keepDeclared(this.declarations, (one) => !names.includes(one));
    this.declarations = others + names.map((name) => `declare let ${name}: any;\n`).join("");
  }

  /** What cells that have not run would leave declared; each is looked at once, as long as those before it are the same. */
  after(before: readonly string[]): string {
    let scope = this.now();
    for (const text of before) {
      const key = `${scope}\0${text}`;
      let after = this.scopes.get(key);
      if (after === undefined) {
        const snapshot = this.reader.read(scope, text);
        const isBroken = snapshot.program.getSyntacticDiagnostics(snapshot.cell).length > 0;
        after = isBroken ? scope : declarationsOf(snapshot) + remainingDeclarations(snapshot);
        if (this.scopes.size >= most) this.scopes.clear();
        this.scopes.set(key, after);
      }
      scope = after;
    }
    return scope;
  }

  /** The declarations of what has run, those of the running cell included. */
  now(): string {
    const { latest } = this;
    if (!latest) return this.declarations;
    if (this.running?.snapshot !== latest) {
      this.running = { snapshot: latest, scope: declarationsOf(latest) + remainingDeclarations(latest) };
    }
    return this.running.scope;
  }
}
