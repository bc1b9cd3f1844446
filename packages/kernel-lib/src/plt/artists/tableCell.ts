import type { Spelled } from "../../array/options";
import { paint, type Color, type Paint } from "../color/color";
import { readTable, type OptionsOf } from "../options/option";
import { choice, notNegative, text as readText } from "../options/readers";
import { addSnakeNames } from "../../array/snakeMembers";
import { fontOf, fontOptions } from "../settings/font";
import { quiet } from "../../display/quiet";
import type { TextStyle } from "./textStyle";

/** The sides of a cell in the order in which its edge runs: bottom, right, top, left. */
const allSides = "BRTL";

const namedEdges: Record<string, string> = { open: "", closed: allSides, horizontal: "BT", vertical: "RL" };

/** Which sides of cells have a line: by name, or some of the letters "BRTL". */
export type TableEdges = "open" | "closed" | "horizontal" | "vertical" | (string & Record<never, never>);

/** Reads which sides have a line. */
export function readEdges(functionName: string, edges: unknown): string {
  const sides = typeof edges === "string" ? (namedEdges[edges] ?? edges) : undefined;
  if (sides !== undefined && [...sides].every((side) => allSides.includes(side))) return sides;
  const names = Object.keys(namedEdges).map((name) => `"${name}"`);
  throw new TypeError(
    `${functionName}: expected edges to be ${names.join(", ")} or some of the letters of "${allSides}", got ${JSON.stringify(edges)}`,
  );
}

/** Options of a cell's `setTextProps`. */
export type CellTextOptions = OptionsOf<typeof cellTextOptions>;

const cellTextOptions = fontOptions;

/** A cell of a {@link Table}. */
export class TableCell {
  face: Paint;
  edge: Paint = paint("table", "k");
  /** Width of its lines in points. */
  linewidth = 1;
  visibleEdges = allSides;
  font: Partial<Pick<TextStyle, "color" | "fontweight" | "fontstyle">> = {};

  /** The same as {@link getText}. */
  declare get_text: TableCell["getText"];
  /** The same as {@link setText}. */
  declare set_text: TableCell["setText"];
  /** The same as {@link setTextProps}. */
  declare set_text_props: TableCell["setTextProps"];
  /** The same as {@link setFacecolor}. */
  declare set_facecolor: TableCell["setFacecolor"];
  /** The same as {@link setEdgecolor}. */
  declare set_edgecolor: TableCell["setEdgecolor"];
  /** The same as {@link setLinewidth}. */
  declare set_linewidth: TableCell["setLinewidth"];
  /** The same as {@link setEdges}. */
  declare set_edges: TableCell["setEdges"];
  /** The same as {@link setWidth}. */
  declare set_width: TableCell["setWidth"];
  /** The same as {@link setHeight}. */
  declare set_height: TableCell["setHeight"];
  /** The same as {@link setFontsize}. */
  declare set_fontsize: TableCell["setFontsize"];

  constructor(
    /** The row: 0 is that of the columns' names where there are some. */
    readonly row: number,
    /** The column: -1 is that of the rows' names. */
    readonly column: number,
    /** Size as shares of the axes. */
    public width: number,
    public height: number,
    public text: string,
    /** Where the text stands in the cell. */
    public loc: "left" | "center" | "right",
    face: Paint | undefined,
    /** In points. */
    public fontsize: number,
  ) {
    this.face = face ?? { color: "paper", alpha: 1 };
    quiet(this);
  }

  /** The text. */
  getText(): string {
    return this.text;
  }

  /** Sets the text. */
  setText(text: string | number): void {
    this.text = readText("setText", "text", text);
  }

  /** Sets how the text looks: `color`, `fontweight`, `fontstyle`, `fontsize`. */
  setTextProps(options: Spelled<CellTextOptions>): void {
    const { fontsize = this.fontsize, ...font } = fontOf(readTable("setTextProps", options, cellTextOptions));
    const given = Object.entries(font).filter(([, value]) => value !== undefined);
    this.font = { ...this.font, ...Object.fromEntries(given) };
    this.fontsize = fontsize;
  }

  /** Sets the colour inside. */
  setFacecolor(color: Color): void {
    this.face = paint("setFacecolor", color);
  }

  /** Sets the colour of the lines. */
  setEdgecolor(color: Color): void {
    this.edge = paint("setEdgecolor", color);
  }

  /** Sets the width of the lines in points. */
  setLinewidth(width: number): void {
    this.linewidth = notNegative("setLinewidth", "width", width);
  }

  /** Sets which sides have a line. */
  setEdges(edges: TableEdges): void {
    this.visibleEdges = readEdges("setEdges", edges);
  }

  /** Sets the width as a share of that of the axes. */
  setWidth(width: number): void {
    this.width = notNegative("setWidth", "width", width);
  }

  /** Sets the height as a share of that of the axes. */
  setHeight(height: number): void {
    this.height = notNegative("setHeight", "height", height);
  }

  /** Sets the size of the text in points. */
  setFontsize(size: number): void {
    this.fontsize = notNegative("setFontsize", "size", size);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `TableCell(${this.row}, ${this.column}, ${JSON.stringify(this.text)})`;
  }
}

/** Reads where texts stand in their cells. */
export const cellLoc = choice("left", "center", "right");

addSnakeNames(TableCell.prototype);
