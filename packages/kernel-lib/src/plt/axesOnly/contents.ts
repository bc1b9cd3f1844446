import { AxesImage } from "../artists/image";
import { Line2D } from "../artists/line";
import type { Artist } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Legend } from "../model/legend";

/**
 * Gives the lines that are drawn on the axes.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_lines.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.gca().getLines().length; // 1
 */
export function getLines(axes: AxesBase): Line2D[] {
  return axes.artists.filter((artist): artist is Line2D => artist instanceof Line2D);
}

/**
 * Gives the images that are drawn on the axes.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_images.html
 * @example
 * plt.imshow([[0, 1], [2, 3]]);
 * plt.gca().getImages().length; // 1
 */
export function getImages(axes: AxesBase): AxesImage[] {
  return axes.artists.filter((artist): artist is AxesImage => artist instanceof AxesImage);
}

/**
 * Gives the legend; undefined where there is none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_legend.html
 * @example
 * plt.gca().getLegend(); // undefined
 */
export function getLegend(axes: AxesBase): Legend | undefined {
  return axes.currentLegend;
}

/**
 * Gives all that is drawn on the axes, in the order of its making.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_children.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.gca().getChildren().length; // 1
 */
export function getChildren(axes: AxesBase): Artist[] {
  return [...axes.artists];
}

/**
 * Tells whether anything is drawn on the axes.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.has_data.html
 * @example
 * plt.gca().hasData(); // false
 */
export function hasData(axes: AxesBase): boolean {
  return axes.artists.length > 0;
}
