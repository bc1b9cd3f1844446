import type { Spelled } from "../../array/options";
import { setLimits } from "../axisLimits";
import type { AxesBase } from "../model/axes";
import type { TickLabel } from "../model/tickLabel";
import { number, type Scalar } from "../options/readers";
import type { ScaleOptions } from "../options/scale";
import type { ScaleName } from "../model/scale";
import { polarOf, radians } from "../projections";
import { setScale } from "../scaling";
import { setTicks, type TickArguments } from "../tickSetting";

/** What {@link setRlim} takes: nothing, a pair, two numbers, or limits by name; null keeps a limit as it is. */
export type RLimitArguments =
  | []
  | [limits: readonly [Scalar | null, Scalar | null] | { rmin?: Scalar | null; rmax?: Scalar | null }]
  | [rmin: Scalar | null, rmax?: Scalar | null];

/**
 * Sets or tells the limits of the radii of polar axes.
 *
 * @param args - `rmin, rmax`, or `[rmin, rmax]`, or `{ rmin, rmax }`; null or nothing keeps a limit as it is.
 * @returns The limits now.
 * @throws TypeError for a limit that is not a finite number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRlim(0, 2);
 */
export function setRlim(axes: AxesBase, ...args: RLimitArguments): [rmin: number, rmax: number] {
  polarOf("setRlim", axes);
  return setLimits(axes, "setRlim", "y", ["rmin", "rmax"], args);
}

/**
 * Sets the largest radius of polar axes.
 *
 * @throws TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRmax(2);
 */
export function setRmax(axes: AxesBase, value: Scalar): void {
  polarOf("setRmax", axes);
  axes.yaxis.dimension.setView([axes.view("y")[0], number()("setRmax", "value", value)]);
}

/**
 * Sets the least radius of polar axes.
 *
 * @throws TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRmin(-1);
 */
export function setRmin(axes: AxesBase, value: Scalar): void {
  polarOf("setRmin", axes);
  axes.yaxis.dimension.setView([number()("setRmin", "value", value), axes.view("y")[1]]);
}

/**
 * Sets the radius that lies in the middle of polar axes: below the least that is shown, a hole is left.
 *
 * @throws TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRorigin(-1);
 */
export function setRorigin(axes: AxesBase, value: Scalar): void {
  polarOf("setRorigin", axes).origin = number()("setRorigin", "value", value);
}

/**
 * Sets the angle at which the radii of polar axes are written, in degrees.
 *
 * @throws TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRlabelPosition(-22.5);
 */
export function setRlabelPosition(axes: AxesBase, degrees: Scalar): void {
  polarOf("setRlabelPosition", axes).labelAngle = radians(number()("setRlabelPosition", "degrees", degrees));
}

/**
 * Sets or tells the radii that are marked on polar axes.
 *
 * @param args - The radii and, if wanted, their labels; then options as for {@link yticks}. Nothing tells them.
 * @returns The radii now, and their labels.
 * @throws RangeError if there are not as many labels as radii; TypeError for axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRticks([0.5, 1, 1.5]);
 */
export function setRticks(axes: AxesBase, ...args: TickArguments): [radii: number[], labels: TickLabel[]] {
  polarOf("setRticks", axes);
  return setTicks(axes, "setRticks", "y", args);
}

/**
 * Sets how the data map to the radii of polar axes.
 *
 * @param scale - As for {@link yscale}.
 * @param options - As for {@link yscale}.
 * @throws TypeError for an invalid scale or option, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setRscale("symlog");
 */
export function setRscale(axes: AxesBase, scale: ScaleName, options?: Spelled<ScaleOptions>): void {
  polarOf("setRscale", axes);
  setScale(axes, "setRscale", "y", scale, options);
}
