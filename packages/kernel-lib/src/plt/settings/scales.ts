import type { Spelled } from "../../array/options";
import type { AxesBase } from "../model/axes";
import type { ScaleName } from "../model/scale";
import type { ScaleOptions } from "../options/scale";
import { setScale } from "../scaling";

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
