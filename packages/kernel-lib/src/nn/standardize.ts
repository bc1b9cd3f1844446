import type { ArrayLike } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { mean as meanOf } from "../np/statistics";
import { stretched } from "../array/stretch";
import { floatingType, makeStorage } from "../array/traits";
import type { Activation } from "./activation";
import { defineAxiswise } from "./define";

/** Options of {@link standardize}. */
export interface StandardizeOptions {
  /** The axes along which mean and variance are taken; null for all. Default: -1. */
  axis?: Axis;
  /** The mean, broadcast with `x`. Default: that of `x`. */
  mean?: ArrayLike | null;
  /** The variance, broadcast with `x`. Default: that of `x`. */
  variance?: ArrayLike | null;
  /** What is added to the variance, so that nothing is divided by 0. Default: 1e-5. */
  epsilon?: ArrayLike;
  /** Which elements count for mean and variance. Default: all. */
  where?: ArrayLike | null;
  /**
   * How the variance is computed: `"fast"` as the mean of the squares less the square of the mean, `"stable"` as the
   * mean square distance from the mean. Default: "fast".
   */
  algorithm?: "fast" | "stable";
}

/** How {@link standardize} is called. */
export type Standardize = (x: ArrayLike, options?: AxisOr<StandardizeOptions>) => ndarray;

const defaults: StandardizeOptions = {
  axis: -1,
  mean: null,
  variance: null,
  epsilon: 1e-5,
  where: null,
  algorithm: "fast",
};

/**
 * Standardization: shifts and scales elements so that they have mean 0 and variance 1 along an axis.
 *
 * Formula: (x − mean) / √(variance + ε).
 *
 * @param x - The array.
 * @param options - An axis, a list of axes, null for all, or options. Default: the last axis.
 * @returns An array of the shape of `x` (broadcast with mean and variance, where they are given).
 * @throws RangeError for an axis that `x` does not have, TypeError for an unknown algorithm.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.standardize.html
 * @example
 * nn.standardize([-1, 1], { epsilon: 0 }).tolist(); // [-1, 1]
 */
export const standardize: Activation<Standardize> = defineAxiswise(
  {
    name: "standardize",
    summary:
      "Standardization: shifts and scales elements so that they have mean 0 and variance 1 along an axis.",
    signature:
      'standardize(x, { axis = -1, mean = null, variance = null, epsilon = 1e-5, where = null, algorithm = "fast" })',
    latex: "\\mathrm{standardize}(x) = \\frac{x - \\mathrm{E}[x]}{\\sqrt{\\mathrm{Var}[x] + \\epsilon}}",
    source: "https://en.wikipedia.org/wiki/Standard_score",
  },
  (x: ArrayLike, options?: AxisOr<StandardizeOptions>): ndarray => {
    const name = "standardize";
    const { axis, mean, variance, epsilon, where, algorithm } = readAxisOr(name, options, defaults);
    if (algorithm !== "fast" && algorithm !== "stable") {
      throw new TypeError(`${name}: expected algorithm to be "fast" or "stable", got ${describe(algorithm)}`);
    }
    const from = toArray(name, x);
    const dtype = floatingType(from.dtype);
    const wide = toArray(name, from, "float64");
    const average = (values: ndarray): ndarray => meanOf(values, { axis, where, keepdims: true });
    const combined = (a: ndarray, b: ndarray, f: (a: number, b: number) => number): ndarray => {
      const shape = broadcastShapes(name, a.shape, b.shape);
      const [left, right] = [stretched(name, a, shape).data, stretched(name, b, shape).data];
      const out = makeStorage("float64", left.length);
      for (let i = 0; i < out.length; i++) out[i] = f(left[i], right[i]);
      return new ndarray(out, shape, "float64");
    };
    const given = (value: ArrayLike | null | undefined): ndarray | undefined =>
      value === null || value === undefined ? undefined : toArray(name, value);
    const [givenMean, givenVariance] = [given(mean), given(variance)];
    const times = (a: number, b: number): number => a * b;
    const minus = (a: number, b: number): number => a - b;
    // All in float64, in which the "fast" way loses nothing that would show.
    const center = givenMean ? toArray(name, givenMean, "float64") : average(wide);
    const distance = combined(wide, center, minus);
    const spreadOf = {
      stable: () => average(combined(distance, distance, times)),
      fast: () => {
        const squares = average(combined(wide, wide, times));
        return combined(squares, combined(center, center, times), (a, b) => Math.max(0, a - b));
      },
    };
    const spread = givenVariance ? toArray(name, givenVariance, "float64") : spreadOf[algorithm]();
    const offset = toArray(name, epsilon as ArrayLike, "float64");
    const scale = combined(spread, offset, (a, b) => 1 / Math.sqrt(a + b));
    const result = combined(distance, scale, times);
    const type = resultType(dtype, ...[givenMean, givenVariance].flatMap((one) => (one ? [one] : [])));
    return toArray(name, result, floatingType(type));
  },
);

/**
 * The same as {@link standardize}, under its older name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.standardize.html
 * @example
 * nn.normalize([-1, 1], { epsilon: 0 }).tolist(); // [-1, 1]
 */
export const normalize: Activation<Standardize> = standardize;
