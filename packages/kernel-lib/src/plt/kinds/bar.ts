import { describe, type Spelled } from "../../array/options";
import { BarKey } from "../artists/barKey";
import { noPaint, paintAt } from "../artists/paints";
import { paint } from "../color/color";
import { BarContainer } from "../artists/bars";
import { place, readNumbers, readPlaces, type Data, type Series } from "../data";
import { drawErrors, readErrors } from "../errorBars";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { logScale } from "../model/scales/log";
import { optionsAfter } from "../options/arguments";
import { colors, faded, hatches, label, linestyle } from "../options/looks";
import { group, option, readTable, type OptionsOf, type Reader, type ReadOf } from "../options/option";
import { choice, flag, given, notNegative, number, share } from "../options/readers";
import { rcParams } from "../rcParams";

/** Reads one name, or one a bar. */
const barLabels: Reader<string | number | readonly (string | number)[], string | string[]> = (
  functionName,
  name,
  value,
) =>
  Array.isArray(value)
    ? value.map((each) => label(functionName, "each label", each))
    : label(functionName, name, value as string);

const errorLooks = {
  /** Colour. */
  ecolor: option(colors),
  /** Width of the lines in points. Default: 1.5. Short: `lw`. */
  elinewidth: option(notNegative, { aliases: ["lw", "linewidth"] }),
  /** Half the length of the caps in points. */
  capsize: option(notNegative),
  /** Thickness of the caps in points. Default: 1. */
  capthick: option(notNegative, { rc: "lines.markeredgewidth" }),
};

/** How the error bars of bars look. */
export type ErrorLooks = OptionsOf<typeof errorLooks>;

