import type { Spelled } from "../../array/options";
import { set, type AxesSettings } from "../axesOnly/set";
import { readCells, type GridOptions, type GridRead } from "./gridArguments";
import { readProjection, spread, type Projection, type Share } from "./subplotArguments";
import type { AxesBase } from "../model/axes";
import type { Panel } from "../model/panel";
import { option, type ReadOf } from "../options/option";
import { given } from "../options/readers";

/** Options of all that makes a grid of axes. */
export const spreadOptions = {
  /** Whether x axes are common: all, those of a column, those of a row. Default: false. */
  sharex: option(given<Share>(), { default: false }),
  /** Whether y axes are common: all, those of a column, those of a row. Default: false. */
  sharey: option(given<Share>(), { default: false }),
  /** Relative widths of the columns. Default: equal. */
  widthRatios: option(given<readonly number[]>()),
  /** Relative heights of the rows. Default: equal. */
  heightRatios: option(given<readonly number[]>()),
  /** `widthRatios`, `heightRatios`, `wspace`, `hspace`, `left`, `right`, `bottom`, `top`. */
  gridspecKw: option(given<Spelled<GridOptions>>(), { default: {} }),
  /** What is common to all axes: `projection`, "rectilinear" or "polar", and what `ax.set` sets. */
  subplotKw: option(given<{ projection?: Projection; polar?: boolean } & AxesSettings>(), { default: {} }),
};

/** A grid of axes that has been read, and nothing made yet. */
interface SpreadRead {
  grid: GridRead;
  shares: { sharex: Share; sharey: Share; polar: boolean };
  settings: AxesSettings;
}

/** Reads what a grid of axes is to be like. */
export function readSpread(
  functionName: string,
  rows: unknown,
  columns: unknown,
  read: ReadOf<typeof spreadOptions>,
): SpreadRead {
  const { sharex, sharey, widthRatios, heightRatios, gridspecKw, subplotKw } = read;
  const { projection, polar: isPolar, ...settings } = subplotKw;
  const polar = readProjection(functionName, projection, isPolar);
  const grid = readCells(functionName, rows, columns, { widthRatios, heightRatios, ...gridspecKw });
  return { grid, shares: { sharex, sharey, polar }, settings };
}

/** Adds the axes of a grid, by rows. */
export function spreadAxes(
  functionName: string,
  figure: Panel,
  { grid, shares, settings }: SpreadRead,
): AxesBase[][] {
  const axes = spread(functionName, figure, grid, shares);
  for (const each of axes.flat()) set(each, settings);
  return axes;
}
