import { describe } from "../../array/options";
import { readColormap, type ColormapName } from "../color/colormap";
import type { Mappable } from "../color/mapping";
import { number, type Scalar } from "../options/readers";
import { rcParams } from "../rcParams";
import { currentFigure } from "../state/openFigures";

/** What was last drawn by value on the current axes. */
function current(functionName: string): Mappable {
  const mappable = currentFigure()?.current?.mappable;
  if (mappable) return mappable;
  throw new TypeError(
    `${functionName}: expected something coloured by value on the current axes, and none is drawn`,
  );
}

/**
 * Sets the values that have the first and the last colour of what was last drawn by value.
 *
 * @param vmin - The value of the first colour.
 * @param vmax - The value of the last colour.
 * @throws TypeError if nothing is coloured by value, or for limits that are no numbers.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.clim.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.clim(0, 10);
 */
export function clim(vmin: Scalar, vmax: Scalar): void {
  const { mapping } = current("clim");
  const [low, high] = [number()("clim", "vmin", vmin), number()("clim", "vmax", vmax)];
  if (!(low <= high))
    throw new RangeError(`clim: expected vmin below vmax, got ${describe(vmin)} and ${describe(vmax)}`);
  mapping.vmin = low;
  mapping.vmax = high;
}

/**
 * Sets the colormap of what was last drawn by value, and of all that follows.
 *
 * @param cmap - The name of a colormap, or colours.
 * @throws TypeError for an unknown colormap.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.set_cmap.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.setCmap("gray");
 */
export function setCmap(cmap: ColormapName): void {
  const colormap = readColormap("setCmap", cmap);
  if (typeof cmap === "string") rcParams["image.cmap"] = cmap;
  const mappable = currentFigure()?.current?.mappable;
  if (mappable) mappable.mapping.colormap = colormap;
}

/**
 * Gives what was last drawn by value on the current axes; undefined where there is nothing.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.gci.html
 * @example
 * const image = plt.imshow([[0, 1], [2, 3]]);
 * plt.gci() === image; // true
 */
export function gci(): Mappable | undefined {
  return currentFigure()?.current?.mappable;
}
