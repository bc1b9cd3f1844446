import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, sameShape } from "../array/broadcast";
import { checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { concrete } from "../ops/tracer";
import { elementwise } from "./elementwise";
import { all } from "./reductions";

/** How close is close. */
export interface CloseOptions {
  /** Tolerance relative to the second number. Default: 1e-5. */
  rtol?: number;
  /** Absolute tolerance. Default: 1e-8. */
  atol?: number;
  /** Whether NaN is close to NaN. Default: false. */
  equalNan?: boolean;
}

const near: (...args: ArrayLike[]) => ndarray = elementwise({
  name: "isclose",
  inputs: ["x", "y", "rtol", "atol"],
  expression: (x, y, rtol, atol) =>
    e.or(
      e.equal(x, y),
      e.and(
        e.less(e.abs(y), Infinity),
        e.lessEqual(e.abs(e.subtract(x, y)), e.add(atol, e.multiply(rtol, e.abs(y)))),
      ),
    ),
  computing: "inexact",
});
const bothNan: (...args: ArrayLike[]) => ndarray = elementwise({
  name: "isclose",
  inputs: ["x", "y"],
  expression: (x, y) => e.and(e.notEqual(x, x), e.notEqual(y, y)),
});

function compared(functionName: string, x: ArrayLike, y: ArrayLike, options: unknown): ndarray {
  const { rtol, atol, equalNan } = readOptions<CloseOptions>(functionName, options, {
    rtol: 1e-5,
    atol: 1e-8,
    equalNan: false,
  });
  const relative = checkNumber(functionName, "rtol", rtol);
  const absolute = checkNumber(functionName, "atol", atol);
  const [a, b] = [toArray(functionName, x), toArray(functionName, y)];
  broadcastShapes(functionName, a.shape, b.shape);
  const close = near(a, b, relative, absolute);
  return equalNan ? close.logicalOr(bothNan(a, b)) : close;
}

/** Whether every element is true; one that a transformation follows has no answer yet. */
const holds = (functionName: string, truths: ndarray): boolean =>
  concrete(functionName, all(truths)).item() !== 0;

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
  return holds("allclose", compared("allclose", x, y, options));
}

/** Where elements are equal. */
function equals(a: ndarray, b: ndarray, equalNan: boolean | undefined): ndarray {
  return equalNan ? a.equal(b).logicalOr(bothNan(a, b)) : a.equal(b);
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
  return sameShape(a.shape, b.shape) && holds("arrayEqual", equals(a, b, equalNan));
}

/**
 * Tells whether two arrays have equal elements once broadcast.
 *
 * @param x - The first array.
 * @param y - The second array.
 * @returns False, too, if the shapes do not broadcast.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array_equiv.html
 * @example
 * np.arrayEquiv([1, 2], [[1, 2], [1, 2]]); // true
 */
export function arrayEquiv(x: ArrayLike, y: ArrayLike): boolean {
  const [a, b] = [toArray("arrayEquiv", x), toArray("arrayEquiv", y)];
  const lengths = [...a.shape].reverse().map((length, i) => [length, [...b.shape].reverse()[i] ?? 1]);
  const fits = lengths.every(([one, other]) => one === other || one === 1 || other === 1);
  return fits && holds("arrayEquiv", equals(a, b, false));
}
