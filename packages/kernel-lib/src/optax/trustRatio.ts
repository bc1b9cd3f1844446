import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { add, divide, multiply, sqrt, square, subtract } from "../np/ufuncs";
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

/**
 * Fromage: steps as long as the parameters say, after which these are made shorter by as much as the steps made them
 * longer, √(1 + η²).
 *
 * @param learningRate - The size η of steps; or all options by name.
 * @param options - The least length of parameters and gradients (`minNorm`, default: 1e-6).
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://arxiv.org/abs/2002.03432
 * @example
 * const tx = optax.fromage(0.75);
 * const params = [jnp.array([0, 4])];
 * tx.update([jnp.array([1, 0])], tx.init(params), params)[0][0].tolist()[0]; // -2.4000000953674316
 */
export function fromage(
  learningRate: Rate | Spelled<LearningRate & { minNorm?: number }>,
  options?: Spelled<{ minNorm?: number }>,
): GradientTransformation {
  const { learningRate: rate, minNorm } = readRate("fromage", learningRate, options, { minNorm: 1e-6 });
  const shrunk = (eta: ndarray | number): ndarray => divide(1, sqrt(add(1, square(eta))));
  const [step, decay]: [Rate, ndarray | Schedule] =
    typeof rate === "function"
      ? [(count) => multiply(rate(count), shrunk(rate(count))), (count) => subtract(shrunk(rate(count)), 1)]
      : [multiply(rate, shrunk(rate)), subtract(shrunk(rate), 1)];
  return chain(scaleByTrustRatio({ minNorm }), scaleByLearningRate(step), addDecayedWeights(decay));
}
