import type { Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { readTable } from "../options/option";
import { choice } from "../options/readers";
import { scaleOptions, type ScaleOptions } from "../options/scale";

/** Makes axes linear or logarithmic in one direction. */
function setScale(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  scale: unknown,
  options: unknown,
): void {
  const name = choice("linear", "log")(functionName, "scale", scale);
  const { nonpositive, base } = readTable(functionName, options, scaleOptions);
  if (base !== 10) throw new RangeError(`${functionName}: expected base to be 10, got ${base}`);
  axes.axisOf(direction).dimension.setScale(name, nonpositive);
}

/**
 * Makes the x axis linear or logarithmic.
 *
 * @param scale - "linear" or "log".
 * @param options - What a logarithmic axis does with what is not positive.
 * @throws TypeError for a scale that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xscale.html
 * @example
 * plt.plot([1, 10, 100], [1, 2, 3]);
 * plt.xscale("log");
 */
export function xscale(axes: AxesBase, scale: "linear" | "log", options?: Spelled<ScaleOptions>): void {
  setScale(axes, "xscale", "x", scale, options);
}

/**
 * Makes the y axis linear or logarithmic.
 *
 * @param scale - "linear" or "log".
 * @param options - What a logarithmic axis does with what is not positive.
 * @throws TypeError for a scale that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.yscale.html
 * @example
 * plt.plot([1, 10, 100]);
 * plt.yscale("log");
 */
export function yscale(axes: AxesBase, scale: "linear" | "log", options?: Spelled<ScaleOptions>): void {
  setScale(axes, "yscale", "y", scale, options);
}
