import { named } from "../array/named";
import type { ArrayLike } from "../array/asarray";
import { formatShape, sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { scatter as scattered, type Combining } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { negative } from "../np/ufuncs";
import {
  axesOfWindow,
  placesOfWindows,
  readMode,
  readStarts,
  readWindows,
  type WindowMode,
} from "./windowPlaces";

/** Which axes of {@link scatter} and its kin mean what, as JAX's `ScatterDimensionNumbers` says it. */
export interface ScatterDimensionNumbers {
  /** Of the updates, the axes along which a window lies. */
  updateWindowDims: readonly number[];
  /** Of the operand, axes along which a window has length 1 and which the updates do not have. */
  insertedWindowDims: readonly number[];
  /** For each number of an index, which axis of the operand it is a place of. */
  scatterDimsToOperandDims: readonly number[];
  /** Axes of the operand along which each index keeps to its own place. Default: none. */
  operandBatchingDims?: readonly number[];
  /** The axes of the indices that belong to these. Default: none. */
  scatterIndicesBatchingDims?: readonly number[];
}

/** Options of {@link scatter} and its kin. */
export interface ScatterOptions {
  /** What becomes of a window that does not fit: `"drop"` leaves it out, `"clip"` moves it. Default: `"drop"`. */
  mode?: WindowMode | null;
  /** Has no effect here: whether no index occurs twice. */
  uniqueIndices?: boolean;
  /** Has no effect here: whether indices are in order. */
  indicesAreSorted?: boolean;
}

const numbersDefaults: Partial<ScatterDimensionNumbers> = {
  updateWindowDims: undefined,
  insertedWindowDims: undefined,
  scatterDimsToOperandDims: undefined,
  operandBatchingDims: undefined,
  scatterIndicesBatchingDims: undefined,
};

const defaults: ScatterOptions = { mode: null, uniqueIndices: false, indicesAreSorted: false };

/** A function that combines windows of an array with updates. */
export type Scatter = (
  operand: ArrayLike,
  scatterIndices: ArrayLike,
  updates: ArrayLike,
  dimensionNumbers: ScatterDimensionNumbers,
  options?: ScatterOptions,
) => ndarray;

const combining = (name: string, by: Combining, turned: (updates: ndarray) => ndarray = (x) => x): Scatter =>
  named(name, (operand, scatterIndices, updates, dimensionNumbers, options) => {
    const x = toArray(name, operand);
    const starts = readStarts(name, scatterIndices);
    const given = convertType(toArray(name, updates), x.dtype);
    const numbers = readOptions(name, dimensionNumbers, numbersDefaults);
    const mode = readMode(name, readOptions(name, options, defaults).mode, "fill");
    const axes = {
      windowAxes: numbers.updateWindowDims,
      without: numbers.insertedWindowDims,
      indexed: numbers.scatterDimsToOperandDims,
      batching: numbers.operandBatchingDims,
      startsBatching: numbers.scatterIndicesBatchingDims,
    };
    const windows = readWindows(name, axes, starts, { array: x.ndim, shape: given.ndim });
    const sizes = x.shape.map(() => 1);
    axesOfWindow(x.ndim, windows).forEach((axis, i) => (sizes[axis] = given.shape[windows.windowAxes[i]]));
    const beside = given.shape.filter((_, axis) => !windows.windowAxes.includes(axis));
    const fits = sizes.every((size, axis) => size <= x.shape[axis]);
    if (!fits || formatShape(beside) !== formatShape(starts.shape.slice(0, -1))) {
      throw new RangeError(
        `${name}: expected an update within shape ${formatShape(x.shape)} for each index of shape ` +
          `${formatShape(starts.shape)}, got updates of shape ${formatShape(given.shape)}`,
      );
    }
    const places = placesOfWindows(
      name,
      { array: x.shape, starts, sizes, shape: given.shape, mode },
      windows,
    );
    const flat = reshape(x, [sizeOf(name, x.shape)]);
    return reshape(scattered(by, flat, places, turned(given), "fill"), x.shape);
  });

/**
 * Gives a copy of an array in which windows, each at the place that an index says, are updates. `x.with` says most of that in
 * fewer words.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatter(np.zeros(4), [[1], [3]], [9, 8], single).tolist(); // [0, 9, 0, 8]
 */
export const scatter: Scatter = combining("scatter", "set");

/**
 * Gives a copy of an array with updates added to its windows, each at the place that an index says; what meets adds up.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter_add.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatterAdd(np.ones(4), [[1], [1]], [9, 8], single).tolist(); // [1, 18, 1, 1]
 */
export const scatterAdd: Scatter = combining("scatterAdd", "add");

/**
 * Gives a copy of an array with updates subtracted from its windows, each at the place that an index says.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter_sub.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatterSub(np.ones(4), [[1], [3]], [9, 8], single).tolist(); // [1, -8, 1, -7]
 */
export const scatterSub: Scatter = combining("scatterSub", "add", negative);

/**
 * Gives a copy of an array with its windows multiplied by updates, each at the place that an index says.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter_mul.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatterMul([1, 2, 3, 4], [[1], [3]], [9, 8], single).tolist(); // [1, 18, 3, 32]
 */
export const scatterMul: Scatter = combining("scatterMul", "multiply");

/**
 * Gives a copy of an array in which windows are the smaller of what was there and of updates, each at the place that an
 * index says.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter_min.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatterMin([1, 2, 3, 4], [[1], [3]], [9, 0], single).tolist(); // [1, 2, 3, 0]
 */
export const scatterMin: Scatter = combining("scatterMin", "minimum");

/**
 * Gives a copy of an array in which windows are the larger of what was there and of updates, each at the place that an
 * index says.
 *
 * @param operand - The array.
 * @param scatterIndices - Where each window begins; the last axis has a number for each axis of
 * `scatterDimsToOperandDims`.
 * @param updates - A window for each index, its axes at `updateWindowDims`.
 * @param dimensionNumbers - Which axes mean what.
 * @param options - What becomes of windows that do not fit, or options. Default: they are left out.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scatter_max.html
 * @example
 * const single = { updateWindowDims: [], insertedWindowDims: [0], scatterDimsToOperandDims: [0] };
 * jax.lax.scatterMax([1, 2, 3, 4], [[1], [3]], [9, 0], single).tolist(); // [1, 9, 3, 4]
 */
export const scatterMax: Scatter = combining("scatterMax", "maximum");
