import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkBroadcasts } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readAxes, readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { rangeOf } from "../array/traits";
import { ones, sum as reducedSum } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType, full, mapped, scalar, where } from "../ops/map";
import { reduce, type Folding } from "../ops/reduce";

/** Options of the functions that reduce axes. */
export interface ReduceOptions {
  /** One axis, a list of axes, or null for all. Default: null. */
  axis?: Axis;
  /** Whether to keep reduced axes with length 1. Default: false. */
  keepdims?: boolean;
  /** Which elements count, broadcast to the array. Default: all. */
  where?: ArrayLike | null;
}

/** Options of the reductions that may start from a value. */
export interface InitialOptions extends ReduceOptions {
  /** The value to start from. Default: the one that changes nothing; for max and min there is none. */
  initial?: number | null;
}

/** Options of `std` and `var`. */
export interface VarianceOptions extends ReduceOptions {
  /** What is subtracted from the number of elements in the divisor. Default: 0. */
  ddof?: number;
}

const reduceDefaults: ReduceOptions = { axis: null, keepdims: false, where: null };
const initialDefaults: InitialOptions = { ...reduceDefaults, initial: null };

/** A way to reduce: what stands for elements that do not count, and in which dtype it works. */
interface Reduction {
  readonly name: string;
  readonly by: "sum" | Folding;
  /** Whether an empty row has a result. */
  readonly ofNothing: boolean;
  readonly neutral: (dtype: DType) => number;
  readonly computing: (dtype: DType) => DType;
}

function apply(
  reduction: Reduction,
  x: ArrayLike,
  options: AxisOr<InitialOptions> | undefined,
  more?: InitialOptions,
): ndarray {
  const { name, by, ofNothing, neutral, computing } = reduction;
  const { axis, keepdims, where: counts, initial } = readAxisOr(name, options, initialDefaults, more);
  const given = toArray(name, x);
  const axes = readAxes(name, axis, given.ndim);
  const begin = initial === null || initial === undefined ? undefined : toArray(name, initial);
  const hasRows = given.shape.every((length, i) => length > 0 || axes.includes(i));
  const isEmpty = axes.some((i) => given.shape[i] === 0);
  if (begin === undefined && !ofNothing && isEmpty && hasRows) {
    throw new RangeError(
      `${name}: expected elements or an initial value, got shape ${formatShape(given.shape)}`,
    );
  }
  const dtype = computing(given.dtype);
  const fill = scalar(neutral(dtype), dtype);
  let from = convertType(given, dtype);
  if (counts !== null && counts !== undefined) {
    if (begin === undefined && !ofNothing)
      throw new TypeError(`${name}: expected an initial value beside where`);
    const mask = convertType(toArray(name, counts), "bool");
    checkBroadcasts(name, mask.shape, from.shape);
    from = where(mask, from, fill);
  }
  let result: ndarray;
  if (isEmpty && !ofNothing) result = full(neutral(dtype), without(from.shape, axes), dtype);
  else result = by === "sum" ? reducedSum(from, axes) : reduce(by, from, axes);
  if (begin !== undefined) result = mapped(combine[by], result, convertType(begin, dtype));
  return keepdims ? reshape(result, ones(given.shape, axes)) : result;
}

const without = (shape: readonly number[], axes: readonly number[]): number[] =>
  shape.filter((_, i) => !axes.includes(i));

/** How a result is combined with the value to start from. */
const combine = {
  sum: e.add,
  prod: e.multiply,
  max: e.maximum,
  min: e.minimum,
  any: e.or,
  all: e.and,
} as const;

/** The dtype of sums and products: at least as wide as an integer of 32 bits. */
const accumulated = (dtype: DType): DType =>
  dtype === "bool" ? "int32" : dtype === "uint8" ? "uint32" : dtype;
const unchanged = (dtype: DType): DType => dtype;

const summing: Reduction = {
  name: "sum",
  by: "sum",
  ofNothing: true,
  neutral: () => 0,
  computing: accumulated,
};
const multiplying: Reduction = { ...summing, name: "prod", by: "prod", neutral: () => 1 };
const largest: Reduction = {
  name: "max",
  by: "max",
  ofNothing: false,
  neutral: (dtype) => rangeOf(dtype).min,
  computing: unchanged,
};
const smallest: Reduction = { ...largest, name: "min", by: "min", neutral: (dtype) => rangeOf(dtype).max };
const findingTrue: Reduction = {
  name: "any",
  by: "any",
  ofNothing: true,
  neutral: () => 0,
  computing: () => "bool",
};
const findingFalse: Reduction = { ...findingTrue, name: "all", by: "all", neutral: () => 1 };

/**
 * Adds elements: Σ x. Integers stay integers (bool becomes int32, uint8 uint32); float32 is added in float64.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @returns The array without the reduced axes.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.sum.html
 * @example
 * np.sum([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [4, 6]
 */
export function sum(x: ArrayLike, options?: AxisOr<InitialOptions>, more?: InitialOptions): ndarray {
  return apply(summing, x, options, more);
}

/**
 * Multiplies elements: Π x.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.prod.html
 * @example
 * np.prod([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [3, 8]
 */
export function prod(x: ArrayLike, options?: AxisOr<InitialOptions>, more?: InitialOptions): ndarray {
  return apply(multiplying, x, options, more);
}

/**
 * Finds the largest element; NaN where there is one.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @throws RangeError if there are no elements and no initial value.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.max.html
 * @example
 * np.max([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [4, 3]
 */
export function max(x: ArrayLike, options?: AxisOr<InitialOptions>, more?: InitialOptions): ndarray {
  return apply(largest, x, options, more);
}

/**
 * Finds the smallest element; NaN where there is one.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @throws RangeError if there are no elements and no initial value.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.min.html
 * @example
 * np.min([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [1, 2]
 */
export function min(x: ArrayLike, options?: AxisOr<InitialOptions>, more?: InitialOptions): ndarray {
  return apply(smallest, x, options, more);
}

/**
 * Tells whether any element is other than 0.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.any.html
 * @example
 * np.any([[false, true], [false, false]], { axis: 1 }).tolist(); // [true, false]
 */
export function any(x: ArrayLike, options?: AxisOr<ReduceOptions>, more?: ReduceOptions): ndarray {
  return apply(findingTrue, x, readAxisOr("any", options, reduceDefaults, more));
}

/**
 * Tells whether all elements are other than 0.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @param more - Options, where the axis is given by itself.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.all.html
 * @example
 * np.all([[true, true], [false, true]], { axis: 1 }).tolist(); // [true, false]
 */
export function all(x: ArrayLike, options?: AxisOr<ReduceOptions>, more?: ReduceOptions): ndarray {
  return apply(findingFalse, x, readAxisOr("all", options, reduceDefaults, more));
}
