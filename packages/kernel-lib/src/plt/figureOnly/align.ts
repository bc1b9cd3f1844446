import { describe } from "../../array/options";
import { AxesBase } from "../model/axes";
import { labelSideOf } from "../model/axis";
import type { Cells } from "../model/cells";
import type { Panel } from "../model/panel";

/** What is to be in line: axes, a list or rows of them; by default all of a figure. */
type Alike = AxesBase | readonly (AxesBase | readonly AxesBase[])[];

/** Axes with cells of a grid, by what is to be in line. */
function inGrid(functionName: string, figure: Panel, axs: Alike | undefined): [AxesBase, Cells][] {
  const list: readonly unknown[] = axs === undefined ? figure.axes : [axs].flat(2);
  return list.flatMap((axes): [AxesBase, Cells][] => {
    if (axes instanceof AxesBase) return axes.cells ? [[axes, axes.cells]] : [];
    throw new TypeError(`${functionName}: expected axes or a list of them, got ${describe(axes)}`);
  });
}

/** Puts axes with the same key in one group, with all that were in line with one of them before. */
function align(
  figure: Panel,
  what: "x" | "y" | "title",
  axs: readonly [AxesBase, Cells][],
  key: (axes: AxesBase, cells: Cells) => string,
): void {
  const groups = new Map<string, AxesBase[]>();
  for (const [axes, cells] of axs) {
    const name = key(axes, cells);
    groups.set(name, [...(groups.get(name) ?? []), axes]);
  }
  for (const group of groups.values()) {
    const [together, apart] = [[...group], [] as AxesBase[][]];
    for (const other of figure.aligned[what]) {
      if (other.some((axes) => group.includes(axes))) together.push(...other);
      else apart.push(other);
    }
    figure.aligned[what] = [...apart, [...new Set(together)]];
  }
}

/**
 * Puts the labels of x axes in line that are below, or above, the same row of a grid.
 *
 * @param axs - Axes, a list or rows of them. Default: all of the figure. Those that are not in a grid stay as they are.
 * @throws TypeError for anything but axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.align_xlabels.html
 * @example
 * const [fig, [left, right]] = plt.subplots(1, 2);
 * left.tickParams({ axis: "x", rotation: 55 });
 * for (const ax of [left, right]) ax.setXlabel("epoch");
 * fig.alignXlabels();
 */
export function alignXlabels(figure: Panel, axs?: Alike): void {
  align(figure, "x", inGrid("alignXlabels", figure, axs), ({ xaxis }, { top, bottom }) => {
    const side = labelSideOf(xaxis);
    return `${side} ${side === "top" ? top : bottom}`;
  });
}

/**
 * Puts the labels of y axes in line that are at the left, or at the right, of the same column of a grid.
 *
 * @param axs - Axes, a list or rows of them. Default: all of the figure. Those that are not in a grid stay as they are.
 * @throws TypeError for anything but axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.align_ylabels.html
 * @example
 * const [fig, [upper, lower]] = plt.subplots(2, 1);
 * upper.plot([0, 1000]);
 * for (const ax of [upper, lower]) ax.setYlabel("loss");
 * fig.alignYlabels();
 */
export function alignYlabels(figure: Panel, axs?: Alike): void {
  align(figure, "y", inGrid("alignYlabels", figure, axs), ({ yaxis }, { left, right }) => {
    const side = labelSideOf(yaxis);
    return `${side} ${side === "right" ? right : left}`;
  });
}

/**
 * Puts the labels of axes in line, as {@link alignXlabels} and {@link alignYlabels} do.
 *
 * @param axs - Axes, a list or rows of them. Default: all of the figure. Those that are not in a grid stay as they are.
 * @throws TypeError for anything but axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.align_labels.html
 * @example
 * const [fig, axs] = plt.subplots(2, 2);
 * axs[0][0].plot([0, 1000]);
 * for (const ax of axs.flat()) ax.set({ xlabel: "epoch", ylabel: "loss" });
 * fig.alignLabels();
 */
export function alignLabels(figure: Panel, axs?: Alike): void {
  inGrid("alignLabels", figure, axs);
  alignXlabels(figure, axs);
  alignYlabels(figure, axs);
}

/**
 * Puts the titles of axes in line that are in the same row of a grid.
 *
 * @param axs - Axes, a list or rows of them. Default: all of the figure. Those that are not in a grid stay as they are.
 * @throws TypeError for anything but axes.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.align_titles.html
 * @example
 * const [fig, [left, right]] = plt.subplots(1, 2);
 * left.setAspect("equal");
 * for (const ax of [left, right]) ax.setTitle("loss");
 * fig.alignTitles();
 */
export function alignTitles(figure: Panel, axs?: Alike): void {
  align(figure, "title", inGrid("alignTitles", figure, axs), (_, { top }) => String(top));
}
