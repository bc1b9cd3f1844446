import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { floatingType, isFloating } from "../array/traits";
import { scatter } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType, full, scalar } from "../ops/map";
import { searchsorted } from "../ops/searchsorted";
import { sliceAxis } from "../ops/slice";
import { concrete } from "../ops/tracer";
import { diff } from "./cumulative";
import { flip } from "./arranging";
import { max, min, sum } from "./reductions";
import { add, divide, equal, greaterEqual, lessEqual, logicalAnd, multiply, subtract } from "./ufuncs";
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

/** Options of {@link histogram}. */
export interface HistogramOptions extends BinOptions {
  /** How much each element counts. Default: 1. */
  weights?: ArrayLike | null;
  /** Whether the bins' areas add up to 1. Default: false. */
  density?: boolean;
}

const binDefaults: BinOptions = { bins: 10, range: null };

/** The arguments' edges: given ones, or of bins of equal width. */
function edgesOf(functionName: string, x: ndarray, bins: Bins, range: BinOptions["range"]): ndarray {
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
function placesOf(x: ndarray, edges: ndarray): ndarray {
  const last = edges.size - 1;
  const [low, high] = [0, last].map((i) => reshape(sliceAxis(edges, 0, i, i + 1), []));
  const values = convertType(x, edges.dtype);
  const place = subtract(searchsorted(edges, values, "right"), 1);
  const inside = logicalAnd(greaterEqual(values, low), lessEqual(values, high));
  // The last bin includes its upper edge.
  return where(inside, where(equal(values, high), last - 1, place), last);
}

/** Adds up weights by place; what has no place below the length is left out. */
function tally(functionName: string, places: ndarray, weights: ndarray | null, length: number): ndarray {
  const each = weights ?? full(1, [places.size], "int32");
  sizeOf(functionName, [length]);
  const sums = full(0, [length], each.dtype);
  return scatter(
    "add",
    sums,
    reshape(convertType(places, "int32"), [places.size]),
    reshape(each, [each.size]),
  );
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
function readBins<T extends BinOptions>(
  functionName: string,
  bins: unknown,
  options: unknown,
  defaults: T,
): T {
  const isList = typeof bins === "number" || Array.isArray(bins) || bins instanceof ndarray;
  const read = readOptions<T>(functionName, isList || bins === undefined ? options : bins, defaults);
  return isList ? { ...read, bins: bins as Bins } : read;
}

/**
 * Counts how many elements lie in each bin. A bin includes its lower edge; the last one both.
 *
 * @param x - The elements, of any shape.
 * @param bins - How many bins of equal width, or their edges, or options. Default: 10.
 * @param options - The range, weights, and whether areas add up to 1.
 * @returns The counts, and the edges, one more than there are bins. Counts are float32, as in JAX.
 * @throws RangeError for fewer than one bin, a range that descends, or not one weight for each element.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.histogram.html
 * @example
 * const [counts, edges] = np.histogram([1, 2, 1, 4], 3);
 * counts.tolist(); // [2, 1, 1]
 * edges.tolist(); // [1, 2, 3, 4]
 */
export function histogram(
  x: ArrayLike,
  bins?: Bins | HistogramOptions,
  options?: HistogramOptions,
): [counts: ndarray, edges: ndarray] {
  const defaults: HistogramOptions = { ...binDefaults, weights: null, density: false };
  const read = readBins("histogram", bins, options, defaults);
  const from = toArray("histogram", x);
  const edges = edgesOf("histogram", from, read.bins ?? 10, read.range);
  const weights = weightsOf("histogram", read.weights, from.size);
  const each = weights ?? full(1, [from.size], floatingType(from.dtype));
  const counts = tally("histogram", placesOf(from, edges), each, edges.size - 1);
  if (!read.density) return [counts, edges];
  return [divide(counts, multiply(sum(counts), diff(edges))), edges];
}

function weightsOf(
  functionName: string,
  weights: ArrayLike | null | undefined,
  size: number,
): ndarray | null {
  if (weights === null || weights === undefined) return null;
  const given = toArray(functionName, weights);
  if (given.size === size) return given;
  throw new RangeError(`${functionName}: expected a weight for each of ${size} elements, got ${given.size}`);
}

/** Options of {@link histogram2d} and {@link histogramdd}. */
export interface HistogramddOptions {
  /** How many bins, or their edges: one for all axes, or a list with one for each. Default: 10. */
  bins?: Bins | readonly Bins[];
  /** From where to where bins go along each axis. Default: from the least to the largest element. */
  range?: readonly (readonly [low: number, high: number] | null)[] | null;
  /** How much each point counts. Default: 1. */
  weights?: ArrayLike | null;
  /** Whether the bins' volumes add up to 1. Default: false. */
  density?: boolean;
}

function histogramOf(functionName: string, columns: readonly ndarray[], given: HistogramddOptions) {
  const { bins = 10, range, weights, density } = given;
  const each = columns.map((_, i) => (Array.isArray(bins) ? bins[i] : bins) as Bins | undefined);
  if (Array.isArray(bins) && bins.length !== columns.length) {
    throw new RangeError(`${functionName}: expected bins for ${columns.length} axes, got ${bins.length}`);
  }
  const edges = columns.map((x, i) => edgesOf(functionName, x, each[i] ?? 10, range?.[i]));
  const lengths = edges.map((edge) => edge.size - 1);
  // A point that lies in no bin of one axis counts nowhere.
  const total = sizeOf(functionName, lengths);
  const places = columns.map((x, i) => placesOf(x, edges[i]));
  const inside = places
    .map((place, i) => subtract(lengths[i], 1).greaterEqual(place))
    .reduce((all, one) => logicalAnd(all, one));
  const flat = places.reduce((sofar, place, i) => add(multiply(sofar, lengths[i]), place));
  const amounts = weightsOf(functionName, weights, columns[0].size);
  const counts = reshape(tally(functionName, where(inside, flat, total), amounts, total), lengths);
  if (!density) return { counts, edges };
  const volume = edges
    .map((edge, i) =>
      reshape(
        diff(edge),
        lengths.map((length, axis) => (axis === i ? length : 1)),
      ),
    )
    .reduce((product, width) => multiply(product, width));
  return { counts: divide(counts, multiply(sum(counts), volume)), edges };
}

const manyDefaults: HistogramddOptions = { bins: 10, range: null, weights: null, density: false };

/**
 * Counts how many points lie in each cell of a grid.
 *
 * @param x - The first coordinates.
 * @param y - The second coordinates.
 * @param options - The bins, the range, weights, and whether volumes add up to 1.
 * @returns The counts, of shape [x's bins, y's bins], and the edges along both axes.
 * @throws RangeError if the coordinates differ in number, or for impossible bins.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.histogram2d.html
 * @example
 * const [counts] = np.histogram2d([0, 1, 1], [0, 0, 1], { bins: 2 });
 * counts.tolist(); // [[1, 0], [1, 1]]
 */
export function histogram2d(
  x: ArrayLike,
  y: ArrayLike,
  options?: HistogramddOptions,
): [counts: ndarray, xEdges: ndarray, yEdges: ndarray] {
  const read = readOptions("histogram2d", options, manyDefaults);
  const columns = [toArray("histogram2d", x), toArray("histogram2d", y)];
  if (columns[0].size !== columns[1].size) {
    throw new RangeError(
      `histogram2d: expected as many x as y, got ${columns[0].size} and ${columns[1].size}`,
    );
  }
  const { counts, edges } = histogramOf("histogram2d", columns, read);
  return [counts, edges[0], edges[1]];
}

/**
 * Counts how many points lie in each cell of a grid of any number of axes.
 *
 * @param points - The points, of shape [points, axes].
 * @param options - The bins, the range, weights, and whether volumes add up to 1.
 * @returns The counts, with an axis for each coordinate, and the edges along each of them.
 * @throws RangeError if the points are no table, or for impossible bins.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.histogramdd.html
 * @example
 * const [counts] = np.histogramdd([[0, 0], [1, 0], [1, 1]], { bins: 2 });
 * counts.tolist(); // [[1, 0], [1, 1]]
 */
export function histogramdd(
  points: ArrayLike,
  options?: HistogramddOptions,
): [counts: ndarray, edges: ndarray[]] {
  const read = readOptions("histogramdd", options, manyDefaults);
  const table = toArray("histogramdd", points);
  if (table.ndim !== 2 || table.shape[1] === 0) {
    throw new RangeError(`histogramdd: expected points in rows, got ${describe(table)}`);
  }
  const columns = Array.from({ length: table.shape[1] }, (_, i) =>
    reshape(sliceAxis(table, 1, i, i + 1), [table.shape[0]]),
  );
  const { counts, edges } = histogramOf("histogramdd", columns, read);
  return [counts, edges];
}

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
