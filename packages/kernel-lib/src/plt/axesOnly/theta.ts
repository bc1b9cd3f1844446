import { describe } from "../../array/options";
import { setLimits } from "../axisLimits";
import type { AxesBase } from "../model/axes";
import { choice, number, type Scalar } from "../options/readers";
import { polarOf, radians } from "../projections";

const directions = { E: 0, NE: 1, N: 2, NW: 3, W: 4, SW: 5, S: 6, SE: 7 };

/**
 * Sets where the angle zero of polar axes points.
 *
 * @param place - "N" for up, "E" for right, or "NE", "NW", "W", "SW", "S", "SE".
 * @param offset - Degrees to add, counter-clockwise. Default: 0.
 * @throws TypeError for another place, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * const ax = plt.subplot({ projection: "polar" });
 * ax.setThetaZeroLocation("N");
 */
export function setThetaZeroLocation(
  axes: AxesBase,
  place: keyof typeof directions,
  offset: Scalar = 0,
): void {
  const polar = polarOf("setThetaZeroLocation", axes);
  const names = Object.keys(directions) as (keyof typeof directions)[];
  const name = choice(...names)("setThetaZeroLocation", "place", place);
  polar.offset =
    (directions[name] * Math.PI) / 4 + radians(number()("setThetaZeroLocation", "offset", offset));
}

/**
 * Sets where the angle zero of polar axes points, in radians from the right, counter-clockwise.
 *
 * @throws TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setThetaOffset(Math.PI / 2);
 */
export function setThetaOffset(axes: AxesBase, offset: Scalar): void {
  polarOf("setThetaOffset", axes).offset = number()("setThetaOffset", "offset", offset);
}

/**
 * Sets which way the angles of polar axes run.
 *
 * @param direction - 1 or "counterclockwise"; -1 or "clockwise".
 * @throws TypeError for another, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setThetaDirection("clockwise");
 */
export function setThetaDirection(
  axes: AxesBase,
  direction: 1 | -1 | "clockwise" | "counterclockwise" | "anticlockwise",
): void {
  const polar = polarOf("setThetaDirection", axes);
  const words = { "1": 1, "-1": -1, clockwise: -1, counterclockwise: 1, anticlockwise: 1 } as const;
  if (!Object.hasOwn(words, direction)) {
    throw new TypeError(
      `setThetaDirection: expected direction to be 1, -1, "clockwise" or "counterclockwise", got ${describe(direction)}`,
    );
  }
  polar.direction = words[direction];
}

/**
 * Sets or tells the limits of the angles of polar axes.
 *
 * @param args - The first and the last angle in radians; nothing tells them.
 * @returns The limits now.
 * @throws RangeError for more than a full circle; TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setThetalim(0, Math.PI / 2);
 */
export function setThetalim(
  axes: AxesBase,
  ...args: [] | [from: Scalar, to: Scalar] | [limits: readonly [Scalar, Scalar]]
): [from: number, to: number] {
  polarOf("setThetalim", axes);
  const { dimension } = axes.xaxis;
  const before = dimension.view;
  const after = setLimits(axes, "setThetalim", "x", ["thetamin", "thetamax"], args);
  if (Math.abs(after[1] - after[0]) <= 2 * Math.PI + 1e-9) return after;
  dimension.setView(before);
  throw new RangeError(`setThetalim: expected at most a full circle, got ${after[0]} to ${after[1]}`);
}

/**
 * Sets the first angle of polar axes in degrees.
 *
 * @throws RangeError for more than a full circle; TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setThetamin(45);
 */
export function setThetamin(axes: AxesBase, degrees: Scalar): void {
  setThetalim(axes, [radians(number()("setThetamin", "degrees", degrees)), axes.view("x")[1]]);
}

/**
 * Sets the last angle of polar axes in degrees.
 *
 * @throws RangeError for more than a full circle; TypeError for anything but a number, or axes that are not polar.
 * @see https://matplotlib.org/stable/api/projections/polar.html
 * @example
 * plt.subplot({ projection: "polar" }).setThetamax(135);
 */
export function setThetamax(axes: AxesBase, degrees: Scalar): void {
  setThetalim(axes, [axes.view("x")[0], radians(number()("setThetamax", "degrees", degrees))]);
}
