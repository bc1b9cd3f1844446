import { samePaint, fillProperties, strokeProperties } from "./paints";
import type { Artist, Frame, Json } from "../model/artist";
import type { Box } from "../model/cells";
import { flag, notNegative } from "../options/readers";
import { addSnakeNames } from "../../array/snakeMembers";
import { oneRow } from "../spec/data";
import { px, standingOn } from "../spec/theme";
import { Drawn } from "./drawn";
import type { TableCell } from "./tableCell";
import { textSize } from "../text/size";
import { tableCorner } from "./tablePlaces";
import { Text } from "./text";

/** Room at either side of a cell's text, as a share of the cell's width, or of the text's where this decides. */
const pad = 0.1;

/** A cell that has its place, in shares of the axes, and its size of text in points. */
export interface PlacedCell {
  cell: TableCell;
  box: Box;
  fontsize: number;
}

/** Sums of sizes up to each: where it starts. */
function starts(sizes: ReadonlyMap<number, number>, order: readonly number[]): Map<number, number> {
  let at = 0;
  return new Map(
    order.map((key) => {
      const start = at;
      at += sizes.get(key) ?? 0;
      return [key, start];
    }),
  );
}

/** Cells in rows and columns. Made by {@link table}. */
export class Table extends Drawn implements Artist {
  zorder = 0;
  label = "";
  /** Columns as wide as their texts. */
  private readonly autoColumns = new Set<number>();
  private fitted = true;

  /** The same as {@link setFontsize}. */
  declare set_fontsize: Table["setFontsize"];
  /** The same as {@link autoSetFontSize}. */
  declare auto_set_font_size: Table["autoSetFontSize"];
  /** The same as {@link autoSetColumnWidth}. */
  declare auto_set_column_width: Table["autoSetColumnWidth"];

  constructor(
    readonly cells: readonly TableCell[],
    readonly loc: string,
    /** The place of the cells without the rows' names, in shares of the axes; undefined: by {@link loc}. */
    readonly bbox?: Box,
  ) {
    super();
  }

  /**
   * Gives a cell.
   *
   * @param row - The row; 0 is that of the columns' names where there are some.
   * @param column - The column; -1 is that of the rows' names.
   * @throws RangeError where there is no such cell.
   */
  at(row: number, column: number): TableCell {
    const found = this.cells.find((cell) => cell.row === row && cell.column === column);
    if (found) return found;
    throw new RangeError(`at: expected a cell of the table, got row ${row} and column ${column}`);
  }

  /** Multiplies the widths and heights of all cells. */
  scale(x: number, y: number): void {
    const [across, down] = [notNegative("scale", "x", x), notNegative("scale", "y", y)];
    for (const cell of this.cells)
      Object.assign(cell, { width: cell.width * across, height: cell.height * down });
  }

  /** Sets the size of all texts in points; `autoSetFontSize(false)` keeps it where a cell is too narrow. */
  setFontsize(size: number): void {
    for (const cell of this.cells) cell.setFontsize(size);
  }

  /** Sets whether texts are made smaller until they fit into their cells. */
  autoSetFontSize(on = true): void {
    this.fitted = flag("autoSetFontSize", "on", on);
  }

  /** Has columns be as wide as their texts. */
  autoSetColumnWidth(columns: number | readonly number[]): void {
    for (const column of [columns].flat()) this.autoColumns.add(column);
  }

  range() {
    return undefined;
  }

  /** The width that a cell's text needs, as a share of the axes. */
  private needed(frame: Frame, cell: TableCell, fontsize: number): number {
    const { width } = textSize(cell.text, fontsize * frame.pt, cell.font.fontweight === "bold");
    return (width * (1 + 2 * pad)) / frame.width;
  }

  /** The size of text with which all fit into their cells; undefined where each keeps its own. */
  private fittingSize(frame: Frame): number | undefined {
    const fixed = this.cells.filter(({ column }) => !this.autoColumns.has(column));
    if (!this.fitted || fixed.length === 0) return undefined;
    const fitting = fixed.map((cell) => {
      let { fontsize } = cell;
      while (fontsize > 1 && this.needed(frame, cell, fontsize) > cell.width) fontsize -= 1;
      return fontsize;
    });
    return Math.min(this.cells[0].fontsize, ...fitting);
  }

