import { full } from "../ops/map";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { multiply, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { chain } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import {
  filled,
  overTrees,
  readRate,
  transformation,
  type GradientTransformation,
  type Rate,
} from "./transformation";

/** Options of {@link optimisticGradientDescent}. */
export interface OptimisticOptions {
  /** The weight of the gradient. Default: 1. */
  alpha?: number;
  /** The weight of its change since the step before. Default: 1. */
  beta?: number;
}

/**
 * Adds to gradients their change since the step before: (α + β) gₜ − β gₜ₋₁.
 *
 * @param options - See {@link OptimisticOptions}.
 * @see https://arxiv.org/abs/1711.00141
 * @example
 * const tx = optax.scaleByOptimisticGradient();
 * const [, state] = tx.update([jnp.array([1])], tx.init([jnp.array([0])]));
 * tx.update([jnp.array([3])], state)[0][0].item(); // 5
 */
export function scaleByOptimisticGradient(options?: OptimisticOptions): GradientTransformation {
  const name = "scaleByOptimisticGradient";
  const { alpha, beta } = readOptions(name, options, { alpha: 1, beta: 1 }) as Required<OptimisticOptions>;
  return transformation(
    name,
    (params) => ({ isInitialStep: full(1, [], "bool"), previousGradient: filled(name, params) }),
    (updates, state: { isInitialStep: ndarray; previousGradient: unknown }) => {
      const ahead = (g: ndarray, before: ndarray): ndarray =>
        subtract(multiply(alpha + beta, g), multiply(beta, where(state.isInitialStep, g, before)));
      const next = { isInitialStep: full(0, [], "bool"), previousGradient: updates };
      return [overTrees(name, ahead, updates, state.previousGradient), next];
    },
  );
}

/**
 * Optimistic gradient descent, for games, where plain descent goes round in circles.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link OptimisticOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/1711.00141
 * @example
 * const tx = optax.optimisticGradientDescent(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -2
 */
export function optimisticGradientDescent(
  learningRate: Rate | Spelled<LearningRate & OptimisticOptions>,
  options?: OptimisticOptions,
): GradientTransformation {
  const { learningRate: rate, ...own } = readRate("optimisticGradientDescent", learningRate, options, {
    alpha: 1,
    beta: 1,
  });
  return chain(scaleByOptimisticGradient(own), scaleByLearningRate(rate));
}
