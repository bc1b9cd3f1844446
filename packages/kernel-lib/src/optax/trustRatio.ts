import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { trace } from "./accumulating";
import { adamDefaults, adamOf, type AdamOptions } from "./adamOptions";
import { scaleByAdam } from "./adaptive";
import { chain, masked, type Mask } from "./combining";
import { type LearningRate, type DecayOptions, decay } from "./optimizerOptions";
import { scaleByLearningRate, scaleByTrustRatio } from "./scaling";
import { readRate, type GradientTransformation, type Rate, type Schedule } from "./transformation";
import { addDecayedWeights } from "./adding";

/**
 * LAMB: Adam whose step for each array is as long as its parameters say, for large batches.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link AdamOptions} (`eps` is 1e-6 by default) and {@link DecayOptions} (`weightDecay` 0).
 * @see https://arxiv.org/abs/1904.00962
 * @example
 * const tx = optax.lamb(0.5);
 * tx.init([jnp.array([1])]).length; // 4
 */
export function lamb(
  learningRate: Rate | Spelled<LearningRate & Omit<AdamOptions, "nesterov"> & DecayOptions>,
  options?: Spelled<Omit<AdamOptions, "nesterov"> & DecayOptions>,
): GradientTransformation {
  const { b1, b2, epsRoot } = adamDefaults;
  const own = readRate("lamb", learningRate, options, {
    b1,
    b2,
    eps: 1e-6 as number | ndarray,
    epsRoot,
    ...decay,
    weightDecay: 0 as typeof decay.weightDecay,
  });
  return chain(
    scaleByAdam(adamOf(own)),
    addDecayedWeights(own.weightDecay, own.mask),
    scaleByTrustRatio(),
    scaleByLearningRate(own.learningRate),
  );
}

/** Options of {@link lars}. */
export interface LarsOptions {
  /** Which share of the parameters is taken off. Default: 0. */
  weightDecay?: number | ndarray | Schedule;
  /** Which parameters shrink. Default: all. */
  weightDecayMask?: Mask;
  /** How long steps are beside parameters. Default: 0.001. */
  trustCoefficient?: number;
  /** What is added to the length of gradients. Default: 0. */
  eps?: number;
  /** Of which parameters steps are scaled. Default: all. */
  trustRatioMask?: Mask;
  /** How much of past steps is kept. Default: 0.9. */
  momentum?: number;
  /** Whether to look one step ahead. Default: false. */
  nesterov?: boolean;
}

/**
 * LARS: gradient descent with momentum whose step for each array is as long as its parameters say.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - See {@link LarsOptions}.
 * @see https://arxiv.org/abs/1708.03888
 * @example
 * const tx = optax.lars(1);
 * tx.init([jnp.array([1])]).length; // 4
 */
export function lars(
  learningRate: Rate | Spelled<LearningRate & LarsOptions>,
  options?: Spelled<LarsOptions>,
): GradientTransformation {
  const own = readRate("lars", learningRate, options, {
    weightDecay: 0 as typeof decay.weightDecay,
    weightDecayMask: true as Mask,
    trustCoefficient: 0.001,
    eps: 0,
    trustRatioMask: true as Mask,
    momentum: 0.9,
    nesterov: false,
  });
  const { trustCoefficient, eps } = own;
  return chain(
    addDecayedWeights(own.weightDecay, own.weightDecayMask),
    masked(scaleByTrustRatio({ trustCoefficient, eps }), own.trustRatioMask),
    scaleByLearningRate(own.learningRate),
    trace(own.momentum, { nesterov: own.nesterov }),
  );
}
