import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { isDType } from "../array/traits";
import { wrongFile } from "../files/reading";
import { checkPath, writeFile } from "../files/writing";
import type { Nested } from "./flattening";
import { restored, stateOf } from "./stateDict";

/**
 * Writes a tree as JSON: arrays as their dtype, shape and elements. It is longer than `toBytes`, but every program
 * reads it; numbers come back exactly.
 *
 * @param target - A tree: parameters, a training state.
 * @param file - The name of a file that the text is written to as well, whole or not at all. Default: none.
 * @throws TypeError for what cannot be saved; Error if the file cannot be written.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * flax.serialization.toJson({ w: jnp.array([1, 2]) }); // '{"w":{"dtype":"float32","shape":[2],"data":[1,2]}}'
 */
export function toJson(target: unknown, file?: string): string {
  const plain = (value: unknown): unknown => {
    if (value instanceof ndarray) {
      const { dtype, shape, data } = value;
      return { dtype, shape, data: Array.from(data, written) };
    }
    if (typeof value === "number") return written(value);
    if (!isPlainObject(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plain(part)]));
  };
  const text = JSON.stringify(plain(stateOf("toJson", target)));
  if (file !== undefined) writeFile("toJson", checkPath("toJson", file), text);
  return text;
}

/** A number, or the name of one that JSON does not have. */
const written = (x: number): number | string =>
  Object.is(x, -0) ? "-0" : Number.isFinite(x) ? x : String(x);

/** The number that a name stands for. */
const named = new Map([
  ["NaN", NaN],
  ["Infinity", Infinity],
  ["-Infinity", -Infinity],
  ["-0", -0],
]);

/**
 * Reads what {@link toJson} wrote into a tree like another.
 *
 * @param target - A tree that says how the result is built, or null for objects within objects as they were saved.
 * @param text - What was written.
 * @throws FileFormatError if the text is broken or of another kind; TypeError or RangeError where it does not fit.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.serialization.html
 * @example
 * const text = flax.serialization.toJson({ w: jnp.array([1, NaN]) });
 * flax.serialization.fromJson(null, text).w.tolist(); // [1, NaN]
 */
export function fromJson<T>(target: T, text: string): T extends null ? Nested : T {
  if (typeof text !== "string") throw new TypeError(`fromJson: expected a text, got ${describe(text)}`);
  const read = (value: unknown): unknown => {
    if (typeof value === "string") return named.get(value) ?? value;
    if (!isPlainObject(value)) return value;
    const { dtype, shape, data } = value;
    if (!isDType(dtype) || !Array.isArray(shape) || !Array.isArray(data)) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, read(part)]));
    }
    return arrayOf(dtype, shape as number[], data);
  };
  const state = read(parsed(text));
  return (target === null ? state : restored("fromJson", target, state)) as T extends null ? Nested : T;
}

function arrayOf(dtype: DType, shape: readonly number[], data: readonly unknown[]): ndarray {
  const numbers = data.map((x) => (typeof x === "string" ? named.get(x) : x));
  if (
    numbers.length !== shape.reduce((product, length) => product * length, 1) ||
    numbers.some((x) => typeof x !== "number")
  ) {
    throw wrongFile("fromJson", "the text", "is broken: an array has not as many numbers as its shape says");
  }
  return new ndarray(toArray("fromJson", numbers, dtype).data, shape, dtype);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw wrongFile("fromJson", "the text", `is not JSON: ${(error as Error).message}`);
  }
}
