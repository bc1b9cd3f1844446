import type { Artist } from "../artists/artist";
import type { Axes } from "../axes";
import { labelledEntries } from "../legend/entries";
import { currentAxes } from "../state";

/**
 * Tells the limits of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xlim.html
 * @example
 * plt.gca().getXlim(); // [0, 1]
 */
export function getXlim(): [left: number, right: number] {
  return [...currentAxes().view("x")];
}

/**
 * Tells the limits of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ylim.html
 * @example
 * plt.gca().getYlim(); // [0, 1]
 */
export function getYlim(): [bottom: number, top: number] {
  return [...currentAxes().view("y")];
}

/**
 * Tells the ticks of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xticks.html
 * @example
 * plt.gca().getXticks().length; // 6
 */
export function getXticks(): number[] {
  return currentAxes().ticks("x").major;
}

/**
 * Tells the ticks of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yticks.html
 * @example
 * plt.gca().getYticks().length; // 6
 */
export function getYticks(): number[] {
  return currentAxes().ticks("y").major;
}

/**
 * Tells the labels of the ticks of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xticklabels.html
 * @example
 * plt.gca().getXticklabels()[1]; // "0.2"
 */
export function getXticklabels(): string[] {
  return currentAxes().ticks("x").labels;
}

/**
 * Tells the labels of the ticks of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yticklabels.html
 * @example
 * plt.gca().getYticklabels()[1]; // "0.2"
 */
export function getYticklabels(): string[] {
  return currentAxes().ticks("y").labels;
}

/**
 * Tells the title.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_title.html
 * @example
 * plt.title("loss");
 * plt.gca().getTitle(); // "loss"
 */
export function getTitle(): string {
  return currentAxes().titleLabels.center.text;
}

/**
 * Tells the label of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xlabel.html
 * @example
 * plt.xlabel("epoch");
 * plt.gca().getXlabel(); // "epoch"
 */
export function getXlabel(): string {
  return currentAxes().xaxis.label.text;
}

/**
 * Tells the label of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ylabel.html
 * @example
 * plt.ylabel("loss");
 * plt.gca().getYlabel(); // "loss"
 */
export function getYlabel(): string {
  return currentAxes().yaxis.label.text;
}

/**
 * Tells the scale of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xscale.html
 * @example
 * plt.gca().getXscale(); // "linear"
 */
export function getXscale(): "linear" | "log" {
  return currentAxes().xaxis.dimension.scale.name;
}

/**
 * Tells the scale of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yscale.html
 * @example
 * plt.gca().getYscale(); // "linear"
 */
export function getYscale(): "linear" | "log" {
  return currentAxes().yaxis.dimension.scale.name;
}

/**
 * Gives what has a label, and the labels.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_legend_handles_labels.html
 * @example
 * plt.plot([1, 2], { label: "up" });
 * const [handles, labels] = plt.gca().getLegendHandlesLabels();
 * labels; // ["up"]
 */
export function getLegendHandlesLabels(): [handles: Artist[], labels: string[]] {
  const entries = labelledEntries(currentAxes());
  return [entries.map(({ artist }) => artist), entries.map(({ text }) => text)];
}

/**
 * Gives the figure that the axes are in.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_figure.html
 * @example
 * plt.gca().getFigure() === plt.gcf(); // true
 */
export function getFigure(): Axes["figure"] {
  return currentAxes().figure;
}

/**
 * Of subplots, leaves labels of ticks and axes only at the left and the bottom of the grid.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.label_outer.html
 * @example
 * const [fig, axs] = plt.subplots(2, 2);
 * for (const ax of axs.flat()) ax.labelOuter();
 */
export function labelOuter(): void {
  const axes = currentAxes();
  const { cells } = axes;
  if (cells === undefined) return;
  if (cells.bottom < cells.rows - 1) {
    axes.xaxis.style.labels = false;
    axes.xaxis.label = { text: "" };
  }
  if (cells.left > 0) {
    axes.yaxis.style.labels = false;
    axes.yaxis.label = { text: "" };
  }
}
