import type { ArrayLike } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType, Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { ReduceOptions, VarianceOptions } from "./reductions";
import { readAxisOr, reduceRows, rowsOf, type AxisOr } from "../array/rows";
import { stretched } from "../array/stretch";
import { sumOf } from "../array/summation";
import { floatingType } from "../array/traits";

const meanDefaults: ReduceOptions = { axis: null, keepdims: false, where: null };
const varianceDefaults: VarianceOptions = { ...meanDefaults, ddof: 0 };

type Moment = (data: Storage, start: number, length: number, step: number) => number;

/** Computes one number from the elements of each row that count, in float64. */
function moment(functionName: string, x: ArrayLike, options: ReduceOptions, compute: Moment): ndarray {
  const from = toArray(functionName, x);
  const { axis, where, keepdims } = options;
  const rows = rowsOf(functionName, from, axis);
  const dtype = floatingType(from.dtype);
  if (where === null || where === undefined) return reduceRows(rows, dtype, !!keepdims, compute);
  const counts = rowsOf(
    functionName,
    stretched(functionName, toArray(functionName, where), from.shape),
    axis,
  ).data;
  const row = new Float64Array(rows.length);
  return reduceRows(rows, dtype, !!keepdims, (data, start, length, step) => {
    let used = 0;
    for (let i = 0, at = start; i < length; i++, at += step) if (counts[at]) row[used++] = data[at];
    return compute(row, 0, used, 1);
  });
}

const add = sumOf("float64");
const average: Moment = (data, start, length, step) => add(data, start, length, step) / length;

function spread(ddof: number): Moment {
  return (data, start, length, step) => {
    const center = average(data, start, length, step);
    // Two strands, for the processor has room for them; what they are off by is beyond the digits of a float32.
    let [even, odd] = [0, 0];
    let at = start;
    for (let i = 1; i < length; i += 2, at += 2 * step) {
      const [a, b] = [data[at] - center, data[at + step] - center];
      even += a * a;
      odd += b * b;
    }
    if (length % 2 === 1) even += (data[at] - center) ** 2;
    return (even + odd) / Math.max(0, length - ddof);
  };
}

/**
 * Computes the arithmetic mean: Σ x / n. Integers give float32.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there are no elements.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.mean.html
 * @example
 * np.mean([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [2, 3]
 */
export function mean(x: ArrayLike, options?: AxisOr<ReduceOptions>): ndarray {
  return moment("mean", x, readAxisOr("mean", options, meanDefaults), average);
}

/**
 * Computes the variance, the mean square distance from the mean: Σ (x − mean)² / (n − ddof).
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.var.html
 * @example
 * np.var([1, 2, 3, 4]).item(); // 1.25
 */
function variance(x: ArrayLike, options?: AxisOr<VarianceOptions>): ndarray {
  const read = readAxisOr("var", options, varianceDefaults);
  const { ddof, ...rest } = read;
  return moment("var", x, rest, spread(checkNumber("var", "ddof", ddof)));
}
export { variance as var };

/**
 * Computes the standard deviation: √(Σ (x − mean)² / (n − ddof)).
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.std.html
 * @example
 * np.std([1, 3]).item(); // 1
 */
export function std(x: ArrayLike, options?: AxisOr<VarianceOptions>): ndarray {
  const { ddof, ...rest } = readAxisOr("std", options, varianceDefaults);
  const compute = spread(checkNumber("std", "ddof", ddof));
  return moment("std", x, rest, (...row) => Math.sqrt(compute(...row)));
}

/** Options of {@link argmax} and {@link argmin}. */
export interface ArgOptions {
  /** The axis to search, or null for the array as one row. Default: null. */
  axis?: number | null;
  /** Whether to keep the searched axis with length 1. Default: false. */
  keepdims?: boolean;
}

/** The first place of the best element; NaN is better than everything. */
function search(
  functionName: string,
  x: ArrayLike,
  options: unknown,
  better: (a: number, b: number) => boolean,
): ndarray {
  const { axis, keepdims } = readAxisOr<ArgOptions>(functionName, options, { axis: null, keepdims: false });
  const from = toArray(functionName, x);
  if (Array.isArray(axis)) throw new TypeError(`${functionName}: expected one axis or null, got a list`);
  const rows = rowsOf(functionName, from, axis);
  if (rows.length === 0) throw new RangeError(`${functionName}: expected elements, got none`);
  const dtype: DType = "int32";
  return reduceRows(rows, dtype, !!keepdims, (data, start, length, step) => {
    let place = 0;
    let best = data[start];
    for (let i = 1, at = start + step; i < length && best === best; i++, at += step) {
      const value = data[at];
      if (better(value, best) || value !== value) [place, best] = [i, value];
    }
    return place;
  });
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
  return search("argmax", x, options, (a, b) => a > b);
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
  return search("argmin", x, options, (a, b) => a < b);
}
