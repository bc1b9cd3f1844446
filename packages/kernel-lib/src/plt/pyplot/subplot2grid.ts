import { describe, type Spelled } from "../../array/options";
import type { Axes } from "../bound/classes";
import { readCells } from "../layout/gridArguments";
import { GridSpec } from "../layout/gridSpec";
import { option, readTable, type OptionsOf } from "../options/option";
import { number } from "../options/readers";
import { onCurrentFigure } from "../state/current";

const spanOptions = {
  /** How many rows the axes take. Default: 1. */
  rowspan: option(number(1), { default: 1 }),
  /** How many columns the axes take. Default: 1. */
  colspan: option(number(1), { default: 1 }),
};

/** Options of {@link subplot2grid}. */
export type SpanOptions = OptionsOf<typeof spanOptions>;

/**
 * Adds axes at a place of a grid, over one or several cells.
 *
 * @param shape - How many rows and columns the grid has.
 * @param place - The row and the column of the upper left cell, counted from 0.
 * @param options - `rowspan` and `colspan`.
 * @returns The axes.
 * @throws RangeError for a place that the grid does not have; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplot2grid.html
 * @example
 * plt.subplot2grid([2, 3], [0, 1], { colspan: 2 });
 */
export function subplot2grid(
  shape: readonly [rows: number, columns: number],
  place: readonly [row: number, column: number],
  options?: Spelled<SpanOptions>,
): Axes {
  const { rowspan, colspan } = readTable("subplot2grid", options, spanOptions);
  const grid = readCells("subplot2grid", shape?.[0], shape?.[1], {});
  const [row, column] = Array.isArray(place) ? (place as [number, number]) : [NaN, NaN];
  const fits =
    Number.isInteger(row) &&
    row >= 0 &&
    row + rowspan <= grid.rows &&
    column >= 0 &&
    column + colspan <= grid.columns;
  if (!fits || !Number.isInteger(column)) {
    throw new RangeError(
      `subplot2grid: expected a place within ${grid.rows} rows and ${grid.columns} columns, got ${describe(place)}`,
    );
  }
  const cells = new GridSpec(grid).at(`${row}:${row + rowspan}`, `${column}:${column + colspan}`);
  return onCurrentFigure((figure) => figure.addSubplot(cells));
}
