import type { ArrayLike } from "../array/asarray";
import { formatShape, sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import type { ReduceOptions } from "./reductions";
import { max, min } from "./reductions";
import { readAxisOr, reduceRows, rowsOf, type AxisOr } from "../array/rows";
import { floatingType, makeStorage } from "../array/traits";
import { subtract } from "./ufuncs";

/** Options of {@link median}, {@link quantile} and {@link percentile}. */
export type QuantileOptions = Omit<ReduceOptions, "where">;

const defaults: QuantileOptions = { axis: null, keepdims: false };

/** For each share q, what lies between the sorted elements of each row at q·(n − 1). */
function quantiles(functionName: string, x: ArrayLike, shares: ndarray, options: unknown): ndarray {
  const { axis, keepdims } = readAxisOr<QuantileOptions>(functionName, options, defaults);
  const from = toArray(functionName, x);
  const rows = rowsOf(functionName, from, axis);
  if (rows.length === 0)
    throw new RangeError(`${functionName}: expected elements, got shape ${formatShape(from.shape)}`);
  const dtype = floatingType(from.dtype);
  const sorted = makeStorage(from.dtype, rows.length);
  const kept = keepdims ? rows.ones : rows.kept;
  const shape = [...shares.shape, ...kept];
  const out = makeStorage(dtype, sizeOf(functionName, shape));
  reduceRows(rows, dtype, false, (data, start, length, step, row) => {
    for (let i = 0; i < length; i++) sorted[i] = data[start + i * step];
    sorted.sort();
    // What is not a number is last, and makes the result one, too.
    const valid = sorted[length - 1] === sorted[length - 1];
    shares.data.forEach((q: number, i: number) => {
      out[i * rows.count + row] = valid ? between(sorted, q * (length - 1)) : NaN;
    });
    return 0;
  });
  return new ndarray(out, shape, dtype);
}

function between(sorted: Storage, place: number): number {
  const low = Math.floor(place);
  const [a, b] = [sorted[low], sorted[Math.min(low + 1, sorted.length - 1)]];
  return a === b ? a : a + (b - a) * (place - low);
}

/** Checks shares of a whole, which is 1 or 100. */
function sharesOf(functionName: string, q: ArrayLike, whole: number): ndarray {
  const given = toArray(functionName, q, "float64");
  const wrong = given.data.find((share: number) => !(share >= 0 && share <= whole));
  if (wrong !== undefined) {
    throw new RangeError(`${functionName}: expected q to be between 0 and ${whole}, got ${wrong}`);
  }
  const data = Float64Array.from(given.data, (share) => share / whole);
  return new ndarray(data, given.shape, "float64");
}

/**
 * Finds the median: half of the elements are smaller, half are larger.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @throws RangeError if there are no elements.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.median.html
 * @example
 * np.median([1, 5, 2, 4]).item(); // 3
 */
export function median(x: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return quantiles("median", x, new ndarray(Float64Array.of(0.5), [], "float64"), options);
}

/**
 * Finds quantiles: a share q of the elements is smaller. Between two elements it is interpolated.
 *
 * @param x - The elements.
 * @param q - The share, from 0 to 1; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns An array without the reduced axes; with several shares their axes come first.
 * @throws RangeError if there are no elements, or for a share beyond 0 and 1.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 * @example
 * np.quantile([1, 2, 3, 4, 5], 0.25).item(); // 2
 */
export function quantile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return quantiles("quantile", x, sharesOf("quantile", q, 1), options);
}

/**
 * Finds percentiles: q percent of the elements are smaller. Between two elements it is interpolated.
 *
 * @param x - The elements.
 * @param q - The percentage, from 0 to 100; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns An array without the reduced axes; with several percentages their axes come first.
 * @throws RangeError if there are no elements, or for a percentage beyond 0 and 100.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.percentile.html
 * @example
 * np.percentile([1, 2, 3, 4, 5], 25).item(); // 2
 */
export function percentile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return quantiles("percentile", x, sharesOf("percentile", q, 100), options);
}

/**
 * Computes the range, the largest element less the smallest.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @throws RangeError if there are no elements.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ptp.html
 * @example
 * np.ptp([1, 5, 2]).item(); // 4
 */
export function ptp(x: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  const read = readAxisOr<QuantileOptions>("ptp", options, defaults);
  const from = toArray("ptp", x);
  return subtract(max(from, read), min(from, read));
}
