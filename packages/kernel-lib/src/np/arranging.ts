import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkAxes, checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { reshape, reverse, transpose } from "../ops/layout";
import { mapped, scalar } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { concrete, isTracer } from "../ops/tracer";
import { fromEnd, readIndices, takeAt } from "./indices";

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
  return reverse(from, checkAxes("flip", axis ?? [...from.shape.keys()], from.ndim));
}

/** Reverses one axis of an array that has so many at least. */
function flipped(functionName: string, x: ArrayLike, axis: number): ndarray {
  const from = toArray(functionName, x);
  if (from.ndim <= axis) {
    throw new RangeError(
      `${functionName}: expected an array of at least ${axis + 1} axes, got ${describe(from)}`,
    );
  }
  return reverse(from, [axis]);
}

/**
 * Reverses the order of columns.
 *
 * @param x - An array of at least two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fliplr.html
 * @example
 * np.fliplr([[1, 2], [3, 4]]).tolist(); // [[2, 1], [4, 3]]
 */
export function fliplr(x: ArrayLike): ndarray {
  return flipped("fliplr", x, 1);
}

/**
 * Reverses the order of rows.
 *
 * @param x - An array of at least one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.flipud.html
 * @example
 * np.flipud([[1, 2], [3, 4]]).tolist(); // [[3, 4], [1, 2]]
 */
export function flipud(x: ArrayLike): ndarray {
  return flipped("flipud", x, 0);
}

/** Options of {@link rot90}. */
export interface Rot90Options {
  /** How many quarter turns, counter-clockwise. Default: 1. */
  k?: number;
  /** The plane: from the first axis towards the second one. Default: [0, 1]. */
  axes?: readonly [number, number];
}

/**
 * Turns a plane by quarter turns.
 *
 * @param x - An array of at least two axes.
 * @param k - How many quarter turns, counter-clockwise, or options. Default: 1.
 * @param axes - The plane: from the first axis towards the second one. Default: [0, 1].
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.rot90.html
 * @example
 * np.rot90([[1, 2], [3, 4]]).tolist(); // [[2, 4], [1, 3]]
 */
