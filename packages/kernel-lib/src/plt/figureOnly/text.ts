import type { Spelled } from "../../array/options";
import type { Text } from "../artists/text";
import { figtext } from "../figureKinds/figtext";
import type { Panel } from "../model/panel";
import type { Scalar } from "../options/readers";
import type { TextLookOptions } from "../textOptions";

/**
 * Writes a text at a place of the figure.
 *
 * @param x - Where, as a share of the figure's width.
 * @param y - Where, as a share of the figure's height.
 * @param s - The text; what is between dollar signs is read as mathtext.
 * @param options - Look, alignment, `rotation`, `bbox`.
 * @returns The text.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.text.html
 * @example
 * const [fig] = plt.subplots(1, 2);
 * fig.text(0.5, 0.5, "between", { ha: "center" });
 */
export function text(
  figure: Panel,
  x: Scalar,
  y: Scalar,
  s: string,
  options?: Spelled<TextLookOptions>,
): Text {
  return figtext(figure, x, y, s, options);
}
