/** Code was stopped by an interrupt. */
export class Interrupted extends Error {
  override name = "Interrupted";
  constructor() {
    super("the cell was interrupted");
    this.stack = `${this.name}: ${this.message}`;
  }
}

/** Where libraries leave functions that put them back in order. */
const interruptedSymbol = Symbol.for("tslinen.interrupted");

/** Tells libraries that code may have been ended by force, in the middle of their work and past every `finally`. */
export function restoreLibraries(): void {
  const all = (globalThis as { [interruptedSymbol]?: readonly (() => void)[] })[interruptedSymbol];
  all?.forEach((restore) => restore());
}
