import { describe } from "../../array/options";
import { readColormap, type ColormapName } from "../color/colormap";
import { isMappable, type Mappable } from "../color/mapping";
import type { Artist } from "../model/artist";
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

/**
 * Makes something coloured by value the one that {@link colorbar}, {@link clim} and {@link setCmap} are about.
 *
 * @param mappable - What {@link imshow}, {@link scatter} or another of them returned, on the current axes.
 * @throws TypeError for what is not coloured by value; Error for what is not on the current axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.sci.html
 * @example
 * const first = plt.imshow([[0, 1], [2, 3]]);
 * plt.scatter([0, 1], [0, 1], { c: [5, 6] });
 * plt.sci(first);
 * plt.gci() === first; // true
 */
export function sci(mappable: Mappable): void {
  if (!isMappable(mappable)) {
    throw new TypeError(`sci: expected something coloured by value, got ${describe(mappable)}`);
  }
  const axes = currentFigure()?.current;
  if (!axes?.artists.includes(mappable as Mappable & Artist)) {
    throw new Error("sci: expected something that is drawn on the current axes");
  }
  axes.mappable = mappable;
}
