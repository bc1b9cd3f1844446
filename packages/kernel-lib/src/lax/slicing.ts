import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { scatter } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType, full, scalar } from "../ops/map";
import { slice as sliced } from "../ops/slice";
import { indices as indicesOf } from "../np/indexGrids";
import { takeAt } from "../np/indices";
import { add, maximum, minimum, multiply } from "../np/ufuncs";

type Lengths = readonly number[];

/** Reads a list of whole numbers, one for each axis. */
function listOf(functionName: string, what: string, given: unknown, ndim: number): number[] {
  if (!Array.isArray(given) || given.length !== ndim) {
    throw new RangeError(
      `${functionName}: expected ${what} for each of ${ndim} axes, got ${describe(given)}`,
    );
  }
  return given.map((one) => checkInteger(functionName, what, one));
}

/** Where a part begins, as near as the part fits into the array. */
function startsOf(
  functionName: string,
  starts: readonly ArrayLike[] | ndarray,
  shape: Lengths,
  sizes: Lengths,
): ndarray[] {
  const list = [...starts];
  if (list.length !== shape.length) {
    throw new RangeError(
      `${functionName}: expected a start for each of ${shape.length} axes, got ${list.length}`,
    );
  }
  sizes.forEach((size, axis) => {
    if (size >= 0 && size <= shape[axis]) return;
    throw new RangeError(
      `${functionName}: expected sizes within shape ${formatShape(shape)}, got ${formatShape(sizes)}`,
    );
  });
  return list.map((start, axis) => {
    const place = convertType(toArray(functionName, start), "int32");
    if (place.ndim > 0) {
      throw new RangeError(`${functionName}: expected single numbers as starts, got ${describe(place)}`);
    }
    const fromEnd = place.less(0).astype("int32").mul(shape[axis]).add(place);
    return minimum(maximum(fromEnd, scalar(0, "int32")), scalar(shape[axis] - sizes[axis], "int32"));
  });
}

/**
 * Takes the part between two places of each axis.
 *
 * @param x - The array.
 * @param starts - The first place along each axis.
 * @param limits - The place behind the last along each axis.
 * @param strides - Every which element is taken. Default: each.
 * @throws RangeError unless there is one of each for every axis, within the array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.slice.html
 * @example
 * jax.lax.slice(np.arange(6), [1], [6], [2]).tolist(); // [1, 3, 5]
 */
export function slice(x: ArrayLike, starts: Lengths, limits: Lengths, strides?: Lengths | null): ndarray {
  const from = toArray("slice", x);
  const [first, last] = [
    listOf("slice", "starts", starts, from.ndim),
    listOf("slice", "limits", limits, from.ndim),
  ];
  const steps = strides ? listOf("slice", "strides", strides, from.ndim) : first.map(() => 1);
  from.shape.forEach((length, axis) => {
    if (first[axis] >= 0 && first[axis] <= last[axis] && last[axis] <= length && steps[axis] > 0) return;
    throw new RangeError(
      `slice: expected places within shape ${formatShape(from.shape)}, got ${formatShape(first)} to ${formatShape(last)}`,
    );
  });
  return sliced(from, { starts: first, limits: last, strides: steps });
}

/**
 * Takes a part of fixed size whose place may be computed. One that reaches beyond the array is moved back into it.
 *
 * @param x - The array.
 * @param starts - Where the part begins along each axis.
 * @param sizes - The lengths of the part.
 * @throws RangeError unless there is one of each for every axis, and the part fits into the array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dynamic_slice.html
 * @example
 * jax.lax.dynamicSlice(np.arange(5), [3], [3]).tolist(); // [2, 3, 4]
 */
export function dynamicSlice(x: ArrayLike, starts: readonly ArrayLike[] | ndarray, sizes: Lengths): ndarray {
  const from = toArray("dynamicSlice", x);
  const lengths = listOf("dynamicSlice", "sizes", sizes, from.ndim);
  const first = startsOf("dynamicSlice", starts, from.shape, lengths);
  return first.reduce<ndarray>(
    (part, start, axis) => takeAt(part, counted(start, lengths[axis]), axis, "clip"),
    from,
  );
}

/** The places from a start on. */
const counted = (start: ndarray, length: number): ndarray => {
  const steps = new ndarray(
    Int32Array.from({ length }, (_, i) => i),
    [length],
    "int32",
  );
  return add(start, steps);
};

/**
 * Gives a copy of an array in which a part, whose place may be computed, is replaced.
 *
 * @param x - The array.
 * @param update - The new part.
 * @param starts - Where it begins along each axis.
 * @throws RangeError unless the part fits into the array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dynamic_update_slice.html
 * @example
 * jax.lax.dynamicUpdateSlice(np.zeros(4), [1, 2], [1]).tolist(); // [0, 1, 2, 0]
 */
export function dynamicUpdateSlice(
  x: ArrayLike,
  update: ArrayLike,
  starts: readonly ArrayLike[] | ndarray,
): ndarray {
  const from = toArray("dynamicUpdateSlice", x);
  const part = convertType(toArray("dynamicUpdateSlice", update), from.dtype);
  if (part.ndim !== from.ndim) {
    throw new RangeError(
      `dynamicUpdateSlice: expected a part of ${from.ndim} axes, got shape ${formatShape(part.shape)}`,
    );
  }
  const first = startsOf("dynamicUpdateSlice", starts, from.shape, part.shape);
  if (from.ndim === 0) return part;
  const grid = [...indicesOf(part.shape)];
  const flat = grid.reduce<ndarray>(
    (sofar, places, axis) =>
      add(multiply(sofar, scalar(from.shape[axis], "int32")), add(places, first[axis])),
    full(0, part.shape, "int32"),
  );
  const row = reshape(from, [from.size]);
  return reshape(scatter("set", row, reshape(flat, [part.size]), reshape(part, [part.size])), from.shape);
}

/**
 * Takes a part of fixed length along one axis, whose place may be computed.
 *
 * @param x - The array.
 * @param start - Where the part begins.
 * @param size - Its length.
 * @param axis - The axis. Default: 0.
 * @throws RangeError unless the part fits into the array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dynamic_slice_in_dim.html
 * @example
 * jax.lax.dynamicSliceInDim([5, 6, 7, 8], 1, 2).tolist(); // [6, 7]
 */
export function dynamicSliceInDim(x: ArrayLike, start: ArrayLike, size: number, axis: number = 0): ndarray {
  const from = toArray("dynamicSliceInDim", x);
  const along = checkAxis("dynamicSliceInDim", axis, from.ndim);
  const at = (chosen: ArrayLike, other: (i: number) => number): ArrayLike[] =>
    from.shape.map((_, i) => (i === along ? chosen : other(i)));
  return dynamicSlice(
    from,
    at(start, () => 0),
    at(size, (i) => from.shape[i]) as number[],
  );
}

/**
 * Takes what lies at one place of an axis, which may be computed.
 *
 * @param x - The array.
 * @param index - The place.
 * @param axis - The axis. Default: 0.
 * @param keepdims - Whether to keep the axis with length 1. Default: true.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dynamic_index_in_dim.html
 * @example
 * jax.lax.dynamicIndexInDim([5, 6, 7], 1, 0, false).item(); // 6
 */
export function dynamicIndexInDim(
  x: ArrayLike,
  index: ArrayLike,
  axis: number = 0,
  keepdims: boolean = true,
): ndarray {
  const part = dynamicSliceInDim(x, index, 1, axis);
  if (keepdims) return part;
  const along = checkAxis("dynamicIndexInDim", axis, part.ndim);
  return reshape(
    part,
    part.shape.filter((_, i) => i !== along),
  );
}
