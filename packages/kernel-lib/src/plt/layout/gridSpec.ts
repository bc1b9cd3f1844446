import { describe, type Spelled } from "../../array/options";
import type { Cells } from "../model/cells";
import { addSnakeNames } from "../../array/snakeMembers";
import { readCells, type GridOptions, type GridRead } from "./gridArguments";

/** A row or a column, negative ones from the end; or several: a slice as Python writes it, such as ":", "1:" or ":-1". */
export type GridIndex = number | string;

/** The first and the last of a count that an index means. */
function span(name: string, index: unknown, count: number): [first: number, last: number] {
  const fail = () =>
    new RangeError(
      `at: expected ${name} to be a whole number below ${count} or a slice such as "1:", got ${describe(index)}`,
    );
  const at = (value: number) => (value < 0 ? value + count : value);
  if (typeof index === "number") {
    const own = at(index);
    if (!Number.isInteger(own) || own < 0 || own >= count) throw fail();
    return [own, own];
  }
  const parts = typeof index === "string" ? /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*$/.exec(index) : null;
  if (parts === null) throw fail();
  const first = parts[1] === undefined ? 0 : Math.max(0, at(Number(parts[1])));
  const end = parts[2] === undefined ? count : Math.min(count, at(Number(parts[2])));
  if (first >= end) throw fail();
  return [first, end - 1];
}

/** Cells of a {@link GridSpec}: a place for axes, or for a grid of its own. */
export class SubplotSpec {
  constructor(readonly cells: Cells) {}

  /**
   * Divides the cells into a grid.
   *
   * @param rows - How many rows.
   * @param columns - How many columns.
   * @param options - `widthRatios`, `heightRatios`, `wspace`, `hspace`.
   * @throws TypeError for an unknown option, or an invalid number.
   * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.gridspec.SubplotSpec.html
   */
  subgridspec(rows: number, columns: number, options?: Spelled<GridOptions>): GridSpec {
    return new GridSpec(readCells("subgridspec", rows, columns, options ?? {}), this.cells);
  }
}

/**
 * A grid whose cells axes may take. Made by `figure.addGridspec` and {@link GridSpec}.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.gridspec.GridSpec.html
 * @example
 * const fig = plt.figure();
 * const grid = fig.addGridspec(2, 3);
 * fig.addSubplot(grid.at(0, ":"));
 * fig.addSubplot(grid.at(1, "1:"));
 */
export class GridSpec {
  constructor(
    private readonly grid: GridRead,
    private readonly outer?: Cells,
  ) {}

  get nrows(): number {
    return this.grid.rows;
  }

  get ncols(): number {
    return this.grid.columns;
  }

  /**
   * Gives cells of the grid.
   *
   * @param row - A row, or several: a number or a slice such as ":", "1:" or ":-1".
   * @param column - A column, or several.
   * @throws RangeError for what the grid does not have.
   */
  at(row: GridIndex, column: GridIndex): SubplotSpec {
    const { rows, columns, widthRatios, heightRatios, params } = this.grid;
    const [top, bottom] = span("row", row, rows);
    const [left, right] = span("column", column, columns);
    const own = { rows, columns, widthRatios, heightRatios, top, bottom, left, right };
    return new SubplotSpec({ ...own, params, outer: this.outer });
  }
}

addSnakeNames(GridSpec.prototype);
addSnakeNames(SubplotSpec.prototype);
