import type { ArrayLike } from "../array/asarray";
import { formatShape, sizeOf } from "../array/broadcast";
import { checkNumber, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import * as e from "../expr";
import { gather as gathered } from "../ops/gather";
import { reshape } from "../ops/layout";
import { mapped, scalar, where } from "../ops/map";
import {
  axesOfWindow,
  placesOfWindows,
  readMode,
  readStarts,
  readWindows,
  type WindowMode,
} from "./windowPlaces";

/** Which axes of {@link gather} mean what, as JAX's `GatherDimensionNumbers` says it. */
export interface GatherDimensionNumbers {
  /** Of the result, the axes along which a window lies. */
  offsetDims: readonly number[];
  /** Of the operand, axes along which a window has length 1 and which the result does not have. */
  collapsedSliceDims: readonly number[];
  /** For each number of an index, which axis of the operand it is a place of. */
  startIndexMap: readonly number[];
  /** Axes of the operand along which each index keeps to its own place. Default: none. */
  operandBatchingDims?: readonly number[];
  /** The axes of the indices that belong to these. Default: none. */
  startIndicesBatchingDims?: readonly number[];
}

/** Options of {@link gather}. */
export interface GatherOptions {
  /**
   * What a window that does not fit into the operand gives: `"clip"` the nearest that does, `"fill"` the fill value.
   * Default: `"clip"`.
   */
  mode?: WindowMode | null;
  /** The fill value. Default: NaN; of integers the largest number (of signed ones the smallest). */
  fillValue?: number | null;
  /** Has no effect here: whether no index occurs twice. */
  uniqueIndices?: boolean;
  /** Has no effect here: whether indices are in order. */
  indicesAreSorted?: boolean;
}

const numbersDefaults: Partial<GatherDimensionNumbers> = {
  offsetDims: undefined,
  collapsedSliceDims: undefined,
  startIndexMap: undefined,
  operandBatchingDims: undefined,
  startIndicesBatchingDims: undefined,
};

const defaults: GatherOptions = {
  mode: null,
  fillValue: null,
  uniqueIndices: false,
  indicesAreSorted: false,
};

/**
 * Takes windows of one size from an array, each at the place that an index says. `x.at` and `np.take` say most of that
 * in fewer words.
 *
 * @param operand - The array.
 * @param startIndices - Where each window begins; the last axis has a number for each axis of `startIndexMap`.
 * @param dimensionNumbers - Which axes mean what.
 * @param sliceSizes - The lengths of a window along each axis of the operand.
 * @param options - What becomes of windows that do not fit, or options.
 * @returns An array with the axes of the indices but the last, and among them the windows' at `offsetDims`.
 * @throws RangeError for axes and lengths that do not fit one another, TypeError for indices that are no whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.gather.html
 * @example
 * const rows = { offsetDims: [1], collapsedSliceDims: [0], startIndexMap: [0] };
 * jax.lax.gather([[1, 2], [3, 4], [5, 6]], [[2], [0]], rows, [1, 2]).tolist(); // [[5, 6], [1, 2]]
 */
export function gather(
  operand: ArrayLike,
  startIndices: ArrayLike,
  dimensionNumbers: GatherDimensionNumbers,
  sliceSizes: Shape,
  options?: GatherOptions,
): ndarray {
  const x = toArray("gather", operand);
  const starts = readStarts("gather", startIndices);
  const numbers = readOptions("gather", dimensionNumbers, numbersDefaults);
  const { mode: wanted, fillValue } = readOptions("gather", options, defaults);
  const mode = readMode("gather", wanted, "clip");
  const sizes = checkShape("gather", sliceSizes);
  const rank = starts.ndim - 1 + (numbers.offsetDims?.length ?? 0);
  const given = {
    windowAxes: numbers.offsetDims,
    without: numbers.collapsedSliceDims,
    indexed: numbers.startIndexMap,
    batching: numbers.operandBatchingDims,
    startsBatching: numbers.startIndicesBatchingDims,
  };
  const windows = readWindows("gather", given, starts, { array: x.ndim, shape: rank });
  const single = [...windows.without, ...windows.batching[0]];
  const fits = x.shape.every(
    (length, axis) => sizes[axis] <= length && !(single.includes(axis) && sizes[axis] > 1),
  );
  if (sizes.length !== x.ndim || !fits) {
    throw new RangeError(
      `gather: expected lengths of windows within shape ${formatShape(x.shape)}, 1 where they have no axis, got ${formatShape(sizes)}`,
    );
  }
  const lengths = [...starts.shape.slice(0, -1)];
  const own = axesOfWindow(x.ndim, windows);
  const shape = Array.from({ length: rank }, (_, axis) => {
    const i = windows.windowAxes.indexOf(axis);
    return i < 0 ? (lengths.shift() as number) : sizes[own[i]];
  });
  const places = placesOfWindows("gather", { array: x.shape, starts, sizes, shape, mode }, windows);
  const taken = gathered(reshape(x, [sizeOf("gather", x.shape)]), places, mode);
  if (mode === "clip" || fillValue === null || fillValue === undefined) return taken;
  const fill = scalar(checkNumber("gather", "fillValue", fillValue), x.dtype);
  return where(mapped(e.less, places, scalar(0, "int32")), fill, taken);
}
