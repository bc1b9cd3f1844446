import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape, sizeOf } from "../array/broadcast";
import { checkAxis, checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { readAxisOr } from "../array/rows";
import { broadcast } from "../ops/broadcast";
import { scatter, takeAlong } from "../ops/gather";
import { moveAxis, reshape } from "../ops/layout";
import { add, convertType, mapped, multiply, scalar, where } from "../ops/map";
import { concrete } from "../ops/tracer";
import { boundIndices, cycled, readIndices, takeAt, trueAt, type IndexMode } from "./indices";

/** Options of {@link take} and {@link takeAlongAxis}. */
export interface TakeOptions {
  /** The axis, or null for the array as one row. Default: null. */
  axis?: number | null;
  /**
   * What an index that lies outside gives: `"clip"` the element at the end, `"wrap"` counting on from the other end,
   * `"fill"` the fill value. Default: an error; of indices that are not known yet, `"fill"`.
   */
  mode?: IndexMode;
  /** The fill value. Default: NaN; of integers the largest number (of signed ones the smallest). */
  fillValue?: number;
}

const takeDefaults: TakeOptions = { axis: null, mode: undefined, fillValue: undefined };
const modes: readonly unknown[] = ["clip", "wrap", "fill"];

/** Reads indices as a mode says. */
function placesOf(functionName: string, indices: ArrayLike, length: number, mode: IndexMode | undefined) {
  if (mode === undefined) return readIndices(functionName, indices, length);
  if (modes.includes(mode)) return boundIndices(functionName, indices, length, mode);
  throw new TypeError(`${functionName}: expected mode to be "clip", "wrap" or "fill", got ${describe(mode)}`);
}

/** Puts a value where places lie outside of an axis. */
function filled(
  functionName: string,
  taken: ndarray,
  places: ndarray,
  length: number,
  value: number | undefined,
): ndarray {
  if (value === undefined) return taken;
  const fill = scalar(checkNumber(functionName, "fillValue", value), taken.dtype);
  const below = mapped(e.less, places, scalar(0, "int32"));
  const isOutside = mapped(e.or, below, mapped(e.greaterEqual, places, scalar(length, "int32")));
  return where(isOutside, fill, taken);
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
  const { axis, mode, fillValue } = readAxisOr<TakeOptions>("take", options, takeDefaults);
  const from = toArray("take", x);
  const flat = axis === null || axis === undefined;
  const source = flat ? reshape(from, [from.size]) : from;
  const along = flat ? 0 : checkAxis("take", axis, from.ndim);
  const length = source.shape[along];
  const places = placesOf("take", indices, length, mode);
  const taken = takeAt(source, places, along, "fill");
  const behind = new Array<number>(source.ndim - 1 - along).fill(1);
  return filled("take", taken, reshape(places, [...places.shape, ...behind]), length, fillValue);
}

/** An array and indices along an axis of it, with the other axes broadcast to one another. */
function paired(
  functionName: string,
  x: ArrayLike,
  indices: ArrayLike,
  axis: number | null | undefined,
  mode: IndexMode | undefined,
): { from: ndarray; places: ndarray; along: number } {
  let from = toArray(functionName, x);
  let given = toArray(functionName, indices);
  if (axis === null || axis === undefined) {
    from = reshape(from, [from.size]);
    given = reshape(given, [given.size]);
  }
  if (given.ndim !== from.ndim) {
    const shapes = `${formatShape(from.shape)} and ${formatShape(given.shape)}`;
    throw new RangeError(`${functionName}: expected indices of as many axes as the array, got ${shapes}`);
  }
  const along = checkAxis(functionName, axis ?? 0, from.ndim);
  const places = placesOf(functionName, given, from.shape[along], mode);
  const others = (shape: readonly number[]): number[] => shape.map((one, i) => (i === along ? 1 : one));
  const common = broadcastShapes(functionName, others(from.shape), others(places.shape));
  const to = (array: ndarray): ndarray =>
    broadcast(
      array,
      common.map((length, i) => (i === along ? array.shape[i] : length)),
    );
  return { from: to(from), places: to(places), along };
}

/**
 * Takes elements along an axis by indices that differ from row to row, as `argsort` and `argmax` give them.
 *
 * @param x - The array to take from.
 * @param indices - Whole numbers, of as many axes; negative ones count from the end.
 * @param options - The axis, null for both arrays as one row, or options. Default: −1, the last one.
 * @throws RangeError for an index out of bounds, TypeError for one that is no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.take_along_axis.html
 * @example
 * np.takeAlongAxis([[10, 30, 20], [60, 40, 50]], [[0, 2, 1], [1, 2, 0]], 1).tolist(); // [[10, 20, 30], [40, 50, 60]]
 */
export function takeAlongAxis(
  x: ArrayLike,
  indices: ArrayLike,
  options?: number | null | TakeOptions,
): ndarray {
  const read = readAxisOr<TakeOptions>("takeAlongAxis", options, { ...takeDefaults, axis: -1 });
  const { from, places, along } = paired("takeAlongAxis", x, indices, read.axis, read.mode);
  const taken = takeAlong(from, places, along, "fill");
  return filled("takeAlongAxis", taken, places, from.shape[along], read.fillValue);
}

/** Options of {@link putAlongAxis}. */
export interface PutAlongOptions {
  /** The axis, or null for the array as one row. */
  axis?: number | null;
  /** Has no effect but for JAX's sake: arrays never change. Must be false. */
  inplace?: boolean;
}

/**
 * Gives a copy in which elements along an axis, by indices that differ from row to row, have other values.
 *
 * @param x - The array.
 * @param indices - Whole numbers, of as many axes; negative ones count from the end.
 * @param values - What to put there; broadcast to the indices.
 * @param options - The axis, null for the array as one row, or options.
 * @throws RangeError for an index out of bounds, TypeError if it is to change the array itself.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.put_along_axis.html
 * @example
 * np.putAlongAxis([[1, 2], [3, 4]], [[0], [1]], 9, 1).tolist(); // [[9, 2], [3, 9]]
 */
export function putAlongAxis(
  x: ArrayLike,
  indices: ArrayLike,
  values: ArrayLike,
  options: number | null | PutAlongOptions,
): ndarray {
  const { axis, inplace } = readAxisOr<PutAlongOptions>("putAlongAxis", options, {
    axis: undefined,
    inplace: false,
  });
  if (inplace) throw new TypeError("putAlongAxis: arrays never change; use the copy that it returns");
  const given = toArray("putAlongAxis", x);
  const { from, places, along } = paired("putAlongAxis", given, indices, axis, undefined);
  const updates = broadcast(convertType(toArray("putAlongAxis", values), from.dtype), places.shape);
  // Each row has its own part of one long row.
  const moved = moveAxis(from, along, from.ndim - 1);
  const length = from.shape[along];
  const [rows, count] = [from.size / Math.max(1, length), places.shape[along]];
  const starts = new ndarray(
    Int32Array.from({ length: rows }, (_, i) => i * length),
    [rows, 1],
    "int32",
  );
  const last = (array: ndarray): ndarray => reshape(moveAxis(array, along, from.ndim - 1), [rows, count]);
  const flat = add(last(places), starts);
  const put = scatter("set", reshape(moved, [from.size]), flat, last(updates), "fill");
  return reshape(moveAxis(reshape(put, moved.shape), from.ndim - 1, along), given.shape);
}

/**
 * Gives a copy in which the elements at some places, counted through the array as one row, have other values.
 *
 * @param x - The array.
 * @param indices - Whole numbers; negative ones count from the end.
 * @param values - What to put there; used over and over where there are fewer.
 * @throws RangeError for an index out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.put.html
 * @example
 * np.put([1, 2, 3, 4], [0, -1], [9, 8]).tolist(); // [9, 2, 3, 8]
 */
export function put(x: ArrayLike, indices: ArrayLike, values: ArrayLike): ndarray {
  const from = toArray("put", x);
  const places = readIndices("put", indices, from.size);
  const given = convertType(toArray("put", values), from.dtype);
  if (places.size === 0 || given.size === 0) return from;
  const updates = cycled(given, places.size);
  const flat = reshape(places, [places.size]);
  return reshape(scatter("set", reshape(from, [from.size]), flat, updates, "fill"), from.shape);
}

/**
 * Repeats the elements, or leaves some out, until an array has a shape.
 *
 * @param x - The array.
 * @param shape - The length of each axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.resize.html
 * @example
 * np.resize([1, 2, 3], [2, 2]).tolist(); // [[1, 2], [3, 1]]
 */
export function resize(x: ArrayLike, shape: number | readonly number[]): ndarray {
  const from = toArray("resize", x);
  const lengths = (Array.isArray(shape) ? shape : [shape]).map((one: unknown) =>
    checkInteger("resize", "each length", one, 0),
  );
  const size = sizeOf("resize", lengths);
  if (from.size === 0 && size > 0) {
    return broadcast(scalar(0, from.dtype), lengths);
  }
  return reshape(cycled(from, size), lengths);
}

/**
 * Takes the slices along an axis for which a condition holds.
 *
 * @param condition - Truth values, known ones; what lies behind them counts as false.
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options. Default: null.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.compress.html
 * @example
 * np.compress([false, true], [[1, 2], [3, 4]], 0).tolist(); // [[3, 4]]
 */
export function compress(
  condition: ArrayLike,
  x: ArrayLike,
  options?: number | null | { axis?: number | null },
): ndarray {
  const { axis } = readAxisOr<{ axis?: number | null }>("compress", options, { axis: null });
  const mask = concrete("compress", toArray("compress", condition));
  if (mask.ndim !== 1) {
    throw new RangeError(`compress: expected conditions of one axis, got ${describe(mask)}`);
  }
  return take(x, trueAt(mask), axis ?? null);
}

/**
 * Takes the elements for which a condition holds, in one row.
 *
 * @param condition - Truth values, known ones, for the elements one after the other.
 * @param x - The array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.extract.html
 * @example
 * np.extract([[true, false], [false, true]], [[1, 2], [3, 4]]).tolist(); // [1, 4]
 */
export function extract(condition: ArrayLike, x: ArrayLike): ndarray {
  return take(x, trueAt(concrete("extract", toArray("extract", condition))));
}

/**
 * Chooses elementwise from a list of arrays, by their number in the list.
 *
 * @param indices - Which array each element comes from.
 * @param choices - The arrays; they and the indices are broadcast.
 * @param options - What a number that lies outside gives: `"clip"` the array at the end, `"wrap"` counting on.
 * Default: an error.
 * @throws RangeError for a number out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.choose.html
 * @example
 * np.choose([0, 1, 0], [[1, 2, 3], [10, 20, 30]]).tolist(); // [1, 20, 3]
 */
export function choose(
  indices: ArrayLike,
  choices: readonly ArrayLike[] | ndarray,
  options?: { mode?: "raise" | "clip" | "wrap" },
): ndarray {
  const read = readOptions<{ mode?: "raise" | "clip" | "wrap" }>("choose", options, { mode: "raise" });
  const mode = read.mode === "raise" ? undefined : read.mode;
  if (!Array.isArray(choices) && !(choices instanceof ndarray && choices.ndim > 0)) {
    throw new TypeError(`choose: expected a list of arrays, got ${describe(choices)}`);
  }
  const list = [...(choices as Iterable<ArrayLike>)].map((x) => toArray("choose", x));
  if (list.length === 0) throw new RangeError("choose: expected at least one array, got none");
  const places = placesOf("choose", indices, list.length, mode);
  const shape = broadcastShapes("choose", places.shape, ...list.map((x) => x.shape));
  const stacked = toArray(
    "choose",
    list.map((x) => broadcast(x, shape)),
  );
  const which = broadcast(places, shape);
  const size = sizeOf("choose", shape);
  const own = new ndarray(
    Int32Array.from({ length: size }, (_, i) => i),
    shape,
    "int32",
  );
  const flat = add(multiply(which, scalar(size, "int32")), own);
  return takeAt(reshape(stacked, [stacked.size]), flat, 0, "clip");
}
