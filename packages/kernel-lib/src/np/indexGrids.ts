import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkShape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { makeStorage } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { stack } from "../ops/stack";
import { countingAlong } from "./countingAlong";
import { nonzero } from "./searching";

/** For each axis, which place along it every place of a shape is; where there are no places, none are counted. */
function grids(functionName: string, lengths: readonly number[], dtype: DType): ndarray[] {
  const isEmpty = lengths.includes(0);
  return lengths.map((length, axis) =>
    isEmpty
      ? new ndarray(makeStorage(dtype, 0), lengths, dtype)
      : broadcast(countingAlong(functionName, length, axis, lengths.length, dtype), lengths),
  );
}

/** Options of {@link indices}. */
export interface IndicesOptions {
  /** Whether to give an array for each axis that only broadcasts to the shape. Default: false. */
  sparse?: boolean;
  /** The dtype. Default: int32. */
  dtype?: DType;
}

/**
 * Makes the indices of every place of a shape: along each axis, which place it is.
 *
 * @param shape - The lengths of the axes.
 * @param options - The dtype, and whether to leave the repetition out.
 * @returns An array with one axis more, in front, that counts the axes; with `sparse` a list.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.indices.html
 * @example
 * np.indices([2, 2]).tolist(); // [[[0, 0], [1, 1]], [[0, 1], [0, 1]]]
 */
export function indices<const Options extends IndicesOptions = Record<never, never>>(
  shape: readonly number[],
  options?: Options,
): Options extends { sparse: true } ? ndarray[] : ndarray {
  const lengths = checkShape("indices", shape);
  sizeOf("indices", [lengths.length, ...lengths]);
  const read = readOptions<IndicesOptions>("indices", options, { sparse: false, dtype: "int32" });
  const dtype = readTyping("indices", { dtype: read.dtype }) ?? "int32";
  const along = (): ndarray[] =>
    lengths.map((length, axis) => countingAlong("indices", length, axis, lengths.length, dtype));
  const whole = (): ndarray =>
    lengths.length === 0
      ? new ndarray(makeStorage(dtype, 0), [0], dtype)
      : stack(grids("indices", lengths, dtype), 0);
  const result = read.sparse ? along() : whole();
  return result as Options extends { sparse: true } ? ndarray[] : ndarray;
}

/** Options of {@link fromfunction}. */
export interface FromfunctionOptions {
  /** The dtype of the indices. Default: float32. */
  dtype?: DType;
}

/**
 * Makes an array from a function of the indices of its places. It is called once, with an array for each axis.
 *
 * @param f - The function.
 * @param shape - The lengths of the axes.
 * @param options - The dtype of the indices.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fromfunction.html
 * @example
 * np.fromfunction((i, j) => i.mul(10).add(j), [2, 3]).tolist(); // [[0, 1, 2], [10, 11, 12]]
 */
export function fromfunction<R>(
  f: (...indices: ndarray[]) => R,
  shape: readonly number[],
  options?: FromfunctionOptions,
): R {
  if (typeof f !== "function") throw new TypeError(`fromfunction: expected a function, got ${describe(f)}`);
  const lengths = checkShape("fromfunction", shape);
  sizeOf("fromfunction", lengths);
  const { dtype } = readOptions<FromfunctionOptions>("fromfunction", options, { dtype: "float32" });
  const type = readTyping("fromfunction", { dtype }) ?? "float32";
  return f(...grids("fromfunction", lengths, type));
}

/**
 * Makes index arrays that select every combination of places of several axes.
 *
 * @param lists - The places of each axis: whole numbers, or truth values.
 * @returns Arrays that broadcast with one another.
 * @throws RangeError for a list of more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ix_.html
 * @example
 * const x = np.arange(9).reshape(3, 3);
 * x.at(...np.ix_([0, 2], [1, 2])).tolist(); // [[1, 2], [7, 8]]
 */
export function ix_(...lists: ArrayLike[]): ndarray[] {
  return lists.map((list, axis) => {
    const given = toArray("ix_", list);
    if (given.ndim !== 1) throw new RangeError(`ix_: expected places in one axis, got ${describe(given)}`);
    const places = given.dtype === "bool" ? nonzero(given)[0] : convertType(given, "int32");
    return reshape(
      places,
      lists.map((_, i) => (i === axis ? places.size : 1)),
    );
  });
}
