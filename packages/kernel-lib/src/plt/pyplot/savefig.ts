import type { Spelled } from "../../array/options";
import { saveFigure, type SaveOptions } from "../saving";
import { currentFigure } from "../state";

/**
 * Writes the current figure to a file: a picture, a Vega-Lite spec, or a page that shows it live and needs nothing else.
 *
 * @param path - The file; its name ends with .png, .svg, .json or .html.
 * @param options - `dpi`, `transparent`, `facecolor` and so on.
 * @throws TypeError for a format or an option that is none; Error if the file cannot be written.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.savefig.html
 * @example
 * plt.plot([1, 4, 9]);
 * plt.savefig("/tmp/squares.svg");
 */
export function savefig(path: string, options?: Spelled<SaveOptions>): void {
  saveFigure(currentFigure, path, options);
}
