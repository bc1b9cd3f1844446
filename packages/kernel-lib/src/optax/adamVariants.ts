import type { Spelled } from "../array/options";
import { adamDefaults, adamOf, type AdamOptions } from "./adamOptions";
import { scaleByAmsgrad, scaleByBelief, scaleByLion, scaleByRadam, scaleByYogi } from "./adaptive";
import { chain } from "./combining";
import { type LearningRate, type DecayOptions, decay } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import { readRate, type GradientTransformation, type Rate } from "./transformation";
import { addDecayedWeights } from "./adding";

/**
 * Adam that divides by the largest root mean square there has been, so that steps never grow again.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions}, without `nesterov`.
 * @see https://openreview.net/forum?id=ryQu7f-RZ
 * @example
 * const tx = optax.amsgrad(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -0.5
 */
export function amsgrad(
  learningRate: Rate | Spelled<LearningRate & Omit<AdamOptions, "nesterov">>,
  options?: Spelled<Omit<AdamOptions, "nesterov">>,
): GradientTransformation {
  const { b1, b2, eps, epsRoot } = adamDefaults;
  const { learningRate: rate, ...own } = readRate("amsgrad", learningRate, options, { b1, b2, eps, epsRoot });
  return chain(scaleByAmsgrad(own), scaleByLearningRate(rate));
}

/**
 * Adam that divides by how far gradients are from what was expected of them.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions}; `eps` and `epsRoot` are 1e-16 by default.
 * @see https://arxiv.org/abs/2010.07468
 * @example
 * const tx = optax.adabelief(0.5);
 * tx.init([jnp.array([1])]).length; // 2
 */
export function adabelief(
  learningRate: Rate | Spelled<LearningRate & AdamOptions>,
  options?: Spelled<AdamOptions>,
): GradientTransformation {
  const own = readRate("adabelief", learningRate, options, { ...adamDefaults, eps: 1e-16, epsRoot: 1e-16 });
  return chain(scaleByBelief(adamOf(own)), scaleByLearningRate(own.learningRate));
}

/**
 * Yogi: Adam with a mean square that moves by fixed steps.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - `b1` (default: 0.9), `b2` (0.999), `eps` (1e-3).
 * @see https://papers.nips.cc/paper/2018/hash/90365351ccc7437a1309dc64e4db32a3-Abstract.html
 * @example
 * const tx = optax.yogi(0.5);
 * Object.keys(tx.init([jnp.array([1])])[0]); // ["count", "mu", "nu"]
 */
export function yogi(
  learningRate: Rate | Spelled<LearningRate & { b1?: number; b2?: number; eps?: number }>,
  options?: { b1?: number; b2?: number; eps?: number },
): GradientTransformation {
  const { learningRate: rate, ...own } = readRate("yogi", learningRate, options, {
    b1: 0.9,
    b2: 0.999,
    eps: 1e-3,
  });
  return chain(scaleByYogi(own), scaleByLearningRate(rate));
}

/**
 * Rectified Adam: no division as long as the mean square is uncertain.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions}, and from which certainty on to divide (`threshold`, default: 5).
 * @see https://arxiv.org/abs/1908.03265
 * @example
 * const tx = optax.radam(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -2
 */
export function radam(
  learningRate: Rate | Spelled<LearningRate & AdamOptions & { threshold?: number }>,
  options?: Spelled<AdamOptions & { threshold?: number }>,
): GradientTransformation {
  const { learningRate: rate, ...own } = readRate("radam", learningRate, options, {
    ...adamDefaults,
    threshold: 5,
  });
  return chain(scaleByRadam(own), scaleByLearningRate(rate));
}

/**
 * Lion: steps of one size along the sign of a mean of gradients, with weight decay.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - `b1` (default: 0.9), `b2` (0.99), and {@link DecayOptions}; `weightDecay` is 1e-3 by default.
 * @see https://arxiv.org/abs/2302.06675
 * @example
 * const tx = optax.lion(0.5, { weightDecay: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]), [jnp.array([1])])[0][0].item(); // -0.5
 */
export function lion(
  learningRate: Rate | Spelled<LearningRate & { b1?: number; b2?: number } & DecayOptions>,
  options?: Spelled<{ b1?: number; b2?: number } & DecayOptions>,
): GradientTransformation {
  const own = readRate("lion", learningRate, options, {
    b1: 0.9,
    b2: 0.99,
    ...decay,
    weightDecay: 1e-3 as typeof decay.weightDecay,
  });
  return chain(
    scaleByLion({ b1: own.b1, b2: own.b2 }),
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByLearningRate(own.learningRate),
  );
}
