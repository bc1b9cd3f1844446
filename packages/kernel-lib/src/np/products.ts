import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, broadcastStrides, formatShape, sameShape, sizeOf, walk } from "../array/broadcast";
import { checkAxes, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType, type DType, type Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { reordered } from "../array/rows";
import { isFloating, makeStorage } from "../array/traits";

/** Both operands in the dtype in which they are multiplied. */
function operands(functionName: string, a: ArrayLike, b: ArrayLike): [ndarray, ndarray, DType] {
  const [x, y] = [toArray(functionName, a), toArray(functionName, b)];
  const dtype = resultType(typeof a === "number" ? a : x, typeof b === "number" ? b : y);
  return [toArray(functionName, x, dtype), toArray(functionName, y, dtype), dtype];
}

/** Multiplies a row of `k` elements with `n` columns of as many, one behind the other, into `out` from `at` on. */
type RowTimes = (row: Storage, columns: Storage, k: number, n: number, out: Storage, at: number) => void;

/** Floats: added up in float64, four columns at once so that each element of the row is read but once for them. */
const floatTimes: RowTimes = (row, columns, k, n, out, at) => {
  let column = 0;
  for (; column + 4 <= n; column += 4) {
    let [a, b, c, d] = [0, 0, 0, 0];
    const first = column * k;
    const [second, third, fourth] = [first + k, first + 2 * k, first + 3 * k];
    for (let i = 0; i < k; i++) {
      const x = row[i];
      a += x * columns[first + i];
      b += x * columns[second + i];
      c += x * columns[third + i];
      d += x * columns[fourth + i];
    }
    out[at + column] = a;
    out[at + column + 1] = b;
    out[at + column + 2] = c;
    out[at + column + 3] = d;
  }
  for (; column < n; column++) {
    let sum = 0;
    for (let i = 0, place = column * k; i < k; i++) sum += row[i] * columns[place + i];
    out[at + column] = sum;
  }
};

/** Integers wrap; the sum of products of truth values is whether one of them is true. */
const integerTimes =
  (bool: boolean): RowTimes =>
  (row, columns, k, n, out, at) => {
    for (let column = 0; column < n; column++) {
      let sum = 0;
      for (let i = 0, place = column * k; i < k; i++) sum = (sum + Math.imul(row[i], columns[place + i])) | 0;
      out[at + column] = bool ? Math.sign(sum) : sum;
    }
  };

/** The transpose of one matrix within a stack, so that its columns are contiguous. */
function columnsOf(data: Storage, start: number, rows: number, columns: number, into: Storage): void {
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++)
      into[column * rows + row] = data[start + row * columns + column];
  }
}

/**
 * Multiplies matrices, or stacks of them: (…, m, k) by (…, k, n) gives (…, m, n). An array of one axis is a row on
 * the left and a column on the right, and that axis is left out of the result. Floats are added up in float64.
 *
 * @throws RangeError if the inner lengths differ, the stacks do not broadcast, or an operand has no axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.matmul.html
 * @example
 * np.matmul([[1, 2], [3, 4]], [[5, 6], [7, 8]]).tolist(); // [[19, 22], [43, 50]]
 */
export function matmul(x: ArrayLike, y: ArrayLike): ndarray {
  return multiplied("matmul", x, y);
}

function multiplied(functionName: string, x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b, dtype] = operands(functionName, x, y);
  if (a.ndim === 0 || b.ndim === 0) {
    throw new RangeError(`${functionName}: expected arrays with axes, got a number (use np.multiply)`);
  }
  const shapeA = a.ndim === 1 ? [1, ...a.shape] : a.shape;
  const shapeB = b.ndim === 1 ? [...b.shape, 1] : b.shape;
  const [m, k] = shapeA.slice(-2);
  const [other, n] = shapeB.slice(-2);
  if (k !== other) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(
      `${functionName}: shapes ${shapes} do not fit: inner lengths ${k} and ${other} differ`,
    );
  }
  const stack = broadcastShapes(functionName, shapeA.slice(0, -2), shapeB.slice(0, -2));
  const shape = [...stack, ...(a.ndim === 1 ? [] : [m]), ...(b.ndim === 1 ? [] : [n])];
  const out = makeStorage(dtype, sizeOf(functionName, shape));
  const placesB: number[] = [];
  walk(stack, broadcastStrides(shapeB.slice(0, -2), stack), (_, offset) => placesB.push(offset));
  const wide: DType = isFloating(dtype) ? "float64" : dtype;
  const columns = makeStorage(wide, k * n);
  const row = makeStorage(wide, k);
  const times = isFloating(dtype) ? floatTimes : integerTimes(dtype === "bool");
  let loaded = -1;
  walk(stack, broadcastStrides(shapeA.slice(0, -2), stack), (index, placeA) => {
    if (placesB[index] !== loaded) {
      loaded = placesB[index];
      columnsOf(b.data, loaded * k * n, k, n, columns);
    }
    for (let i = 0; i < m; i++) {
      const start = (placeA * m + i) * k;
      row.set(a.data.subarray(start, start + k));
      times(row, columns, k, n, out, (index * m + i) * n);
    }
  });
  return new ndarray(out, shape, dtype);
}

