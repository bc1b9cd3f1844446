import type { ArrayLike } from "../array/asarray";
import { checkAxis, checkBroadcasts, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readAxes, readAxisOr, type AxisOr } from "../array/rows";
import { floatingType } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType, scalar, where } from "../ops/map";
import { argExtreme } from "../ops/reduce";
import { sum, type ReduceOptions, type VarianceOptions } from "./reductions";
import { divide, maximum, sqrt, square, subtract } from "./ufuncs";

const meanDefaults: ReduceOptions = { axis: null, keepdims: false, where: null };
const varianceDefaults: VarianceOptions = { ...meanDefaults, ddof: 0 };

/** Elements in floating point, and how many of each row count. */
interface Counted {
  readonly from: ndarray;
  readonly count: number | ndarray;
  readonly options: ReduceOptions;
}

function counted(functionName: string, x: ArrayLike, options: ReduceOptions): Counted {
  const given = toArray(functionName, x);
  const { axis, where: mask } = options;
  const axes = readAxes(functionName, axis, given.ndim);
  const from = convertType(given, floatingType(given.dtype));
  if (mask === null || mask === undefined) {
    return { from, count: axes.reduce((size, one) => size * given.shape[one], 1), options };
  }
  const counts = convertType(toArray(functionName, mask), "bool");
  checkBroadcasts(functionName, counts.shape, from.shape);
  const ones = convertType(broadcast(counts, from.shape), from.dtype);
  // What does not count is 0, so that its distance has a derivative even if it is not a number.
  return {
    from: where(counts, from, scalar(0, from.dtype)),
    count: sum(ones, { axis, keepdims: options.keepdims }),
    options,
  };
}

function averageOf({ from, count, options }: Counted): ndarray {
  return divide(sum(from, options), count);
}

function varianceOf(functionName: string, x: ArrayLike, read: VarianceOptions): ndarray {
  const { ddof, ...options } = read;
  const freedom = checkNumber(functionName, "ddof", ddof);
  const whole = counted(functionName, x, options);
  const wide = counted(functionName, whole.from, { ...options, keepdims: true });
  const distance = subtract(whole.from, averageOf(wide));
  const { count } = whole;
  const divisor =
    typeof count === "number" ? Math.max(0, count - freedom) : maximum(0, subtract(count, freedom));
  return divide(sum(square(distance), options), divisor);
}

/**
 * Computes the arithmetic mean: Σ x / n. Integers give float32.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @returns NaN where there are no elements.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.mean.html
 * @example
 * np.mean([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [2, 3]
 */
export function mean(x: ArrayLike, options?: AxisOr<ReduceOptions>, more?: ReduceOptions): ndarray {
  return averageOf(counted("mean", x, readAxisOr("mean", options, meanDefaults, more)));
}

/**
 * Computes the variance, the mean square distance from the mean: Σ (x − mean)² / (n − ddof).
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.var.html
 * @example
 * np.var([1, 2, 3, 4]).item(); // 1.25
 */
function variance(x: ArrayLike, options?: AxisOr<VarianceOptions>, more?: VarianceOptions): ndarray {
  return varianceOf("var", x, readAxisOr("var", options, varianceDefaults, more));
}
export { variance as var };

/**
 * Computes the standard deviation: √(Σ (x − mean)² / (n − ddof)).
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.std.html
 * @example
 * np.std([1, 3]).item(); // 1
 */
export function std(x: ArrayLike, options?: AxisOr<VarianceOptions>, more?: VarianceOptions): ndarray {
  return sqrt(varianceOf("std", x, readAxisOr("std", options, varianceDefaults, more)));
}

/** Options of {@link argmax} and {@link argmin}. */
export interface ArgOptions {
  /** The axis to search, or null for the array as one row. Default: null. */
  axis?: number | null;
  /** Whether to keep the searched axis with length 1. Default: false. */
  keepdims?: boolean;
}

/** The first place of the extreme; NaN is one. */
function search(functionName: string, x: ArrayLike, options: unknown, by: "max" | "min"): ndarray {
  const { axis, keepdims } = readAxisOr<ArgOptions>(functionName, options, { axis: null, keepdims: false });
  const from = toArray(functionName, x);
  if (Array.isArray(axis)) throw new TypeError(`${functionName}: expected one axis or null, got a list`);
  const isWhole = axis === null || axis === undefined;
  const along = isWhole ? 0 : checkAxis(functionName, axis, from.ndim);
  const row = isWhole ? reshape(from, [from.size]) : from;
  if (row.shape[along] === 0) throw new RangeError(`${functionName}: expected elements, got none`);
  const places = argExtreme(by, row, along);
  if (!keepdims) return places;
  return reshape(
    places,
    from.shape.map((length, i) => (isWhole || i === along ? 1 : length)),
  );
}

/**
 * Finds the index of the first largest element (of the first NaN, where there is one).
 *
 * @param x - The elements.
 * @param options - The axis, null for the array as one row, or options.
 * @returns Indices along the axis, int32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.argmax.html
 * @example
 * np.argmax([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [1, 0]
 */
export function argmax(x: ArrayLike, options?: AxisOr<ArgOptions>): ndarray {
  return search("argmax", x, options, "max");
}

/**
 * Finds the index of the first smallest element (of the first NaN, where there is one).
 *
 * @param x - The elements.
 * @param options - The axis, null for the array as one row, or options.
 * @returns Indices along the axis, int32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.argmin.html
 * @example
 * np.argmin([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [0, 1]
 */
export function argmin(x: ArrayLike, options?: AxisOr<ArgOptions>): ndarray {
  return search("argmin", x, options, "min");
}
