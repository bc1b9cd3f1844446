import type { ArrayLike } from "../array/asarray";
import { formatShape, sizeOf } from "../array/broadcast";
import { checkAxes, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { sum as summed } from "../ops/broadcast";
import { reshape, transpose } from "../ops/layout";
import { convertType, scalar, where } from "../ops/map";
import { pad, slice, sliceAxis } from "../ops/slice";
import { put } from "./taking";

/** Options of {@link tril}, {@link triu} and {@link diag}. */
export interface DiagonalOption {
  /** Which diagonal: 0 the main one, above it positive, below it negative. Default: 0. */
  k?: number;
}

/** Reads which diagonal is meant. */
function readDiagonal(functionName: string, k: unknown): number {
  const read = readNamed<DiagonalOption>(functionName, { k }, undefined, { k: 0 });
  return checkInteger(functionName, "k", read.k);
}

/** Keeps what a mask of the last two axes says, and sets the rest to zero. */
function kept(functionName: string, x: ArrayLike, keep: (distance: number) => boolean): ndarray {
  const from = toArray(functionName, x);
  if (from.ndim < 2)
    throw new RangeError(`${functionName}: expected a matrix, got shape ${formatShape(from.shape)}`);
  const [rows, columns] = from.shape.slice(-2);
  const mask = new Uint8Array(rows * columns);
  for (let row = 0, at = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) if (keep(column - row)) mask[at + column] = 1;
    at += columns;
  }
  return where(new ndarray(mask, [rows, columns], "bool"), from, scalar(0, from.dtype));
}

/**
 * Sets to zero what is above a diagonal of a matrix.
 *
 * @param x - A matrix, or a stack of them.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.tril.html
 * @example
 * np.tril([[1, 2], [3, 4]]).tolist(); // [[1, 0], [3, 4]]
 */
export function tril(x: ArrayLike, k?: number | DiagonalOption): ndarray {
  const diagonalAt = readDiagonal("tril", k);
  return kept("tril", x, (distance) => distance <= diagonalAt);
}

/**
 * Sets to zero what is below a diagonal of a matrix.
 *
 * @param x - A matrix, or a stack of them.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.triu.html
 * @example
 * np.triu([[1, 2], [3, 4]]).tolist(); // [[1, 2], [0, 4]]
 */
export function triu(x: ArrayLike, k?: number | DiagonalOption): ndarray {
  const diagonalAt = readDiagonal("triu", k);
  return kept("triu", x, (distance) => distance >= diagonalAt);
}

/** A square matrix with a vector on a diagonal: rows of one element and as many zeros as it takes to the next one. */
function onDiagonal(functionName: string, x: ndarray, shift: number): ndarray {
  const size = x.shape[0];
  const n = size + Math.abs(shift);
  sizeOf(functionName, [n, n]);
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  const zero = scalar(0, x.dtype);
  const spread = pad(reshape(x, [size, 1]), zero, { low: [0, 0], high: [0, n], interior: [0, 0] });
  const flat = reshape(spread, [size * (n + 1)]);
  const low = size === 0 ? 0 : down * n + right;
  const padded = pad(flat, zero, { low: [low], high: [n * n - low - size * (n + 1)], interior: [0] });
  return reshape(padded, [n, n]);
}

/** A diagonal of the last two axes: what lies one row and one column apart. */
function diagonalOf(x: ndarray, shift: number): ndarray {
  const [rows, columns] = x.shape.slice(-2);
  const leading = x.shape.slice(0, -2);
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  const length = Math.max(0, Math.min(rows - down, columns - right));
  if (length === 0) return sliceAxis(reshape(x, [...leading, rows * columns]), leading.length, 0, 0);
  const start = down * columns + right;
  return slice(reshape(x, [...leading, rows * columns]), {
    starts: [...leading.map(() => 0), start],
    limits: [...leading, start + (length - 1) * (columns + 1) + 1],
    strides: [...leading.map(() => 1), columns + 1],
  });
}

/**
 * Gets a diagonal of a matrix, or makes a matrix with a vector as a diagonal.
 *
 * @param x - A matrix or a vector.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @throws RangeError if `x` has neither one nor two axes.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.diag.html
 * @example
 * np.diag([1, 2]).tolist(); // [[1, 0], [0, 2]]
 * np.diag([[1, 2], [3, 4]]).tolist(); // [1, 4]
 */
export function diag(x: ArrayLike, k?: number | DiagonalOption): ndarray {
  const from = toArray("diag", x);
  const shift = readDiagonal("diag", k);
  if (from.ndim === 1) return onDiagonal("diag", from, shift);
  if (from.ndim !== 2)
    throw new RangeError(`diag: expected a vector or a matrix, got shape ${formatShape(from.shape)}`);
  return diagonalOf(from, shift);
}

/**
 * Makes a matrix with the elements of an array, one after the other, as a diagonal.
 *
 * @param x - The elements.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.diagflat.html
 * @example
 * np.diagflat([[1, 2]]).tolist(); // [[1, 0], [0, 2]]
 */
