import type { AxesBase } from "../model/axes";

/**
 * Has the limits follow the data that there are now, unless they are set.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.autoscale_view.html
 * @example
 * const [line] = plt.plot([1, 2, 3]);
 * line.setYdata([10, 20, 30]);
 * plt.gca().autoscaleView();
 * plt.gca().getYlim(); // [9, 31]
 */
export function autoscaleView(axes: AxesBase): void {
  for (const { dimension } of [axes.xaxis, axes.yaxis]) dimension.requestAutoscale();
}

/**
 * Takes note of data that have changed, for {@link autoscaleView}; there it is enough to call that.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.relim.html
 * @example
 * const [line] = plt.plot([1, 2, 3]);
 * line.setYdata([10, 20, 30]);
 * plt.gca().relim();
 */
export function relim(axes: AxesBase): void {
  axes.settle();
}
