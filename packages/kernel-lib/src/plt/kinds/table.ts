import { describe, type Spelled } from "../../array/options";
import { Table } from "../artists/table";
import { cellLoc, readEdges, TableCell, type TableEdges } from "../artists/tableCell";
import { tablePlaces } from "../artists/tablePlaces";
import { paint, type Color, type Paint } from "../color/color";
import type { AxesBase } from "../model/axes";
import type { Box } from "../model/cells";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, given, notNegative, number, text } from "../options/readers";
import { rcParams } from "../rcParams";
import { textSizeOption } from "../settings/font";
import { fontSize } from "../text/fontSize";

/** Reads a place in shares of the axes. */
const bbox: Reader<readonly [number, number, number, number], Box> = (functionName, name, value) => {
  if (!Array.isArray(value) || value.length !== 4) {
    throw new TypeError(
      `${functionName}: expected ${name} to be [left, bottom, width, height], got ${describe(value)}`,
    );
  }
  const [left, bottom, width, height] = value.map((part) => number()(functionName, name, part));
  return { left, bottom, width, height };
};

const edges: Reader<TableEdges, string> = (functionName, _, value) => readEdges(functionName, value);

/** A text, or a number that is written out. */
type Written = string | number;

const tableOptions = {
  /** The texts, by rows. Default: none, where `cellColours` say how many cells there are. */
  cellText: option(given<readonly (readonly Written[])[]>()),
  /** The colours of the cells, by rows. Default: white, which follows the theme. */
  cellColours: option(given<readonly (readonly Color[])[]>(), { aliases: ["cellColors"] }),
  /** Where texts stand in their cells: "left", "center" or "right". Default: "right". */
  cellLoc: option(cellLoc, { default: "right" }),
  /** Widths of the columns as shares of the axes. Default: equal ones that fill the axes. */
  colWidths: option(given<readonly number[]>()),
  /** Names of the rows, at their left. */
  rowLabels: option(given<readonly Written[]>()),
  /** Colours of the rows' names. */
  rowColours: option(given<readonly Color[]>(), { aliases: ["rowColors"] }),
  /** Default: "left". */
  rowLoc: option(cellLoc, { default: "left" }),
  /** Names of the columns, above them. */
  colLabels: option(given<readonly Written[]>()),
  /** Colours of the columns' names. */
  colColours: option(given<readonly Color[]>(), { aliases: ["colColors"] }),
  /** Default: "center". */
  colLoc: option(cellLoc, { default: "center" }),
  /**
   * Where the table is: "bottom", "top", "left", "right" and their corners, such as "bottom left", lie outside the axes;
   * "center", "upper left", "lower center" and so on inside. Default: "bottom".
   */
  loc: option(choice(...tablePlaces), { default: "bottom" }),
  /** The place of the cells, without the rows' names: left, bottom, width and height as shares of the axes. */
  bbox: option(bbox),
  /** Which sides of cells have a line: "closed", "open", "horizontal", "vertical", or some of "BRTL". Default: "closed". */
  edges: option(edges, { default: "BRTL" }),
  /** In points. Default: `rcParams["font.size"]`; smaller where a cell is too narrow. */
  fontsize: option(textSizeOption),
};

/** Options of {@link table}. */
export type TableOptions = OptionsOf<typeof tableOptions>;

/** Reads a list of a length. */
function listOf<T>(name: string, value: readonly T[], count: number, what: string): readonly T[] {
  if (Array.isArray(value) && value.length === count) return value;
  throw new RangeError(`table: expected ${name} to be ${count} ${what}, got ${describe(value)}`);
}

const paints = (colors: readonly Color[]): Paint[] => colors.map((color) => paint("table", color));

/**
 * Writes a table into the axes or beside them.
 *
 * @param options - `cellText`, `rowLabels`, `colLabels`, `cellColours`, `loc`, `colWidths` and so on.
 * @returns The table: `at(row, column)` gives a cell, `scale` and `setFontsize` change all.
 * @throws RangeError if rows, names or colours are not as many as they have to be; TypeError for an unknown option, or
 *   neither texts nor colours.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.table.html
 * @example
 * plt.plot([0.7, 0.9]);
 * plt.xticks([]);
 * plt.table({ cellText: [["0.70", "0.90"]], rowLabels: ["relu"], colLabels: ["before", "after"] });
 */
export function table(axes: AxesBase, options?: Spelled<TableOptions>): Table {
  const read = readTable("table", options, tableOptions);
  const rows = read.cellText ?? read.cellColours?.map((row) => row.map(() => ""));
  if (!Array.isArray(rows) || rows.length === 0 || !Array.isArray(rows[0]) || rows[0].length === 0) {
    throw new TypeError(
      `table: expected cellText to be rows of texts, or cellColours to be rows of colors, got ${describe(rows)}`,
    );
  }
  const [{ length: count }] = rows;
  for (const row of rows) listOf("each row of cellText", row as readonly Written[], count, "texts");
  const colors = read.cellColours && listOf("cellColours", read.cellColours, rows.length, "rows of colors");
  const faces = colors?.map((row) => paints(listOf("each row of cellColours", row, count, "colors")));
  const rowNames = read.rowLabels ?? read.rowColours?.map(() => "");
  const columnNames = read.colLabels ?? read.colColours?.map(() => "");
  if (rowNames) listOf("rowLabels", rowNames, rows.length, "names");
  if (columnNames) listOf("colLabels", columnNames, count, "names");
  const rowFaces = read.rowColours && paints(listOf("rowColours", read.rowColours, rows.length, "colors"));
  const columnFaces = read.colColours && paints(listOf("colColours", read.colColours, count, "colors"));
  const widths = read.colWidths
    ? listOf("colWidths", read.colWidths, count, "numbers").map((width) =>
        notNegative("table", "colWidths", width),
      )
    : rows[0].map(() => 1 / count);
  const size = read.fontsize ?? fontSize("table", rcParams["font.size"]);
  const height = (1.2 * 10 * axes.figure.pt) / axes.pixelSize().height;
  const cell = (
    row: number,
    column: number,
    content: Written,
    loc: TableCell["loc"],
    face: Paint | undefined,
  ) => {
    const written = text("table", "each cell", content);
    return new TableCell(row, column, widths[column] ?? 0, height, written, loc, face, size);
  };
  const offset = columnNames ? 1 : 0;
  const cells = [
    ...(rows as (readonly Written[])[]).flatMap((row, r) =>
      row.map((content, c) => cell(r + offset, c, content, read.cellLoc, faces?.[r][c])),
    ),
    ...(columnNames ?? []).map((name, c) => cell(0, c, name, read.colLoc, columnFaces?.[c])),
    ...(rowNames ?? []).map((name, r) => cell(r + offset, -1, name, read.rowLoc, rowFaces?.[r])),
  ];
  for (const each of cells) each.visibleEdges = read.edges;
  const drawn = new Table(cells, read.loc, read.bbox);
  if (read.rowLabels) drawn.autoSetColumnWidth(-1);
  else for (const each of cells) if (each.column === -1) each.width = widths[0];
  axes.add([drawn], []);
  return drawn;
}
