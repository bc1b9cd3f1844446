import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxes } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { readAxes, type Axis } from "../array/rows";
import { floatingType } from "../array/traits";
import { ones } from "../ops/broadcast";
import { reshape, transpose } from "../ops/layout";
import { convertType } from "../ops/map";
import { max, min, sum } from "../np/reductions";
import { power, sqrt, square } from "../np/ufuncs";
import { abs } from "../np/ufuncsArithmetic";
import { notEqual } from "../np/ufuncsComparison";
import { svdvals } from "./decompositions";

/** Which norm of vectors: the root of that order of the sum of its powers; ±Infinity for the extremes. */
export type VectorOrder = number;
/** Which norm of matrices: "fro" and "nuc", the largest (smallest) sum of columns (±1) or rows (±Infinity), or singular value (±2). */
export type MatrixOrder = "fro" | "nuc" | 1 | -1 | 2 | -2 | number;

/** Of |x| along axes, which stay with length 1. */
function vectorNormOf(functionName: string, x: ndarray, order: unknown, axes: number[]): ndarray {
  const along = { axis: axes, keepdims: true };
  if (typeof order !== "number" || Number.isNaN(order)) {
    throw new TypeError(`${functionName}: expected ord of vectors to be a number, got ${describe(order)}`);
  }
  if (order === Infinity) return max(abs(x), along);
  if (order === -Infinity) return min(abs(x), along);
  if (order === 0) return sum(convertType(notEqual(x, 0), x.dtype), along);
  if (order === 1) return sum(abs(x), along);
  if (order === 2) return sqrt(sum(square(x), along));
  return power(sum(power(abs(x), order), along), 1 / order);
}

/** Of matrices along two axes, which stay with length 1. */
function matrixNormOf(
  functionName: string,
  x: ndarray,
  order: unknown,
  rows: number,
  columns: number,
): ndarray {
  const sums = (axis: number): ndarray => sum(abs(x), { axis, keepdims: true });
  if (order === "fro") return sqrt(sum(square(x), { axis: [rows, columns], keepdims: true }));
  if (order === 1) return max(sums(rows), { axis: columns, keepdims: true });
  if (order === -1) return min(sums(rows), { axis: columns, keepdims: true });
  if (order === Infinity) return max(sums(columns), { axis: rows, keepdims: true });
  if (order === -Infinity) return min(sums(columns), { axis: rows, keepdims: true });
  if (order !== 2 && order !== -2 && order !== "nuc") {
    throw new TypeError(
      `${functionName}: expected ord of matrices to be "fro", "nuc", ±1, ±2 or ±Infinity, got ${describe(order)}`,
    );
  }
  const rest = [...x.shape.keys()].filter((axis) => axis !== rows && axis !== columns);
  const values = svdvals(transpose(x, [...rest, rows, columns]));
  const reduce = order === "nuc" ? sum : order === 2 ? max : min;
  return reshape(reduce(values, { axis: -1 }), ones(x.shape, [rows, columns]));
}

const readFloats = (functionName: string, x: ArrayLike): ndarray => {
  const given = toArray(functionName, x);
  return convertType(given, floatingType(given.dtype));
};

const without = (x: ndarray, axes: readonly number[], keepdims: boolean | undefined): ndarray =>
  keepdims
    ? x
    : reshape(
        x,
        x.shape.filter((_, axis) => !axes.includes(axis)),
      );

/** Options of {@link norm}. */
export interface NormOptions {
  /** Which norm. Default: null, the root of the sum of all squares. */
  ord?: VectorOrder | MatrixOrder | null;
  /** One axis of vectors, two of matrices, or null for all of them. Default: null. */
  axis?: number | readonly [number, number] | null;
  /** Whether to keep these axes with length 1. Default: false. */
  keepdims?: boolean;
}

