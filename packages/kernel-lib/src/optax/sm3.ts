import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { max } from "../np/reductions";
import { add, minimum, multiply, square } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { full } from "../ops/map";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import { inverseRoot } from "./inverseRoot";
import { updateMoment } from "./moments";
import { filled, overTrees, transformation, type GradientTransformation } from "./transformation";
import { chain } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import { readRate, type Rate } from "./transformation";

/**
 * Adagrad with far less memory: of each axis only the largest squares are kept.
 *
 * @param options - How much of the running mean of updates stays (`b1`, default: 0.9), of the squares (`b2`, 1), `eps`
 * (1e-8).
 * @see https://arxiv.org/abs/1901.11150
 * @example
 * const tx = optax.scaleBySm3();
 * Object.keys(tx.init([jnp.ones([2, 3])])); // ["mu", "nu"]
 */
export function scaleBySm3(options?: { b1?: number; b2?: number; eps?: number }): GradientTransformation {
  const { b1, b2, eps } = readOptions("scaleBySm3", options, { b1: 0.9, b2: 1, eps: 1e-8 }) as {
    b1: number;
    b2: number;
    eps: number;
  };
  const perAxis = (tree: unknown, f: (x: ndarray, axis: number) => ndarray): unknown => {
    const [leaves, structure] = flatten(tree);
    return unflatten(
      structure,
      leaves.map((leaf) => {
        const x = toArray("scaleBySm3", leaf);
        return x.shape.map((_, axis) => f(x, axis));
      }),
    );
  };
  const ofAxis = (x: ndarray, axis: number): ndarray =>
    x.ndim < 2 ? x : max(x, { axis: [...x.shape.keys()].filter((one) => one !== axis) });
  return transformation(
    "scaleBySm3",
    (params) => ({
      mu: perAxis(params, (x, axis) => full(0, [x.shape[axis]], x.dtype)),
      nu: filled("scaleBySm3", params),
    }),
    (updates, state: { mu: unknown; nu: unknown }) => {
      const [leaves, structure] = flatten(updates);
      const kept = leavesLike("scaleBySm3", state.mu, structure) as ndarray[][];
      const sums = leaves.map((leaf, i) => {
        const g = toArray("scaleBySm3", leaf);
        const along = kept[i].map((v, axis) =>
          reshape(
            v,
            g.shape.map((length, one) => (one === axis ? length : 1)),
          ),
        );
        const own = along.length === 0 ? g : along.reduce((a, b) => minimum(a, b));
        return add(multiply(b2 === 1 ? 1 : 1 - b2, square(g)), multiply(b2, own));
      });
      const accumulated = unflatten(structure, sums);
      const scaled = overTrees(
        "scaleBySm3",
        (g, a) => multiply(g, inverseRoot(a, eps)),
        updates,
        accumulated,
      );
      const nu = updateMoment(scaled, state.nu, b1, 1);
      return [nu, { mu: perAxis(accumulated, ofAxis), nu }];
    },
  );
}

/**
 * SM3: Adagrad that keeps of each axis only the largest squares.
 *
 * @param learningRate - The size of steps, a number; or all options by name.
 * @param options - How much of past steps is kept (`momentum`, default: 0.9).
 * @see https://arxiv.org/abs/1901.11150
 * @example
 * const tx = optax.sm3(0.5);
 * tx.init([jnp.ones([2, 3])])[0].mu[0].map((x) => x.shape); // [[2], [3]]
 */
export function sm3(
  learningRate: Rate | Spelled<LearningRate & { momentum?: number }>,
  options?: { momentum?: number },
): GradientTransformation {
  const own = readRate("sm3", learningRate, options, { momentum: 0.9 });
  return chain(scaleBySm3({ b1: own.momentum }), scaleByLearningRate(own.learningRate));
}
