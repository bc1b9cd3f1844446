import { describe, type Spelled } from "../../array/options";
import { quiet } from "../../display/quiet";
import { FillBetween } from "../artists/area";
import { noPaint, paintAt } from "../artists/paints";
import { SegmentCollection } from "../artists/segments";
import { boxStatistics, quantile } from "../boxStatistics";
import { readNumbers, readSeries, type Data } from "../data";
import { gaussianDensity } from "../density";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { colors, faded } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given, number } from "../options/readers";
import { rcParams } from "../rcParams";

const violinOptions = {
  /** Where the violins stand. Default: 1, 2, 3, … */
  positions: option(given<Data>()),
  /** Whether violins stand side by side or over each other. Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Largest width of the violins, or one each. Default: 0.5. */
  widths: option(given<Data>(), { default: 0.5 }),
  /** Whether the mean is drawn. Default: false. */
  showmeans: option(flag, { default: false }),
  /** Whether the least and the largest value are drawn, and a line between them. Default: true. */
  showextrema: option(flag, { default: true }),
  /** Whether the median is drawn. Default: false. */
  showmedians: option(flag, { default: false }),
  /** For each set the shares whose quantiles are drawn, such as `[[0.05, 0.95], []]`. Default: none. */
  quantiles: option(given<readonly (number | readonly number[])[]>()),
  /** Whether both halves of the violins are drawn, or one. Default: "both". */
  side: option(choice("both", "low", "high"), { default: "both" }),
  /** Colour of the violins, or one each. Default: the next in the cycle, at an opacity of 0.3. */
  facecolor: option(colors),
  /** Colour of the lines, or one each. Default: the next in the cycle. */
  linecolor: option(colors),
  /** At how many points the density is computed. Default: 100. */
  points: option(number(2), { default: 100 }),
  /** Width of the kernels in standard deviations, or "scott" for Scott's rule. Default: "scott". */
  bwMethod: option(given<number | "scott">(), { default: "scott" }),
};

/** Options of {@link violinplot}. */
export type ViolinOptions = OptionsOf<typeof violinOptions>;

/** What {@link violinplot} draws. */
export interface Violinplot {
  bodies: FillBetween[];
  cmeans?: SegmentCollection;
  cmins?: SegmentCollection;
  cmaxes?: SegmentCollection;
  cbars?: SegmentCollection;
  cmedians?: SegmentCollection;
  cquantiles?: SegmentCollection;
}

/** The shares whose quantiles are drawn, for each set. */
function readQuantiles(value: unknown, count: number): number[][] {
  if (value === undefined) return Array.from({ length: count }, () => []);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const flat = count === 1 && list.every((each) => typeof each === "number");
  const sets = (flat ? [list] : list).map((each) => [each].flat() as unknown[]);
  const good =
    sets.length === count && sets.flat().every((part) => (part as number) >= 0 && (part as number) <= 1);
  if (good) return sets as number[][];
  throw new RangeError(
    `violinplot: expected quantiles to be ${count} lists of shares from 0 to 1, got ${describe(value)}`,
  );
}

/**
 * Draws how values are distributed: for every set of numbers a shape as wide as the numbers are dense.
 *
 * @param dataset - The values: a list, several lists, or a matrix whose columns are the sets.
 * @param options - `positions`, `widths`, `showmeans`, `showmedians` and so on.
 * @returns The shapes as `bodies`, and the lines by what they show.
 * @throws RangeError if there are not as many places or widths as sets; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.violinplot.html
 * @example
 * plt.violinplot([[1, 2, 2, 3], [2, 3, 3, 5]], { showmedians: true });
 */
