import type { Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { readTable } from "../options/option";
import { choice } from "../options/readers";
import type { ScaleName } from "../model/scale";
import { scaleOf, scaleOptions, type ScaleOptions } from "../options/scale";

/** Gives axes another scale in one direction. */
function setScale(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  scale: unknown,
  options: unknown,
): void {
  const name = choice<ScaleName>(
    "linear",
    "log",
    "symlog",
    "logit",
    "function",
  )(functionName, "scale", scale);
  const read = scaleOf(functionName, name, readTable(functionName, options, scaleOptions));
  axes.axisOf(direction).dimension.setScale(read.scale, read.nonpositive);
}

/**
 * Sets how the data map to the x axis.
 *
 * @param scale - "linear"; "log"; "symlog": logarithmic on both sides of zero, linear about it; "logit": for what lies
 *   between 0 and 1; or "function", which the option `functions` gives with its inverse.
 * @param options - `base`, `nonpositive`, `linthresh` and so on.
 * @throws TypeError for an unknown scale or option; RangeError for a base that is not above 1.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xscale.html
 * @example
 * plt.plot([1, 10, 100], [1, 2, 3]);
 * plt.xscale("log");
 */
export function xscale(axes: AxesBase, scale: ScaleName, options?: Spelled<ScaleOptions>): void {
  setScale(axes, "xscale", "x", scale, options);
}

/**
 * Sets how the data map to the y axis.
 *
 * @param scale - "linear"; "log"; "symlog": logarithmic on both sides of zero, linear about it; "logit": for what lies
 *   between 0 and 1; or "function", which the option `functions` gives with its inverse.
 * @param options - `base`, `nonpositive`, `linthresh` and so on.
 * @throws TypeError for an unknown scale or option; RangeError for a base that is not above 1.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.yscale.html
 * @example
 * plt.plot([1, 10, 100]);
 * plt.yscale("log");
 */
export function yscale(axes: AxesBase, scale: ScaleName, options?: Spelled<ScaleOptions>): void {
  setScale(axes, "yscale", "y", scale, options);
}
