import type { Line2D } from "../artists/line";
import { drawLines, type PlotArguments } from "../lines";
import { onCurrentAxes } from "../state/current";
import { currentFigure } from "../state/openFigures";

/**
 * Draws lines on polar axes, which are made if there are no axes yet.
 *
 * @param args - Angles in radians, radii, and a format, as often as wanted; then options as for {@link plot}.
 * @returns The lines, in order.
 * @throws RangeError if angles and radii differ in number; TypeError if the current axes are not polar, or for an
 *   invalid option or value.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.polar.html
 * @example
 * const theta = np.linspace(0, 2 * Math.PI, 100);
 * plt.polar(theta, np.abs(np.sin(np.multiply(2, theta))));
 */
export function polar(...args: PlotArguments): Line2D[] {
  const current = currentFigure()?.current;
  if (current && !current.polar) {
    throw new TypeError(
      "polar: expected the current axes to be polar, got others; plt.figure() opens a new figure",
    );
  }
  return onCurrentAxes((axes) => drawLines(axes, "polar", args), { polar: true });
}
