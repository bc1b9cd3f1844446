import type { ArrayLike } from "../array/asarray";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType, Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { checkDType, isFloating, rangeOf } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { drawing, fillWords, type Words } from "../ops/draw";
import { convertType } from "../ops/map";
import { bindOne } from "../ops/bind";
import { isTracer } from "../ops/tracer";
import { childOf, keyOf } from "./keyOf";
import type { Key } from "./keys";

/** a·b mod 2³², and the remainder of that. */
const timesModulo = (a: number, b: number, span: number): number => remainder(Math.imul(a, b) >>> 0, span);

/** The remainder of unsigned words; a span of 0 stands for 2³². */
const remainder = (word: number, span: number): number => (span === 0 ? word : word % span);

/** The words of one of the keys into which a key splits. */
function wordsFrom(key: Words, part: number, size: number): Uint32Array {
  const words = new Uint32Array(size);
  fillWords(childOf(key, part), words);
  return words;
}

const dtypeOf = (out: Storage): DType =>
  out instanceof Int32Array ? "int32" : out instanceof Uint32Array ? "uint32" : "uint8";

/** Whole numbers evenly from [low, high): two words for each, so that the remainder by the span is all but even. */
function fillIntegers(key: Words, out: Storage, low: Storage, high: Storage): void {
  const range = rangeOf(dtypeOf(out));
  const higher = wordsFrom(key, 0, out.length);
  const lower = wordsFrom(key, 1, out.length);
  for (let i = 0; i < out.length; i++) {
    const least = Math.min(range.max, Math.max(range.min, Math.trunc(low[i])));
    const end = Math.min(range.max + 1, Math.max(range.min, Math.trunc(high[i])));
    // 2³² itself becomes 0, which stands for it.
    const span = end <= least ? 1 : (end - least) >>> 0;
    const half = remainder(65536, span);
    const multiplier = timesModulo(half, half, span);
    const offset = (Math.imul(remainder(higher[i], span), multiplier) + remainder(lower[i], span)) >>> 0;
    out[i] = least + remainder(offset, span);
  }
}

const randintPrimitive = drawing("randint", fillIntegers);

/** Options of {@link randint}. */
export interface RandintOptions {
  /** The shape, where it is not the second argument. */
  shape?: Shape;
  /** The smallest number, where it is not the third argument. */
  minval?: ArrayLike;
  /** One more than the largest number, where it is not the fourth argument. */
  maxval?: ArrayLike;
  /** int32, uint32 or uint8. Default: int32. */
  dtype?: DType;
}

/**
 * Draws whole numbers evenly from an interval.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options.
 * @param minval - The smallest number: a number, or an array that broadcasts to the shape; or options.
 * @param maxval - One more than the largest number: likewise.
 * @param options - The dtype, or options.
 * @returns Whole numbers; all `minval` where `maxval` is not larger.
 * @throws TypeError if `key` is not a key or the ends are no numbers, RangeError if they do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.randint.html
 * @example
 * jax.random.randint(jax.random.PRNGKey(0), [2], 0, 10).dtype; // "int32"
 * jax.random.randint(jax.random.PRNGKey(0), [2], { minval: 0, maxval: 10 }).shape; // [2]
 */
export function randint(
  key: Key,
  shape: Shape | RandintOptions,
  minval?: ArrayLike | RandintOptions,
  maxval?: ArrayLike | RandintOptions,
  options?: DType | RandintOptions,
): ndarray {
  const name = "randint";
  const own = keyOf(name, key);
  const last = typeof options === "string" ? { dtype: options } : options;
  const read = readNamed<RandintOptions>(name, { shape, minval, maxval }, last, {
    shape: undefined,
    minval: undefined,
    maxval: undefined,
    dtype: "int32",
  });
  const lengths = checkShape(name, read.shape);
  const dtype = checkDType(name, read.dtype, "int32");
  if (isFloating(dtype) || dtype === "bool") {
    throw new TypeError(`${name}: expected dtype int32, uint32 or uint8, got ${dtype}`);
  }
  const ends = (["minval", "maxval"] as const).map((label) => {
    const end = read[label];
    // Numbers written by hand keep all their digits.
    const array =
      end instanceof ndarray ? convertType(end, "float64") : toArray(`${name}: ${label}`, end, "float64");
    checkBroadcasts(`${name}: ${label}`, array.shape, lengths);
    if (!isTracer(array)) checkFinite(label, elementsOf(array));
    return broadcast(array, lengths);
  });
  return bindOne(randintPrimitive, [own, ...ends], { shape: lengths, dtype });
}

function checkFinite(label: string, values: Storage): void {
  for (const value of values) {
    if (Number.isFinite(value)) continue;
    throw new RangeError(`randint: expected ${label} to be finite, got ${describe(value)}`);
  }
}
