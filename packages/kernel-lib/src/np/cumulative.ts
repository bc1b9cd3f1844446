import type { ArrayLike } from "../array/asarray";
import type { AxisOptions } from "./arranging";
import { checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions } from "../array/options";
import { mapRows, readAxisOr, rowsOf } from "../array/rows";
import { sizeOf } from "../array/broadcast";
import { isFloating, makeStorage } from "../array/traits";

/** Combines what has been collected so far with the next element. */
function accumulated(
  functionName: string,
  x: ArrayLike,
  options: unknown,
  first: number,
  step: (dtype: DType) => (sum: number, next: number) => number,
): ndarray {
  const { axis } = readAxisOr<AxisOptions>(functionName, options, { axis: null });
  const given = toArray(functionName, x);
  const flat = axis === null || axis === undefined;
  const from = flat ? new ndarray(given.data, [given.size], given.dtype) : given;
  const rows = rowsOf(functionName, from, flat ? 0 : checkAxis(functionName, axis, from.ndim));
  const dtype = from.dtype === "bool" ? "int32" : from.dtype;
  const combine = step(dtype);
  return mapRows(from, rows, dtype, (data, out, start, length, distance) => {
    let sum = first;
    for (let i = 0, at = start; i < length; i++, at += distance) {
      sum = combine(sum, data[at]);
      out[at] = sum;
    }
  });
}

/**
 * Adds up elements one after the other: x₀, x₀ + x₁, … Sums of float32 are kept in float64 and rounded once each.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.cumsum.html
 * @example
 * np.cumsum([1, 2, 3]).tolist(); // [1, 3, 6]
 */
export function cumsum(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return accumulated("cumsum", x, options, 0, (dtype) =>
    isFloating(dtype) ? (sum, next) => sum + next : (sum, next) => (sum + next) | 0,
  );
}

/**
 * Multiplies elements one after the other: x₀, x₀·x₁, …
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.cumprod.html
 * @example
 * np.cumprod([1, 2, 3]).tolist(); // [1, 2, 6]
 */
export function cumprod(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return accumulated("cumprod", x, options, 1, (dtype) =>
    isFloating(dtype) ? (product, next) => product * next : Math.imul,
  );
}

/** Options of {@link diff}. */
export interface DiffOptions {
  /** How many times to take differences. Default: 1. */
  n?: number;
  /** The axis. Default: -1. */
  axis?: number;
}

/**
 * Computes the differences of neighbours: xᵢ₊₁ − xᵢ. Of truth values, whether they differ.
 *
 * @param x - The array.
 * @param options - How many times, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.diff.html
 * @example
 * np.diff([1, 4, 9]).tolist(); // [3, 5]
 */
export function diff(x: ArrayLike, options?: number | DiffOptions): ndarray {
  const given = options === undefined || isPlainObject(options) ? options : { n: options };
  const read = readOptions<DiffOptions>("diff", given, { n: 1, axis: -1 });
  const times = checkInteger("diff", "n", read.n, 0);
  let result = toArray("diff", x);
  const axis = checkAxis("diff", read.axis, result.ndim);
  for (let i = 0; i < times && result.shape[axis] > 0; i++) result = differences(result, axis);
  return result;
}

function differences(x: ndarray, axis: number): ndarray {
  const { data, dtype } = x;
  const length = x.shape[axis];
  const shape = x.shape.map((size, i) => (i === axis ? Math.max(0, size - 1) : size));
  const inner = x.shape.slice(axis + 1).reduce((product, size) => product * size, 1);
  const out = makeStorage(dtype, sizeOf("diff", shape));
  const block = shape[axis] * inner;
  for (let at = 0; at < out.length; at++) {
    const from = Math.floor(at / block) * length * inner + (at % block);
    out[at] = dtype === "bool" ? data[from + inner] ^ data[from] : data[from + inner] - data[from];
  }
  return new ndarray(out, shape, dtype);
}
