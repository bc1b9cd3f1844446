import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { tile as tiled } from "../np/arranging";
import * as joining from "../np/joining";
import * as shaping from "../np/shaping";
import { reshape as reshaped, reverse } from "../ops/layout";
import { convertType } from "../ops/map";
import { pad as padded } from "../ops/slice";

// The names of lax for what np has.

/** The same as {@link concatenate}. */
export const concatenate = joining.concatenate;
/** The same as {@link expandDims}. */
export const expandDims = shaping.expandDims;
/** The same as {@link reshape}. */
export const reshape = shaping.reshape;
/** The same as {@link squeeze}. */
export const squeeze = shaping.squeeze;
/** The same as {@link stack}. */
export const stack = joining.stack;
/** The same as {@link tile}. */
export const tile = tiled;
/** The same as {@link transpose}. */
export const transpose = shaping.transpose;

/**
 * Gives another dtype.
 *
 * @param operand - The array.
 * @param newDtype - The dtype.
 * @throws TypeError for an unknown dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.convert_element_type.html
 * @example
 * jax.lax.convertElementType([1.5, 2], "int32").tolist(); // [1, 2]
 */
export function convertElementType(operand: ArrayLike, newDtype: DType): ndarray {
  const from = toArray("convertElementType", operand);
  return convertType(from, readTyping("convertElementType", { dtype: newDtype }) ?? from.dtype);
}

/**
 * Makes neighbouring axes one.
 *
 * @param operand - The array.
 * @param startDimension - The first of the axes.
 * @param stopDimension - The axis behind the last of them. Default: the number of axes.
 * @throws RangeError if there are no such axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.collapse.html
 * @example
 * jax.lax.collapse(np.zeros([2, 3, 4]), 1).shape; // [2, 12]
 */
export function collapse(operand: ArrayLike, startDimension: number, stopDimension?: number): ndarray {
  const from = toArray("collapse", operand);
  const start = checkAxis("collapse", startDimension, from.ndim);
  const last = stopDimension ?? from.ndim;
  const stop = last === from.ndim ? last : checkAxis("collapse", last, from.ndim);
  if (stop <= start) throw new RangeError(`collapse: expected axes to make one, got ${start} to ${stop}`);
  const one = from.shape.slice(start, stop).reduce((product, length) => product * length, 1);
  return reshaped(from, [...from.shape.slice(0, start), one, ...from.shape.slice(stop)]);
}

/**
 * Turns axes round.
 *
 * @param operand - The array.
 * @param dimensions - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.rev.html
 * @example
 * jax.lax.rev([1, 2, 3], [0]).tolist(); // [3, 2, 1]
 */
export function rev(operand: ArrayLike, dimensions: readonly number[]): ndarray {
  const from = toArray("rev", operand);
  if (!Array.isArray(dimensions))
    throw new TypeError(`rev: expected a list of axes, got ${describe(dimensions)}`);
  return reverse(
    from,
    dimensions.map((axis: number) => checkAxis("rev", axis, from.ndim)),
  );
}

/**
 * Puts a value around the elements and between them.
 *
 * @param operand - The array.
 * @param paddingValue - The value.
 * @param paddingConfig - For each axis `[low, high, interior]`: how many come before, behind (fewer than none cut off),
 * and between neighbours.
 * @throws RangeError unless there is such a triple for each axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.pad.html
 * @example
 * jax.lax.pad([1, 2], 0, [[1, 0, 2]]).tolist(); // [0, 1, 0, 0, 2]
 */
export function pad(
  operand: ArrayLike,
  paddingValue: ArrayLike,
  paddingConfig: readonly (readonly [low: number, high: number, interior: number])[],
): ndarray {
  const from = toArray("pad", operand);
  const value = convertType(toArray("pad", paddingValue), from.dtype);
  const isTriple = (one: unknown): boolean =>
    Array.isArray(one) && one.length === 3 && one.every(Number.isInteger) && (one as number[])[2] >= 0;
  if (!Array.isArray(paddingConfig) || paddingConfig.length !== from.ndim || !paddingConfig.every(isTriple)) {
    throw new RangeError(
      `pad: expected [low, high, interior] for each of ${from.ndim} axes, got ${describe(paddingConfig)}`,
    );
  }
  if (value.ndim !== 0) throw new RangeError(`pad: expected one number to pad with, got ${describe(value)}`);
  const [low, high, interior] = [0, 1, 2].map((i) => paddingConfig.map((one) => one[i]));
  from.shape.forEach((length, i) => {
    const result = low[i] + high[i] + length + Math.max(0, length - 1) * interior[i];
    if (result < 0)
      throw new RangeError(`pad: expected to cut off at most axis ${i}, got a length of ${result}`);
  });
  return padded(from, value, { low, high, interior });
}
