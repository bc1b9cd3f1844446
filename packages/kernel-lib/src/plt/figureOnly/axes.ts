import type { Spelled } from "../../array/options";
import {
  readBox,
  readProjection,
  readSubplot,
  type ProjectionOptions,
  type SubplotArguments,
} from "../layout/subplotArguments";
import type { AxesBase } from "../model/axes";
import type { Panel } from "../model/panel";
import { readTable, type OptionsOf } from "../options/option";
import { readSpread, spreadAxes, spreadOptions } from "../layout/spreadAxes";

/**
 * Adds axes at a place of a grid.
 *
 * @param args - As for {@link subplot}: rows, columns and the place, or one number such as 121; then options.
 * @returns The axes.
 * @throws RangeError for a place that the grid does not have.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.add_subplot.html
 * @example
 * const ax = plt.figure().addSubplot(2, 2, 3);
 */
export function addSubplot(figure: Panel, ...args: SubplotArguments): AxesBase {
  const { cells, traits } = readSubplot("addSubplot", args);
  return figure.makeAxes({ cells }, traits);
}

/**
 * Adds axes at a place of the figure.
 *
 * @param box - Left, bottom, width and height, as shares of the figure.
 * @param options - `projection`.
 * @returns The axes.
 * @throws TypeError for anything but four numbers, the last two above 0.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.add_axes.html
 * @example
 * const ax = plt.figure().addAxes([0.1, 0.2, 0.5, 0.6]);
 */
export function addAxes(
  figure: Panel,
  box: readonly [left: number, bottom: number, width: number, height: number],
  options: ProjectionOptions = {},
): AxesBase {
  const polar = readProjection("addAxes", options.projection, options.polar);
  return figure.makeAxes({ box: readBox("addAxes", box) }, { polar });
}

/** Options of a figure's `subplots`. */
export type FigureSubplotsOptions = OptionsOf<typeof spreadOptions>;

/**
 * Adds a grid of axes.
 *
 * @param rows - How many rows. Default: 1.
 * @param columns - How many columns. Default: 1.
 * @param options - `sharex`, `sharey`, `widthRatios`, `heightRatios`, `gridspecKw` and `subplotKw`, as of {@link subplots}.
 * @returns The axes by rows.
 * @throws TypeError for an unknown option, or a number that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.subplots.html
 * @example
 * const [[left, right]] = plt.figure().subplots(1, 2, { widthRatios: [2, 1] });
 */
export function subplots(
  figure: Panel,
  rows = 1,
  columns = 1,
  options?: Spelled<FigureSubplotsOptions>,
): AxesBase[][] {
  const read = readTable("subplots", options, spreadOptions);
  return spreadAxes("subplots", figure, readSpread("subplots", rows, columns, read));
}
