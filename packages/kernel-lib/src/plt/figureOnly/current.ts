import { describe } from "../../array/options";
import { AxesBase } from "../model/axes";
import type { Panel } from "../model/panel";

/**
 * Gives the current axes, made if there are none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.gca.html
 * @example
 * plt.figure().gca().plot([1, 2, 3]);
 */
export function gca(figure: Panel): AxesBase {
  return (
    figure.current ??
    figure.makeAxes({ cells: { rows: 1, columns: 1, top: 0, bottom: 0, left: 0, right: 0 } })
  );
}

/**
 * Makes axes of the figure the current ones.
 *
 * @param axes - The axes.
 * @throws TypeError for axes of another figure.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.sca.html
 * @example
 * const [fig, axs] = plt.subplots(1, 2);
 * fig.sca(axs[0]);
 */
export function sca(figure: Panel, axes: AxesBase): void {
  if (!(axes instanceof AxesBase) || !figure.axes.includes(axes)) {
    throw new TypeError(`sca: expected axes of the figure, got ${describe(axes)}`);
  }
  figure.current = axes;
}

/**
 * Takes axes off the figure.
 *
 * @param axes - The axes.
 * @throws TypeError for axes of another figure.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.delaxes.html
 * @example
 * const [fig, axs] = plt.subplots(1, 3);
 * fig.delaxes(axs[2]);
 * fig.axes.length; // 2
 */
export function delaxes(figure: Panel, axes: AxesBase): void {
  if (!(axes instanceof AxesBase) || !figure.axes.includes(axes)) {
    throw new TypeError(`delaxes: expected axes of the figure, got ${describe(axes)}`);
  }
  axes.figure.drop(axes);
}

/**
 * Gives the axes of the figure, in the order of their making.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_axes.html
 * @example
 * plt.figure().getAxes().length; // 0
 */
export function getAxes(figure: Panel): AxesBase[] {
  return [...figure.axes];
}

/**
 * Takes everything off the figure.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.clf.html
 * @example
 * const fig = plt.figure();
 * fig.gca().plot([1, 2]);
 * fig.clf();
 * fig.axes.length; // 0
 */
export function clf(figure: Panel): void {
  figure.clear();
}
