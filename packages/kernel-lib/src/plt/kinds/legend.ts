import type { Legend } from "../model/legend";
import { readLegend, type LegendArguments } from "../legend/read";
import type { AxesBase } from "../model/axes";

export type { LegendArguments, LegendOptions } from "../legend/read";

/**
 * Names what is drawn, in a box over the axes.
 *
 * Without names it takes the labels that the drawing functions were given; what has none, or one that begins with an
 * underscore, stays out. A list of names goes to what is drawn in order.
 *
 * @param args - `labels`, or `handles, labels`, or neither; then options such as `{ loc: "upper left" }`.
 * @returns The legend.
 * @throws TypeError for an invalid place or label, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.legend.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.legend(["relu"], { loc: "upper left" });
 */
export function legend(axes: AxesBase, ...args: LegendArguments): Legend {
  const read = readLegend(args, () => [axes]);
  if (read.outside) {
    throw new TypeError(
      "legend: expected a place within the axes, got one outside, which only fig.legend makes room for",
    );
  }
  read.owner = axes;
  axes.currentLegend = read;
  return read;
}
