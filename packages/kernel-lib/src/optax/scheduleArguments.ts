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

/** Reads arguments that are given in their places, or by name in one object. */
export function read<T extends object>(name: string, args: Partial<T> | object, defaults: T): T {
  return readNamed(name, args as Record<string, unknown>, undefined, defaults);
}
