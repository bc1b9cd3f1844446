import type { Spelled } from "../../array/options";
import type { FigureBase } from "../model/figure";
import { saveFigure, type SaveOptions } from "../saving";

/**
 * Writes a figure to a file: a picture, a Vega-Lite spec, or a page that shows it live and needs nothing else.
 *
 * @param path - The file; its name ends with .png, .svg, .json or .html.
 * @param options - `dpi`, `transparent`, `facecolor` and so on.
 * @throws TypeError for an unknown format or option; Error if the file cannot be written.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.savefig.html
 * @example
 * plt.plot([1, 4, 9]);
 * plt.savefig("/tmp/squares.svg");
 */
export function savefig(figure: FigureBase, path: string, options?: Spelled<SaveOptions>): void {
  saveFigure(figure, path, options);
}
