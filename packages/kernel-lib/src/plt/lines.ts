import { describe, isPlainObject, type Spelled } from "../array/options";
import { quiet } from "../display/quiet";
import { Line2D, type LineStyle } from "./artists/line";
import { paint, type Color } from "./color/color";
import { counting, place, readSeries, type Data, type Series } from "./data";
import { readFormat, type LineFormat } from "./format";
import { readLinestyle, type LinestyleName } from "./linestyle";
import { readMarker } from "./markers";
import { checkChoice, checkNumber, checkOptions, drawingOptions } from "./options";
import { rcParams } from "./rcParams";
import type { AxesBase } from "./model/axes";

/** How lines of {@link plot} look. */
export interface LineOptions {
  /** Name in the legend; for several columns of y, a list of names. */
  label?: string | number | readonly (string | number)[];
  /** Colour of line and markers. Default: the next in the cycle. Short: `c`. */
  color?: Color;
  c?: Color;
  /** Opacity from 0 to 1. Default: that of the colour. */
  alpha?: number;
  /** Width in points. Default: 1.5. Short: `lw`. */
  linewidth?: number;
  lw?: number;
  /** "-", "--", "-.", ":" or "None", or dashes and gaps as `[0, [5, 2]]`. Default: "-". Short: `ls`. */
  linestyle?: LinestyleName;
  ls?: LinestyleName;
  /** "o", "s", "^", "x" and so on. Default: "None". */
  marker?: string | null;
  /** Diameter of the markers in points. Default: 6. Short: `ms`. */
  markersize?: number;
  ms?: number;
  /** Colour of the markers' edges. Default: that of the line. Short: `mec`. */
  markeredgecolor?: Color;
  mec?: Color;
  /** Width of the markers' edges in points. Default: 1. Short: `mew`. */
  markeredgewidth?: number;
  mew?: number;
  /** Colour inside the markers. Default: that of the line. Short: `mfc`. */
  markerfacecolor?: Color;
  mfc?: Color;
  /** Whether markers are filled, "full" or "none". Default: "full". */
  fillstyle?: "full" | "none";
  /** A marker on every so many points only. Default: 1. */
  markevery?: number;
  /** "default", or "steps-pre", "steps-mid", "steps-post". Default: "default". Short: `ds`. */
  drawstyle?: string;
  ds?: string;
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder?: number;
}

/**
 * What {@link plot} takes: groups of x, y and a format string, x and format as one likes, and options.
 *
 * The usual form comes last: by the last one that has as many arguments TypeScript explains what is wrong.
 */
export type PlotArguments =
  | [x: Data, y: Data, ...groups: (Data | string | Spelled<LineOptions>)[]]
  | [x: Data, y: Data, format: string, options?: Spelled<LineOptions>]
  | [y: Data, format: string, options?: Spelled<LineOptions>]
  | [y: Data, options?: Spelled<LineOptions>]
  | [x: Data, y: Data, options?: Spelled<LineOptions>];

interface Group {
  x?: Series;
  y: Series;
  format: LineFormat;
}

/** Options of lines with their defaults. */
export const lineDefaults = {
  label: undefined as LineOptions["label"],
  color: undefined as Color | undefined,
  alpha: undefined as number | undefined,
  linewidth: undefined as number | undefined,
  linestyle: undefined as LinestyleName | undefined,
  marker: undefined as string | null | undefined,
  markersize: undefined as number | undefined,
  markeredgecolor: undefined as Color | undefined,
  markeredgewidth: undefined as number | undefined,
  markerfacecolor: undefined as Color | undefined,
  fillstyle: undefined as string | undefined,
  markevery: undefined as number | undefined,
  drawstyle: "default",
  zorder: undefined as number | undefined,
};

/** Options of lines with their defaults. */
export type LineSettings = typeof lineDefaults;

/** Reads the options of lines. */
export function readLineOptions(functionName: string, options: unknown): LineSettings {
  const read = drawingOptions(functionName, options, lineDefaults);
  checkOptions(functionName, read, {
    alpha: checkNumber(0, 1),
    linewidth: checkNumber(0),
    markersize: checkNumber(0),
    markeredgewidth: checkNumber(0),
    markevery: checkNumber(1),
    zorder: checkNumber(),
  });
  checkChoice(functionName, "fillstyle", read.fillstyle, ["full", "none"]);
  checkChoice(functionName, "drawstyle", read.drawstyle, [
    "default",
    "steps",
    "steps-pre",
    "steps-mid",
    "steps-post",
  ]);
  return read;
}

