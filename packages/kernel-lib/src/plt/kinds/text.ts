import type { Spelled } from "../../array/options";
import { Text } from "../artists/text";
import { measuredBy } from "../coordinates";
import type { AxesBase } from "../model/axes";
import { readTable } from "../options/option";
import { text as readText, type Scalar } from "../options/readers";
import { readPlace, textOptions, textStyle, type TextOptions } from "../textOptions";

/**
 * Writes a text at a place in the axes.
 *
 * @param x - Where, in data.
 * @param y - Where, in data.
 * @param s - The text; what is between dollar signs is read as mathtext.
 * @param options - Look, alignment, `rotation`, `bbox`, and `transform: ax.transAxes` for shares of the axes.
 * @returns The text.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.text.html
 * @example
 * plt.text(0.5, 0.5, "here", { ha: "center", fontsize: 14 });
 */
export function text(
  axes: AxesBase,
  x: Scalar | string,
  y: Scalar | string,
  s: string,
  options?: Spelled<TextOptions>,
): Text {
  const placeX = readPlace("text", "x", x);
  const placeY = readPlace("text", "y", y);
  const written = readText("text", "s", s);
  const read = readTable("text", options, textOptions);
  const style = textStyle("text", read);
  const coordinates = measuredBy(read.transform);
  const drawn = new Text(placeX(axes, "x"), placeY(axes, "y"), written, style, coordinates);
  drawn.zorder = read.zorder;
  axes.add([drawn], []);
  return drawn;
}
