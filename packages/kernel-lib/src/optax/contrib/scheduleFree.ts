import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { describe, isPlainObject, readNamed, readOptions, type Spelled } from "../../array/options";
import { add, divide, equal, maximum, multiply, power, subtract } from "../../np/ufuncs";
import { where } from "../../np/where";
import { scalar } from "../../ops/map";
import { addDecayedWeights } from "../adding";
import { scaleByRms } from "../accumulating";
import { chain } from "../combining";
import { sgd } from "../descent";
import { scaleByLearningRate } from "../scaling";
import {
  needed,
  nextStep,
  overTrees,
  transformation,
  type GradientTransformation,
  type OptState,
  type Rate,
} from "../transformation";
import { warmupConstantSchedule } from "../warmup";

/** Options of {@link scheduleFree}. */
export interface ScheduleFreeOptions {
  /** How far the gradients are taken from the mean: 1 at the mean itself. Default: 0.9. */
  b1?: number;
  /** How much larger steps weigh more in the mean. Default: 2. */
  weightLrPower?: number;
}

/** The state of {@link scheduleFree}. */
export interface ScheduleFreeState {
  readonly b1: ndarray;
  readonly weightSum: ndarray;
  readonly stepCount: ndarray;
  readonly maxLr: ndarray;
  readonly baseOptimizerState: OptState;
  readonly z: unknown;
}

const usual: Required<ScheduleFreeOptions> = { b1: 0.9, weightLrPower: 2 };

/** The mean, of the place where gradients are taken and where the optimiser is. */
const meanOf = (name: string, y: unknown, z: unknown, b1: number | ndarray): unknown =>
  overTrees(name, (yi, zi) => divide(subtract(yi, multiply(subtract(1, b1), zi)), b1), y, z);

/**
 * Gives the parameters that a network trained with {@link scheduleFree} is to be used with: the mean of those it went
 * through.
 *
 * @param state - The state of the optimiser.
 * @param params - The parameters of training.
 * @throws TypeError for the state of another optimiser.
 * @see https://arxiv.org/abs/2405.15682
 * @example
 * const tx = optax.contrib.scheduleFreeSgd(0.5);
 * const w = [jnp.array([2])];
 * optax.contrib.scheduleFreeEvalParams(tx.init(w), w)[0].item(); // 2
 */
export function scheduleFreeEvalParams<P>(state: OptState, params: P): P {
  const name = "scheduleFreeEvalParams";
  if (!isPlainObject(state) || !("b1" in state && "z" in state)) {
    throw new TypeError(`${name}: expected the state of scheduleFree, got ${describe(state)}`);
  }
  return meanOf(name, params, state.z, state.b1 as ndarray) as P;
}

/**
 * Averages parameters while an optimiser moves, in place of a schedule that ends at small steps.
 *
 * @param baseOptimizer - The optimiser, without momentum.
 * @param learningRate - Its learning rate, by which steps are weighed.
 * @param options - See {@link ScheduleFreeOptions}.
 * @see https://arxiv.org/abs/2405.15682
 * @example
 * const tx = optax.contrib.scheduleFree(optax.sgd(0.5), 0.5);
 * Object.keys(tx.init([jnp.array([1])])); // ["b1", "weightSum", "stepCount", "maxLr", "baseOptimizerState", "z"]
 */
export function scheduleFree(
  baseOptimizer: GradientTransformation,
  learningRate: Rate,
  options?: Spelled<ScheduleFreeOptions>,
): GradientTransformation {
  const name = "scheduleFree";
  const { b1, weightLrPower } = readOptions<Required<ScheduleFreeOptions>>(name, options, usual);
  return transformation(
    name,
    (params): ScheduleFreeState => ({
      b1: scalar(b1, "float32"),
      weightSum: scalar(0, "float32"),
      stepCount: scalar(1, "int32"),
      maxLr: scalar(0, "float32"),
      baseOptimizerState: baseOptimizer.init(params),
      z: params,
    }),
    (grads, state: ScheduleFreeState, given, extra) => {
      const params = needed(name, given);
      const rate = typeof learningRate === "function" ? learningRate(state.stepCount) : learningRate;
      const maxLr = maximum(state.maxLr, toArray(name, rate));
      const weight = power(maxLr, weightLrPower);
      const weightSum = add(state.weightSum, weight);
      const share = where(equal(weightSum, 0), 0, divide(weight, weightSum));
      const [moves, baseOptimizerState] = baseOptimizer.update(
        grads,
        state.baseOptimizerState,
        params,
        extra,
      );
      const z = overTrees(name, add, state.z, moves);
      const mixed = (a: ndarray, b: ndarray, part: number | ndarray): ndarray =>
        add(multiply(subtract(1, part), a), multiply(part, b));
      const x = overTrees(name, (a, b) => mixed(a, b, share), meanOf(name, params, state.z, b1), z);
      const updates = overTrees(name, (a, b, p) => subtract(mixed(b, a, b1), p), x, z, params);
      const next: ScheduleFreeState = {
        b1: state.b1,
        weightSum,
        stepCount: nextStep(state.stepCount),
        maxLr,
        baseOptimizerState,
        z,
      };
      return [updates, next];
    },
  );
}

