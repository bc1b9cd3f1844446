import { describe } from "../../array/options";
import { Line2D } from "../artists/line";
import type { AxesBase } from "../model/axes";

/**
 * Draws a line that has been made beforehand.
 *
 * @param line - The line. The limits follow it only where something else has been drawn, too.
 * @returns The line.
 * @throws TypeError for anything but a line.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.add_line.html
 * @example
 * plt.gca().addLine(new plt.Line2D([0, 1], [0.2, 0.8], { color: "C3" }));
 */
export function addLine(axes: AxesBase, line: Line2D): Line2D {
  if (!(line instanceof Line2D)) {
    throw new TypeError(
      `addLine: expected a line such as new plt.Line2D([0, 1], [0, 1]), got ${describe(line)}`,
    );
  }
  axes.add([line], axes.artists.length > 0 ? ["x", "y"] : []);
  return line;
}
