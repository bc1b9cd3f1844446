import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import * as e from "../expr";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { cumulative } from "../ops/cumulative";
import { reshape } from "../ops/layout";
import { convertType, mapped, scalar, where } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { checkFloating } from "./between";
import { binomial } from "./binomial";
import { split, type Key } from "./keys";
import { keyOf } from "./keyOf";

/** Options of {@link multinomial}. */
export interface MultinomialOptions {
  /** The shape of the result, outcomes along its last axis. Default: that of `p`. */
  shape?: Shape | null;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/**
 * Draws from the multinomial distribution: how often each outcome comes in n trials.
 *
 * @param key - The key.
 * @param n - The number of trials: a number, or an array that broadcasts to the shape without its last axis.
 * @param p - The probability of each outcome, outcomes along the last axis.
 * @param options - The shape and the dtype.
 * @returns Whole numbers in floating point.
 * @throws TypeError if `key` is not a key, RangeError if `n` or `p` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.multinomial.html
 * @example
 * jax.random.multinomial(jax.random.PRNGKey(0), 10, [0.2, 0.3, 0.5]).sum().item(); // 10
 */
export function multinomial(key: Key, n: ArrayLike, p: ArrayLike, options?: MultinomialOptions): ndarray {
  const name = "multinomial";
  keyOf(name, key);
  const read = readOptions<MultinomialOptions>(name, options, { shape: undefined, dtype: undefined });
  const dtype = checkFloating(name, read.dtype);
  const [trials, given] = [n, p].map((x) => convertType(toArray(name, x), dtype));
  const shape = read.shape === undefined || read.shape === null ? given.shape : checkShape(name, read.shape);
  if (given.ndim === 0 || shape.length === 0) {
    throw new RangeError(
      `${name}: expected p to have an axis of outcomes, got shape ${formatShape(given.shape)}`,
    );
  }
  const batch = shape.slice(0, -1);
  checkBroadcasts(name, given.shape, shape);
  checkBroadcasts(name, trials.shape, batch);
  const axis = batch.length;
  const outcomes = shape[axis];
  if (outcomes === 0) return broadcast(given, shape);
  const chances = broadcast(given, shape);
  // Of the trials that no outcome before has taken, each outcome takes its share of what is left of the probability.
  const left = cumulative("sum", chances, axis, true);
  const [zero, one] = [scalar(0, dtype), scalar(1, dtype)];
  const shares = mapped(e.divide, chances, where(mapped(e.equal, left, zero), one, left));
  const bounded = mapped(e.minimum, mapped(e.maximum, shares, zero), one);
  const keys = split(key, outcomes);
  let remaining = broadcast(trials, batch);
  const counts = Array.from({ length: outcomes }, (_, i) => {
    const share = reshape(sliceAxis(bounded, axis, i, i + 1), batch);
    const own = reshape(sliceAxis(keys, 0, i, i + 1), [2]);
    const count = binomial(own, remaining, share, batch, dtype);
    remaining = mapped(e.subtract, remaining, count);
    return reshape(count, [...batch, 1]);
  });
  return concatenate(counts, axis);
}
