import { describe, isPlainObject, type Spelled } from "../../array/options";
import type { Direction } from "../model/artist";
import { paint, type Color } from "../color/color";
import { readNumbers, type Data } from "../data";
import { checkChoice, drawingOptions, readText } from "../options";
import { fontSize } from "../text/fontSize";
import { readRotation } from "./font";
import type { AxesBase } from "../model/axes";

/** How the labels of {@link xticks} and {@link yticks} look. */
export interface TickLabelOptions {
  /** The labels, as many as there are ticks. */
  labels?: readonly (string | number)[];
  /** Whether these are the small ticks between. Default: false. */
  minor?: boolean;
  /** Degrees, counter-clockwise. */
  rotation?: number | "horizontal" | "vertical";
  /** In points, or a name such as "small". Short: `size`. */
  fontsize?: number | string;
  size?: number | string;
  color?: Color;
  /** Where a label has its tick: "left", "center" or "right". Short: `ha`. */
  horizontalalignment?: "left" | "center" | "right";
  ha?: "left" | "center" | "right";
}

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
  const names = Array.from(labels as Iterable<unknown>, (label) =>
    readText(functionName, "each label", label),
  );
  if (names.length !== ticks) {
    throw new RangeError(
      `${functionName}: expected as many labels as ticks, got ${names.length} for ${ticks}`,
    );
  }
  return names;
}

/** The ticks in the view, in order, and their labels. */
function ticksOf(axes: AxesBase, direction: Direction): [ticks: number[], labels: string[]] {
  const { major, labels } = axes.ticks(direction);
  return [major, labels];
}

function setTicks(
  axes: AxesBase,
  functionName: "xticks" | "yticks",
  args: readonly unknown[],
): [ticks: number[], labels: string[]] {
  const direction = functionName === "xticks" ? "x" : "y";
  const last = args[args.length - 1];
  const given = isPlainObject(last);
  const [ticks, named] = given ? args.slice(0, -1) : args;
  const read = drawingOptions(functionName, given ? last : undefined, {
    labels: undefined as readonly (string | number)[] | undefined,
    minor: false,
    rotation: undefined as number | string | undefined,
    fontsize: undefined as number | string | undefined,
    color: undefined as Color | undefined,
    horizontalalignment: undefined as "left" | "center" | "right" | undefined,
  });
  checkChoice(functionName, "horizontalalignment", read.horizontalalignment, ["left", "center", "right"]);
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
    rotation: readRotation(functionName, read.rotation),
    labelsize: read.fontsize === undefined ? undefined : fontSize(functionName, read.fontsize),
    labelcolor: read.color === undefined ? undefined : paint(functionName, read.color),
    ha: read.horizontalalignment,
  };
  const axis = axes.axisOf(direction);
  for (const [name, value] of Object.entries(style)) {
    if (value !== undefined) Object.assign(axis.style, { [name]: value });
  }
  if (at !== undefined) axis.dimension.setTicks(at, names, read.minor);
  return ticksOf(axes, direction);
}

/**
 * Sets or tells the ticks of the x axis.
 *
 * @param args - The places of the ticks and, if wanted, their labels; then options. Nothing tells the ticks.
 * @returns The ticks now, and their labels.
 * @throws RangeError if there are not as many labels as ticks; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xticks.html
 * @example
 * plt.plot([0, 1, 2]);
 * plt.xticks([0, 1, 2], ["one", "two", "three"], { rotation: 45 });
 */
export function xticks(axes: AxesBase, ...args: TickArguments): [ticks: number[], labels: string[]] {
  return setTicks(axes, "xticks", args);
}

/**
 * Sets or tells the ticks of the y axis.
 *
 * @param args - The places of the ticks and, if wanted, their labels; then options. Nothing tells the ticks.
 * @returns The ticks now, and their labels.
 * @throws RangeError if there are not as many labels as ticks; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.yticks.html
 * @example
 * plt.plot([0, 1, 2]);
 * plt.yticks([]);
 */
export function yticks(axes: AxesBase, ...args: TickArguments): [ticks: number[], labels: string[]] {
  return setTicks(axes, "yticks", args);
}
