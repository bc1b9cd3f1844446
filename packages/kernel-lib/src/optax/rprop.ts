import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type ByName, type Spelled } from "../array/options";
import { equal, greater, less, maximum, minimum, multiply, sign } from "../np/ufuncs";
import { where } from "../np/where";
import { chain } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { scale } from "./scaling";
import { filled, overTrees, transformation, type GradientTransformation } from "./transformation";

/** Options of {@link rprop}. */
export interface RpropOptions {
  /** By what a step shrinks where the gradient changes its sign. Default: 0.5. */
  etaMinus?: number;
  /** By what it grows where the sign stays. Default: 1.2. */
  etaPlus?: number;
  /** The smallest step. Default: 1e-6. */
  minStepSize?: number;
  /** The largest step. Default: 50. */
  maxStepSize?: number;
}

const usual: Required<RpropOptions> = { etaMinus: 0.5, etaPlus: 1.2, minStepSize: 1e-6, maxStepSize: 50 };

/**
 * Takes of gradients their signs alone; each parameter has a step of its own, which grows while the sign stays. As in
 * optax, a step is taken one call after its gradient was given.
 *
 * @param learningRate - The size of the first steps.
 * @param options - See {@link RpropOptions}.
 * @see https://doi.org/10.1109/ICNN.1993.298623
 * @example
 * const tx = optax.scaleByRprop(0.5);
 * Object.keys(tx.init([jnp.array([1])])); // ["stepSizes", "prevUpdates"]
 */
export function scaleByRprop(learningRate: number, options?: Spelled<RpropOptions>): GradientTransformation {
  const name = "scaleByRprop";
  const own = readOptions<Required<RpropOptions>>(name, options, usual);
  return transformation(
    name,
    (params) => ({ stepSizes: filled(name, params, learningRate), prevUpdates: filled(name, params) }),
    (updates, state: { stepSizes: unknown; prevUpdates: unknown }) => {
      const signs = overTrees(name, (g, before) => multiply(g, before), updates, state.prevUpdates);
      const resized = (s: ndarray, size: ndarray): ndarray => {
        const next = multiply(size, where(greater(s, 0), own.etaPlus, own.etaMinus));
        return where(equal(s, 0), size, minimum(maximum(next, own.minStepSize), own.maxStepSize));
      };
      const stepSizes = overTrees(name, resized, signs, state.stepSizes);
      const steps = overTrees(
        name,
        (s, g, size) => where(less(s, 0), 0, multiply(size, sign(g))),
        signs,
        updates,
        stepSizes,
      );
      const turned = (s: ndarray, step: ndarray): ndarray => where(less(s, 0), 0, step);
      return [overTrees(name, turned, signs, state.prevUpdates), { stepSizes, prevUpdates: steps }];
    },
  );
}

/**
 * Resilient backpropagation: steps whose size depends on how often the sign of a gradient changes. For whole data sets,
 * not for batches.
 *
 * @param learningRate - The size of the first steps; or all options by name.
 * @param options - See {@link RpropOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://doi.org/10.1109/ICNN.1993.298623
 * @example
 * const tx = optax.rprop(0.5);
 * const [, state] = tx.update([jnp.array([4])], tx.init([jnp.array([1])]));
 * tx.update([jnp.array([4])], state)[0][0].item(); // -0.5
 */
export function rprop(
  learningRate: number | ByName<{ learningRate: number } & RpropOptions>,
  options?: Spelled<RpropOptions>,
): GradientTransformation {
  const given = isPlainObject(learningRate) ? learningRate : { ...options, learningRate };
  const { learningRate: rate, ...rest } = readOptions<Required<RpropOptions> & LearningRate>("rprop", given, {
    ...usual,
    learningRate: undefined as never,
  });
  if (typeof rate !== "number") throw new TypeError("rprop: expected learningRate to be a number");
  return chain(scaleByRprop(rate, rest), scale(-1));
}
