import type { AxesBase } from "../model/axes";
import type { Axis } from "../model/axis";

/**
 * Tells the least and the greatest value of x.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xbound.html
 * @example
 * plt.gca().getXbound(); // [0, 1]
 */
export function getXbound(axes: AxesBase): [lower: number, upper: number] {
  const [first, last] = axes.view("x");
  return [Math.min(first, last), Math.max(first, last)];
}

/**
 * Tells the room between data and axes along x, as a share of the data's range.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xmargin.html
 * @example
 * plt.gca().getXmargin(); // 0.05
 */
export function getXmargin(axes: AxesBase): number {
  return axes.xaxis.margin;
}

/**
 * Gives the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xaxis.html
 * @example
 * plt.gca().getXaxis() === plt.gca().xaxis; // true
 */
export function getXaxis(axes: AxesBase): Axis {
  return axes.xaxis;
}

/**
 * Tells whether the x axis runs the other way.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xinverted.html
 * @example
 * plt.gca().getXinverted(); // false
 */
export function getXinverted(axes: AxesBase): boolean {
  const [first, last] = axes.view("x");
  return first > last;
}

/**
 * Has the x axis run the other way, or as usual.
 *
 * @param inverted - Whether it is turned round.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_xinverted.html
 * @example
 * plt.gca().setXinverted(true);
 */
export function setXinverted(axes: AxesBase, inverted: boolean): void {
  axes.xaxis.setInverted(inverted);
}

/**
 * Tells whether the x axis runs the other way.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.xaxis_inverted.html
 * @example
 * plt.gca().invertXaxis();
 * plt.gca().xaxisInverted(); // true
 */
export function xaxisInverted(axes: AxesBase): boolean {
  return getXinverted(axes);
}

/**
 * Has numbers along x be days since 1970, with ticks at dates.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.xaxis_date.html
 * @example
 * plt.plot([19723, 19800], [19723, 19800]);
 * plt.gca().xaxisDate();
 */
export function xaxisDate(axes: AxesBase): void {
  axes.xaxis.dimension.dates = true;
}

/**
 * Has the x axis be that of other axes: one scale, with the same limits and ticks.
 *
 * @param other - Axes, whose x axis becomes common.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.sharex.html
 * @example
 * const fig = plt.figure();
 * const [left, right] = [fig.addSubplot(1, 2, 1), fig.addSubplot(1, 2, 2)];
 * right.sharex(left);
 */
export function sharex(axes: AxesBase, other: AxesBase): void {
  axes.share("x", other);
}

/**
 * Tells the least and the greatest value of y.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ybound.html
 * @example
 * plt.gca().getYbound(); // [0, 1]
 */
export function getYbound(axes: AxesBase): [lower: number, upper: number] {
  const [first, last] = axes.view("y");
  return [Math.min(first, last), Math.max(first, last)];
}

/**
 * Tells the room between data and axes along y, as a share of the data's range.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ymargin.html
 * @example
 * plt.gca().getYmargin(); // 0.05
 */
export function getYmargin(axes: AxesBase): number {
  return axes.yaxis.margin;
}

/**
 * Gives the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yaxis.html
 * @example
 * plt.gca().getYaxis() === plt.gca().yaxis; // true
 */
export function getYaxis(axes: AxesBase): Axis {
  return axes.yaxis;
}

/**
 * Tells whether the y axis runs the other way.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yinverted.html
 * @example
 * plt.gca().getYinverted(); // false
 */
export function getYinverted(axes: AxesBase): boolean {
  const [first, last] = axes.view("y");
  return first > last;
}

/**
 * Has the y axis run the other way, or as usual.
 *
 * @param inverted - Whether it is turned round.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_yinverted.html
 * @example
 * plt.gca().setYinverted(true);
 */
export function setYinverted(axes: AxesBase, inverted: boolean): void {
  axes.yaxis.setInverted(inverted);
}

/**
 * Tells whether the y axis runs the other way.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.yaxis_inverted.html
 * @example
 * plt.gca().invertYaxis();
 * plt.gca().yaxisInverted(); // true
 */
export function yaxisInverted(axes: AxesBase): boolean {
  return getYinverted(axes);
}

/**
 * Has numbers along y be days since 1970, with ticks at dates.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.yaxis_date.html
 * @example
 * plt.plot([19723, 19800], [19723, 19800]);
 * plt.gca().yaxisDate();
 */
export function yaxisDate(axes: AxesBase): void {
  axes.yaxis.dimension.dates = true;
}

/**
 * Has the y axis be that of other axes: one scale, with the same limits and ticks.
 *
 * @param other - Axes, whose y axis becomes common.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.sharey.html
 * @example
 * const fig = plt.figure();
 * const [left, right] = [fig.addSubplot(1, 2, 1), fig.addSubplot(1, 2, 2)];
 * right.sharey(left);
 */
export function sharey(axes: AxesBase, other: AxesBase): void {
  axes.share("y", other);
}
