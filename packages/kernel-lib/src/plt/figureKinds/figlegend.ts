import { legend } from "../figureOnly/legend";
import type { LegendArguments } from "../legend/read";
import type { Legend } from "../model/legend";
import type { Panel } from "../model/panel";

/**
 * Names what is drawn on all axes of the current figure, in one box over it.
 *
 * @param args - As for {@link legend}; places and shares are those of the figure, and "outside" may stand before a place,
 *   for which a constrained layout makes room. Default place: "upper right".
 * @returns The legend.
 * @throws TypeError for a place, an option or a label that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.figlegend.html
 * @example
 * const [fig, axs] = plt.subplots(1, 2);
 * axs[0].plot([1, 2], { label: "up" });
 * plt.figlegend({ loc: "lower center" });
 */
export function figlegend(figure: Panel, ...args: LegendArguments): Legend {
  return legend(figure, ...args);
}
