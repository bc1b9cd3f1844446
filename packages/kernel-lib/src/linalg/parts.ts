import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readNamed, readOptions } from "../array/options";
import { cross as crossAlong } from "../np/vectorProducts";
import { outer as outerOfAll } from "../np/products";
import { sum } from "../np/reductions";
import { convertType } from "../ops/map";
import { slice } from "../ops/slice";
import { diagonalOf, transposed } from "./matrices";

function readMatrices(functionName: string, x: ArrayLike): ndarray {
  const from = toArray(functionName, x);
  if (from.ndim >= 2) return from;
  throw new RangeError(`${functionName}: expected matrices, got shape ${formatShape(from.shape)}`);
}

/** Options of {@link diagonal}. */
export interface DiagonalOptions {
  /** Which diagonal: 0 the main one, above it positive, below it negative. Default: 0. */
  offset?: number;
}

/**
 * Takes the diagonals of matrices, which lie along the last two axes.
 *
 * @param x - Matrices (…, m, n).
 * @param options - Which diagonal.
 * @throws RangeError if there are fewer than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.diagonal.html
 * @example
 * np.linalg.diagonal([[1, 2], [3, 4]]).tolist(); // [1, 4]
 */
export function diagonal(x: ArrayLike, options?: number | DiagonalOptions): ndarray {
  const { offset } = readNamed<DiagonalOptions>("diagonal", { offset: options }, undefined, { offset: 0 });
  return shiftedDiagonal(readMatrices("diagonal", x), checkInteger("diagonal", "offset", offset));
}

function shiftedDiagonal(x: ndarray, offset: number): ndarray {
  const [m, n] = x.shape.slice(-2);
  const starts = [Math.min(m, Math.max(0, -offset)), Math.min(n, Math.max(0, offset))];
  const part = slice(x, {
    starts: [...x.shape.slice(0, -2).map(() => 0), ...starts],
    limits: x.shape,
    strides: x.shape.map(() => 1),
  });
  return diagonalOf(part);
}

/** Options of {@link trace}. */
export interface TraceOptions extends DiagonalOptions {
  /** The dtype of the sum. Default: that of the matrices, int32 of truth values. */
  dtype?: DType;
}

/**
 * Adds up the diagonals of matrices, which lie along the last two axes.
 *
 * @param x - Matrices (…, m, n).
 * @param options - Which diagonal, and the dtype.
 * @throws RangeError if there are fewer than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.trace.html
 * @example
 * np.linalg.trace([[1, 2], [3, 4]]).item(); // 5
 */
export function trace(x: ArrayLike, options?: TraceOptions): ndarray {
  const { offset, dtype } = readOptions<TraceOptions>("trace", options, { offset: 0, dtype: undefined });
  const from = shiftedDiagonal(readMatrices("trace", x), checkInteger("trace", "offset", offset));
  const type = readTyping("trace", { dtype });
  return sum(type === undefined ? from : convertType(from, type), { axis: -1 });
}

/**
 * Transposes matrices, which lie along the last two axes.
 *
 * @param x - Matrices (…, m, n).
 * @throws RangeError if there are fewer than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.matrix_transpose.html
 * @example
 * np.linalg.matrixTranspose([[1, 2], [3, 4]]).tolist(); // [[1, 3], [2, 4]]
 */
export function matrixTranspose(x: ArrayLike): ndarray {
  return transposed(readMatrices("matrixTranspose", x));
}

/**
 * Multiplies each number of one vector with each of another: rᵢⱼ = xᵢ yⱼ.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @throws RangeError if one of them is not a vector; `np.outer` flattens it.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.outer.html
 * @example
 * np.linalg.outer([1, 2], [3, 4]).tolist(); // [[3, 4], [6, 8]]
 */
export function outer(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = [x, y].map((one) => toArray("outer", one));
  if (a.ndim === 1 && b.ndim === 1) return outerOfAll(a, b);
  throw new RangeError(
    `outer: expected vectors, got shapes ${formatShape(a.shape)} and ${formatShape(b.shape)}`,
  );
}

/** Options of {@link cross}. */
export interface CrossAxisOptions {
  /** The axis along which the vectors lie. Default: -1, the last. */
  axis?: number;
}

/**
 * Makes the cross product of vectors of three numbers.
 *
 * @param x - The first vectors.
 * @param y - The second vectors; all other axes broadcast.
 * @param options - The axis.
 * @throws RangeError if vectors do not have three numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.cross.html
 * @example
 * np.linalg.cross([1, 0, 0], [0, 1, 0]).tolist(); // [0, 0, 1]
 */
export function cross(x: ArrayLike, y: ArrayLike, options?: CrossAxisOptions): ndarray {
  const { axis } = readOptions<CrossAxisOptions>("cross", options, { axis: -1 });
  const [a, b] = [x, y].map((one) => toArray("cross", one));
  for (const { shape } of [a, b]) {
    if (shape.length > 0 && (shape.at(axis as number) ?? 3) !== 3) {
      throw new RangeError(`cross: expected vectors of three numbers, got shape ${formatShape(shape)}`);
    }
  }
  return crossAlong(a, b, { axis });
}
