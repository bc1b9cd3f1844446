import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger, checkShape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readNamed, readOptions } from "../array/options";
import { makeStorage } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { stack } from "../ops/stack";
import { boundIndices, checkIndices, readIndices, type IndexMode } from "./indices";
import { nonzero } from "./searching";
import { add, floorDivide, multiply, remainder } from "./ufuncs";

/** Whole numbers from 0 on, as many as an axis is long, lying along it. */
function counting(functionName: string, length: number, axis: number, ndim: number, dtype: DType): ndarray {
  const data = makeStorage(dtype, sizeOf(functionName, [length]));
  for (let i = 0; i < length; i++) data[i] = i;
  return new ndarray(
    data,
    Array.from({ length: ndim }, (_, i) => (i === axis ? length : 1)),
    dtype,
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
  const along = lengths.map((length, axis) => counting("indices", length, axis, lengths.length, dtype));
  const whole = (): ndarray =>
    along.length === 0
      ? new ndarray(makeStorage(dtype, 0), [0], dtype)
      : stack(
          along.map((one) => broadcast(one, lengths)),
          0,
        );
  const result = read.sparse ? along : whole();
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
  return f(
    ...lengths.map((length, axis) =>
      broadcast(counting("fromfunction", length, axis, lengths.length, type), lengths),
    ),
  );
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

/** Options of {@link tri}. */
export interface TriOptions {
  /** How many columns. Default: as many as rows. */
  m?: number | null;
  /** The last diagonal that is filled: 0 the main one, above it positive. Default: 0. */
  k?: number;
  /** The dtype. Default: float32. */
  dtype?: DType;
}

/**
 * Makes a matrix with ones on and below a diagonal, and zeros above it.
 *
 * @param n - How many rows.
 * @param m - How many columns, or options. Default: as many as rows.
 * @param k - The diagonal. Default: 0, the main one.
 * @param options - The dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tri.html
 * @example
 * np.tri(2, 3).tolist(); // [[1, 0, 0], [1, 1, 0]]
 */
export function tri(n: number, m?: number | null | TriOptions, k?: number, options?: TriOptions): ndarray {
  const read = readNamed<TriOptions>("tri", { m, k }, options, { m: null, k: 0, dtype: "float32" });
  const rows = checkInteger("tri", "n", n, 0);
  const columns = checkInteger("tri", "m", read.m ?? rows, 0);
  const last = checkInteger("tri", "k", read.k);
  const dtype = readTyping("tri", { dtype: read.dtype }) ?? "float32";
  const data = makeStorage(dtype, sizeOf("tri", [rows, columns]));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < Math.min(columns, i + last + 1); j++) data[i * columns + j] = 1;
  }
  return new ndarray(data, [rows, columns], dtype);
}

/** Options of the functions that find the places of a triangle. */
export interface TriangleOptions {
  /** The diagonal: 0 the main one, above it positive. Default: 0. */
  k?: number;
  /** How many columns. Default: as many as rows. */
  m?: number | null;
}

/** Where a matrix is inside a triangle. */
function placesWhere(rows: number, columns: number, inside: (i: number, j: number) => boolean): ndarray[] {
  const found: [number[], number[]] = [[], []];
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      if (!inside(i, j)) continue;
      found[0].push(i);
      found[1].push(j);
    }
  }
  return found.map((list) => new ndarray(Int32Array.from(list), [list.length], "int32"));
}

function triangle(
  functionName: string,
  n: number,
  k: unknown,
  options: unknown,
  inside: (distance: number, k: number) => boolean,
): ndarray[] {
  const read = readNamed<TriangleOptions>(functionName, { k }, options, { k: 0, m: null });
  const rows = checkInteger(functionName, "n", n, 0);
  const columns = checkInteger(functionName, "m", read.m ?? rows, 0);
  const diagonal = checkInteger(functionName, "k", read.k);
  sizeOf(functionName, [rows, columns]);
  return placesWhere(rows, columns, (i, j) => inside(j - i, diagonal));
}

/** The rows and columns of a matrix. */
function matrixShape(functionName: string, x: ArrayLike): { rows: number; columns: number } {
  const { shape } = toArray(functionName, x);
  if (shape.length === 2) return { rows: shape[0], columns: shape[1] };
  throw new RangeError(`${functionName}: expected a matrix, got ${describe(toArray(functionName, x))}`);
}

/**
 * Finds the places on and below a diagonal of a matrix.
 *
 * @param n - How many rows.
 * @param k - The diagonal, or options. Default: 0, the main one.
 * @param options - How many columns.
 * @returns The rows and the columns, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tril_indices.html
 * @example
 * np.trilIndices(2).map((x) => x.tolist()); // [[0, 1, 1], [0, 0, 1]]
 */
export function trilIndices(n: number, k?: number | TriangleOptions, options?: TriangleOptions): ndarray[] {
  return triangle("trilIndices", n, k, options, (distance, last) => distance <= last);
}

/**
 * Finds the places on and above a diagonal of a matrix.
 *
 * @param n - How many rows.
 * @param k - The diagonal, or options. Default: 0, the main one.
 * @param options - How many columns.
 * @returns The rows and the columns, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.triu_indices.html
 * @example
 * np.triuIndices(2).map((x) => x.tolist()); // [[0, 0, 1], [0, 1, 1]]
 */
export function triuIndices(n: number, k?: number | TriangleOptions, options?: TriangleOptions): ndarray[] {
  return triangle("triuIndices", n, k, options, (distance, first) => distance >= first);
}