  /** Where cells are, and how large their texts. */
  placed(frame: Frame): PlacedCell[] {
    const largest = (along: "row" | "column", size: (cell: TableCell) => number) => {
      const found = new Map<number, number>();
      for (const cell of this.cells) {
        found.set(cell[along], Math.max(found.get(cell[along]) ?? 0, size(cell)));
      }
      return found;
    };
    const common = this.fittingSize(frame);
    const own = largest("column", (cell) =>
      this.autoColumns.has(cell.column) ? this.needed(frame, cell, cell.fontsize) : cell.width,
    );
    const rows = largest("row", ({ height }) => height);
    const sum = (sizes: ReadonlyMap<number, number>) =>
      [...sizes].reduce((total, [key, size]) => (key < 0 ? total : total + size), 0);
    const size = { width: sum(own), height: sum(rows) };
    const scale = this.bbox
      ? { x: this.bbox.width / size.width, y: this.bbox.height / size.height }
      : { x: 1, y: 1 };
    const [x, y] = this.bbox ? [this.bbox.left, this.bbox.bottom] : tableCorner(this.loc, size);
    const lefts = starts(
      own,
      [...own.keys()].sort((a, b) => a - b),
    );
    const bottoms = starts(
      rows,
      [...rows.keys()].sort((a, b) => b - a),
    );
    const before = own.get(-1) ?? 0;
    return this.cells.map((cell) => ({
      cell,
      box: {
        left: x + ((lefts.get(cell.column) ?? 0) - before) * scale.x,
        bottom: y + (bottoms.get(cell.row) ?? 0) * scale.y,
        width: (this.autoColumns.has(cell.column) ? (own.get(cell.column) ?? 0) : cell.width) * scale.x,
        height: cell.height * scale.y,
      },
      fontsize: common ?? cell.fontsize,
    }));
  }

  layers(frame: Frame): Json[] {
    const all = this.placed(frame);
    return [...this.grid(frame, all), ...all.flatMap((each) => this.written(frame, each))];
  }

  /** Cells that look alike, as one outline. */
  private grid(frame: Frame, all: readonly PlacedCell[]): Json[] {
    const groups: PlacedCell[][] = [];
    for (const each of all) {
      const alike = groups.find(
        ([{ cell }]) =>
          samePaint(cell.face, each.cell.face) &&
          samePaint(cell.edge, each.cell.edge) &&
          cell.linewidth === each.cell.linewidth,
      );
      if (alike) alike.push(each);
      else groups.push([each]);
    }
    return groups.map((group) => {
      const { face, edge, linewidth } = group[0].cell;
      return {
        data: oneRow,
        mark: {
          type: "point",
          shape: group.map((each) => outline(frame, each)).join(""),
          size: 4,
          clip: false,
          strokeJoin: "miter",
          ...fillProperties(face),
          ...strokeProperties(edge, px(linewidth * frame.pt)),
        },
        encoding: { x: { value: 0 }, y: { value: 0 } },
      };
    });
  }

  private written(frame: Frame, { cell, box, fontsize }: PlacedCell): Json[] {
    if (cell.text === "") return [];
    const across = { left: pad, center: 0.5, right: 1 - pad }[cell.loc];
    const style = { ...cell.font, fontsize, ha: cell.loc, va: "center" as const, rotation: 0 };
    const [x, y] = [box.left + across * box.width, box.bottom + box.height / 2];
    const text = new Text(x, y, cell.text, style, { x: "axes", y: "axes" });
    return standingOn(text.layers(frame), cell.face);
  }

  /** What it covers of the axes and beyond them, in pixels. */
  covers(frame: Frame) {
    return this.placed(frame).map(({ box }) => edgesOf(frame, box));
  }

  obstacles(frame: Frame) {
    return { boxes: this.covers(frame) };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<Table of ${this.cells.length} cells>`;
  }
}

/** A box in pixels from the left and the top of the axes. */
function edgesOf(
  { width, height }: Frame,
  box: Box,
): [left: number, top: number, right: number, bottom: number] {
  return [
    box.left * width,
    (1 - box.bottom - box.height) * height,
    (box.left + box.width) * width,
    (1 - box.bottom) * height,
  ];
}

/** The outline of a cell: a line to each corner whose side has one, else none. */
function outline(frame: Frame, { cell, box }: PlacedCell): string {
  const [left, top, right, bottom] = edgesOf(frame, box).map((edge) => Math.round(edge) + 0.5);
  const corners: [side: string, x: number, y: number][] = [
    ["B", right, bottom],
    ["R", right, top],
    ["T", left, top],
    ["L", left, bottom],
  ];
  const closed = corners.every(([side]) => cell.visibleEdges.includes(side));
  const steps = corners.map(([side, x, y]) => `${cell.visibleEdges.includes(side) ? "L" : "M"}${x},${y}`);
  return `M${left},${bottom}${closed ? `${steps.slice(0, -1).join("")}Z` : steps.join("")}`;
}

addSnakeNames(Table.prototype);
