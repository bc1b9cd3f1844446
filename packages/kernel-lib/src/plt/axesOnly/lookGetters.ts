import type { Color } from "../color/color";
import { rgbaOf, type Rgba } from "../color/rgba";
import { anchors } from "../model/aspect";
import type { AxesBase } from "../model/axes";
import { setFacecolor } from "./looks";

/**
 * Tells the colour of the background as red, green, blue and opacity from 0 to 1.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_facecolor.html
 * @example
 * plt.gca().getFacecolor(); // [1, 1, 1, 1]
 */
export function getFacecolor(axes: AxesBase): Rgba {
  return rgbaOf(axes.facecolor);
}

/**
 * Tells the colour of the background, as {@link getFacecolor} does.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_facecolor.html
 * @example
 * plt.gca().setFc("r");
 * plt.gca().getFc(); // [1, 0, 0, 1]
 */
export function getFc(axes: AxesBase): Rgba {
  return getFacecolor(axes);
}

/**
 * Sets the colour of the background, as `setFacecolor` does.
 *
 * @param color - The colour.
 * @throws TypeError for anything but a colour.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_facecolor.html
 * @example
 * plt.gca().setFc("#eeeeff");
 */
export function setFc(axes: AxesBase, color: Color): void {
  setFacecolor(axes, color);
}

/**
 * Tells whether frame and background are drawn.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_frame_on.html
 * @example
 * plt.gca().getFrameOn(); // true
 */
export function getFrameOn(axes: AxesBase): boolean {
  return axes.frameOn;
}

/**
 * Tells where the grid lies among what is drawn: true under everything but pictures, "line" under lines, false over
 * everything.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_axisbelow.html
 * @example
 * plt.gca().getAxisbelow(); // "line"
 */
export function getAxisbelow(axes: AxesBase): boolean | "line" {
  return axes.axisbelow;
}

/**
 * Tells what gives way to an aspect: the box, or the limits.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_adjustable.html
 * @example
 * plt.gca().getAdjustable(); // "box"
 */
export function getAdjustable(axes: AxesBase): "box" | "datalim" {
  return axes.adjustable;
}

/**
 * Tells where a box that an aspect makes smaller stands in its place: "C", or a compass direction such as "SW".
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_anchor.html
 * @example
 * plt.gca().getAnchor(); // "C"
 */
export function getAnchor(axes: AxesBase): string {
  const [across, up] = axes.anchor;
  const found = Object.entries(anchors).find(([, [x, y]]) => x === across && y === up);
  return found ? found[0] : "C";
}
