import type { ArrayLike } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { stretched } from "../array/stretch";
import { checkDType, isFloating, makeStorage, rangeOf } from "../array/traits";
import { split, type Key } from "./keys";
import { randomWords, wordsOf } from "./words";

/** Options of {@link randint}. */
export interface RandintOptions {
  /** int32, uint32 or uint8. Default: int32. */
  dtype?: DType;
}

/** a·b mod 2³², and the remainder of that. */
const timesModulo = (a: number, b: number, span: number): number => remainder(Math.imul(a, b) >>> 0, span);

/** The remainder of unsigned words; a span of 0 stands for 2³². */
const remainder = (word: number, span: number): number => (span === 0 ? word : word % span);

/**
 * Draws whole numbers evenly from an interval.
 *
 * @param key - The key.
 * @param shape - The shape of the result.
 * @param minval - The smallest number; a number, or an array that broadcasts to the shape.
 * @param maxval - One more than the largest number; likewise.
 * @param options - The dtype.
 * @returns Whole numbers; all `minval` where `maxval` is not larger.
 * @throws TypeError if `key` is none or the ends are no numbers, RangeError if they do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.randint.html
 * @example
 * jax.random.randint(jax.random.PRNGKey(0), [2], 0, 10).dtype; // "int32"
 */
export function randint(
  key: Key,
  shape: Shape,
  minval: ArrayLike,
  maxval: ArrayLike,
  options?: DType | RandintOptions,
): ndarray {
  const name = "randint";
  wordsOf(name, key);
  const lengths = checkShape(name, shape);
  const given = typeof options === "string" ? { dtype: options } : options;
  const dtype = checkDType(name, readOptions<RandintOptions>(name, given, { dtype: "int32" }).dtype, "int32");
  if (isFloating(dtype) || dtype === "bool") {
    throw new TypeError(`randint: expected dtype int32, uint32 or uint8, got ${dtype}`);
  }
  const range = rangeOf(dtype);
  const ends = [minval, maxval].map((end, i) => {
    const label = i === 0 ? "minval" : "maxval";
    const array = stretched(`${name}: ${label}`, toArray(`${name}: ${label}`, end, "float64"), lengths);
    for (const value of array.data) {
      if (!Number.isFinite(value)) {
        throw new RangeError(`randint: expected ${label} to be finite, got ${describe(value)}`);
      }
    }
    return array.data;
  });
  const [first, second] = split(key);
  const size = ends[0].length;
  const higher = randomWords(wordsOf(name, first), size);
  const lower = randomWords(wordsOf(name, second), size);
  const result = makeStorage(dtype, size);
  for (let i = 0; i < size; i++) {
    const low = Math.min(range.max, Math.max(range.min, Math.trunc(ends[0][i])));
    const high = Math.min(range.max + 1, Math.max(range.min, Math.trunc(ends[1][i])));
    // 2³² itself becomes 0, which stands for it.
    const span = high <= low ? 1 : (high - low) >>> 0;
    const half = remainder(65536, span);
    const multiplier = timesModulo(half, half, span);
    const offset = (Math.imul(remainder(higher[i], span), multiplier) + remainder(lower[i], span)) >>> 0;
    result[i] = low + remainder(offset, span);
  }
  return new ndarray(result, lengths, dtype);
}
