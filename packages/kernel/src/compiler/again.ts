import type { Checking, Compiled } from "./conversion";
import type { Elements } from "./elements";
import type { Project } from "./project";
import type { Program } from "./typescript";

/** How many cells are remembered. */
const most = 50;

/** What a cell's compilation depends on, beside the program. */
export interface Circumstances {
  code: string;
  checking: Checking;
  /** What earlier cells have declared. */
  declarations: string;
  /** How many elements the arrays have that cells hold. */
  elements: Elements;
}

/** Cells as they were compiled last: a cell that is run again, and finds everything as it was, is not compiled again. */
export class CompiledAgain {
  private readonly known = new WeakMap<Program, Map<string, Compiled>>();

  constructor(private readonly project: Project) {}

  find(circumstances: Circumstances): Compiled | undefined {
    const program = this.project.standing;
    return program && this.known.get(program)?.get(keyOf(circumstances));
  }

  /** Remembers a cell, unless it imports anything, or something is wrong with it: that might not be so the next time. */
  keep(circumstances: Circumstances, compiled: Compiled): void {
    const { diagnostics, imports = [] } = compiled.conversion;
    if (!compiled.snapshot || diagnostics.length > 0 || imports.length > 0) return;
    const { program } = compiled.snapshot;
    let known = this.known.get(program);
    if (!known || known.size >= most) this.known.set(program, (known = new Map()));
    known.set(keyOf(circumstances), compiled);
  }
}

const keyOf = ({ code, checking, declarations, elements }: Circumstances): string =>
  [checking, code, declarations, JSON.stringify(elements)].join("\0");
