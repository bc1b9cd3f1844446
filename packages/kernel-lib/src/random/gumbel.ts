import type { Typing } from "../array/asarray";
import { checkShape, type Shape } from "../array/checks";
import { readTyping } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import type { Key } from "./keys";
import { checkFloating } from "./fractions";
import { uniform } from "./uniform";
import { wordsOf } from "./words";

/**
 * Draws numbers from the standard Gumbel distribution: −log(−log u) for u from (0, 1).
 *
 * @param key - The key.
 * @param shape - The shape of the result. Default: [], one number.
 * @param typing - float32 or float64. Default: float32.
 * @throws TypeError if `key` is none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.gumbel.html
 * @example
 * jax.random.gumbel(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function gumbel(key: Key, shape: Shape = [], typing?: Typing): ndarray {
  wordsOf("gumbel", key);
  const lengths = checkShape("gumbel", shape);
  const dtype = checkFloating("gumbel", readTyping("gumbel", typing));
  const tiny = dtype === "float64" ? 2 ** -1022 : 2 ** -126;
  const draws = uniform(key, lengths, { dtype, minval: tiny, maxval: 1 });
  return new ndarray(
    draws.data.map((u) => -Math.log(-Math.log(u))),
    lengths,
    dtype,
  );
}
