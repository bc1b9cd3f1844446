import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { zerosLike } from "../np/creation";
import { divide, logicalOr, maximum, multiply, sign, square, sqrt, add, equal } from "../np/ufuncs";
import { mean } from "../np/statistics";
import { sum } from "../np/reductions";
import { where } from "../np/where";
import {
  checkRate,
  like,
  needed,
  nextStep,
  noSteps,
  overTrees,
  stateless,
  transformation,
  type GradientTransformation,
  type Rate,
  type Schedule,
} from "./transformation";

/**
 * Hands gradients on as they are.
 *
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.identity().update([jnp.ones(2)], {})[0][0].tolist(); // [1, 1]
 */
export function identity(): GradientTransformation {
  return stateless("identity", (updates) => updates);
}

/**
 * Replaces updates by zeros: parameters stay as they are.
 *
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.setToZero().update([jnp.ones(2)], {})[0][0].tolist(); // [0, 0]
 */
export function setToZero(): GradientTransformation {
  return stateless("setToZero", (updates) => overTrees("setToZero", (g) => zerosLike(g), updates));
}

/**
 * Multiplies updates by a number.
 *
 * @param stepSize - The factor.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.scale(-0.5).update([jnp.ones(2)], {})[0][0].tolist(); // [-0.5, -0.5]
 */
export function scale(stepSize: number | ndarray): GradientTransformation {
  const factor = typeof stepSize === "number" ? stepSize : toArray("scale", stepSize);
  return stateless("scale", (updates) => overTrees("scale", (g) => multiply(like(factor, g), g), updates));
}

/**
 * Multiplies updates by a number that depends on the step.
 *
 * @param stepSizeFn - A function of the number of the step, from 0.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const halving = optax.scaleBySchedule((count) => jnp.power(0.5, count));
 * halving.update([jnp.ones(1)], halving.init([jnp.ones(1)]))[0][0].tolist(); // [1]
 */
export function scaleBySchedule(stepSizeFn: Schedule): GradientTransformation {
  return transformation(
    "scaleBySchedule",
    () => ({ count: noSteps() }),
    (updates, { count }: { count: ndarray }) => {
      const factor = toArray("scaleBySchedule", stepSizeFn(count));
      return [
        overTrees("scaleBySchedule", (g) => multiply(like(factor, g), g), updates),
        { count: nextStep(count) },
      ];
    },
  );
}

/**
 * Turns gradients into steps downhill: multiplies by −rate, a number or a schedule.
 *
 * @param learningRate - A number, or a function of the number of the step.
 * @param options - Whether to change the sign (`flipSign`, default: true).
 * @throws TypeError if the rate is neither.
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.scaleByLearningRate(0.1).update([jnp.ones(1)], {})[0][0].item(); // -0.10000000149011612
 */
export function scaleByLearningRate(
  learningRate: Rate,
  options?: Spelled<{ flipSign?: boolean }>,
): GradientTransformation {
  const { flipSign } = readOptions("scaleByLearningRate", options, { flipSign: true });
  const rate = checkRate("scaleByLearningRate", learningRate);
  const factor = flipSign ? -1 : 1;
  if (typeof rate === "function") return scaleBySchedule((count) => multiply(factor, rate(count)));
  return scale(typeof rate === "number" ? factor * rate : multiply(factor, rate));
}

/**
 * Keeps of updates the sign alone.
 *
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * optax.scaleBySign().update([jnp.array([-3, 2])], {})[0][0].tolist(); // [-1, 1]
 */
export function scaleBySign(): GradientTransformation {
  return stateless("scaleBySign", (updates) => overTrees("scaleBySign", sign, updates));
}

/** The length of an array as a vector, with derivative 0 where it is below a least one. */
function safeNorm(x: ndarray, least: number | ndarray): ndarray {
  const norm = sqrt(sum(square(x)));
  return maximum(norm, least);
}

/**
 * Scales the update of each array to the length of its parameters.
 *
 * @param options - The least length of both (`minNorm`, default: 0), a factor (`trustCoefficient`, 1), what is added to
 * the length of the update (`eps`, 0).
 * @see https://arxiv.org/abs/1904.00962
 * @example
 * const tx = optax.scaleByTrustRatio();
 * tx.update([jnp.array([3, 4])], {}, [jnp.array([0, 10])])[0][0].tolist(); // [6, 8]
 */
export function scaleByTrustRatio(
  options?: Spelled<{ minNorm?: number; trustCoefficient?: number; eps?: number }>,
): GradientTransformation {
  const { minNorm, trustCoefficient, eps } = readOptions("scaleByTrustRatio", options, {
    minNorm: 0,
    trustCoefficient: 1,
    eps: 0,
  });
  return stateless("scaleByTrustRatio", (updates, params) =>
    overTrees(
      "scaleByTrustRatio",
      (u, p) => {
        const [own, step] = [safeNorm(p, minNorm), safeNorm(u, minNorm)];
        const ratio = divide(multiply(trustCoefficient, own), add(step, eps));
        return multiply(u, where(logicalOr(equal(own, 0), equal(step, 0)), 1, ratio));
      },
      updates,
      needed("scaleByTrustRatio", params),
    ),
  );
}

/**
 * Scales the update of each array by the root mean square of its parameters.
 *
 * @param options - The least such root (`minScale`, default: 1e-3).
 * @see https://optax.readthedocs.io/en/latest/api/transformations.html
 * @example
 * const tx = optax.scaleByParamBlockRms();
 * tx.update([jnp.ones(2)], {}, [jnp.array([2, -2])])[0][0].tolist(); // [2, 2]
 */
export function scaleByParamBlockRms(options?: Spelled<{ minScale?: number }>): GradientTransformation {
  const { minScale } = readOptions("scaleByParamBlockRms", options, { minScale: 1e-3 });
  return stateless("scaleByParamBlockRms", (updates, params) =>
    overTrees(
      "scaleByParamBlockRms",
      (u, p) => multiply(u, maximum(sqrt(mean(square(p))), minScale)),
      updates,
      needed("scaleByParamBlockRms", params),
    ),
  );
}