/** The look of a line, all but its colour where that is left to the cycle. */
export function lineStyle(
  functionName: string,
  read: LineSettings,
  format: LineFormat = {},
): Omit<LineStyle, "color"> & { color?: LineStyle["color"] } {
  const given = read.color !== undefined ? paint(functionName, read.color, read.alpha) : format.color;
  const optional = (color: Color | undefined) =>
    color === undefined ? undefined : paint(functionName, color, read.alpha);
  return {
    color: given,
    linestyle: readLinestyle(functionName, read.linestyle ?? format.linestyle ?? rcParams["lines.linestyle"]),
    linewidth: read.linewidth ?? rcParams["lines.linewidth"],
    marker: readMarker(
      functionName,
      read.marker !== undefined ? read.marker : (format.marker ?? rcParams["lines.marker"]),
    ),
    markersize: read.markersize ?? rcParams["lines.markersize"],
    markeredgewidth: read.markeredgewidth ?? rcParams["lines.markeredgewidth"],
    markeredgecolor: optional(read.markeredgecolor),
    markerfacecolor: read.fillstyle === "none" ? paint(functionName, "none") : optional(read.markerfacecolor),
    markevery: read.markevery ?? 1,
    drawstyle: read.drawstyle,
  };
}

/** Divides the arguments into groups of x, y and format; the first one without a partner ends a group. */
function readGroups(functionName: string, args: readonly unknown[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < args.length;) {
    const first = args[i++];
    const second = i < args.length && typeof args[i] !== "string" ? args[i++] : undefined;
    const text = args[i];
    const format = typeof text === "string" ? readFormat(functionName, (i++, text)) : {};
    const y = readSeries(functionName, second === undefined ? "y" : "x", first);
    groups.push(
      second === undefined ? { y, format } : { x: y, y: readSeries(functionName, "y", second), format },
    );
  }
  for (const { x, y } of groups) {
    if (x && x.length !== y.length) {
      throw new RangeError(
        `${functionName}: expected x and y of equal length, got ${x.length} and ${y.length}`,
      );
    }
    if (x && x.columns.length > 1 && y.columns.length > 1 && x.columns.length !== y.columns.length) {
      throw new RangeError(
        `${functionName}: expected x and y with as many columns, got ${x.columns.length} and ${y.columns.length}`,
      );
    }
  }
  return groups;
}

/** The names of so many lines. */
function readLabels(functionName: string, label: LineOptions["label"], count: number): string[] {
  if (Array.isArray(label) && count > 1) {
    if (label.length !== count) {
      throw new RangeError(`${functionName}: expected ${count} labels, one a column, got ${label.length}`);
    }
    return label.map(String);
  }
  if (label !== undefined && typeof label === "object" && !Array.isArray(label)) {
    throw new TypeError(`${functionName}: expected label to be a string, got ${describe(label)}`);
  }
  return new Array<string>(count).fill(label === undefined ? "" : String(label as string));
}

/** Draws lines as {@link plot} does, in the name of another function. */
export function drawLines(
  axes: AxesBase,
  functionName: string,
  args: readonly unknown[],
  prepare?: () => void,
): Line2D[] {
  const last = args[args.length - 1];
  const withOptions = isPlainObject(last);
  const read = readLineOptions(functionName, withOptions ? last : undefined);
  const groups = readGroups(functionName, withOptions ? args.slice(0, -1) : args);
  if (groups.length === 0 && args.length > 0)
    throw new TypeError(`${functionName}: expected y, got options only`);
  const styles = groups.map(({ format }) => lineStyle(functionName, read, format));
  const labels = groups.map(({ x, y }) =>
    readLabels(functionName, read.label, Math.max(x?.columns.length ?? 1, y.columns.length)),
  );
  prepare?.();
  const lines = groups.flatMap(({ x, y }, g) => {
    const xs = x ? place(axes, "x", x) : [counting(y.length)];
    const ys = place(axes, "y", y);
    return labels[g].map((label, j) => {
      const cycled = styles[g].color ?? axes.nextColor("lines");
      const color = read.alpha !== undefined ? { ...cycled, alpha: read.alpha } : cycled;
      const line = new Line2D(
        xs[xs.length > 1 ? j : 0],
        ys[ys.length > 1 ? j : 0],
        { ...styles[g], color },
        label,
      );
      line.zorder = read.zorder ?? line.zorder;
      return line;
    });
  });
  axes.add(lines);
  return quiet(lines);
}
