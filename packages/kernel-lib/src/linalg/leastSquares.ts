import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkNumber } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { floatingType } from "../array/traits";
import { max, min, sum } from "../np/reductions";
import { matmul } from "../np/products";
import { combined } from "../np/operands";
import { divide, multiply, square, subtract } from "../np/ufuncsArithmetic";
import { greater, isnan } from "../np/ufuncsComparison";
import { where } from "../np/where";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { svdvals } from "./decompositions";
import { norm, type NormOptions } from "./norms";
import { pseudoInverse } from "./pseudoInverse";
import { epsilonOf, oneInDouble, readMatrix } from "./reading";
import { inv } from "./solving";

/** Options of {@link pinv} and {@link matrixRank}. */
export interface ToleranceOptions {
  /** Singular values of at most this part of the largest count as 0. Default: by the size and dtype of the matrices. */
  rtol?: number | null;
}

/** The tolerance that was given, or a multiple of the rounding of the largest singular value. */
function readTolerance(
  functionName: string,
  x: ndarray,
  rtol: number | null | undefined | ToleranceOptions,
  factor: number,
): number {
  const read = readNamed<ToleranceOptions>(functionName, { rtol: rtol ?? undefined }, undefined, {
    rtol: null,
  });
  if (read.rtol !== null && read.rtol !== undefined) return checkNumber(functionName, "rtol", read.rtol);
  return factor * Math.max(...x.shape.slice(-2)) * epsilonOf(x.dtype);
}

/**
 * Finds the pseudo-inverses of matrices, of Moore and Penrose: of all matrices p with the smallest ‖x p − 1‖ the one
 * with the smallest ‖p‖.
 *
 * @param x - Matrices (…, m, n).
 * @param rtol - Singular values of at most this part of the largest count as 0, or options. Default: 10 max(m, n) ε.
 * @returns Matrices (…, n, m).
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.pinv.html
 * @example
 * np.linalg.pinv([[2, 0], [0, 0]]).tolist(); // [[0.5, 0], [0, 0]]
 */
export function pinv(x: ArrayLike, rtol?: number | null | ToleranceOptions): ndarray {
  const from = readMatrix("pinv", x);
  const tolerance = readTolerance("pinv", from, rtol, 10);
  return oneInDouble(from, (wide) => pseudoInverse(wide, tolerance));
}

/**
 * Counts the singular values of matrices that are not 0 but for rounding.
 *
 * @param x - Matrices (…, m, n).
 * @param rtol - Values of at most this part of the largest count as 0, or options. Default: max(m, n) ε.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.matrix_rank.html
 * @example
 * np.linalg.matrixRank([[1, 2], [2, 4]]).item(); // 1
 */
export function matrixRank(x: ArrayLike, rtol?: number | null | ToleranceOptions): ndarray {
  const from = readMatrix("matrixRank", x);
  return rankOf(svdvals(from), readTolerance("matrixRank", from, rtol, 1));
}

const rankOf = (values: ndarray, tolerance: number): ndarray =>
  sum(greater(values, multiply(max(values, { axis: -1, keepdims: true }), tolerance)), { axis: -1 });

/** Options of {@link cond}. */
export interface CondOptions {
  /** The norm. Default: null, 2. */
  p?: NormOptions["ord"];
}

/**
 * Finds how much a relative error of b grows in the solution of x y = b: ‖x‖ ‖x⁻¹‖.
 *
 * @param x - Matrices (…, m, n), square ones for all norms but ±2.
 * @param p - The norm, or options. Default: the largest singular value by the smallest.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.cond.html
 * @example
 * np.linalg.cond([[4, 0], [0, 2]]).item(); // 2
 */
export function cond(x: ArrayLike, p?: NormOptions["ord"] | CondOptions): ndarray {
  const read = readNamed<CondOptions>("cond", { p: p ?? undefined }, undefined, { p: null });
  const from = readMatrix("cond", x);
  if (read.p === null || read.p === undefined || read.p === 2 || read.p === -2) {
    const values = svdvals(from);
    const [largest, smallest] = [max(values, { axis: -1 }), min(values, { axis: -1 })];
    return read.p === -2 ? divide(smallest, largest) : divide(largest, smallest);
  }
  const along = { ord: read.p, axis: [from.ndim - 2, from.ndim - 1] as const };
  const result = multiply(norm(from, along), norm(inv(from), along));
  // Of a singular matrix of numbers it is infinite.
  const isUnknown = sum(isnan(from), { axis: along.axis }).equal(0);
  return where(multiply(isnan(result), isUnknown), Infinity, result);
}

/** Options of {@link lstsq}. */
export interface LstsqOptions {
  /** Singular values of less than this part of the largest count as 0. Default: ε max(m, n). */
  rcond?: number | null;
}

/**
 * Finds the x with the smallest ‖a x − b‖; of several the shortest.
 *
 * @param a - A matrix (m, n).
 * @param b - A vector (m), or a matrix (m, k) of several.
 * @param rcond - Singular values of less than this part of the largest count as 0, or options. Default: ε max(m, n).
 * @returns `[x, residuals, rank, singular values]`; the residuals are the squares ‖a x − b‖², one for each column of b.
 * @throws RangeError if `a` is not a matrix, or `b` has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.lstsq.html
 * @example
 * np.linalg.lstsq([[1, 0], [1, 1], [1, 2]], [1, 3, 5])[0].round(5).tolist(); // [1, 2]
 */
export function lstsq(
  a: ArrayLike,
  b: ArrayLike,
  rcond?: number | null | LstsqOptions,
): [x: ndarray, residuals: ndarray, rank: ndarray, s: ndarray] {
  const read = readNamed<LstsqOptions>("lstsq", { rcond: rcond ?? undefined }, undefined, { rcond: null });
  const [left, right] = combined("lstsq", [a, b]).map((x) => convertType(x, floatingType(x.dtype)));
  if (left.ndim !== 2 || right.ndim < 1 || right.ndim > 2 || left.shape[0] !== right.shape[0]) {
    throw new RangeError(
      `lstsq: expected a matrix (m, n) and a right side of m rows, got shapes ${formatShape(left.shape)} and ${formatShape(right.shape)}`,
    );
  }
  const given =
    read.rcond === null || read.rcond === undefined ? undefined : checkNumber("lstsq", "rcond", read.rcond);
  const tolerance = given ?? Math.max(...left.shape) * epsilonOf(left.dtype);
  const columns = right.ndim === 1 ? reshape(right, [right.size, 1]) : right;
  const [wideLeft, wideRight] = [convertType(left, "float64"), convertType(columns, "float64")];
  const solution = matmul(pseudoInverse(wideLeft, tolerance), wideRight);
  const residuals = sum(square(subtract(wideRight, matmul(wideLeft, solution))), { axis: 0 });
  const values = svdvals(left);
  const x = right.ndim === 1 ? reshape(solution, [left.shape[1]]) : solution;
  return [convertType(x, left.dtype), convertType(residuals, left.dtype), rankOf(values, tolerance), values];
}
