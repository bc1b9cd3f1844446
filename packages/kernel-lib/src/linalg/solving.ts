import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxes, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { reshape, transpose } from "../ops/layout";
import { identities } from "./matrices";
import { oneInDouble, readSquare, solvedInDouble } from "./reading";
import { solve as solveStacks } from "./solve";
import { stackOf } from "./stack";

/**
 * Solves systems of linear equations, a x = b.
 *
 * @param a - Square matrices (…, n, n). Where one is singular the solution is not finite.
 * @param b - A vector (n) or matrices (…, n, k) of right sides; stacks broadcast.
 * @returns The solutions, with the shape of the right sides.
 * @throws RangeError if a matrix is not square, or the right side has another number of rows.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.solve.html
 * @example
 * np.linalg.solve([[2, 0], [0, 4]], [1, 2]).tolist(); // [0.5, 0.5]
 */
export function solve(a: ArrayLike, b: ArrayLike): ndarray {
  return solvedInDouble("solve", a, b, "one axis", solveStacks);
}

/**
 * Finds the inverses of matrices: a⁻¹ a = 1.
 *
 * @param x - Square matrices (…, n, n). The inverse of a singular one is not finite.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.inv.html
 * @example
 * np.linalg.inv([[2, 0], [0, 4]]).tolist(); // [[0.5, 0], [0, 0.25]]
 */
export function inv(x: ArrayLike): ndarray {
  return oneInDouble(readSquare("inv", x), inverted);
}

/** The inverses of square matrices. */
const inverted = (x: ndarray): ndarray =>
  solveStacks(x, identities(stackOf(x), x.shape[x.ndim - 1], x.dtype));

/** Options of {@link tensorinv}. */
export interface TensorinvOptions {
  /** How many axes of the array make the rows. Default: 2. */
  ind?: number;
}

const product = (lengths: readonly number[]): number => lengths.reduce((total, one) => total * one, 1);

/**
 * Finds the inverse of an array for {@link tensordot}: its first axes are the rows of a square matrix, the others the
 * columns.
 *
 * @param x - The array.
 * @param ind - How many axes make the rows, or options. Default: 2.
 * @throws RangeError if rows and columns differ in number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.tensorinv.html
 * @example
 * np.linalg.tensorinv(np.eye(4).reshape(2, 2, 4)).shape; // [4, 2, 2]
 */
export function tensorinv(x: ArrayLike, ind?: number | TensorinvOptions): ndarray {
  const given = toArray("tensorinv", x);
  const read = readNamed<TensorinvOptions>("tensorinv", { ind }, undefined, { ind: 2 });
  const count = checkInteger("tensorinv", "ind", read.ind, 1);
  const [rows, columns] = [given.shape.slice(0, count), given.shape.slice(count)];
  if (product(rows) !== product(columns)) {
    throw new RangeError(
      `tensorinv: expected as many rows as columns, got ${product(rows)} and ${product(columns)} of shape ${formatShape(given.shape)}`,
    );
  }
  const matrix = readSquare("tensorinv", reshape(given, [product(rows), product(columns)]));
  return reshape(oneInDouble(matrix, inverted), [...columns, ...rows]);
}

/** Options of {@link tensorsolve}. */
export interface TensorsolveOptions {
  /** Which axes of the array to put last before. Default: none. */
  axes?: readonly number[] | null;
}

/**
 * Solves a x = b, where the product is `np.tensordot(a, x, { axes: x.ndim })`.
 *
 * @param a - The array; its first axes are those of `b`.
 * @param b - The right side.
 * @param options - Which axes to put last, or options.
 * @throws RangeError if there are more unknowns than equations, or fewer.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.tensorsolve.html
 * @example
 * np.linalg.tensorsolve(np.eye(4).reshape(2, 2, 4).mul(2), [[2, 4], [6, 8]]).tolist(); // [1, 2, 3, 4]
 */
export function tensorsolve(
  a: ArrayLike,
  b: ArrayLike,
  options?: readonly number[] | TensorsolveOptions,
): ndarray {
  const [given, right] = [toArray("tensorsolve", a), toArray("tensorsolve", b)];
  const { axes } = readNamed<TensorsolveOptions>("tensorsolve", { axes: options }, undefined, { axes: null });
  const last = axes ? checkAxes("tensorsolve", axes, given.ndim) : [];
  const order = [...[...given.shape.keys()].filter((axis) => !last.includes(axis)), ...last];
  const moved = transpose(given, order);
  const unknown = moved.shape.slice(right.ndim);
  if (product(unknown) !== right.size || moved.size !== right.size * right.size) {
    throw new RangeError(
      `tensorsolve: expected as many unknowns as equations, got shapes ${formatShape(moved.shape)} and ${formatShape(right.shape)}`,
    );
  }
  const n = right.size;
  const x = solvedInDouble(
    "tensorsolve",
    reshape(moved, [n, n]),
    reshape(right, [n]),
    "one axis",
    solveStacks,
  );
  return reshape(x, unknown);
}