/** Options of {@link scheduleFreeSgd}. */
export interface ScheduleFreeSgdOptions extends ScheduleFreeOptions {
  /** The size of steps. Default: 1. */
  learningRate?: number;
  /** Over how many steps it grows from 0; null for none. Default: null. */
  warmupSteps?: number | null;
  /** Which share of the parameters is taken off each step; null for none. Default: null. */
  weightDecay?: number | null;
}

const rateOf = (learningRate: number, warmupSteps: number | null): Rate =>
  warmupSteps === null
    ? learningRate
    : warmupConstantSchedule({ initValue: 0, peakValue: learningRate, warmupSteps });

/**
 * Gradient descent that averages parameters instead of making steps smaller.
 *
 * @param learningRate - The size of steps (default: 1); or options.
 * @param options - See {@link ScheduleFreeSgdOptions}.
 * @see https://arxiv.org/abs/2405.15682
 * @example
 * const tx = optax.contrib.scheduleFreeSgd(0.5);
 * const w = [jnp.array([2])];
 * tx.update([jnp.array([4])], tx.init(w), w)[0][0].item(); // -2
 */
export function scheduleFreeSgd(
  learningRate?: number | Spelled<ScheduleFreeSgdOptions>,
  options?: Spelled<ScheduleFreeSgdOptions>,
): GradientTransformation {
  const own = readNamed<Required<ScheduleFreeSgdOptions>>("scheduleFreeSgd", { learningRate }, options, {
    ...usual,
    learningRate: 1,
    warmupSteps: null,
    weightDecay: null,
  });
  const rate = rateOf(own.learningRate, own.warmupSteps);
  const plain = sgd(rate);
  const base = own.weightDecay === null ? plain : chain(addDecayedWeights(own.weightDecay), plain);
  return scheduleFree(base, rate, { b1: own.b1, weightLrPower: own.weightLrPower });
}

/** Options of {@link scheduleFreeAdamw}. */
export interface ScheduleFreeAdamwOptions extends ScheduleFreeOptions {
  /** The size of steps. Default: 0.0025. */
  learningRate?: number;
  /** Over how many steps it grows from 0; null for none. Default: null. */
  warmupSteps?: number | null;
  /** How much of the mean of squares stays each step. Default: 0.999. */
  b2?: number;
  /** What is added outside the root. Default: 1e-8. */
  eps?: number;
  /** Which share of the parameters is taken off each step. Default: 0. */
  weightDecay?: number;
}

/**
 * Adam with weight decay that averages parameters instead of making steps smaller.
 *
 * @param learningRate - The size of steps (default: 0.0025); or options.
 * @param options - See {@link ScheduleFreeAdamwOptions}.
 * @see https://arxiv.org/abs/2405.15682
 * @example
 * const tx = optax.contrib.scheduleFreeAdamw({ warmupSteps: 10 });
 * tx.init([jnp.array([2])]).baseOptimizerState.length; // 3
 */
export function scheduleFreeAdamw(
  learningRate?: number | Spelled<ScheduleFreeAdamwOptions>,
  options?: Spelled<ScheduleFreeAdamwOptions>,
): GradientTransformation {
  const own = readNamed<Required<ScheduleFreeAdamwOptions>>("scheduleFreeAdamw", { learningRate }, options, {
    ...usual,
    learningRate: 0.0025,
    warmupSteps: null,
    b2: 0.999,
    eps: 1e-8,
    weightDecay: 0,
  });
  const rate = rateOf(own.learningRate, own.warmupSteps);
  const base = chain(
    scaleByRms({ decay: own.b2, eps: own.eps, epsInSqrt: false, biasCorrection: true }),
    addDecayedWeights(own.weightDecay),
    scaleByLearningRate(rate),
  );
  return scheduleFree(base, rate, { b1: own.b1, weightLrPower: own.weightLrPower });
}
