import type { Spelled } from "../../array/options";
import { Text } from "../artists/text";
import type { Panel } from "../model/panel";
import { readTable } from "../options/option";
import { number, text, type Scalar } from "../options/readers";
import { textLook, textStyle, type TextLookOptions } from "../textOptions";

/**
 * Writes a text at a place of the figure.
 *
 * @param x - Where, as a share of the figure's width.
 * @param y - Where, as a share of the figure's height.
 * @param s - The text; what is between dollar signs is read as mathtext.
 * @param options - As for {@link text}: look, alignment, `rotation`, `bbox`.
 * @returns The text.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.figtext.html
 * @example
 * plt.plot([1, 2, 3]);
 * plt.figtext(0.99, 0.01, "measured on two cores", { ha: "right", fontsize: 8 });
 */
export function figtext(
  figure: Panel,
  x: Scalar,
  y: Scalar,
  s: string,
  options?: Spelled<TextLookOptions>,
): Text {
  const [across, up] = [number()("figtext", "x", x), number()("figtext", "y", y)];
  const written = text("figtext", "s", s);
  const style = textStyle("figtext", readTable("figtext", options, textLook));
  const drawn = new Text(across, up, written, style, { x: "axes", y: "axes" });
  figure.texts.push(drawn);
  return drawn;
}
