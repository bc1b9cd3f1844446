import type { Spelled } from "../../array/options";
import { Line2D } from "../artists/line";
import { SegmentCollection } from "../artists/segments";
import { StemContainer } from "../artists/stemContainer";
import { counting, place, readPlaces, type Data } from "../data";
import { readFormat } from "../format";
import { lineOptions, lineStyle } from "../options/line";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { label } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { number, text } from "../options/readers";

const stemOptions = {
  /** A format string for the stems. Default: the first colour of the cycle. */
  linefmt: option(text, { default: "C0-" }),
  /** A format string for the heads. Default: dots in the colour of the stems. */
  markerfmt: option(text, { default: "o" }),
  /** A format string for the line at the foot. Default: "C3-". */
  basefmt: option(text, { default: "C3-" }),
  /** Where stems begin. Default: 0. */
  bottom: option(number(), { default: 0 }),
  /** Name in the legend. */
  label: option(label, { default: "" }),
};

/** Options of {@link stem}. */
export type StemOptions = OptionsOf<typeof stemOptions>;

/** What {@link stem} takes: the heads, or places and heads; then options. */
export type StemArguments =
  [places: Data, heads: Data, options?: Spelled<StemOptions>] | [heads: Data, options?: Spelled<StemOptions>];

/**
 * Draws a stem with a head for every value.
 *
 * @param args - The heights of the heads, or places along x and heights; then options. Without places stems are
 *   numbered from 0.
 * @returns What is drawn: the heads, the stems and the line at their foot.
 * @throws RangeError if lengths differ; TypeError for an invalid format string, an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.stem.html
 * @example
 * plt.stem([1, 2, 3], [0.5, 0.3, 0.1]);
 */
export function stem(axes: AxesBase, ...args: StemArguments): StemContainer {
  const { placed: data, options } = splitOptions(args);
  const heads = readPlaces("stem", "heads", data[data.length - 1]);
  const at = data.length > 1 ? readPlaces("stem", "places", data[0]) : undefined;
  if (at && at.length !== heads.length) {
    throw new RangeError(
      `stem: expected places and heads of equal length, got ${at.length} and ${heads.length}`,
    );
  }
  const read = readTable("stem", options, stemOptions);
  const look = (format: string) =>
    lineStyle("stem", readTable("stem", {}, lineOptions), readFormat("stem", format));
  const line = look(read.linefmt);
  const marker = look(read.markerfmt);
  const base = look(read.basefmt);
  const [x] = at ? place(axes, "x", at) : [counting(heads.length)];
  const [y] = place(axes, "y", heads);
  const color = line.color ?? axes.nextColor("lines");
  const foot = new Float64Array(x.length).fill(read.bottom);
  const stems = new SegmentCollection(
    x,
    foot,
    x,
    y,
    { color: [color], linestyle: line.linestyle, linewidth: line.linewidth },
    "_nolegend_",
  );
  const markers = new Line2D(x, y, { ...marker, color: marker.color ?? color }, "_nolegend_");
  const ends = x.length > 0 ? [Math.min(...x), Math.max(...x)] : [NaN, NaN];
  const baseline = new Line2D(
    ends,
    [read.bottom, read.bottom],
    { ...base, color: base.color ?? color },
    "_nolegend_",
  );
  axes.add([stems, markers, baseline]);
  const container = new StemContainer(markers, stems, baseline, read.label);
  axes.add([container]);
  return container;
}
