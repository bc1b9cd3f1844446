import type { Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { log, negative } from "../np/ufuncs";
import { readDraw, type DrawOptions } from "./arguments";
import type { Key } from "./keys";
import { uniform } from "./uniform";

/**
 * Draws numbers from the standard Gumbel distribution: −log(−log u) for u from (0, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.gumbel.html
 * @example
 * jax.random.gumbel(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function gumbel(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  const { lengths, dtype } = readDraw("gumbel", key, shape, typing);
  const tiny = dtype === "float64" ? 2 ** -1022 : 2 ** -126;
  return negative(log(negative(log(uniform(key, lengths, { dtype, minval: tiny, maxval: 1 })))));
}
