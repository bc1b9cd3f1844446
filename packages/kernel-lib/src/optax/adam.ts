import type { Spelled } from "../array/options";
import { adamDefaults, adamOf, type AdamOptions } from "./adamOptions";
import { scaleByAdam, scaleByAdamax } from "./adaptive";
import { chain } from "./combining";
import { decay, type DecayOptions, type LearningRate } from "./optimizerOptions";
import { scaleByLearningRate } from "./scaling";
import { readRate, type GradientTransformation, type Rate } from "./transformation";
import { addDecayedWeights } from "./adding";

/**
 * Adam: steps along the running mean of gradients, divided by the root of that of their squares.
 *
 * @param learningRate - The size of steps, a number or a schedule; or all options by name.
 * @param options - See {@link AdamOptions}.
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/1412.6980
 * @example
 * const tx = optax.adam(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -0.5
 */
export function adam(
  learningRate: Rate | Spelled<LearningRate & AdamOptions>,
  options?: Spelled<AdamOptions>,
): GradientTransformation {
  const own = readRate("adam", learningRate, options, adamDefaults);
  return chain(scaleByAdam(adamOf(own)), scaleByLearningRate(own.learningRate));
}

/**
 * Adam that looks one step ahead, as Nesterov does.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions}, without `nesterov`.
 * @see https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ
 * @example
 * const tx = optax.nadam(0.5);
 * Object.keys(tx.init([jnp.array([1])])[0]); // ["count", "mu", "nu"]
 */
export function nadam(
  learningRate: Rate | Spelled<LearningRate & AdamOptions>,
  options?: Spelled<AdamOptions>,
): GradientTransformation {
  const own = readRate("nadam", learningRate, options, { ...adamDefaults, nesterov: true });
  return chain(scaleByAdam(adamOf(own)), scaleByLearningRate(own.learningRate));
}

/**
 * Adam with weight decay: parameters shrink by a share of themselves, apart from the gradients.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions} and {@link DecayOptions}; `weightDecay` is 1e-4 by default.
 * @see https://arxiv.org/abs/1711.05101
 * @example
 * const tx = optax.adamw(0.5, { weightDecay: 0.5 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([2])]), [jnp.array([2])])[0][0].item(); // -1
 */
export function adamw(
  learningRate: Rate | Spelled<LearningRate & AdamOptions & DecayOptions>,
  options?: Spelled<AdamOptions & DecayOptions>,
): GradientTransformation {
  const own = readRate("adamw", learningRate, options, { ...adamDefaults, ...decay });
  return chain(
    scaleByAdam(adamOf(own)),
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByLearningRate(own.learningRate),
  );
}

/**
 * Adam with weight decay that looks one step ahead.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions} and {@link DecayOptions}; `weightDecay` is 1e-4 by default.
 * @see https://arxiv.org/abs/1711.05101
 * @example
 * const tx = optax.nadamw(0.5);
 * tx.init([jnp.array([2])]).length; // 3
 */
export function nadamw(
  learningRate: Rate | Spelled<LearningRate & AdamOptions & DecayOptions>,
  options?: Spelled<AdamOptions & DecayOptions>,
): GradientTransformation {
  const own = readRate("nadamw", learningRate, options, { ...adamDefaults, nesterov: true, ...decay });
  return chain(
    scaleByAdam(adamOf(own)),
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByLearningRate(own.learningRate),
  );
}

/**
 * Adam that divides by the largest gradient of late instead of a root mean square.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - `b1` (default: 0.9), `b2` (0.999), `eps` (1e-8).
 * @see https://arxiv.org/abs/1412.6980
 * @example
 * const tx = optax.adamax(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -0.5
 */
export function adamax(
  learningRate: Rate | Spelled<LearningRate & { b1?: number; b2?: number; eps?: number }>,
  options?: { b1?: number; b2?: number; eps?: number },
): GradientTransformation {
  const {
    b1,
    b2,
    eps,
    learningRate: rate,
  } = readRate("adamax", learningRate, options, { b1: 0.9, b2: 0.999, eps: 1e-8 });
  return chain(scaleByAdamax({ b1, b2, eps }), scaleByLearningRate(rate));
}

/**
 * Adamax with weight decay.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - `b1` (default: 0.9), `b2` (0.999), `eps` (1e-8), and {@link DecayOptions}.
 * @see https://arxiv.org/abs/1711.05101
 * @example
 * const tx = optax.adamaxw(0.5);
 * tx.init([jnp.array([1])]).length; // 3
 */
export function adamaxw(
  learningRate: Rate | Spelled<LearningRate & { b1?: number; b2?: number; eps?: number } & DecayOptions>,
  options?: Spelled<{ b1?: number; b2?: number; eps?: number } & DecayOptions>,
): GradientTransformation {
  const own = readRate("adamaxw", learningRate, options, { b1: 0.9, b2: 0.999, eps: 1e-8, ...decay });
  return chain(
    scaleByAdamax({ b1: own.b1, b2: own.b2, eps: own.eps }),
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByLearningRate(own.learningRate),
  );
}