const barLooks = {
  /** A colour, or one a bar. Default: the next in the cycle. Short: `c`. */
  color: option(colors, { aliases: ["c"] }),
  /** Short: `fc`. */
  facecolor: option(colors, { aliases: ["fc"] }),
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor: option(colors, { aliases: ["ec"] }),
  /** Width of the edges in points. Default: 1. Short: `lw`. */
  linewidth: option(notNegative, { rc: "patch.linewidth", aliases: ["lw"] }),
  /** How edges are drawn: "-", "--", "-." or ":". Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls"] }),
  /** Pattern, or one a bar: letters of "-|+/\\xXoO.*", each as often as its lines are to be dense. Default: none. */
  hatch: option(hatches),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Whether bars stand about their place, or begin there. Default: "center". */
  align: option(choice("center", "edge"), { default: "center" }),
  /** Name in the legend, or one a bar. */
  label: option(barLabels, { default: "" }),
  /** Whether bars are filled. Default: true. */
  fill: option(flag, { default: true }),
  /** Looks of the error bars: `ecolor`, `elinewidth`, `capsize`, `capthick`. */
  errorKw: option(group<typeof errorLooks, Spelled<ErrorLooks>>(errorLooks)),
  /** Names of the places. */
  tickLabel: option(given<readonly string[]>()),
  /** Lengths of error bars along x: one, one each, or a pair of lists, below and above. */
  xerr: option(given<Data>()),
  /** Lengths of error bars along y: one, one each, or a pair of lists, below and above. */
  yerr: option(given<Data>()),
  /** Colour of the error bars. Default: black. */
  ecolor: option(colors, { default: "k" }),
  /** Half the length of the caps of error bars in points. Default: 0. */
  capsize: option(notNegative, { rc: "errorbar.capsize" }),
  /** Whether values lie on a logarithmic axis. Default: false. */
  log: option(flag, { default: false }),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

const barOptions = {
  ...barLooks,
  /** Width, or one each, where a step between names is 1. Default: 0.8. */
  width: option(given<Data>(), { default: 0.8 }),
  /** Where bars begin, or one each. Default: 0. */
  bottom: option(given<Data>(), { default: 0 }),
};

const barhOptions = {
  ...barLooks,
  /** Height, or one each, where a step between names is 1. Default: 0.8. */
  height: option(given<Data>(), { default: 0.8 }),
  /** Where bars begin, or one each. Default: 0. */
  left: option(given<Data>(), { default: 0 }),
};

/** Options of {@link bar}. */
export type BarOptions = OptionsOf<typeof barOptions>;

/** Options of {@link barh}. */
export type BarhOptions = OptionsOf<typeof barhOptions>;

/** What {@link bar} takes after places and heights: the width, if wanted, and options. */
export type BarArguments = [width: Data, options?: Spelled<BarOptions>] | [options?: Spelled<BarOptions>];

/** What {@link barh} takes after places and lengths: the height, if wanted, and options. */
export type BarhArguments = [height: Data, options?: Spelled<BarhOptions>] | [options?: Spelled<BarhOptions>];

/** Repeats a single number, or checks that there are as many as bars. */
function forEach(functionName: string, name: string, values: Float64Array, count: number): Float64Array {
  if (values.length === count) return values;
  if (values.length === 1) return new Float64Array(count).fill(values[0]);
  throw new RangeError(
    `${functionName}: expected ${name} to be one number or ${count}, got ${values.length}`,
  );
}

interface BarPlaces {
  /** The direction in which bars stand side by side. */
  along: Direction;
  at: Series;
  lengths: Float64Array;
  thickness: Float64Array;
  start: Float64Array;
}

/** Draws bars side by side along one direction. */
function drawBars(
  axes: AxesBase,
  functionName: string,
  places: BarPlaces,
  read: ReadOf<typeof barLooks>,
): BarContainer {
  const { along, at, thickness } = places;
  const count = Math.max(at.length, places.lengths.length);
  const lengths = forEach(functionName, along === "x" ? "height" : "width", places.lengths, count);
  const start = forEach(functionName, along === "x" ? "bottom" : "left", places.start, count);
  const thick = forEach(functionName, along === "x" ? "width" : "height", thickness, count);
  if (at.length !== count && at.length !== 1) {
    throw new RangeError(
      `${functionName}: expected as many places as values, got ${at.length} and ${places.lengths.length}`,
    );
  }
  const own = read.color ?? read.facecolor;
  const outline = read.edgecolor ?? (read.fill ? [noPaint] : (read.color ?? [paint(functionName, "k")]));
  const edge = outline.map((each) => faded(each, read.alpha));
  if (Array.isArray(read.label) && read.label.length !== count) {
    throw new RangeError(
      `${functionName}: expected label to be one name or ${count}, got ${read.label.length}`,
    );
  }
  const names = read.tickLabel;
  if (names !== undefined && (!Array.isArray(names) || names.length !== count)) {
    throw new RangeError(`${functionName}: expected tickLabel to be ${count} names, got ${describe(names)}`);
  }
  const other = along === "x" ? "y" : "x";
  const errors = {
    x: readErrors(functionName, "xerr", read.xerr, count),
    y: readErrors(functionName, "yerr", read.yerr, count),
  };
  if (read.log) axes.axisOf(other).dimension.setScale(logScale);
  const placed = place(axes, along, at)[0];
  const centres = placed.length === count ? placed : new Float64Array(count).fill(placed[0]);
  const from = centres.map((centre, i) => (read.align === "center" ? centre - thick[i] / 2 : centre));
  const to = from.map((first, i) => first + thick[i]);
  const end = start.map((first, i) => first + lengths[i]);
  // A colour of the cycle is spent on bars that are not filled, too.
  const inside = own ?? [axes.nextColor("patches")];
  const paints = (read.fill ? inside : [noPaint]).map((paint) => faded(paint, read.alpha));
  const { linewidth, linestyle, hatch } = read;
  const style = { face: paints, edge, linewidth, linestyle, hatch };
  // Names of single bars are those of legend entries of their own.
  const name = Array.isArray(read.label) ? "_nolegend_" : read.label;
  const bars =
    along === "x"
      ? new BarContainer(from, to, start, end, style, "y", name)
      : new BarContainer(start, end, from, to, style, "x", name);
  bars.zorder = read.zorder;
  axes.add([bars]);
  const middle = centres.map((_, i) => (from[i] + to[i]) / 2);
  const lengthErrors = errors[other];
  bars.tips = end.map(
    (tip, i) => tip + (lengthErrors ? (lengths[i] < 0 ? -lengthErrors[0][i] : lengthErrors[1][i]) : 0),
  );
  const points = along === "x" ? { x: middle, y: end } : { x: end, y: middle };
  if (errors.x || errors.y) {
    bars.parts = drawErrors(axes, points, errors, {
      color: read.errorKw?.ecolor ?? read.ecolor,
      linewidth: read.errorKw?.elinewidth ?? rcParams["lines.linewidth"],
      capsize: read.errorKw?.capsize ?? read.capsize,
      capthick: read.errorKw?.capthick ?? rcParams["lines.markeredgewidth"],
      zorder: read.zorder,
    });
  }
  if (Array.isArray(read.label)) {
    axes.add(
      read.label.map((own, i) => {
        const one = { ...style, face: [paintAt(paints, i)], edge: [paintAt(edge, i)] };
        return new BarKey(hatch ? { ...one, hatch: [hatch[i % hatch.length]] } : one, own);
      }),
      [],
    );
  }
  if (names) {
    const { dimension } = axes.axisOf(along);
    dimension.fixedTicks = Array.from(centres);
    dimension.fixedLabels = names.map(String);
  }
  return bars;
}

/**
 * Draws upright bars.
 *
 * @param x - Their places: numbers, or names, which take the places 0, 1, 2, …
 * @param height - Their heights.
 * @param args - The width, if wanted; then options: `width`, `bottom`, `color`, `yerr` and so on.
 * @returns The bars.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.bar.html
 * @example
 * plt.bar(["relu", "elu"], [0.91, 0.93], { color: ["C0", "C1"] });
 */
export function bar(axes: AxesBase, x: Data, height: Data, ...args: BarArguments): BarContainer {
  const read = readTable("bar", optionsAfter("bar", ["width"], args), barOptions);
  return drawBars(
    axes,
    "bar",
    {
      along: "x",
      at: readPlaces("bar", "x", x),
      lengths: readNumbers("bar", "height", height),
      thickness: readNumbers("bar", "width", read.width),
      start: readNumbers("bar", "bottom", read.bottom),
    },
    read,
  );
}

/**
 * Draws lying bars.
 *
 * @param y - Their places: numbers, or names, which take the places 0, 1, 2, …
 * @param width - Their lengths.
 * @param args - The height, if wanted; then options: `height`, `left`, `color`, `xerr` and so on.
 * @returns The bars.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.barh.html
 * @example
 * plt.barh(["relu", "elu"], [0.91, 0.93], { height: 0.5 });
 */
export function barh(axes: AxesBase, y: Data, width: Data, ...args: BarhArguments): BarContainer {
  const read = readTable("barh", optionsAfter("barh", ["height"], args), barhOptions);
  return drawBars(
    axes,
    "barh",
    {
      along: "y",
      at: readPlaces("barh", "y", y),
      lengths: readNumbers("barh", "width", width),
      thickness: readNumbers("barh", "height", read.height),
      start: readNumbers("barh", "left", read.left),
    },
    read,
  );
}
