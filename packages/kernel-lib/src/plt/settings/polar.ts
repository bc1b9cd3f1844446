import type { Spelled } from "../../array/options";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import type { TickLabel } from "../model/tickLabel";
import { number, type Scalar } from "../options/readers";
import { polarOf, radians } from "../projections";
import { setTicks, type TickArguments, type TickLabelOptions } from "../tickSetting";

/** Options of {@link rgrids}. */
export type RadialGridOptions = TickLabelOptions & {
  /** Degrees at which the labels stand. */
  angle?: Scalar;
};

/**
 * Sets or tells the rays of polar axes and what is written at them.
 *
 * @param args - Angles in degrees and, if wanted, labels; then options as for {@link xticks}. Nothing tells them.
 * @returns The angles in radians, and their labels.
 * @throws RangeError if there are not as many labels as angles; TypeError for axes that are not polar.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.thetagrids.html
 * @example
 * plt.polar([0, 1, 2], [1, 2, 3]);
 * plt.thetagrids([0, 90, 180, 270], ["E", "N", "W", "S"]);
 */
export function thetagrids(axes: AxesBase, ...args: TickArguments): [angles: number[], labels: TickLabel[]] {
  polarOf("thetagrids", axes);
  const [angles, ...rest] = args as readonly unknown[];
  const plain =
    typeof angles === "object" &&
    angles !== null &&
    (Array.isArray(angles) || "length" in angles || "size" in angles);
  if (!plain) return setTicks(axes, "thetagrids", "x", args);
  return setTicks(axes, "thetagrids", "x", [
    [...readNumbers("thetagrids", "angles", angles)].map(radians),
    ...rest,
  ]);
}

/**
 * Sets or tells the circles of polar axes and what is written at them.
 *
 * @param args - Radii above 0 and, if wanted, labels; then options as for {@link yticks}, and `angle`, in degrees, at
 *   which they are written. Nothing tells them.
 * @returns The radii, and their labels.
 * @throws RangeError if there are not as many labels as radii; TypeError for axes that are not polar.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.rgrids.html
 * @example
 * plt.polar([0, 1, 2], [1, 2, 3]);
 * plt.rgrids([1, 2, 3], ["one", "two", "three"], { angle: 67 });
 */
export function rgrids(
  axes: AxesBase,
  ...args:
    | [options?: Spelled<RadialGridOptions>]
    | [radii: Data, options?: Spelled<RadialGridOptions>]
    | [radii: Data, labels: readonly (string | number)[], options?: Spelled<RadialGridOptions>]
): [radii: number[], labels: TickLabel[]] {
  const polar = polarOf("rgrids", axes);
  const last = args[args.length - 1] as { angle?: Scalar } | undefined;
  const { angle, ...options } = typeof last === "object" && "angle" in last ? last : {};
  const rest = angle === undefined ? args : [...args.slice(0, -1), options];
  const read = angle === undefined ? undefined : number()("rgrids", "angle", angle);
  const ticks = setTicks(axes, "rgrids", "y", rest);
  if (read !== undefined) polar.labelAngle = radians(read);
  return ticks;
}
