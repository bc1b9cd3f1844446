import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { add } from "../ops/map";
import { choleskyFactor } from "./choleskyFactor";
import { keep, lowerOf, symmetrized, transposed, upperOf } from "./matrices";
import { qrFactors } from "./qrFactors";
import { inDouble, oneInDouble, readMatrix, readSquare } from "./reading";
import { singularValues } from "./singularValues";
import { symmetricEigen } from "./symmetricEigen";

/** Options of {@link cholesky}. */
export interface CholeskyOptions {
  /** Whether to give the upper factor, Lᵀ. Default: false. */
  upper?: boolean;
  /** Whether to take half the sum of a matrix and its transpose; only one triangle is read otherwise. Default: true. */
  symmetrizeInput?: boolean;
}

/**
 * Factorizes symmetric, positive definite matrices: x = L Lᵀ.
 *
 * @param x - Square matrices (…, n, n).
 * @param options - Which factor, and what of the matrices is read.
 * @returns The lower factor L, or the upper one Lᵀ; NaN where a matrix is not positive definite.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.cholesky.html
 * @example
 * np.linalg.cholesky([[4, 2], [2, 2]]).tolist(); // [[2, 0], [1, 1]]
 */
export function cholesky(x: ArrayLike, options?: CholeskyOptions): ndarray {
  const { upper, symmetrizeInput } = readOptions<CholeskyOptions>("cholesky", options, {
    upper: false,
    symmetrizeInput: true,
  });
  return oneInDouble(readSquare("cholesky", x), (wide) => {
    const own = symmetrizeInput ? symmetrized(wide) : upper ? transposed(wide) : wide;
    const factor = choleskyFactor(own);
    return upper ? transposed(factor) : factor;
  });
}

/** Options of {@link qr}. */
export interface QrOptions {
  /** "reduced": Q has min(m, n) columns; "complete": it has m; "r": R alone. Default: "reduced". */
  mode?: "reduced" | "complete" | "r";
}

/** The function {@link qr}. */
export interface Qr {
  (x: ArrayLike, options: "r" | { mode: "r" }): ndarray;
  (x: ArrayLike, options?: QrOptions["mode"] | QrOptions): [q: ndarray, r: ndarray];
}

/**
 * Factorizes matrices: x = Q R, where the columns of Q are orthonormal and R is upper triangular.
 *
 * @param x - Matrices (…, m, n). The derivative is known for m ≥ n and the reduced mode.
 * @param options - The mode, or options.
 * @returns `[Q, R]`, or R alone in mode "r".
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.qr.html
 * @example
 * np.linalg.qr([[0, 2], [3, 4]])[1].round(5).tolist(); // [[-3, -4], [0, -2]]
 */
export const qr: Qr = ((x: ArrayLike, options?: QrOptions["mode"] | QrOptions) => {
  const given = typeof options === "string" ? { mode: options } : options;
  const { mode } = readOptions<QrOptions>("qr", given, { mode: "reduced" });
  if (mode !== "reduced" && mode !== "complete" && mode !== "r") {
    throw new TypeError(`qr: expected mode to be "reduced", "complete" or "r", got ${describe(mode)}`);
  }
  const [q, r] = inDouble(readMatrix("qr", x), (wide) => qrFactors(wide, mode === "complete"));
  return mode === "r" ? r : [q, r];
}) as Qr;

/** Options of {@link svd}. */
export interface SvdOptions {
  /** Whether U and V are square, (m, m) and (n, n), instead of having min(m, n) columns. Default: true. */
  fullMatrices?: boolean;
  /** Whether to give U and V besides the singular values. Default: true. */
  computeUv?: boolean;
}

/** The function {@link svd}. */
export interface Svd {
  (x: ArrayLike, options: SvdOptions & { computeUv: false }): ndarray;
  (x: ArrayLike, options?: SvdOptions): [u: ndarray, s: ndarray, vt: ndarray];
}

