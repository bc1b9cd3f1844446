import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { isFloating } from "../array/traits";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { searchsorted } from "../ops/searchsorted";
import { sliceAxis } from "../ops/slice";
import { concrete } from "../ops/tracer";
import { flip } from "./arranging";
import { max } from "./reductions";
import { lessEqual, subtract } from "./ufuncs";
import { where } from "./where";

import { tally, weightsOf } from "./tally";
/** Options of {@link bincount}. */
export interface BincountOptions {
  /** How much each number counts. Default: 1. */
  weights?: ArrayLike | null;
  /** The least number of counts. Default: 0. */
  minlength?: number;
  /** The number of counts, whatever the numbers are; needed where a transformation follows them. Default: as needed. */
  length?: number | null;
}

/**
 * Counts how often each whole number occurs: 0, 1, 2, … Negative ones count as 0, as in JAX.
 *
 * @param x - Whole numbers, in one axis.
 * @param options - Weights, and how many counts there are to be.
 * @throws RangeError for more axes than one, or not one weight for each number; TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bincount.html
 * @example
 * np.bincount(np.array([1, 3, 1], "int32")).tolist(); // [0, 2, 0, 1]
 */
export function bincount(x: ArrayLike, options?: BincountOptions): ndarray {
  const defaults: BincountOptions = { weights: null, minlength: 0, length: null };
  const read = readOptions("bincount", options, defaults);
  const given = toArray("bincount", x);
  if (given.ndim !== 1)
    throw new RangeError(`bincount: expected numbers in one axis, got ${describe(given)}`);
  const isList = !(x instanceof ndarray);
  if (isFloating(given.dtype) && !isList) {
    throw new TypeError(`bincount: expected integers, got ${given.dtype}`);
  }
  const numbers = convertType(given, "int32");
  const least = checkInteger("bincount", "minlength", read.minlength, 0);
  const largest = (): number => (numbers.size === 0 ? -1 : concrete("bincount", max(numbers)).item());
  const length =
    read.length === null || read.length === undefined
      ? Math.max(least, largest() + 1)
      : checkInteger("bincount", "length", read.length, 0);
  const places = where(numbers.less(0), 0, numbers);
  return tally("bincount", places, weightsOf("bincount", read.weights, given.size), length);
}

/** Options of {@link digitize}. */
export interface DigitizeOptions {
  /** Whether bins include their upper edge instead of the lower one. Default: false. */
  right?: boolean;
}

/**
 * Finds in which bin elements lie.
 *
 * @param x - The elements.
 * @param bins - The edges of the bins, ascending or descending.
 * @param options - Whether bins include their upper edge.
 * @returns For each element how many edges lie below it, int32: 0 is before the first bin.
 * @throws RangeError if the edges are not in one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.digitize.html
 * @example
 * np.digitize([0.5, 2.5], [0, 1, 2]).tolist(); // [1, 3]
 */
export function digitize(x: ArrayLike, bins: ArrayLike, options?: DigitizeOptions): ndarray {
  const { right } = readOptions<DigitizeOptions>("digitize", options, { right: false });
  const edges = toArray("digitize", bins);
  if (edges.ndim !== 1) throw new RangeError(`digitize: expected edges in one axis, got ${describe(edges)}`);
  const values = convertType(toArray("digitize", x), edges.dtype);
  if (edges.size === 0) return full(0, values.shape, "int32");
  const [first, last] = [0, edges.size - 1].map((i) => reshape(sliceAxis(edges, 0, i, i + 1), []));
  const up = searchsorted(edges, values, right ? "left" : "right");
  const down = searchsorted(flip(edges), values, right ? "left" : "right");
  return where(lessEqual(first, last), up, subtract(edges.size, down));
}
