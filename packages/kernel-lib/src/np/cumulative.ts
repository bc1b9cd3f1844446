import type { ArrayLike } from "../array/asarray";
import type { AxisOptions } from "./arranging";
import { checkAxis, checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type Spelled } from "../array/options";
import { readAxisOr } from "../array/rows";
import { floatingType } from "../array/traits";
import { concatenate } from "../ops/concatenate";
import { cumulative } from "../ops/cumulative";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { abs, add, equal, greater, less, logicalAnd, notEqual, remainder, subtract } from "./ufuncs";
import { where } from "./where";

function accumulated(functionName: string, x: ArrayLike, options: unknown, by: "sum" | "prod"): ndarray {
  const { axis } = readAxisOr<AxisOptions>(functionName, options, { axis: null });
  const given = toArray(functionName, x);
  const isRow = axis === null || axis === undefined || given.ndim === 0;
  if (isRow && axis !== null && axis !== undefined) checkAxis(functionName, axis, 1);
  const from = isRow ? reshape(given, [given.size]) : given;
  const along = isRow ? 0 : checkAxis(functionName, axis, from.ndim);
  return cumulative(by, from.dtype === "bool" ? convertType(from, "int32") : from, along);
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
  return accumulated("cumsum", x, options, "sum");
}

/**
 * Multiplies elements one after the other: x₀, x₀·x₁, x₀·x₁·x₂ and so on.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.cumprod.html
 * @example
 * np.cumprod([1, 2, 3]).tolist(); // [1, 2, 6]
 */
export function cumprod(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return accumulated("cumprod", x, options, "prod");
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
  const length = x.shape[axis];
  const [before, after] = [sliceAxis(x, axis, 0, length - 1), sliceAxis(x, axis, 1, length)];
  return x.dtype === "bool" ? notEqual(before, after) : subtract(after, before);
}

/** Adds up, or multiplies, the elements that are numbers. */
function withoutNan(functionName: string, x: ArrayLike, options: unknown, by: "sum" | "prod"): ndarray {
  const from = toArray(functionName, x);
  return accumulated(functionName, where(equal(from, from), from, by === "sum" ? 0 : 1), options, by);
}

/**
 * Adds up the elements that are numbers one after the other, see {@link cumsum}.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nancumsum.html
 * @example
 * np.nancumsum([1, NaN, 3]).tolist(); // [1, 1, 4]
 */
export function nancumsum(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return withoutNan("nancumsum", x, options, "sum");
}

/**
 * Multiplies the elements that are numbers one after the other, see {@link cumprod}.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.nancumprod.html
 * @example
 * np.nancumprod([2, NaN, 3]).tolist(); // [2, 2, 6]
 */
export function nancumprod(x: ArrayLike, options?: number | null | AxisOptions): ndarray {
  return withoutNan("nancumprod", x, options, "prod");
}

/** Options of {@link cumulativeSum} and {@link cumulativeProd}. */
export interface CumulativeOptions {
  /** The axis, needed for more than one. Default: the only one. */
  axis?: number | null;
  /** Whether to begin with what nothing adds up to. Default: false. */
  includeInitial?: boolean;
}

function fromInitial(functionName: string, x: ArrayLike, options: unknown, by: "sum" | "prod"): ndarray {
  const read = readOptions<CumulativeOptions>(functionName, options, { axis: null, includeInitial: false });
  const given = toArray(functionName, x);
  if (given.ndim === 0) {
    throw new RangeError(`${functionName}: expected an array of at least one axis, got a single number`);
  }
  if ((read.axis === null || read.axis === undefined) && given.ndim > 1) {
    throw new RangeError(`${functionName}: expected an axis for an array of ${given.ndim} axes, got none`);
  }
  const axis = checkAxis(functionName, read.axis ?? 0, given.ndim);
  const result = accumulated(functionName, given, axis, by);
  if (!read.includeInitial) return result;
  const one = result.shape.map((length, i) => (i === axis ? 1 : length));
  return concatenate([full(by === "sum" ? 0 : 1, one, result.dtype), result], axis);
}

/**
 * Adds up elements one after the other: {@link cumsum} as the array API has it.
 *
 * @param x - The array.
 * @param options - The axis, and whether to begin with 0.
 * @throws RangeError if no axis is named where there are several.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cumulative_sum.html
 * @example
 * np.cumulativeSum([1, 2, 3], { includeInitial: true }).tolist(); // [0, 1, 3, 6]
 */
export function cumulativeSum(x: ArrayLike, options?: Spelled<CumulativeOptions>): ndarray {
  return fromInitial("cumulativeSum", x, options, "sum");
}

/**
 * Multiplies elements one after the other: {@link cumprod} as the array API has it.
 *
 * @param x - The array.
 * @param options - The axis, and whether to begin with 1.
 * @throws RangeError if no axis is named where there are several.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cumulative_prod.html
 * @example
 * np.cumulativeProd([1, 2, 3], { includeInitial: true }).tolist(); // [1, 1, 2, 6]
 */
export function cumulativeProd(x: ArrayLike, options?: Spelled<CumulativeOptions>): ndarray {
  return fromInitial("cumulativeProd", x, options, "prod");
}

/** Options of {@link unwrap}. */
export interface UnwrapOptions {
  /** The largest step that is left as it is. Default: half the period. */
  discont?: number | null;
  /** The axis. Default: -1. */
  axis?: number;
  /** What the values go round. Default: 2π. */
  period?: number;
}

/**
 * Takes jumps out of values that go round, such as angles: adds multiples of the period so that no step is larger than
 * half of it.
 *
 * @param x - The values. Integers become float32.
 * @param options - The period, the axis, and which steps are left.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unwrap.html
 * @example
 * np.unwrap([0, 3, 1, 2], { period: 4 }).tolist(); // [0, -1, -3, -2]
 */
export function unwrap(x: ArrayLike, options?: UnwrapOptions): ndarray {
  const read = readOptions<UnwrapOptions>("unwrap", options, {
    discont: null,
    axis: -1,
    period: 2 * Math.PI,
  });
  const period = checkNumber("unwrap", "period", read.period);
  const largest = checkNumber("unwrap", "discont", read.discont ?? period / 2);
  const given = toArray("unwrap", x);
  const axis = checkAxis("unwrap", read.axis, given.ndim);
  const from = convertType(given, floatingType(given.dtype));
  if (from.shape[axis] === 0) return from;
  const steps = differences(from, axis);
  const rounded = subtract(remainder(add(steps, period / 2), period), period / 2);
  // Half a period upwards stays upwards.
  const near = where(logicalAnd(equal(rounded, -period / 2), greater(steps, 0)), period / 2, rounded);
  const shifts = where(less(abs(steps), largest), 0, subtract(near, steps));
  const first = sliceAxis(from, axis, 0, 1);
  const rest = add(sliceAxis(from, axis, 1, from.shape[axis]), cumulative("sum", shifts, axis));
  return concatenate([first, rest], axis);
}
