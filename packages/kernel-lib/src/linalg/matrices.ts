import * as e from "../expr";
import { sizeOf } from "../array/broadcast";
import { ndarray } from "../array/ndarray";
import { broadcast } from "../ops/broadcast";
import { dot } from "../ops/dot";
import { moveAxis, reshape } from "../ops/layout";
import { add, full, mapped, multiply, scalar, where } from "../ops/map";
import { slice, sliceAxis } from "../ops/slice";

export const subtract = (x: ndarray, y: ndarray): ndarray => mapped(e.subtract, x, y);
export const divide = (x: ndarray, y: ndarray): ndarray => mapped(e.divide, x, y);
export const negative = (x: ndarray): ndarray => mapped(e.negative, x);

/** Multiplies by a plain number. */
export const scaled = (x: ndarray, factor: number): ndarray => multiply(x, scalar(factor, x.dtype));

/** The product of stacks of matrices; both stacks have the same shape. */
export function times(a: ndarray, b: ndarray): ndarray {
  const stack = [...a.shape.keys()].slice(0, -2);
  const [last, lastButOne] = [a.ndim - 1, a.ndim - 2];
  return dot(a, b, { contract: [[last], [lastButOne]], batch: [stack, stack] });
}

/** The transpose of each matrix. */
export const transposed = (x: ndarray): ndarray => moveAxis(x, x.ndim - 1, x.ndim - 2);

/** Half the sum of a matrix and its transpose. */
export const symmetrized = (x: ndarray): ndarray => scaled(add(x, transposed(x)), 0.5);

/** For each place of an m × n matrix whether a condition on its row and column holds. */
function places(m: number, n: number, isIn: (row: number, column: number) => boolean): ndarray {
  const data = new Uint8Array(sizeOf("linalg", [m, n]));
  for (let i = 0; i < data.length; i++) data[i] = isIn(Math.floor(i / n), i % n) ? 1 : 0;
  return new ndarray(data, [m, n], "bool");
}

/** Keeps those elements of each matrix for whose row and column a condition holds, and puts 0 for the others. */
export function keep(x: ndarray, isIn: (row: number, column: number) => boolean): ndarray {
  const [m, n] = x.shape.slice(-2);
  return where(places(m, n, isIn), x, scalar(0, x.dtype));
}

/** The lower triangle, with the diagonal or without. */
export const lowerOf = (x: ndarray, isStrict = false): ndarray =>
  keep(x, (row, column) => (isStrict ? row > column : row >= column));

/** The upper triangle, with the diagonal. */
export const upperOf = (x: ndarray): ndarray => keep(x, (row, column) => row <= column);

/** The diagonal of each matrix. */
export function diagonalOf(x: ndarray): ndarray {
  const stack = x.shape.slice(0, -2);
  const n = Math.min(...x.shape.slice(-2));
  const square = slice(x, {
    starts: x.shape.map(() => 0),
    limits: [...stack, n, n],
    strides: x.shape.map(() => 1),
  });
  return sliceAxis(reshape(square, [...stack, n * n]), stack.length, 0, n * n, n + 1);
}

/** Matrices with these diagonals, and 0 elsewhere. */
export function diagonalMatrix(x: ndarray): ndarray {
  const n = x.shape[x.ndim - 1];
  const rows = broadcast(reshape(x, [...x.shape.slice(0, -1), n, 1]), [...x.shape, n]);
  return keep(rows, (row, column) => row === column);
}

/** Stacks of identity matrices. */
export const identities = (stack: readonly number[], n: number, dtype: ndarray["dtype"]): ndarray =>
  broadcast(
    keep(full(1, [n, n], dtype), (row, column) => row === column),
    [...stack, n, n],
  );

/** A row of numbers for each matrix, such that it broadcasts along its rows, or with "column", its columns. */
export const spread = (x: ndarray, along: "row" | "column"): ndarray =>
  reshape(x, [
    ...x.shape.slice(0, -1),
    ...(along === "row" ? [1] : []),
    x.shape[x.ndim - 1],
    ...(along === "column" ? [1] : []),
  ]);

/** 1 / (xⱼ − xᵢ) in row i and column j, and 0 on the diagonal. */
export function inverseGaps(x: ndarray): ndarray {
  const ones = identities(x.shape.slice(0, -1), x.shape[x.ndim - 1], x.dtype);
  const gaps = subtract(add(ones, spread(x, "row")), spread(x, "column"));
  return subtract(divide(scalar(1, x.dtype), gaps), ones);
}
