import { describe, type Spelled } from "../../array/options";
import { noPaint, readPaints } from "../artists/paints";
import { BarContainer } from "../artists/rectangles";
import type { Direction } from "../model/artist";
import type { Color } from "../color/color";
import { place, readNumbers, readPlaces, type Data, type Series } from "../data";
import { checkChoice, checkNumber, checkOptions, drawingOptions, optionsAfter, readText } from "../options";
import { rcParams } from "../rcParams";
import { drawErrors, readErrors } from "../errorBars";
import type { AxesBase } from "../model/axes";

/** What {@link bar} and {@link barh} have in common. */
export interface BarLooks {
  /** A colour, or one a bar. Default: the next in the cycle. */
  color?: Color | readonly Color[];
  facecolor?: Color | readonly Color[];
  fc?: Color | readonly Color[];
  /** Colour of the edges. Default: none. Short: `ec`. */
  edgecolor?: Color | readonly Color[];
  ec?: Color | readonly Color[];
  /** Width of the edges in points. Default: 1. Short: `lw`. */
  linewidth?: number;
  lw?: number;
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Whether bars stand about their place, or begin there. Default: "center". */
  align?: "center" | "edge";
  /** Name in the legend. */
  label?: string | number;
  /** Names of the places. */
  tickLabel?: readonly string[];
  /** Lengths of error bars along x: one, one each, or a pair of lists, below and above. */
  xerr?: Data;
  /** Lengths of error bars along y: one, one each, or a pair of lists, below and above. */
  yerr?: Data;
  /** Colour of the error bars. Default: black. */
  ecolor?: Color;
  /** Half the length of the caps of error bars in points. Default: 0. */
  capsize?: number;
  /** Whether values lie on a logarithmic axis. Default: false. */
  log?: boolean;
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder?: number;
}

/** Options of {@link bar}. */
export interface BarOptions extends BarLooks {
  /** Width, or one each, where a step between names is 1. Default: 0.8. */
  width?: Data;
  /** Where bars begin, or one each. Default: 0. */
  bottom?: Data;
}

/** Options of {@link barh}. */
export interface BarhOptions extends BarLooks {
  /** Height, or one each, where a step between names is 1. Default: 0.8. */
  height?: Data;
  /** Where bars begin, or one each. Default: 0. */
  left?: Data;
}

/** What {@link bar} takes after places and heights: the width, if wanted, and options. */
export type BarArguments = [options?: Spelled<BarOptions>] | [width: Data, options?: Spelled<BarOptions>];

/** What {@link barh} takes after places and lengths: the height, if wanted, and options. */
export type BarhArguments = [options?: Spelled<BarhOptions>] | [height: Data, options?: Spelled<BarhOptions>];

const barDefaults = {
  color: undefined as Color | readonly Color[] | undefined,
  facecolor: undefined as Color | readonly Color[] | undefined,
  edgecolor: undefined as Color | readonly Color[] | undefined,
  linewidth: undefined as number | undefined,
  alpha: undefined as number | undefined,
  align: "center" as "center" | "edge",
  label: "" as string | number,
  tickLabel: undefined as readonly string[] | undefined,
  xerr: undefined as Data | undefined,
  yerr: undefined as Data | undefined,
  ecolor: "k" as Color,
  capsize: undefined as number | undefined,
  log: false,
  zorder: 1,
};

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
  read: typeof barDefaults,
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
  checkOptions(functionName, read, {
    linewidth: checkNumber(0),
    alpha: checkNumber(0, 1),
    capsize: checkNumber(0),
    zorder: checkNumber(),
  });
  checkChoice(functionName, "align", read.align, ["center", "edge"]);
  const label = readText(functionName, "label", read.label);
  const given = read.color ?? read.facecolor;
  const face = given === undefined ? undefined : readPaints(functionName, given, read.alpha);
  const edge =
    read.edgecolor === undefined ? [noPaint] : readPaints(functionName, read.edgecolor, read.alpha);
  const names = read.tickLabel;
  if (names !== undefined && (!Array.isArray(names) || names.length !== count)) {
    throw new RangeError(`${functionName}: expected tickLabel to be ${count} names, got ${describe(names)}`);
  }
  const other = along === "x" ? "y" : "x";
  const errors = {
    x: readErrors(functionName, "xerr", read.xerr, count),
    y: readErrors(functionName, "yerr", read.yerr, count),
  };
  const ecolor = readPaints(functionName, read.ecolor);
  if (read.log) axes.axisOf(other).dimension.setScale("log");
  const placed = place(axes, along, at)[0];
  const centres = placed.length === count ? placed : new Float64Array(count).fill(placed[0]);
  const from = centres.map((centre, i) => (read.align === "center" ? centre - thick[i] / 2 : centre));
  const to = from.map((first, i) => first + thick[i]);
  const end = start.map((first, i) => first + lengths[i]);
  const next = face ?? [axes.nextColor("patches")];
  const paints =
    read.alpha === undefined || face
      ? next
      : next.map((paint) => ({ ...paint, alpha: read.alpha as number }));
  const style = { face: paints, edge, linewidth: read.linewidth ?? rcParams["patch.linewidth"] };
  const bars =
    along === "x"
      ? new BarContainer(from, to, start, end, style, "y", label)
      : new BarContainer(start, end, from, to, style, "x", label);
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
      color: ecolor,
      linewidth: rcParams["lines.linewidth"],
      capsize: read.capsize ?? rcParams["errorbar.capsize"],
      capthick: rcParams["lines.markeredgewidth"],
      zorder: read.zorder,
    });
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
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.bar.html
 * @example
 * plt.bar(["relu", "elu"], [0.91, 0.93], { color: ["C0", "C1"] });
 */
export function bar(axes: AxesBase, x: Data, height: Data, ...args: BarArguments): BarContainer {
  const read = drawingOptions("bar", optionsAfter("bar", ["width"], args), {
    ...barDefaults,
    width: 0.8 as Data,
    bottom: 0 as Data,
  });
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
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.barh.html
 * @example
 * plt.barh(["relu", "elu"], [0.91, 0.93], { height: 0.5 });
 */
export function barh(axes: AxesBase, y: Data, width: Data, ...args: BarhArguments): BarContainer {
  const read = drawingOptions("barh", optionsAfter("barh", ["height"], args), {
    ...barDefaults,
    height: 0.8 as Data,
    left: 0 as Data,
  });
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
