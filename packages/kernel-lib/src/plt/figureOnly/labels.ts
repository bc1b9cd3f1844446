import type { Spelled } from "../../array/options";
import { Text } from "../artists/text";
import type { Panel } from "../model/panel";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, number, text as readText } from "../options/readers";
import { rcParams } from "../rcParams";
import { rotation } from "../settings/font";
import { fontSize } from "../text/fontSize";
import { textLook, textStyle } from "../textOptions";

const labelOptions = {
  ...textLook,
  /** Where the place is in the text. Default: "center", of the label of y "left". Short: `ha`. */
  horizontalalignment: option(choice("left", "center", "right"), { aliases: ["ha"] }),
  /** Where the place is in the text. Default: "bottom", of the label of y "center". Short: `va`. */
  verticalalignment: option(choice("top", "center", "baseline", "bottom"), { aliases: ["va"] }),
  /** Degrees, counter-clockwise. Default: 0, of the label of y 90. */
  rotation: option(rotation),
  /** Where, as a share of the figure's width. Default: its middle, or its left edge for the label of y. */
  x: option(number()),
  /** Where, as a share of the figure's height. Default: its bottom edge, or its middle for the label of y. */
  y: option(number()),
};

/** Options of `supxlabel` and `supylabel`. */
export type FigureLabelOptions = OptionsOf<typeof labelOptions>;

type Place = { x: number; y: number; ha: "left" | "center"; va: "bottom" | "center"; rotation: number };

/** Where matplotlib has the labels of all axes, and how they stand there. */
const usual: Record<"x" | "y", Place> = {
  x: { x: 0.5, y: 0.01, ha: "center", va: "bottom", rotation: 0 },
  y: { x: 0.02, y: 0.5, ha: "left", va: "center", rotation: 90 },
};

function commonLabel(figure: Panel, direction: "x" | "y", text: string, options: unknown): Text {
  const name = `sup${direction}label`;
  const written = readText(name, "text", text);
  const read = readTable(name, options, labelOptions);
  const own = usual[direction];
  const style = textStyle(name, {
    ...read,
    fontsize: read.fontsize ?? fontSize(name, rcParams["figure.labelsize"]),
    fontweight: read.fontweight ?? rcParams["figure.labelweight"],
    horizontalalignment: read.horizontalalignment ?? own.ha,
    verticalalignment: read.verticalalignment ?? own.va,
    rotation: read.rotation ?? own.rotation,
  });
  const label = new Text(read.x ?? own.x, read.y ?? own.y, written, style, { x: "axes", y: "axes" });
  figure.axisLabels[direction] = label;
  return label;
}

/**
 * Writes a label below all axes of a figure.
 *
 * @param text - The text; what is between dollar signs is read as mathtext.
 * @param options - `x`, `y`, `fontsize` and the other looks of a text.
 * @returns The text.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.supxlabel.html
 * @example
 * const [fig] = plt.subplots(2, 2, { sharex: true });
 * fig.supxlabel("epoch");
 */
export function supxlabel(figure: Panel, text: string, options?: Spelled<FigureLabelOptions>): Text {
  return commonLabel(figure, "x", text, options);
}

/**
 * Writes a label at the left of all axes of a figure.
 *
 * @param text - The text; what is between dollar signs is read as mathtext.
 * @param options - `x`, `y`, `fontsize` and the other looks of a text.
 * @returns The text.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.supylabel.html
 * @example
 * const [fig] = plt.subplots(2, 2, { sharey: true });
 * fig.supylabel("loss");
 */
export function supylabel(figure: Panel, text: string, options?: Spelled<FigureLabelOptions>): Text {
  return commonLabel(figure, "y", text, options);
}
