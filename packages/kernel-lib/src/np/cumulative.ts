import type { ArrayLike } from "../array/asarray";
import type { AxisOptions } from "./arranging";
import { checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions } from "../array/options";
import { readAxisOr } from "../array/rows";
import { cumulative } from "../ops/cumulative";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { notEqual, subtract } from "./ufuncs";

function accumulated(functionName: string, x: ArrayLike, options: unknown, by: "sum" | "prod"): ndarray {
  const { axis } = readAxisOr<AxisOptions>(functionName, options, { axis: null });
  const given = toArray(functionName, x);
  const isRow = axis === null || axis === undefined || given.ndim === 0;
  if (isRow && axis !== null && axis !== undefined) checkAxis(functionName, axis, 1);
  const from = isRow ? reshape(given, [given.size]) : given;
  const along = isRow ? 0 : checkAxis(functionName, axis, from.ndim);
  return cumulative(by, from.dtype === "bool" ? convertType(from, "int32") : from, along);
}

/**
 * Adds up elements one after the other: x₀, x₀ + x₁, … Sums of float32 are kept in float64 and rounded once each.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
 * @example
 * np.cumsum([1, 2, 3]).tolist(); // [1, 3, 6]
 */
export function cumsum(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return accumulated("cumsum", x, options, "sum");
}

/**
 * Multiplies elements one after the other: x₀, x₀·x₁, …
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.cumprod.html
 * @example
 * np.cumprod([1, 2, 3]).tolist(); // [1, 2, 6]
 */
export function cumprod(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return accumulated("cumprod", x, options, "prod");
}

/** Options of {@link diff}. */
export interface DiffOptions {
  /** How many times to take differences. Default: 1. */
  n?: number;
  /** The axis. Default: -1. */
  axis?: number;
}

/**
 * Computes the differences of neighbours: xᵢ₊₁ − xᵢ. Of truth values, whether they differ.
 *
 * @param x - The array.
 * @param options - How many times, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.diff.html
 * @example
 * np.diff([1, 4, 9]).tolist(); // [3, 5]
 */
export function diff(x: ArrayLike, options?: number | DiffOptions): ndarray {
  const given = options === undefined || isPlainObject(options) ? options : { n: options };
  const read = readOptions<DiffOptions>("diff", given, { n: 1, axis: -1 });
  const times = checkInteger("diff", "n", read.n, 0);
  let result = toArray("diff", x);
  const axis = checkAxis("diff", read.axis, result.ndim);
  for (let i = 0; i < times && result.shape[axis] > 0; i++) result = differences(result, axis);
  return result;
}

function differences(x: ndarray, axis: number): ndarray {
  const length = x.shape[axis];
  const [before, after] = [sliceAxis(x, axis, 0, length - 1), sliceAxis(x, axis, 1, length)];
  return x.dtype === "bool" ? notEqual(before, after) : subtract(after, before);
}
