import type { Spelled } from "../../array/options";
import type { ArrayLike } from "../../array/asarray";
import type { AxesImage } from "../artists/image";
import { readMatrix } from "../field";
import type { ImageOptions } from "../kinds/imshow";
import { matshow as matshowOn } from "../kinds/matshow";
import { rcParams } from "../rcParams";
import { newFigure } from "../state/newFigure";
import { closeFigure } from "../state/openFigures";

/** The least and the largest size of a figure that follows a matrix, in inches. */
const least = [4, 2];
const largest = 16;

/** A size whose height is the usual one and whose sides are as those of a matrix, within bounds. */
function sizeFor(rows: number, columns: number): [width: number, height: number] {
  const usual = rcParams["figure.figsize"][1];
  const sides = [(usual * columns) / rows, usual];
  const larger = 1 / Math.min(1, sides[0] / least[0], sides[1] / least[1]);
  const smaller = 1 / Math.max(1, (sides[0] * larger) / largest, (sides[1] * larger) / largest);
  const [width, height] = sides.map((side, k) =>
    Math.min(largest, Math.max(least[k], side * larger * smaller)),
  );
  return [width, height];
}

/**
 * Shows a matrix in a figure of its own, whose shape is that of the matrix: row numbers at the left, column numbers on top.
 *
 * @param matrix - The values, row by row.
 * @param options - Those of {@link imshow}.
 * @returns The image.
 * @throws TypeError for anything but a matrix, or for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.matshow.html
 * @example
 * plt.matshow([[0, 1], [2, 3]]);
 */
export function matshow(matrix: ArrayLike, options?: Spelled<ImageOptions>): AxesImage {
  const { rows, columns } = readMatrix("matshow", "matrix", matrix);
  const figure = newFigure("matshow", { figsize: sizeFor(rows, columns) });
  try {
    return matshowOn(figure.addAxes([0.15, 0.09, 0.775, 0.775]), matrix, options);
  } catch (error) {
    closeFigure(figure);
    throw error;
  }
}
