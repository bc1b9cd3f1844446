import { describe, type Spelled } from "../../array/options";
import { ErrorbarContainer } from "../artists/errorbarContainer";
import { Line2D } from "../artists/line";
import { place, readPlaces, type Data } from "../data";
import { drawErrors, readErrors, readLimits, type Errors, type Limits } from "../errorBars";
import { readFormat } from "../format";
import { lineOptions, lineStyle } from "../options/line";
import type { AxesBase } from "../model/axes";
import { optionsAfter } from "../options/arguments";
import { colors, faded } from "../options/looks";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { flag, given, notNegative, text } from "../options/readers";

/** Reads which points have error bars: every so many, from the first or from another on. */
const errorevery: Reader<number | readonly [number, number], readonly [start: number, step: number]> = (
  functionName,
  name,
  value,
) => {
  const [start, step] = Array.isArray(value) ? (value as unknown[]) : [0, value];
  const whole = (part: unknown, least: number) => Number.isInteger(part) && (part as number) >= least;
  if (whole(start, 0) && whole(step, 1)) return [start as number, step as number];
  throw new TypeError(
    `${functionName}: expected ${name} to be a whole number above 0, or [start, step], got ${describe(value)}`,
  );
};

const errorbarOptions = {
  ...lineOptions,
  /** Lengths along y: one, one each, or a pair of lists, below and above. */
  yerr: option(given<Data>()),
  /** Lengths along x: one, one each, or a pair of lists, left and right. */
  xerr: option(given<Data>()),
  /** A format string for the points, "none" for error bars only. Default: "". */
  fmt: option(text, { default: "" }),
  /** Colour of the error bars. Default: that of the line. */
  ecolor: option(colors),
  /** Width of the error bars in points. Default: that of the line. */
  elinewidth: option(notNegative),
  /** Half the length of the caps in points. Default: 0. */
  capsize: option(notNegative, { rc: "errorbar.capsize" }),
  /** Whether values are only lower limits along y, one for all or one each: a caret points up. Default: false. */
  lolims: option(given<boolean | readonly (boolean | number)[]>(), { default: false }),
  /** Whether values are only upper limits along y. Default: false. */
  uplims: option(given<boolean | readonly (boolean | number)[]>(), { default: false }),
  /** Whether values are only lower limits along x. Default: false. */
  xlolims: option(given<boolean | readonly (boolean | number)[]>(), { default: false }),
  /** Whether values are only upper limits along x. Default: false. */
  xuplims: option(given<boolean | readonly (boolean | number)[]>(), { default: false }),
  /** Error bars for every so many points, or from one on: `[start, step]`. Default: 1. */
  errorevery: option(errorevery, { default: [0, 1] }),
  /** Whether error bars lie upon the markers. Default: false. */
  barsabove: option(flag, { default: false }),
  /** Thickness of the caps in points. Default: 1. */
  capthick: option(notNegative, { rc: "lines.markeredgewidth" }),
};

/** Options of {@link errorbar}. */
export type ErrorbarOptions = OptionsOf<typeof errorbarOptions>;

/** What {@link errorbar} takes after x and y: lengths along y and x, if wanted, and options. */
export type ErrorbarArguments =
  | [yerr: Data, xerr: Data, options?: Spelled<ErrorbarOptions>]
  | [yerr: Data, options?: Spelled<ErrorbarOptions>]
  | [options?: Spelled<ErrorbarOptions>];

/** Which values are limits in one direction. */
const limitsOf = (lower: unknown, upper: unknown, names: readonly [string, string], count: number) => ({
  lower: readLimits("errorbar", names[0], lower, count),
  upper: readLimits("errorbar", names[1], upper, count),
});

/**
 * Draws points, a line through them, and how far off they may be.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param args - `yerr` and `xerr`, if wanted in this place; then options: `yerr`, `xerr`, `fmt`, `capsize` and so on, and those of {@link plot}.
 * @returns The line and the error bars.
 * @throws RangeError if lengths differ, or an error is negative; TypeError for an unknown option, or a value that does not fit.
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
  const read = readTable("errorbar", optionsAfter("errorbar", ["yerr", "xerr"], args), errorbarOptions);
  const bare = read.fmt.toLowerCase() === "none";
  const style = lineStyle("errorbar", read, bare ? {} : readFormat("errorbar", read.fmt));
  const errors = {
    x: readErrors("errorbar", "xerr", read.xerr, xs.length),
    y: readErrors("errorbar", "yerr", read.yerr, ys.length),
  };
  const limits = {
    x: limitsOf(read.xlolims, read.xuplims, ["xlolims", "xuplims"], xs.length),
    y: limitsOf(read.lolims, read.uplims, ["lolims", "uplims"], ys.length),
  };
  const label = read.label === undefined ? "" : text("errorbar", "label", read.label);
  const [px] = place(axes, "x", xs);
  const [py] = place(axes, "y", ys);
  const next = style.color ?? axes.nextColor("lines");
  const color = read.alpha === undefined ? next : { ...next, alpha: read.alpha };
  const line = bare ? undefined : new Line2D(px, py, { ...style, color }, "_nolegend_");
  if (line) {
    // Its markers lie upon the bars.
    line.zorder = (read.zorder ?? 2) + (read.barsabove ? -0.1 : 0.1);
    axes.add([line]);
  }
  const looks = {
    color: read.ecolor?.map((paint) => faded(paint, read.alpha)) ?? [color],
    linewidth: read.elinewidth ?? style.linewidth,
    capsize: read.capsize,
    capthick: read.capthick,
    zorder: read.zorder ?? 2,
  };
  const [start, step] = read.errorevery;
  const some = <T>(each: ArrayLike<T>) =>
    Array.from(each).filter((_, i) => i >= start && (i - start) % step === 0);
  const numbers = (each: Float64Array) => Float64Array.from(some(each));
  const between = (own: Errors | undefined) => own && ([numbers(own[0]), numbers(own[1])] as const);
  const among = ({ lower, upper }: Limits): Limits => ({ lower: some(lower), upper: some(upper) });
  const bars = drawErrors(
    axes,
    { x: numbers(px), y: numbers(py) },
    { x: between(errors.x), y: between(errors.y) },
    looks,
    { x: among(limits.x), y: among(limits.y) },
  );
  const directions = (["x", "y"] as const).filter((direction) => errors[direction] !== undefined);
  const container = new ErrorbarContainer(line, bars, directions, label);
  axes.add([container]);
  return container;
}
