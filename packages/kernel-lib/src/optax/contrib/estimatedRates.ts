import type { ndarray } from "../../array/ndarray";
import { readNamed, type Spelled } from "../../array/options";
import { abs, add, divide, maximum, multiply, power, sqrt, square, subtract } from "../../np/ufuncs";
import { convertType, scalar } from "../../ops/map";
import { sub, sum, vdot, zerosLike } from "../trees";
import {
  needed,
  nextStep,
  noSteps,
  overTrees,
  transformation,
  type GradientTransformation,
  type Rate,
} from "../transformation";

/** Options of {@link dadaptAdamw}. */
export interface EstimatedRateOptions {
  /** A factor of the estimated rate: a number or a schedule. Default: 1. */
  learningRate?: Rate;
  /** How much of both running means stays each step. Default: [0.9, 0.999]. */
  betas?: readonly [number, number];
  /** What is added outside the root. Default: 1e-8. */
  eps?: number;
  /** The first estimate of the rate. Default: 1e-6. */
  estimLr0?: number;
  /** Which share of the parameters is taken off each step. Default: 0. */
  weightDecay?: number;
}

/** Options of {@link prodigy}. */
export interface ProdigyOptions extends EstimatedRateOptions {
  /** How much of the sums behind the estimate stays. Default: null, the root of the second of `betas`. */
  beta3?: number | null;
  /** A factor of the estimate. Default: 1. */
  estimLrCoef?: number;
  /** Whether warm-up leaves the estimate alone. Default: false. */
  safeguardWarmup?: boolean;
}

const usual: Required<EstimatedRateOptions> = {
  learningRate: 1,
  betas: [0.9, 0.999],
  eps: 1e-8,
  estimLr0: 1e-6,
  weightDecay: 0,
};

/** What both optimisers carry along. */
interface EstimateState {
  readonly expAvg: unknown;
  readonly expAvgSq: unknown;
  readonly gradSum: unknown;
  readonly estimLr: ndarray;
  readonly numeratorWeighted: ndarray;
  readonly count: ndarray;
}

/** The rate of a step: the estimate, what the schedule says, and what means that began at 0 lack. */
function rateOf({ learningRate, betas: [b1, b2] }: Required<EstimatedRateOptions>, state: EstimateState) {
  const count = nextStep(state.count);
  const steps = convertType(count, "float32");
  const correction = divide(sqrt(subtract(1, power(b2, steps))), subtract(1, power(b1, steps)));
  const scheduled = typeof learningRate === "function" ? learningRate(state.count) : learningRate;
  return { count, rate: multiply(multiply(state.estimLr, scheduled), correction) };
}

const mixed = (decay: number, old: ndarray, one: ndarray): ndarray =>
  add(multiply(decay, old), multiply(1 - decay, one));

/**
 * Adam with a learning rate that is estimated from how far parameters have come: no rate needs to be found.
 *
 * @param learningRate - A factor of it (default: 1); or options.
 * @param options - See {@link EstimatedRateOptions}.
 * @see https://arxiv.org/abs/2301.07733
 * @example
 * const tx = optax.contrib.dadaptAdamw();
 * tx.init([jnp.array([1])]).estimLr.item(); // 9.999999974752427e-7
 */
