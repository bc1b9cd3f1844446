import type { Spelled } from "../../array/options";
import { ErrorbarContainer } from "../artists/errorbarContainer";
import { Line2D } from "../artists/line";
import { readPaints } from "../artists/paints";
import type { Color } from "../color/color";
import { place, readPlaces, type Data } from "../data";
import { drawErrors, readErrors } from "../errorBars";
import { readFormat } from "../format";
import { checkNumber, checkOptions, drawingOptions, optionsAfter, readText } from "../options";
import { rcParams } from "../rcParams";
import { lineDefaults, lineStyle, readLineOptions, type LineOptions } from "../lines";
import type { AxesBase } from "../model/axes";

/** Options of {@link errorbar}. */
export interface ErrorbarOptions extends LineOptions {
  /** Lengths along y: one, one each, or a pair of lists, below and above. */
  yerr?: Data;
  /** Lengths along x: one, one each, or a pair of lists, left and right. */
  xerr?: Data;
  /** A format string for the points, "none" for error bars only. Default: "". */
  fmt?: string;
  /** Colour of the error bars. Default: that of the line. */
  ecolor?: Color;
  /** Width of the error bars in points. Default: that of the line. */
  elinewidth?: number;
  /** Half the length of the caps in points. Default: 0. */
  capsize?: number;
  /** Thickness of the caps in points. Default: 1. */
  capthick?: number;
}

/** What {@link errorbar} takes after x and y: lengths along y and x, if wanted, and options. */
export type ErrorbarArguments =
  | [options?: Spelled<ErrorbarOptions>]
  | [yerr: Data, options?: Spelled<ErrorbarOptions>]
  | [yerr: Data, xerr: Data, options?: Spelled<ErrorbarOptions>];

/**
 * Draws points, a line through them, and how far off they may be.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param args - `yerr` and `xerr`, if wanted in this place; then options: `yerr`, `xerr`, `fmt`, `capsize` and so on, and those of {@link plot}.
 * @returns The line and the error bars.
 * @throws RangeError if lengths differ, or an error is negative; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.errorbar.html
 * @example
 * plt.errorbar([1, 2, 3], [2, 3, 1], { yerr: 0.2, fmt: "o", capsize: 3 });
 */
export function errorbar(axes: AxesBase, x: Data, y: Data, ...args: ErrorbarArguments): ErrorbarContainer {
  const xs = readPlaces("errorbar", "x", x);
  const ys = readPlaces("errorbar", "y", y);
  if (xs.length !== ys.length) {
    throw new RangeError(`errorbar: expected x and y of equal length, got ${xs.length} and ${ys.length}`);
  }
  const { yerr, xerr, fmt, ecolor, elinewidth, capsize, capthick, ...rest } = drawingOptions(
    "errorbar",
    optionsAfter("errorbar", ["yerr", "xerr"], args),
    {
      ...lineDefaults,
      yerr: undefined as Data | undefined,
      xerr: undefined as Data | undefined,
      fmt: "",
      ecolor: undefined as Color | undefined,
      elinewidth: undefined as number | undefined,
      capsize: undefined as number | undefined,
      capthick: undefined as number | undefined,
    },
  );
  const read = readLineOptions("errorbar", rest);
  const notNegative = checkNumber(0);
  checkOptions(
    "errorbar",
    { elinewidth, capsize, capthick },
    { elinewidth: notNegative, capsize: notNegative, capthick: notNegative },
  );
  const bare = typeof fmt === "string" && fmt.toLowerCase() === "none";
  const format = bare ? {} : readFormat("errorbar", readText("errorbar", "fmt", fmt));
  const style = lineStyle("errorbar", read, format);
  const errors = {
    x: readErrors("errorbar", "xerr", xerr, xs.length),
    y: readErrors("errorbar", "yerr", yerr, ys.length),
  };
  const ownColor = ecolor === undefined ? undefined : readPaints("errorbar", ecolor, read.alpha);
  const label = read.label === undefined ? "" : readText("errorbar", "label", read.label);
  const [px] = place(axes, "x", xs);
  const [py] = place(axes, "y", ys);
  const next = style.color ?? axes.nextColor("lines");
  const color = read.alpha === undefined ? next : { ...next, alpha: read.alpha };
  const line = bare ? undefined : new Line2D(px, py, { ...style, color }, "_nolegend_");
  if (line) {
    // Its markers lie upon the bars.
    line.zorder = (read.zorder ?? 2) + 0.1;
    axes.add([line]);
  }
  const bars = drawErrors(axes, { x: px, y: py }, errors, {
    color: ownColor ?? [color],
    linewidth: elinewidth ?? style.linewidth,
    capsize: capsize ?? rcParams["errorbar.capsize"],
    capthick: capthick ?? rcParams["lines.markeredgewidth"],
    zorder: read.zorder ?? 2,
  });
  const directions = (["x", "y"] as const).filter((direction) => errors[direction] !== undefined);
  const container = new ErrorbarContainer(line, bars, directions, label);
  axes.add([container]);
  return container;
}
