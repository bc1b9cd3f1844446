/** What cells have declared: values under their names. */
export interface Scope {
  /** The names and values. */
  readonly values: Record<string, unknown>;
  /** What compiled code sees as `exports`: whatever is defined here becomes an assignable value of the scope. */
  readonly exports: object;
  /** Ties a name to a variable of a cell, so that all cells see the same variable. */
  link(name: string, get: () => unknown, set: (value: unknown) => void): void;
  /** Takes names out, before a cell declares them anew. */
  forget(names: readonly string[]): void;
  /** Of some names, those that have no value (yet). */
  missing(names: readonly string[]): string[];
}

/** Makes an empty scope. */
export function createScope(): Scope {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const exports = new Proxy(values, {
    // Compiled imports define getters, once and for all; here they are values that a later cell may replace.
    defineProperty(target, name, { get, value }) {
      if (name !== "__esModule") target[name as string] = get ? get() : (value as unknown);
      return true;
    },
  });
  return {
    values,
    exports,
    link(name, get, set) {
      Object.defineProperty(values, name, { get, set, enumerable: true, configurable: true });
    },
    forget(names) {
      for (const name of names) delete values[name];
    },
    missing: (names) => names.filter((name) => !hasValue(values, name)),
  };
}

function hasValue(values: Record<string, unknown>, name: string): boolean {
  try {
    return values[name] !== undefined;
  } catch {
    // A variable that its cell never came to initialise.
    return false;
  }
}
