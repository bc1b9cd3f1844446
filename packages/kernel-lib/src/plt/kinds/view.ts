import { describe, isPlainObject, type Spelled } from "../../array/options";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, number, type Scalar } from "../options/readers";
import type { AxesBase } from "../model/axes";

const marginOptions = {
  /** Margin of the x axis, as a share of the data's range. */
  x: option(number(-0.5)),
  /** Margin of the y axis, as a share of the data's range. */
  y: option(number(-0.5)),
};

/** Margins by name. */
export type Margins = OptionsOf<typeof marginOptions>;

/** What {@link margins} takes: nothing, one margin for both axes, two, or margins by name. */
export type MarginArguments = [] | [margin: Scalar] | [x: Scalar, y: Scalar] | [margins: Margins];

/**
 * Sets or tells the room between data and axes, as shares of the data's range.
 *
 * @param args - One number for x and y, two, or `{ x, y }`. Nothing tells the margins.
 * @returns The margins now.
 * @throws TypeError for a margin that is not a number above −0.5.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.margins.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.margins({ x: 0 });
 */
export function margins(axes: AxesBase, ...args: MarginArguments): [x: number, y: number] {
  const [first, second] = args as readonly unknown[];
  const given = isPlainObject(first) ? first : { x: first, y: second ?? first };
  const named = readTable("margins", given, marginOptions);
  for (const direction of ["x", "y"] as const) {
    const margin = named[direction];
    if (margin === undefined) continue;
    axes.axisOf(direction).margin = margin;
    axes.axisOf(direction).dimension.requestAutoscale();
  }
  return [axes.xaxis.margin, axes.yaxis.margin];
}

const autoscaleOptions = {
  /** Default: "both". */
  axis: option(choice("both", "x", "y"), { default: "both" }),
  /** Whether to leave no margin. Default: false. */
  tight: option(flag, { default: false }),
};

/** Options of {@link autoscale}. */
export type AutoscaleOptions = OptionsOf<typeof autoscaleOptions>;

/**
 * Has the limits follow the data again, or stay where they are.
 *
 * @param enable - Whether they follow. Default: true.
 * @param options - Which axis, and whether without a margin.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.autoscale.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.autoscale(true, { axis: "x", tight: true });
 */
export function autoscale(axes: AxesBase, enable = true, options?: Spelled<AutoscaleOptions>): void {
  if (typeof enable !== "boolean") {
    throw new TypeError(`autoscale: expected enable to be true or false, got ${describe(enable)}`);
  }
  const { axis, tight } = readTable("autoscale", options, autoscaleOptions);
  for (const own of [axes.xaxis, axes.yaxis]) {
    if (axis !== "both" && axis !== own.direction) continue;
    if (tight) own.margin = 0;
    if (enable) own.dimension.follow();
    else own.dimension.setView(own.dimension.view);
  }
}

/**
 * Lays a second y axis over the current axes, on the right; x is common.
 *
 * @returns The new axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.twinx.html
 * @example
 * plt.plot([1, 2, 3]);
 * const right = plt.twinx();
 * right.plot([300, 100, 200], "r");
 */
export function twinx(axes: AxesBase): AxesBase {
  return axes.twin("x");
}

/**
 * Lays a second x axis over the current axes, on top; y is common.
 *
 * @returns The new axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.twiny.html
 * @example
 * plt.plot([1, 2, 3]);
 * const top = plt.twiny();
 */
export function twiny(axes: AxesBase): AxesBase {
  return axes.twin("y");
}

/**
 * Takes everything off the current axes.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.cla.html
 * @example
 * plt.plot([1, 2]);
 * plt.cla();
 */
export function cla(axes: AxesBase): void {
  axes.clear();
}
