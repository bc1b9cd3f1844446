import { margins } from "../kinds/view";
import type { AxesBase } from "../model/axes";
import { number, type Scalar } from "../options/readers";

/** Sets the least and the greatest value of a direction, and keeps the way it runs. */
function setBound(axes: AxesBase, direction: "x" | "y", lower: unknown, upper: unknown): void {
  const name = `set${direction.toUpperCase()}bound`;
  const [first, last] = axes.view(direction);
  const low =
    lower === undefined || lower === null ? Math.min(first, last) : number()(name, "lower", lower as Scalar);
  const high =
    upper === undefined || upper === null ? Math.max(first, last) : number()(name, "upper", upper as Scalar);
  axes.axisOf(direction).dimension.setView(first > last ? [high, low] : [low, high]);
}

/**
 * Sets the least and the greatest value of x; an axis that is turned round stays so.
 *
 * @param lower - The least; null or nothing keeps it.
 * @param upper - The greatest.
 * @throws TypeError for anything but numbers.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_xbound.html
 * @example
 * plt.gca().setXbound(0, 10);
 */
export function setXbound(axes: AxesBase, lower?: Scalar | null, upper?: Scalar | null): void {
  setBound(axes, "x", lower, upper);
}

/**
 * Sets the least and the greatest value of y; an axis that is turned round stays so.
 *
 * @param lower - The least; null or nothing keeps it.
 * @param upper - The greatest.
 * @throws TypeError for anything but numbers.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_ybound.html
 * @example
 * plt.gca().setYbound(0, 10);
 */
export function setYbound(axes: AxesBase, lower?: Scalar | null, upper?: Scalar | null): void {
  setBound(axes, "y", lower, upper);
}

/**
 * Sets the room between data and axes along x, as a share of the data's range.
 *
 * @throws TypeError for a margin that is no number above −0.5.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_xmargin.html
 * @example
 * plt.gca().setXmargin(0.2);
 */
export function setXmargin(axes: AxesBase, margin: Scalar): void {
  margins(axes, { x: margin });
}

/**
 * Sets the room between data and axes along y, as a share of the data's range.
 *
 * @throws TypeError for a margin that is no number above −0.5.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_ymargin.html
 * @example
 * plt.gca().setYmargin(0.2);
 */
export function setYmargin(axes: AxesBase, margin: Scalar): void {
  margins(axes, { y: margin });
}
