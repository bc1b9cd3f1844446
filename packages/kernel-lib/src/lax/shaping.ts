import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkAxis, checkInteger, checkShape, type Shape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { tile as tiled } from "../np/arranging";
import { countingAlong } from "../np/countingAlong";
import * as joining from "../np/joining";
import * as shaping from "../np/shaping";
import { broadcast as repeated } from "../ops/broadcast";
import { reshape as reshaped, reverse } from "../ops/layout";
import { convertType } from "../ops/map";
import { pad as padded, sliceAxis } from "../ops/slice";

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
 * Repeats an array along new axes in front.
 *
 * @param operand - The array.
 * @param sizes - The lengths of the new axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcast.html
 * @example
 * jax.lax.broadcast([1, 2], [2]).tolist(); // [[1, 2], [1, 2]]
 */
export function broadcast(operand: ArrayLike, sizes: Shape): ndarray {
  const from = toArray("broadcast", operand);
  return repeated(from, [...checkShape("broadcast", sizes), ...from.shape]);
}

/**
 * Repeats an array to a shape, with each of its axes at a place of that shape.
 *
 * @param operand - The array.
 * @param shape - The shape of the result.
 * @param broadcastDimensions - For each axis of the array, which axis of the result it is, in rising order.
 * @throws RangeError if an axis is neither 1 nor as long as that of the result.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcast_in_dim.html
 * @example
 * jax.lax.broadcastInDim([1, 2], [2, 3], [0]).tolist(); // [[1, 1, 1], [2, 2, 2]]
 */
export function broadcastInDim(
  operand: ArrayLike,
  shape: Shape,
  broadcastDimensions: readonly number[],
): ndarray {
  const name = "broadcastInDim";
  const from = toArray(name, operand);
  const lengths = checkShape(name, shape);
  const places = Array.isArray(broadcastDimensions)
    ? broadcastDimensions.map((axis: number) => checkAxis(name, axis, lengths.length))
    : [];
  const fits = from.shape.every((length, i) => length === 1 || length === lengths[places[i]]);
  if (!fits || places.length !== from.ndim || places.some((place, i) => i > 0 && place <= places[i - 1])) {
    throw new RangeError(
      `${name}: expected a rising place in shape ${formatShape(lengths)} for each axis of shape ` +
        `${formatShape(from.shape)}, got ${describe(broadcastDimensions)}`,
    );
  }
  const spread = lengths.map(() => 1);
  places.forEach((place, i) => (spread[place] = from.shape[i]));
  return repeated(reshaped(from, spread), lengths);
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
 * @throws RangeError for an axis that there is not.
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

/**
 * Divides an axis into parts of certain lengths.
 *
 * @param operand - The array.
 * @param sizes - The lengths, which add up to that of the axis.
 * @param axis - The axis. Default: 0.
 * @throws RangeError if they do not add up.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.split.html
 * @example
 * jax.lax.split([1, 2, 3], [1, 2]).map((part) => part.tolist()); // [[1], [2, 3]]
 */
export function split(operand: ArrayLike, sizes: readonly number[], axis: number = 0): ndarray[] {
  const from = toArray("split", operand);
  const along = checkAxis("split", axis, from.ndim);
  const lengths = checkShape("split", sizes);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  if (total !== from.shape[along]) {
    throw new RangeError(
      `split: expected lengths that add up to ${from.shape[along]}, got ${formatShape(lengths)}`,
    );
  }
  let start = 0;
  return lengths.map((length) => sliceAxis(from, along, start, (start += length)));
}

/**
 * Takes a part along one axis.
 *
 * @param operand - The array.
 * @param startIndex - The first place; null for the beginning. Negative ones count from the end.
 * @param limitIndex - The place behind the last; null for the end.
 * @param stride - Every which element is taken. Default: each.
 * @param axis - The axis. Default: 0.
 * @throws RangeError for an axis that there is not.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.slice_in_dim.html
 * @example
 * jax.lax.sliceInDim([5, 6, 7, 8], 1, 3).tolist(); // [6, 7]
 */
export function sliceInDim(
  operand: ArrayLike,
  startIndex: number | null,
  limitIndex: number | null,
  stride: number = 1,
  axis: number = 0,
): ndarray {
  const from = toArray("sliceInDim", operand);
  const along = checkAxis("sliceInDim", axis, from.ndim);
  const length = from.shape[along];
  const place = (given: number | null, other: number): number => {
    if (given === null) return other;
    const checked = checkInteger("sliceInDim", "the place", given);
    return checked < 0 ? checked + length : checked;
  };
  const [start, limit] = [place(startIndex, 0), place(limitIndex, length)];
  if (start < 0 || start > limit || limit > length) {
    throw new RangeError(`sliceInDim: expected places within length ${length}, got ${start} to ${limit}`);
  }
  return sliceAxis(from, along, start, limit, checkInteger("sliceInDim", "stride", stride, 1));
}

/**
 * Takes what lies at one place of an axis.
 *
 * @param operand - The array.
 * @param index - The place; negative ones count from the end.
 * @param axis - The axis. Default: 0.
 * @param keepdims - Whether to keep the axis with length 1. Default: true.
 * @throws RangeError for a place that there is not.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.index_in_dim.html
 * @example
 * jax.lax.indexInDim([5, 6, 7], -1).tolist(); // [7]
 */
export function indexInDim(
  operand: ArrayLike,
  index: number,
  axis: number = 0,
  keepdims: boolean = true,
): ndarray {
  const from = toArray("indexInDim", operand);
  const along = checkAxis("indexInDim", axis, from.ndim);
  const length = from.shape[along];
  const place = checkInteger("indexInDim", "index", index);
  if (place < -length || place >= length) {
    throw new RangeError(`indexInDim: expected a place below ${length}, got ${place}`);
  }
  const start = place < 0 ? place + length : place;
  const part = sliceAxis(from, along, start, start + 1);
  return keepdims ? part : shaping.squeeze(part, along);
}

/**
 * Makes an array like another, of one number throughout.
 *
 * @param x - The other array.
 * @param fillValue - The number.
 * @param dtype - The dtype. Default: that of `x`.
 * @param shape - The shape. Default: that of `x`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.full_like.html
 * @example
 * jax.lax.fullLike([1, 2], 7).tolist(); // [7, 7]
 */
export function fullLike(
  x: ArrayLike,
  fillValue: ArrayLike,
  dtype?: DType | null,
  shape?: Shape | null,
): ndarray {
  const from = toArray("fullLike", x);
  const value = convertType(
    toArray("fullLike", fillValue),
    readTyping("fullLike", { dtype: dtype ?? undefined }) ?? from.dtype,
  );
  if (!sameShape(value.shape, []))
    throw new RangeError(`fullLike: expected one number, got ${describe(value)}`);
  return repeated(value, shape === null || shape === undefined ? from.shape : checkShape("fullLike", shape));
}

/**
 * Counts along one axis of a shape.
 *
 * @param dtype - The dtype.
 * @param shape - The shape.
 * @param dimension - The axis.
 * @throws RangeError for an axis that there is not.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcasted_iota.html
 * @example
 * jax.lax.broadcastedIota("int32", [2, 2], 0).tolist(); // [[0, 0], [1, 1]]
 */
export function broadcastedIota(dtype: DType, shape: Shape, dimension: number): ndarray {
  const name = "broadcastedIota";
  const lengths = checkShape(name, shape);
  const along = checkAxis(name, dimension, lengths.length);
  const type = readTyping(name, { dtype }) ?? "int32";
  return repeated(countingAlong(name, lengths[along], along, lengths.length, type), lengths);
}
