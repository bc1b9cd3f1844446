import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxes, readAxisOr, type AxisOr } from "../array/rows";
import { floatingType } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { takeAlong } from "../ops/gather";
import { moveAxis, reshape, transpose } from "../ops/layout";
import { convertType, scalar } from "../ops/map";
import { sort } from "../ops/sort";
import { isTracer } from "../ops/tracer";
import { max, min, sum, type ReduceOptions } from "./reductions";
import { add, ceil, equal, floor, less, maximum, multiply, subtract } from "./ufuncs";
import { where } from "./where";

/** Options of {@link ptp}. */
export type RangeOptions = Omit<ReduceOptions, "where">;

/** What lies at a place between two elements: something in between, one of them, or their middle. */
export type QuantileMethod = "linear" | "lower" | "higher" | "midpoint" | "nearest";

/** Options of {@link median}. */
export type MedianOptions = RangeOptions;

/** Options of {@link quantile} and {@link percentile}. */
export type QuantileOptions = RangeOptions & {
  /** What lies between two elements. Default: "linear", in proportion. */
  method?: QuantileMethod;
};

const methods: readonly QuantileMethod[] = ["linear", "lower", "higher", "midpoint", "nearest"];
const plain: RangeOptions = { axis: null, keepdims: false };

/** Elements between those at the places before and behind, by the method. */
function between(method: QuantileMethod, place: ndarray, at: (place: ndarray) => ndarray): ndarray {
  // Halfway it is the one before.
  if (method === "nearest") return at(ceil(subtract(place, 0.5)));
  if (method === "lower") return at(floor(place));
  if (method === "higher") return at(ceil(place));
  const [low, high] = [at(floor(place)), at(ceil(place))];
  if (method === "midpoint") return multiply(add(low, high), 0.5);
  const share = subtract(place, floor(place));
  // Equal neighbours, of which infinities have no distance, stay what they are.
  const step = where(equal(low, high), 0, subtract(high, low));
  return add(low, multiply(step, share));
}

/** For each share q, what lies between the sorted elements of each row at q·(n − 1); NaN counts or is left out. */
function quantiles(
  functionName: string,
  x: ArrayLike,
  shares: ndarray,
  options: QuantileOptions,
  leavesOut: boolean,
): ndarray {
  const { axis, keepdims, method = "linear" } = options;
  if (!methods.includes(method)) {
    throw new TypeError(
      `${functionName}: expected method to be one of ${methods.join(", ")}, got ${describe(method)}`,
    );
  }
  const given = toArray(functionName, x);
  const axes = readAxes(functionName, axis, given.ndim);
  const length = axes.reduce((product, one) => product * given.shape[one], 1);
  if (length === 0) {
    throw new RangeError(`${functionName}: expected elements, got shape ${formatShape(given.shape)}`);
  }
  const kept = [...given.shape.keys()].filter((one) => !axes.includes(one));
  const rows = kept.map((one) => given.shape[one]);
  const from = convertType(transpose(given, [...kept, ...axes]), floatingType(given.dtype));
  const sorted = sort(reshape(from, [...rows, length]), rows.length);
  const valid = sum(equal(sorted, sorted), { axis: -1, keepdims: true });
  const last = leavesOut
    ? convertType(maximum(subtract(valid, 1), 0), sorted.dtype)
    : scalar(length - 1, sorted.dtype);
  const flat = convertType(reshape(shares, [shares.size]), sorted.dtype);
  const places = broadcast(multiply(flat, last), [...rows, shares.size]);
  const found = between(method, places, (place) =>
    takeAlong(sorted, convertType(place, "int32"), rows.length, "clip"),
  );
  // What is not a number makes the result one, too; so does there being nothing else.
  const isValid = leavesOut ? less(0, valid) : equal(valid, length);
  const result = reshape(moveAxis(where(isValid, found, NaN), rows.length, 0), [...shares.shape, ...rows]);
  if (!keepdims) return result;
  const ones = given.shape.map((one, i) => (axes.includes(i) ? 1 : one));
  return reshape(result, [...shares.shape, ...ones]);
}

