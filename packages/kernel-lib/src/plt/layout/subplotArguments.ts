import { describe, isPlainObject, readOptions, type Spelled } from "../../array/options";
import { paint, type Color } from "../color/color";
import type { AxesBase, AxesTraits } from "../model/axes";
import type { Dimension } from "../model/dimension";
import type { Panel } from "../model/panel";
import { choice, flag } from "../options/readers";
import type { Box, Cells } from "../model/cells";
import { readCells, type GridRead } from "./gridArguments";
import { SubplotSpec } from "./gridSpec";

/** Which axes of a grid have a direction in common. */
export type Share = boolean | "all" | "row" | "col" | "none";

/** How axes map data: by x and y, or by an angle and a radius. */
export type Projection = "rectilinear" | "polar" | (string & Record<never, never>);

/** What axes may be told about how they map data. */
export interface ProjectionOptions {
  /** "rectilinear", or "polar" for axes of angles and radii. Default: "rectilinear". */
  projection?: Projection;
  /** As `projection: "polar"`. */
  polar?: boolean;
}

/** Options of {@link subplot}. */
export interface SubplotOptions extends ProjectionOptions {
  /** Axes whose x axis is common. */
  sharex?: AxesBase;
  /** Axes whose y axis is common. */
  sharey?: AxesBase;
  /** Background. */
  facecolor?: Color;
}

/** What {@link subplot} takes: rows, columns and a place from 1 on, or the three digits of them, or cells, and options. */
export type SubplotArguments =
  | [options?: Spelled<SubplotOptions>]
  | [digits: number, options?: Spelled<SubplotOptions>]
  | [cells: SubplotSpec, options?: Spelled<SubplotOptions>]
  | [
      rows: number,
      columns: number,
      place: number | readonly [first: number, last: number],
      options?: Spelled<SubplotOptions>,
    ];

/** Whether axes are to be polar; other projections are not drawn. */
export function readProjection(functionName: string, projection: unknown, polar: unknown = false): boolean {
  const asked = projection ?? (flag(functionName, "polar", polar) ? "polar" : "rectilinear");
  if (asked === "rectilinear" || asked === "polar") return asked === "polar";
  const why = asked === "3d" ? "3-D axes are not drawn; " : "";
  throw new TypeError(
    `${functionName}: ${why}expected projection to be "rectilinear" or "polar", got ${describe(asked)}`,
  );
}

/** Reads a place in a figure. */
export function readBox(functionName: string, box: unknown): Box {
  const good =
    Array.isArray(box) &&
    box.length === 4 &&
    box.every((part) => Number.isFinite(part)) &&
    box[2] > 0 &&
    box[3] > 0;
  if (!good) {
    throw new TypeError(
      `${functionName}: expected [left, bottom, width, height] as shares of the figure, got ${describe(box)}`,
    );
  }
  const [left, bottom, width, height] = box as number[];
  return { left, bottom, width, height };
}

/** Adds the axes of a grid to a figure, and has them share directions. */
export function spread(
  functionName: string,
  figure: Panel,
  grid: GridRead,
  { sharex, sharey, polar = false }: { sharex: Share; sharey: Share; polar?: boolean },
): AxesBase[][] {
  const shares = {
    x: readShare(functionName, "sharex", sharex),
    y: readShare(functionName, "sharey", sharey),
  };
  figure.adjust({ ...figure.params, ...grid.params });
  const dimensions = new Map<string, Dimension>();
  const rows: AxesBase[][] = [];
  for (let row = 0; row < grid.rows; row++) {
    rows.push([]);
    for (let column = 0; column < grid.columns; column++) {
      const keys = {
        x: shareKey("x", shares.x, row, column),
        y: shareKey("y", shares.y, row, column),
      };
      const axes = figure.makeAxes(
        { cells: { ...grid, top: row, bottom: row, left: column, right: column } },
        { x: dimensions.get(keys.x), y: dimensions.get(keys.y), polar },
      );
      if (keys.x) dimensions.set(keys.x, axes.xaxis.dimension);
      if (keys.y) dimensions.set(keys.y, axes.yaxis.dimension);
      if ((shares.x === "all" || shares.x === "col") && row < grid.rows - 1) axes.xaxis.style.labels = false;
      if ((shares.y === "all" || shares.y === "row") && column > 0) axes.yaxis.style.labels = false;
      rows[row].push(axes);
    }
  }
  figure.current = rows[grid.rows - 1][grid.columns - 1];
  return rows;
}

function readShare(functionName: string, name: string, share: unknown): "all" | "row" | "col" | "none" {
  if (typeof share === "boolean") return share ? "all" : "none";
  return choice("all", "row", "col", "none")(functionName, name, share);
}

const shareKey = (direction: string, share: string, row: number, column: number): string =>
  share === "none" ? "" : `${direction}${share === "row" ? row : share === "col" ? `c${column}` : ""}`;

/** What was asked of a single subplot: where it is, and whom it shares with. */
export interface SubplotRead {
  cells: Cells;
  traits: AxesTraits;
}

/** Reads rows, columns and a place, or the three digits of them. */
export function readSubplot(functionName: string, args: readonly unknown[]): SubplotRead {
  const last = args[args.length - 1];
  const options = isPlainObject(last) ? last : undefined;
  const numbers = options ? args.slice(0, -1) : args;
  const { sharex, sharey, projection, polar, facecolor } = readOptions(functionName, options, {
    sharex: undefined as AxesBase | undefined,
    sharey: undefined as AxesBase | undefined,
    projection: undefined as string | undefined,
    polar: undefined as boolean | undefined,
    facecolor: undefined as Color | undefined,
  });
  const traits: AxesTraits = {
    x: sharex?.xaxis.dimension,
    y: sharey?.yaxis.dimension,
    polar: readProjection(functionName, projection, polar),
    facecolor: facecolor === undefined ? undefined : paint(functionName, facecolor),
  };
  if (numbers.length === 1 && numbers[0] instanceof SubplotSpec) return { cells: numbers[0].cells, traits };
  let [rows, columns, place]: unknown[] = numbers.length === 0 ? [1, 1, 1] : [...numbers];
  if (numbers.length === 1) {
    const digits = /^([1-9])([1-9])([1-9])$/.exec(String(numbers[0]));
    if (!digits) {
      throw new TypeError(
        `${functionName}: expected rows, columns and a place, or three digits, got ${describe(numbers[0])}`,
      );
    }
    [rows, columns, place] = digits.slice(1).map(Number);
  } else if (numbers.length !== 0 && numbers.length !== 3) {
    throw new TypeError(`${functionName}: expected rows, columns and a place, got ${numbers.length} numbers`);
  }
  const grid = readCells(functionName, rows, columns, {});
  const ends = Array.isArray(place) ? (place as unknown[]) : [place, place];
  const count = grid.rows * grid.columns;
  const good =
    ends.length === 2 &&
    ends.every((end) => typeof end === "number" && Number.isInteger(end) && end >= 1 && end <= count);
  if (!good) {
    throw new RangeError(
      `${functionName}: expected the place to be a whole number from 1 to ${count}, got ${describe(place)}`,
    );
  }
  const [first, final] = (ends as number[]).map((end) => end - 1);
  const column = (end: number) => end % grid.columns;
  return {
    cells: {
      rows: grid.rows,
      columns: grid.columns,
      top: Math.floor(first / grid.columns),
      bottom: Math.floor(final / grid.columns),
      left: Math.min(column(first), column(final)),
      right: Math.max(column(first), column(final)),
    },
    traits,
  };
}
