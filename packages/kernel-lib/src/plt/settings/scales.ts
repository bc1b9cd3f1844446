import { readOptions, type Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import { checkChoice } from "../options";
import type { AxesBase } from "../model/axes";

/** Options of {@link xscale} and {@link yscale}. */
export interface ScaleOptions {
  /** Whether a logarithmic axis draws what is not positive far below, or leaves a gap. Default: "clip". */
  nonpositive?: "clip" | "mask";
  /** Base of the logarithm; 10 is the only one. */
  base?: number;
}

function setScale(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  scale: unknown,
  options: unknown,
): void {
  checkChoice(functionName, "scale", scale, ["linear", "log"]);
  const { nonpositive, base } = readOptions(functionName, options, {
    nonpositive: "clip" as "clip" | "mask",
    base: 10,
  });
  checkChoice(functionName, "nonpositive", nonpositive, ["clip", "mask"]);
  if (base !== 10) throw new RangeError(`${functionName}: expected base to be 10, got ${String(base)}`);
  axes.axisOf(direction).dimension.setScale(scale as "linear" | "log", nonpositive);
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