/**
 * Finds the places on and below a diagonal of a given matrix.
 *
 * @param x - The matrix.
 * @param k - The diagonal. Default: 0, the main one.
 * @returns The rows and the columns, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tril_indices_from.html
 * @example
 * np.trilIndicesFrom(np.ones([2, 2])).map((x) => x.tolist()); // [[0, 1, 1], [0, 0, 1]]
 */
export function trilIndicesFrom(x: ArrayLike, k: number = 0): ndarray[] {
  const { rows, columns } = matrixShape("trilIndicesFrom", x);
  return trilIndices(rows, k, { m: columns });
}

/**
 * Finds the places on and above a diagonal of a given matrix.
 *
 * @param x - The matrix.
 * @param k - The diagonal. Default: 0, the main one.
 * @returns The rows and the columns, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.triu_indices_from.html
 * @example
 * np.triuIndicesFrom(np.ones([2, 2])).map((x) => x.tolist()); // [[0, 0, 1], [0, 1, 1]]
 */
export function triuIndicesFrom(x: ArrayLike, k: number = 0): ndarray[] {
  const { rows, columns } = matrixShape("triuIndicesFrom", x);
  return triuIndices(rows, k, { m: columns });
}

/**
 * Finds the places of the main diagonal of an array whose axes all have one length.
 *
 * @param n - The length of the axes.
 * @param ndim - How many axes. Default: 2.
 * @returns The places along each axis, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.diag_indices.html
 * @example
 * np.diagIndices(2).map((x) => x.tolist()); // [[0, 1], [0, 1]]
 */
export function diagIndices(n: number, ndim: number = 2): ndarray[] {
  const length = checkInteger("diagIndices", "n", n, 0);
  const axes = checkInteger("diagIndices", "ndim", ndim, 0);
  if (axes > 32) throw new RangeError(`diagIndices: expected at most 32 axes, got ${axes}`);
  const places = counting("diagIndices", length, 0, 1, "int32");
  return Array.from({ length: axes }, () => places);
}

/**
 * Finds the places of the main diagonal of a given array whose axes all have one length.
 *
 * @param x - An array of at least two axes.
 * @returns The places along each axis, int32.
 * @throws RangeError if its axes differ in length.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.diag_indices_from.html
 * @example
 * np.diagIndicesFrom(np.ones([2, 2])).map((x) => x.tolist()); // [[0, 1], [0, 1]]
 */
export function diagIndicesFrom(x: ArrayLike): ndarray[] {
  const from = toArray("diagIndicesFrom", x);
  if (from.ndim < 2 || from.shape.some((length) => length !== from.shape[0])) {
    throw new RangeError(
      `diagIndicesFrom: expected at least two axes, all of one length, got ${describe(from)}`,
    );
  }
  return diagIndices(from.shape[0], from.ndim);
}

/**
 * Turns places in an array as one row into places along each of its axes.
 *
 * @param places - Places; negative ones count from the end.
 * @param shape - The lengths of the axes.
 * @returns The places along each axis.
 * @throws RangeError for a place out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unravel_index.html
 * @example
 * np.unravelIndex([5, 2], [2, 3]).map((x) => x.tolist()); // [[1, 0], [2, 2]]
 */
export function unravelIndex(places: ArrayLike, shape: number | readonly number[]): ndarray[] {
  const lengths = checkShape("unravelIndex", shape);
  let rest = readIndices("unravelIndex", places, sizeOf("unravelIndex", lengths));
  const found: ndarray[] = [];
  for (const length of [...lengths].reverse()) {
    found.unshift(remainder(rest, length));
    rest = floorDivide(rest, length);
  }
  return found;
}

/** Options of {@link ravelMultiIndex}. */
export interface RavelOptions {
  /** What becomes of places out of bounds: an error, the one at the end, or counting on. Default: "raise". */
  mode?: "raise" | Exclude<IndexMode, "fill">;
}

/**
 * Turns places along each axis into places in the array as one row.
 *
 * @param places - The places along each axis; they broadcast with one another.
 * @param shape - The lengths of the axes.
 * @param options - What becomes of places out of bounds.
 * @throws RangeError for a place out of bounds, or not one array for each axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ravel_multi_index.html
 * @example
 * np.ravelMultiIndex([[1, 0], [2, 2]], [2, 3]).tolist(); // [5, 2]
 */
export function ravelMultiIndex(
  places: readonly ArrayLike[],
  shape: number | readonly number[],
  options?: RavelOptions,
): ndarray {
  const lengths = checkShape("ravelMultiIndex", shape);
  const { mode = "raise" } = readOptions<RavelOptions>("ravelMultiIndex", options, { mode: "raise" });
  if (!["raise", "clip", "wrap"].includes(mode)) {
    throw new TypeError(
      `ravelMultiIndex: expected mode to be "raise", "clip" or "wrap", got ${describe(mode)}`,
    );
  }
  if (!Array.isArray(places) || places.length !== lengths.length) {
    throw new RangeError(
      `ravelMultiIndex: expected places for each of ${lengths.length} axes, got ${describe(places)}`,
    );
  }
  const along = lengths.map((length, i) =>
    mode === "raise"
      ? checkIndices("ravelMultiIndex", places[i], length)
      : boundIndices("ravelMultiIndex", places[i], length, mode),
  );
  const start = toArray("ravelMultiIndex", 0, "int32");
  return along.reduce((flat, place, i) => add(multiply(flat, lengths[i]), place), start);
}

/**
 * Finds the places where the elements other than 0 are, in the array as one row.
 *
 * @param x - The array.
 * @returns Places, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.flatnonzero.html
 * @example
 * np.flatnonzero([[0, 3], [5, 0]]).tolist(); // [1, 2]
 */
export function flatnonzero(x: ArrayLike): ndarray {
  const from = toArray("flatnonzero", x);
  return nonzero(reshape(from, [from.size]))[0];
}