/**
 * Measures vectors or matrices; without options √Σ|xᵢ|². At 0 the derivative of a root is NaN, as in JAX.
 *
 * @param x - The array.
 * @param options - Which norm, or options.
 * @throws TypeError for a norm that vectors, or matrices, do not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.norm.html
 * @example
 * np.linalg.norm([3, 4]).item(); // 5
 * np.linalg.norm([[1, 2], [3, 4]], { ord: 1, axis: 0 }).tolist(); // [4, 6]
 */
export function norm(x: ArrayLike, options?: NormOptions["ord"] | NormOptions): ndarray {
  const given = options === undefined || isPlainObject(options) ? options : { ord: options };
  const { ord, axis, keepdims } = readOptions<NormOptions>("norm", given, {
    ord: null,
    axis: null,
    keepdims: false,
  });
  const from = readFloats("norm", x);
  const axes =
    axis === null || axis === undefined ? [...from.shape.keys()] : checkAxes("norm", axis, from.ndim);
  const isDefault = ord === null || ord === undefined;
  if (!isDefault || (axis !== null && axis !== undefined)) {
    if (axes.length !== 1 && axes.length !== 2) {
      throw new RangeError(
        `norm: expected one axis of vectors or two of matrices, got ${axes.length} of shape ${formatShape(from.shape)}`,
      );
    }
  }
  if (isDefault) return without(vectorNormOf("norm", from, 2, axes), axes, keepdims);
  const result =
    axes.length === 1
      ? vectorNormOf("norm", from, ord, axes)
      : matrixNormOf("norm", from, ord, axes[0], axes[1]);
  return without(result, axes, keepdims);
}

/** Options of {@link vectorNorm}. */
export interface VectorNormOptions {
  /** One axis, a list of axes, or null for all elements as one vector. Default: null. */
  axis?: Axis;
  /** Whether to keep these axes with length 1. Default: false. */
  keepdims?: boolean;
  /** The order. Default: 2. */
  ord?: VectorOrder;
}

/**
 * Measures vectors: (Σ|xᵢ|ᵖ)^(1/p), the largest |xᵢ| for p = Infinity, the number of elements other than 0 for p = 0.
 *
 * @param x - The array.
 * @param options - The axes, and the order p.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.vector_norm.html
 * @example
 * np.linalg.vectorNorm([[3, 4], [6, 8]], { axis: 1 }).tolist(); // [5, 10]
 */
export function vectorNorm(x: ArrayLike, options?: VectorNormOptions): ndarray {
  const { axis, keepdims, ord } = readOptions<VectorNormOptions>("vectorNorm", options, {
    axis: null,
    keepdims: false,
    ord: 2,
  });
  const from = readFloats("vectorNorm", x);
  const axes = readAxes("vectorNorm", axis, from.ndim);
  return without(vectorNormOf("vectorNorm", from, ord, axes), axes, keepdims);
}

/** Options of {@link matrixNorm}. */
export interface MatrixNormOptions {
  /** Whether to keep the last two axes with length 1. Default: false. */
  keepdims?: boolean;
  /** Which norm. Default: "fro", the root of the sum of squares. */
  ord?: MatrixOrder;
}

/**
 * Measures matrices, which lie along the last two axes.
 *
 * @param x - Matrices (…, m, n).
 * @param options - Which norm.
 * @throws RangeError if there are fewer than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.matrix_norm.html
 * @example
 * np.linalg.matrixNorm([[1, 2], [2, 4]]).item(); // 5
 */
export function matrixNorm(x: ArrayLike, options?: MatrixNormOptions): ndarray {
  const { keepdims, ord } = readOptions<MatrixNormOptions>("matrixNorm", options, {
    keepdims: false,
    ord: "fro",
  });
  const from = readFloats("matrixNorm", x);
  if (from.ndim < 2) {
    throw new RangeError(`matrixNorm: expected matrices, got shape ${formatShape(from.shape)}`);
  }
  const axes = [from.ndim - 2, from.ndim - 1];
  return without(matrixNormOf("matrixNorm", from, ord, axes[0], axes[1]), axes, keepdims);
}