export function dadaptAdamw(
  learningRate?: Rate | Spelled<EstimatedRateOptions>,
  options?: Spelled<EstimatedRateOptions>,
): GradientTransformation {
  const name = "dadaptAdamw";
  const own = readNamed(name, { learningRate }, options, usual);
  const { betas, eps, weightDecay } = own;
  const [b1, b2] = betas;
  const root = Math.sqrt(b2);
  return transformation(
    name,
    (params): EstimateState => ({
      expAvg: zerosLike(params),
      expAvgSq: zerosLike(params),
      gradSum: zerosLike(params),
      estimLr: scalar(own.estimLr0, "float32"),
      numeratorWeighted: scalar(0, "float32"),
      count: noSteps(),
    }),
    (grads, state: EstimateState, given) => {
      const params = needed(name, given);
      const { count, rate } = rateOf(own, state);
      const weighed = overTrees(name, (s, v) => divide(s, add(sqrt(v), eps)), state.gradSum, state.expAvgSq);
      const gained = vdot(grads, weighed);
      const expAvg = overTrees(name, (m, g) => mixed(b1, m, multiply(rate, g)), state.expAvg, grads);
      const expAvgSq = overTrees(name, (v, g) => mixed(b2, v, square(g)), state.expAvgSq, grads);
      const gradSum = overTrees(name, (s, g) => mixed(root, s, multiply(rate, g)), state.gradSum, grads);
      const numeratorWeighted = mixed(root, state.numeratorWeighted, multiply(rate, gained));
      const length = sum(overTrees(name, abs, gradSum));
      const estimLr = maximum(state.estimLr, divide(numeratorWeighted, multiply(1 - root, length)));
      const updates = overTrees(
        name,
        (m, v, p) => subtract(multiply(multiply(-weightDecay, rate), p), divide(m, add(sqrt(v), eps))),
        expAvg,
        expAvgSq,
        params,
      );
      const next: EstimateState = { expAvg, expAvgSq, gradSum, estimLr, numeratorWeighted, count };
      return [updates, next];
    },
  );
}

/**
 * Adam with a learning rate that is estimated from how far parameters have come, and faster than D-Adaptation.
 *
 * @param learningRate - A factor of it (default: 1); or options.
 * @param options - See {@link ProdigyOptions}.
 * @see https://arxiv.org/abs/2306.06101
 * @example
 * const tx = optax.contrib.prodigy();
 * tx.init([jnp.array([1])]).estimLr.item(); // 9.999999974752427e-7
 */
export function prodigy(
  learningRate?: Rate | Spelled<ProdigyOptions>,
  options?: Spelled<ProdigyOptions>,
): GradientTransformation {
  const name = "prodigy";
  const all: Required<ProdigyOptions> = { ...usual, beta3: null, estimLrCoef: 1, safeguardWarmup: false };
  const own = readNamed(name, { learningRate }, options, all);
  const { betas, eps, weightDecay, estimLr0 } = own;
  const [b1, b2] = betas;
  const b3 = own.beta3 ?? Math.sqrt(b2);
  return transformation(
    name,
    (params) => ({
      expAvg: zerosLike(params),
      expAvgSq: zerosLike(params),
      gradSum: zerosLike(params),
      params0: params,
      estimLr: scalar(estimLr0, "float32"),
      numeratorWeighted: scalar(0, "float32"),
      count: noSteps(),
    }),
    (grads, state: EstimateState & { readonly params0: unknown }, given) => {
      const params = needed(name, given);
      const { estimLr: before, params0 } = state;
      const { count, rate } = rateOf(own, state);
      const scaled = overTrees(name, (g) => multiply(before, g), grads);
      const gained = vdot(grads, sub(params0, params));
      const expAvg = overTrees(name, (m, g) => mixed(b1, m, g), state.expAvg, scaled);
      const expAvgSq = overTrees(name, (v, g) => mixed(b2, v, square(g)), state.expAvgSq, scaled);
      const weight = own.safeguardWarmup ? before : rate;
      const gradSum = overTrees(
        name,
        (s, g) => add(multiply(b3, s), divide(multiply(weight, g), estimLr0)),
        state.gradSum,
        scaled,
      );
      const numeratorWeighted = add(
        multiply(b3, state.numeratorWeighted),
        multiply(multiply(divide(before, estimLr0), rate), gained),
      );
      const length = sum(overTrees(name, abs, gradSum));
      const estimate = divide(multiply(own.estimLrCoef, numeratorWeighted), length);
      const estimLr = maximum(before, estimate);
      const updates = overTrees(
        name,
        (m, v, p) =>
          subtract(
            multiply(multiply(-weightDecay, rate), p),
            divide(multiply(rate, m), add(sqrt(v), multiply(estimLr, eps))),
          ),
        expAvg,
        expAvgSq,
        params,
      );
      return [updates, { expAvg, expAvgSq, gradSum, params0, estimLr, numeratorWeighted, count }];
    },
  );
}
