import { describe } from "../../array/options";
import { anchors } from "../model/aspect";
import type { AxesBase } from "../model/axes";
import { choice, number, scalarOf, type Scalar } from "../options/readers";

/**
 * Tells the length of a unit of y over that of a unit of x; "auto" where the box is filled.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_aspect.html
 * @example
 * plt.gca().getAspect(); // "auto"
 */
export function getAspect(axes: AxesBase): number | "auto" {
  return axes.aspect ?? "auto";
}

/**
 * Sets the height of the box over its width, whatever the data.
 *
 * @param aspect - A number above 0; null fills the place of the axes.
 * @throws RangeError for a number that is not above 0.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_box_aspect.html
 * @example
 * plt.gca().setBoxAspect(1);
 */
export function setBoxAspect(axes: AxesBase, aspect: Scalar | null): void {
  const read = aspect === null ? undefined : number()("setBoxAspect", "aspect", aspect);
  if (read !== undefined && read <= 0) {
    throw new RangeError(`setBoxAspect: expected aspect above 0, or null, got ${describe(scalarOf(aspect))}`);
  }
  axes.boxAspect = read;
}

/**
 * Tells the height of the box over its width; null where its place is filled.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_box_aspect.html
 * @example
 * plt.gca().getBoxAspect(); // null
 */
export function getBoxAspect(axes: AxesBase): number | null {
  return axes.boxAspect ?? null;
}

/**
 * Sets what gives way to an aspect: the box, or the limits.
 *
 * @throws TypeError for a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_adjustable.html
 * @example
 * plt.gca().setAspect("equal");
 * plt.gca().setAdjustable("datalim");
 */
export function setAdjustable(axes: AxesBase, adjustable: "box" | "datalim"): void {
  axes.adjustable = choice("box", "datalim")("setAdjustable", "adjustable", adjustable);
}

/**
 * Sets where a box that an aspect makes smaller stands in its place: "C", or a compass direction such as "SW".
 *
 * @throws TypeError for a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_anchor.html
 * @example
 * plt.gca().setAspect("equal");
 * plt.gca().setAnchor("W");
 */
export function setAnchor(
  axes: AxesBase,
  anchor: "C" | "SW" | "S" | "SE" | "E" | "NE" | "N" | "NW" | "W",
): void {
  axes.anchor = anchors[choice(...Object.keys(anchors))("setAnchor", "anchor", anchor)];
}
