import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { describe, readNamed } from "../../array/options";
import { choleskyFactor } from "../choleskyFactor";
import { transposed } from "../matrices";
import { oneInDouble, readSquare, solvedInDouble } from "../reading";
import { triangularSolve } from "../triangularSolve";

/** Options of {@link cholesky} and {@link choFactor}. */
export interface CholeskyOptions {
  /** Whether to read the lower triangle and give the lower factor. Default: false, the upper ones. */
  lower?: boolean;
}

/** A factor as {@link choFactor} gives it. */
export type CholeskyFactor = [c: ndarray, lower: boolean];

const readLower = (functionName: string, lower: boolean | CholeskyOptions | undefined): boolean =>
  readNamed<CholeskyOptions>(functionName, { lower }, undefined, { lower: false }).lower === true;

const factorOf = (functionName: string, a: ArrayLike, isLower: boolean): ndarray =>
  oneInDouble(readSquare(functionName, a), (wide) => {
    const factor = choleskyFactor(isLower ? wide : transposed(wide));
    return isLower ? factor : transposed(factor);
  });

/**
 * Factorizes symmetric, positive definite matrices as SciPy does: a = Rᵀ R, or a = L Lᵀ.
 *
 * @param a - Square matrices (…, n, n), of which one triangle is read. The derivative takes them for symmetric.
 * @param lower - Whether to give L, or options. Default: false, R.
 * @returns The factor; NaN where a matrix is not positive definite.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.cholesky.html
 * @example
 * jax.scipy.linalg.cholesky([[4, 2], [2, 2]]).tolist(); // [[2, 1], [0, 1]]
 */
export function cholesky(a: ArrayLike, lower?: boolean | CholeskyOptions): ndarray {
  return factorOf("cholesky", a, readLower("cholesky", lower));
}

/**
 * Factorizes symmetric, positive definite matrices for {@link choSolve}.
 *
 * @param a - Square matrices (…, n, n), of which one triangle is read.
 * @param lower - Whether to read the lower triangle, or options. Default: false.
 * @returns The factor, and whether it is the lower one.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.cho_factor.html
 * @example
 * jax.scipy.linalg.choFactor([[4, 2], [2, 2]])[0].tolist(); // [[2, 1], [0, 1]]
 */
export function choFactor(a: ArrayLike, lower?: boolean | CholeskyOptions): CholeskyFactor {
  const isLower = readLower("choFactor", lower);
  return [factorOf("choFactor", a, isLower), isLower];
}

/**
 * Solves a x = b with the factor of a that {@link choFactor} gives.
 *
 * @param factor - The pair of the factor (…, n, n) and whether it is the lower one.
 * @param b - Vectors (…, n) or matrices (…, n, k) of right sides.
 * @returns The solutions, with the shape of the right sides.
 * @throws TypeError if the factor is not a pair; RangeError if the right side has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.cho_solve.html
 * @example
 * const factor = jax.scipy.linalg.choFactor([[4, 2], [2, 2]]);
 * jax.scipy.linalg.choSolve(factor, [2, 0]).tolist(); // [1, -1]
 */
export function choSolve(factor: readonly [c: ArrayLike, lower: boolean], b: ArrayLike): ndarray {
  if (!Array.isArray(factor) || factor.length !== 2 || typeof factor[1] !== "boolean") {
    throw new TypeError(`choSolve: expected the pair that choFactor gives, got ${describe(factor)}`);
  }
  const [c, isLower] = factor as [ArrayLike, boolean];
  return solvedInDouble("choSolve", c, b, "one axis less", (left, right) => {
    const half = triangularSolve(left, right, { lower: isLower, transposed: !isLower, unit: false });
    return triangularSolve(left, half, { lower: isLower, transposed: isLower, unit: false });
  });
}
