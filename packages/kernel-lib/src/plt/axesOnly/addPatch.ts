import { describe } from "../../array/options";
import { Patch } from "../artists/patch";
import type { AxesBase } from "../model/axes";

/**
 * Draws a shape, such as a rectangle or a circle.
 *
 * @param patch - The shape. The limits follow it only where something else has been drawn, too.
 * @returns The shape.
 * @throws TypeError for anything but a shape.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.add_patch.html
 * @example
 * plt.gca().addPatch(new plt.Circle([0.5, 0.5], 0.2));
 */
export function addPatch(axes: AxesBase, patch: Patch): Patch {
  if (!(patch instanceof Patch)) {
    throw new TypeError(
      `addPatch: expected a shape such as new plt.Circle([0, 0], 1), got ${describe(patch)}`,
    );
  }
  axes.add([patch], axes.artists.length > 0 ? ["x", "y"] : []);
  return patch;
}
