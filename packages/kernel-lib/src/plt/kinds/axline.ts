import { describe, type Spelled } from "../../array/options";
import { InfiniteLine } from "../artists/infiniteLine";
import { lineOptions, lineStyle } from "../options/line";
import type { AxesBase } from "../model/axes";
import { optionsAfter } from "../options/arguments";
import { faded, firstOfCycle } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { number, pair, text, type Scalar } from "../options/readers";
import { needStraightAxes } from "../projections";

const axlineOptions = {
  ...lineOptions,
  /** A second point, where it is not the second argument. */
  xy2: option(pair),
  /** How much y grows with x, in place of a second point. */
  slope: option(number()),
};

/** Options of {@link axline}. */
export type AxlineOptions = OptionsOf<typeof axlineOptions>;

/** What {@link axline} takes after a point: a second one, if there is no slope, and options. */
export type AxlineArguments =
  [xy2: readonly [Scalar, Scalar], options?: Spelled<AxlineOptions>] | [options: Spelled<AxlineOptions>];

/**
 * Draws a straight line without ends.
 *
 * @param xy1 - A point that it goes through.
 * @param args - Another point; or the option `slope`; then options: those of {@link plot}.
 * @returns The line.
 * @throws TypeError for a point that is not a pair, for both or neither of a second point and a slope, or for an
 * unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axline.html
 * @example
 * plt.axline([0, 0], { slope: 1, color: "k", linestyle: "--" });
 */
export function axline(
  axes: AxesBase,
  xy1: readonly [Scalar, Scalar],
  ...args: AxlineArguments
): InfiniteLine {
  needStraightAxes("axline", axes);
  const through = pair("axline", "xy1", xy1);
  const read = readTable("axline", optionsAfter("axline", ["xy2"], args), axlineOptions);
  const towards = read.xy2 ?? read.slope;
  if (towards === undefined || (read.xy2 && read.slope !== undefined)) {
    const got = towards === undefined ? "neither" : "both";
    throw new TypeError(`axline: expected either a second point or a slope, got ${got}`);
  }
  if (read.xy2 && read.xy2[0] === through[0] && read.xy2[1] === through[1]) {
    throw new RangeError(`axline: expected two points, got ${describe(xy1)} twice`);
  }
  const logarithmic = [axes.xaxis, axes.yaxis].some(({ dimension }) => dimension.scale.name !== "linear");
  if (read.slope !== undefined && logarithmic) {
    throw new TypeError("axline: expected a second point on axes that are not linear, got a slope");
  }
  const style = lineStyle("axline", read);
  const color = faded(style.color ?? firstOfCycle(), read.alpha);
  const name = read.label === undefined ? "" : text("axline", "label", read.label);
  const drawn = new InfiniteLine(through, towards, { ...style, color }, name);
  drawn.zorder = read.zorder ?? 2;
  axes.add([drawn]);
  return drawn;
}
