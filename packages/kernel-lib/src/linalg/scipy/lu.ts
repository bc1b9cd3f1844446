import type { ArrayLike } from "../../array/asarray";
import { formatShape } from "../../array/broadcast";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { describe, readNamed } from "../../array/options";
import { arange } from "../../np/ranges";
import { argsort } from "../../np/sorting";
import { equal } from "../../np/ufuncsComparison";
import { broadcast } from "../../ops/broadcast";
import { reshape } from "../../ops/layout";
import { add, convertType, full } from "../../ops/map";
import { fitted, inOrder, luFactors } from "../luFactors";
import { keep, lowerOf, times, upperOf } from "../matrices";
import { inDouble, readMatrix, readSquare, solvedInDouble } from "../reading";
import { stackOf } from "../stack";
import { triangularSolve } from "../triangularSolve";
import { permutationOf } from "./permutation";
import { readTrans, type Trans } from "./trans";

/** Options of {@link lu}. */
export interface LuOptions {
  /** Whether to give the product P L in place of P and L. Default: false. */
  permuteL?: boolean;
}

/** The function {@link lu}. */
export interface Lu {
  (a: ArrayLike, permuteL: true | { permuteL: true }): [pl: ndarray, u: ndarray];
  (a: ArrayLike, permuteL?: false | { permuteL?: false }): [p: ndarray, l: ndarray, u: ndarray];
}

/**
 * Factorizes matrices: a = P L U, a permutation, a lower triangle with 1 on its diagonal, and an upper one.
 *
 * @param a - Matrices (…, m, n); k is the smaller of m and n.
 * @param permuteL - Whether to give P L, or options. Default: false.
 * @returns `[P, L, U]` of shapes (…, m, m), (…, m, k) and (…, k, n); `[P L, U]` with `permuteL`.
 * @throws RangeError if it is not a matrix.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.lu.html
 * @example
 * jax.scipy.linalg.lu([[0, 2], [4, 8]])[2].tolist(); // [[4, 8], [0, 2]]
 */
export const lu: Lu = ((a: ArrayLike, permuteL?: boolean | LuOptions) => {
  const isPermuted = readNamed<LuOptions>("lu", { permuteL }, undefined, { permuteL: false }).permuteL;
  const results = inDouble(readMatrix("lu", a), (wide) => {
    const { lu: both, order } = luFactors(wide);
    const [m, n] = wide.shape.slice(-2);
    const k = Math.min(m, n);
    const diagonal = keep(full(1, [m, k], "float64"), (row, column) => row === column);
    const below = lowerOf(fitted(both, m, k), true);
    const lower = add(below, broadcast(diagonal, below.shape));
    const upper = upperOf(fitted(both, k, n));
    const stack = stackOf(wide);
    const isAt = equal(reshape(order, [...stack, 1, m]), reshape(arange(m), [m, 1]));
    const permutation = convertType(isAt, "float64");
    return isPermuted ? [times(permutation, lower), upper] : [permutation, lower, upper];
  });
  return results;
}) as Lu;

/**
 * Factorizes square matrices for {@link luSolve}.
 *
 * @param a - Square matrices (…, n, n).
 * @returns L and U in one matrix, without the diagonal of L, and with which row each row was exchanged.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.lu_factor.html
 * @example
 * jax.scipy.linalg.luFactor([[0, 2], [4, 8]])[1].tolist(); // [1, 1]
 */
export function luFactor(a: ArrayLike): [lu: ndarray, piv: ndarray] {
  const [both, pivots] = inDouble(readSquare("luFactor", a), (wide) => {
    const factors = luFactors(wide);
    return [factors.lu, factors.pivots] as const;
  });
  return [both, pivots];
}

/** Options of {@link luSolve}. */
export interface LuSolveOptions {
  /** 1 or "T" solves aᵀ x = b. Default: 0, or "N", which solves a x = b. */
  trans?: Trans;
}

/**
 * Solves a x = b with the factors of a that {@link luFactor} gives.
 *
 * @param factors - The pair of factors (…, n, n) and exchanges (…, n).
 * @param b - Vectors (…, n) or matrices (…, n, k) of right sides.
 * @param trans - Whether a is transposed, or options. Default: 0.
 * @returns The solutions, with the shape of the right sides.
 * @throws TypeError if the factors are no pair; RangeError if the right side has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.lu_solve.html
 * @example
 * const factors = jax.scipy.linalg.luFactor([[0, 2], [4, 8]]);
 * jax.scipy.linalg.luSolve(factors, [2, 12]).tolist(); // [1, 1]
 */
export function luSolve(
  factors: readonly [lu: ArrayLike, piv: ArrayLike],
  b: ArrayLike,
  trans?: Trans | LuSolveOptions,
): ndarray {
  if (!Array.isArray(factors) || factors.length !== 2) {
    throw new TypeError(`luSolve: expected the pair that luFactor gives, got ${describe(factors)}`);
  }
  const read = readNamed<LuSolveOptions>("luSolve", { trans }, undefined, { trans: 0 });
  const isTransposed = readTrans("luSolve", read.trans);
  const [both, pivots] = (factors as [ArrayLike, ArrayLike]).map((x) => toArray("luSolve", x));
  const n = both.shape[both.ndim - 1];
  if (pivots.ndim === 0 || pivots.shape[pivots.ndim - 1] !== n) {
    throw new RangeError(`luSolve: expected ${n} exchanges of rows, got shape ${formatShape(pivots.shape)}`);
  }
  const order = permutationOf(pivots, n);
  return solvedInDouble("luSolve", both, b, "one axis less", (left, right) => {
    const rows = broadcast(order, [...stackOf(right), n]);
    const lower = { lower: true, transposed: isTransposed, unit: true };
    const upper = { lower: false, transposed: isTransposed, unit: false };
    if (!isTransposed)
      return triangularSolve(left, triangularSolve(left, inOrder(right, rows), lower), upper);
    return inOrder(triangularSolve(left, triangularSolve(left, right, upper), lower), argsort(rows));
  });
}
