import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, sameShape } from "../array/broadcast";
import { checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { stretched } from "../array/stretch";

/** How close is close. */
export interface CloseOptions {
  /** Tolerance relative to the second number. Default: 1e-5. */
  rtol?: number;
  /** Absolute tolerance. Default: 1e-8. */
  atol?: number;
  /** Whether NaN is close to NaN. Default: false. */
  equalNan?: boolean;
}

function compared(functionName: string, x: ArrayLike, y: ArrayLike, options: unknown): ndarray {
  const { rtol, atol, equalNan } = readOptions<CloseOptions>(functionName, options, {
    rtol: 1e-5,
    atol: 1e-8,
    equalNan: false,
  });
  const relative = checkNumber(functionName, "rtol", rtol);
  const absolute = checkNumber(functionName, "atol", atol);
  const [a, b] = [toArray(functionName, x), toArray(functionName, y)];
  const shape = broadcastShapes(functionName, a.shape, b.shape);
  const [left, right] = [stretched(functionName, a, shape).data, stretched(functionName, b, shape).data];
  const out = Uint8Array.from(left, (value, i) => {
    const other = right[i];
    if (value === other) return 1;
    if (value !== value && other !== other) return equalNan ? 1 : 0;
    return Number.isFinite(other) && Math.abs(value - other) <= absolute + relative * Math.abs(other) ? 1 : 0;
  });
  return new ndarray(out, shape, "bool");
}

/**
 * Tells elementwise whether two arrays are close: |x − y| ≤ atol + rtol·|y|.
 *
 * @param x - The first array.
 * @param y - The second array, against which the tolerance is measured.
 * @param options - The tolerances, and whether NaN equals NaN.
 * @throws RangeError if the shapes do not broadcast.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.isclose.html
 * @example
 * np.isclose([1, 2], [1.000001, 3]).tolist(); // [true, false]
 */
export function isclose(x: ArrayLike, y: ArrayLike, options?: Spelled<CloseOptions>): ndarray {
  return compared("isclose", x, y, options);
}

/**
 * Tells whether all elements of two arrays are close: |x − y| ≤ atol + rtol·|y|.
 *
 * @param x - The first array.
 * @param y - The second array, against which the tolerance is measured.
 * @param options - The tolerances, and whether NaN equals NaN.
 * @throws RangeError if the shapes do not broadcast.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.allclose.html
 * @example
 * np.allclose([1, 2], [1.000001, 2]); // true
 */
export function allclose(x: ArrayLike, y: ArrayLike, options?: Spelled<CloseOptions>): boolean {
  return compared("allclose", x, y, options).data.every((close) => close === 1);
}

/**
 * Tells whether two arrays have the same shape and equal elements.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @param options - Whether NaN equals NaN.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array_equal.html
 * @example
 * np.arrayEqual([1, 2], [1, 2]); // true
 */
export function arrayEqual(x: ArrayLike, y: ArrayLike, options?: Spelled<{ equalNan?: boolean }>): boolean {
  const { equalNan } = readOptions<{ equalNan?: boolean }>("arrayEqual", options, { equalNan: false });
  const [a, b] = [toArray("arrayEqual", x), toArray("arrayEqual", y)];
  if (!sameShape(a.shape, b.shape)) return false;
  const other = b.data;
  return a.data.every(
    (value: number, i: number) =>
      value === other[i] || (equalNan === true && value !== value && other[i] !== other[i]),
  );
}
