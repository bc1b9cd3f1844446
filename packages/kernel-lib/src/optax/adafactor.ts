import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { mean } from "../np/statistics";
import { add, divide, multiply, power, square, subtract } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { flatten, leavesLike, unflatten } from "../transform/tree";
import {
  leavesOf,
  needed,
  nextStep,
  noSteps,
  transformation,
  type GradientTransformation,
} from "./transformation";
import { ema } from "./accumulating";
import { addDecayedWeights } from "./adding";
import { clipByBlockRms } from "./clipping";
import { chain, type Mask } from "./combining";
import type { LearningRate } from "./optimizerOptions";
import { scale, scaleByLearningRate, scaleByParamBlockRms } from "./scaling";
import { readRate, type Rate, type Schedule } from "./transformation";

/** Options of {@link scaleByFactoredRms}. */
export interface FactoredOptions {
  /** Whether to keep sums of rows and columns in place of all squares. Default: true. */
  factored?: boolean;
  /** How quickly the memory grows: 1 − stepᐟ⁻ʳᵃᵗᵉ of it stays. Default: 0.8. */
  decayRate?: number;
  /** How many steps were taken before. Default: 0. */
  stepOffset?: number;
  /** From which length of its two longest axes on an array is factored. Default: 128. */
  minDimSizeToFactor?: number;
  /** What is added to squares. Default: 1e-30. */
  epsilon?: number;
}

/** The two longest axes of what is factored. */
function factoredAxes(
  shape: readonly number[],
  own: Required<FactoredOptions>,
): [number, number] | undefined {
  if (!own.factored || shape.length < 2) return undefined;
  const order = [...shape.keys()].sort((a, b) => shape[a] - shape[b] || a - b);
  const [second, first] = order.slice(-2);
  return shape[second] < own.minDimSizeToFactor ? undefined : [second, first];
}

/**
 * Divides gradients by the root of their mean squares, of which only sums over rows and columns are kept: Adafactor's
 * part.
 *
 * @param options - See {@link FactoredOptions}.
 * @see https://arxiv.org/abs/1804.04235
 * @example
 * const tx = optax.scaleByFactoredRms();
 * Object.keys(tx.init([jnp.ones([2, 3])])); // ["count", "vRow", "vCol", "v"]
 */
export function scaleByFactoredRms(options?: Spelled<FactoredOptions>): GradientTransformation {
  const name = "scaleByFactoredRms";
  const own = readOptions<Required<FactoredOptions>>(name, options, {
    factored: true,
    decayRate: 0.8,
    stepOffset: 0,
    minDimSizeToFactor: 128,
    epsilon: 1e-30,
  });
  const nothing = (x: ndarray): ndarray => full(0, [1], x.dtype);
  const without = (x: ndarray, axis: number): ndarray =>
    full(
      0,
      x.shape.filter((_, i) => i !== axis),
      x.dtype,
    );
  const each = (params: unknown, f: (x: ndarray, axes: [number, number] | undefined) => ndarray): unknown =>
    overAny(name, params, (x) => f(x, factoredAxes(x.shape, own)));
  return transformation(
    name,
    (params) => ({
      count: noSteps(),
      vRow: each(params, (x, axes) => (axes ? without(x, axes[1]) : nothing(x))),
      vCol: each(params, (x, axes) => (axes ? without(x, axes[0]) : nothing(x))),
      v: each(params, (x, axes) => (axes ? nothing(x) : full(0, x.shape, x.dtype))),
    }),
    (updates, state: { count: ndarray; vRow: unknown; vCol: unknown; v: unknown }, params) => {
      needed(name, params);
      const [leaves, structure] = flatten(updates);
      const parts = [state.vRow, state.vCol, state.v].map(
        (tree) => leavesLike(name, tree, structure) as ndarray[],
      );
      const step = add(convertType(state.count, "float32"), 1 - own.stepOffset);
      const decay = subtract(1, power(step, -own.decayRate));
      const running = (old: ndarray, now: ndarray): ndarray =>
        add(multiply(decay, old), multiply(subtract(1, decay), now));
      const results = leaves.map((leaf, i): ndarray[] => {
        const g = toArray(name, leaf);
        const squared = add(square(g), own.epsilon);
        const axes = factoredAxes(g.shape, own);
        if (!axes) {
          const v = running(parts[2][i], squared);
          return [multiply(g, power(v, -0.5)), nothing(g), nothing(g), v];
        }
        const [second, first] = axes;
        const row = running(parts[0][i], mean(squared, { axis: first }));
        const column = running(parts[1][i], mean(squared, { axis: second }));
        const reduced = second > first ? second - 1 : second;
        const rowFactor = power(divide(row, mean(row, { axis: reduced, keepdims: true })), -0.5);
        const wide = (x: ndarray, axis: number): ndarray =>
          reshape(
            x,
            g.shape.map((length, k) => (k === axis ? 1 : length)),
          );
        const scaled = multiply(multiply(g, wide(rowFactor, first)), wide(power(column, -0.5), second));
        return [scaled, row, column, nothing(g)];
      });
      const tree = (k: number): unknown =>
        unflatten(
          structure,
          results.map((one) => one[k]),
        );
      return [tree(0), { count: nextStep(state.count), vRow: tree(1), vCol: tree(2), v: tree(3) }];
    },
  );
}

/** As overTrees, for results of other shapes. */
function overAny(name: string, tree: unknown, f: (x: ndarray) => ndarray): unknown {
  const structure = flatten(tree)[1];
  return unflatten(structure, leavesOf(name, tree).map(f));
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
