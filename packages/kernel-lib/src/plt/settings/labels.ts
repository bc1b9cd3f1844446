import type { Spelled } from "../../array/options";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, text } from "../options/readers";
import { rcParams } from "../rcParams";
import { fontSize } from "../text/fontSize";
import { fontOf, fontOptions, rotation } from "./font";

const titleOptions = {
  ...fontOptions,
  /** Where over the axes. Default: "center". */
  loc: option(choice("left", "center", "right"), { default: "center" }),
  /** Distance from the axes in points. Default: 6. */
  pad: option(number()),
};

/** Options of {@link title}. */
export type TitleOptions = OptionsOf<typeof titleOptions>;

const labelOptions = {
  ...fontOptions,
  /** Where along the axis: "left", "center", "right" on x, "bottom", "center", "top" on y. Default: "center". */
  loc: option(choice("left", "bottom", "center", "right", "top"), { default: "center" }),
  /** Distance from the tick labels in points. Default: 4. */
  labelpad: option(number()),
  /** Degrees. Default: 0 on x, 90 on y. */
  rotation: option(rotation),
};

/** Options of {@link xlabel} and {@link ylabel}. */
export type AxisLabelOptions = OptionsOf<typeof labelOptions>;

/**
 * Writes a title over the axes.
 *
 * @param label - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look; the default is 12 points, centred.
 * @throws TypeError for a label that is not a string, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.title.html
 * @example
 * plt.title("$\\alpha = 0.1$", { fontsize: 14 });
 */
export function title(axes: AxesBase, label: string, options?: Spelled<TitleOptions>): void {
  const written = text("title", "label", label);
  const read = readTable("title", options, titleOptions);
  axes.titleLabels[read.loc] = {
    text: written,
    ...fontOf(read),
    fontsize: read.fontsize ?? fontSize("title", rcParams["axes.titlesize"]),
    fontweight: read.fontweight ?? rcParams["axes.titleweight"],
    pad: read.pad ?? rcParams["axes.titlepad"],
  };
}

function axisLabel(
  axes: AxesBase,
  functionName: "xlabel" | "ylabel",
  label: unknown,
  options: unknown,
): void {
  const direction = functionName === "xlabel" ? "x" : "y";
  const written = text(functionName, "label", label);
  const read = readTable(functionName, options, labelOptions);
  const places = direction === "x" ? ["left", "center", "right"] : ["bottom", "center", "top"];
  choice(...places)(functionName, "loc", read.loc);
  axes.axisOf(direction).label = {
    text: written,
    ...fontOf(read),
    loc: read.loc,
    pad: read.labelpad,
    rotation: read.rotation,
  };
}

/**
 * Writes a label under the x axis.
 *
 * @param label - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look.
 * @throws TypeError for a label that is not a string, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xlabel.html
 * @example
 * plt.xlabel("epoch");
 */
export function xlabel(axes: AxesBase, label: string, options?: Spelled<AxisLabelOptions>): void {
  axisLabel(axes, "xlabel", label, options);
}

/**
 * Writes a label beside the y axis.
 *
 * @param label - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look.
 * @throws TypeError for a label that is not a string, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ylabel.html
 * @example
 * plt.ylabel("$\\sigma(x)$", { rotation: 0 });
 */
export function ylabel(axes: AxesBase, label: string, options?: Spelled<AxisLabelOptions>): void {
  axisLabel(axes, "ylabel", label, options);
}
