import type { Spelled } from "../../array/options";
import { Span } from "../artists/span";
import { SpanningLine } from "../artists/spanningLine";
import { readNumbers } from "../data";
import { isDate } from "../dates";
import { lineOptions, lineStyle, type LineRead } from "../options/line";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { optionsAfter } from "../options/arguments";
import { filledOptions, filledStyle, firstOfCycle } from "../options/looks";
import { option, readTable, type OptionsOf, type ReadOf } from "../options/option";
import { number, text, type Scalar } from "../options/readers";

const acrossX = {
  /** Left end, as a share of the axes. Default: 0. */
  xmin: option(number(), { default: 0 }),
  /** Right end, as a share of the axes. Default: 1. */
  xmax: option(number(), { default: 1 }),
};

const acrossY = {
  /** Lower end, as a share of the axes. Default: 0. */
  ymin: option(number(), { default: 0 }),
  /** Upper end, as a share of the axes. Default: 1. */
  ymax: option(number(), { default: 1 }),
};

/** Options of {@link axhline}. */
export type AxhlineOptions = OptionsOf<typeof lineOptions & typeof acrossX> & {
  /** The value, where it is not the first argument. Default: 0. */
  y?: Scalar;
};

/** Options of {@link axvline}. */
export type AxvlineOptions = OptionsOf<typeof lineOptions & typeof acrossY> & {
  /** The value, where it is not the first argument. Default: 0. */
  x?: Scalar;
};

/** Options of {@link axhspan}. */
export type AxhspanOptions = OptionsOf<typeof filledOptions & typeof acrossX>;

/** Options of {@link axvspan}. */
export type AxvspanOptions = OptionsOf<typeof filledOptions & typeof acrossY>;

/** Reads one number. */
function readNumber(functionName: string, name: string, value: unknown): number {
  const numbers = readNumbers(functionName, name, value);
  if (numbers.length !== 1 || !Number.isFinite(numbers[0])) {
    throw new TypeError(
      `${functionName}: expected ${name} to be a finite number, got ${numbers.length === 1 ? numbers[0] : `${numbers.length} of them`}`,
    );
  }
  return numbers[0];
}

function line(
  axes: AxesBase,
  functionName: string,
  along: Direction,
  given: unknown,
  across: readonly [number, number],
  read: LineRead,
): SpanningLine {
  const value = readNumber(functionName, along, given);
  const style = lineStyle(functionName, read);
  const name = read.label === undefined ? "" : text(functionName, "label", read.label);
  const [low, high] = [...axes.view(along)].sort((a, b) => a - b);
  const next = style.color ?? firstOfCycle();
  const paint = read.alpha === undefined ? next : { ...next, alpha: read.alpha };
  if (isDate(given)) axes.axisOf(along).dimension.dates = true;
  const drawn = new SpanningLine(along, value, across, { ...style, color: paint }, name);
  drawn.zorder = read.zorder ?? 2;
  axes.add([drawn], value < low || value > high ? [along] : []);
  return drawn;
}

function span(
  axes: AxesBase,
  functionName: string,
  along: Direction,
  [from, to]: readonly unknown[],
  across: readonly [number, number],
  read: ReadOf<typeof filledOptions>,
): Span {
  const ends = [readNumber(functionName, `${along}min`, from), readNumber(functionName, `${along}max`, to)];
  if (isDate(from)) axes.axisOf(along).dimension.dates = true;
  const style = filledStyle(read, firstOfCycle);
  const drawn = new Span(along, ends[0], ends[1], across, style, read.label);
  drawn.zorder = read.zorder;
  axes.add([drawn], [along]);
  return drawn;
}

/** What {@link axhline} takes: the value, options, both or neither. */
export type AxhlineArguments =
  [options?: Spelled<AxhlineOptions>] | [y: Scalar, options?: Spelled<AxhlineOptions>];

/** What {@link axvline} takes: the value, options, both or neither. */
export type AxvlineArguments =
  [options?: Spelled<AxvlineOptions>] | [x: Scalar, options?: Spelled<AxvlineOptions>];

/** What {@link axhspan} takes: the ends, in their place or by name, and options. */
export type AxhspanArguments =
  | [ymin: Scalar, ymax: Scalar, options?: Spelled<AxhspanOptions>]
  | [options: Spelled<AxhspanOptions> & { ymin: Scalar; ymax: Scalar }];

/** What {@link axvspan} takes: the ends, in their place or by name, and options. */
export type AxvspanArguments =
  | [xmin: Scalar, xmax: Scalar, options?: Spelled<AxvspanOptions>]
  | [options: Spelled<AxvspanOptions> & { xmin: Scalar; xmax: Scalar }];

/**
 * Draws a horizontal line across the axes.
 *
 * @param args - `y` (default: 0), then options: those of {@link plot}, and `xmin` and `xmax` as shares of the axes.
 * @returns The line.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axhline.html
 * @example
 * plt.axhline(0.5, { color: "k", linestyle: "--" });
 */
export function axhline(axes: AxesBase, ...args: AxhlineArguments): SpanningLine {
  const { y = 0, ...options } = optionsAfter("axhline", ["y"], args);
  const read = readTable("axhline", options, { ...lineOptions, ...acrossX });
  return line(axes, "axhline", "y", y, [read.xmin, read.xmax], read);
}

/**
 * Draws a vertical line across the axes.
 *
 * @param args - `x` (default: 0), then options: those of {@link plot}, and `ymin` and `ymax` as shares of the axes.
 * @returns The line.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axvline.html
 * @example
 * plt.axvline(2, { color: "r" });
 */
export function axvline(axes: AxesBase, ...args: AxvlineArguments): SpanningLine {
  const { x = 0, ...options } = optionsAfter("axvline", ["x"], args);
  const read = readTable("axvline", options, { ...lineOptions, ...acrossY });
  return line(axes, "axvline", "x", x, [read.ymin, read.ymax], read);
}

/**
 * Draws a horizontal band across the axes.
 *
 * @param args - Lower and upper end, `ymin` and `ymax`; then options: colours, `alpha`, and `xmin` and `xmax` as shares of the axes.
 * @returns The band.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axhspan.html
 * @example
 * plt.axhspan(-1, 1, { alpha: 0.2 });
 */
export function axhspan(axes: AxesBase, ...args: AxhspanArguments): Span {
  const { ymin, ymax, ...options } = optionsAfter("axhspan", ["ymin", "ymax"], args);
  const read = readTable("axhspan", options, { ...filledOptions, ...acrossX });
  return span(axes, "axhspan", "y", [ymin, ymax], [read.xmin, read.xmax], read);
}

/**
 * Draws a vertical band across the axes.
 *
 * @param args - Left and right end, `xmin` and `xmax`; then options: colours, `alpha`, and `ymin` and `ymax` as shares of the axes.
 * @returns The band.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axvspan.html
 * @example
 * plt.axvspan(1, 2, { color: "C1", alpha: 0.2 });
 */
export function axvspan(axes: AxesBase, ...args: AxvspanArguments): Span {
  const { xmin, xmax, ...options } = optionsAfter("axvspan", ["xmin", "xmax"], args);
  const read = readTable("axvspan", options, { ...filledOptions, ...acrossY });
  return span(axes, "axvspan", "x", [xmin, xmax], [read.ymin, read.ymax], read);
}
