import type { Spelled } from "../../array/options";
import { readCells } from "../layout/gridArguments";
import { cellsBox } from "../model/cells";
import type { Panel } from "../model/panel";
import { splitOptions } from "../options/arguments";
import { color } from "../options/looks";
import { option, readTable, type OptionsOf } from "../options/option";
import { given, number } from "../options/readers";

const subfigureOptions = {
  /** Background of all parts. Default: none, so that the figure's shines through. */
  facecolor: option(color),
  /** Relative widths of the columns. Default: equal. */
  widthRatios: option(given<readonly number[]>()),
  /** Relative heights of the rows. Default: equal. */
  heightRatios: option(given<readonly number[]>()),
  /** Room between columns, as a share of a mean part's width. Default: 0. */
  wspace: option(number(0), { default: 0 }),
  /** Room between rows, as a share of a mean part's height. Default: 0. */
  hspace: option(number(0), { default: 0 }),
};

/** Options of {@link subfigures}. */
export type SubfigureOptions = OptionsOf<typeof subfigureOptions>;

/** What {@link subfigures} takes: rows, columns, and options. */
export type SubfigureArguments = [
  rows?: number | Spelled<SubfigureOptions>,
  columns?: number | Spelled<SubfigureOptions>,
  options?: Spelled<SubfigureOptions>,
];

/**
 * Divides a figure into parts, each with axes, a title, labels, a legend and a background of its own. Parts may be
 * divided again.
 *
 * @param args - Rows and columns (default: 1), then options: `widthRatios`, `heightRatios`, `wspace`, `hspace`,
 *   `facecolor`.
 * @returns The parts by rows.
 * @throws TypeError for an unknown option, or a number that does not fit; RangeError for another number of ratios.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.figure.Figure.subfigures.html
 * @example
 * const [[left, right]] = plt.figure().subfigures(1, 2);
 * left.subplots(2, 1)[0][0].plot([1, 2, 3]);
 * left.suptitle("Two rows");
 * right.subplots()[0][0].scatter([1, 2], [2, 1]);
 */
export function subfigures(figure: Panel, ...args: SubfigureArguments): Panel[][] {
  const { placed, options } = splitOptions(args);
  const read = readTable("subfigures", options, subfigureOptions);
  const { widthRatios, heightRatios, wspace, hspace } = read;
  const grid = readCells("subfigures", placed[0] ?? 1, placed[1] ?? 1, { widthRatios, heightRatios });
  const whole = { left: 0, right: 1, bottom: 0, top: 1, wspace, hspace };
  return Array.from({ length: grid.rows }, (_, row) =>
    Array.from({ length: grid.columns }, (_, column) => {
      const cells = { ...grid, params: whole, top: row, bottom: row, left: column, right: column };
      return figure.makePart(cellsBox(cells, whole), read.facecolor);
    }),
  );
}
