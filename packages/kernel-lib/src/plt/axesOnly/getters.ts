import type { Artist } from "../model/artist";
import { labelledEntries } from "../legend/entries";
import type { AxesBase } from "../model/axes";
import type { ScaleName } from "../model/scale";
import { tickLabelsOf, type TickLabel } from "../model/tickLabel";

/**
 * Tells the limits of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xlim.html
 * @example
 * plt.gca().getXlim(); // [0, 1]
 */
export function getXlim(axes: AxesBase): [left: number, right: number] {
  return [...axes.view("x")];
}

/**
 * Tells the limits of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ylim.html
 * @example
 * plt.gca().getYlim(); // [0, 1]
 */
export function getYlim(axes: AxesBase): [bottom: number, top: number] {
  return [...axes.view("y")];
}

/**
 * Tells the ticks of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xticks.html
 * @example
 * plt.gca().getXticks().length; // 6
 */
export function getXticks(axes: AxesBase): number[] {
  return axes.ticks("x").major;
}

/**
 * Tells the ticks of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yticks.html
 * @example
 * plt.gca().getYticks().length; // 6
 */
export function getYticks(axes: AxesBase): number[] {
  return axes.ticks("y").major;
}

/**
 * Gives the labels of the ticks of the x axis, by which these can be changed.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xticklabels.html
 * @example
 * plt.gca().getXticklabels()[1].getText(); // "0.2"
 */
export function getXticklabels(axes: AxesBase): TickLabel[] {
  return tickLabelsOf(axes.xaxis, axes.ticks("x").labels);
}

/**
 * Gives the labels of the ticks of the y axis, by which these can be changed.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yticklabels.html
 * @example
 * plt.gca().getYticklabels()[1].getText(); // "0.2"
 */
export function getYticklabels(axes: AxesBase): TickLabel[] {
  return tickLabelsOf(axes.yaxis, axes.ticks("y").labels);
}

/**
 * Tells the title.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_title.html
 * @example
 * plt.title("loss");
 * plt.gca().getTitle(); // "loss"
 */
export function getTitle(axes: AxesBase): string {
  return axes.titleLabels.center.text;
}

/**
 * Tells the label of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xlabel.html
 * @example
 * plt.xlabel("epoch");
 * plt.gca().getXlabel(); // "epoch"
 */
export function getXlabel(axes: AxesBase): string {
  return axes.xaxis.label.text;
}

/**
 * Tells the label of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_ylabel.html
 * @example
 * plt.ylabel("loss");
 * plt.gca().getYlabel(); // "loss"
 */
export function getYlabel(axes: AxesBase): string {
  return axes.yaxis.label.text;
}

/**
 * Tells the scale of the x axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xscale.html
 * @example
 * plt.gca().getXscale(); // "linear"
 */
export function getXscale(axes: AxesBase): ScaleName {
  return axes.xaxis.dimension.scale.name;
}

/**
 * Tells the scale of the y axis.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yscale.html
 * @example
 * plt.gca().getYscale(); // "linear"
 */
export function getYscale(axes: AxesBase): ScaleName {
  return axes.yaxis.dimension.scale.name;
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
export function getLegendHandlesLabels(axes: AxesBase): [handles: Artist[], labels: string[]] {
  const entries = labelledEntries(axes);
  return [entries.map(({ artist }) => artist), entries.map(({ text }) => text)];
}

/**
 * Gives what measures x in data and y in shares of the axes, for the option `transform` of {@link text}.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_xaxis_transform.html
 * @example
 * const ax = plt.gca();
 * ax.text(0.3, 1.02, "here", { transform: ax.getXaxisTransform() });
 */
export function getXaxisTransform(_: AxesBase): "xaxis" {
  return "xaxis";
}

/**
 * Gives what measures x in shares of the axes and y in data, for the option `transform` of {@link text}.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_yaxis_transform.html
 * @example
 * const ax = plt.gca();
 * ax.text(1.02, 0.3, "here", { transform: ax.getYaxisTransform() });
 */
export function getYaxisTransform(_: AxesBase): "yaxis" {
  return "yaxis";
}

/**
 * Gives the figure that the axes are in.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.get_figure.html
 * @example
 * plt.gca().getFigure() === plt.gcf(); // true
 */
export function getFigure(axes: AxesBase): AxesBase["figure"] {
  return axes.figure;
}

/**
 * Of subplots, leaves labels of ticks and axes only at the left and the bottom of the grid.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.label_outer.html
 * @example
 * const [fig, axs] = plt.subplots(2, 2);
 * for (const ax of axs.flat()) ax.labelOuter();
 */
export function labelOuter(axes: AxesBase): void {
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
