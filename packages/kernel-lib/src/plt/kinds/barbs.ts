import { Barbs } from "../artists/barbs";
import { paint } from "../color/color";
import { mappingOptions, readMapping } from "../color/mapping";
import { describe, type Spelled } from "../../array/options";
import type { AxesBase } from "../model/axes";
import { color, faded, label } from "../options/looks";
import { group, option, readTable, type OptionsOf, type Reader } from "../options/option";
import { flag, notNegative, number, scalarOf, share, type Scalar } from "../options/readers";
import { needStraightAxes } from "../projections";
import { readVectors, type VectorArguments } from "../vectors";

/** Reads what of a barb is at its place. */
const pivot: Reader<"tip" | "middle" | Scalar, "tip" | "middle" | number> = (functionName, name, value) => {
  const at = scalarOf(value);
  if (at === "tip" || at === "middle" || (typeof at === "number" && Number.isFinite(at))) return at;
  throw new TypeError(
    `${functionName}: expected ${name} to be "tip", "middle" or a number, got ${describe(value)}`,
  );
};

/** Reads one truth value, or one a barb. */
const flags: Reader<boolean | readonly boolean[], readonly boolean[]> = (functionName, name, value) =>
  Array.isArray(value) && value.length > 0
    ? value.map((each) => flag(functionName, name, each))
    : [flag(functionName, name, value)];

const sizeOptions = {
  /** Room between flags, barbs and half barbs. Default: 0.125. */
  spacing: option(number(), { default: 0.125 }),
  /** How far flags and barbs reach from the shaft. Default: 0.4. */
  height: option(number(), { default: 0.4 }),
  /** Width of a flag, and twice that of a barb. Default: 0.25. */
  width: option(number(), { default: 0.25 }),
  /** Radius of the circle that stands for next to nothing. Default: 0.15. */
  emptybarb: option(number(), { default: 0.15 }),
};

/** Sizes of the parts of barbs, as shares of their length. */
export type BarbSizeOptions = OptionsOf<typeof sizeOptions>;

const incrementOptions = {
  /** What a half barb stands for. Default: 5. */
  half: option(number(0), { default: 5 }),
  /** What a barb stands for. Default: 10. */
  full: option(number(0), { default: 10 }),
  /** What a flag stands for. Default: 50. */
  flag: option(number(0), { default: 50 }),
};

/** What the parts of barbs stand for. */
export type BarbIncrementOptions = OptionsOf<typeof incrementOptions>;

const barbOptions = {
  ...mappingOptions,
  /** Length of the shafts, in points where it is squared and halved. Default: 7. */
  length: option(notNegative, { default: 7 }),
  /** What of a barb is at its place, or how far its tip is from there. Default: "tip". */
  pivot: option(pivot, { default: "tip" }),
  /** Colour of shafts and barbs. Default: that of flags. */
  barbcolor: option(color),
  /** Colour of flags. Default: that of barbs. */
  flagcolor: option(color),
  /** Colour of all. Default: black. */
  color: option(color, { aliases: ["facecolor", "fc"] }),
  /** Width of the edges in points. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { default: 1, aliases: ["lw"] }),
  /** Sizes of the parts, as shares of the length: `spacing`, `height`, `width`, `emptybarb`. */
  sizes: option(group<typeof sizeOptions, Spelled<BarbSizeOptions>>(sizeOptions), { default: {} }),
  /** What the parts stand for: `half`, `full`, `flag`. Default: 5, 10 and 50. */
  barbIncrements: option(group<typeof incrementOptions, Spelled<BarbIncrementOptions>>(incrementOptions), {
    default: {},
  }),
  /** Whether the circles that stand for next to nothing are filled. Default: false. */
  fillEmpty: option(flag, { default: false }),
  /** Whether sizes are rounded to half barbs, and not cut off. Default: true. */
  rounding: option(flag, { default: true }),
  /** Whether barbs are on the other side, as in the south, or which. Default: false. */
  flipBarb: option(flags, { default: false }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name in the legend. */
  label: option(label, { default: "" }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Options of {@link barbs}. */
export type BarbsOptions = OptionsOf<typeof barbOptions>;

/** What {@link barbs} takes: vectors, or places and vectors; values for colours if one likes; options. */
export type BarbsArguments = VectorArguments<BarbsOptions>;

/**
 * Draws winds as barbs: shafts that point where the wind comes from, with a flag for each 50, a barb for each 10 and a half
 * barb for 5 of its speed.
 *
 * @param args - `[x, y,] u, v`, lists or matrices, where x and y may be those of columns and rows; then values that the
 *   colormap turns into colours, if wanted; then options.
 * @returns The barbs, which {@link colorbar} can explain if they are coloured by value.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.barbs.html
 * @example
 * plt.barbs([0, 1, 2], [0, 0, 0], [5, 30, -60], [0, 15, 20], { length: 8 });
 */
export function barbs(axes: AxesBase, ...args: BarbsArguments): Barbs {
  needStraightAxes("barbs", axes);
  const { places, u, v, values, options } = readVectors("barbs", args);
  const read = readTable("barbs", options, barbOptions);
  const mapping = values && readMapping("barbs", read, values);
  const both = read.barbcolor !== undefined && read.flagcolor !== undefined;
  const face = read.flagcolor ?? read.barbcolor ?? read.color ?? paint("barbs", "k");
  const style = {
    ...read,
    face: faded(face, read.alpha),
    edge: both ? faded(read.barbcolor, read.alpha) : undefined,
    sizes: read.sizes ?? readTable("barbs", {}, sizeOptions),
    increments: read.barbIncrements ?? readTable("barbs", {}, incrementOptions),
    flipped: read.flipBarb,
  };
  const drawn = new Barbs(places.x, places.y, u, v, style, values, mapping, read.alpha);
  drawn.label = read.label;
  drawn.zorder = read.zorder;
  axes.add([drawn]);
  if (mapping) axes.mappable = drawn as Barbs & { mapping: typeof mapping };
  return drawn;
}