export function violinplot(
  axes: AxesBase,
  dataset: Data | readonly Data[],
  options?: Spelled<ViolinOptions>,
): Violinplot {
  const several =
    Array.isArray(dataset) && dataset.length > 0 && dataset.every((set) => typeof set === "object");
  const sets = several
    ? (dataset as unknown[]).map((set, k) => readNumbers("violinplot", `dataset[${k}]`, set))
    : [...readSeries("violinplot", "dataset", dataset).columns];
  const read = readTable("violinplot", options, violinOptions);
  const each = (name: "positions" | "widths", usual: (k: number) => number) => {
    if (read[name] === undefined) return sets.map((_, k) => usual(k));
    const values = [...readNumbers("violinplot", name, read[name])];
    if (values.length === sets.length) return values;
    if (values.length === 1 && name === "widths") return sets.map(() => values[0]);
    throw new RangeError(
      `violinplot: expected ${name} to be ${sets.length} numbers, got ${describe(read[name])}`,
    );
  };
  const at = each("positions", (k) => k + 1);
  const widths = each("widths", () => 0.5);
  const along: Direction = read.orientation === "vertical" ? "x" : "y";
  const next = read.facecolor && read.linecolor ? noPaint : axes.nextColor("lines");
  const quantiles = readQuantiles(read.quantiles, sets.length);
  const [toLow, toHigh] = [read.side !== "high" ? 1 : 0, read.side !== "low" ? 1 : 0];
  const statistics = sets.map((set, k) => {
    const found = boxStatistics(set, Infinity);
    if (found) return found;
    throw new RangeError(`violinplot: expected numbers in set ${k}, got none`);
  });
  const count = Math.floor(read.points);
  const bodies = sets.map((set, k) => {
    const { low, high } = statistics[k];
    const coordinates = Float64Array.from(
      { length: count },
      (_, i) => low + (i * (high - low)) / (count - 1),
    );
    const density = gaussianDensity(set, typeof read.bwMethod === "number" ? read.bwMethod : undefined);
    const dense = low === high ? coordinates.map(() => 1) : coordinates.map(density);
    const half = dense.map((value) => (0.5 * widths[k] * value) / Math.max(...dense));
    const style = {
      face: [read.facecolor ? paintAt(read.facecolor, k) : faded(next, 0.3)],
      edge: [noPaint],
      linewidth: rcParams["patch.linewidth"],
    };
    return new FillBetween(
      along === "x" ? "y" : "x",
      coordinates,
      half.map((value) => at[k] - toLow * value),
      half.map((value) => at[k] + toHigh * value),
      style,
      "_nolegend_",
    );
  });
  const style = { color: read.linecolor ?? [next], linestyle: "-", linewidth: rcParams["lines.linewidth"] };
  const lines = (from: number[], to: number[], low: number[], high: number[]) =>
    along === "x"
      ? new SegmentCollection(from, low, to, high, style, "_nolegend_")
      : new SegmentCollection(low, from, high, to, style, "_nolegend_");
  const across = (values: number[], which = at.map((_, k) => k)) =>
    lines(
      which.map((k) => at[k] - 0.25 * toLow * widths[k]),
      which.map((k) => at[k] + 0.25 * toHigh * widths[k]),
      values,
      values,
    );
  const of = (name: "mean" | "low" | "high" | "median") => statistics.map((own) => own[name]);
  const drawn: Violinplot = {
    bodies,
    ...(read.showmeans && { cmeans: across(of("mean")) }),
    ...(read.showextrema && {
      cmaxes: across(of("high")),
      cmins: across(of("low")),
      cbars: lines(at, at, of("low"), of("high")),
    }),
    ...(read.showmedians && { cmedians: across(of("median")) }),
    ...(quantiles.some((shares) => shares.length > 0) && {
      cquantiles: across(
        quantiles.flatMap((shares, k) => shares.map((share) => quantile(sets[k], share))),
        quantiles.flatMap((shares, k) => shares.map(() => k)),
      ),
    }),
  };
  axes.add(Object.values(drawn).flat() as (FillBetween | SegmentCollection)[]);
  return quiet(drawn);
}
