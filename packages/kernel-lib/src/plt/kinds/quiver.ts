import { Quiver, type LengthUnit } from "../artists/quiver";
import { noPaint } from "../artists/paints";
import { paint } from "../color/color";
import { mappingOptions, readMapping } from "../color/mapping";
import { readArray, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { color, colors, faded, label } from "../options/looks";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, notNegative, number, share } from "../options/readers";
import { needStraightAxes } from "../projections";
import { readVectors, type VectorArguments } from "../vectors";

const lengthUnit = choice<LengthUnit>("width", "height", "dots", "inches", "x", "y", "xy");

/** Reads how arrows are turned. */
const angles: Reader<"uv" | "xy" | Data, "uv" | "xy" | readonly number[]> = (functionName, name, value) =>
  value === "uv" || value === "xy"
    ? value
    : Array.from(readArray(functionName, name, value).data as Float64Array);

const quiverOptions = {
  ...mappingOptions,
  /** A colour, or one an arrow. Default: black. */
  color: option(colors, { aliases: ["facecolor", "fc"] }),
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor: option(color, { aliases: ["ec"] }),
  /** Width of the edges in points. Default: 0. Short: `lw`. */
  linewidth: option(notNegative, { default: 0, aliases: ["lw"] }),
  /** What the width of shafts is measured in. Default: "width", that of the axes. */
  units: option(lengthUnit, { default: "width" }),
  /** "uv": as vectors are on the screen; "xy": from x, y to x + u, y + v; or degrees. Default: "uv". */
  angles: option(angles, { default: "uv" }),
  /** How long a vector is that is one `scaleUnits` long on the screen. Default: by how many there are, and their mean. */
  scale: option(notNegative),
  /** What `scale` is measured in. Default: `units`. */
  scaleUnits: option(lengthUnit),
  /** Width of the shafts. Default: by how many arrows there are. */
  width: option(notNegative),
  /** Width of the head in widths of the shaft. Default: 3. */
  headwidth: option(notNegative, { default: 3 }),
  /** Length of the head. Default: 5. */
  headlength: option(notNegative, { default: 5 }),
  /** Length of the head at the shaft. Default: 4.5. */
  headaxislength: option(notNegative, { default: 4.5 }),
  /** Length below which arrows become smaller as a whole, in lengths of the head. Default: 1. */
  minshaft: option(notNegative, { default: 1 }),
  /** Shorter arrows are dots. Default: 1. */
  minlength: option(notNegative, { default: 1 }),
  /** What of an arrow is at its place. Default: "tail". */
  pivot: option(choice("tail", "mid", "middle", "tip"), { default: "tail" }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Options of {@link quiver}. */
export type QuiverOptions = OptionsOf<typeof quiverOptions>;

/** What {@link quiver} takes: vectors, or places and vectors; values for colours if one likes; options. */
export type QuiverArguments = VectorArguments<QuiverOptions>;

/**
 * Draws vectors as arrows.
 *
 * @param args - `[x, y,] u, v`, lists or matrices, where x and y may be those of columns and rows; then values that the
 *   colormap turns into colours, if wanted; then options.
 * @returns The arrows, which {@link colorbar} can explain if they are coloured by value, and {@link quiverkey} always.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.quiver.html
 * @example
 * plt.quiver([0, 1], [0, 0], [1, 0], [1, 1], { color: "C0" });
 */
export function quiver(axes: AxesBase, ...args: QuiverArguments): Quiver {
  needStraightAxes("quiver", axes);
  const { places, u, v, values, options } = readVectors("quiver", args);
  const read = readTable("quiver", options, quiverOptions);
  const face = (read.color ?? [paint("quiver", "k")]).map((each) => faded(each, read.alpha));
  const style = {
    ...read,
    face,
    edge: faded(read.edgecolor, read.alpha) ?? noPaint,
    pivot: read.pivot === "middle" ? ("mid" as const) : read.pivot,
  };
  const mapping = values && readMapping("quiver", read, values);
  const arrows = new Quiver(places.x, places.y, u, v, style, values, mapping, read.alpha);
  arrows.label = read.label;
  arrows.zorder = read.zorder;
  axes.add([arrows]);
  if (mapping) axes.mappable = arrows as Quiver & { mapping: typeof mapping };
  return arrows;
}
