import type { ArrayLike } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType, Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { stretched } from "../array/stretch";
import type { Key } from "./keys";
import { between, checkFloating } from "./fractions";
import { wordsOf } from "./words";

/** Options of {@link uniform}. */
export interface UniformOptions {
  /** The shape, where it is not the second argument. Default: [], one number. */
  shape?: Shape;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
  /** The lower end, included; a number, or an array that broadcasts to the shape. Default: 0. */
  minval?: ArrayLike;
  /** The upper end, left out; a number, or an array that broadcasts to the shape. Default: 1. */
  maxval?: ArrayLike;
}

/**
 * Draws numbers evenly from an interval.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param options - The interval, [0, 1) by default, and the dtype.
 * @throws TypeError if `key` is none, RangeError if `minval` or `maxval` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.uniform.html
 * @example
 * jax.random.uniform(jax.random.PRNGKey(0), [2], { minval: -1 }).shape; // [2]
 */
export function uniform(key: Key, shape?: Shape | UniformOptions, options?: UniformOptions): ndarray {
  const words = wordsOf("uniform", key);
  const read = readNamed<UniformOptions>("uniform", { shape }, options, {
    shape: [],
    dtype: "float32",
    minval: 0,
    maxval: 1,
  });
  const lengths = checkShape("uniform", read.shape);
  const type = checkFloating("uniform", read.dtype);
  const end = (name: string, value: unknown): Storage =>
    stretched(`uniform: ${name}`, toArray("uniform", value, type), lengths).data;
  const low = end("minval", read.minval);
  const high = end("maxval", read.maxval);
  return new ndarray(between(words, low, high, type), lengths, type);
}
