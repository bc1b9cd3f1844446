import { asImported } from "./interop";

/** What cells have declared: values under their names. */
export interface Scope {
  /** The names and values. */
  readonly values: Record<string, unknown>;
  /** Ties a name to a variable of a cell, so that all cells see the same variable. */
  link(name: string, get: () => unknown, set: (value: unknown) => void): void;
  /** Ties names to what a module exports: "*" is its namespace, "=" what `require` gives. */
  take(module: unknown, names: Record<string, string>): void;
  /** Makes the present values of names values of the scope's own, so that their cell can be forgotten. */
  settle(names: readonly string[]): void;
  /** Takes names out, before a cell declares them anew. */
  forget(names: readonly string[]): void;
  /** Of some names, those that have no value (yet). */
  missing(names: readonly string[]): string[];
}

/** Makes an empty scope. */
export function createScope(): Scope {
  const values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const own = (name: string, value: unknown): void => {
    Object.defineProperty(values, name, { value, writable: true, enumerable: true, configurable: true });
  };
  return {
    values,
    link(name, get, set) {
      Object.defineProperty(values, name, { get, set, enumerable: true, configurable: true });
    },
    take(module, names) {
      for (const [local, exported] of Object.entries(names)) {
        const get = exportOf(module, exported);
        Object.defineProperty(values, local, {
          get,
          set: (value) => own(local, value),
          enumerable: true,
          configurable: true,
        });
      }
    },
    settle(names) {
      for (const name of names) if (hasValue(values, name)) own(name, values[name]);
    },
    forget(names) {
      for (const name of names) delete values[name];
    },
    missing: (names) => names.filter((name) => !hasValue(values, name)),
  };
}

/** What an import of an export sees, now and whenever the module changes it. */
function exportOf(module: unknown, exported: string): () => unknown {
  if (exported === "=") return () => module;
  if (exported === "*") return () => asImported(module);
  const from = (exported === "default" ? asImported(module) : module) as Record<string, unknown>;
  return () => from[exported];
}

function hasValue(values: Record<string, unknown>, name: string): boolean {
  try {
    return values[name] !== undefined;
  } catch {
    // A variable that its cell never came to initialise.
    return false;
  }
}
