import type { AxesBase } from "../model/axes";
import type { TickLabel } from "../model/tickLabel";
import { setTicks, type TickArguments } from "../tickSetting";

/**
 * Sets or tells the ticks of the x axis.
 *
 * @param args - The places of the ticks and, if wanted, their labels; then options. Nothing tells the ticks.
 * @returns The ticks now, and their labels, by which these can be changed.
 * @throws RangeError if there are not as many labels as ticks; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xticks.html
 * @example
 * plt.plot([0, 1, 2]);
 * plt.xticks([0, 1, 2], ["one", "two", "three"], { rotation: 45 });
 */
export function xticks(axes: AxesBase, ...args: TickArguments): [ticks: number[], labels: TickLabel[]] {
  return setTicks(axes, "xticks", "x", args);
}

/**
 * Sets or tells the ticks of the y axis.
 *
 * @param args - The places of the ticks and, if wanted, their labels; then options. Nothing tells the ticks.
 * @returns The ticks now, and their labels, by which these can be changed.
 * @throws RangeError if there are not as many labels as ticks; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.yticks.html
 * @example
 * plt.plot([0, 1, 2]);
 * plt.yticks([]);
 */
export function yticks(axes: AxesBase, ...args: TickArguments): [ticks: number[], labels: TickLabel[]] {
  return setTicks(axes, "yticks", "y", args);
}
