import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis, checkInteger, checkShape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import * as shaping from "../np/shaping";
import { sliceAxis } from "../ops/slice";

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
 * @throws RangeError for an axis out of range.
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
 * @throws RangeError for a place out of range.
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
