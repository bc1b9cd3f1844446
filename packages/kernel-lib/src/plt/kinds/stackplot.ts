import type { Spelled } from "../../array/options";
import { FillBetween } from "../artists/area";
import { noPaint } from "../artists/paints";
import { place, readNumbers, readPlaces, readSeries, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { colors, faded, hatches } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, notNegative, number, share, text } from "../options/readers";

const stackOptions = {
  /** Names in the legend, one a layer. */
  labels: option(given<readonly (string | number)[]>(), { default: [] }),
  /** Colours of the layers, in turn. Default: those of the cycle. */
  colors: option(colors, { aliases: ["color"] }),
  /** What the layers stand on: zero, or they lie about it. Default: "zero". */
  baseline: option(choice("zero", "sym"), { default: "zero" }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Width of the edges in points. Default: 1. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw"] }),
  /** A pattern, or patterns of the layers in turn, as for {@link bar}. Default: none. */
  hatch: option(hatches),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Options of {@link stackplot}. */
export type StackOptions = OptionsOf<typeof stackOptions>;

/** What {@link stackplot} takes after x: the layers, each a list, or all of them as rows; then options. */
export type StackArguments = (Data | readonly Data[] | Spelled<StackOptions>)[];

/** The layers: lists of numbers, or the rows of one matrix. */
function readLayers(layers: readonly unknown[]): Float64Array[] {
  const [only] = layers;
  const nested = layers.length === 1 && Array.isArray(only) && only.every((row) => typeof row === "object");
  if (nested) return only.map((row, k) => readNumbers("stackplot", `y[${k}]`, row));
  if (layers.length > 1) return layers.map((layer, k) => readNumbers("stackplot", `y${k + 1}`, layer));
  const { columns, length } = readSeries("stackplot", "y", only);
  if (columns.length === 1) return [columns[0]];
  return Array.from({ length }, (_, row) => Float64Array.from(columns, (column) => column[row]));
}

/**
 * Draws areas one on top of the other.
 *
 * @param x - The x values.
 * @param args - The layers, each as many numbers as there are x, or all of them as the rows of a matrix; then options.
 * @returns The areas, lowest first.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.stackplot.html
 * @example
 * plt.stackplot([0, 1, 2], [1, 2, 1], [2, 1, 3], { labels: ["train", "test"] });
 */
export function stackplot(axes: AxesBase, x: Data, ...args: StackArguments): FillBetween[] {
  const { placed, options } = splitOptions(args);
  const places = readPlaces("stackplot", "x", x);
  const layers = readLayers(placed);
  const read = readTable("stackplot", options, stackOptions);
  for (const layer of layers) {
    if (layer.length !== places.length) {
      throw new RangeError(
        `stackplot: expected x and y of equal length, got ${places.length} and ${layer.length}`,
      );
    }
  }
  const at = place(axes, "x", places)[0];
  const total = at.map((_, i) => layers.reduce((sum, layer) => sum + layer[i], 0));
  let foot = at.map((_, i) => (read.baseline === "sym" ? -total[i] / 2 : 0));
  const drawn = layers.map((layer, k) => {
    const top = foot.map((low, i) => low + layer[i]);
    const own = read.colors ? read.colors[k % read.colors.length] : axes.nextColor("lines");
    const style = {
      face: [faded(own, read.alpha)],
      edge: [noPaint],
      linewidth: read.linewidth,
      ...(read.hatch && { hatch: [read.hatch[k % read.hatch.length]] }),
    };
    const label = read.labels[k] === undefined ? "" : text("stackplot", "each label", read.labels[k]);
    const area = new FillBetween("x", at, foot, top, style, label);
    if (k === 0 && read.baseline === "zero") area.foot = 0;
    area.zorder = read.zorder;
    foot = top;
    return area;
  });
  axes.add(drawn);
  return drawn;
}
