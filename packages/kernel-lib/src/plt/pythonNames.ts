import type { SnakeCase } from "../array/options";

/** The same methods in Python's spelling: `set_title` beside `setTitle`. */
export type PythonNames<T> = { [K in keyof T & string as SnakeCase<K>]: T[K] };

/** A name in Python's spelling: `setTitle` becomes `set_title`. */
const pythonName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Gives a class its methods in Python's spelling, too. */
export function addPythonNames(type: { prototype: object }): void {
  for (const name of Object.getOwnPropertyNames(type.prototype)) {
    const alias = pythonName(name);
    const method = Object.getOwnPropertyDescriptor(type.prototype, name);
    if (alias === name || name === "constructor" || typeof method?.value !== "function") continue;
    Object.defineProperty(type.prototype, alias, method);
  }
}
