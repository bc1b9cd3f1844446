import { readLegend, type LegendArguments } from "../legend/read";
import type { Panel } from "../model/panel";
import type { Legend } from "../model/legend";

/**
 * Names what is drawn on all axes, in one box over the figure, beside the legends that the figure has already.
 *
 * In a constrained layout, a place such as "outside upper right" has room made for it above the axes, and "outside right
 * upper" at their right.
 *
 * @param args - As for {@link legend}; places and shares are those of the figure. Default place: "upper right".
 * @returns The legend.
 * @throws TypeError for a place, an option or a label that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.legend.html
 * @example
 * const [fig, axs] = plt.subplots(1, 2);
 * for (const ax of axs) ax.plot([1, 2], { label: "up" });
 * fig.legend(...axs[0].getLegendHandlesLabels(), { loc: "upper center" });
 */
export function legend(figure: Panel, ...args: LegendArguments): Legend {
  const read = readLegend(args, () => figure.axes);
  // No place is the best for all axes at once.
  const legend = read.loc === 0 ? read.at(1) : read;
  legend.owner = figure;
  figure.legends.push(legend);
  return legend;
}
