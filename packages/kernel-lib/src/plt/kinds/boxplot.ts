import { describe, type Spelled } from "../../array/options";
import { quiet } from "../../display/quiet";
import { Line2D, type LineStyle } from "../artists/line";
import { MedianLine } from "../artists/medianLine";
import { boxStatistics, type BoxStatistics } from "../boxStatistics";
import { paint } from "../color/color";
import { readNumbers, readSeries, type Data } from "../data";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given, notNegative, text } from "../options/readers";
import { rcParams } from "../rcParams";

const boxplotOptions = {
  /** Names of the sets. Default: 1, 2, 3, … */
  tickLabels: option(given<readonly (string | number)[]>()),
  /** Where the boxes stand. Default: 1, 2, 3, … */
  positions: option(given<Data>()),
  /** Width of the boxes, or one each. Default: half a step between them. */
  widths: option(given<Data>()),
  /** Whether boxes stand side by side or over each other. Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** How far whiskers reach at most, in multiples of the box' length. Default: 1.5. */
  whis: option(notNegative, { default: 1.5 }),
  /** Whether values beyond the whiskers are drawn. Default: true. */
  showfliers: option(flag, { default: true }),
  /** Whether the mean is drawn, as a green triangle. Default: false. */
  showmeans: option(flag, { default: false }),
  /** Whether the ends of whiskers are drawn. Default: true. */
  showcaps: option(flag, { default: true }),
};

/** Options of {@link boxplot}. */
export type BoxplotOptions = OptionsOf<typeof boxplotOptions>;

/** What {@link boxplot} draws: lines, one or two for each set. */
export interface Boxplot {
  boxes: Line2D[];
  medians: Line2D[];
  whiskers: Line2D[];
  caps: Line2D[];
  fliers: Line2D[];
  means: Line2D[];
}

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
  if (numbers.length === 1 && name === "widths") return new Array<number>(count).fill(numbers[0]);
  throw new RangeError(`boxplot: expected ${name} to be ${count} numbers, got ${describe(value)}`);
}

/**
 * Draws a box for every set of numbers: from the first to the third quarter, with a line at the median and whiskers to
 * the last value that is not too far away. What is farther is drawn as points.
 *
 * @param x - The values: a list, several lists, or a matrix whose columns are the sets. NaN is left out.
 * @param options - `tickLabels`, `orientation`, `whis`, `showmeans` and so on.
 * @returns The lines by what they show: boxes, medians, whiskers, caps, fliers and means.
 * @throws RangeError if there are not as many labels, places or widths as sets; TypeError for an option that is none.
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
  const names = read.tickLabels;
  if (names !== undefined && (!Array.isArray(names) || names.length !== count)) {
    throw new RangeError(`boxplot: expected tickLabels to be ${count} names, got ${describe(names)}`);
  }
  const labels = (names ?? at).map((name) => text("boxplot", "each label", name));
  const along: Direction = read.orientation === "vertical" ? "x" : "y";
  const drawn: Boxplot = { boxes: [], medians: [], whiskers: [], caps: [], fliers: [], means: [] };
  sets.forEach((set, i) => {
    const statistics = boxStatistics(set, read.whis);
    if (statistics) drawSet(drawn, along, at[i], widths[i] / 2, statistics, read);
  });
  for (const upper of [drawn.medians, drawn.means].flat()) upper.zorder += 0.1;
  axes.add(Object.values(drawn).flat() as Line2D[]);
  const { dimension } = axes.axisOf(along);
  dimension.fixedTicks = [...(dimension.fixedTicks ?? []), ...at];
  dimension.fixedLabels = [...(dimension.fixedLabels ?? []), ...labels];
  return quiet(drawn);
}

function drawSet(
  drawn: Boxplot,
  along: Direction,
  at: number,
  half: number,
  { low, q1, median, q3, high, mean, fliers }: BoxStatistics,
  shown: { showfliers: boolean; showmeans: boolean; showcaps: boolean },
): void {
  const look = (style: Partial<LineStyle> = {}): LineStyle => ({
    color: paint("boxplot", "k"),
    linestyle: "-",
    linewidth: 1,
    marker: null,
    markersize: rcParams["lines.markersize"],
    markeredgewidth: rcParams["lines.markeredgewidth"],
    markevery: 1,
    drawstyle: "default",
    ...style,
  });
  const turned = (places: number[], values: number[]) =>
    along === "x" ? ([places, values] as const) : ([values, places] as const);
  const line = (places: number[], values: number[], style?: Partial<LineStyle>) =>
    new Line2D(...turned(places, values), look(style), "_nolegend_");
  const [left, right] = [at - half, at + half];
  drawn.boxes.push(line([left, right, right, left, left], [q1, q1, q3, q3, q1]));
  drawn.whiskers.push(line([at, at], [q1, low]), line([at, at], [q3, high]));
  if (shown.showcaps) {
    const ends = [at - half / 2, at + half / 2];
    drawn.caps.push(line(ends, [low, low]), line(ends, [high, high]));
  }
  const orange = look({ color: paint("boxplot", "C1") });
  drawn.medians.push(new MedianLine(along, at, ...turned([left, right], [median, median]), orange));
  if (shown.showmeans) {
    const green = paint("boxplot", "C2");
    const style = {
      linestyle: "None",
      marker: "^",
      color: green,
      markerfacecolor: green,
      markeredgecolor: green,
    };
    drawn.means.push(line([at], [mean], style));
  }
  if (shown.showfliers) {
    const style = { linestyle: "None", marker: "o", markerfacecolor: paint("boxplot", "none") };
    drawn.fliers.push(
      line(
        fliers.map(() => at),
        fliers,
        style,
      ),
    );
  }
}
