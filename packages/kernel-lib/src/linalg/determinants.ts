import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import { determinant, logDeterminant } from "./determinant";
import { inDouble, oneInDouble, readSquare } from "./reading";

/**
 * Finds the determinants of matrices.
 *
 * @param x - Square matrices (…, n, n).
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.det.html
 * @example
 * np.linalg.det([[3, 0], [1, 2]]).item(); // 6
 */
export function det(x: ArrayLike): ndarray {
  return oneInDouble(readSquare("det", x), determinant);
}

/**
 * Finds the sign of determinants and the logarithm of their absolute value, where these themselves would be too large
 * or too small.
 *
 * @param x - Square matrices (…, n, n).
 * @returns `[sign, logabsdet]`; 0 and −Infinity of a singular matrix.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.slogdet.html
 * @example
 * np.linalg.slogdet([[0, 1], [1, 0]]).map(Number); // [-1, 0]
 */
export function slogdet(x: ArrayLike): [sign: ndarray, logabsdet: ndarray] {
  const [sign, logarithm] = inDouble(readSquare("slogdet", x), logDeterminant);
  return [sign, logarithm];
}
