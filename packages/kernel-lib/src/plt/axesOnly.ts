import { describe, isPlainObject, readOptions, unknownOption, type Spelled } from "../array/options";
import type { Axes } from "./axes";
import { paint, type Color } from "./color/color";
import { labelledEntries } from "./legend/entries";
import type { Artist } from "./artists/artist";
import { anchors } from "./layout/aspect";
import { checkChoice } from "./options";
import * as settings from "./settings";
import type { TickLabelOptions } from "./settings/ticks";
import { currentAxes } from "./state";

/** Options of `setAspect`. */
export interface AspectOptions {
  /** What gives way: the box, or the limits. Default: "box". */
  adjustable?: "box" | "datalim";
  /** Where a smaller box stands in its place. Default: "C". */
  anchor?: "C" | "SW" | "S" | "SE" | "E" | "NE" | "N" | "NW" | "W";
}

/**
 * Sets the length of a unit of y over that of a unit of x.
 *
 * @param aspect - "equal" for 1, "auto" to fill the box, or a number.
 * @param options - What gives way, and where a smaller box stands.
 * @throws TypeError for an aspect that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_aspect.html
 * @example
 * plt.gca().setAspect("equal");
 */
export function setAspect(aspect: "equal" | "auto" | number, options?: AspectOptions): void {
  const fits =
    aspect === "equal" ||
    aspect === "auto" ||
    (typeof aspect === "number" && aspect > 0 && aspect < Infinity);
  if (!fits) {
    throw new TypeError(
      `setAspect: expected aspect to be "equal", "auto" or a number above 0, got ${describe(aspect)}`,
    );
  }
  const { adjustable, anchor } = readOptions("setAspect", options, {
    adjustable: "box" as "box" | "datalim",
    anchor: "C",
  });
  checkChoice("setAspect", "adjustable", adjustable, ["box", "datalim"]);
  checkChoice("setAspect", "anchor", anchor, Object.keys(anchors));
  Object.assign(currentAxes(), {
    aspect: aspect === "auto" ? undefined : aspect === "equal" ? 1 : aspect,
    adjustable,
    anchor: anchors[anchor],
  });
}

/**
 * Sets the colour of the background.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_facecolor.html
 * @example
 * plt.gca().setFacecolor("#eeeeff");
 */
export function setFacecolor(color: Color): void {
  const read = paint("setFacecolor", color);
  currentAxes().facecolor = read;
}

/**
 * Hides frame, ticks and labels.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_axis_off.html
 * @example
 * plt.gca().setAxisOff();
 */
export function setAxisOff(): void {
  currentAxes().axisOn = false;
}

/**
 * Shows frame, ticks and labels.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_axis_on.html
 * @example
 * plt.gca().setAxisOn();
 */
export function setAxisOn(): void {
  currentAxes().axisOn = true;
}

/**
 * Shows or hides the frame and the background.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_frame_on.html
 * @example
 * plt.gca().setFrameOn(false);
 */
export function setFrameOn(on: boolean): void {
  currentAxes().frameOn = on;
}

/**
 * Turns the x axis round.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.invert_xaxis.html
 * @example
 * plt.gca().invertXaxis();
 */
export function invertXaxis(): void {
  currentAxes().xaxis.dimension.invert();
}

/**
 * Turns the y axis round.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.invert_yaxis.html
 * @example
 * plt.gca().invertYaxis();
 */
export function invertYaxis(): void {
  currentAxes().yaxis.dimension.invert();
}

function setLabels(
  functionName: string,
  direction: "x" | "y",
  labels: readonly unknown[],
  options: unknown,
): void {
  const axes = currentAxes();
  const { dimension } = axes.axisOf(direction);
  const fixed = dimension.fixedTicks ?? axes.ticks(direction).major;
  const set = direction === "x" ? settings.xticks : settings.yticks;
  if (!Array.isArray(labels)) {
    throw new TypeError(`${functionName}: expected labels to be a list of strings, got ${describe(labels)}`);
  }
  set([...fixed], labels as string[], options as TickLabelOptions);
}

/**
 * Labels the ticks that are set.
 *
 * @param labels - As many as there are ticks.
 * @param options - How they look.
 * @throws RangeError if there are not as many labels as ticks.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_xticklabels.html
 * @example
 * plt.gca().setXticks([0, 1]);
 * plt.gca().setXticklabels(["off", "on"]);
 */
export function setXticklabels(
  labels: readonly (string | number)[],
  options?: Spelled<TickLabelOptions>,
): void {
  setLabels("setXticklabels", "x", labels, options);
}

/**
 * Labels the ticks that are set.
 *
 * @param labels - As many as there are ticks.
 * @param options - How they look.
 * @throws RangeError if there are not as many labels as ticks.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set_yticklabels.html
 * @example
 * plt.gca().setYticks([0, 1]);
 * plt.gca().setYticklabels(["off", "on"]);
 */
export function setYticklabels(
  labels: readonly (string | number)[],
  options?: Spelled<TickLabelOptions>,
): void {
  setLabels("setYticklabels", "y", labels, options);
}

/** What `set` can set: the first argument of each setting, by its name. */
export type AxesSettings = { [K in keyof typeof settings]?: Parameters<(typeof settings)[K]>[0] } & {
  aspect?: "equal" | "auto" | number;
  facecolor?: Color;
  xticklabels?: readonly string[];
  yticklabels?: readonly string[];
};

/**
 * Sets several things at once: `title`, `xlabel`, `xlim`, `xticks`, `xscale`, `aspect` and so on.
 *
 * @param values - What to set, by name.
 * @throws TypeError for a name that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.set.html
 * @example
 * plt.gca().set({ title: "loss", xlabel: "epoch", ylim: [0, 1] });
 */
export function set(values: AxesSettings): void {
  const setters: Record<string, (value: never) => unknown> = {
    ...settings,
    aspect: setAspect,
    facecolor: setFacecolor,
    xticklabels: setXticklabels,
    yticklabels: setYticklabels,
  };
  if (!isPlainObject(values)) throw new TypeError(`set: expected settings by name, got ${describe(values)}`);
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(setters, name)) throw unknownOption("set", name, Object.keys(setters));
  }
  // Ticks widen limits and so come before them; labels of ticks come after these.
  const order = ["xscale", "yscale", "xticks", "yticks", "xticklabels", "yticklabels", "xlim", "ylim"];
  const names = Object.keys(values).sort((a, b) => order.indexOf(a) - order.indexOf(b));
  for (const name of names) setters[name]((values as Record<string, unknown>)[name] as never);
}

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