export function diagflat(x: ArrayLike, k?: number | DiagonalOption): ndarray {
  const from = toArray("diagflat", x);
  return onDiagonal("diagflat", reshape(from, [from.size]), readDiagonal("diagflat", k));
}

/** Options of {@link diagonal}. */
export interface PlaneOptions {
  /** Which diagonal: 0 the main one, above it positive, below it negative. Default: 0. */
  offset?: number;
  /** The axis of the rows. Default: 0. */
  axis1?: number;
  /** The axis of the columns. Default: 1. */
  axis2?: number;
}

const planeDefaults: PlaneOptions = { offset: 0, axis1: 0, axis2: 1 };

/** A diagonal of a plane of an array, along a new last axis. */
function diagonalIn(functionName: string, x: ndarray, { offset, axis1, axis2 }: PlaneOptions): ndarray {
  if (x.ndim < 2)
    throw new RangeError(`${functionName}: expected a matrix, got shape ${formatShape(x.shape)}`);
  const plane = checkAxes(functionName, [axis1, axis2], x.ndim);
  const rest = [...x.shape.keys()].filter((axis) => !plane.includes(axis));
  return diagonalOf(transpose(x, [...rest, ...plane]), checkInteger(functionName, "offset", offset));
}

/**
 * Gets the diagonals of a stack of matrices.
 *
 * @param x - An array of at least two axes.
 * @param offset - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @param axis1 - The axis of the rows. Default: 0.
 * @param axis2 - The axis of the columns. Default: 1.
 * @returns An array in which the diagonals lie along a new last axis, in the place of the two.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.diagonal.html
 * @example
 * np.diagonal([[1, 2], [3, 4]], 1).tolist(); // [2]
 */
export function diagonal(
  x: ArrayLike,
  offset?: number | PlaneOptions,
  axis1?: number,
  axis2?: number,
): ndarray {
  const read = readNamed<PlaneOptions>("diagonal", { offset, axis1, axis2 }, undefined, planeDefaults);
  return diagonalIn("diagonal", toArray("diagonal", x), read);
}

/**
 * Adds up a diagonal of a matrix. Truth values and small integers are added as int32.
 *
 * @param x - A matrix, or a stack of them.
 * @param offset - Which diagonal: 0 the main one, above it positive, below it negative; or options. Default: 0.
 * @param axis1 - The axis of the rows. Default: 0.
 * @param axis2 - The axis of the columns. Default: 1.
 * @throws RangeError if `x` is not a matrix.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.trace.html
 * @example
 * np.trace([[1, 2], [3, 4]]).item(); // 5
 */
export function trace(x: ArrayLike, offset?: number | PlaneOptions, axis1?: number, axis2?: number): ndarray {
  const read = readNamed<PlaneOptions>("trace", { offset, axis1, axis2 }, undefined, planeDefaults);
  const line = diagonalIn("trace", toArray("trace", x), read);
  const dtype = line.dtype === "bool" ? "int32" : line.dtype === "uint8" ? "uint32" : line.dtype;
  return summed(convertType(line, dtype), [line.ndim - 1]);
}

/** Options of {@link fillDiagonal}. */
export interface FillDiagonalOptions {
  /** Whether the diagonal of a tall matrix goes on below its end. Default: false. */
  wrap?: boolean;
  /** Has no effect but for JAX's sake: arrays never change. Must be false. */
  inplace?: boolean;
}

/**
 * Gives a copy of an array in which the elements whose indices are all the same have other values.
 *
 * @param x - A matrix, or an array of more axes, all of one length.
 * @param value - What to put there: one number, or as many as there are places.
 * @param options - Whether a tall matrix is filled below its end, too.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fill_diagonal.html
 * @example
 * np.fillDiagonal([[1, 2], [3, 4]], 0).tolist(); // [[0, 2], [3, 0]]
 */
export function fillDiagonal(x: ArrayLike, value: ArrayLike, options?: FillDiagonalOptions): ndarray {
  const { wrap, inplace } = readNamed<FillDiagonalOptions>("fillDiagonal", {}, options, {
    wrap: false,
    inplace: false,
  });
  if (inplace) throw new TypeError("fillDiagonal: arrays never change; use the copy that it returns");
  const from = toArray("fillDiagonal", x);
  const [first, ...rest] = from.shape;
  if (from.ndim < 2 || (from.ndim > 2 && rest.some((length) => length !== first))) {
    throw new RangeError(
      `fillDiagonal: expected a matrix, or axes of one length, got shape ${formatShape(from.shape)}`,
    );
  }
  const step = from.ndim === 2 ? from.shape[1] + 1 : from.shape.reduce((sum, _, i) => sum + first ** i, 0);
  const end = from.ndim === 2 && !wrap ? Math.min(from.size, from.shape[1] ** 2) : from.size;
  const count = Math.max(0, Math.ceil(end / step));
  const places = Int32Array.from({ length: count }, (_, i) => i * step);
  const given = convertType(toArray("fillDiagonal", value), from.dtype);
  return put(from, new ndarray(places, [count], "int32"), given);
}
