import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { checkIndices, takeAlong } from "./indices";
import { ndarray } from "../array/ndarray";
import { readAxisOr } from "../array/rows";

/** Options of {@link take}. */
export interface TakeOptions {
  /** The axis, or null for the array as one row. Default: null. */
  axis?: number | null;
}

/**
 * Takes elements by their indices.
 *
 * @param x - The array to take from.
 * @param indices - Whole numbers; negative ones count from the end.
 * @param options - The axis, null for the array as one row, or options.
 * @returns An array in which the axes of `indices` stand in the place of the axis.
 * @throws RangeError for an index out of bounds, TypeError for one that is no whole number.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.take.html
 * @example
 * np.take([10, 20, 30], [2, 0, -1]).tolist(); // [30, 10, 30]
 */
export function take(x: ArrayLike, indices: ArrayLike, options?: number | null | TakeOptions): ndarray {
  const { axis } = readAxisOr<TakeOptions>("take", options, { axis: null });
  const from = toArray("take", x);
  const flat = axis === null || axis === undefined;
  const source = flat ? new ndarray(from.data, [from.size], from.dtype) : from;
  const along = flat ? 0 : checkAxis("take", axis, from.ndim);
  return takeAlong("take", source, checkIndices("take", indices, source.shape[along]), along);
}
