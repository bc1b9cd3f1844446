import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { describe, readNamed, readOptions } from "../../array/options";
import { eigh as symmetricEigh, eigvalsh, qr as reducedQr } from "../decompositions";
import { spread, times, transposed } from "../matrices";
import { inDouble, readMatrix } from "../reading";
import { singularValues } from "../singularValues";
import { multiply } from "../../ops/map";
import { broadcast } from "../../ops/broadcast";

/** Options of {@link qr}. */
export interface QrOptions {
  /** "full": Q is square; "economic": it has min(m, n) columns; "r": R alone. Default: "full". */
  mode?: "full" | "economic" | "r";
}

/** The function {@link qr}. */
export interface Qr {
  (a: ArrayLike, options: "r" | { mode: "r" }): [r: ndarray];
  (a: ArrayLike, options?: QrOptions["mode"] | QrOptions): [q: ndarray, r: ndarray];
}

const modes = { full: "complete", economic: "reduced", r: "r" } as const;

/**
 * Factorizes matrices as SciPy does: a = Q R, where the columns of Q are orthonormal and R is upper triangular.
 *
 * @param a - Matrices (…, m, n).
 * @param options - The mode, or options. Default: "full".
 * @returns `[Q, R]`, or `[R]` in mode "r".
 * @throws TypeError for another mode.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.qr.html
 * @example
 * jax.scipy.linalg.qr([[0, 2], [3, 4]], "r")[0].round(5).tolist(); // [[-3, -4], [0, -2]]
 */
export const qr: Qr = ((a: ArrayLike, options?: QrOptions["mode"] | QrOptions) => {
  const given = typeof options === "string" ? { mode: options } : options;
  const { mode } = readOptions<QrOptions>("qr", given, { mode: "full" });
  const known = Object.hasOwn(modes, mode as string) ? modes[mode as keyof typeof modes] : undefined;
  if (!known) throw new TypeError(`qr: expected mode to be "full", "economic" or "r", got ${describe(mode)}`);
  return known === "r" ? [reducedQr(a, "r")] : reducedQr(a, known);
}) as Qr;

/** Options of {@link eigh}. */
export interface EighOptions {
  /** Whether to give the eigenvalues alone. Default: false. */
  eigvalsOnly?: boolean;
}

/** The function {@link eigh}. */
export interface Eigh {
  (a: ArrayLike, options: EighOptions & { eigvalsOnly: true }): ndarray;
  (a: ArrayLike, options?: EighOptions): [eigenvalues: ndarray, eigenvectors: ndarray];
}

/**
 * Finds eigenvalues and eigenvectors of symmetric matrices: a v = λ v. Half the sum of a matrix and its transpose is read.
 *
 * @param a - Square matrices (…, n, n).
 * @param options - Whether to give the eigenvalues alone.
 * @returns `[eigenvalues, eigenvectors]`, values in rising order, vectors as the columns of matrices.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.eigh.html
 * @example
 * jax.scipy.linalg.eigh([[2, 0], [0, 1]], { eigvalsOnly: true }).tolist(); // [1, 2]
 */
export const eigh: Eigh = ((a: ArrayLike, options?: EighOptions) => {
  const { eigvalsOnly } = readOptions<EighOptions>("eigh", options, { eigvalsOnly: false });
  return eigvalsOnly ? eigvalsh(a) : symmetricEigh(a);
}) as Eigh;

/** Options of {@link polar}. */
export interface PolarOptions {
  /** On which side of U the symmetric factor P stands. Default: "right", a = U P. */
  side?: "right" | "left";
}

/**
 * Factorizes matrices into an orthogonal and a symmetric, positive semidefinite one: a = U P, or a = P U.
 *
 * @param a - Matrices (…, m, n).
 * @param side - On which side P stands, or options. Default: "right".
 * @returns `[U, P]`.
 * @throws TypeError for another side.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.polar.html
 * @example
 * jax.scipy.linalg.polar([[0, 2], [3, 0]])[1].round(5).tolist(); // [[3, 0], [0, 2]]
 */
export function polar(
  a: ArrayLike,
  side?: PolarOptions["side"] | PolarOptions,
): [unitary: ndarray, posdef: ndarray] {
  const read = readNamed<PolarOptions>("polar", { side }, undefined, { side: "right" });
  if (read.side !== "right" && read.side !== "left") {
    throw new TypeError(`polar: expected side to be "right" or "left", got ${describe(read.side)}`);
  }
  const [unitary, posdef] = inDouble(readMatrix("polar", a), (wide) => {
    const [u, s, vt] = singularValues(wide, false);
    const vectors = read.side === "right" ? transposed(vt) : u;
    const stretched = multiply(vectors, broadcast(spread(s, "row"), vectors.shape));
    return [times(u, vt), times(stretched, transposed(vectors))] as const;
  });
  return [unitary, posdef];
}