export function rot90(x: ArrayLike, k?: number | Rot90Options, axes?: readonly [number, number]): ndarray {
  const read = readNamed<Rot90Options>("rot90", { k, axes }, undefined, { k: 1, axes: [0, 1] });
  const from = toArray("rot90", x);
  const turns = ((checkInteger("rot90", "k", read.k) % 4) + 4) % 4;
  const plane = checkAxes("rot90", read.axes, from.ndim);
  if (plane.length !== 2) throw new RangeError(`rot90: expected two axes, got ${plane.length}`);
  const [first, second] = plane;
  if (turns === 0) return from;
  if (turns === 2) return reverse(from, plane);
  const order = from.shape.map((_, i) => (i === first ? second : i === second ? first : i));
  return turns === 1 ? transpose(reverse(from, [second]), order) : reverse(transpose(from, order), [second]);
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
  shift: number | readonly number[] | ndarray,
  options?: AxisOr<{ axis?: Axis }>,
): ndarray {
  const from = toArray("roll", x);
  const { axis } = readAxisOr<{ axis?: Axis }>("roll", options, { axis: null });
  const shifts = shiftsOf(shift);
  if (axis === null || axis === undefined) {
    const row = reshape(from, [from.size]);
    return reshape(
      shifts.reduce<ndarray>((result, one) => rolled(result, 0, one), row),
      from.shape,
    );
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

/** How far to move, along each axis: plain numbers, or arrays of no axes of which the values are not known yet. */
function shiftsOf(shift: number | readonly number[] | ndarray): (number | ndarray)[] {
  const list: unknown[] =
    Array.isArray(shift) || (shift instanceof ndarray && shift.ndim > 0)
      ? [...(shift as Iterable<unknown>)]
      : [shift];
  return list.map((one) =>
    one instanceof ndarray && isTracer(one) ? one : checkInteger("roll", "shift", one),
  );
}

function rolled(x: ndarray, axis: number, shift: number | ndarray): ndarray {
  const length = x.shape[axis];
  if (length === 0) return x;
  if (shift instanceof ndarray) {
    const places = mapped(e.subtract, counting(length), readIndices("roll", shift, 0));
    const rest = mapped(e.remainder, places, scalar(length, "int32"));
    return takeAt(x, fromEnd(rest, length), axis, "clip");
  }
  const cut = length - (((shift % length) + length) % length || length);
  if (cut === 0) return x;
  return concatenate([sliceAxis(x, axis, cut, length), sliceAxis(x, axis, 0, cut)], axis);
}

/** 0, 1, … */
function counting(length: number): ndarray {
  return new ndarray(
    Int32Array.from({ length }, (_, i) => i),
    [length],
    "int32",
  );
}

/** Options of {@link repeat}. */
export interface RepeatOptions extends AxisOptions {
  /** The length of the result along the axis, where it is cut off or the last element fills it up. */
  totalRepeatLength?: number;
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
export function repeat(x: ArrayLike, repeats: ArrayLike, options?: number | null | RepeatOptions): ndarray {
  const { axis, totalRepeatLength } = readAxisOr<RepeatOptions>("repeat", options, {
    axis: null,
    totalRepeatLength: undefined,
  });
  const given = toArray("repeat", x);
  const flat = axis === null || axis === undefined;
  const from = flat ? reshape(given, [given.size]) : given;
  const along = flat ? 0 : checkAxis("repeat", axis, from.ndim);
  const length = from.shape[along];
  const counts = concrete("repeat", toArray("repeat", repeats));
  if (counts.size !== 1 && (counts.ndim !== 1 || counts.size !== length)) {
    throw new RangeError(
      `repeat: expected one number or ${length} of them as repeats, got ${describe(counts)}`,
    );
  }
  const times = Array.from(elementsOf(counts), (count) => checkInteger("repeat", "repeats", count, 0));
  const [before, behind] = [from.shape.slice(0, along), from.shape.slice(along + 1)];
  const total = counts.size === 1 ? times[0] * length : times.reduce((sum, count) => sum + count, 0);
  sizeOf("repeat", [...before, total, ...behind]);
  if (counts.size === 1 && totalRepeatLength === undefined) {
    const longer = broadcast(reshape(from, [...before, length, 1, ...behind]), [
      ...before,
      length,
      times[0],
      ...behind,
    ]);
    return reshape(longer, [...before, total, ...behind]);
  }
  const size =
    totalRepeatLength === undefined
      ? total
      : checkInteger("repeat", "totalRepeatLength", totalRepeatLength, 0);
  const places = new Int32Array(size).fill(Math.max(0, length - 1));
  let at = 0;
  for (let i = 0; i < length && at < size; i++) {
    const count = times[counts.size === 1 ? 0 : i];
    places.fill(i, at, at + count);
    at += count;
  }
  return takeAt(from, new ndarray(places, [size], "int32"), along, "clip");
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
export function tile(
  x: ArrayLike,
  reps: number | readonly number[] | { reps: number | readonly number[] },
): ndarray {
  const from = toArray("tile", x);
  const read = readNamed<{ reps?: number | readonly number[] }>("tile", { reps }, undefined, {
    reps: undefined,
  }).reps;
  const counts = (Array.isArray(read) ? read : [read]).map((count: unknown) =>
    checkInteger("tile", "reps", count, 0),
  );
  const ndim = Math.max(from.ndim, counts.length);
  const padded = (list: readonly number[]): number[] => [
    ...Array<number>(ndim - list.length).fill(1),
    ...list,
  ];
  const [lengths, times] = [padded(from.shape), padded(counts)];
  const shape = lengths.map((length, axis) => length * times[axis]);
  sizeOf("tile", shape);
  const apart = reshape(
    from,
    lengths.flatMap((length) => [1, length]),
  );
  const copies = broadcast(
    apart,
    lengths.flatMap((length, axis) => [times[axis], length]),
  );
  return reshape(copies, shape);
}
