import type { ArrayLike, Typing } from "../array/asarray";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readNamed } from "../array/options";
import { randomFractions } from "../ops/draw";
import { between, checkFloating } from "./between";
import { keyOf } from "./keyOf";
import type { Key } from "./keys";

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
 * @param options - The interval, [0, 1) by default, and the dtype; or the dtype alone.
 * @param minval - The lower end, included, where the dtype stands before it, or both by name. Default: 0.
 * @param maxval - The upper end, left out, where the dtype stands before it. Default: 1.
 * @throws TypeError if `key` is not a key, RangeError if `minval` or `maxval` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.uniform.html
 * @example
 * jax.random.uniform(jax.random.PRNGKey(0), [2], { minval: -1 }).shape; // [2]
 */
export function uniform(
  key: Key,
  shape?: Shape | UniformOptions,
  options?: Typing | UniformOptions,
  minval?: ArrayLike | Pick<UniformOptions, "minval" | "maxval">,
  maxval?: ArrayLike,
): ndarray {
  const name = "uniform";
  const own = keyOf(name, key);
  const isTyped = options !== undefined && !isPlainObject(options);
  const named = isTyped ? { shape, dtype: options, minval, maxval } : { shape };
  const last = isTyped ? undefined : options;
  const read = readNamed<UniformOptions>(name, named, last, {
    shape: [],
    dtype: "float32",
    minval: 0,
    maxval: 1,
  });
  const lengths = checkShape(name, read.shape);
  const type = checkFloating(name, read.dtype);
  if (read.minval === 0 && read.maxval === 1) return randomFractions(own, lengths, type);
  const [low, high] = (["minval", "maxval"] as const).map((end) => {
    const array = toArray(name, read[end]);
    checkBroadcasts(`${name}: ${end}`, array.shape, lengths);
    return array;
  });
  return between(own, lengths, type, low, high);
}
