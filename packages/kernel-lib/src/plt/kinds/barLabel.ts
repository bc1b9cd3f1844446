import { describe, type Spelled } from "../../array/options";
import { BarContainer } from "../artists/rectangles";
import { Text } from "../artists/text";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { checkChoice, checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { readTextStyle, textDefaults, type TextOptions } from "../textOptions";
import type { AxesBase } from "../model/axes";

/** Options of {@link barLabel}. */
export interface BarLabelOptions extends TextOptions {
  /** What to write, one for each bar. Default: the lengths. */
  labels?: readonly (string | number)[];
  /** How lengths are written. Default: "%g". */
  fmt?: NumberFormat;
  /** At the ends of the bars, or in their middle. Default: "edge". */
  labelType?: "edge" | "center";
  /** Distance from the end in points. Default: 0. */
  padding?: number;
}

/**
 * Writes the lengths of bars at their ends, or in them.
 *
 * @param container - What {@link bar} or {@link barh} returned.
 * @param options - `labels`, `fmt`, `labelType`, `padding`, and those of {@link text}.
 * @returns The texts.
 * @throws TypeError for what are no bars, a format or an option that is none; RangeError for another number of labels
 *   than of bars.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.bar_label.html
 * @example
 * const bars = plt.bar(["relu", "elu"], [0.91, 0.93]);
 * plt.barLabel(bars, { fmt: "{:.1%}", padding: 3 });
 */
export function barLabel(
  axes: AxesBase,
  container: BarContainer,
  options?: Spelled<BarLabelOptions>,
): Text[] {
  if (!(container instanceof BarContainer)) {
    throw new TypeError(`barLabel: expected bars, as bar returns them, got ${describe(container)}`);
  }
  const read = drawingOptions("barLabel", options, {
    ...textDefaults,
    labels: undefined as readonly (string | number)[] | undefined,
    fmt: "%g" as NumberFormat,
    labelType: "edge" as "edge" | "center",
    padding: 0,
  });
  checkChoice("barLabel", "labelType", read.labelType, ["edge", "center"]);
  checkOptions("barLabel", read, { padding: checkNumber() });
  const format = readNumberFormat("barLabel", "fmt", read.fmt);
  const style = readTextStyle("barLabel", read);
  const { left, right, bottom, top, tips, footed } = container;
  const count = left.length;
  const names = read.labels;
  if (names !== undefined && (!Array.isArray(names) || names.length !== count)) {
    throw new RangeError(`barLabel: expected labels to be ${count} texts, got ${describe(names)}`);
  }
  const upright = footed === "y";
  const [from, to] = upright ? [bottom, top] : [left, right];
  const sides = upright ? [left, right] : [bottom, top];
  const edge = read.labelType === "edge";
  const texts = Array.from(tips, (tip, i) => {
    const length = to[i] - from[i];
    const along = edge ? tip : (from[i] + to[i]) / 2;
    const across = (sides[0][i] + sides[1][i]) / 2;
    const sign = length < 0 ? -1 : 1;
    const beyond = edge ? sign : 0;
    const look = {
      ...style,
      ha: upright
        ? ("center" as const)
        : ({ "1": "left", "-1": "right", "0": "center" } as const)[`${beyond}`],
      va: upright
        ? ({ "1": "bottom", "-1": "top", "0": "center" } as const)[`${beyond}`]
        : ("center" as const),
    };
    const label = names ? readText("barLabel", "each label", names[i]) : format(length);
    const shift = sign * read.padding;
    const text = upright
      ? new Text(across, along, label, look, undefined, [0, shift])
      : new Text(along, across, label, look, undefined, [shift, 0]);
    text.zorder = read.zorder;
    return text;
  });
  axes.add(texts, []);
  return texts;
}
