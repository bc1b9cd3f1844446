import { broadcastShapes } from "../array/broadcast";
import { checkShape, type Shape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { ArrayLike, Typing } from "../array/asarray";
import type { DType, Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { stretched } from "../array/stretch";
import { makeStorage } from "../array/traits";
import { erf } from "../expr/special";
import { erfInv32, erfInv64 } from "./erfInv";
import type { Key } from "./keys";
import { between, checkFloating } from "./fractions";
import { wordsOf } from "./words";

/** √2 times the inverse error function: what turns a number from (−1, 1) into one of the normal distribution. */
function quantile(dtype: DType): (u: number) => number {
  if (dtype === "float64") return (u) => Math.SQRT2 * erfInv64(u);
  const root = Math.fround(Math.SQRT2);
  return (u) => root * erfInv32(u);
}

/** Options of {@link normal}. */
export interface NormalOptions {
  /** The shape, where it is not the second argument. Default: [], one number. */
  shape?: Shape;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param options - float32 or float64. Default: float32.
 * @throws TypeError if `key` is none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.normal.html
 * @example
 * jax.random.normal(jax.random.PRNGKey(0), [2, 3]).shape; // [2, 3]
 */
export function normal(key: Key, shape?: Shape | NormalOptions, options?: DType | NormalOptions): ndarray {
  const words = wordsOf("normal", key);
  const last = typeof options === "string" ? { dtype: options } : options;
  const read = readNamed<NormalOptions>("normal", { shape }, last, { shape: [], dtype: undefined });
  const lengths = checkShape("normal", read.shape);
  const dtype = checkFloating("normal", readTyping("normal", { dtype: read.dtype }));
  const size = lengths.reduce((product, length) => product * length, 1);
  const low = makeStorage(dtype, size).fill(dtype === "float64" ? -(1 - 2 ** -53) : -(1 - 2 ** -24));
  const high = makeStorage(dtype, size).fill(1);
  const result = between(words, low, high, dtype);
  const convert = quantile(dtype);
  for (let i = 0; i < size; i++) result[i] = convert(result[i]);
  return new ndarray(result, lengths, dtype);
}

/** The number next to another in the direction of a sign. */
function neighbour(x: number, direction: 1 | -1, dtype: DType): number {
  const value = makeStorage(dtype, 1);
  if (!Number.isFinite(x)) return x;
  if (x === 0) return direction * (dtype === "float64" ? Number.MIN_VALUE : 2 ** -149);
  value[0] = x;
  const steps = x > 0 === direction > 0 ? 1n : -1n;
  if (dtype === "float64") new BigInt64Array(value.buffer)[0] += steps;
  else new Int32Array(value.buffer)[0] += Number(steps);
  return value[0];
}

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1, cut off outside an interval.
 *
 * @param key - The key.
 * @param lower - The lower end; a number, or an array that broadcasts to the shape.
 * @param upper - The upper end; a number, or an array that broadcasts to the shape.
 * @param shape - The shape of the result. Default: that to which `lower` and `upper` broadcast.
 * @param typing - float32 or float64. Default: float32.
 * @throws TypeError if `key` is none, RangeError if the ends do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.truncated_normal.html
 * @example
 * jax.random.truncatedNormal(jax.random.PRNGKey(0), -2, 2, [3]).shape; // [3]
 */
export function truncatedNormal(
  key: Key,
  lower: ArrayLike,
  upper: ArrayLike,
  shape?: Shape | null,
  typing?: Typing,
): ndarray {
  const name = "truncatedNormal";
  const words = wordsOf(name, key);
  const dtype = checkFloating(name, readTyping(name, typing));
  const [low, high] = [toArray(name, lower, dtype), toArray(name, upper, dtype)];
  const lengths =
    shape === undefined || shape === null
      ? broadcastShapes(name, low.shape, high.shape)
      : checkShape(name, shape);
  const ends = [low, high].map((end) => stretched(name, end, lengths).data);
  const root = dtype === "float64" ? Math.SQRT2 : Math.fround(Math.SQRT2);
  const scaled = makeStorage(dtype, 1);
  const share = (end: Storage): Storage => {
    const result = makeStorage(dtype, end.length);
    for (let i = 0; i < end.length; i++) {
      scaled[0] = end[i] / root;
      result[i] = erf(scaled[0]);
    }
    return result;
  };
  const result = between(words, share(ends[0]), share(ends[1]), dtype);
  const convert = quantile(dtype);
  for (let i = 0; i < result.length; i++) {
    result[i] = convert(result[i]);
    const [least, most] = [neighbour(ends[0][i], 1, dtype), neighbour(ends[1][i], -1, dtype)];
    result[i] = Math.min(most, Math.max(least, result[i]));
  }
  return new ndarray(result, lengths, dtype);
}
