import type { AxesBase } from "../model/axes";
import { number, type Scalar } from "../options/readers";

/**
 * Tells the place of the axes among those that lie over each other.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.artist.Artist.get_zorder.html
 * @example
 * plt.gca().getZorder(); // 0
 */
export function getZorder(axes: AxesBase): number {
  return axes.zorder;
}

/**
 * Sets the place of the axes among those in one place, as {@link twinx} makes them: those with a higher one lie over those
 * with a lower one.
 *
 * @param zorder - Any number. Default: 0, with later axes over earlier ones.
 * @throws TypeError for anything but a number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.artist.Artist.set_zorder.html
 * @example
 * const [fig, ax] = plt.subplots();
 * const twin = ax.twinx();
 * twin.bar([0, 1, 2], [3, 1, 2]);
 * ax.plot([1, 2, 3], { color: "k" });
 * ax.setZorder(twin.getZorder() + 1);
 * ax.setFrameOn(false);
 */
export function setZorder(axes: AxesBase, zorder: Scalar): void {
  axes.zorder = number()("setZorder", "zorder", zorder);
}
