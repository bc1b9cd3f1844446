import { describe, readOptions } from "../../array/options";
import type { SubplotParams } from "../model/cells";

/** How a grid of subplots is divided. */
export interface GridOptions extends Partial<SubplotParams> {
  widthRatios?: readonly number[];
  heightRatios?: readonly number[];
}

/** A grid, and the room around it where it is not the usual. */
export interface GridRead {
  rows: number;
  columns: number;
  widthRatios?: readonly number[];
  heightRatios?: readonly number[];
  params: Partial<SubplotParams>;
}

function readCount(functionName: string, name: string, value: unknown): number {
  if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 100) return value;
  throw new TypeError(
    `${functionName}: expected ${name} to be a whole number from 1 to 100, got ${describe(value)}`,
  );
}

/** Reads the division of a figure into rows and columns. */
export function readCells(
  functionName: string,
  rows: unknown,
  columns: unknown,
  options: GridOptions,
): GridRead {
  const read = readOptions<GridOptions>(functionName, options, {
    widthRatios: undefined,
    heightRatios: undefined,
    left: undefined,
    right: undefined,
    bottom: undefined,
    top: undefined,
    wspace: undefined,
    hspace: undefined,
  });
  const grid = {
    rows: readCount(functionName, "rows", rows),
    columns: readCount(functionName, "columns", columns),
  };
  const { widthRatios, heightRatios, ...params } = read;
  for (const [name, ratios, count] of [
    ["widthRatios", widthRatios, grid.columns],
    ["heightRatios", heightRatios, grid.rows],
  ] as const) {
    const good =
      ratios === undefined ||
      (Array.isArray(ratios) && ratios.length === count && ratios.every((ratio) => ratio > 0));
    if (!good) {
      throw new RangeError(
        `${functionName}: expected ${name} to be ${count} numbers above 0, got ${describe(ratios)}`,
      );
    }
  }
  return { ...grid, widthRatios, heightRatios, params: readParams(functionName, params) };
}

/** Reads the room around subplots. */
export function readParams(functionName: string, params: unknown): Partial<SubplotParams> {
  const read = readOptions<Partial<SubplotParams>>(functionName, params, {
    left: undefined,
    right: undefined,
    bottom: undefined,
    top: undefined,
    wspace: undefined,
    hspace: undefined,
  });
  const given = Object.fromEntries(
    Object.entries(read).filter(([, value]) => value !== undefined && value !== null),
  );
  for (const [name, value] of Object.entries(given)) {
    if (typeof value !== "number" || !Number.isFinite(value)) {
      throw new TypeError(`${functionName}: expected ${name} to be a number, got ${describe(value)}`);
    }
  }
  return given;
}

/** Checks that edges lie before the opposite ones. */
export function checkParams(functionName: string, params: SubplotParams): void {
  for (const [low, high] of [
    ["left", "right"],
    ["bottom", "top"],
  ] as const) {
    if (params[low] < params[high]) continue;
    throw new RangeError(
      `${functionName}: expected ${low} below ${high}, got ${params[low]} and ${params[high]}`,
    );
  }
}
