import { describe, isPlainObject, type Spelled } from "../../array/options";
import { toArray } from "../../array/coerce";
import { FillBetween } from "../artists/area";
import type { Direction } from "../model/artist";
import { noPaint } from "../artists/paints";
import { paint, type Color } from "../color/color";
import { place, readNumbers, readPlaces, type Data } from "../data";
import { checkChoice, checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import type { AxesBase } from "../model/axes";

/** Options of {@link fillBetween} and {@link fillBetweenx}. */
export interface FillOptions {
  /** Colour of the inside and the edge. Default: the next in the cycle of filled shapes, without an edge. */
  color?: Color;
  /** Colour inside. Short: `fc`. */
  facecolor?: Color;
  fc?: Color;
  facecolors?: Color;
  /** Colour of the edge. Default: none. Short: `ec`. */
  edgecolor?: Color;
  ec?: Color;
  edgecolors?: Color;
  /** Width of the edge in points. Default: 1. Short: `lw`. */
  linewidth?: number;
  lw?: number;
  /** Opacity from 0 to 1. */
  alpha?: number;
  /** Whether to fill at each point. Default: everywhere. */
  where?: Data;
  /** Whether steps lie before, after or about the points. Default: no steps. */
  step?: "pre" | "post" | "mid";
  /** Name in the legend. */
  label?: string | number;
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder?: number;
}

const steps: Record<string, string> = { pre: "step-before", post: "step-after", mid: "step" };

function fill(
  axes: AxesBase,
  functionName: "fillBetween" | "fillBetweenx",
  along: Direction,
  at: unknown,
  first: unknown,
  second: unknown,
  options: unknown,
): FillBetween {
  const other = along === "x" ? "y" : "x";
  const places = readPlaces(functionName, along, at);
  const count = places.length;
  const curve = (name: string, value: unknown) => {
    const values = readNumbers(functionName, name, value);
    if (values.length === count) return values;
    if (values.length === 1) return new Float64Array(count).fill(values[0]);
    throw new RangeError(
      `${functionName}: expected ${along} and ${name} of equal length, got ${count} and ${values.length}`,
    );
  };
  const one = curve(`${other}1`, first);
  const two = curve(`${other}2`, second);
  const read = drawingOptions(functionName, options, {
    color: undefined as Color | undefined,
    facecolor: undefined as Color | undefined,
    edgecolor: undefined as Color | undefined,
    linewidth: undefined as number | undefined,
    alpha: undefined as number | undefined,
    where: undefined as unknown,
    step: undefined as string | undefined,
    label: "" as string | number,
    zorder: 1,
  });
  checkChoice(functionName, "step", read.step, ["pre", "post", "mid"]);
  checkOptions(functionName, read, {
    alpha: checkNumber(0, 1),
    linewidth: checkNumber(0),
    zorder: checkNumber(),
  });
  const label = readText(functionName, "label", read.label);
  const optional = (color: Color | undefined) =>
    color === undefined ? undefined : paint(functionName, color, read.alpha);
  const face = optional(read.facecolor ?? read.color);
  const edge = optional(read.edgecolor ?? read.color) ?? noPaint;
  const where = read.where === undefined ? undefined : toArray(functionName, read.where).data;
  if (where && where.length !== count) {
    throw new RangeError(
      `${functionName}: expected where to be ${count} truth values, got ${describe(read.where)}`,
    );
  }
  const next = face ?? axes.nextColor("patches");
  const masked = (values: Float64Array) =>
    where ? values.map((value, i) => (where[i] ? value : NaN)) : values;
  const area = new FillBetween(
    along,
    place(axes, along, places)[0],
    masked(one),
    masked(two),
    {
      face: read.alpha === undefined ? next : { ...next, alpha: read.alpha },
      edge,
      linewidth: read.linewidth ?? rcParams["patch.linewidth"],
      interpolate: read.step && steps[read.step],
    },
    label,
  );
  area.zorder = read.zorder;
  axes.add([area]);
  return area;
}

/** What {@link fillBetween} takes after the places: one curve, or two, and options. */
export type FillArguments =
  [first: Data, options?: Spelled<FillOptions>] | [first: Data, second: Data, options?: Spelled<FillOptions>];

function split(args: readonly unknown[]): [first: unknown, second: unknown, options: unknown] {
  const [first, second, options] = args;
  return isPlainObject(second) ? [first, 0, second] : [first, second ?? 0, options];
}

/**
 * Fills the area between two curves over the same x, or between one and zero.
 *
 * @param x - The x values.
 * @param args - `y1`, then `y2` (default: 0), each as many numbers or one; then options.
 * @returns The area.
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fill_between.html
 * @example
 * plt.fillBetween([0, 1, 2], [1, 2, 1], [2, 4, 3], { alpha: 0.3 });
 */
export function fillBetween(axes: AxesBase, x: Data, ...args: FillArguments): FillBetween {
  const [first, second, options] = split(args);
  return fill(axes, "fillBetween", "x", x, first, second, options);
}

/**
 * Fills the area between two curves over the same y, or between one and zero.
 *
 * @param y - The y values.
 * @param args - `x1`, then `x2` (default: 0), each as many numbers or one; then options.
 * @returns The area.
 * @throws RangeError if lengths differ; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.fill_betweenx.html
 * @example
 * plt.fillBetweenx([0, 1, 2], [1, 2, 1]);
 */
export function fillBetweenx(axes: AxesBase, y: Data, ...args: FillArguments): FillBetween {
  const [first, second, options] = split(args);
  return fill(axes, "fillBetweenx", "y", y, first, second, options);
}
