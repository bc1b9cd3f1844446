import type { ArrayLike } from "../array/asarray";
import { stridesOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { elementsOf, ndarray } from "../array/ndarray";
import { readAxisOr, type AxisOr } from "../array/rows";
import { convertType } from "../ops/map";
import { concrete } from "../ops/tracer";
import { sum, type ReduceOptions } from "./reductions";

/** Where the elements other than 0 are: flat, and along each axis. */
function places(functionName: string, x: ArrayLike): { from: ndarray; along: Int32Array[]; count: number } {
  const from = concrete(functionName, toArray(functionName, x));
  const found: number[] = [];
  elementsOf(from).forEach((value: number, i: number) => {
    if (value !== 0) found.push(i);
  });
  const strides = stridesOf(from.shape);
  const along = from.shape.map((length, axis) =>
    Int32Array.from(found, (at) => Math.floor(at / strides[axis]) % length),
  );
  return { from, along, count: found.length };
}

/**
 * Finds the indices of the elements other than 0.
 *
 * @param x - The array.
 * @returns Indices, int32, in an array for each axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nonzero.html
 * @example
 * np.nonzero([0, 3, 0, 5])[0].tolist(); // [1, 3]
 */
export function nonzero(x: ArrayLike): ndarray[] {
  const { along, count } = places("nonzero", x);
  return along.map((indices) => new ndarray(indices, [count], "int32"));
}

/**
 * Finds the indices of the elements other than 0, a row for each of them.
 *
 * @param x - The array.
 * @returns An array of int32 with a column for each axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.argwhere.html
 * @example
 * np.argwhere([[0, 3], [5, 0]]).tolist(); // [[0, 1], [1, 0]]
 */
export function argwhere(x: ArrayLike): ndarray {
  const { from, along, count } = places("argwhere", x);
  const out = new Int32Array(count * from.ndim);
  along.forEach((indices, axis) => {
    for (let i = 0; i < count; i++) out[i * from.ndim + axis] = indices[i];
  });
  return new ndarray(out, [count, from.ndim], "int32");
}

/**
 * Counts the elements other than 0.
 *
 * @param x - The array.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns Counts, int32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.count_nonzero.html
 * @example
 * np.countNonzero([0, 3, 0, 5]).item(); // 2
 */
export function countNonzero(x: ArrayLike, options?: AxisOr<Omit<ReduceOptions, "where">>): ndarray {
  const plain: Omit<ReduceOptions, "where"> = { axis: null, keepdims: false };
  return sum(convertType(toArray("countNonzero", x), "bool"), readAxisOr("countNonzero", options, plain));
}
