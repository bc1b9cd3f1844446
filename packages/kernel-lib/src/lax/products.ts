import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import * as ops from "../ops/dot";
import { convertType } from "../ops/map";

/** Pairs of axes, first those of the one operand, then those of the other. */
export type AxisPairs = readonly [lhs: readonly number[], rhs: readonly number[]];

/** Which axes are multiplied and added up, and which stay once for both operands. */
export type DotDimensionNumbers = readonly [contracting: AxisPairs, batch: AxisPairs];

function pairsOf(name: string, given: unknown, operands: readonly ndarray[]): [number[], number[]] {
  if (!Array.isArray(given) || given.length !== 2 || !given.every(Array.isArray)) {
    throw new TypeError(`${name}: expected two lists of axes, got ${describe(given)}`);
  }
  const [lhs, rhs] = operands.map((x, i) =>
    (given[i] as unknown[]).map((axis) => checkAxis(name, axis as number, x.ndim)),
  );
  if (
    lhs.length === rhs.length &&
    lhs.every((axis, i) => operands[0].shape[axis] === operands[1].shape[rhs[i]])
  ) {
    return [lhs, rhs];
  }
  const shapes = operands.map(({ shape }) => formatShape(shape)).join(" and ");
  throw new RangeError(
    `${name}: expected pairs of axes of equal length, got ${formatShape(lhs)} and ${formatShape(rhs)} of shapes ${shapes}`,
  );
}

/**
 * Multiplies along pairs of axes and adds up. The axes of the result are the common ones, then the others of the one
 * operand, then those of the other.
 *
 * @param lhs - The one operand.
 * @param rhs - The other.
 * @param dimensionNumbers - `[[contracting axes of lhs, of rhs], [common axes of lhs, of rhs]]`.
 * @throws RangeError if the lengths of paired axes differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dot_general.html
 * @example
 * const [x, y] = [np.ones([2, 3, 4]), np.ones([2, 4, 5])];
 * jax.lax.dotGeneral(x, y, [[[2], [1]], [[0], [0]]]).shape; // [2, 3, 5]
 */
export function dotGeneral(lhs: ArrayLike, rhs: ArrayLike, dimensionNumbers: DotDimensionNumbers): ndarray {
  const name = "dotGeneral";
  const given = [toArray(name, lhs), toArray(name, rhs)];
  if (!Array.isArray(dimensionNumbers) || dimensionNumbers.length !== 2) {
    throw new TypeError(`${name}: expected [contracting, common] axes, got ${describe(dimensionNumbers)}`);
  }
  const [contract, batch] = dimensionNumbers.map((pairs: unknown) => pairsOf(name, pairs, given));
  const dtype = resultType(...given);
  const [a, b] = given.map((x) => convertType(x, dtype));
  return ops.dot(a, b, { contract, batch });
}

/**
 * Multiplies vectors and matrices: the last axis of the one with the first of the other.
 *
 * @param lhs - A vector or a matrix.
 * @param rhs - A vector or a matrix.
 * @throws RangeError for other ranks, or if the lengths differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.dot.html
 * @example
 * jax.lax.dot([1, 2], [3, 4]).item(); // 11
 */
export function dot(lhs: ArrayLike, rhs: ArrayLike): ndarray {
  const given = [toArray("dot", lhs), toArray("dot", rhs)];
  const [a, b] = given;
  if (given.some((x) => x.ndim < 1 || x.ndim > 2) || a.shape[a.ndim - 1] !== b.shape[0]) {
    const shapes = given.map(({ shape }) => formatShape(shape)).join(" and ");
    throw new RangeError(`dot: expected vectors or matrices with a common axis, got shapes ${shapes}`);
  }
  return dotGeneral(a, b, [
    [[a.ndim - 1], [0]],
    [[], []],
  ]);
}

/**
 * Multiplies the matrices in the last two axes, the axes in front of which are common.
 *
 * @param lhs - Matrices.
 * @param rhs - Matrices.
 * @throws RangeError if the shapes do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.batch_matmul.html
 * @example
 * jax.lax.batchMatmul(np.ones([2, 3, 4]), np.ones([2, 4, 5])).shape; // [2, 3, 5]
 */
export function batchMatmul(lhs: ArrayLike, rhs: ArrayLike): ndarray {
  const given = [toArray("batchMatmul", lhs), toArray("batchMatmul", rhs)];
  const { ndim } = given[0];
  if (ndim < 2 || given[1].ndim !== ndim) {
    const shapes = given.map(({ shape }) => formatShape(shape)).join(" and ");
    throw new RangeError(`batchMatmul: expected matrices with as many axes in front, got shapes ${shapes}`);
  }
  const outer = Array.from({ length: ndim - 2 }, (_, i) => i);
  return dotGeneral(given[0], given[1], [
    [[ndim - 1], [ndim - 2]],
    [outer, outer],
  ]);
}
