import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { convertType } from "../ops/map";

/** The number of a step as a number to reckon with. */
export const steps = (count: ndarray | number): ndarray => convertType(toArray("schedule", count), "float32");

export function positive(name: string, what: string, value: unknown): number {
  if (typeof value === "number" && value > 0) return value;
  throw new RangeError(`${name}: expected ${what} to be a number above 0, got ${describe(value)}`);
}

/** Reads arguments that are given in their places, or by name in one object; a default of NaN says that there is none. */
export function read<T extends object>(
  name: string,
  args: Partial<T> | object,
  defaults: T,
  options?: unknown,
): T {
  const own = readNamed(name, args as Record<string, unknown>, options, defaults);
  for (const [key, value] of Object.entries(own)) {
    if (Number.isNaN(value) && Number.isNaN(defaults[key as keyof T])) {
      throw new TypeError(`${name}: expected ${key} to be a number, got undefined`);
    }
  }
  return own;
}
