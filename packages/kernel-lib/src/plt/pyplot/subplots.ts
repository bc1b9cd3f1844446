import { isPlainObject, type Spelled } from "../../array/options";
import type { Axes, Figure } from "../bound/classes";
import { readSpread, spreadAxes, spreadOptions } from "../layout/spreadAxes";
import {
  readBox,
  readSubplot,
  readProjection,
  type ProjectionOptions,
  type SubplotArguments,
} from "../layout/subplotArguments";
import { splitOptions } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given } from "../options/readers";
import { onCurrentFigure } from "../state/current";
import { figureOptions, figureOptionsAmong, newFigure } from "../state/newFigure";

const gridOptions = {
  ...spreadOptions,
  /** Number of rows, where it is not given before. Default: 1. */
  nrows: option(given<number>(), { default: 1 }),
  /** Number of columns, where it is not given before. Default: 1. */
  ncols: option(given<number>(), { default: 1 }),
  /** Whether a grid of one row or column is a list, and a grid of one the axes. Default: true. */
  squeeze: option(flag, { default: true }),
};

const subplotsOptions = { ...figureOptions, ...gridOptions };

/** Options of {@link subplots}. */
export type SubplotsOptions = OptionsOf<typeof subplotsOptions>;

/** The axes of a grid: one, a list, or a list of rows. */
export type AxesGrid<Rows extends number, Columns extends number> = Rows extends 1
  ? Columns extends 1
    ? Axes
    : Axes[]
  : Columns extends 1
    ? Axes[]
    : Axes[][];

/** What {@link subplots} takes: rows, columns, and options. */
export type SubplotsArguments =
  | readonly [options?: Spelled<SubplotsOptions>]
  | readonly [rows: number, options?: Spelled<SubplotsOptions>]
  | readonly [rows: number, columns: number, options?: Spelled<SubplotsOptions>];

/** A number among options; 1 where it is not given. */
type CountIn<Options, Name extends string> = Options extends {
  readonly [K in Name]: infer Count extends number;
}
  ? Count
  : 1;

/** The axes that follow from the arguments of {@link subplots}. */
export type AxesOf<Args extends SubplotsArguments> = Args extends readonly [
  infer Rows extends number,
  infer Columns extends number,
  ...infer Rest,
]
  ? Rest extends readonly [{ squeeze: false }]
    ? Axes[][]
    : AxesGrid<Rows, Columns>
  : Args extends readonly [infer Rows extends number, infer Options]
    ? AxesGrid<Rows, CountIn<Options, "ncols">>
    : Args extends readonly [infer Rows extends number]
      ? AxesGrid<Rows, 1>
      : Args extends readonly [infer Options]
        ? AxesGrid<CountIn<Options, "nrows">, CountIn<Options, "ncols">>
        : Axes;

/**
 * Opens a figure with a grid of axes.
 *
 * @param args - Rows and columns (default: 1), then options: those of {@link figure}, `sharex`, `sharey`,
 *   `widthRatios` and so on.
 * @returns The figure; and the axes, if there is but one, or a list, or a list of rows.
 * @throws TypeError for an unknown option, or an invalid number.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplots.html
 * @example
 * const [fig, [left, right]] = plt.subplots(1, 2, { figsize: [8, 3] });
 * left.plot([1, 2, 3]);
 * right.plot([3, 2, 1]);
 */
export function subplots<const Args extends SubplotsArguments>(
  ...args: Args
): [figure: Figure, axes: AxesOf<Args>] {
  const { placed, options } = splitOptions(args);
  const { nrows, ncols, squeeze, ...read } = readTable("subplots", options, subplotsOptions);
  const grid = readSpread("subplots", placed[0] ?? nrows, placed[1] ?? ncols, read);
  const figure = newFigure("subplots", figureOptionsAmong(options));
  const axes = spreadAxes("subplots", figure, grid);
  const squeezed = !squeeze
    ? axes
    : axes.length === 1
      ? axes[0].length === 1
        ? axes[0][0]
        : axes[0]
      : axes[0].length === 1
        ? axes.map(([first]) => first)
        : axes;
  return [figure, squeezed as AxesOf<Args>];
}

/**
 * Makes the axes at a place of a grid the current ones; they are added if there are none yet.
 *
 * @param args - Rows, columns and the place, counted from 1 along the rows; or one number such as 121; then options.
 * @returns The axes.
 * @throws RangeError for a place that the grid does not have.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplot.html
 * @example
 * plt.subplot(1, 2, 1);
 * plt.plot([1, 2]);
 * plt.subplot(122);
 * plt.plot([2, 1]);
 */
export function subplot(...args: SubplotArguments): Axes {
  const read = readSubplot("subplot", args);
  return onCurrentFigure((figure) => figure.selectSubplot(read.cells, read.traits));
}

/**
 * Adds axes at a place of the current figure, or new ones in the usual place.
 *
 * @param args - Left, bottom, width and height, as shares of the figure, if wanted; then `projection`.
 * @returns The axes.
 * @throws TypeError for an invalid box or projection.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.axes.html
 * @example
 * plt.axes([0.2, 0.2, 0.6, 0.6]);
 */
export function axes(
  ...args:
    | [options?: ProjectionOptions]
    | [box: readonly [number, number, number, number], options?: ProjectionOptions]
): Axes {
  const [box, options = {}] = isPlainObject(args[0]) ? [undefined, args[0] as ProjectionOptions] : args;
  const polar = readProjection("axes", options.projection, options.polar);
  if (box === undefined) {
    return onCurrentFigure((figure) => figure.addSubplot(1, 1, 1, polar ? { projection: "polar" } : {}));
  }
  const place = readBox("axes", box);
  return onCurrentFigure((figure) => figure.makeAxes({ box: place }, { polar }));
}
