import { describe, type Spelled } from "../array/options";
import { readNumbers, type Data } from "./data";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";
import { tickLabelsOf, type TickLabel } from "./model/tickLabel";
import { splitOptions } from "./options/arguments";
import { color } from "./options/looks";
import { option, readTable, type OptionsOf } from "./options/option";
import { choice, flag, given, text } from "./options/readers";
import { rotation, textSizeOption } from "./settings/font";

const tickLabelOptions = {
  /** The labels, as many as there are ticks. */
  labels: option(given<readonly (string | number)[]>()),
  /** Whether these are the small ticks between. Default: false. */
  minor: option(flag, { default: false }),
  /** Degrees, counter-clockwise. */
  rotation: option(rotation),
  /** In points, or a name such as "small". Short: `size`. */
  fontsize: option(textSizeOption, { aliases: ["size"] }),
  /** Colour of the labels. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Where a label has its tick: "left", "center" or "right". Short: `ha`. */
  horizontalalignment: option(choice("left", "center", "right"), { aliases: ["ha"] }),
};

/** How the labels of {@link xticks} and {@link yticks} look. */
export type TickLabelOptions = OptionsOf<typeof tickLabelOptions>;

/** What {@link xticks} and {@link yticks} take: nothing; or ticks, labels if one likes, and options. */
export type TickArguments =
  | [options?: Spelled<TickLabelOptions>]
  | [ticks: Data, options?: Spelled<TickLabelOptions>]
  | [ticks: Data, labels: readonly (string | number)[], options?: Spelled<TickLabelOptions>];

/** Reads labels and checks that there are as many as ticks. */
function readLabels(functionName: string, labels: unknown, ticks: number): string[] {
  if (
    !Array.isArray(labels) &&
    !(labels !== null && typeof labels === "object" && Symbol.iterator in labels)
  ) {
    throw new TypeError(`${functionName}: expected labels to be a list of strings, got ${describe(labels)}`);
  }
  const names = Array.from(labels as Iterable<unknown>, (label) => text(functionName, "each label", label));
  if (names.length !== ticks) {
    throw new RangeError(
      `${functionName}: expected as many labels as ticks, got ${names.length} for ${ticks}`,
    );
  }
  return names;
}

/** The ticks in the view, in order, and their labels. */
function ticksOf(axes: AxesBase, direction: Direction): [ticks: number[], labels: TickLabel[]] {
  const { major, labels } = axes.ticks(direction);
  return [major, tickLabelsOf(axes.axisOf(direction), labels)];
}

/** Sets the ticks of a direction and how they are written, or tells them if none are given. */
export function setTicks(
  axes: AxesBase,
  functionName: string,
  direction: Direction,
  args: readonly unknown[],
): [ticks: number[], labels: TickLabel[]] {
  const { placed, options } = splitOptions(args);
  const [ticks, named] = placed;
  const read = readTable(functionName, options, tickLabelOptions);
  const labels = named ?? read.labels;
  const at = ticks === undefined ? undefined : Array.from(readNumbers(functionName, "ticks", ticks));
  if (at?.some((tick) => !Number.isFinite(tick))) {
    throw new RangeError(`${functionName}: expected ticks to be finite, got ${at.join(", ")}`);
  }
  if (at === undefined && labels !== undefined) {
    throw new TypeError(`${functionName}: labels need ticks: expected ticks, then labels`);
  }
  const names =
    labels === undefined || at === undefined ? undefined : readLabels(functionName, labels, at.length);
  const style = {
    rotation: read.rotation,
    labelsize: read.fontsize,
    labelcolor: read.color,
    ha: read.horizontalalignment,
  };
  const axis = axes.axisOf(direction);
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined) Object.assign(axis.style, { [name]: value });
  }
  if (at !== undefined) axis.dimension.setTicks(at, names, read.minor);
  return ticksOf(axes, direction);
}
