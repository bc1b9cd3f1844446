import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { reshape } from "../ops/layout";
import { convertType, scalar } from "../ops/map";
import { searchsorted } from "../ops/searchsorted";
import { sliceAxis } from "../ops/slice";
import { max, min } from "./reductions";
import { add, equal, greaterEqual, lessEqual, logicalAnd, multiply, subtract } from "./ufuncs";
import { where } from "./where";

/** How many bins, or their edges in ascending order. */
export type Bins = number | readonly number[] | ndarray;

/** Options of {@link histogramBinEdges}. */
export interface BinOptions {
  /** How many bins, or their edges, where they are not the second argument. Default: 10. */
  bins?: Bins;
  /** From where to where bins of equal width go. Default: from the least to the largest element. */
  range?: readonly [low: number, high: number] | null;
}

export const binDefaults: BinOptions = { bins: 10, range: null };

/** The arguments' edges: given ones, or of bins of equal width. */
export function edgesOf(functionName: string, x: ndarray, bins: Bins, range: BinOptions["range"]): ndarray {
  const dtype = floatingType(x.dtype);
  const given = toArray(functionName, bins);
  if (given.ndim === 1 && given.size > 1) return convertType(given, dtype);
  if (given.ndim > 0) {
    throw new RangeError(`${functionName}: expected two edges or more, in one axis, got ${describe(bins)}`);
  }
  const count = sizeOf(functionName, [checkInteger(functionName, "bins", bins, 1)]);
  const isEmpty = x.size === 0;
  let [low, high]: ndarray[] = isEmpty
    ? [scalar(0, dtype), scalar(1, dtype)]
    : [convertType(min(x), dtype), convertType(max(x), dtype)];
  if (range !== null && range !== undefined) {
    const [from, to] = range.map((end) => checkNumber(functionName, "range", end));
    if (!(from <= to)) {
      throw new RangeError(`${functionName}: expected an ascending range, got ${from} to ${to}`);
    }
    [low, high] = [scalar(from, dtype), scalar(to, dtype)];
  }
  // All elements alike lie in the middle of bins that are one unit wide altogether.
  const isPoint = equal(low, high);
  [low, high] = [where(isPoint, subtract(low, 0.5), low), where(isPoint, add(high, 0.5), high)];
  const shares = new ndarray(
    Float64Array.from({ length: count + 1 }, (_, i) => i / count),
    [count + 1],
    "float64",
  );
  const along = convertType(shares, dtype);
  return add(multiply(low, subtract(1, along)), multiply(high, along));
}

/** In which bin elements are, of [0, bins); those in none are behind the last one. */
export function placesOf(x: ndarray, edges: ndarray): ndarray {
  const last = edges.size - 1;
  const [low, high] = [0, last].map((i) => reshape(sliceAxis(edges, 0, i, i + 1), []));
  const values = convertType(x, edges.dtype);
  const place = subtract(searchsorted(edges, values, "right"), 1);
  const inside = logicalAnd(greaterEqual(values, low), lessEqual(values, high));
  // The last bin includes its upper edge.
  return where(inside, where(equal(values, high), last - 1, place), last);
}

/**
 * Finds the edges of bins of equal width.
 *
 * @param x - The elements.
 * @param bins - How many bins, or options. Default: 10.
 * @param options - The range.
 * @returns One edge more than there are bins.
 * @throws RangeError for fewer than one bin, or a range that descends.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.histogram_bin_edges.html
 * @example
 * np.histogramBinEdges([0, 1, 4], 2).tolist(); // [0, 2, 4]
 */
export function histogramBinEdges(x: ArrayLike, bins?: Bins | BinOptions, options?: BinOptions): ndarray {
  const read = readBins<BinOptions>("histogramBinEdges", bins, options, binDefaults);
  return edgesOf("histogramBinEdges", toArray("histogramBinEdges", x), read.bins ?? 10, read.range);
}

/** Reads bins, which stand before the options or among them. */
export function readBins<T extends BinOptions>(
  functionName: string,
  bins: unknown,
  options: unknown,
  defaults: T,
): T {
  const isList = typeof bins === "number" || Array.isArray(bins) || bins instanceof ndarray;
  const read = readOptions<T>(functionName, isList || bins === undefined ? options : bins, defaults);
  return isList ? { ...read, bins: bins as Bins } : read;
}
