import type { Spelled } from "../array/options";
import type { ndarray } from "../array/ndarray";
import {
  scaleByFactoredRms,
  scaleByRms,
  scaleByRss,
  scaleByStddev,
  scaleByAdadelta,
  scaleBySm3,
  ema,
  trace,
} from "./accumulating";
import type { FactoredOptions, RmsOptions } from "./accumulating";
import {
  scaleByAdam,
  scaleByAdamax,
  scaleByAmsgrad,
  scaleByBelief,
  scaleByLion,
  scaleByRadam,
  scaleByYogi,
} from "./adaptive";
import { adamDefaults, type AdamOptions } from "./adamOptions";
import { clipByBlockRms } from "./clipping";
import { chain, masked, type Mask } from "./combining";
import {
  identity,
  scale,
  scaleByLearningRate,
  scaleByParamBlockRms,
  scaleBySign,
  scaleByTrustRatio,
} from "./scaling";
import { readRate, type GradientTransformation, type Rate, type Schedule } from "./transformation";
import { addDecayedWeights, addNoise } from "./wrappers";

/** How a rate is given by name: `optax.adam({ learningRate: 1e-3 })`. */
export interface LearningRate {
  /** The size of steps: a number, or a function of the number of the step. */
  learningRate?: Rate;
}

/** Options of the optimisers whose parameters shrink. */
export interface DecayOptions {
  /** Which share of the parameters is taken off: a number, or a schedule. */
  weightDecay?: number | ndarray | Schedule;
  /** Which parameters shrink, as for `optax.masked`. Default: all. */
  mask?: Mask;
}

const decay = { weightDecay: 1e-4 as NonNullable<DecayOptions["weightDecay"]>, mask: null as Mask };

const adamOf = ({ b1, b2, eps, epsRoot, nesterov }: AdamOptions): AdamOptions => ({
  b1,
  b2,
  eps,
  epsRoot,
  nesterov,
});

/**
 * Plain gradient descent, with momentum if asked for: θ ← θ − rate · g.
 *
 * @param learningRate - The size of steps, a number or a schedule; or all options by name.
 * @param options - How much of past gradients is kept (`momentum`, default: none), whether to look one step ahead
 * (`nesterov`, false).
 * @throws TypeError if there is no rate, or for an unknown option.
 * @see https://optax.readthedocs.io/en/latest/api/optimizers.html
 * @example
 * const tx = optax.sgd(0.5);
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -2
 */
export function sgd(
  learningRate: Rate | Spelled<LearningRate & { momentum?: number | ndarray | null; nesterov?: boolean }>,
  options?: Spelled<{ momentum?: number | ndarray | null; nesterov?: boolean }>,
): GradientTransformation {
  const own = readRate("sgd", learningRate, options, {
    momentum: null as number | ndarray | null,
    nesterov: false,
  });
  const before = own.momentum === null ? identity() : trace(own.momentum, { nesterov: own.nesterov });
  return chain(before, scaleByLearningRate(own.learningRate));
}

/**
 * Gradient descent with noise that becomes less with every step.
 *
 * @param learningRate - The size of steps; or all options by name.
 * @param options - The variance of the noise (`eta`, default: 0.01), how quickly it falls (`gamma`, 0.55), a key or the
 * number of one (`key`, 0).
 * @see https://arxiv.org/abs/1511.06807
 * @example
 * const tx = optax.noisySgd(1, { eta: 0, key: 1 });
 * tx.update([jnp.array([4])], tx.init([jnp.array([1])]))[0][0].item(); // -4
 */
export function noisySgd(
  learningRate: Rate | Spelled<LearningRate & { eta?: number; gamma?: number; key?: number | ndarray }>,
  options?: { eta?: number; gamma?: number; key?: number | ndarray },
): GradientTransformation {
  const own = readRate("noisySgd", learningRate, options, {
    eta: 0.01,
    gamma: 0.55,
    key: 0 as number | ndarray,
  });
  return chain(addNoise(own.eta, own.gamma, own.key), scaleByLearningRate(own.learningRate));
}

/**
 * Gradient descent along the signs of gradients alone.
 *
 * @param learningRate - The size of steps; or by name.
 * @see https://arxiv.org/abs/1802.04434
 * @example
 * const tx = optax.signSgd(0.5);
 * tx.update([jnp.array([-4])], tx.init([jnp.array([1])]))[0][0].item(); // 0.5
 */
export function signSgd(learningRate: Rate | Spelled<LearningRate>): GradientTransformation {
  const own = readRate("signSgd", learningRate, undefined, {});
  return chain(scaleBySign(), scaleByLearningRate(own.learningRate));
}

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

/** Options of {@link adafactor}. */
export interface AdafactorOptions {
  /** From which length of its two longest axes on an array is factored. Default: 128. */
  minDimSizeToFactor?: number;
  /** How quickly the memory grows. Default: 0.8. */
  decayRate?: number;
  /** How many steps were taken before. Default: 0. */
  decayOffset?: number;
  /** Whether steps are as long as parameters say. Default: true. */
  multiplyByParameterScale?: boolean;
  /** The largest root mean square of a step; null for none. Default: 1. */
  clippingThreshold?: number | null;
  /** How much of past steps is kept; null for none. Default: null. */
  momentum?: number | null;
  /** Which share of the parameters is taken off; null for none. Default: null. */
  weightDecayRate?: number | ndarray | Schedule | null;
  /** What is added to squares. Default: 1e-30. */
  eps?: number;
  /** Whether to keep sums of rows and columns in place of all squares. Default: true. */
  factored?: boolean;
  /** Which parameters shrink. Default: all. */
  weightDecayMask?: Mask;
}

/**
 * Adafactor: divides by root mean squares of which only sums over rows and columns are kept, for large networks.
 *
 * @param learningRate - The size of steps, null for none; or all options by name.
 * @param options - See {@link AdafactorOptions}.
 * @see https://arxiv.org/abs/1804.04235
 * @example
 * const tx = optax.adafactor(0.5);
 * tx.init([jnp.ones([2, 3])]).length; // 5
 */
export function adafactor(
  learningRate?: Rate | null | Spelled<LearningRate & AdafactorOptions>,
  options?: Spelled<AdafactorOptions>,
): GradientTransformation {
  const hasRate = learningRate !== null && learningRate !== undefined;
  const own = readRate("adafactor", hasRate ? learningRate : 1, options, {
    minDimSizeToFactor: 128,
    decayRate: 0.8,
    decayOffset: 0,
    multiplyByParameterScale: true,
    clippingThreshold: 1 as number | null,
    momentum: null as number | null,
    weightDecayRate: null as NonNullable<AdafactorOptions["weightDecayRate"]> | null,
    eps: 1e-30,
    factored: true,
    weightDecayMask: null as Mask,
  });
  const factoring: FactoredOptions = {
    factored: own.factored,
    decayRate: own.decayRate,
    stepOffset: own.decayOffset,
    minDimSizeToFactor: own.minDimSizeToFactor,
    epsilon: own.eps,
  };
  return chain(
    scaleByFactoredRms(factoring),
    ...(own.clippingThreshold === null ? [] : [clipByBlockRms(own.clippingThreshold)]),
    ...(hasRate ? [scaleByLearningRate(own.learningRate, { flipSign: false })] : []),
    ...(own.multiplyByParameterScale ? [scaleByParamBlockRms()] : []),
    ...(own.momentum === null ? [] : [ema(own.momentum, { debias: false })]),
    ...(own.weightDecayRate === null ? [] : [addDecayedWeights(own.weightDecayRate, own.weightDecayMask)]),
    scale(-1),
  );
}
