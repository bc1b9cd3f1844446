/**
 * What the kernel uses of the language and its host, as it was before any cell ran. Cells may put something else in its
 * place, as fake timers do, and are answered all the same.
 */
export const { setTimeout, clearTimeout, Date, Promise } = globalThis;
export type Promise<T> = globalThis.Promise<T>;

/** The milliseconds since the thread started. */
export const now = performance.now.bind(performance);

const { stringify: write } = JSON;
export const { hasOwn } = Object;
const { getPrototypeOf, keys, setPrototypeOf } = Object;
const { isArray } = Array;
const { prototype: lists } = Array;
const ofAll: readonly unknown[] = [Object.prototype, lists];

/** A record with nothing but its own properties: what cells have put on the prototype of all objects is not among them. */
export const bare = <T extends object>(record: T): T => ({ __proto__: null, ...record }) as unknown as T;

/** Writes a value as JSON, whatever cells have put on the prototypes of all objects and lists. */
export function stringify(value: unknown): string {
  return write("toJSON" in lists ? withoutInherited(value, "") : value);
}

/** A value whose objects and lists inherit nothing that would have a say in how they are written. */
function withoutInherited(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null) return value;
  const meant = ownToJson(value);
  if (meant) return withoutInherited(meant.call(value, key), key);
  const copy = setPrototypeOf(isArray(value) ? new Array(value.length) : {}, null) as Record<string, unknown>;
  for (const name of keys(value)) {
    copy[name] = withoutInherited((value as Record<string, unknown>)[name], name);
  }
  return copy;
}

/** How a value or its class says it is written, as a Date does. */
function ownToJson(value: object): ((key: string) => unknown) | undefined {
  for (let at: object | null = value; at && !ofAll.includes(at); at = getPrototypeOf(at) as object | null) {
    if (!hasOwn(at, "toJSON")) continue;
    const { toJSON } = value as { toJSON?: unknown };
    return typeof toJSON === "function" ? (toJSON as (key: string) => unknown) : undefined;
  }
  return undefined;
}
