import type { Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { abs, divide, log, log1p, multiply, negative, sign, subtract, tan } from "../np/ufuncs";
import { readDraw, type DrawOptions } from "./arguments";
import type { Key } from "./keys";
import { uniform } from "./uniform";

/** The least positive number of a dtype with all its digits, and the distance from 1 to the next smaller one. */
const limits = {
  float32: { tiny: 2 ** -126, below: 2 ** -24, eps: 2 ** -23 },
  float64: { tiny: 2 ** -1022, below: 2 ** -53, eps: 2 ** -52 },
} as const;

/** Draws fractions from where a distribution begins, for its inverse to turn them into its numbers. */
function fractions(
  name: string,
  key: Key,
  shape: Shape | DrawOptions | undefined,
  typing: Typing | undefined,
  from: (limit: (typeof limits)["float32" | "float64"]) => number,
): ndarray {
  const { lengths, dtype } = readDraw(name, key, shape, typing);
  return uniform(key, lengths, { dtype, minval: from(limits[dtype as "float32"]), maxval: 1 });
}

/**
 * Draws numbers from the exponential distribution: −log(1 − u) for u from [0, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.exponential.html
 * @example
 * jax.random.exponential(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function exponential(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  return negative(log1p(negative(fractions("exponential", key, shape, typing, () => 0))));
}

/**
 * Draws numbers from Laplace's distribution: sign(u) · log(1 − |u|) for u from (−1, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.laplace.html
 * @example
 * jax.random.laplace(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function laplace(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  const u = fractions("laplace", key, shape, typing, ({ below }) => -1 + below);
  return multiply(sign(u), log1p(negative(abs(u))));
}

/**
 * Draws numbers from the logistic distribution: log(u / (1 − u)) for u from (0, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.logistic.html
 * @example
 * jax.random.logistic(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function logistic(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  const u = fractions("logistic", key, shape, typing, ({ tiny }) => tiny);
  return log(divide(u, subtract(1, u)));
}

/**
 * Draws numbers from Cauchy's distribution: tan(π(u − ½)) for u from (0, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.cauchy.html
 * @example
 * jax.random.cauchy(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function cauchy(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  const u = fractions("cauchy", key, shape, typing, ({ eps }) => eps);
  return tan(multiply(Math.PI, subtract(u, 0.5)));
}
