import type { ArrayLike } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { stretched } from "../array/stretch";
import { isFloating, makeStorage } from "../array/traits";
import type { Key } from "./keys";
import { between } from "./fractions";
import { wordsOf } from "./words";

/**
 * Tosses coins: true with probability `p`.
 *
 * @param key - The key.
 * @param p - The probability of true; a number, or an array that broadcasts to the shape. Default: 0.5.
 * @param shape - The shape of the result. Default: that of `p`.
 * @returns Truth values.
 * @throws TypeError if `key` is none or `p` holds integers, RangeError if `p` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.bernoulli.html
 * @example
 * jax.random.bernoulli(jax.random.PRNGKey(0), 0.3, [2]).dtype; // "bool"
 */
export function bernoulli(key: Key, p: ArrayLike = 0.5, shape?: Shape | null): ndarray {
  const words = wordsOf("bernoulli", key);
  const probability = toArray("bernoulli", p);
  const { dtype } = probability;
  if (!isFloating(dtype)) throw new TypeError(`bernoulli: expected p to be floats, got ${dtype}`);
  const lengths = shape === undefined || shape === null ? probability.shape : checkShape("bernoulli", shape);
  const limit = stretched("bernoulli", probability, lengths).data;
  const zeros = makeStorage(dtype, limit.length);
  const draws = between(words, zeros, makeStorage(dtype, limit.length).fill(1), dtype);
  return new ndarray(
    Uint8Array.from(draws, (draw, i) => (draw < limit[i] ? 1 : 0)),
    lengths,
    "bool",
  );
}
