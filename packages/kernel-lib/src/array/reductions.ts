import type { ArrayLike } from "./asarray";
import { formatShape } from "./broadcast";
import { checkNumber } from "./checks";
import { toArray } from "./coerce";
import type { DType, Storage } from "./dtype";
import { ndarray } from "./ndarray";
import { readAxisOr, reduceRows, rowsOf, type Axis, type AxisOr } from "./rows";
import { stretched } from "./stretch";
import { sumOf } from "./summation";
import { floatingType, isFloating, makeStorage, rangeOf } from "./traits";

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

type RowReducer = (data: Storage, start: number, length: number, step: number) => number;

interface Reduction {
  readonly name: string;
  /** What changes nothing; absent where an empty row has no result. */
  readonly identity?: number;
  /** What stands for an element that does not count. */
  readonly neutral: (dtype: DType) => number;
  readonly result: (dtype: DType) => DType;
  readonly reducer: (dtype: DType) => RowReducer;
}

function apply(reduction: Reduction, x: ArrayLike, options: AxisOr<InitialOptions> | undefined): ndarray {
  const { name, identity } = reduction;
  const { axis, keepdims, where, initial } = readAxisOr(name, options, initialDefaults);
  const from = toArray(name, x);
  const counted = where === null || where === undefined ? from : masked(name, from, where, reduction);
  const rows = rowsOf(name, counted, axis);
  const begin = initial === null || initial === undefined ? identity : checkNumber(name, "initial", initial);
  if (begin === undefined && rows.length === 0 && rows.count > 0) {
    throw new RangeError(
      `${name}: expected elements or an initial value, got shape ${formatShape(from.shape)}`,
    );
  }
  if (begin === undefined && counted !== from) {
    throw new TypeError(`${name}: expected an initial value beside where`);
  }
  const reducer = reduction.reducer(from.dtype);
  if (begin === undefined || begin === identity)
    return reduceRows(rows, reduction.result(from.dtype), !!keepdims, reducer);
  const pair = makeStorage(floatingType(from.dtype) === from.dtype ? from.dtype : "float64", 2);
  return reduceRows(rows, reduction.result(from.dtype), !!keepdims, (data, start, length, step) => {
    if (length === 0) return begin;
    pair[0] = begin;
    pair[1] = reducer(data, start, length, step);
    return reducer(pair, 0, 2, 1);
  });
}

/** A copy in which elements that do not count are neutral. */
function masked(name: string, x: ndarray, where: ArrayLike, { neutral }: Reduction): ndarray {
  const mask = stretched(name, toArray(name, where), x.shape);
  const fill = neutral(x.dtype);
  const data = x.data.slice();
  for (let i = 0; i < data.length; i++) if (!mask.data[i]) data[i] = fill;
  return new ndarray(data, x.shape, x.dtype);
}

/** The dtype of sums and products: at least as wide as an integer of 32 bits. */
const accumulated = (dtype: DType): DType =>
  dtype === "bool" ? "int32" : dtype === "uint8" ? "uint32" : dtype;
const unchanged = (dtype: DType): DType => dtype;

const summing: Reduction = {
  name: "sum",
  identity: 0,
  neutral: () => 0,
  result: accumulated,
  reducer: sumOf,
};

const multiplying: Reduction = {
  name: "prod",
  identity: 1,
  neutral: () => 1,
  result: accumulated,
  reducer: (dtype) => {
    const times = isFloating(dtype)
      ? (a: number, b: number) => a * b
      : accumulated(dtype) === "int32"
        ? Math.imul
        : (a: number, b: number) => Math.imul(a, b) >>> 0;
    return (data, start, length, step) => {
      let product = 1;
      for (let i = 0, at = start; i < length; i++, at += step) product = times(product, data[at]);
      return product;
    };
  },
};

const largest: Reduction = {
  name: "max",
  neutral: (dtype) => rangeOf(dtype).min,
  result: unchanged,
  reducer: () => (data, start, length, step) => {
    let most = data[start];
    if (most !== most) return NaN;
    for (let i = 1, at = start + step; i < length; i++, at += step) {
      // Neither smaller nor equal: larger, or not a number.
      if (!(data[at] <= most)) {
        most = data[at];
        if (most !== most) return NaN;
      }
    }
    return most;
  },
};

const smallest: Reduction = {
  name: "min",
  neutral: (dtype) => rangeOf(dtype).max,
  result: unchanged,
  reducer: () => (data, start, length, step) => {
    let least = data[start];
    if (least !== least) return NaN;
    for (let i = 1, at = start + step; i < length; i++, at += step) {
      if (!(data[at] >= least)) {
        least = data[at];
        if (least !== least) return NaN;
      }
    }
    return least;
  },
};

/** `all` looks for a false element, `any` for a true one. */
const searching = (name: string, wanted: boolean): Reduction => ({
  name,
  identity: wanted ? 0 : 1,
  neutral: () => (wanted ? 0 : 1),
  result: () => "bool",
  reducer: () => (data, start, length, step) => {
    for (let i = 0, at = start; i < length; i++, at += step) {
      if ((data[at] !== 0) === wanted) return wanted ? 1 : 0;
    }
    return wanted ? 0 : 1;
  },
});
const findingTrue = searching("any", true);
const findingFalse = searching("all", false);

/**
 * Adds elements: Σ x. Integers stay integers (bool becomes int32, uint8 uint32); float32 is added in float64.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns The array without the reduced axes.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.sum.html
 * @example
 * np.sum([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [4, 6]
 */
export function sum(x: ArrayLike, options?: AxisOr<InitialOptions>): ndarray {
  return apply(summing, x, options);
}

/**
 * Multiplies elements: Π x.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.prod.html
 * @example
 * np.prod([[1, 2], [3, 4]], { axis: 0 }).tolist(); // [3, 8]
 */
export function prod(x: ArrayLike, options?: AxisOr<InitialOptions>): ndarray {
  return apply(multiplying, x, options);
}

/**
 * Finds the largest element; NaN where there is one.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @throws RangeError if there are no elements and no initial value.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.max.html
 * @example
 * np.max([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [4, 3]
 */
export function max(x: ArrayLike, options?: AxisOr<InitialOptions>): ndarray {
  return apply(largest, x, options);
}

/**
 * Finds the smallest element; NaN where there is one.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @throws RangeError if there are no elements and no initial value.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.min.html
 * @example
 * np.min([[1, 4], [3, 2]], { axis: 1 }).tolist(); // [1, 2]
 */
export function min(x: ArrayLike, options?: AxisOr<InitialOptions>): ndarray {
  return apply(smallest, x, options);
}

/**
 * Tells whether any element is other than 0.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.any.html
 * @example
 * np.any([[false, true], [false, false]], { axis: 1 }).tolist(); // [true, false]
 */
export function any(x: ArrayLike, options?: AxisOr<ReduceOptions>): ndarray {
  return apply(findingTrue, x, readAxisOr("any", options, reduceDefaults));
}

/**
 * Tells whether all elements are other than 0.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.all.html
 * @example
 * np.all([[true, true], [false, true]], { axis: 1 }).tolist(); // [true, false]
 */
export function all(x: ArrayLike, options?: AxisOr<ReduceOptions>): ndarray {
  return apply(findingFalse, x, readAxisOr("all", options, reduceDefaults));
}
