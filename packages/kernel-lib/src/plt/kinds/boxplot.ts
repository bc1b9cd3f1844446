import { describe, type Spelled } from "../../array/options";
import { quiet } from "../../display/quiet";
import type { Line2D } from "../artists/line";
import type { Patch } from "../artists/patch";
import { boxLooks, drawBox, lineLook, type BoxLooks, type Boxplot } from "../boxDrawing";
import { boxStatistics } from "../boxStatistics";
import { readNumbers, readSeries, type Data } from "../data";
import { readFormat } from "../format";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { group, option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, flag, given, notNegative, pair, text, type Scalar } from "../options/readers";

/** Reads how far whiskers reach: a factor, or two percentiles. */
const whiskers: Reader<Scalar | readonly [Scalar, Scalar], number | [number, number]> = (
  functionName,
  name,
  value,
) => (Array.isArray(value) ? pair(functionName, name, value) : notNegative(functionName, name, value));

const boxplotOptions = {
  /** Names of the sets. Default: 1, 2, 3, … */
  tickLabels: option(given<readonly (string | number)[]>()),
  /** Where the boxes stand. Default: 1, 2, 3, … */
  positions: option(given<Data>()),
  /** Width of the boxes, or one each. Default: half a step between them. */
  widths: option(given<Data>()),
  /** Whether boxes stand side by side or over each other. Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** How far whiskers reach at most, in multiples of the box' length; or two percentiles. Default: 1.5. */
  whis: option(whiskers, { default: 1.5 }),
  /** Whether boxes have a notch about the median, as wide as its confidence interval. Default: false. */
  notch: option(flag, { default: false }),
  /** Marker and colour of the values beyond the whiskers, such as "b+"; "" draws none. Default: circles. */
  sym: option(text),
  /** Whether means are lines across the boxes. Default: false. */
  meanline: option(flag, { default: false }),
  /** Whether boxes are drawn. Default: true. */
  showbox: option(flag, { default: true }),
  /** Width of the ends of whiskers, or one each. Default: half of the box'. */
  capwidths: option(given<Data>()),
  /** Whether values beyond the whiskers are drawn. Default: true. */
  showfliers: option(flag, { default: true }),
  /** Whether the mean is drawn, as a green triangle. Default: false. */
  showmeans: option(flag, { default: false }),
  /** Whether the ends of whiskers are drawn. Default: true. */
  showcaps: option(flag, { default: true }),
  /** Whether boxes are filled. Default: false. */
  patchArtist: option(flag, { default: false }),
  /** Looks of the boxes: `color`, `linewidth` and so on; `facecolor` and `edgecolor` of filled ones. */
  boxprops: option(group<typeof boxLooks, Spelled<BoxLooks>>(boxLooks)),
  /** Looks of the lines at the medians. */
  medianprops: option(lineLook),
  /** Looks of the whiskers. */
  whiskerprops: option(lineLook),
  /** Looks of the ends of whiskers. */
  capprops: option(lineLook),
  /** Looks of the values beyond the whiskers. */
  flierprops: option(lineLook),
  /** Looks of the means. */
  meanprops: option(lineLook),
};

/** Options of {@link boxplot}. */
export type BoxplotOptions = OptionsOf<typeof boxplotOptions>;

/** The sets: one list of numbers, the columns of a matrix, or several lists. */
function readSets(x: unknown): Float64Array[] {
  const several = Array.isArray(x) && x.length > 0 && x.every((each) => typeof each === "object");
  if (several) return (x as unknown[]).map((each, i) => readNumbers("boxplot", `x[${i}]`, each));
  return [...readSeries("boxplot", "x", x).columns];
}

/** One number for all sets, or one each. */
function forEach(name: string, value: unknown, count: number): number[] | undefined {
  if (value === undefined) return undefined;
  const numbers = [...readNumbers("boxplot", name, value)];
  if (numbers.length === count) return numbers;
  if (numbers.length === 1 && name !== "positions") return new Array<number>(count).fill(numbers[0]);
  throw new RangeError(`boxplot: expected ${name} to be ${count} numbers, got ${describe(value)}`);
}

/**
 * Draws a box for every set of numbers: from the first to the third quarter, with a line at the median and whiskers to
 * the last value that is not too far away. What is farther is drawn as points.
 *
 * @param x - The values: a list, several lists, or a matrix whose columns are the sets. NaN is left out.
 * @param options - `tickLabels`, `orientation`, `whis`, `showmeans` and so on.
 * @returns What is drawn by what it shows: boxes, medians, whiskers, caps, fliers and means.
 * @throws RangeError if there are not as many labels, places or widths as sets; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.boxplot.html
 * @example
 * plt.boxplot([[0.9, 0.92, 0.95], [0.88, 0.93, 0.99]], { tickLabels: ["relu", "gelu"] });
 */
export function boxplot(
  axes: AxesBase,
  x: Data | readonly Data[],
  options?: Spelled<BoxplotOptions>,
): Boxplot {
  const sets = readSets(x);
  const read = readTable("boxplot", options, boxplotOptions);
  const count = sets.length;
  const at = forEach("positions", read.positions, count) ?? sets.map((_, i) => i + 1);
  const reach = Math.max(...at) - Math.min(...at);
  const usual = Math.max(0.15, Math.min(0.5, 0.15 * reach));
  const widths = forEach("widths", read.widths, count) ?? sets.map(() => usual);
  const caps = forEach("capwidths", read.capwidths, count) ?? widths.map((width) => width / 2);
  const showfliers = read.showfliers && read.sym !== "";
  const outliers = read.sym === undefined ? undefined : readFormat("boxplot", read.sym);
  const names = read.tickLabels;
  if (names !== undefined && (!Array.isArray(names) || names.length !== count)) {
    throw new RangeError(`boxplot: expected tickLabels to be ${count} names, got ${describe(names)}`);
  }
  const labels = (names ?? at).map((name) => text("boxplot", "each label", name));
  const along: Direction = read.orientation === "vertical" ? "x" : "y";
  const drawn: Boxplot = { boxes: [], medians: [], whiskers: [], caps: [], fliers: [], means: [] };
  sets.forEach((set, i) => {
    const statistics = boxStatistics(set, read.whis);
    const place = { along, at: at[i], half: widths[i] / 2, cap: caps[i] / 2 };
    if (statistics) drawBox(drawn, place, statistics, { ...read, showfliers, outliers });
  });
  for (const upper of [drawn.medians, drawn.means].flat()) upper.zorder += 0.1;
  axes.add(Object.values(drawn).flat() as (Line2D | Patch)[]);
  const { dimension } = axes.axisOf(along);
  dimension.fixedTicks = [...(dimension.fixedTicks ?? []), ...at];
  dimension.fixedLabels = [...(dimension.fixedLabels ?? []), ...labels];
  return quiet(drawn);
}

export type { Boxplot } from "../boxDrawing";