/**
 * Factorizes matrices: x = U S Vᵀ, where the columns of U and V are orthonormal and S is diagonal.
 *
 * @param x - Matrices (…, m, n). Where m ≠ n, the derivative of U and V is known for `fullMatrices: false`.
 * @param options - Which vectors to give.
 * @returns `[U, S, Vᵀ]`, S as vectors of singular values in falling order; S alone with `computeUv: false`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.svd.html
 * @example
 * np.linalg.svd([[0, 2], [3, 0]])[1].round(5).tolist(); // [3, 2]
 */
export const svd: Svd = ((x: ArrayLike, options?: SvdOptions) => {
  const { fullMatrices, computeUv } = readOptions<SvdOptions>("svd", options, {
    fullMatrices: true,
    computeUv: true,
  });
  if (!computeUv) return valuesOf("svd", x);
  const [u, s, vt] = inDouble(readMatrix("svd", x), (wide) => singularValues(wide, fullMatrices === true));
  return [u, s, vt];
}) as Svd;

/**
 * Finds the singular values of matrices, in falling order.
 *
 * @param x - Matrices (…, m, n).
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.svdvals.html
 * @example
 * np.linalg.svdvals([[0, 2], [3, 0]]).round(5).tolist(); // [3, 2]
 */
export function svdvals(x: ArrayLike): ndarray {
  return valuesOf("svdvals", x);
}

const valuesOf = (functionName: string, x: ArrayLike): ndarray =>
  oneInDouble(readMatrix(functionName, x), (wide) => singularValues(wide, false)[1]);

/** Options of {@link eigh} and {@link eigvalsh}. */
export interface EighOptions {
  /** Which triangle is read where the input is not symmetrized. Default: "L", the lower one. */
  UPLO?: "L" | "U";
  /** Whether to take half the sum of a matrix and its transpose; only one triangle is read otherwise. Default: true. */
  symmetrizeInput?: boolean;
}

function eigenOf(
  functionName: string,
  x: ArrayLike,
  options: EighOptions["UPLO"] | EighOptions | undefined,
): readonly ndarray[] {
  const given = typeof options === "string" ? { UPLO: options } : options;
  const { UPLO, symmetrizeInput } = readOptions<EighOptions>(functionName, given, {
    UPLO: "L",
    symmetrizeInput: true,
  });
  if (UPLO !== "L" && UPLO !== "U") {
    throw new TypeError(`${functionName}: expected UPLO to be "L" or "U", got ${describe(UPLO)}`);
  }
  return inDouble(readSquare(functionName, x), (wide) => {
    if (symmetrizeInput) return symmetricEigen(symmetrized(wide));
    const half = UPLO === "L" ? lowerOf(wide) : upperOf(wide);
    const other = keep(transposed(half), (row, column) => row !== column);
    return symmetricEigen(add(half, other));
  });
}

/**
 * Finds eigenvalues and eigenvectors of symmetric matrices: x v = λ v.
 *
 * @param x - Square matrices (…, n, n).
 * @param options - What of the matrices is read.
 * @returns `[eigenvalues, eigenvectors]`, values in rising order, vectors as the columns of matrices.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.eigh.html
 * @example
 * np.linalg.eigh([[2, 0], [0, 1]])[0].tolist(); // [1, 2]
 */
export function eigh(
  x: ArrayLike,
  options?: EighOptions["UPLO"] | EighOptions,
): [eigenvalues: ndarray, eigenvectors: ndarray] {
  const [values, vectors] = eigenOf("eigh", x, options);
  return [values, vectors];
}

/**
 * Finds the eigenvalues of symmetric matrices, in rising order.
 *
 * @param x - Square matrices (…, n, n).
 * @param options - What of the matrices is read.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.eigvalsh.html
 * @example
 * np.linalg.eigvalsh([[0, 2], [2, 0]]).round(5).tolist(); // [-2, 2]
 */
export function eigvalsh(x: ArrayLike, options?: EighOptions["UPLO"] | EighOptions): ndarray {
  return eigenOf("eigvalsh", x, options)[0];
}