/**
 * Multiplies: two vectors to a number (Σ xᵢ yᵢ), two matrices as {@link matmul}, by a number elementwise; otherwise the
 * last axis of the first with the last but one of the second.
 *
 * @throws RangeError if the lengths of these axes differ.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.dot.html
 * @example
 * np.dot([1, 2, 3], [4, 5, 6]).item(); // 32
 */
export function dot(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b, dtype] = operands("dot", x, y);
  if (a.ndim === 0 || b.ndim === 0) {
    const [number, array] = a.ndim === 0 ? [a, b] : [b, a];
    const factor = number.item();
    const data = makeStorage(dtype, array.size);
    for (let i = 0; i < data.length; i++)
      data[i] = isFloating(dtype) ? factor * array.data[i] : Math.imul(factor, array.data[i]);
    return new ndarray(data, array.shape, dtype);
  }
  if (a.ndim <= 2 && b.ndim <= 2) return multiplied("dot", a, b);
  return contracted("dot", a, b, [a.ndim - 1], [Math.max(0, b.ndim - 2)]);
}

/** Adds up products along pairs of axes; the other axes of `a` come first, then those of `b`. */
function contracted(
  functionName: string,
  a: ndarray,
  b: ndarray,
  axesA: readonly number[],
  axesB: readonly number[],
): ndarray {
  const restA = a.shape.map((_, i) => i).filter((i) => !axesA.includes(i));
  const restB = b.shape.map((_, i) => i).filter((i) => !axesB.includes(i));
  const lengths = (x: ndarray, axes: readonly number[]): number[] => axes.map((axis) => x.shape[axis]);
  if (!sameShape(lengths(a, axesA), lengths(b, axesB))) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(`${functionName}: axes of shapes ${shapes} that are multiplied differ in length`);
  }
  const product = (sizes: readonly number[]): number => sizes.reduce((size, length) => size * length, 1);
  const common = product(lengths(a, axesA));
  const left = new ndarray(reordered(a, [...restA, ...axesA]), [product(lengths(a, restA)), common], a.dtype);
  const right = new ndarray(
    reordered(b, [...axesB, ...restB]),
    [common, product(lengths(b, restB))],
    b.dtype,
  );
  const { data, dtype } = multiplied(functionName, left, right);
  return new ndarray(data, [...lengths(a, restA), ...lengths(b, restB)], dtype);
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
 * @see https://numpy.org/doc/stable/reference/generated/numpy.tensordot.html
 * @example
 * np.tensordot(np.ones([2, 3, 4]), np.ones([4, 3]), { axes: [[1, 2], [1, 0]] }).tolist(); // [12, 12]
 */
export function tensordot(
  x: ArrayLike,
  y: ArrayLike,
  options?: TensordotOptions | NonNullable<TensordotOptions["axes"]>,
): ndarray {
  const given = typeof options === "number" || Array.isArray(options) ? { axes: options as never } : options;
  const { axes } = readOptions<TensordotOptions>("tensordot", given, { axes: 2 });
  const [a, b] = operands("tensordot", x, y);
  if (Array.isArray(axes)) {
    const [first, second] = axes as readonly unknown[];
    const [axesA, axesB] = [checkAxes("tensordot", first, a.ndim), checkAxes("tensordot", second, b.ndim)];
    return contracted("tensordot", a, b, axesA, axesB);
  }
  const count = checkInteger("tensordot", "axes", axes, 0);
  if (count > Math.min(a.ndim, b.ndim)) {
    const shapes = `${formatShape(a.shape)} and ${formatShape(b.shape)}`;
    throw new RangeError(`tensordot: expected at most as many axes as shapes ${shapes} have, got ${count}`);
  }
  const range = Array.from({ length: count }, (_, i) => i);
  const fromEnd = checkAxes(
    "tensordot",
    range.map((i) => i - count),
    a.ndim,
  );
  return contracted("tensordot", a, b, fromEnd, checkAxes("tensordot", range, b.ndim));
}

/**
 * Multiplies each number of one vector with each of another: rᵢⱼ = xᵢ yⱼ.
 *
 * @param x - The first vector; other arrays are flattened.
 * @param y - The second vector; likewise.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.outer.html
 * @example
 * np.outer([1, 2], [3, 4]).tolist(); // [[3, 4], [6, 8]]
 */
export function outer(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = [toArray("outer", x), toArray("outer", y)];
  return multiplied(
    "outer",
    new ndarray(a.data, [a.size, 1], a.dtype),
    new ndarray(b.data, [1, b.size], b.dtype),
  );
}
