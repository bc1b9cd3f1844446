import { setLimits } from "../axisLimits";
import type { AxesBase } from "../model/axes";
import type { Scalar } from "../options/readers";

/** Limits by name. */
export interface XLimits {
  left?: Scalar | null;
  right?: Scalar | null;
}

/** Limits by name. */
export interface YLimits {
  bottom?: Scalar | null;
  top?: Scalar | null;
}

/** What {@link xlim} takes: nothing, a pair, two numbers, or limits by name; null keeps a limit as it is. */
export type XLimitArguments =
  | []
  | [limits: readonly [Scalar | null, Scalar | null] | readonly number[] | XLimits]
  | [left: Scalar | null, right?: Scalar | null];

/** What {@link ylim} takes: nothing, a pair, two numbers, or limits by name; null keeps a limit as it is. */
export type YLimitArguments =
  | []
  | [limits: readonly [Scalar | null, Scalar | null] | readonly number[] | YLimits]
  | [bottom: Scalar | null, top?: Scalar | null];

/**
 * Sets or tells the limits of the x axis.
 *
 * Without arguments it tells them. Set limits stay; the other axis goes on following the data. Limits in descending
 * order turn the axis round.
 *
 * @param args - `left, right`, or `[left, right]`, or `{ left, right }`; null or nothing keeps a limit as it is.
 * @returns The limits now, left and right.
 * @throws TypeError for a limit that is no finite number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xlim.html
 * @example
 * plt.plot([0, 10], [0, 1]);
 * plt.xlim(); // [-0.5, 10.5]
 * plt.xlim(0, 5);
 */
export function xlim(axes: AxesBase, ...args: XLimitArguments): [left: number, right: number] {
  return setLimits(axes, "xlim", "x", ["left", "right"], args);
}

/**
 * Sets or tells the limits of the y axis.
 *
 * Without arguments it tells them. Set limits stay; the other axis goes on following the data. Limits in descending
 * order turn the axis round.
 *
 * @param args - `bottom, top`, or `[bottom, top]`, or `{ bottom, top }`; null or nothing keeps a limit as it is.
 * @returns The limits now, bottom and top.
 * @throws TypeError for a limit that is no finite number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ylim.html
 * @example
 * plt.ylim(-25, 10);
 * plt.ylim({ top: 5 });
 */
export function ylim(axes: AxesBase, ...args: YLimitArguments): [bottom: number, top: number] {
  return setLimits(axes, "ylim", "y", ["bottom", "top"], args);
}
