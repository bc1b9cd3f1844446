import { describe } from "../array/options";
import { quiet } from "../display/quiet";
import { FillBetween } from "./artists/area";
import { noPaint, paintAt } from "./artists/paints";
import { SegmentCollection } from "./artists/segments";
import { readNumbers, type Data } from "./data";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";
import { colors, faded } from "./options/looks";
import { option, type ReadOf } from "./options/option";
import { choice, flag, given } from "./options/readers";
import { rcParams } from "./rcParams";

/** Options of all that draws violins. */
export const violinsOptions = {
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
  /** Whether both halves of the violins are drawn, or one. Default: "both". */
  side: option(choice("both", "low", "high"), { default: "both" }),
  /** Colour of the violins, or one each. Default: the next in the cycle, at an opacity of 0.3. */
  facecolor: option(colors),
  /** Colour of the lines, or one each. Default: the next in the cycle. */
  linecolor: option(colors),
};

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

/** What is shown of a set of numbers: where it is how dense, and its statistics. */
interface Violin {
  coordinates: Float64Array;
  dense: Float64Array;
  low: number;
  high: number;
  mean: number;
  median: number;
  quantiles: readonly number[];
}

/** Draws a violin for every set. */
export function drawViolins(
  functionName: string,
  axes: AxesBase,
  violins: readonly Violin[],
  read: ReadOf<typeof violinsOptions>,
): Violinplot {
  const each = (name: "positions" | "widths", usual: (k: number) => number) => {
    if (read[name] === undefined) return violins.map((_, k) => usual(k));
    const values = [...readNumbers(functionName, name, read[name])];
    if (values.length === violins.length) return values;
    if (values.length === 1 && name === "widths") return violins.map(() => values[0]);
    throw new RangeError(
      `${functionName}: expected ${name} to be ${violins.length} numbers, got ${describe(read[name])}`,
    );
  };
  const at = each("positions", (k) => k + 1);
  const widths = each("widths", () => 0.5);
  const along: Direction = read.orientation === "vertical" ? "x" : "y";
  const next = read.facecolor && read.linecolor ? noPaint : axes.nextColor("lines");
  const [toLow, toHigh] = [read.side !== "high" ? 1 : 0, read.side !== "low" ? 1 : 0];
  const bodies = violins.map(({ coordinates, dense }, k) => {
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
  const of = (name: "mean" | "low" | "high" | "median") => violins.map((own) => own[name]);
  const drawn: Violinplot = {
    bodies,
    ...(read.showmeans && { cmeans: across(of("mean")) }),
    ...(read.showextrema && {
      cmaxes: across(of("high")),
      cmins: across(of("low")),
      cbars: lines(at, at, of("low"), of("high")),
    }),
    ...(read.showmedians && { cmedians: across(of("median")) }),
    ...(violins.some(({ quantiles }) => quantiles.length > 0) && {
      cquantiles: across(
        violins.flatMap(({ quantiles }) => quantiles),
        violins.flatMap(({ quantiles }, k) => quantiles.map(() => k)),
      ),
    }),
  };
  axes.add(Object.values(drawn).flat() as (FillBetween | SegmentCollection)[]);
  return quiet(drawn);
}
