import type { Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import { noPaint } from "../artists/paints";
import { Span } from "../artists/rectangles";
import { SpanningLine } from "../artists/spanningLine";
import { paint, type Color } from "../color/color";
import { readNumbers } from "../data";
import { checkNumber, checkOptions, drawingOptions, optionsAfter, readText } from "../options";
import { rcParams } from "../rcParams";
import { lineDefaults, lineStyle, readLineOptions, type LineOptions } from "../lines";
import type { AxesBase } from "../model/axes";

/** Options of {@link axhline}. */
export interface AxhlineOptions extends LineOptions {
  /** The value, where it is not the first argument. Default: 0. */
  y?: number;
  /** Left end, as a share of the axes. Default: 0. */
  xmin?: number;
  /** Right end, as a share of the axes. Default: 1. */
  xmax?: number;
}

/** Options of {@link axvline}. */
export interface AxvlineOptions extends LineOptions {
  /** The value, where it is not the first argument. Default: 0. */
  x?: number;
  /** Lower end, as a share of the axes. Default: 0. */
  ymin?: number;
  /** Upper end, as a share of the axes. Default: 1. */
  ymax?: number;
}

/** What {@link axhspan} and {@link axvspan} have in common. */
export interface SpanOptions {
  /** Colour of the inside and the edge. Default: the first of the cycle. */
  color?: Color;
  /** Colour inside. Short: `fc`. */
  facecolor?: Color;
  fc?: Color;
  /** Colour of the edge. Short: `ec`. */
  edgecolor?: Color;
  ec?: Color;
  /** Width of the edge in points. Default: 1. Short: `lw`. */
  linewidth?: number;
  lw?: number;
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Name in the legend. */
  label?: string | number;
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder?: number;
}

/** Options of {@link axhspan}. */
export interface AxhspanOptions extends SpanOptions {
  /** Left end, as a share of the axes. Default: 0. */
  xmin?: number;
  /** Right end, as a share of the axes. Default: 1. */
  xmax?: number;
}

/** Options of {@link axvspan}. */
export interface AxvspanOptions extends SpanOptions {
  /** Lower end, as a share of the axes. Default: 0. */
  ymin?: number;
  /** Upper end, as a share of the axes. Default: 1. */
  ymax?: number;
}

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

/** Takes the ends out of the options. */
function readEnds<T extends object>(functionName: string, other: Direction, options: unknown, defaults: T) {
  const ends = other === "x" ? { xmin: 0, xmax: 1 } : { ymin: 0, ymax: 1 };
  const all = drawingOptions<Record<string, unknown>>(functionName, options, { ...defaults, ...ends });
  checkOptions(functionName, all, Object.fromEntries(Object.keys(ends).map((name) => [name, checkNumber()])));
  const { [`${other}min`]: from, [`${other}max`]: to, ...rest } = all;
  return { across: [from, to] as [number, number], rest: rest as T };
}

function line(
  axes: AxesBase,
  functionName: string,
  along: Direction,
  args: readonly unknown[],
): SpanningLine {
  const { [along]: given = 0, ...options } = optionsAfter(functionName, [along], args);
  const value = readNumber(functionName, along, given);
  const { across, rest } = readEnds(functionName, along === "x" ? "y" : "x", options, lineDefaults);
  const read = readLineOptions(functionName, rest);
  const style = lineStyle(functionName, read);
  const label = read.label === undefined ? "" : readText(functionName, "label", read.label);
  const [low, high] = [...axes.view(along)].sort((a, b) => a - b);
  const next = style.color ?? paint(functionName, "C0");
  const color = read.alpha === undefined ? next : { ...next, alpha: read.alpha };
  const drawn = new SpanningLine(along, value, across, { ...style, color }, label);
  drawn.zorder = read.zorder ?? 2;
  axes.add([drawn], value < low || value > high ? [along] : []);
  return drawn;
}

function span(axes: AxesBase, functionName: string, along: Direction, args: readonly unknown[]): Span {
  const names = [`${along}min`, `${along}max`];
  const { [names[0]]: from, [names[1]]: to, ...options } = optionsAfter(functionName, names, args);
  const ends = [readNumber(functionName, names[0], from), readNumber(functionName, names[1], to)];
  const { across, rest } = readEnds(functionName, along === "x" ? "y" : "x", options, {
    color: undefined as Color | undefined,
    facecolor: undefined as Color | undefined,
    edgecolor: undefined as Color | undefined,
    linewidth: undefined as number | undefined,
    alpha: undefined as number | undefined,
    label: "" as string | number,
    zorder: 1,
  });
  checkOptions(functionName, rest, {
    alpha: checkNumber(0, 1),
    linewidth: checkNumber(0),
    zorder: checkNumber(),
  });
  const label = readText(functionName, "label", rest.label);
  const optional = (color: Color | undefined) =>
    color === undefined ? undefined : paint(functionName, color, rest.alpha);
  const style = {
    face: [optional(rest.facecolor ?? rest.color) ?? paint(functionName, "C0", rest.alpha)],
    edge: [optional(rest.edgecolor ?? rest.color) ?? noPaint],
    linewidth: rest.linewidth ?? rcParams["patch.linewidth"],
  };
  const drawn = new Span(along, ends[0], ends[1], across, style, label);
  drawn.zorder = rest.zorder;
  axes.add([drawn], [along]);
  return drawn;
}

/** What {@link axhline} takes: the value, options, both or neither. */
export type AxhlineArguments =
  [options?: Spelled<AxhlineOptions>] | [y: number, options?: Spelled<AxhlineOptions>];

/** What {@link axvline} takes: the value, options, both or neither. */
export type AxvlineArguments =
  [options?: Spelled<AxvlineOptions>] | [x: number, options?: Spelled<AxvlineOptions>];

/** What {@link axhspan} takes: the ends, in their place or by name, and options. */
export type AxhspanArguments =
  | [ymin: number, ymax: number, options?: Spelled<AxhspanOptions>]
  | [options: Spelled<AxhspanOptions> & { ymin: number; ymax: number }];

/** What {@link axvspan} takes: the ends, in their place or by name, and options. */
export type AxvspanArguments =
  | [xmin: number, xmax: number, options?: Spelled<AxvspanOptions>]
  | [options: Spelled<AxvspanOptions> & { xmin: number; xmax: number }];

/**
 * Draws a horizontal line across the axes.
 *
 * @param args - `y` (default: 0), then options: those of {@link plot}, and `xmin` and `xmax` as shares of the axes.
 * @returns The line.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axhline.html
 * @example
 * plt.axhline(0.5, { color: "k", linestyle: "--" });
 */
export function axhline(axes: AxesBase, ...args: AxhlineArguments): SpanningLine {
  return line(axes, "axhline", "y", args);
}

/**
 * Draws a vertical line across the axes.
 *
 * @param args - `x` (default: 0), then options: those of {@link plot}, and `ymin` and `ymax` as shares of the axes.
 * @returns The line.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axvline.html
 * @example
 * plt.axvline(2, { color: "r" });
 */
export function axvline(axes: AxesBase, ...args: AxvlineArguments): SpanningLine {
  return line(axes, "axvline", "x", args);
}

/**
 * Draws a horizontal band across the axes.
 *
 * @param args - Lower and upper end, `ymin` and `ymax`; then options: colours, `alpha`, and `xmin` and `xmax` as shares of the axes.
 * @returns The band.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axhspan.html
 * @example
 * plt.axhspan(-1, 1, { alpha: 0.2 });
 */
export function axhspan(axes: AxesBase, ...args: AxhspanArguments): Span {
  return span(axes, "axhspan", "y", args);
}

/**
 * Draws a vertical band across the axes.
 *
 * @param args - Left and right end, `xmin` and `xmax`; then options: colours, `alpha`, and `ymin` and `ymax` as shares of the axes.
 * @returns The band.
 * @throws TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axvspan.html
 * @example
 * plt.axvspan(1, 2, { color: "C1", alpha: 0.2 });
 */
export function axvspan(axes: AxesBase, ...args: AxvspanArguments): Span {
  return span(axes, "axvspan", "x", args);
}
