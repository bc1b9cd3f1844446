import type { AxesBase } from "../model/axes";
import type { Box } from "../model/cells";
import { readBox } from "../layout/subplotArguments";
import { set, type AxesSettings } from "./set";

/**
 * Adds axes within axes.
 *
 * @param bounds - Left, bottom, width and height, as shares of the axes.
 * @param settings - What `set` sets on the new axes, such as `xlim`.
 * @returns The new axes, which are not the current ones.
 * @throws TypeError for anything but four numbers, the last two above 0.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.inset_axes.html
 * @example
 * plt.plot([1, 4, 9]);
 * plt.gca().insetAxes([0.1, 0.6, 0.3, 0.3]).plot([1, 4]);
 */
export function insetAxes(
  axes: AxesBase,
  bounds: readonly [left: number, bottom: number, width: number, height: number],
  settings?: AxesSettings,
): AxesBase {
  const part = readBox("insetAxes", bounds);
  const { figure, within: before } = axes;
  const inner = (box: Box): Box => ({
    left: box.left + part.left * box.width,
    bottom: box.bottom + part.bottom * box.height,
    width: part.width * box.width,
    height: part.height * box.height,
  });
  const { current } = figure;
  const own = figure.makeAxes({ box: inner(axes.box()) });
  own.cells = axes.cells;
  own.within = (box) => inner(before(box));
  figure.current = current;
  if (settings !== undefined) set(own, settings);
  return own;
}
