import type { AxesBase } from "../model/axes";
import { flag } from "../options/readers";

/**
 * Tells whether the limits of both axes follow the data.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_autoscale_on.html
 * @example
 * plt.gca().getAutoscaleOn(); // true
 */
export function getAutoscaleOn(axes: AxesBase): boolean {
  return getAutoscalexOn(axes) && getAutoscaleyOn(axes);
}

/**
 * Tells whether the limits of the x axis follow the data.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_autoscalex_on.html
 * @example
 * plt.gca().setXlim(0, 10);
 * plt.gca().getAutoscalexOn(); // false
 */
export function getAutoscalexOn(axes: AxesBase): boolean {
  return axes.xaxis.dimension.auto;
}

/**
 * Tells whether the limits of the y axis follow the data.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_autoscaley_on.html
 * @example
 * plt.gca().getAutoscaleyOn(); // true
 */
export function getAutoscaleyOn(axes: AxesBase): boolean {
  return axes.yaxis.dimension.auto;
}

/**
 * Has the limits of both axes follow what is drawn from now on, or not.
 *
 * @param on - Whether they follow.
 * @throws TypeError for anything but true or false.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_autoscale_on.html
 * @example
 * plt.gca().setAutoscaleOn(false);
 * plt.plot([1, 2, 3]);
 * plt.gca().getXlim(); // [0, 1]
 */
export function setAutoscaleOn(axes: AxesBase, on: boolean): void {
  const read = flag("setAutoscaleOn", "on", on);
  for (const { dimension } of [axes.xaxis, axes.yaxis]) dimension.setAuto(read);
}

/**
 * Has the limits of the x axis follow what is drawn from now on, or not.
 *
 * @param on - Whether they follow.
 * @throws TypeError for anything but true or false.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_autoscalex_on.html
 * @example
 * plt.gca().setAutoscalexOn(false);
 */
export function setAutoscalexOn(axes: AxesBase, on: boolean): void {
  axes.xaxis.dimension.setAuto(flag("setAutoscalexOn", "on", on));
}

/**
 * Has the limits of the y axis follow what is drawn from now on, or not.
 *
 * @param on - Whether they follow.
 * @throws TypeError for anything but true or false.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_autoscaley_on.html
 * @example
 * plt.gca().setAutoscaleyOn(false);
 */
export function setAutoscaleyOn(axes: AxesBase, on: boolean): void {
  axes.yaxis.dimension.setAuto(flag("setAutoscaleyOn", "on", on));
}
