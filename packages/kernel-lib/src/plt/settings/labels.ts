import type { Spelled } from "../../array/options";
import { checkChoice, checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { fontDefaults, readFont, readRotation, type FontOptions } from "./font";
import type { AxesBase } from "../model/axes";

/** Options of {@link title}. */
export interface TitleOptions extends FontOptions {
  /** Where over the axes. Default: "center". */
  loc?: "left" | "center" | "right";
  /** Distance from the axes in points. Default: 6. */
  pad?: number;
}

/** Options of {@link xlabel} and {@link ylabel}. */
export interface AxisLabelOptions extends FontOptions {
  /** Where along the axis: "left", "center", "right" on x, "bottom", "center", "top" on y. Default: "center". */
  loc?: string;
  /** Distance from the tick labels in points. Default: 4. */
  labelpad?: number;
  /** Degrees. Default: 0 on x, 90 on y. */
  rotation?: number | "horizontal" | "vertical";
}

/**
 * Writes a title over the axes.
 *
 * @param label - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look; the default is 12 points, centred.
 * @throws TypeError for a label that is no text, or an option that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.title.html
 * @example
 * plt.title("$\\alpha = 0.1$", { fontsize: 14 });
 */
export function title(axes: AxesBase, label: string, options?: Spelled<TitleOptions>): void {
  const text = readText("title", "label", label);
  const read = drawingOptions("title", options, {
    ...fontDefaults,
    loc: "center" as "left" | "center" | "right",
    pad: undefined as number | undefined,
  });
  checkChoice("title", "loc", read.loc, ["left", "center", "right"]);
  checkOptions("title", read, { pad: checkNumber() });
  const written = { text, ...readFont("title", read), pad: read.pad };
  axes.titleLabels[read.loc] = written;
}

function axisLabel(
  axes: AxesBase,
  functionName: "xlabel" | "ylabel",
  label: unknown,
  options: unknown,
): void {
  const direction = functionName === "xlabel" ? "x" : "y";
  const text = readText(functionName, "label", label);
  const read = drawingOptions(functionName, options, {
    ...fontDefaults,
    loc: "center",
    labelpad: undefined as number | undefined,
    rotation: undefined as number | string | undefined,
  });
  checkChoice(
    functionName,
    "loc",
    read.loc,
    direction === "x" ? ["left", "center", "right"] : ["bottom", "center", "top"],
  );
  checkOptions(functionName, read, { labelpad: checkNumber() });
  const written = {
    text,
    ...readFont(functionName, read),
    loc: read.loc,
    pad: read.labelpad,
    rotation: readRotation(functionName, read.rotation),
  };
  axes.axisOf(direction).label = written;
}

/**
 * Writes a label under the x axis.
 *
 * @param label - The text; what is between dollar signs is read as mathtext.
 * @param options - Place and look.
 * @throws TypeError for a label that is no text, or an option that is none.
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
 * @throws TypeError for a label that is no text, or an option that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ylabel.html
 * @example
 * plt.ylabel("$\\sigma(x)$", { rotation: 0 });
 */
export function ylabel(axes: AxesBase, label: string, options?: Spelled<AxisLabelOptions>): void {
  axisLabel(axes, "ylabel", label, options);
}
