import { describe } from "../array/options";
import type { Coordinates, TextBox, TextStyle } from "./artists/text";
import type { AxesBase } from "./model/axes";
import { paint, type Color } from "./color/color";
import { readPlaces } from "./data";
import { checkChoice, checkNumber, checkOptions, drawingOptions, readText } from "./options";
import { rcParams } from "./rcParams";
import { fontDefaults, readFont, readRotation, type FontOptions } from "./settings/font";
import { fontSize } from "./text/fontSize";

/** A box behind a text. */
export interface TextBoxOptions {
  facecolor?: Color;
  edgecolor?: Color;
  alpha?: number;
  /** Room around the text in multiples of its size. Default: 0.3. */
  pad?: number;
  /** "square" or "round". Default: "square". */
  boxstyle?: string;
}

/** Options of {@link text}. */
export interface TextOptions extends FontOptions {
  /** Where the place is in the text: "left", "center" or "right". Default: "left". Short: `ha`. */
  horizontalalignment?: "left" | "center" | "right";
  ha?: "left" | "center" | "right";
  /** Where the place is in the text. Default: "baseline". Short: `va`. */
  verticalalignment?: "top" | "center" | "baseline" | "bottom" | "center_baseline";
  va?: "top" | "center" | "baseline" | "bottom" | "center_baseline";
  /** Degrees, counter-clockwise. Default: 0. */
  rotation?: number | "horizontal" | "vertical";
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Name of a font family. */
  fontfamily?: string;
  family?: string;
  /** A box behind the text. Default: none. */
  bbox?: TextBoxOptions;
  /** What the place is measured in: `ax.transData` or `ax.transAxes`. Default: data. */
  transform?: Coordinates;
  /** Those with a higher one are drawn over those with a lower one. Default: 3. */
  zorder?: number;
}

/** Options of texts with their defaults. */
export const textDefaults = {
  ...fontDefaults,
  horizontalalignment: "left" as TextStyle["ha"],
  verticalalignment: "baseline" as TextStyle["va"],
  rotation: 0 as number | string,
  alpha: undefined as number | undefined,
  fontfamily: undefined as string | undefined,
  bbox: undefined as TextBoxOptions | undefined,
  zorder: 3,
};

function readBox(functionName: string, options: unknown): TextBox | undefined {
  if (options === undefined || options === null) return undefined;
  const read = drawingOptions(functionName, options, {
    facecolor: "C0" as Color,
    edgecolor: "k" as Color,
    alpha: undefined as number | undefined,
    pad: 0.3,
    boxstyle: "square",
  });
  checkOptions(functionName, read, { alpha: checkNumber(0, 1), pad: checkNumber(0) });
  const [shape, ...settings] = readText(functionName, "boxstyle", read.boxstyle).split(",");
  checkChoice(functionName, "boxstyle", shape, ["square", "round", "round4"]);
  const pad = settings.map((setting) => /^\s*pad=([\d.]+)$/.exec(setting)?.[1]).find(Boolean);
  return {
    face: paint(functionName, read.facecolor, read.alpha),
    edge: paint(functionName, read.edgecolor, read.alpha),
    pad: pad === undefined ? read.pad : Number(pad),
    rounded: shape !== "square",
  };
}

/** Reads the look of a text. */
export function readTextStyle(functionName: string, read: typeof textDefaults): TextStyle {
  checkChoice(functionName, "horizontalalignment", read.horizontalalignment, ["left", "center", "right"]);
  checkChoice(functionName, "verticalalignment", read.verticalalignment, [
    "top",
    "center",
    "baseline",
    "bottom",
    "center_baseline",
  ]);
  checkOptions(functionName, read, { alpha: checkNumber(0, 1), zorder: checkNumber() });
  return {
    ...readFont(functionName, read),
    fontsize: fontSize(functionName, read.fontsize ?? rcParams["font.size"]),
    alpha: read.alpha,
    ha: read.horizontalalignment,
    va: read.verticalalignment,
    rotation: readRotation(functionName, read.rotation) ?? 0,
    family: read.fontfamily,
    box: readBox(functionName, read.bbox),
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
  return (axes, direction) =>
    series.names ? axes.axisOf(direction).dimension.place(series.names[0]) : series.columns[0][0];
}
