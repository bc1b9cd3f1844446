import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { onesLike } from "../np/creation";
import { sum } from "../np/reductions";
import { add, divide, maximum, multiply, sqrt, square, subtract } from "../np/ufuncs";
import { floatingType } from "../array/traits";
import { convertType } from "../ops/map";
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
    const own = (value: ArrayLike | null | undefined): ndarray | undefined =>
      value === null || value === undefined ? undefined : toArray(name, value);
    const [givenMean, givenVariance] = [own(mean), own(variance)];
    const others = [givenMean, givenVariance].flatMap((one) => (one ? [one] : []));
    const dtype = floatingType(resultType(floatingType(from.dtype), ...others));
    // All in float64, in which the "fast" way loses nothing that would show.
    const exact = (array: ndarray): ndarray => convertType(array, "float64");
    const total = (values: ndarray): ndarray => sum(values, { axis, where, keepdims: true });
    const count = total(onesLike(from, "float64"));
    const average = (values: ndarray): ndarray => divide(total(values), count);
    const wide = exact(from);
    const center = givenMean ? exact(givenMean) : average(wide);
    const distance = subtract(wide, center);
    const spreadOf = {
      stable: () => average(square(distance)),
      fast: () => maximum(0, subtract(average(square(wide)), square(center))),
    };
    const spread = givenVariance ? exact(givenVariance) : spreadOf[algorithm]();
    const scale = divide(1, sqrt(add(spread, exact(toArray(name, epsilon, "float64")))));
    return convertType(multiply(distance, scale), dtype);
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
