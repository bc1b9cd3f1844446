import { rcParams } from "../rcParams";

/** A rectangle in a figure, as shares of it from the left and the bottom. */
export interface Box {
  left: number;
  bottom: number;
  width: number;
  height: number;
}

/** The room around and between subplots: edges as shares of the figure, gaps as shares of a mean subplot. */
export interface SubplotParams {
  left: number;
  right: number;
  bottom: number;
  top: number;
  wspace: number;
  hspace: number;
}

/** Cells of a grid of subplots: rows and columns from a first to a last one. */
export interface Cells {
  rows: number;
  columns: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
  /** Relative widths of the columns. Default: equal. */
  widthRatios?: readonly number[];
  /** Relative heights of the rows. Default: equal. */
  heightRatios?: readonly number[];
  /** The room around and between the cells, where it is not the figure's. */
  params?: Partial<SubplotParams>;
  /** Cells that the grid fills. Default: the figure. */
  outer?: Cells;
}

export const defaultSubplotParams = (): SubplotParams => ({
  left: rcParams["figure.subplot.left"],
  right: rcParams["figure.subplot.right"],
  bottom: rcParams["figure.subplot.bottom"],
  top: rcParams["figure.subplot.top"],
  wspace: rcParams["figure.subplot.wspace"],
  hspace: rcParams["figure.subplot.hspace"],
});

/** Starts and sizes of the parts of a length, with gaps of a share of their mean. */
function divide(length: number, count: number, gapShare: number, ratios: readonly number[] | undefined) {
  const mean = length / (count + gapShare * (count - 1));
  const weights = ratios ?? Array.from({ length: count }, () => 1);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const sizes = weights.map((weight) => (weight / total) * mean * count);
  const starts: number[] = [];
  let at = 0;
  for (const size of sizes) {
    starts.push(at);
    at += size + gapShare * mean;
  }
  return { sizes, starts };
}

/**
 * Where cells of a grid lie in the figure.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.gridspec.GridSpec.html
 */
export function cellsBox(cells: Cells, common: SubplotParams): Box {
  const outer = cells.outer && cellsBox(cells.outer, common);
  const edges = outer && {
    left: outer.left,
    right: outer.left + outer.width,
    bottom: outer.bottom,
    top: outer.bottom + outer.height,
  };
  const params = { ...common, ...edges, ...cells.params };
  const width = params.right - params.left;
  const height = params.top - params.bottom;
  const across = divide(width, cells.columns, params.wspace, cells.widthRatios);
  const down = divide(height, cells.rows, params.hspace, cells.heightRatios);
  const left = params.left + across.starts[cells.left];
  const right = params.left + across.starts[cells.right] + across.sizes[cells.right];
  const top = params.top - down.starts[cells.top];
  const bottom = params.top - down.starts[cells.bottom] - down.sizes[cells.bottom];
  return { left, bottom, width: right - left, height: top - bottom };
}

/** Tells whether two places in grids are the same. */
export const sameCells = (a: Cells | undefined, b: Cells): boolean =>
  a !== undefined &&
  (["rows", "columns", "top", "bottom", "left", "right"] as const).every((name) => a[name] === b[name]) &&
  JSON.stringify([a.params ?? {}, a.outer]) === JSON.stringify([b.params ?? {}, b.outer]);

/** The cells of the figure's grid that cells lie in. */
export const outermost = (cells: Cells): Cells => (cells.outer ? outermost(cells.outer) : cells);
