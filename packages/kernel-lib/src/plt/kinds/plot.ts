import type { Line2D } from "../artists/line";
import { drawLines, type PlotArguments } from "../lines";
import type { AxesBase } from "../model/axes";

/**
 * Draws lines, or markers, or both, through points.
 *
 * Takes `y`, or `x` and `y`, each optionally with a format string such as `"ro--"` (a colour letter, a marker, a line
 * style), and several such groups in one call. Without `x` the points are numbered from 0. A `y` with two axes draws a
 * line for every column. What is not finite leaves a gap.
 *
 * @param args - `[x], y, [format]`, as often as wanted, then options.
 * @returns The lines, in order.
 * @throws RangeError if x and y differ in length; TypeError for an invalid format string, an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.plot.html
 * @example
 * const x = np.linspace(-3, 3, 50);
 * plt.plot(x, np.tanh(x), "r--", { label: "tanh", linewidth: 2 });
 */
export function plot(axes: AxesBase, ...args: PlotArguments): Line2D[] {
  return drawLines(axes, "plot", args);
}
