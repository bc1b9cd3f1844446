import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { argmax as argmaxOf, argmin as argminOf } from "../np/statistics";
import { cumulative, type Accumulation } from "../ops/cumulative";
import { takeAlong } from "../ops/gather";
import { convertType } from "../ops/map";
import { argsort, sort as sorted } from "../ops/sort";

function accumulate(
  name: string,
  by: Accumulation,
  operand: ArrayLike,
  axis: unknown,
  reverse: unknown,
): ndarray {
  const from = toArray(name, operand);
  const x = from.dtype === "bool" ? convertType(from, "int32") : from;
  return cumulative(by, x, checkAxis(name, axis as number, x.ndim), reverse === true);
}

/**
 * Adds up each element and all before it along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis. Default: 0.
 * @param reverse - Whether to begin at the end. Default: false.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.cumsum.html
 * @example
 * jax.lax.cumsum([1, 2, 3], 0, true).tolist(); // [6, 5, 3]
 */
export function cumsum(operand: ArrayLike, axis: number = 0, reverse: boolean = false): ndarray {
  return accumulate("cumsum", "sum", operand, axis, reverse);
}

/**
 * Multiplies each element and all before it along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis. Default: 0.
 * @param reverse - Whether to begin at the end. Default: false.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.cumprod.html
 * @example
 * jax.lax.cumprod([1, 2, 3]).tolist(); // [1, 2, 6]
 */
export function cumprod(operand: ArrayLike, axis: number = 0, reverse: boolean = false): ndarray {
  return accumulate("cumprod", "prod", operand, axis, reverse);
}

/**
 * Takes the largest of each element and all before it along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis. Default: 0.
 * @param reverse - Whether to begin at the end. Default: false.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.cummax.html
 * @example
 * jax.lax.cummax([1, 3, 2]).tolist(); // [1, 3, 3]
 */
export function cummax(operand: ArrayLike, axis: number = 0, reverse: boolean = false): ndarray {
  return accumulate("cummax", "max", operand, axis, reverse);
}

/**
 * Takes the smallest of each element and all before it along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis. Default: 0.
 * @param reverse - Whether to begin at the end. Default: false.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.cummin.html
 * @example
 * jax.lax.cummin([2, 3, 1]).tolist(); // [2, 2, 1]
 */
export function cummin(operand: ArrayLike, axis: number = 0, reverse: boolean = false): ndarray {
  return accumulate("cummin", "min", operand, axis, reverse);
}

/**
 * Finds the first largest element along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis.
 * @param indexDtype - The dtype of the places. Default: int32.
 * @throws RangeError for an axis that is out of range or empty.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.argmax.html
 * @example
 * jax.lax.argmax([3, 9, 5], 0, "int32").item(); // 1
 */
export function argmax(operand: ArrayLike, axis: number, indexDtype: DType = "int32"): ndarray {
  return convertType(argmaxOf(operand, { axis }), indexDtype);
}

/**
 * Finds the first smallest element along an axis.
 *
 * @param operand - The array.
 * @param axis - The axis.
 * @param indexDtype - The dtype of the places. Default: int32.
 * @throws RangeError for an axis that is out of range or empty.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.argmin.html
 * @example
 * jax.lax.argmin([3, 9, 1], 0, "int32").item(); // 2
 */
export function argmin(operand: ArrayLike, axis: number, indexDtype: DType = "int32"): ndarray {
  return convertType(argminOf(operand, { axis }), indexDtype);
}

/**
 * Sorts along an axis, NaN last.
 *
 * @param operand - The array.
 * @param dimension - The axis. Default: the last one.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.sort.html
 * @example
 * jax.lax.sort([3, 1, 2]).tolist(); // [1, 2, 3]
 */
export function sort(operand: ArrayLike, dimension: number = -1): ndarray {
  const from = toArray("sort", operand);
  return sorted(from, checkAxis("sort", dimension, from.ndim));
}

/**
 * Sorts keys along an axis, and values with them; those of equal keys stay in their order.
 *
 * @param keys - What is sorted by.
 * @param values - Values, of the same shape.
 * @param dimension - The axis. Default: the last one.
 * @returns `[keys, values]`, in the new order.
 * @throws RangeError if the shapes differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.sort_key_val.html
 * @example
 * jax.lax.sortKeyVal([3, 1, 2], [10, 20, 30])[1].tolist(); // [20, 30, 10]
 */
export function sortKeyVal(
  keys: ArrayLike,
  values: ArrayLike,
  dimension: number = -1,
): [keys: ndarray, values: ndarray] {
  const [by, what] = [toArray("sortKeyVal", keys), toArray("sortKeyVal", values)];
  if (formatShape(by.shape) !== formatShape(what.shape)) {
    throw new RangeError(
      `sortKeyVal: expected keys and values of one shape, got ${describe(by)} and ${describe(what)}`,
    );
  }
  const axis = checkAxis("sortKeyVal", dimension, by.ndim);
  const order = argsort(by, axis);
  return [takeAlong(by, order, axis, "clip"), takeAlong(what, order, axis, "clip")];
}
