import type { Spelled } from "../array/options";
import {
  scaleByRms,
  scaleByRss,
  scaleByStddev,
  scaleByAdadelta,
  trace,
  type RmsOptions,
} from "./accumulating";
import { chain } from "./combining";
import { type LearningRate, type DecayOptions, decay } from "./optimizerOptions";
import { identity, scaleByLearningRate } from "./scaling";
import { readRate, type GradientTransformation, type Rate } from "./transformation";
import { addDecayedWeights } from "./adding";

/**
 * Adagrad: divides gradients by the root of the sum of all their squares so far.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - What the sum begins with (`initialAccumulatorValue`, default: 0.1), `eps` (1e-7).
 * @see https://www.jmlr.org/papers/v12/duchi11a.html
 * @example
 * const tx = optax.adagrad(0.5, { initialAccumulatorValue: 0, eps: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -0.5
 */
export function adagrad(
  learningRate: Rate | Spelled<LearningRate & { initialAccumulatorValue?: number; eps?: number }>,
  options?: Spelled<{ initialAccumulatorValue?: number; eps?: number }>,
): GradientTransformation {
  const { learningRate: rate, ...own } = readRate("adagrad", learningRate, options, {
    initialAccumulatorValue: 0.1,
    eps: 1e-7,
  });
  return chain(scaleByRss(own), scaleByLearningRate(rate));
}

/**
 * Adadelta: steps whose size follows from past gradients and past steps.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - `rho` (default: 0.9), `eps` (1e-6), and {@link DecayOptions}; `weightDecay` is 0 by default.
 * @see https://arxiv.org/abs/1212.5701
 * @example
 * const tx = optax.adadelta(1);
 * tx.init([jnp.array([1])]).length; // 3
 */
export function adadelta(
  learningRate: Rate | Spelled<LearningRate & { rho?: number; eps?: number } & DecayOptions>,
  options?: Spelled<{ rho?: number; eps?: number } & DecayOptions>,
): GradientTransformation {
  const own = readRate("adadelta", learningRate, options, {
    rho: 0.9,
    eps: 1e-6,
    ...decay,
    weightDecay: 0 as typeof decay.weightDecay,
  });
  return chain(
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByAdadelta({ rho: own.rho, eps: own.eps }),
    scaleByLearningRate(own.learningRate),
  );
}

/**
 * RMSProp: divides gradients by the root of the running mean of their squares.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link RmsOptions}; whether the mean is taken off first (`centered`, default: false), `momentum`
 * (none), `nesterov` (false).
 * @see https://www.cs.toronto.edu/~tijmen/csc321/slides/lecture_slides_lec6.pdf
 * @example
 * const tx = optax.rmsprop(0.5, { decay: 0, eps: 0 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -0.5
 */
export function rmsprop(
  learningRate:
    | Rate
    | Spelled<
        LearningRate & RmsOptions & { centered?: boolean; momentum?: number | null; nesterov?: boolean }
      >,
  options?: Spelled<RmsOptions & { centered?: boolean; momentum?: number | null; nesterov?: boolean }>,
): GradientTransformation {
  const {
    learningRate: rate,
    centered,
    momentum,
    nesterov,
    ...own
  } = readRate("rmsprop", learningRate, options, {
    decay: 0.9,
    eps: 1e-8,
    initialScale: 0,
    epsInSqrt: true,
    centered: false,
    momentum: null as number | null,
    nesterov: false,
    biasCorrection: false,
  });
  return chain(
    centered ? scaleByStddev(own) : scaleByRms(own),
    scaleByLearningRate(rate),
    momentum === null ? identity() : trace(momentum, { nesterov }),
  );
}
