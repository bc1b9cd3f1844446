import { describe, type Spelled } from "../../array/options";
import { noPaint } from "../artists/paints";
import { BarContainer } from "../artists/bars";
import { StepPatch } from "../artists/stepPatch";
import { densityLine } from "../densityLine";
import type { Paint } from "../color/color";
import { readNumbers, readSeries, type Data } from "../data";
import { histogram, histogramEdges } from "../histogram";
import type { AxesBase } from "../model/axes";
import { logScale } from "../model/scales/log";
import { optionsAfter } from "../options/arguments";
import { color, colors, faded, hatches, linestyle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given, notNegative, number, share, text } from "../options/readers";

const histOptions = {
  /** How many bins, their edges, or "auto", "sqrt", "sturges". Default: 10. */
  bins: option(given<number | string | Data>(), { rc: "hist.bins" }),
  /** The least and the largest value that count. Default: those of the data. */
  range: option(given<readonly [number, number]>()),
  /** Whether the areas add up to 1. Default: false. */
  density: option(flag, { default: false }),
  /** A weight for each value. Default: 1. */
  weights: option(given<Data>()),
  /** Whether each bin counts those before it, too; negative: those after it. Default: false. */
  cumulative: option(given<boolean | number>(), { default: false }),
  /** Where bars begin. Default: 0. */
  bottom: option(number(), { default: 0 }),
  /** Default: "bar". */
  histtype: option(choice("bar", "barstacked", "step", "stepfilled"), { default: "bar" }),
  /** Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Width of the bars as a share of the bins. Default: 1, or 0.8 for several sets. */
  rwidth: option(notNegative),
  /**
   * Whether a smooth density is drawn over the bars, estimated by Gaussian kernels of Scott's width, with the area that
   * the bars have; they are then half transparent. Default: false.
   */
  kde: option(flag, { default: false }),
  /** Whether counts lie on a logarithmic axis. Default: false. */
  log: option(flag, { default: false }),
  /** Whether several sets are stacked. Default: false. */
  stacked: option(flag, { default: false }),
  /** A colour, or one a set. Default: the next in the cycle of lines. */
  color: option(colors, { aliases: ["c"] }),
  /** Name in the legend, or one a set. */
  label: option(given<string | number | readonly string[]>()),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
  /** Colour inside. Default: that of `color`. Short: `fc`. */
  facecolor: option(color, { aliases: ["fc"] }),
  /** Width of the edges in points. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw"] }),
  /** How edges are drawn: "-", "--", "-." or ":". Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls"] }),
  /** A pattern, or one a set, as for {@link bar}. Default: none. */
  hatch: option(hatches),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** How opaque bars are below a density, unless they are told. */
const behindDensity = 0.5;

/** Options of {@link hist}. */
export type HistOptions = OptionsOf<typeof histOptions>;

/** What {@link hist} takes after the values: the bins, if wanted, and options. */
export type HistArguments =
  [bins: number | string | Data, options?: Spelled<HistOptions>] | [options?: Spelled<HistOptions>];

/** The sets: one list of numbers, or several. */
function readSets(x: unknown): Float64Array[] {
  const several =
    Array.isArray(x) && x.length > 0 && x.every((each) => typeof each === "object" && each !== null);
  if (several) return (x as unknown[]).map((each, i) => readNumbers("hist", `x[${i}]`, each));
  return [...readSeries("hist", "x", x).columns];
}

/**
 * Counts values in bins and draws the counts as bars.
 *
 * @param x - The values, or a list of several sets of values.
 * @param args - The bins, if wanted; then options: `bins`, `range`, `density`, `histtype` and so on.
 * @returns The counts (a list of lists for several sets), the edges of the bins, and what is drawn.
 * @throws RangeError for edges that do not rise; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.hist.html
 * @example
 * const [counts, edges] = plt.hist([1, 2, 2, 3, 3, 3], { bins: 3 });
 * counts; // [1, 2, 3]
 */
export function hist(
  axes: AxesBase,
  x: Data | readonly Data[],
  ...args: HistArguments
): [counts: number[] | number[][], edges: number[], patches: (BarContainer | StepPatch)[]] {
  const sets = readSets(x);
  const read = readTable("hist", optionsAfter("hist", ["bins"], args), histOptions);
  const weights = read.weights === undefined ? undefined : readWeights(read.weights, sets);
  const edges = histogramEdges("hist", read.bins, sets, read.range);
  const stacked = read.stacked || read.histtype === "barstacked";
  if (read.kde && (stacked || weights || Number(read.cumulative) !== 0)) {
    throw new TypeError("hist: expected kde of counts that are not stacked, weighted or cumulative");
  }
  const counts = countsOf(sets, weights, edges, read, stacked);
  const labels = readLabels(read.label, sets.length);
  const own = read.color;
  if (own && own.length !== sets.length && own.length !== 1) {
    throw new RangeError(`hist: expected one color a set, that is ${sets.length}, got ${own.length}`);
  }
  const edgecolor = faded(read.edgecolor, read.alpha);
  const facecolor = faded(read.facecolor, read.alpha);
  const alpha = read.alpha ?? (read.kde ? behindDensity : undefined);
  const paints = sets.map((_, i): Paint => {
    return own ? own[i % own.length] : axes.nextColor("lines");
  });
  const faces = paints.map((each) => faded(each, alpha));
  const footed = read.orientation === "vertical" ? "y" : "x";
  if (read.log) axes.axisOf(footed).dimension.setScale(logScale);
  const { linewidth, linestyle, hatch } = read;
  const look = (i: number) => ({ linewidth, linestyle, ...(hatch && { hatch: [hatch[i % hatch.length]] }) });
  const step = read.histtype.startsWith("step");
  const drawn: (BarContainer | StepPatch)[] = [];
  const base = (i: number) =>
    stacked && i > 0 ? counts[i - 1].map((count) => count + read.bottom) : counts[i].map(() => read.bottom);
  const order = step ? sets.map((_, i) => sets.length - 1 - i) : sets.map((_, i) => i);
  for (const i of order) {
    const tops = counts[i].map((count) => count + read.bottom);
    const bars = placeBars(edges, i, sets.length, stacked, read.rwidth);
    if (step) {
      const filled = read.histtype === "stepfilled";
      const style = {
        face: [filled ? (facecolor ?? faces[i]) : noPaint],
        edge: [edgecolor ?? (filled ? noPaint : faces[i])],
        ...look(i),
      };
      drawn.unshift(new StepPatch(edges, tops, base(i), footed, style, labels[i]));
    } else {
      const style = { face: [facecolor ?? faces[i]], edge: [edgecolor ?? noPaint], ...look(i) };
      const container =
        footed === "y"
          ? new BarContainer(bars.from, bars.to, base(i), tops, style, footed, labels[i])
          : new BarContainer(base(i), tops, bars.from, bars.to, style, footed, labels[i]);
      container.joined = bars.to.every((end, k) => k === bars.to.length - 1 || end >= bars.from[k + 1]);
      drawn.push(container);
    }
  }
  for (const artist of drawn) artist.zorder = read.zorder;
  axes.add(step ? [...drawn].reverse() : drawn);
  if (read.kde) {
    const along = footed === "y" ? "x" : "y";
    const area = (i: number) =>
      counts[i].reduce((sum, count, k) => sum + count * (edges[k + 1] - edges[k]), 0);
    axes.add(
      sets.flatMap((values, i) =>
        densityLine(values, { along, area: area(i), foot: read.bottom, color: paints[i] }),
      ),
    );
  }
  return [sets.length === 1 ? counts[0] : counts, edges, drawn];
}

/** Where the bars of one set lie in the bins: all of them, or each its share. */
function placeBars(
  edges: readonly number[],
  set: number,
  sets: number,
  stacked: boolean,
  rwidth: number | undefined,
): { from: number[]; to: number[] } {
  const parts = stacked ? 1 : sets;
  const share = rwidth === undefined ? (parts > 1 ? 0.8 : 1) : Math.min(1, rwidth);
  const from = edges.slice(0, -1).map((edge, i) => {
    const width = edges[i + 1] - edge;
    return edge + (width * (1 - share)) / 2 + (stacked ? 0 : (set * width * share) / parts);
  });
  return { from, to: from.map((first, i) => first + ((edges[i + 1] - edges[i]) * share) / parts) };
}

function readWeights(weights: unknown, sets: readonly Float64Array[]): Float64Array[] {
  const read = readSets(weights);
  if (read.length !== sets.length || read.some((each, i) => each.length !== sets[i].length)) {
    throw new RangeError(`hist: expected a weight for each value, got ${describe(weights)}`);
  }
  return read;
}

function readLabels(label: unknown, count: number): string[] {
  if (label === undefined) return new Array<string>(count).fill("");
  if (!Array.isArray(label)) return [text("hist", "label", label), ...new Array<string>(count - 1).fill("")];
  if (label.length !== count) {
    throw new RangeError(`hist: expected one label a set, that is ${count}, got ${label.length}`);
  }
  return label.map((each) => text("hist", "each label", each));
}

function countsOf(
  sets: readonly Float64Array[],
  weights: readonly Float64Array[] | undefined,
  edges: readonly number[],
  read: { density: boolean; cumulative: boolean | number },
  stacked: boolean,
): number[][] {
  const widths = edges.slice(1).map((edge, i) => edge - edges[i]);
  let counts = sets.map((values, i) => histogram(values, edges, weights?.[i]));
  if (stacked) {
    for (let i = 1; i < counts.length; i++) counts[i] = counts[i].map((count, j) => count + counts[i - 1][j]);
  }
  if (read.density) {
    const total = (list: readonly number[]) => list.reduce((sum, count) => sum + count, 0);
    const whole = total(counts[counts.length - 1]);
    counts = counts.map((list) =>
      list.map((count, j) => count / widths[j] / (stacked ? whole : total(list))),
    );
  }
  if (read.cumulative === false || read.cumulative === 0) return counts;
  const backwards = typeof read.cumulative === "number" && read.cumulative < 0;
  return counts.map((list) => {
    const parts = list.map((count, j) => (read.density ? count * widths[j] : count));
    if (backwards) parts.reverse();
    let sum = 0;
    const running = parts.map((part) => (sum += part));
    return backwards ? running.reverse() : running;
  });
}
