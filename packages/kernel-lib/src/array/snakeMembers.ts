import type { SnakeCase } from "./options";

/** The same members in Python's spelling: `set_title` beside `setTitle`. */
export type SnakeNames<T> = { [K in keyof T & string as SnakeCase<K>]: T[K] };

/** `applyGradients` as Python spells it: `apply_gradients`. */
export const snakeName = (name: string): string =>
  name.replace(/(?<=[a-z0-9])[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

/** Tells whether Python spells a name otherwise. */
const isCamel = (name: string): boolean => /^[a-z]\w*[A-Z]/.test(name) && name !== "toJSON";

/**
 * Lets members of a class be read in Python's spelling as well: its methods and accessors, and fields of its instances.
 * The build declares the same names (`build/members.mjs`).
 */
export function addSnakeNames(prototype: object, fields: readonly string[] = []): void {
  const members = Object.getOwnPropertyNames(prototype);
  for (const name of [...members, ...fields].filter(isCamel)) {
    if (members.includes(snakeName(name))) continue;
    const get = function (this: Record<string, unknown>): unknown {
      return this[name];
    };
    aliases.add(get);
    Object.defineProperty(prototype, snakeName(name), { get, configurable: true });
  }
}

/** What reads a member under its other name. */
const aliases = new WeakSet<object>();

/** Gets a member of an object, in whichever spelling its class has written it last. */
export function memberOf(object: object, name: string): unknown {
  for (let step: object | null = object; step; step = Object.getPrototypeOf(step) as object | null) {
    if (Object.hasOwn(step, name)) break;
    const other = Object.getOwnPropertyDescriptor(step, snakeName(name));
    if (other && !(other.get && aliases.has(other.get))) return Reflect.get(object, snakeName(name));
  }
  return Reflect.get(object, name);
}
