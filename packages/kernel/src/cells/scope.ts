import { asImported } from "./interop";

/** Holds the value of a name that cells share. */
export class Box {
  /** The value. */
  $: unknown = undefined;
}

/** What cells have declared. */
export interface Scope {
  /** The box of a name: one and the same for all cells, however often they declare the name. */
  box(name: string): Box;
  /** Ties names to what a module exports: "*" is its namespace, "=" what `require` gives. */
  take(module: unknown, names: Record<string, string>): void;
  /** Empties the boxes of names, before a cell declares them anew. */
  forget(names: readonly string[]): void;
  /** Of some names, those that have no value (yet). */
  missing(names: readonly string[]): string[];
  /** All names that have a value. */
  names(): string[];
}

/** Makes an empty scope. */
export function createScope(): Scope {
  const boxes = new Map<string, Box>();
  const box = (name: string): Box => {
    let found = boxes.get(name);
    if (!found) boxes.set(name, (found = new Box()));
    return found;
  };
  const put = (name: string, value: unknown): void => {
    Object.defineProperty(box(name), "$", { value, writable: true, enumerable: true, configurable: true });
  };
  return {
    box,
    take(module, names) {
      for (const [local, exported] of Object.entries(names)) {
        Object.defineProperty(box(local), "$", {
          get: exportOf(module, exported),
          set: (value) => put(local, value),
          enumerable: true,
          configurable: true,
        });
      }
    },
    forget(names) {
      for (const name of names) if (boxes.has(name)) put(name, undefined);
    },
    missing: (names) => names.filter((name) => !hasValue(boxes.get(name))),
    names: () => [...boxes].flatMap(([name, box]) => (hasValue(box) ? name : [])),
  };
}

/** What an import of an export sees, now and whenever the module changes it. */
function exportOf(module: unknown, exported: string): () => unknown {
  if (exported === "=") return () => module;
  if (exported === "*") return () => asImported(module);
  const from = (exported === "default" ? asImported(module) : module) as Record<string, unknown>;
  return () => from[exported];
}

function hasValue(box: Box | undefined): boolean {
  try {
    return box?.$ !== undefined;
  } catch {
    // An export that its module never came to initialise.
    return false;
  }
}
