import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { where } from "../np/where";
import { add, divide, less, maximum, minimum, multiply, sqrt, square } from "../np/ufuncs";
import { sum } from "../np/reductions";
import { mean } from "../np/statistics";
import { broadcast } from "../ops/broadcast";
import { leavesOf, needed, overTrees, stateless, type GradientTransformation } from "./transformation";

/**
 * Gives the length of all arrays of a tree as one vector: √Σ x².
 *
 * @param updates - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.globalNorm({ a: jnp.array([3]), b: jnp.array([4]) }).item(); // 5
 */
export function globalNorm(updates: unknown): ndarray {
  const squares = leavesOf("globalNorm", updates).map((x) => sum(square(x)));
  return squares.length === 0 ? toArray("globalNorm", 0) : sqrt(squares.reduce((a, b) => add(a, b)));
}

/**
 * Cuts each number of an update at ±`maxDelta`.
 *
 * @param maxDelta - The largest change.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.clip(1).update([jnp.array([-3, 0.5])], {})[0][0].tolist(); // [-1, 0.5]
 */
export function clip(maxDelta: number | ndarray): GradientTransformation {
  const most = toArray("clip", maxDelta);
  return stateless("clip", (updates) =>
    overTrees("clip", (g) => minimum(maximum(g, multiply(most, -1)), most), updates),
  );
}

/**
 * Scales each array of an update so that its root mean square is at most `threshold`.
 *
 * @param threshold - The largest root mean square.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.clipByBlockRms(1).update([jnp.array([3, -3])], {})[0][0].tolist(); // [1, -1]
 */
export function clipByBlockRms(threshold: number | ndarray): GradientTransformation {
  return stateless("clipByBlockRms", (updates) =>
    overTrees(
      "clipByBlockRms",
      (g) => divide(g, maximum(1, divide(sqrt(mean(square(g))), threshold))),
      updates,
    ),
  );
}

/**
 * Scales an update so that its length, all arrays together, is at most `maxNorm`.
 *
 * @param maxNorm - The greatest length.
 * @see https://arxiv.org/abs/1211.5063
 * @example
 * optax.clipByGlobalNorm(1).update([jnp.array([3, 4])], {})[0][0].tolist(); // [0.6000000238418579, 0.800000011920929]
 */
export function clipByGlobalNorm(maxNorm: number | ndarray): GradientTransformation {
  return stateless("clipByGlobalNorm", (updates) => {
    const norm = globalNorm(updates);
    const fits = less(norm, maxNorm);
    return overTrees("clipByGlobalNorm", (g) => where(fits, g, multiply(divide(g, norm), maxNorm)), updates);
  });
}

/** The length of what leads to each unit, at the shape of the array. */
function unitNorm(x: ndarray): ndarray {
  const long = x.shape.filter((length) => length !== 1).length;
  const axes = long <= 1 ? [...x.shape.keys()] : x.ndim <= 3 ? [0] : [...x.shape.keys()].slice(0, -1);
  return broadcast(sqrt(sum(square(x), { axis: axes, keepdims: true })), x.shape);
}

/**
 * Cuts the update of each unit at a share of the length of its parameters.
 *
 * @param clipping - The share.
 * @param options - The least length of parameters (`eps`, default: 1e-3).
 * @see https://arxiv.org/abs/2102.06171
 * @example
 * const tx = optax.adaptiveGradClip(0.1);
 * tx.update([jnp.array([3, 4])], {}, [jnp.array([6, 8])])[0][0].tolist(); // [0.6000000238418579, 0.800000011920929]
 */
export function adaptiveGradClip(clipping: number, options?: { eps?: number }): GradientTransformation {
  const { eps } = readOptions("adaptiveGradClip", options, { eps: 1e-3 }) as { eps: number };
  return stateless("adaptiveGradClip", (updates, params) =>
    overTrees(
      "adaptiveGradClip",
      (g, p) => {
        const norm = unitNorm(g);
        const most = multiply(clipping, maximum(unitNorm(p), eps));
        return where(less(norm, most), g, multiply(g, divide(most, maximum(norm, 1e-6))));
      },
      updates,
      needed("adaptiveGradClip", params),
    ),
  );
}
