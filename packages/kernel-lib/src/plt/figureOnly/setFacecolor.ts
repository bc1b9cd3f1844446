import { paint, type Color } from "../color/color";
import type { Panel } from "../model/panel";

/**
 * Sets the colour of the background.
 *
 * @param color - The colour.
 * @throws TypeError for anything but a colour.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.set_facecolor.html
 * @example
 * const [[top], [bottom]] = plt.figure().subfigures(2, 1);
 * for (const part of [top, bottom]) part.subplots();
 * bottom.setFacecolor("0.9");
 */
export function setFacecolor(figure: Panel, color: Color): void {
  figure.setBackground(paint("setFacecolor", color));
}
