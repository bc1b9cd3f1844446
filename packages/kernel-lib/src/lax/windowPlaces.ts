import { formatShape, sizeOf, stridesOf } from "../array/broadcast";
import { checkAxes } from "../array/checks";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { elementsOf, type ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { isFloating } from "../array/traits";
import { countingAlong } from "../np/countingAlong";
import * as e from "../expr";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { add, convertType, mapped, multiply, scalar, where } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { isTracer } from "../ops/tracer";

/** What a window that does not fit into the array becomes: it is moved back into it, or left out. */
export type WindowMode = "clip" | "fill" | "drop" | "promise_in_bounds";

/** Reads a mode; undefined and null stand for a default. */
export function readMode(functionName: string, mode: unknown, otherwise: "clip" | "fill"): "clip" | "fill" {
  if (mode === undefined || mode === null) return otherwise;
  if (mode === "clip" || mode === "promise_in_bounds") return "clip";
  if (mode === "fill" || mode === "drop") return "fill";
  throw new TypeError(
    `${functionName}: expected mode to be "clip", "fill", "drop" or "promise_in_bounds", got ${describe(mode)}`,
  );
}

/** How windows of an array belong to the axes of another one, in which they stand one beside the other. */
export interface Windows {
  /** Of the other array, the axes along which a window lies. */
  readonly windowAxes: readonly number[];
  /** Of the array, the axes that windows do not have. */
  readonly without: readonly number[];
  /** The axis of the array that each number of an index is a place of. */
  readonly indexed: readonly number[];
  /** Axes of the array and of the indices along which each window keeps to its own place. */
  readonly batching: readonly [ofArray: readonly number[], ofIndices: readonly number[]];
}

/** Reads indices: whole numbers, the last axis for those of one window. */
export function readStarts(functionName: string, indices: ArrayLike): ndarray {
  const given = toArray(functionName, indices);
  const isWhole = isTracer(given) ? given.weak === "integer" : elementsOf(given).every(Number.isInteger);
  if (given.ndim === 0 || given.dtype === "bool" || (isFloating(given.dtype) && !isWhole)) {
    throw new TypeError(
      `${functionName}: expected whole numbers as indices, those of a window along the last axis, got ${given.dtype} of shape ${formatShape(given.shape)}`,
    );
  }
  return convertType(given, "int32");
}

/** Lists of axes as the dimension numbers of a function name them, those that windows have beside and along first. */
export interface AxesGiven {
  windowAxes: unknown;
  without: unknown;
  indexed: unknown;
  batching: unknown;
  startsBatching: unknown;
}

/**
 * Reads the lists of axes in dimension numbers, counted from 0, and checks that they fit one another.
 *
 * @param starts - Where each window begins.
 * @param ndims - How many axes the array has, and that in which windows stand.
 */
export function readWindows(
  functionName: string,
  given: AxesGiven,
  starts: ndarray,
  ndims: { array: number; shape: number },
): Windows {
  const read = (axes: unknown, ndim: number): number[] =>
    axes === undefined || axes === null ? [] : checkAxes(functionName, axes, ndim);
  const windows: Windows = {
    windowAxes: read(given.windowAxes, ndims.shape),
    without: read(given.without, ndims.array),
    indexed: read(given.indexed, ndims.array),
    batching: [read(given.batching, ndims.array), read(given.startsBatching, starts.ndim)],
  };
  checkWindows(functionName, ndims.array, starts, windows);
  return windows;
}

/** The axes of an array that windows have, in order. */
export function axesOfWindow(ndim: number, { without, batching }: Windows): number[] {
  return Array.from({ length: ndim }, (_, axis) => axis).filter(
    (axis) => !without.includes(axis) && !batching[0].includes(axis),
  );
}

/** Where windows lie. */
export interface Placing {
  /** The shape of the array. */
  readonly array: readonly number[];
  /** Where each window begins. */
  readonly starts: ndarray;
  /** The lengths of a window along each axis of the array. */
  readonly sizes: readonly number[];
  /** The shape of that in which windows stand one beside the other. */
  readonly shape: readonly number[];
  readonly mode: "clip" | "fill";
}

/** The place in an array of each element of its windows, as one row; −1 of those left out. */
export function placesOfWindows(
  functionName: string,
  { array, starts, sizes, shape, mode }: Placing,
  windows: Windows,
): ndarray {
  const { windowAxes, indexed, batching } = windows;
  sizeOf(functionName, shape);
  const number = (value: number): ndarray => scalar(value, "int32");
  const along = (length: number, axis: number): ndarray =>
    countingAlong(functionName, length, axis, shape.length, "int32");
  const others = [...shape.keys()].filter((axis) => !windowAxes.includes(axis));
  // The indices with their axes where the windows stand, and axes of length 1 where they lie.
  const beside = shape.map((length, axis) => (windowAxes.includes(axis) ? 1 : length));
  const startOf = (k: number): ndarray => reshape(sliceAxis(starts, starts.ndim - 1, k, k + 1), beside);
  const strides = stridesOf(array);
  let places = broadcast(number(0), shape);
  let inside: ndarray | undefined;
  indexed.forEach((axis, k) => {
    const start = startOf(k);
    const last = number(array[axis] - sizes[axis]);
    const near = mapped(e.minimum, mapped(e.maximum, start, number(0)), last);
    const fits = mapped(e.equal, near, start);
    inside = inside ? mapped(e.and, inside, fits) : fits;
    places = add(places, multiply(near, number(strides[axis])));
  });
  axesOfWindow(array.length, windows).forEach((axis, i) => {
    places = add(places, multiply(along(sizes[axis], windowAxes[i]), number(strides[axis])));
  });
  batching[0].forEach((axis, i) => {
    places = add(places, multiply(along(array[axis], others[batching[1][i]]), number(strides[axis])));
  });
  return mode === "fill" && inside ? where(inside, places, number(-1)) : places;
}

/** Checks that there is a number of each index for each indexed axis, and that the lists of axes fit one another. */
function checkWindows(functionName: string, ndim: number, starts: ndarray, windows: Windows): void {
  const { windowAxes, indexed, batching } = windows;
  const own = axesOfWindow(ndim, windows).length;
  const numbers = starts.shape[starts.ndim - 1];
  if (numbers !== indexed.length) {
    throw new RangeError(
      `${functionName}: expected ${indexed.length} numbers along the last axis of the indices, one for each indexed axis, got ${numbers}`,
    );
  }
  if (windowAxes.length !== own) {
    throw new RangeError(
      `${functionName}: expected ${own} axes of windows, as many as the array has without those left out, got ${windowAxes.length}`,
    );
  }
  const fits = batching[0].every((_, i) => batching[1][i] < starts.ndim - 1);
  if (batching[0].length !== batching[1].length || !fits) {
    throw new RangeError(`${functionName}: expected as many batching axes of the indices as of the array`);
  }
}
