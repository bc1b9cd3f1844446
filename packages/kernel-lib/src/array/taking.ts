import type { ArrayLike } from "./asarray";
import { sizeOf } from "./broadcast";
import { checkAxis } from "./checks";
import { toArray } from "./coerce";
import { ndarray } from "./ndarray";
import { readAxisOr } from "./rows";
import { isFloating, makeStorage } from "./traits";

/** Reads an array of indices along an axis of some length; negative ones count from the end. */
export function checkIndices(functionName: string, indices: ArrayLike, length: number): ndarray {
  const given = toArray(functionName, indices);
  const { data, dtype } = given;
  const result = new Int32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const index = data[i];
    if (dtype === "bool" || (isFloating(dtype) && !Number.isInteger(index))) {
      throw new TypeError(
        `${functionName}: expected whole numbers as indices, got ${dtype === "bool" ? dtype : index}`,
      );
    }
    if (index < -length || index >= length) {
      throw new RangeError(
        `${functionName}: index ${index} is out of bounds for an axis of length ${length}`,
      );
    }
    result[i] = index < 0 ? index + length : index;
  }
  return new ndarray(result, given.shape, "int32");
}

/** Takes the elements at checked indices along an axis, which the axes of the indices replace. */
export function takeAlong(functionName: string, x: ndarray, indices: ndarray, axis: number): ndarray {
  const { shape, data } = x;
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const length = shape[axis];
  const result = [...shape.slice(0, axis), ...indices.shape, ...shape.slice(axis + 1)];
  const out = makeStorage(x.dtype, sizeOf(functionName, result));
  const places = indices.data;
  const outer = places.length * inner === 0 ? 0 : out.length / (places.length * inner);
  for (let block = 0, at = 0; block < outer; block++) {
    for (let i = 0; i < places.length; i++) {
      const from = (block * length + places[i]) * inner;
      for (let j = 0; j < inner; j++) out[at++] = data[from + j];
    }
  }
  return new ndarray(out, result, x.dtype);
}

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
