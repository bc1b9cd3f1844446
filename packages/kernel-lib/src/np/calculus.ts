import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis, checkBroadcasts } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { concatenate } from "../ops/concatenate";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { searchsorted } from "../ops/searchsorted";
import { sliceAxis } from "../ops/slice";
import { diff } from "./cumulative";
import { takeAt } from "./indices";
import { combined } from "./operands";
import { sum } from "./reductions";
import { add, divide, equal, greater, greaterEqual, less, multiply, subtract } from "./ufuncs";
import { where } from "./where";

/** Options of {@link gradient}. */
export interface GradientOptions {
  /** The axis. Default: -1. */
  axis?: number;
}

/** How far neighbours are apart: a distance, or, from coordinates, one for each step along the axis. */
function stepsAlong(spacing: ArrayLike, length: number, axis: number, ndim: number): ndarray {
  const given = toArray("gradient", spacing);
  if (given.ndim === 0) return given;
  if (given.ndim !== 1 || given.size !== length) {
    throw new RangeError(`gradient: expected a distance or ${length} coordinates, got ${describe(given)}`);
  }
  return alongAxis(diff(given), axis, ndim);
}

/** An array of one axis as one of so many, in which it lies along the one that is named. */
const alongAxis = (x: ndarray, axis: number, ndim: number): ndarray =>
  reshape(
    x,
    Array.from({ length: ndim }, (_, i) => (i === axis ? x.size : 1)),
  );

/**
 * Estimates the derivative from differences: in the middle from both neighbours, of second order, at the ends from one.
 *
 * @param y - Values of a function.
 * @param spacing - The distance of the points, or where they are. Default: 1.
 * @param options - The axis.
 * @returns An array of the shape of `y`.
 * @throws RangeError if there are fewer than two points.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.gradient.html
 * @example
 * np.gradient([0, 1, 4, 9]).tolist(); // [1, 2, 4, 5]
 */
export function gradient(y: ArrayLike, spacing: ArrayLike = 1, options?: GradientOptions): ndarray {
  const { axis } = readOptions<GradientOptions>("gradient", options, { axis: -1 });
  const from = toArray("gradient", y);
  const along = checkAxis("gradient", axis, from.ndim);
  const n = from.shape[along];
  if (n < 2)
    throw new RangeError(`gradient: expected two points or more, got shape ${formatShape(from.shape)}`);
  const values = convertType(from, floatingType(from.dtype));
  const steps = stepsAlong(spacing, n, along, from.ndim);
  const part = (x: ndarray, start: number, stop: number): ndarray => sliceAxis(x, along, start, stop);
  const slopes = divide(diff(values, { axis: along }), steps);
  const ends = [part(slopes, 0, 1), part(slopes, n - 2, n - 1)];
  if (n === 2) return concatenate(ends, along);
  const [first, second] = [part(slopes, 0, n - 2), part(slopes, 1, n - 1)];
  const isEven = steps.ndim === 0;
  const [before, after] = isEven ? [steps, steps] : [part(steps, 0, n - 2), part(steps, 1, n - 1)];
  const middle = isEven
    ? divide(add(first, second), 2)
    : divide(add(multiply(first, after), multiply(second, before)), add(before, after));
  return concatenate([ends[0], middle, ends[1]], along);
}

/** Options of {@link trapezoid}. */
export interface TrapezoidOptions {
  /** Where the points are: a place for each along the axis, or an array that broadcasts with `y`. Default: as far apart as `dx` says. */
  x?: ArrayLike | null;
  /** The distance of the points: one number, or an array that broadcasts with the steps between them. Default: 1. */
  dx?: ArrayLike;
  /** The axis. Default: -1. */
  axis?: number;
}

/**
 * Integrates with the trapezoidal rule: Σ (yᵢ + yᵢ₊₁)/2 · (xᵢ₊₁ − xᵢ).
 *
 * @param y - Values of a function.
 * @param options - Where the points are, or those places themselves.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.trapezoid.html
 * @example
 * np.trapezoid([0, 1, 2], { dx: 0.5 }).item(); // 1
 */
