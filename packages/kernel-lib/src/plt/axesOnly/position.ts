import { readBox } from "../layout/subplotArguments";
import type { AxesBase } from "../model/axes";

/**
 * Puts the axes at a place of the figure, out of the grid that they may be in.
 *
 * @param box - Left, bottom, width and height, as shares of the figure.
 * @throws TypeError for anything but four numbers, the last two above 0.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_position.html
 * @example
 * plt.gca().setPosition([0.1, 0.1, 0.5, 0.8]);
 */
export function setPosition(
  axes: AxesBase,
  box: readonly [left: number, bottom: number, width: number, height: number],
): void {
  axes.position = readBox("setPosition", box);
  axes.cells = undefined;
}

/**
 * Tells where in the figure the axes are: left, bottom, width and height, as shares of it.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_position.html
 * @example
 * plt.gca().getPosition().map((part) => part.toFixed(3)); // ["0.125", "0.110", "0.775", "0.770"]
 */
export function getPosition(axes: AxesBase): [left: number, bottom: number, width: number, height: number] {
  const { left, bottom, width, height } = axes.box();
  return [left, bottom, width, height];
}
