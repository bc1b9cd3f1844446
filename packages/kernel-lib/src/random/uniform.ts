import type { ArrayLike } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType, Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { stretched } from "../array/stretch";
import { checkDType, isFloating } from "../array/traits";
import type { Key } from "./keys";
import { randomFractions, randomWords, wordsOf } from "./words";

/** Options of {@link uniform}. */
export interface UniformOptions {
  /** float32 or float64. Default: float32. */
  dtype?: DType;
  /** The lower end, included; a number, or an array that broadcasts to the shape. Default: 0. */
  minval?: ArrayLike;
  /** The upper end, left out; a number, or an array that broadcasts to the shape. Default: 1. */
  maxval?: ArrayLike;
}

/** Checks that an argument names a dtype of floats. */
export function checkFloating(functionName: string, dtype: unknown): DType {
  const checked = checkDType(functionName, dtype, "float32");
  if (isFloating(checked)) return checked;
  throw new TypeError(`${functionName}: expected dtype float32 or float64, got ${checked}`);
}

/**
 * Draws numbers evenly from an interval.
 *
 * @param key - The key.
 * @param shape - The shape of the result. Default: [], one number.
 * @param options - The interval, [0, 1) by default, and the dtype.
 * @throws TypeError if `key` is none, RangeError if `minval` or `maxval` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.uniform.html
 * @example
 * jax.random.uniform(jax.random.PRNGKey(0), [2], { minval: -1 }).shape; // [2]
 */
export function uniform(key: Key, shape: Shape = [], options?: UniformOptions): ndarray {
  const words = wordsOf("uniform", key);
  const lengths = checkShape("uniform", shape);
  const { dtype, minval, maxval } = readOptions<UniformOptions>("uniform", options, {
    dtype: "float32",
    minval: 0,
    maxval: 1,
  });
  const type = checkFloating("uniform", dtype);
  const end = (name: string, value: unknown): Storage =>
    stretched(`uniform: ${name}`, toArray("uniform", value, type), lengths).data;
  const low = end("minval", minval);
  const high = end("maxval", maxval);
  return new ndarray(between(words, low, high, type), lengths, type);
}

/**
 * Numbers evenly from [low, high), one for each element: random bits as a fraction f, then f·(high − low) + low with
 * one rounding at the end, as XLA fuses it.
 */
export function between(key: readonly [number, number], low: Storage, high: Storage, dtype: DType): Storage {
  const size = low.length;
  if (dtype === "float64") {
    const result = randomFractions(key, size);
    for (let i = 0; i < size; i++) result[i] = Math.max(low[i], result[i] * (high[i] - low[i]) + low[i]);
    return result;
  }
  const words = randomWords(key, size);
  const result = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const fraction = (words[i] >>> 9) * 2 ** -23;
    result[i] = Math.max(low[i], Math.fround(fraction * Math.fround(high[i] - low[i]) + low[i]));
  }
  return result;
}