/** Reads shares of a whole, which is 1 or 100; those that are followed are not checked. */
function sharesOf(functionName: string, q: ArrayLike, whole: number): ndarray {
  if (q instanceof ndarray && isTracer(q)) return multiply(q, 1 / whole);
  const given = toArray(functionName, q, "float64");
  const wrong = given.tolist() as unknown;
  for (const share of [wrong].flat(Infinity) as number[]) {
    if (!(share >= 0 && share <= whole)) {
      throw new RangeError(`${functionName}: expected q to be between 0 and ${whole}, got ${share}`);
    }
  }
  return multiply(given, 1 / whole);
}

const half = (): ndarray => scalar(0.5, "float64");
const quantileDefaults: QuantileOptions = { ...plain, method: "linear" };

function shared(
  functionName: string,
  x: ArrayLike,
  q: ArrayLike,
  whole: number,
  options: unknown,
  leavesOut: boolean,
): ndarray {
  const read = readAxisOr(functionName, options, quantileDefaults);
  return quantiles(functionName, x, sharesOf(functionName, q, whole), read, leavesOut);
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
export function median(x: ArrayLike, options?: AxisOr<MedianOptions>): ndarray {
  return quantiles("median", x, half(), readAxisOr("median", options, plain), false);
}

/**
 * Finds quantiles: a share q of the elements is smaller.
 *
 * @param x - The elements.
 * @param q - The share, from 0 to 1; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns An array without the reduced axes; with several shares their axes come first.
 * @throws RangeError if there are no elements, or for a share beyond 0 and 1; TypeError for an unknown method.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.quantile.html
 * @example
 * np.quantile([1, 2, 3, 4, 5], 0.25).item(); // 2
 */
export function quantile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return shared("quantile", x, q, 1, options, false);
}

/**
 * Finds percentiles: q percent of the elements are smaller.
 *
 * @param x - The elements.
 * @param q - The percentage, from 0 to 100; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns An array without the reduced axes; with several percentages their axes come first.
 * @throws RangeError if there are no elements, or for a percentage beyond 0 and 100; TypeError for an unknown method.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.percentile.html
 * @example
 * np.percentile([1, 2, 3, 4], 50, { method: "lower" }).item(); // 2
 */
export function percentile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return shared("percentile", x, q, 100, options, false);
}

/**
 * Finds the median of the elements that are numbers, see {@link median}.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there is no number.
 * @throws RangeError if there are no elements.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanmedian.html
 * @example
 * np.nanmedian([1, NaN, 3]).item(); // 2
 */
export function nanmedian(x: ArrayLike, options?: AxisOr<MedianOptions>): ndarray {
  return quantiles("nanmedian", x, half(), readAxisOr("nanmedian", options, plain), true);
}

/**
 * Finds quantiles of the elements that are numbers, see {@link quantile}.
 *
 * @param x - The elements.
 * @param q - The share, from 0 to 1; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there is no number.
 * @throws RangeError if there are no elements, or for a share beyond 0 and 1; TypeError for an unknown method.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanquantile.html
 * @example
 * np.nanquantile([1, NaN, 2, 3], 0.5).item(); // 2
 */
export function nanquantile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return shared("nanquantile", x, q, 1, options, true);
}

/**
 * Finds percentiles of the elements that are numbers, see {@link percentile}.
 *
 * @param x - The elements.
 * @param q - The percentage, from 0 to 100; or several.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns NaN where there is no number.
 * @throws RangeError if there are no elements, or for a percentage beyond 0 and 100; TypeError for an unknown method.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nanpercentile.html
 * @example
 * np.nanpercentile([1, NaN, 2, 3], 50).item(); // 2
 */
export function nanpercentile(x: ArrayLike, q: ArrayLike, options?: AxisOr<QuantileOptions>): ndarray {
  return shared("nanpercentile", x, q, 100, options, true);
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
export function ptp(x: ArrayLike, options?: AxisOr<RangeOptions>): ndarray {
  const read = readAxisOr("ptp", options, plain);
  const from = toArray("ptp", x);
  return subtract(max(from, read), min(from, read));
}
