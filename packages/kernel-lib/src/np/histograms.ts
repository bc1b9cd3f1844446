import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { reshape } from "../ops/layout";
import { full } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { diff } from "./cumulative";
import { sum } from "./reductions";
import { add, divide, logicalAnd, multiply, subtract } from "./ufuncs";
import { where } from "./where";

import { binDefaults, edgesOf, placesOf, readBins, type BinOptions, type Bins } from "./bins";
import { tally, weightsOf } from "./tally";
/** Options of {@link histogram}. */
export interface HistogramOptions extends BinOptions {
  /** How much each element counts. Default: 1. */
  weights?: ArrayLike | null;
  /** Whether the bins' areas add up to 1. Default: false. */
  density?: boolean;
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