export function trapezoid(y: ArrayLike, options?: ArrayLike | TrapezoidOptions): ndarray {
  const given = options === undefined || isPlainObject(options) ? options : { x: options };
  const { x, dx, axis } = readOptions<Required<TrapezoidOptions>>("trapezoid", given, {
    x: null,
    dx: 1,
    axis: -1,
  });
  const from = toArray("trapezoid", y);
  const along = checkAxis("trapezoid", axis, from.ndim);
  const values = convertType(from, floatingType(from.dtype));
  const steps = x === null || x === undefined ? toArray("trapezoid", dx) : stepsBetween(x, values, along);
  const length = values.shape[along];
  const [before, after] = [sliceAxis(values, along, 0, length - 1), sliceAxis(values, along, 1, length)];
  return sum(multiply(multiply(add(before, after), 0.5), steps), along);
}

/** The distances of points: those of one axis lie along the axis that is integrated. */
function stepsBetween(x: ArrayLike, y: ndarray, axis: number): ndarray {
  const points = toArray("trapezoid", x);
  if (points.ndim !== 1) {
    checkBroadcasts("trapezoid", points.shape, y.shape);
    return diff(points, { axis: axis - y.ndim });
  }
  if (points.size !== y.shape[axis]) {
    throw new RangeError(
      `trapezoid: expected a distance or ${y.shape[axis]} coordinates, got ${describe(points)}`,
    );
  }
  return alongAxis(diff(points), axis, y.ndim);
}

/** Options of {@link interp}. */
export interface InterpOptions {
  /** The value before the first point. Default: the first one. */
  left?: number | null;
  /** The value behind the last point. Default: the last one. */
  right?: number | null;
}

/**
 * Interpolates linearly between points; beyond them it stays at the first and the last value.
 *
 * @param x - Where to interpolate.
 * @param xp - Where the points are, in ascending order.
 * @param fp - The values there.
 * @param options - The values beyond the points.
 * @returns An array of the shape of `x`.
 * @throws RangeError if there are no points, or not one value for each.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.interp.html
 * @example
 * np.interp([0.5, 5], [0, 1, 2], [0, 10, 40]).tolist(); // [5, 40]
 * np.interp(-1, [0, 1], [5, 6], { left: 0 }).item(); // 0
 */
export function interp(x: ArrayLike, xp: ArrayLike, fp: ArrayLike, options?: InterpOptions): ndarray {
  const { left, right } = readOptions<InterpOptions>("interp", options, { left: null, right: null });
  const given = combined("interp", [x, xp, fp]);
  const dtype = floatingType(given[0].dtype);
  const [places, points, values] = given.map((one) => convertType(one, dtype));
  if (points.ndim !== 1 || values.ndim !== 1 || points.size !== values.size || points.size === 0) {
    const shapes = `${formatShape(points.shape)} and ${formatShape(values.shape)}`;
    throw new RangeError(`interp: expected as many values as points, one or more, got shapes ${shapes}`);
  }
  const last = points.size - 1;
  const at = (row: ndarray, place: ndarray): ndarray => takeAt(row, place, 0, "clip");
  const end = (row: ndarray, place: number): ndarray => reshape(sliceAxis(row, 0, place, place + 1), []);
  const behind = searchsorted(points, places, "right");
  const before = subtract(behind, 1);
  const [start, value] = [at(points, before), at(values, before)];
  const width = subtract(at(points, behind), start);
  const share = divide(subtract(places, start), where(equal(width, 0), 1, width));
  const inside = add(value, multiply(share, subtract(at(values, behind), value)));
  const below = where(
    less(places, end(points, 0)),
    left ?? end(values, 0),
    where(equal(places, places), inside, NaN),
  );
  const isAtEnd = where(greaterEqual(places, end(points, last)), end(values, last), below);
  return where(greater(places, end(points, last)), right ?? end(values, last), isAtEnd);
}
