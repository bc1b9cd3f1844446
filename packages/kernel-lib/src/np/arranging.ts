import type { ArrayLike } from "../array/asarray";
import { sizeOf, stridesOf, walk } from "../array/broadcast";
import { checkAxes, checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { takeAlong } from "./indices";
import { makeStorage } from "../array/traits";

/** Options of functions that work along one axis, or on the array as one row. */
export interface AxisOptions {
  /** The axis, or null for the array as one row. Default: null. */
  axis?: number | null;
}

/**
 * Reverses the order of elements.
 *
 * @param x - The array.
 * @param options - One or several axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.flip.html
 * @example
 * np.flip([1, 2, 3]).tolist(); // [3, 2, 1]
 */
export function flip(x: ArrayLike, options?: AxisOr<{ axis?: Axis }>): ndarray {
  const from = toArray("flip", x);
  const { axis } = readAxisOr<{ axis?: Axis }>("flip", options, { axis: null });
  const axes = checkAxes("flip", axis ?? from.shape.map((_, i) => i), from.ndim);
  const strides = stridesOf(from.shape);
  const out = makeStorage(from.dtype, from.size);
  const start = axes.reduce((sum, i) => sum + strides[i] * (from.shape[i] - 1), 0);
  const { data } = from;
  walk(
    from.shape,
    strides.map((stride, i) => (axes.includes(i) ? -stride : stride)),
    (index, offset) => {
      out[index] = data[offset];
    },
    start,
  );
  return new ndarray(out, from.shape, from.dtype);
}

/**
 * Moves elements along axes; what leaves at one end comes in at the other.
 *
 * @param x - The array.
 * @param shift - How far, one number or one for each axis.
 * @param options - One or several axes, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.roll.html
 * @example
 * np.roll([1, 2, 3, 4], 1).tolist(); // [4, 1, 2, 3]
 */
export function roll(
  x: ArrayLike,
  shift: number | readonly number[],
  options?: AxisOr<{ axis?: Axis }>,
): ndarray {
  const from = toArray("roll", x);
  const { axis } = readAxisOr<{ axis?: Axis }>("roll", options, { axis: null });
  const shifts = (Array.isArray(shift) ? shift : [shift]).map((one) => checkInteger("roll", "shift", one));
  if (axis === null || axis === undefined) {
    const row = new ndarray(from.data, [from.size], from.dtype);
    const total = shifts.reduce((sum, one) => sum + one, 0);
    return new ndarray(rolled(row, 0, total).data, from.shape, from.dtype);
  }
  const axes = (Array.isArray(axis) ? axis : [axis]).map((one) => checkAxis("roll", one, from.ndim));
  if (shifts.length !== 1 && axes.length !== 1 && shifts.length !== axes.length) {
    throw new RangeError(`roll: expected a shift for each axis, got ${shifts.length} for ${axes.length}`);
  }
  const count = Math.max(shifts.length, axes.length);
  let result = from;
  for (let i = 0; i < count; i++) {
    result = rolled(result, axes[axes.length === 1 ? 0 : i], shifts[shifts.length === 1 ? 0 : i]);
  }
  return result;
}

function rolled(x: ndarray, axis: number, shift: number): ndarray {
  const length = x.shape[axis];
  if (length === 0) return x;
  const order = Int32Array.from({ length }, (_, i) => (((i - shift) % length) + length) % length);
  return takeAlong("roll", x, new ndarray(order, [length], "int32"), axis);
}

/**
 * Repeats each element.
 *
 * @param x - The array.
 * @param repeats - How often, one number or one for each element along the axis.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.repeat.html
 * @example
 * np.repeat([1, 2], 2).tolist(); // [1, 1, 2, 2]
 */
export function repeat(x: ArrayLike, repeats: ArrayLike, options?: number | null | AxisOptions): ndarray {
  const { axis } = readAxisOr<AxisOptions>("repeat", options, { axis: null });
  const given = toArray("repeat", x);
  const flat = axis === null || axis === undefined;
  const from = flat ? new ndarray(given.data, [given.size], given.dtype) : given;
  const along = flat ? 0 : checkAxis("repeat", axis, from.ndim);
  const length = from.shape[along];
  const counts = toArray("repeat", repeats);
  if (counts.size !== 1 && (counts.ndim !== 1 || counts.size !== length)) {
    throw new RangeError(
      `repeat: expected one number or ${length} of them as repeats, got ${describe(counts)}`,
    );
  }
  const times = Array.from({ length }, (_, i) =>
    checkInteger("repeat", "repeats", counts.data[counts.size === 1 ? 0 : i], 0),
  );
  const total = times.reduce((sum, count) => sum + count, 0);
  sizeOf("repeat", [...from.shape.slice(0, along), total, ...from.shape.slice(along + 1)]);
  const places = new Int32Array(total);
  let at = 0;
  times.forEach((count, i) => {
    places.fill(i, at, at + count);
    at += count;
  });
  return takeAlong("repeat", from, new ndarray(places, [total], "int32"), along);
}

/**
 * Lays copies of an array side by side.
 *
 * @param x - The array.
 * @param reps - How many along each axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.tile.html
 * @example
 * np.tile([1, 2], 2).tolist(); // [1, 2, 1, 2]
 */
export function tile(x: ArrayLike, reps: number | readonly number[]): ndarray {
  const from = toArray("tile", x);
  const counts = (Array.isArray(reps) ? reps : [reps]).map((count: number) =>
    checkInteger("tile", "reps", count, 0),
  );
  const ndim = Math.max(from.ndim, counts.length);
  const pad = (list: readonly number[]): number[] => [...Array<number>(ndim - list.length).fill(1), ...list];
  const lengths = pad(from.shape);
  sizeOf(
    "tile",
    pad(counts).map((count, axis) => count * lengths[axis]),
  );
  let result = new ndarray(from.data, lengths, from.dtype);
  pad(counts).forEach((count, axis) => {
    const length = result.shape[axis];
    const places = Int32Array.from({ length: length * count }, (_, i) => i % length);
    result = takeAlong("tile", result, new ndarray(places, [places.length], "int32"), axis);
  });
  return result;
}

/**
 * Cuts an array into parts.
 *
 * @param x - The array.
 * @param sections - How many parts of equal length; or a list of indices at which to cut.
 * @param options - The axis, or options. Default: 0.
 * @throws RangeError if the axis does not divide into so many parts.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.split.html
 * @example
 * np.split([1, 2, 3, 4], 2).map((part) => part.tolist()); // [[1, 2], [3, 4]]
 */
export function split(
  x: ArrayLike,
  sections: number | readonly number[],
  options?: number | { axis?: number },
): ndarray[] {
  const { axis } = readAxisOr<{ axis?: number }>("split", options, { axis: 0 });
  const from = toArray("split", x);
  const along = checkAxis("split", axis, from.ndim);
  const length = from.shape[along];
  let cuts: readonly number[];
  if (typeof sections === "number") {
    const count = checkInteger("split", "sections", sections, 1);
    if (length % count !== 0 || count > Math.max(1, length)) {
      throw new RangeError(
        `split: expected axis ${along} to divide into ${count} equal parts, got length ${length}`,
      );
    }
    cuts = Array.from({ length: count - 1 }, (_, i) => ((i + 1) * length) / count);
  } else if (Array.isArray(sections)) {
    cuts = sections.map((cut: unknown) => checkInteger("split", "each index", cut));
  } else {
    throw new TypeError(`split: expected a number of parts or a list of indices, got ${describe(sections)}`);
  }
  const bound = (cut: number): number => Math.min(length, Math.max(0, cut < 0 ? cut + length : cut));
  const ends = [0, ...cuts.map(bound), length];
  return ends.slice(1).map((end, i) => {
    const places = Int32Array.from({ length: Math.max(0, end - ends[i]) }, (_, j) => ends[i] + j);
    return takeAlong("split", from, new ndarray(places, [places.length], "int32"), along);
  });
}
