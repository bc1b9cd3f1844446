import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { any, max, min, prod, sum, type ReduceOptions } from "./reductions";
import { readAxes, readAxisOr, type AxisOr } from "../array/rows";
import { argmax, argmin, mean, std, var as variance, type ArgOptions } from "./statistics";
import { isFloating, rangeOf } from "../array/traits";
import { equal } from "./ufuncs";
import { where } from "./where";

/** Options of the reductions that leave out what is not a number. */
export type NanOptions = Omit<ReduceOptions, "where">;

/** Where the elements are numbers. */
const numbers = (x: ndarray): ndarray => equal(x, x);

type Reduce = (x: ArrayLike, options: ReduceOptions) => ndarray;

function without(functionName: string, reduce: Reduce, x: ArrayLike, options: unknown): ndarray {
  const read = readAxisOr<NanOptions>(functionName, options, { axis: null, keepdims: false });
  const from = toArray(functionName, x);
  return reduce(from, { ...read, where: isFloating(from.dtype) ? numbers(from) : null });
}

/** The extreme of the numbers; NaN where there are none. */
function extreme(functionName: string, reduce: typeof max, x: ArrayLike, options: unknown): ndarray {
  const read = readAxisOr<NanOptions>(functionName, options, { axis: null, keepdims: false });
  const from = toArray(functionName, x);
  if (!isFloating(from.dtype)) return reduce(from, read);
  const axes = readAxes(functionName, read.axis, from.ndim);
  const hasRows = from.shape.every((length, i) => length > 0 || axes.includes(i));
  if (from.size === 0 && hasRows) {
    throw new RangeError(`${functionName}: expected elements, got shape ${formatShape(from.shape)}`);
  }
  const mask = numbers(from);
  const { min: least, max: most } = rangeOf(from.dtype);
  const found = reduce(from, { ...read, where: mask, initial: reduce === max ? least : most });
  return where(any(mask, read), found, NaN);
}

/**
 * Adds the elements that are numbers, see {@link sum}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nansum.html
 * @example
 * np.nansum([1, NaN, 2]).item(); // 3
 */
export function nansum(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return without("nansum", sum, x, options);
}

/**
 * Multiplies the elements that are numbers, see {@link prod}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanprod.html
 * @example
 * np.nanprod([2, NaN, 3]).item(); // 6
 */
export function nanprod(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return without("nanprod", prod, x, options);
}

/**
 * Computes the mean of the elements that are numbers, see {@link mean}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanmean.html
 * @example
 * np.nanmean([1, NaN, 2]).item(); // 1.5
 */
export function nanmean(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return without("nanmean", mean, x, options);
}

/**
 * Computes the standard deviation of the elements that are numbers, see {@link std}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanstd.html
 * @example
 * np.nanstd([1, NaN, 3]).item(); // 1
 */
export function nanstd(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return without("nanstd", std, x, options);
}

/**
 * Computes the variance of the elements that are numbers, see {@link variance}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanvar.html
 * @example
 * np.nanvar([1, NaN, 5]).item(); // 4
 */
export function nanvar(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return without("nanvar", variance, x, options);
}

/**
 * Finds the largest element that is a number, see {@link max}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there is none.
 * @throws RangeError if there are no elements at all.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanmax.html
 * @example
 * np.nanmax([1, NaN, 2]).item(); // 2
 */
export function nanmax(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return extreme("nanmax", max, x, options);
}

/**
 * Finds the smallest element that is a number, see {@link min}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there is none.
 * @throws RangeError if there are no elements at all.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanmin.html
 * @example
 * np.nanmin([1, NaN, 2]).item(); // 1
 */
export function nanmin(x: ArrayLike, options?: AxisOr<NanOptions>): ndarray {
  return extreme("nanmin", min, x, options);
}

/** The place of the extreme of the numbers; -1 where there are none, as in JAX. */
function place(functionName: string, x: ArrayLike, options: unknown, by: typeof argmax): ndarray {
  const read = readAxisOr<ArgOptions>(functionName, options, { axis: null, keepdims: false });
  const from = toArray(functionName, x);
  if (!isFloating(from.dtype)) return by(from, read);
  const mask = numbers(from);
  const least = by === argmax ? -Infinity : Infinity;
  return where(any(mask, read), by(where(mask, from, least), read), -1);
}

/**
 * Finds the index of the first largest element that is a number, see {@link argmax}.
 *
 * @param x - The elements.
 * @param options - The axis, null for the array as one row, or options.
 * @returns Indices along the axis, int32; -1 where there is no number.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanargmax.html
 * @example
 * np.nanargmax([1, NaN, 2]).item(); // 2
 */
export function nanargmax(x: ArrayLike, options?: AxisOr<ArgOptions>): ndarray {
  return place("nanargmax", x, options, argmax);
}

/**
 * Finds the index of the first smallest element that is a number, see {@link argmin}.
 *
 * @param x - The elements.
 * @param options - The axis, null for the array as one row, or options.
 * @returns Indices along the axis, int32; -1 where there is no number.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanargmin.html
 * @example
 * np.nanargmin([NaN, 1, 2]).item(); // 1
 */
export function nanargmin(x: ArrayLike, options?: AxisOr<ArgOptions>): ndarray {
  return place("nanargmin", x, options, argmin);
}
