import { flag } from "../options/readers";
import { onCurrentAxes } from "../state/current";

/**
 * Shows or hides the frame and the background of the current axes.
 *
 * @param on - Whether they are drawn. Default: the other way than they are now.
 * @throws TypeError for anything but true or false.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.box.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.box(false);
 */
export function box(on?: boolean): void {
  onCurrentAxes((axes) => {
    axes.frameOn = on === undefined ? !axes.frameOn : flag("box", "on", on);
  });
}
