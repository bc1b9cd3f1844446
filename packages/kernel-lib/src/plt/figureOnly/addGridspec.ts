import type { Spelled } from "../../array/options";
import { readCells, type GridOptions } from "../layout/gridArguments";
import { GridSpec } from "../layout/gridSpec";
import type { Panel } from "../model/panel";

/**
 * Divides the figure into a grid, whose cells {@link addSubplot} takes.
 *
 * @param rows - How many rows. Default: 1.
 * @param columns - How many columns. Default: 1.
 * @param options - `widthRatios`, `heightRatios`, `wspace`, `hspace`, `left`, `right`, `bottom`, `top`.
 * @returns The grid: `at(row, column)` gives cells, where either may be a slice such as "1:".
 * @throws TypeError for an unknown option, or an invalid number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.add_gridspec.html
 * @example
 * const fig = plt.figure();
 * const grid = fig.addGridspec(2, 2, { widthRatios: [2, 1] });
 * fig.addSubplot(grid.at(":", 0)).plot([1, 2, 3]);
 */
export function addGridspec(_: Panel, rows = 1, columns = 1, options?: Spelled<GridOptions>): GridSpec {
  return new GridSpec(readCells("addGridspec", rows, columns, options ?? {}));
}
