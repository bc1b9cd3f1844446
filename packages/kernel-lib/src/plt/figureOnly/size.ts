import type { FigureBase } from "../model/figure";
import { number, type Scalar } from "../options/readers";
import { setSizeInches } from "./setSizeInches";

/**
 * Tells the size in inches.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_size_inches.html
 * @example
 * plt.figure().getSizeInches(); // [6.4, 4.8]
 */
export function getSizeInches(figure: FigureBase): [width: number, height: number] {
  const [width, height] = figure.size;
  return [width, height];
}

/**
 * Tells the width in inches.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_figwidth.html
 * @example
 * plt.figure().getFigwidth(); // 6.4
 */
export function getFigwidth(figure: FigureBase): number {
  return figure.size[0];
}

/**
 * Tells the height in inches.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_figheight.html
 * @example
 * plt.figure().getFigheight(); // 4.8
 */
export function getFigheight(figure: FigureBase): number {
  return figure.size[1];
}

/**
 * Sets the width in inches.
 *
 * @param width - Above 0 and below 1000.
 * @throws TypeError for a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.set_figwidth.html
 * @example
 * plt.gcf().setFigwidth(8);
 */
export function setFigwidth(figure: FigureBase, width: Scalar): void {
  setSizeInches(figure, number()("setFigwidth", "width", width), figure.size[1]);
}

/**
 * Sets the height in inches.
 *
 * @param height - Above 0 and below 1000.
 * @throws TypeError for a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.set_figheight.html
 * @example
 * plt.gcf().setFigheight(3);
 */
export function setFigheight(figure: FigureBase, height: Scalar): void {
  setSizeInches(figure, figure.size[0], number()("setFigheight", "height", height));
}

/**
 * Tells how many pixels an inch has.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.get_dpi.html
 * @example
 * plt.figure().getDpi(); // 100
 */
export function getDpi(figure: FigureBase): number {
  return figure.dpi;
}

/**
 * Sets how many pixels an inch has.
 *
 * @param dpi - A number from 1 on.
 * @throws TypeError for a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.set_dpi.html
 * @example
 * plt.gcf().setDpi(150);
 */
export function setDpi(figure: FigureBase, dpi: Scalar): void {
  figure.dpi = number(1)("setDpi", "dpi", dpi);
}
