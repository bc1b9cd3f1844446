import type { AxesBase } from "../model/axes";
import { flag } from "../options/readers";

/**
 * Takes the axes off their figure.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.remove.html
 * @example
 * const [fig, axs] = plt.subplots(2, 2);
 * axs[1][1].remove();
 * fig.axes.length; // 3
 */
export function remove(axes: AxesBase): void {
  axes.figure.drop(axes);
}

/**
 * Shows or hides the axes and all that is on them.
 *
 * @param visible - Whether they are drawn.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_visible.html
 * @example
 * const [fig, axs] = plt.subplots(1, 2);
 * axs[1].setVisible(false);
 */
export function setVisible(axes: AxesBase, visible: boolean): void {
  axes.visible = flag("setVisible", "visible", visible);
}

/**
 * Tells whether the axes are drawn.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_visible.html
 * @example
 * plt.gca().getVisible(); // true
 */
export function getVisible(axes: AxesBase): boolean {
  return axes.visible;
}
