import type { ArrayLike } from "../array/asarray";
import { formatShape, sizeOf } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { sum } from "./reductions";
import { makeStorage } from "../array/traits";

function kept(functionName: string, x: ArrayLike, keep: (distance: number) => boolean): ndarray {
  const from = toArray(functionName, x);
  if (from.ndim < 2)
    throw new RangeError(`${functionName}: expected a matrix, got shape ${formatShape(from.shape)}`);
  const [rows, columns] = from.shape.slice(-2);
  const data = from.data.slice();
  for (let i = 0; i < data.length; i++) {
    if (!keep((i % columns) - (Math.floor(i / columns) % rows))) data[i] = 0;
  }
  return new ndarray(data, from.shape, from.dtype);
}

/**
 * Sets to zero what is above a diagonal of a matrix.
 *
 * @param x - A matrix, or a stack of them.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative. Default: 0.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.tril.html
 * @example
 * np.tril([[1, 2], [3, 4]]).tolist(); // [[1, 0], [3, 4]]
 */
export function tril(x: ArrayLike, k: number = 0): ndarray {
  const diagonalAt = checkInteger("tril", "k", k);
  return kept("tril", x, (distance) => distance <= diagonalAt);
}

/**
 * Sets to zero what is below a diagonal of a matrix.
 *
 * @param x - A matrix, or a stack of them.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative. Default: 0.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.triu.html
 * @example
 * np.triu([[1, 2], [3, 4]]).tolist(); // [[1, 2], [0, 4]]
 */
export function triu(x: ArrayLike, k: number = 0): ndarray {
  const diagonalAt = checkInteger("triu", "k", k);
  return kept("triu", x, (distance) => distance >= diagonalAt);
}

/**
 * Gets a diagonal of a matrix, or makes a matrix with a vector as a diagonal.
 *
 * @param x - A matrix or a vector.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative. Default: 0.
 * @throws RangeError if `x` has neither one nor two axes.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.diag.html
 * @example
 * np.diag([1, 2]).tolist(); // [[1, 0], [0, 2]]
 * np.diag([[1, 2], [3, 4]]).tolist(); // [1, 4]
 */
export function diag(x: ArrayLike, k: number = 0): ndarray {
  const from = toArray("diag", x);
  const shift = checkInteger("diag", "k", k);
  const [down, right] = [Math.max(0, -shift), Math.max(0, shift)];
  if (from.ndim === 1) {
    const n = from.size + Math.abs(shift);
    const data = makeStorage(from.dtype, sizeOf("diag", [n, n]));
    for (let i = 0; i < from.size; i++) data[(i + down) * n + i + right] = from.data[i];
    return new ndarray(data, [n, n], from.dtype);
  }
  if (from.ndim !== 2)
    throw new RangeError(`diag: expected a vector or a matrix, got shape ${formatShape(from.shape)}`);
  const [rows, columns] = from.shape;
  const length = Math.max(0, Math.min(rows - down, columns - right));
  const data = makeStorage(from.dtype, length);
  for (let i = 0; i < length; i++) data[i] = from.data[(i + down) * columns + i + right];
  return new ndarray(data, [length], from.dtype);
}

/**
 * Adds up a diagonal of a matrix.
 *
 * @param x - A matrix.
 * @param k - Which diagonal: 0 the main one, above it positive, below it negative. Default: 0.
 * @throws RangeError if `x` is no matrix.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.trace.html
 * @example
 * np.trace([[1, 2], [3, 4]]).item(); // 5
 */
export function trace(x: ArrayLike, k: number = 0): ndarray {
  const from = toArray("trace", x);
  if (from.ndim !== 2) throw new RangeError(`trace: expected a matrix, got shape ${formatShape(from.shape)}`);
  return sum(diag(from, k));
}
