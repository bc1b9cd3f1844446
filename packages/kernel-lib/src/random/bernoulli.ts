import type { ArrayLike } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { isPlainObject, readNamed } from "../array/options";
import { stretched } from "../array/stretch";
import { isFloating, makeStorage } from "../array/traits";
import type { Key } from "./keys";
import { between } from "./fractions";
import { wordsOf } from "./words";

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
 * @throws TypeError if `key` is none or `p` holds integers, RangeError if `p` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.bernoulli.html
 * @example
 * jax.random.bernoulli(jax.random.PRNGKey(0), 0.3, [2]).dtype; // "bool"
 */
export function bernoulli(
  key: Key,
  p?: ArrayLike | BernoulliOptions,
  shape?: Shape | null | BernoulliOptions,
): ndarray {
  const words = wordsOf("bernoulli", key);
  const last = isPlainObject(shape) ? shape : { shape };
  const read = readNamed<BernoulliOptions>("bernoulli", { p }, last, { p: 0.5, shape: undefined });
  const probability = toArray("bernoulli", read.p);
  const { dtype } = probability;
  if (!isFloating(dtype)) throw new TypeError(`bernoulli: expected p to be floats, got ${dtype}`);
  const lengths =
    read.shape === undefined || read.shape === null ? probability.shape : checkShape("bernoulli", read.shape);
  const limit = stretched("bernoulli", probability, lengths).data;
  const zeros = makeStorage(dtype, limit.length);
  const draws = between(words, zeros, makeStorage(dtype, limit.length).fill(1), dtype);
  return new ndarray(
    Uint8Array.from(draws, (draw, i) => (draw < limit[i] ? 1 : 0)),
    lengths,
    "bool",
  );
}
