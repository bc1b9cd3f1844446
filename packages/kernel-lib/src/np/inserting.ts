import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { readAxisOr } from "../array/rows";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { moveAxis, reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { concrete } from "../ops/tracer";
import type { AxisOptions } from "./arranging";
import { checkIndices, takeAt } from "./indices";
import { nonzero } from "./searching";
import { diff } from "./cumulative";

/** An array along one axis, or as one row where none is named. */
function along(functionName: string, x: ArrayLike, options: unknown): { from: ndarray; axis: number } {
  const { axis } = readAxisOr<AxisOptions>(functionName, options, { axis: null });
  const given = toArray(functionName, x);
  if (axis === null || axis === undefined) return { from: reshape(given, [given.size]), axis: 0 };
  return { from: given, axis: checkAxis(functionName, axis, given.ndim) };
}

/** Places along an axis, which may be named by a number, a list, truth values or a slice's text. */
function placesOf(functionName: string, where: ArrayLike, length: number): number[] {
  const given = concrete(functionName, toArray(functionName, where));
  if (given.dtype === "bool") {
    if (given.ndim === 1 && given.size === length) return [...nonzero(given)[0].data];
    throw new RangeError(
      `${functionName}: expected a truth value for each of ${length} places, got ${describe(given)}`,
    );
  }
  return [...checkIndices(functionName, given, length).data];
}

/**
 * Leaves elements out.
 *
 * @param x - The array.
 * @param places - Which ones: a place, a list of them (negative ones count from the end), or truth values.
 * @param options - The axis, null for the array as one row, or options. Default: null.
 * @throws RangeError for a place out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.delete.html
 * @example
 * np.delete([5, 6, 7, 8], [1, -1]).tolist(); // [5, 7]
 */
function remove(x: ArrayLike, places: ArrayLike, options?: number | null | AxisOptions): ndarray {
  const { from, axis } = along("delete", x, options);
  const length = from.shape[axis];
  const gone = new Set(placesOf("delete", places, length));
  const kept = Int32Array.from(Array.from({ length }, (_, i) => i).filter((i) => !gone.has(i)));
  return takeAt(from, new ndarray(kept, [kept.length], "int32"), axis, "clip");
}
export { remove as delete };

/**
 * Inserts elements before places.
 *
 * @param x - The array.
 * @param places - Before which: a place, or a list of them, all of the array as it was; its length means the end.
 * @param values - What to insert; broadcast to what there is room for.
 * @param options - The axis, null for the array as one row, or options. Default: null.
 * @throws RangeError for a place out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.insert.html
 * @example
 * np.insert([1, 2, 3], 1, 9).tolist(); // [1, 9, 2, 3]
 * np.insert([[1, 2], [3, 4]], [0, 2], [7, 8], 1).tolist(); // [[7, 1, 2, 8], [7, 3, 4, 8]]
 */
export function insert(
  x: ArrayLike,
  places: ArrayLike,
  values: ArrayLike,
  options?: number | null | AxisOptions,
): ndarray {
  const { from, axis } = along("insert", x, options);
  const length = from.shape[axis];
  const given = concrete("insert", toArray("insert", places));
  const isOne = given.ndim === 0;
  // Negative places count from the end; the length itself is behind the last.
  const listed = [...convertType(given, "int32").data].map((place) => {
    if (place >= -length && place <= length) return place < 0 ? place + length : place;
    throw new RangeError(`insert: index ${place} is out of bounds for an axis of length ${length}`);
  });
  const added = valuesFor(
    from,
    axis,
    convertType(toArray("insert", values), from.dtype),
    listed.length,
    isOne,
  );
  const count = added.shape[axis];
  const before = Array.from({ length: count }, (_, i) => (isOne ? listed[0] : listed[i]));
  const order = before.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place || a.i - b.i);
  const source = new Int32Array(length + count);
  let next = 0;
  for (let i = 0, at = 0; i <= length; i++) {
    while (next < count && order[next].place === i) source[at++] = length + order[next++].i;
    if (i < length) source[at++] = i;
  }
  const all = concatenate([from, added], axis);
  return takeAt(all, new ndarray(source, [source.length], "int32"), axis, "clip");
}

/** Values as they are inserted: as long as there are places along the axis, or as they are long for a single one. */
function valuesFor(x: ndarray, axis: number, values: ndarray, count: number, isOne: boolean): ndarray {
  const shape = [...x.shape];
  if (isOne) {
    // A single place takes a whole array whose first axis lies along the axis.
    const filled = reshape(values, [
      ...Array<number>(Math.max(0, x.ndim - values.ndim)).fill(1),
      ...values.shape,
    ]);
    const turned = moveAxis(filled, 0, axis);
    shape[axis] = turned.shape[axis];
    return broadcast(turned, shape);
  }
  shape[axis] = count;
  return broadcast(values, shape);
}

/** Which zeros {@link trimZeros} leaves out. */
export interface TrimOptions {
  /** "f" those at the front, "b" those at the back, "fb" both. Default: "fb". */
  trim?: "f" | "b" | "fb";
}

/**
 * Leaves out the zeros before and behind the other elements.
 *
 * @param x - An array of one axis.
 * @param options - At which ends.
 * @throws RangeError for more axes than one.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.trim_zeros.html
 * @example
 * np.trimZeros([0, 0, 3, 0, 5, 0]).tolist(); // [3, 0, 5]
 */
export function trimZeros(x: ArrayLike, options?: TrimOptions): ndarray {
  const { trim = "fb" } = readOptions<TrimOptions>("trimZeros", options, { trim: "fb" });
  if (!["f", "b", "fb", "bf"].includes(trim)) {
    throw new TypeError(`trimZeros: expected trim to be "f", "b" or "fb", got ${describe(trim)}`);
  }
  const from = concrete("trimZeros", toArray("trimZeros", x));
  if (from.ndim !== 1) {
    throw new RangeError(`trimZeros: expected an array of one axis, got ${describe(from)}`);
  }
  const found = nonzero(from)[0].data;
  if (found.length === 0) return sliceAxis(from, 0, 0, 0);
  const start = trim.includes("f") ? found[0] : 0;
  return sliceAxis(from, 0, start, trim.includes("b") ? found[found.length - 1] + 1 : from.size);
}

/** What {@link ediff1d} puts around the differences. */
export interface EdiffOptions {
  /** What stands behind them. */
  toEnd?: ArrayLike | null;
  /** What stands before them. */
  toBegin?: ArrayLike | null;
}

/**
 * Computes the differences of neighbours in an array as one row.
 *
 * @param x - The array.
 * @param options - What stands before and behind the differences.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ediff1d.html
 * @example
 * np.ediff1d([1, 2, 4], { toEnd: 9 }).tolist(); // [1, 2, 9]
 */
export function ediff1d(x: ArrayLike, options?: EdiffOptions): ndarray {
  const { toEnd, toBegin } = readOptions<EdiffOptions>("ediff1d", options, { toEnd: null, toBegin: null });
  const from = toArray("ediff1d", x);
  const row = reshape(from, [from.size]);
  const around = (given: ArrayLike | null | undefined): ndarray[] => {
    if (given === null || given === undefined) return [];
    const part = convertType(toArray("ediff1d", given), row.dtype);
    return [reshape(part, [part.size])];
  };
  return concatenate([...around(toBegin), diff(row), ...around(toEnd)], 0);
}
