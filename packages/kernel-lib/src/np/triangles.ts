import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { makeStorage } from "../array/traits";
import { countingAlong } from "./countingAlong";

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
  const places = countingAlong("diagIndices", length, 0, 1, "int32");
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
