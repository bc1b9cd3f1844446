import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { floatingType } from "../array/traits";
import { combined } from "../np/operands";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { stackOf } from "./stack";

/** Reads a matrix or a stack of them, in floating point: integers become float32. */
export function readMatrix(functionName: string, x: ArrayLike): ndarray {
  const given = toArray(functionName, x);
  if (given.ndim < 2) {
    throw new RangeError(
      `${functionName}: expected a matrix or a stack of them, got shape ${formatShape(given.shape)}`,
    );
  }
  return convertType(given, floatingType(given.dtype));
}

/** Reads a square matrix or a stack of them, in floating point. */
export function readSquare(functionName: string, x: ArrayLike): ndarray {
  const matrix = readMatrix(functionName, x);
  const [m, n] = matrix.shape.slice(-2);
  if (m === n) return matrix;
  throw new RangeError(`${functionName}: expected square matrices, got shape ${formatShape(matrix.shape)}`);
}

/** Computes in float64 from an array, and gives the results in the dtype that it has. */
export function inDouble<T extends readonly ndarray[]>(x: ndarray, compute: (x: ndarray) => T): T {
  const results = compute(convertType(x, "float64"));
  const back = (result: ndarray): ndarray =>
    result.dtype === "float64" ? convertType(result, x.dtype) : result;
  return results.map(back) as unknown as T;
}

/** The same for one result. */
export const oneInDouble = (x: ndarray, compute: (x: ndarray) => ndarray): ndarray =>
  inDouble(x, (wide) => [compute(wide)] as const)[0];

/** The difference of 1 and the next float of a dtype. */
export const epsilonOf = (dtype: DType): number => (dtype === "float64" ? 2 ** -52 : 2 ** -23);

/** Whether the right side of a system is a vector: one axis, or one less than the matrices have. */
export type RightSide = "one axis" | "one axis less";

/**
 * Solves systems in float64, stacks broadcast: the left side is square, the right one a vector or a matrix.
 *
 * @param solve - Gets stacks of the same shape.
 */
export function solvedInDouble(
  functionName: string,
  a: ArrayLike,
  b: ArrayLike,
  vectors: RightSide,
  solve: (a: ndarray, b: ndarray) => ndarray,
): ndarray {
  const [left, given] = combined(functionName, [a, b]).map((x) => convertType(x, floatingType(x.dtype)));
  readSquare(functionName, left);
  const isVector = vectors === "one axis" ? given.ndim === 1 : given.ndim === left.ndim - 1;
  const right = isVector ? reshape(given, [...given.shape, 1]) : given;
  const n = left.shape[left.ndim - 1];
  if (right.ndim < 2 || right.shape[right.ndim - 2] !== n) {
    throw new RangeError(
      `${functionName}: expected a right side of ${n} rows, got shape ${formatShape(given.shape)} ` +
        `beside ${formatShape(left.shape)}`,
    );
  }
  const stack = broadcastShapes(functionName, stackOf(left), stackOf(right));
  const columns = right.shape[right.ndim - 1];
  const wide = (x: ndarray, last: readonly number[]): ndarray =>
    broadcast(convertType(x, "float64"), [...stack, ...last]);
  const x = convertType(solve(wide(left, [n, n]), wide(right, [n, columns])), left.dtype);
  return isVector ? reshape(x, x.shape.slice(0, -1)) : x;
}
