import { rgbaOf, type Rgba } from "../color/rgba";
import type { AxesBase } from "../model/axes";
import type { Written } from "../model/label";
import type { Legend } from "../model/legend";
import type { Panel } from "../model/panel";

/**
 * Tells the title of the figure; "" where it has none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_suptitle.html
 * @example
 * const [fig] = plt.subplots();
 * fig.suptitle("loss");
 * fig.getSuptitle(); // "loss"
 */
export function getSuptitle(figure: Panel): string {
  return figure.title.text;
}

/**
 * Tells the label below all axes; "" where there is none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_supxlabel.html
 * @example
 * plt.figure().getSupxlabel(); // ""
 */
export function getSupxlabel(figure: Panel): string {
  return figure.axisLabels.x?.text ?? "";
}

/**
 * Tells the label at the left of all axes; "" where there is none.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_supylabel.html
 * @example
 * plt.figure().getSupylabel(); // ""
 */
export function getSupylabel(figure: Panel): string {
  return figure.axisLabels.y?.text ?? "";
}

/**
 * Tells the colour of the background as red, green, blue and opacity from 0 to 1.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_facecolor.html
 * @example
 * plt.figure({ facecolor: "r" }).getFacecolor(); // [1, 0, 0, 1]
 */
export function getFacecolor(figure: Panel): Rgba {
  return rgbaOf(figure.facecolor);
}

/**
 * Gives what is on the figure: its axes, legends, texts, and its parts.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_children.html
 * @example
 * const [fig, ax] = plt.subplots();
 * fig.getChildren()[0] === ax; // true
 */
export function getChildren(figure: Panel): (AxesBase | Legend | Written | Panel)[] {
  return [...figure.ownAxes, ...figure.legends, ...figure.written, ...figure.parts];
}
