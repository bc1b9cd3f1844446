import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis, checkBroadcasts } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { mapRows, rowsOf } from "../array/rows";
import { floatingType, makeStorage } from "../array/traits";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { diff } from "./cumulative";
import { sum } from "./reductions";
import { add, multiply } from "./ufuncs";

/** Options of {@link gradient}. */
export interface GradientOptions {
  /** The axis. Default: -1. */
  axis?: number;
}

/** The coordinates along an axis: given ones, or of a given distance. */
function coordinates(functionName: string, spacing: ArrayLike, length: number): Float64Array {
  const given = toArray(functionName, spacing, "float64");
  if (given.ndim === 0) return Float64Array.from({ length }, (_, i) => i * given.item());
  if (given.ndim === 1 && given.size === length) return given.data as Float64Array;
  throw new RangeError(
    `${functionName}: expected a distance or ${length} coordinates, got ${describe(given)}`,
  );
}

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
  const rows = rowsOf("gradient", from, checkAxis("gradient", axis, from.ndim));
  const n = rows.length;
  if (n < 2)
    throw new RangeError(`gradient: expected two points or more, got shape ${formatShape(from.shape)}`);
  const at = coordinates("gradient", spacing, n);
  return mapRows(from, rows, floatingType(from.dtype), (data, out, start, length, step) => {
    const slope = (i: number): number =>
      (data[start + (i + 1) * step] - data[start + i * step]) / (at[i + 1] - at[i]);
    out[start] = slope(0);
    out[start + (length - 1) * step] = slope(length - 2);
    for (let i = 1; i < length - 1; i++) {
      const [before, after] = [at[i] - at[i - 1], at[i + 1] - at[i]];
      out[start + i * step] = (slope(i - 1) * after + slope(i) * before) / (before + after);
    }
  });
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
  return reshape(
    diff(points),
    y.shape.map((_, i) => (i === axis ? points.size - 1 : 1)),
  );
}

/**
 * Interpolates linearly between points; beyond them it stays at the first and the last value.
 *
 * @param x - Where to interpolate.
 * @param xp - Where the points are, in ascending order.
 * @param fp - The values there.
 * @returns An array of the shape of `x`.
 * @throws RangeError if there are no points, or not one value for each.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.interp.html
 * @example
 * np.interp([0.5, 5], [0, 1, 2], [0, 10, 40]).tolist(); // [5, 40]
 */
export function interp(x: ArrayLike, xp: ArrayLike, fp: ArrayLike): ndarray {
  const places = toArray("interp", x);
  const [points, values] = [toArray("interp", xp), toArray("interp", fp)];
  if (points.ndim !== 1 || values.ndim !== 1 || points.size !== values.size || points.size === 0) {
    const shapes = `${formatShape(points.shape)} and ${formatShape(values.shape)}`;
    throw new RangeError(`interp: expected as many values as points, one or more, got shapes ${shapes}`);
  }
  const [at, value] = [points.data, values.data];
  const last = points.size - 1;
  const dtype = floatingType(resultType(places, points, values));
  const out = makeStorage(dtype, places.size);
  places.data.forEach((place: number, i: number) => {
    if (place !== place) out[i] = NaN;
    else if (!(place > at[0])) out[i] = value[0];
    else if (place >= at[last]) out[i] = value[last];
    else {
      let [low, high] = [0, last];
      while (high - low > 1) {
        const middle = (low + high) >> 1;
        if (at[middle] <= place) low = middle;
        else high = middle;
      }
      out[i] = value[low] + ((value[high] - value[low]) / (at[high] - at[low])) * (place - at[low]);
    }
  });
  return new ndarray(out, places.shape, dtype);
}
