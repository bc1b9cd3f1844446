import { bare } from "../originals";
import { asImported } from "./interop";

/** Holds the value of a name that cells share. */
export class Box {
  /** Whether a cell declares the name with `var`: it may then be read before it has a value. */
  isHoisted = false;

  constructor(private readonly name: string) {}

  /** The value. The first one becomes a property of the box itself, so that it is as quick to read as any. */
  get $(): unknown {
    if (this.isHoisted) return undefined;
    // What is declared with `declare` is global.
    if (this.name in globalThis) return (globalThis as Record<string, unknown>)[this.name];
    throw new ReferenceError(`Cannot access '${this.name}' before initialization`);
  }

  set $(value: unknown) {
    put(this, { value, writable: true });
  }
}

/** Tells which names have got no value since it was made. */
export type Watch = () => string[];

/** What cells have declared. */
export interface Scope {
  /**
   * The box of a name: one and the same for all cells, however often they declare the name.
   *
   * @param isHoisted - Whether the cell that asks declares it with `var`.
   */
  box(name: string, isHoisted?: boolean): Box;
  /** Ties names to what a module exports: "*" is its namespace, "=" what `require` gives. */
  take(module: unknown, names: Record<string, string>): void;
  /** Watches the names that a cell declares: until it gives them values, they keep those of earlier cells. */
  watch(names: readonly string[]): Watch;
  /** The names that cells have declared, other than by importing them, and that have a value. */
  variables(): [name: string, value: unknown][];
}

/** Makes an empty scope. */
export function createScope(): Scope {
  const boxes = new Map<string, Box>();
  const box = (name: string, isHoisted = false): Box => {
    let found = boxes.get(name);
    if (!found) boxes.set(name, (found = new Box(name)));
    if (isHoisted) found.isHoisted = true;
    return found;
  };
  const content = (name: string): PropertyDescriptor | undefined => {
    const found = boxes.get(name);
    const descriptor = found && Object.getOwnPropertyDescriptor(found, "$");
    return descriptor && bare(descriptor);
  };
  return {
    box,
    take(module, names) {
      for (const [local, exported] of Object.entries(names)) {
        const into = box(local);
        put(into, {
          get: exportOf(module, exported),
          set: (value) => put(into, { value, writable: true }),
        });
      }
    },
    watch(names) {
      const before = new Map(names.map((name) => [name, content(name)]));
      return () => names.filter((name) => isSame(content(name), before.get(name)));
    },
    variables: () =>
      [...boxes.keys()].flatMap((name) => {
        const value: unknown = content(name)?.value;
        return value === undefined ? [] : [[name, value]];
      }),
  };
}

/** Fills a box. */
function put(box: Box, content: PropertyDescriptor): void {
  Object.defineProperty(box, "$", bare({ ...content, enumerable: true, configurable: true }));
}

/** Whether a box has been left as it was. */
function isSame(now: PropertyDescriptor | undefined, before: PropertyDescriptor | undefined): boolean {
  return now?.get === before?.get && Object.is(now?.value, before?.value) && !now === !before;
}

/** What an import of an export sees, now and whenever the module changes it. */
function exportOf(module: unknown, exported: string): () => unknown {
  if (exported === "=") return () => module;
  if (exported === "*") return () => asImported(module);
  const from = (exported === "default" ? asImported(module) : module) as Record<string, unknown>;
  return () => from[exported];
}
