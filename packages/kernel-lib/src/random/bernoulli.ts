import type { ArrayLike } from "../array/asarray";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readNamed } from "../array/options";
import { isFloating } from "../array/traits";
import { less } from "../expr";
import { broadcast } from "../ops/broadcast";
import { randomFractions } from "../ops/draw";
import { mapped } from "../ops/map";
import { keyOf } from "./keyOf";
import type { Key } from "./keys";

/** Options of {@link bernoulli}. */
export interface BernoulliOptions {
  /** The probability, where it is not the second argument. Default: 0.5. */
  p?: ArrayLike;
  /** The shape, where it is not the third argument. Default: that of `p`. */
  shape?: Shape | null;
}

/**
 * Tosses coins: true with probability `p`.
 *
 * @param key - The key.
 * @param p - The probability of true; a number, or an array that broadcasts to the shape; or options. Default: 0.5.
 * @param shape - The shape of the result, or options. Default: that of `p`.
 * @returns Truth values.
 * @throws TypeError if `key` is not a key or `p` holds integers, RangeError if `p` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.bernoulli.html
 * @example
 * jax.random.bernoulli(jax.random.PRNGKey(0), 0.3, [2]).dtype; // "bool"
 */
export function bernoulli(
  key: Key,
  p?: ArrayLike | BernoulliOptions,
  shape?: Shape | null | BernoulliOptions,
): ndarray {
  const name = "bernoulli";
  const own = keyOf(name, key);
  const last = isPlainObject(shape) ? shape : { shape };
  const read = readNamed<BernoulliOptions>(name, { p }, last, { p: 0.5, shape: undefined });
  const probability = toArray(name, read.p);
  const { dtype } = probability;
  if (!isFloating(dtype)) throw new TypeError(`${name}: expected p to be floats, got ${dtype}`);
  const lengths =
    read.shape === undefined || read.shape === null ? probability.shape : checkShape(name, read.shape);
  checkBroadcasts(name, probability.shape, lengths);
  return mapped(less, randomFractions(own, lengths, dtype), broadcast(probability, lengths));
}
