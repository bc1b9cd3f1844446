import { named } from "../array/named";
import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { elementsOf, type ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { rangeOf } from "../array/traits";
import { padsOf, reachOf, readPadding, type Padding } from "../array/windowPadding";
import * as reductions from "../np/reductions";
import * as ufuncs from "../np/ufuncs";
import { broadcast, sum as added } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { reshape, transpose } from "../ops/layout";
import { convertType } from "../ops/map";
import { pad, slice, sliceAxis } from "../ops/slice";
import { isTracer } from "../ops/tracer";
import { windowExtreme, windowSum } from "../ops/window";

/** A function that makes one array of two, elementwise, in whatever order. */
export type Combining = (x: ndarray, y: ndarray) => ArrayLike;

function axesOf(name: string, dimensions: unknown, ndim: number): number[] {
  if (!Array.isArray(dimensions))
    throw new TypeError(`${name}: expected a list of axes, got ${describe(dimensions)}`);
  return dimensions.map((axis) => checkAxis(name, axis as number, ndim));
}

/** Checks what a function made of two arrays. */
function combinedBy(name: string, f: Combining, x: ndarray, y: ndarray): ndarray {
  const result = toArray(name, f(x, y));
  if (formatShape(result.shape) === formatShape(x.shape)) return convertType(result, x.dtype);
  throw new TypeError(
    `${name}: expected the function to keep shape ${formatShape(x.shape)}, got ${describe(result)}`,
  );
}

function checkFunction(name: string, f: unknown): void {
  if (typeof f !== "function") throw new TypeError(`${name}: expected a function, got ${describe(f)}`);
}

/**
 * Makes one element of all along axes, by a function of two.
 *
 * @param operand - The array.
 * @param initValue - What the function leaves other elements alone with: 0 for sums, 1 for products.
 * @param computation - The function: elementwise, and such that brackets do not matter.
 * @param dimensions - The axes, which go.
 * @throws TypeError if the function does not keep shapes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce.html
 * @example
 * jax.lax.reduce([1, 2, 3], 0, (x, y) => x.add(y), [0]).item(); // 6
 */
export function reduce(
  operand: ArrayLike,
  initValue: ArrayLike,
  computation: Combining,
  dimensions: readonly number[],
): ndarray {
  const from = toArray("reduce", operand);
  checkFunction("reduce", computation);
  const axes = axesOf("reduce", dimensions, from.ndim);
  const rest = [...from.shape.keys()].filter((axis) => !axes.includes(axis));
  const outer = rest.map((axis) => from.shape[axis]);
  const moved = transpose(from, [...axes, ...rest]);
  const length = axes.reduce((product, axis) => product * from.shape[axis], 1);
  const initial = convertType(toArray("reduce", initValue), from.dtype);
  if (initial.ndim !== 0)
    throw new RangeError(`reduce: expected one number to begin with, got ${describe(initial)}`);
  let rows = concatenate([broadcast(initial, [1, ...outer]), reshape(moved, [length, ...outer])], 0);
  // Halves are combined until one row is left: as many steps as the length has digits in base two.
  while (rows.shape[0] > 1) {
    const [count, half] = [rows.shape[0], rows.shape[0] >> 1];
    const both = combinedBy(
      "reduce",
      computation,
      sliceAxis(rows, 0, 0, half),
      sliceAxis(rows, 0, half, 2 * half),
    );
    rows = count % 2 ? concatenate([both, sliceAxis(rows, 0, count - 1, count)], 0) : both;
  }
  return reshape(rows, outer);
}

/** Options of {@link reduceWindow}. */
export interface ReduceWindowOptions {
  /** The lengths of the window along each axis. */
  windowDimensions?: readonly number[];
  /** How far it moves at a time along each axis. Default: 1. */
  windowStrides?: readonly number[] | null;
  /** What surrounds the array: "SAME", "VALID", or a pair of numbers of elements for each axis. Default: "VALID". */
  padding?: Padding;
  /** The distance of neighbours in the window. Default: 1. */
  windowDilation?: readonly number[] | null;
}

/**
 * Makes one element of each window, by a function of two.
 *
 * @param operand - The array.
 * @param initValue - What the function leaves other elements alone with: 0 for sums, −∞ for maxima.
 * @param computation - The function: elementwise, and such that brackets do not matter. `jax.lax.add`, `jax.lax.max`
 * and `jax.lax.min` are quickest.
 * @param windowDimensions - The lengths of the window along each axis; or options.
 * @param windowStrides - How far it moves at a time along each axis; or options. Default: 1.
 * @param padding - "SAME", "VALID", or a pair of numbers of elements for each axis; or options. Default: "VALID".
 * @param options - The distance of neighbours in the window.
 * @throws TypeError if the function does not keep shapes, or options do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_window.html
 * @example
 * jax.lax.reduceWindow([1, 2, 3, 4], 0, jax.lax.add, [2], [2]).tolist(); // [3, 7]
 */
export function reduceWindow(
  operand: ArrayLike,
  initValue: ArrayLike,
  computation: Combining,
  windowDimensions: readonly number[] | ReduceWindowOptions,
  windowStrides?: readonly number[] | null | ReduceWindowOptions,
  padding?: Padding | ReduceWindowOptions,
  options?: ReduceWindowOptions,
): ndarray {
  const name = "reduceWindow";
  const from = toArray(name, operand);
  checkFunction(name, computation);
  const read = readNamed<ReduceWindowOptions>(name, { windowDimensions, windowStrides, padding }, options, {
    windowDimensions: undefined,
    windowStrides: null,
    padding: "VALID",
    windowDilation: null,
  });
  const perAxis = (option: string, given: unknown): number[] => {
    if (given === null) return from.shape.map(() => 1);
    if (Array.isArray(given) && given.length === from.ndim)
      return given.map((one) => checkInteger(name, option, one, 1));
    throw new TypeError(`${name}: expected ${option} for each of ${from.ndim} axes, got ${describe(given)}`);
  };
  const lengths = perAxis("windowDimensions", read.windowDimensions);
  const strides = perAxis("windowStrides", read.windowStrides ?? null);
  const dilation = perAxis("windowDilation", read.windowDilation ?? null);
  const reach = lengths.map((length, i) => reachOf(length, dilation[i]));
  const pads = padsOf(name, readPadding(name, read.padding, from.ndim), from.shape, reach, strides);
  const initial = convertType(toArray(name, initValue), from.dtype);
  if (initial.ndim !== 0)
    throw new RangeError(`${name}: expected one number to begin with, got ${describe(initial)}`);
  const windows = { lengths, strides, padding: pads, dilation };
  if (computation === ufuncs.add && isKnown(initial, 0)) return windowSum(from, windows);
  if (computation === ufuncs.maximum && isKnown(initial, -Infinity))
    return windowExtreme("max", from, windows);
  if (computation === ufuncs.minimum && isKnown(initial, Infinity))
    return windowExtreme("min", from, windows);
  const wide = pad(from, initial, {
    low: pads.map(([low]) => low),
    high: pads.map(([, high]) => high),
    interior: pads.map(() => 0),
  });
  const results = wide.shape.map((length, i) =>
    Math.max(0, Math.floor((length - reach[i]) / strides[i]) + 1),
  );
  // One array for each place in the window: that of the first, moved.
  const places = lengths.reduce<number[][]>(
    (sofar, length) => sofar.flatMap((place) => Array.from({ length }, (_, k) => [...place, k])),
    [[]],
  );
  return places.reduce<ndarray>(
    (sofar, place) => {
      const starts = place.map((k, i) => k * dilation[i]);
      const limits = starts.map((start, i) =>
        results[i] === 0 ? start : start + (results[i] - 1) * strides[i] + 1,
      );
      return combinedBy(name, computation, sofar, slice(wide, { starts, limits, strides }));
    },
    broadcast(initial, results),
  );
}

/** Whether a number is known, and that one. */
const isKnown = (x: ndarray, value: number): boolean => !isTracer(x) && elementsOf(x)[0] === value;

/** An extreme; of no elements the one that leaves others alone. */
const extreme =
  (by: "max" | "min") =>
  (x: ndarray, { axis }: { axis: number[] }): ndarray =>
    x.size > 0
      ? reductions[by](x, { axis })
      : reductions[by](x, { axis, initial: rangeOf(x.dtype)[by === "max" ? "min" : "max"] });

/** A way to reduce an array along a list of axes, which go. */
export type AlongAxes = (operand: ArrayLike, axes: readonly number[]) => ndarray;

const reducing = (name: string, f: (x: ndarray, options: { axis: number[] }) => ndarray): AlongAxes =>
  named(name, (operand, axes) => {
    const from = toArray(name, operand);
    return f(from, { axis: axesOf(name, axes, from.ndim) });
  });

/**
 * Adds up elements along axes, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_sum.html
 * @example
 * jax.lax.reduceSum([[1, 2], [3, 4]], [0]).tolist(); // [4, 6]
 */
export const reduceSum: AlongAxes = reducing("reduceSum", (x, { axis }) => added(x, axis));
/**
 * Multiplies elements along axes, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_prod.html
 * @example
 * jax.lax.reduceProd([[1, 2], [3, 4]], [0]).tolist(); // [3, 8]
 */
export const reduceProd: AlongAxes = reducing("reduceProd", reductions.prod);
/**
 * Takes the largest element along axes, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_max.html
 * @example
 * jax.lax.reduceMax([[1, 2], [3, 4]], [1]).tolist(); // [2, 4]
 */
export const reduceMax: AlongAxes = reducing("reduceMax", extreme("max"));
/**
 * Takes the smallest element along axes, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_min.html
 * @example
 * jax.lax.reduceMin([[1, 2], [3, 4]], [1]).tolist(); // [1, 3]
 */
export const reduceMin: AlongAxes = reducing("reduceMin", extreme("min"));
/**
 * Tells whether all elements along axes hold, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_and.html
 * @example
 * jax.lax.reduceAnd([[true, false], [true, true]], [1]).tolist(); // [false, true]
 */
export const reduceAnd: AlongAxes = reducing("reduceAnd", reductions.all);
/**
 * Tells whether any element along axes holds, which go.
 *
 * @param operand - The array.
 * @param axes - The axes.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.reduce_or.html
 * @example
 * jax.lax.reduceOr([[true, false], [false, false]], [1]).tolist(); // [true, false]
 */
export const reduceOr: AlongAxes = reducing("reduceOr", reductions.any);
