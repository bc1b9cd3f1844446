import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape } from "../array/broadcast";
import { checkAxes, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions } from "../array/options";
import { dot as contracted, type DotParams } from "../ops/dot";
import { reshape } from "../ops/layout";
import { alongAxes, contraction } from "./contraction";
import { combined } from "./operands";
import { multiply } from "./ufuncsArithmetic";

/**
 * Multiplies matrices, or stacks of them: (…, m, k) by (…, k, n) gives (…, m, n). An array of one axis is a row on
 * the left and a column on the right, and that axis is left out of the result. Floats are added up as exactly as JAX
 * does or better.
 *
 * @param x - The matrix on the left, a stack of them, or a vector.
 * @param y - The matrix on the right, a stack of them, or a vector.
 * @throws RangeError if the inner lengths differ, the stacks do not broadcast, or an operand has no axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.matmul.html
 * @example
 * np.matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).tolist(); // [[19, 22], [43, 50]]
 */
export function matmul(x: ArrayLike, y: ArrayLike): ndarray {
  return multiplied("matmul", x, y);
}

const products: Readonly<Record<number, DotParams>> = {
  1: { contract: [[0], [0]], batch: [[], []] },
  2: { contract: [[1], [0]], batch: [[], []] },
};

/** The product of matrices; an array of one axis is a row on the left and a column on the right. */
function multiplied(functionName: string, x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = combined(functionName, [x, y]);
  if (a.ndim === 0 || b.ndim === 0) {
    throw new RangeError(`${functionName}: expected arrays with axes, got a number (use np.multiply)`);
  }
  const k = a.shape[a.ndim - 1];
  const other = b.shape[Math.max(0, b.ndim - 2)];
  if (k !== other) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(
      `${functionName}: shapes ${shapes} do not fit: inner lengths ${k} and ${other} differ`,
    );
  }
  if (a.ndim <= 2 && b.ndim <= 2) return contracted(a, b, products[a.ndim]);
  const stack = broadcastShapes(functionName, a.shape.slice(0, -2), b.shape.slice(0, -2));
  const names = stack.map((_, axis) => String(axis));
  const [rows, columns] = [a.ndim > 1 ? ["row"] : [], b.ndim > 1 ? ["column"] : []];
  const stackOf = (one: ndarray): string[] => names.slice(names.length - Math.max(0, one.ndim - 2));
  return contraction(
    functionName,
    [
      { x: a, labels: [...stackOf(a), ...rows, "inner"] },
      { x: b, labels: [...stackOf(b), "inner", ...columns] },
    ],
    [...names, ...rows, ...columns],
  );
}

/**
 * Multiplies: two vectors to a number (Σ xᵢ yᵢ), two matrices as {@link matmul}, by a number elementwise; otherwise the
 * last axis of the first with the last but one of the second.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @throws RangeError if the lengths of these axes differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.dot.html
 * @example
 * np.dot([1, 2, 3], [4, 5, 6]).item(); // 32
 */
export function dot(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = [toArray("dot", x), toArray("dot", y)];
  if (a.ndim === 0 || b.ndim === 0) return multiply(x, y);
  if (a.ndim <= 2 && b.ndim <= 2) return multiplied("dot", a, b);
  return alongAxes("dot", a, b, [a.ndim - 1], [Math.max(0, b.ndim - 2)]);
}

/** Options of {@link tensordot}. */
export interface TensordotOptions {
  /** How many axes, last of the first and first of the second; or the axes of the first, and of the second. Default: 2. */
  axes?: number | readonly [number | readonly number[], number | readonly number[]];
}

/**
 * Multiplies along pairs of axes and adds up.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @param options - The number of axes, two lists of axes, or options.
 * @throws RangeError if the lengths of these axes differ.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tensordot.html
 * @example
 * np.tensordot(np.ones([2, 3, 4]), np.ones([4, 3]), { axes: [[1, 2], [1, 0]] }).tolist(); // [12, 12]
 */
export function tensordot(
  x: ArrayLike,
  y: ArrayLike,
  options?: TensordotOptions | NonNullable<TensordotOptions["axes"]>,
): ndarray {
  const given = options === undefined || isPlainObject(options) ? options : { axes: options };
  const { axes } = readOptions<TensordotOptions>("tensordot", given, { axes: 2 });
  const [a, b] = combined("tensordot", [x, y]);
  if (Array.isArray(axes)) {
    const [first, second] = axes as readonly unknown[];
    const [axesA, axesB] = [checkAxes("tensordot", first, a.ndim), checkAxes("tensordot", second, b.ndim)];
    return alongAxes("tensordot", a, b, axesA, axesB);
  }
  const count = checkInteger("tensordot", "axes", axes, 0);
  if (count > Math.min(a.ndim, b.ndim)) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(`tensordot: expected at most as many axes as shapes ${shapes} have, got ${count}`);
  }
  const range = Array.from({ length: count }, (_, i) => i);
  return alongAxes(
    "tensordot",
    a,
    b,
    range.map((i) => a.ndim - count + i),
    range,
  );
}

/**
 * Multiplies each number of one vector with each of another: rᵢⱼ = xᵢ yⱼ.
 *
 * @param x - The first vector; other arrays are flattened.
 * @param y - The second vector; likewise.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.outer.html
 * @example
 * np.outer([1, 2], [3, 4]).tolist(); // [[3, 4], [6, 8]]
 */
export function outer(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = combined("outer", [x, y]);
  return multiply(reshape(a, [a.size, 1]), reshape(b, [1, b.size]));
}
