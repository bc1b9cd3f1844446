import { describe } from "../array/options";
import { control } from "./control";
import type { GridBoxState } from "./controls";
import type { Control } from "./controlTypes";
import { DOMWidget } from "./domWidget";
import { areasText, layOut, styleKeys, type GridStyle } from "./gridStyle";
import type { Rule } from "./model";
import type { Widget } from "./widget";

/** One row or column, from the end where it is below 0; or from a first to the one before a last. */
export type Cells = number | readonly [start: number, stop: number];

/** What {@link GridspecLayout} has. */
export interface GridspecLayoutState extends GridBoxState, GridStyle {
  /** How many rows there are. */
  nRows: number;
  /** How many columns there are. */
  nColumns: number;
}

function cellsOf(name: string, what: string, cells: Cells, count: number): number[] {
  const [start, stop] = typeof cells === "number" ? [cells, cells + 1 || count] : cells;
  const from = start < 0 ? start + count : start;
  const to = stop < 0 ? stop + count : stop;
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > count || from >= to) {
    const got = typeof cells === "number" ? cells : describe(cells);
    throw new RangeError(
      `${name}: expected a ${what} from 0 to ${count - 1}, or [start, stop] of some, got ${got}`,
    );
  }
  return Array.from({ length: to - from }, (_, i) => from + i);
}

/** A grid in which widgets are put at cells. */
export class GridspecWidget extends DOMWidget {
  #areas?: string[][];
  #placed?: Map<string, DOMWidget>;
  #count = 0;

  /**
   * Puts a widget at some cells. One that had any of them before is taken away.
   *
   * @param rows - A row, or `[start, stop]` for those from `start` to before `stop`.
   * @param columns - A column, or several, likewise.
   * @param widget - The widget.
   * @throws RangeError if there are no such cells; TypeError for what is no widget.
   */
  place(rows: Cells, columns: Cells, widget: DOMWidget): void {
    const cells = this.#cells("place", rows, columns);
    if (!(widget instanceof DOMWidget)) {
      throw new TypeError(`place: expected a widget, got ${describe(widget)}`);
    }
    const areas = this.#all;
    const placed = (this.#placed ??= new Map<string, DOMWidget>());
    const name = `widget${String(++this.#count).padStart(3, "0")}`;
    for (const [row, column] of cells) {
      placed.delete(areas[row][column]);
      areas[row][column] = name;
    }
    placed.set(name, widget);
    (widget.get("layout") as Widget).set({ gridArea: name });
    (this.get("layout") as Widget).set({
      gridTemplateAreas: areasText(areas),
      gridTemplateColumns: `repeat(${areas[0].length}, 1fr)`,
      gridTemplateRows: `repeat(${areas.length}, 1fr)`,
    });
    this.set({ children: [...placed.values()] });
  }

  /**
   * Gives the widget at some cells.
   *
   * @param rows - A row, or several, as {@link place} takes them.
   * @param columns - A column, or several.
   * @returns The widget; undefined where there is none.
   * @throws RangeError if there are no such cells, or cells of several widgets among them.
   */
  at(rows: Cells, columns: Cells): DOMWidget | undefined {
    const names = new Set(this.#cells("at", rows, columns).map(([row, column]) => this.#all[row][column]));
    if (names.size > 1) throw new RangeError(`at: expected cells of one widget, got those of ${names.size}`);
    return this.#placed?.get([...names][0]);
  }

  get #all(): string[][] {
    const [rows, columns] = [this.get("nRows") as number, this.get("nColumns") as number];
    return (this.#areas ??= Array.from({ length: rows }, () => Array.from({ length: columns }, () => ".")));
  }

  #cells(name: string, rows: Cells, columns: Cells): [row: number, column: number][] {
    const lines = cellsOf(name, "row", rows, this.#all.length);
    const across = cellsOf(name, "column", columns, this.#all[0].length);
    return lines.flatMap((row) => across.map((column): [number, number] => [row, column]));
  }
}

const rule: Rule = {
  keys: ["nRows", "nColumns", ...styleKeys],
  settle(owner, state, given, isNew) {
    for (const key of ["nRows", "nColumns"]) {
      const count = state[key];
      if (!Number.isInteger(count) || (count as number) < 1) {
        throw new RangeError(`${owner}: expected ${key} to be 1 or more, got ${describe(count)}`);
      }
      if (!isNew && given.has(key)) throw new TypeError(`${owner}: ${key} cannot be changed`);
    }
    layOut(state, given, {});
  },
};

/** A grid in which widgets are put at cells. Made by the function of the same name. */
export interface GridspecLayout extends GridspecWidget, GridspecLayoutState {}
/**
 * Makes a grid in which widgets are put at cells.
 *
 * @throws RangeError if it has no rows or no columns.
 * @see https://ipywidgets.readthedocs.io/en/stable/examples/Layout%20Templates.html#grid-layout
 * @example
 * const grid = widgets.GridspecLayout({ nRows: 2, nColumns: 3 });
 * grid.place(0, [0, 3], widgets.HTML("<b>across</b>"));
 * grid.place(1, -1, widgets.IntSlider());
 */
export const GridspecLayout: Control<GridspecLayout, GridspecLayoutState> = control("GridspecLayout", {
  base: GridspecWidget as never,
  like: "GridBox",
  rule,
});
