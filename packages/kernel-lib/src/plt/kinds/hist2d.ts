import { describe, type Spelled } from "../../array/options";
import { QuadMesh } from "../artists/mesh";
import { mappingOptions, readMapping } from "../color/mapping";
import { readNumbers, type Data } from "../data";
import { histogramEdges } from "../histogram";
import type { AxesBase } from "../model/axes";
import { optionsAfter } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given, number, share } from "../options/readers";

const hist2dOptions = {
  ...mappingOptions,
  /** How many bins, or their edges; or a pair of these, for x and for y. Default: 10. */
  bins: option(given<number | Data | readonly [number | Data, number | Data]>(), { default: 10 }),
  /** The least and the largest value that count, in x and in y. Default: those of the data. */
  range: option(given<readonly [readonly [number, number], readonly [number, number]]>()),
  /** Whether the volumes add up to 1. Default: false. */
  density: option(flag, { default: false }),
  /** A weight for each point. Default: 1. */
  weights: option(given<Data>()),
  /** Bins that count less stay clear. */
  cmin: option(number()),
  /** Bins that count more stay clear. */
  cmax: option(number()),
  /** Opacity from 0 to 1. */
  alpha: option(share),
};

/** Options of {@link hist2d}. */
export type Hist2dOptions = OptionsOf<typeof hist2dOptions>;

/** What {@link hist2d} takes after the points: the bins, if wanted, and options. */
export type Hist2dArguments =
  | [bins: number | Data | readonly [number | Data, number | Data], options?: Spelled<Hist2dOptions>]
  | [options?: Spelled<Hist2dOptions>];

/** The bin of a value between edges; the last one holds its upper edge, too. */
function binOf(edges: readonly number[], value: number): number {
  const last = edges.length - 1;
  if (!(value >= edges[0] && value <= edges[last])) return -1;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (value >= edges[middle]) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Counts points in cells and draws the counts as colours.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param args - The bins, if wanted; then options: `bins`, `range`, `density`, `cmap` and so on.
 * @returns The counts by column and row, the edges along x and y, and what is drawn, which {@link colorbar} takes.
 * @throws RangeError if lengths differ, or edges do not rise; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hist2d.html
 * @example
 * const [counts] = plt.hist2d([0, 1, 1, 2], [0, 1, 1, 0], { bins: 2 });
 * counts; // [[1, 0], [1, 2]]
 */
export function hist2d(
  axes: AxesBase,
  x: Data,
  y: Data,
  ...args: Hist2dArguments
): [counts: number[][], xedges: number[], yedges: number[], image: QuadMesh] {
  const points = { x: readNumbers("hist2d", "x", x), y: readNumbers("hist2d", "y", y) };
  const count = points.x.length;
  if (points.y.length !== count) {
    throw new RangeError(`hist2d: expected x and y of equal length, got ${count} and ${points.y.length}`);
  }
  const read = readTable("hist2d", optionsAfter("hist2d", ["bins"], args), hist2dOptions);
  const weights = read.weights === undefined ? undefined : readNumbers("hist2d", "weights", read.weights);
  if (weights && weights.length !== count) {
    throw new RangeError(`hist2d: expected ${count} weights, got ${describe(read.weights)}`);
  }
  const two = Array.isArray(read.bins) && read.bins.length === 2;
  const bins = two ? (read.bins as unknown[]) : [read.bins, read.bins];
  const edges = (["x", "y"] as const).map((direction, k) =>
    histogramEdges("hist2d", bins[k], [points[direction]], read.range?.[k]),
  );
  const [columns, rows] = edges.map(({ length }) => length - 1);
  const counts = Array.from({ length: columns }, () => new Array<number>(rows).fill(0));
  points.x.forEach((value, i) => {
    const [column, row] = [binOf(edges[0], value), binOf(edges[1], points.y[i])];
    if (column >= 0 && row >= 0) counts[column][row] += weights?.[i] ?? 1;
  });
  const total = counts.flat().reduce((sum, value) => sum + value, 0);
  const size = (k: number, at: number) => edges[k][at + 1] - edges[k][at];
  const shown = counts.map((list, column) =>
    list.map((value, row) => {
      const dense = read.density ? value / total / (size(0, column) * size(1, row)) : value;
      return dense < (read.cmin ?? -Infinity) || dense > (read.cmax ?? Infinity) ? NaN : dense;
    }),
  );
  const values = Float64Array.from(
    { length: rows * columns },
    (_, at) => shown[at % columns][Math.floor(at / columns)],
  );
  const [xEdges, yEdges] = edges.map((list) => Float64Array.from(list));
  const mesh = new QuadMesh(xEdges, yEdges, values, readMapping("hist2d", read, values), read.alpha);
  axes.add([mesh]);
  axes.mappable = mesh;
  axes.xaxis.dimension.setView([edges[0][0], edges[0][columns]]);
  axes.yaxis.dimension.setView([edges[1][0], edges[1][rows]]);
  return [shown, edges[0], edges[1], mesh];
}
