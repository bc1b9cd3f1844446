import { describe, type Spelled } from "../../array/options";
import { BarContainer } from "../artists/bars";
import { Text } from "../artists/text";
import type { AxesBase } from "../model/axes";
import { numberFormat } from "../numberFormat";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, number, text as readText } from "../options/readers";
import { textLook, textStyle } from "../textOptions";

const barLabelOptions = {
  ...textLook,
  /** What to write, one for each bar. Default: the lengths. */
  labels: option(given<readonly (string | number)[]>()),
  /** How lengths are written. Default: "%g". */
  fmt: option(numberFormat, { default: "%g" }),
  /** At the ends of the bars, or in their middle. Default: "edge". */
  labelType: option(choice("edge", "center"), { default: "edge" }),
  /** Distance from the end in points. Default: 0. */
  padding: option(number(), { default: 0 }),
};

/** Options of {@link barLabel}. */
export type BarLabelOptions = OptionsOf<typeof barLabelOptions>;

/**
 * Writes the lengths of bars at their ends, or in them.
 *
 * @param container - What {@link bar} or {@link barh} returned.
 * @param options - `labels`, `fmt`, `labelType`, `padding`, and those of {@link text}.
 * @returns The texts.
 * @throws TypeError for anything but bars, an invalid format, or an unknown option; RangeError for another number of labels
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
  const read = readTable("barLabel", options, barLabelOptions);
  const style = textStyle("barLabel", read);
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
    const label = names ? readText("barLabel", "each label", names[i]) : read.fmt(length);
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
