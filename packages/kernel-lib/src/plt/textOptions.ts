import { describe, type Spelled } from "../array/options";
import type { TextBox, TextStyle } from "./artists/textStyle";
import { transformOption } from "./coordinates";
import type { Paint } from "./color/color";
import { place, readPlaces } from "./data";
import type { AxesBase } from "./model/axes";
import { color, faded, linestyle } from "./options/looks";
import { group, option, readTable, type OptionsOf, type ReadOf } from "./options/option";
import { choice, given, notNegative, number, share, text } from "./options/readers";
import { rcParams } from "./rcParams";
import { fontOf, fontOptions, rotation } from "./settings/font";
import { fontSize } from "./text/fontSize";

const boxOptions = {
  /** Colour inside. Default: "C0". Short: `fc`. */
  facecolor: option(color, { default: "C0", aliases: ["fc"] }),
  /** Colour of the edge. Default: black. Short: `ec`. */
  edgecolor: option(color, { default: "k", aliases: ["ec"] }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Room around the text, in points, or with a `boxstyle` in multiples of its size. Default: 4, or 0.3. */
  pad: option(notNegative),
  /** Width of the edge in points. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { default: 1, aliases: ["lw"] }),
  /** "-", "--", "-." or ":". Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { default: "-", aliases: ["ls"] }),
  /** "square" or "round", or one of these with its room, "round,pad=0.5". Default: "square". */
  boxstyle: option(text),
};

/** A box behind a text. */
export type TextBoxOptions = OptionsOf<typeof boxOptions>;

/** How a text looks, and where its place is in it. */
export const textLook = {
  ...fontOptions,
  /** Where the place is in the text: "left", "center" or "right". Default: "left". Short: `ha`. */
  horizontalalignment: option(choice("left", "center", "right"), { default: "left", aliases: ["ha"] }),
  /** Where the place is in the text. Default: "baseline". Short: `va`. */
  verticalalignment: option(choice("top", "center", "baseline", "bottom", "center_baseline"), {
    default: "baseline",
    aliases: ["va"],
  }),
  /** Degrees, counter-clockwise. Default: 0. */
  rotation: option(rotation, { default: 0 }),
  /** Whether the text is turned and then aligned ("default"), or aligned and then turned about its place ("anchor"). */
  rotationMode: option(choice("default", "anchor"), { default: "default" }),
  /** Where lines of a text stand beside each other. Default: as the text at its place. Short: `ma`. */
  multialignment: option(choice("left", "center", "right"), { aliases: ["ma"] }),
  /** Distance of the lines of a text, in multiples of its size. Default: 1.2. */
  linespacing: option(notNegative, { default: 1.2 }),
  /** Colour of a box behind the text. Default: none. */
  backgroundcolor: option(color),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Name of a font family. Short: `family`. */
  fontfamily: option(given<string>(), { aliases: ["family"] }),
  /** A box behind the text. Default: none. */
  bbox: option(group<typeof boxOptions, Spelled<TextBoxOptions>>(boxOptions)),
  /** Those with a higher one are drawn over those with a lower one. Default: 3. */
  zorder: option(number(), { default: 3 }),
};

/** The look of a text. */
export type TextLookOptions = OptionsOf<typeof textLook>;

export const textOptions = {
  ...textLook,
  /**
   * What the place is measured in: `ax.transData`, `ax.transAxes`, or `ax.getXaxisTransform()` for x in data and y in
   * shares of the axes, `ax.getYaxisTransform()` the other way round. Default: data.
   */
  transform: transformOption,
};

/** Options of {@link text}. */
export type TextOptions = OptionsOf<typeof textOptions>;

function boxOf(
  functionName: string,
  read: ReadOf<typeof boxOptions> | undefined,
  fontsize: number,
): TextBox | undefined {
  if (read === undefined) return undefined;
  const { boxstyle, pad: given } = read;
  const [shape, ...settings] = (boxstyle ?? "square").split(",");
  choice("square", "round", "round4")(functionName, "boxstyle", shape);
  const pad = settings.map((setting) => /^\s*pad=([\d.]+)$/.exec(setting)?.[1]).find(Boolean);
  return {
    face: faded(read.facecolor, read.alpha),
    edge: faded(read.edgecolor, read.alpha),
    pad: boxstyle === undefined ? (given ?? 4) / fontsize : pad === undefined ? (given ?? 0.3) : Number(pad),
    rounded: shape !== "square",
    linewidth: read.linewidth,
    linestyle: read.linestyle,
  };
}

/** The box of a text of which only the colour behind it is said. */
const backgroundOf = (behind: Paint | undefined): ReadOf<typeof boxOptions> | undefined =>
  behind && { ...readTable("text", {}, boxOptions), facecolor: behind, edgecolor: behind };

/** The look of a text whose options are read. */
export function textStyle(functionName: string, read: ReadOf<typeof textLook>): TextStyle {
  const fontsize = read.fontsize ?? fontSize(functionName, rcParams["font.size"]);
  return {
    ...fontOf(read),
    fontsize,
    alpha: read.alpha,
    ha: read.horizontalalignment,
    va: read.verticalalignment,
    rotation: read.rotation,
    turnedLast: read.rotationMode === "anchor",
    family: read.fontfamily,
    ma: read.multialignment,
    linespacing: read.linespacing,
    box: boxOf(functionName, read.bbox ?? backgroundOf(read.backgroundcolor), fontsize),
  };
}

/** Reads one place, a number or a name. */
export function readPlace(
  functionName: string,
  name: string,
  value: unknown,
): (axes: AxesBase, direction: "x" | "y") => number {
  const series = readPlaces(functionName, name, typeof value === "string" ? [value] : value);
  if (series.length !== 1) {
    throw new TypeError(`${functionName}: expected ${name} to be one number, got ${describe(value)}`);
  }
  return (axes, direction) => place(axes, direction, series)[0][0];
}
