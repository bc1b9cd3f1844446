import { describe, type Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { SecondaryDimension } from "../model/secondaryDimension";
import { option, readTable, type OptionsOf } from "../options/option";
import { functions } from "../options/scale";

const secondaryOptions = {
  /** From the numbers of the axes to those of the secondary axis, and back. Default: the same numbers. */
  functions: option(functions),
};

/** Options of {@link secondaryXaxis} and {@link secondaryYaxis}. */
export type SecondaryAxisOptions = OptionsOf<typeof secondaryOptions>;

function secondary(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  place: unknown,
  options: unknown,
): AxesBase {
  const [near, far] = direction === "x" ? (["bottom", "top"] as const) : (["left", "right"] as const);
  const named = place === near || place === far;
  if (!named && !(typeof place === "number" && Number.isFinite(place))) {
    throw new TypeError(
      `${functionName}: expected the place to be "${near}", "${far}" or a share of the axes, got ${describe(place)}`,
    );
  }
  const same = (value: number) => value;
  const [forward, inverse] = readTable(functionName, options, secondaryOptions).functions ?? [same, same];
  const { current } = axes.figure;
  const own = axes.twin(direction === "x" ? "y" : "x");
  axes.figure.current = current;
  const axis = own.axisOf(direction);
  const { members } = axis.dimension;
  members.splice(members.indexOf(own), 1);
  const primary = () => axes.axisOf(direction).dimension;
  axis.dimension = new SecondaryDimension(
    direction,
    () => axes.view(direction),
    forward,
    inverse,
    (value) => primary().scale.forward(value),
    (value) => primary().scale.inverse(value),
  );
  axis.dimension.members.push(own);
  const side = place === near || (typeof place === "number" && place <= 0.5) ? near : far;
  axis.side = side;
  for (const [name, spine] of Object.entries(own.spines)) spine.visible = name === side;
  if (typeof place === "number") own.spines[side].setPosition(["axes", place]);
  return own;
}

/**
 * Adds an x axis that shows the data by other numbers, such as another unit.
 *
 * @param place - "top", "bottom", or a share of the axes from the bottom.
 * @param options - `functions`: from the numbers of the axes to those of the new axis, and back.
 * @returns Axes whose x axis it is, for its label and ticks.
 * @throws TypeError for an invalid place or function.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.secondary_xaxis.html
 * @example
 * plt.plot([0, 90, 180], [0, 1, 0]);
 * const radians = plt.gca().secondaryXaxis("top", { functions: [(x) => (x * Math.PI) / 180, (x) => (x * 180) / Math.PI] });
 * radians.setXlabel("angle in radians");
 */
export function secondaryXaxis(
  axes: AxesBase,
  place: "top" | "bottom" | number,
  options?: Spelled<SecondaryAxisOptions>,
): AxesBase {
  return secondary(axes, "secondaryXaxis", "x", place, options);
}

/**
 * Adds a y axis that shows the data by other numbers, such as another unit.
 *
 * @param place - "right", "left", or a share of the axes from the left.
 * @param options - `functions`: from the numbers of the axes to those of the new axis, and back.
 * @returns Axes whose y axis it is, for its label and ticks.
 * @throws TypeError for an invalid place or function.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.secondary_yaxis.html
 * @example
 * plt.plot([0, 50, 100]);
 * plt.gca().secondaryYaxis("right", { functions: [(c) => (c * 9) / 5 + 32, (f) => ((f - 32) * 5) / 9] });
 */
export function secondaryYaxis(
  axes: AxesBase,
  place: "left" | "right" | number,
  options?: Spelled<SecondaryAxisOptions>,
): AxesBase {
  return secondary(axes, "secondaryYaxis", "y", place, options);
}
