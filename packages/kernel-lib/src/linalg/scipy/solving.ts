import type { ArrayLike } from "../../array/asarray";
import type { ndarray } from "../../array/ndarray";
import { describe, readOptions } from "../../array/options";
import { add, stopGradient } from "../../ops/map";
import { keep, subtract, transposed } from "../matrices";
import { solvedInDouble } from "../reading";
import { solve as solveStacks } from "../solve";
import { triangularSolve } from "../triangularSolve";
import { readTrans, type Trans } from "./trans";

/** Options of {@link solve}. */
export interface SolveOptions {
  /** Which triangle is read with "pos". Default: false, the upper one. */
  lower?: boolean;
  /** "pos" for symmetric matrices, of which one triangle is read; "gen", "sym" and "her" for any. Default: "gen". */
  assumeA?: "gen" | "pos" | "sym" | "her";
}

/**
 * Solves systems of linear equations, a x = b.
 *
 * @param a - Square matrices (…, n, n).
 * @param b - Vectors (…, n) or matrices (…, n, k) of right sides.
 * @param options - What is known of the matrices.
 * @returns The solutions, with the shape of the right sides.
 * @throws RangeError if a matrix is not square, or the right side has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.solve.html
 * @example
 * jax.scipy.linalg.solve([[4, 2], [2, 2]], [2, 0], { assumeA: "pos" }).tolist(); // [1, -1]
 */
export function solve(a: ArrayLike, b: ArrayLike, options?: SolveOptions): ndarray {
  const { lower, assumeA } = readOptions<SolveOptions>("solve", options, { lower: false, assumeA: "gen" });
  if (!["gen", "pos", "sym", "her"].includes(assumeA as string)) {
    throw new TypeError(
      `solve: expected assumeA to be "gen", "pos", "sym" or "her", got ${describe(assumeA)}`,
    );
  }
  if (assumeA !== "pos") return solvedInDouble("solve", a, b, "one axis less", solveStacks);
  return solvedInDouble("solve", a, b, "one axis less", (left, right) =>
    solveStacks(mirrored(left, lower === true), right),
  );
}

/** Symmetric matrices from one of their triangles; a derivative is that by all elements. */
function mirrored(x: ndarray, isLower: boolean): ndarray {
  const isRead = (row: number, column: number): boolean => (isLower ? row > column : row < column);
  const half = keep(x, isRead);
  const diagonal = keep(x, (row, column) => row === column);
  const symmetric = add(add(half, transposed(half)), diagonal);
  return add(x, stopGradient(subtract(symmetric, x)));
}

/** Options of {@link solveTriangular}. */
export interface SolveTriangularOptions {
  /** 1 or "T" solves aᵀ x = b. Default: 0, or "N", which solves a x = b. */
  trans?: Trans;
  /** Whether the lower triangle is read. Default: false, the upper one. */
  lower?: boolean;
  /** Whether the diagonal counts as 1 and is not read. Default: false. */
  unitDiagonal?: boolean;
}

/**
 * Solves systems of linear equations whose matrix is triangular, a x = b. The other triangle is not read.
 *
 * @param a - Square matrices (…, n, n).
 * @param b - Vectors (…, n) or matrices (…, n, k) of right sides.
 * @param options - Which triangle is meant.
 * @returns The solutions, with the shape of the right sides.
 * @throws RangeError if a matrix is not square, or the right side has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.solve_triangular.html
 * @example
 * jax.scipy.linalg.solveTriangular([[2, 0], [1, 1]], [4, 5], { lower: true }).tolist(); // [2, 3]
 */
export function solveTriangular(a: ArrayLike, b: ArrayLike, options?: SolveTriangularOptions): ndarray {
  const read = readOptions<SolveTriangularOptions>("solveTriangular", options, {
    trans: 0,
    lower: false,
    unitDiagonal: false,
  });
  const triangle = {
    lower: read.lower === true,
    transposed: readTrans("solveTriangular", read.trans),
    unit: read.unitDiagonal === true,
  };
  return solvedInDouble("solveTriangular", a, b, "one axis less", (left, right) =>
    triangularSolve(left, right, triangle),
  );
}
