import { describe, type Spelled } from "../../array/options";
import type { Axes, Figure } from "../bound/classes";
import { readCells, type GridOptions } from "../layout/gridArguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { given } from "../options/readers";
import { figureOptions, figureOptionsAmong, newFigure } from "../state/newFigure";

const ownOptions = {
  /** Relative widths of the columns. Default: equal. */
  widthRatios: option(given<readonly number[]>()),
  /** Relative heights of the rows. Default: equal. */
  heightRatios: option(given<readonly number[]>()),
  /** `wspace`, `hspace`, `left`, `right`, `bottom`, `top`. */
  gridspecKw: option(given<Spelled<GridOptions>>(), { default: {} }),
  /** What stands for no axes. Default: ".". */
  emptySentinel: option(given<string>(), { default: "." }),
};

const mosaicOptions = { ...figureOptions, ...ownOptions };

/** Options of {@link subplotMosaic}. */
export type MosaicOptions = OptionsOf<typeof mosaicOptions>;

/** The rows of a mosaic: of a text its lines, or what semicolons divide. */
function readMosaic(mosaic: unknown): string[][] {
  const rows =
    typeof mosaic === "string"
      ? mosaic
          .trim()
          .split(/[\n;]/)
          .map((line) => [...line.trim()])
      : Array.isArray(mosaic) && mosaic.every(Array.isArray)
        ? (mosaic as unknown[][]).map((row) => row.map(String))
        : [];
  const even = rows.length > 0 && rows[0].length > 0 && rows.every(({ length }) => length === rows[0].length);
  if (even) return rows;
  throw new TypeError(
    `subplotMosaic: expected rows of equal length, as "AB;CC" or [["A", "B"], ["C", "C"]], got ${describe(mosaic)}`,
  );
}

/**
 * Opens a figure with axes laid out as letters or names are.
 *
 * @param mosaic - Rows of names: a text with a line or a part between semicolons for each and a letter for each column,
 *   or lists. Axes take all cells that have their name; "." stands for none.
 * @param options - Those of {@link figure}, `widthRatios`, `heightRatios`, `gridspecKw`.
 * @returns The figure, and the axes by their names.
 * @throws TypeError for rows of unequal length; RangeError for a name whose cells are no rectangle.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.subplot_mosaic.html
 * @example
 * const [fig, axs] = plt.subplotMosaic("AB;CC");
 * axs.C.plot([1, 2, 3]);
 */
export function subplotMosaic(
  mosaic: string | readonly (readonly string[])[],
  options?: Spelled<MosaicOptions>,
): [figure: Figure, axes: Record<string, Axes>] {
  const rows = readMosaic(mosaic);
  const { widthRatios, heightRatios, gridspecKw, emptySentinel } = readTable(
    "subplotMosaic",
    options,
    mosaicOptions,
  );
  const names = [...new Set(rows.flat())].filter((name) => name !== emptySentinel);
  const grid = readCells("subplotMosaic", rows.length, rows[0].length, {
    widthRatios,
    heightRatios,
    ...gridspecKw,
  });
  const places = names.map((name) => {
    const cells = rows.flatMap((row, i) => row.flatMap((own, j) => (own === name ? [[i, j]] : [])));
    const [is, js] = [cells.map(([i]) => i), cells.map(([, j]) => j)];
    const [top, bottom] = [Math.min(...is), Math.max(...is)];
    const [left, right] = [Math.min(...js), Math.max(...js)];
    if (cells.length !== (bottom - top + 1) * (right - left + 1)) {
      throw new RangeError(`subplotMosaic: expected the cells of ${describe(name)} to be a rectangle`);
    }
    return { ...grid, top, bottom, left, right };
  });
  const figure = newFigure("subplotMosaic", figureOptionsAmong(options));
  figure.adjust({ ...figure.params, ...grid.params });
  const axes = places.map((cells, k): [string, Axes] => [names[k], figure.makeAxes({ cells })]);
  return [figure, Object.fromEntries(axes)];
}
