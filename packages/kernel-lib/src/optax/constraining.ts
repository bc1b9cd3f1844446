import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { any } from "../np/reductions";
import { mean } from "../np/statistics";
import { add, divide, isnan, less, negative, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { full } from "../ops/map";
import { globalNorm } from "./clipping";
import { needed, overTrees, stateless, transformation, type GradientTransformation } from "./transformation";

/**
 * Puts 0 in place of what is not a number in gradients; the state says in which arrays there was such a number.
 *
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.zeroNans().update([jnp.array([NaN, 2])], {})[0][0].tolist(); // [0, 2]
 */
export function zeroNans(): GradientTransformation {
  const name = "zeroNans";
  return transformation(
    name,
    (params) => ({ foundNan: overTrees(name, () => full(0, [], "bool"), params) }),
    (updates) => [
      overTrees(name, (g) => where(isnan(g), 0, g), updates),
      { foundNan: overTrees(name, (g) => any(isnan(g)), updates) },
    ],
  );
}

/**
 * Has parameters end at 0 where updates would take them below it.
 *
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.keepParamsNonnegative();
 * tx.update([jnp.array([-3, 1])], {}, [jnp.array([2, 2])])[0][0].tolist(); // [-2, 1]
 */
export function keepParamsNonnegative(): GradientTransformation {
  const name = "keepParamsNonnegative";
  return stateless(name, (updates, params) =>
    overTrees(name, (u, p) => where(less(add(p, u), 0), negative(p), u), updates, needed(name, params)),
  );
}

/**
 * Subtracts from gradients of two axes or more their mean over all axes but the first.
 *
 * @see https://arxiv.org/abs/2004.01461
 * @example
 * optax.centralize().update([jnp.array([[1, 3]])], {})[0][0].tolist(); // [[-1, 1]]
 */
export function centralize(): GradientTransformation {
  const centred = (g: ndarray): ndarray => {
    if (g.ndim < 2) return g;
    return subtract(g, mean(g, { axis: g.shape.slice(1).map((_, i) => i + 1), keepdims: true }));
  };
  return stateless("centralize", (updates) => overTrees("centralize", centred, updates));
}

/**
 * Divides updates by the length of all of them together.
 *
 * @param options - The length they are given (`scaleFactor`, default: 1), `eps` (1e-6).
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.normalizeByUpdateNorm({ scaleFactor: 10, eps: 0 });
 * tx.update([jnp.array([3, 4])], {})[0][0].tolist(); // [6, 8]
 */
export function normalizeByUpdateNorm(
  options?: Spelled<{ scaleFactor?: number; eps?: number }>,
): GradientTransformation {
  const name = "normalizeByUpdateNorm";
  const { scaleFactor, eps } = readOptions(name, options, { scaleFactor: 1, eps: 1e-6 });
  return stateless(name, (updates) => {
    const length = divide(add(globalNorm(updates), eps), scaleFactor);
    return overTrees(name, (g) => divide(g, length), updates);
  });
}
