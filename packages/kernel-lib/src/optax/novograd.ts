import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { sum } from "../np/reductions";
import { add, divide, equal, multiply, sqrt, square } from "../np/ufuncs";
import { where } from "../np/where";
import { full } from "../ops/map";
import { chain } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import {
  filled,
  leavesOf,
  needed,
  nextStep,
  noSteps,
  overTrees,
  readRate,
  transformation,
  type GradientTransformation,
  type Rate,
} from "./transformation";

/** Options of {@link novograd}. */
export interface NovogradOptions {
  /** How much of past updates is kept. Default: 0.9. */
  b1?: number;
  /** How much of the mean square of a whole array stays each step. Default: 0.25. */
  b2?: number;
  /** What is added to the root. Default: 1e-6; of {@link scaleByNovograd} 1e-8. */
  eps?: number;
  /** What is added inside the root. Default: 0. */
  epsRoot?: number;
  /** The share of parameters by which they shrink. Default: 0. */
  weightDecay?: number;
}

const usual: Required<NovogradOptions> = { b1: 0.9, b2: 0.25, eps: 1e-8, epsRoot: 0, weightDecay: 0 };

/**
 * Divides the gradient of each array by the running mean of its length, and adds momentum: NovoGrad's part.
 *
 * @param options - See {@link NovogradOptions}.
 * @see https://arxiv.org/abs/1905.11286
 * @example
 * const tx = optax.scaleByNovograd({ eps: 0 });
 * tx.update([jnp.array([3, 4])], tx.init([jnp.ones(2)]), [jnp.ones(2)])[0][0].tolist(); // [0.6000000238418579, 0.800000011920929]
 */
export function scaleByNovograd(options?: Spelled<NovogradOptions>): GradientTransformation {
  const name = "scaleByNovograd";
  const { b1, b2, eps, epsRoot, weightDecay } = readOptions<Required<NovogradOptions>>(name, options, usual);
  return transformation(
    name,
    (params) => ({
      count: noSteps(),
      mu: filled(name, params),
      nu: overTrees(name, (p) => full(0, [], p.dtype), params),
    }),
    (updates, state: { count: ndarray; mu: unknown; nu: unknown }, params) => {
      const isFirst = equal(state.count, 0);
      const squares = overTrees(name, (g) => sum(square(g)), updates);
      const nu = overTrees(
        name,
        (now, before) => where(isFirst, now, add(multiply(1 - b2, now), multiply(b2, before))),
        squares,
        state.nu,
      );
      const roots = leavesOf(name, nu).map((n) => add(sqrt(add(n, epsRoot)), eps));
      const own = needed(name, params);
      let at = 0;
      const divided = overTrees(name, (g) => divide(g, roots[at++]), updates);
      const decayed = overTrees(name, (u, p) => add(u, multiply(weightDecay, p)), divided, own);
      const mu = overTrees(
        name,
        (u, before) => where(isFirst, u, add(multiply(b1, before), u)),
        decayed,
        state.mu,
      );
      return [mu, { count: nextStep(state.count), mu, nu }];
    },
  );
}

/**
 * NovoGrad: gradients divided by the length of their array, with momentum.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link NovogradOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/1905.11286
 * @example
 * const tx = optax.novograd(0.5, { eps: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]), [jnp.array([1])])[0][0].item(); // -0.5
 */
export function novograd(
  learningRate: Rate | Spelled<LearningRate & NovogradOptions>,
  options?: Spelled<NovogradOptions>,
): GradientTransformation {
  const { learningRate: rate, ...own } = readRate("novograd", learningRate, options, { ...usual, eps: 1e-6 });
  return chain(scaleByNovograd(own), scaleByLearningRate(rate));
}
