import { describe, type Spelled } from "../../array/options";
import { Streamlines, type Streamline } from "../artists/streamlines";
import { paint, type Color } from "../color/color";
import { mappingOptions, readMapping } from "../color/mapping";
import type { Data } from "../data";
import { readMatrix, readStraight, type Matrix } from "../field";
import type { AxesBase } from "../model/axes";
import { faded } from "../options/looks";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, flag, given, notNegative, number, share } from "../options/readers";
import { needStraightAxes } from "../projections";
import { rcParams } from "../rcParams";
import { between, streamlines, type Flow, type GridPoint } from "../streamlines";

/** Reads one positive number for both directions, or one for each. */
const density: Reader<number | readonly [number, number], readonly [number, number]> = (
  functionName,
  name,
  value,
) => {
  const pair = Array.isArray(value) ? (value as unknown[]) : [value, value];
  if (pair.length === 2 && pair.every((each) => typeof each === "number" && each >= 0.1 && each <= 30)) {
    return pair as [number, number];
  }
  throw new TypeError(
    `${functionName}: expected ${name} to be a number from 0.1 to 30, or a pair of them, got ${describe(value)}`,
  );
};

const streamplotOptions = {
  ...mappingOptions,
  /** How close lines are: one number, or one across and one up. Default: 1. */
  density: option(density, { default: 1 }),
  /** Width in points, or a matrix of widths. Default: 1.5. */
  linewidth: option(given<number | ArrayLike<ArrayLike<number>> | Data>(), {
    rc: "lines.linewidth",
    aliases: ["lw"],
  }),
  /** A colour, or a matrix of values that the colormap turns into colours. Default: the next in the cycle. Short: `c`. */
  color: option(given<Color | Data>(), { aliases: ["c"] }),
  /** Size of the arrows. Default: 1. */
  arrowsize: option(notNegative, { default: 1 }),
  /** Heads of the arrows: filled, two strokes, or none. Default: "-|>". */
  arrowstyle: option(choice("-|>", "->", "-"), { default: "-|>" }),
  /** How many arrows a line has. Default: 1. */
  numArrows: option(number(0, 1000), { default: 1 }),
  /** Shorter lines are left out; a share of the axes. Default: 0.1. */
  minlength: option(notNegative, { default: 0.1 }),
  /** Longer lines end; a share of the axes. Default: 4. */
  maxlength: option(notNegative, { default: 4 }),
  /** Places `[x, y]` that lines go through. Default: as many as there is room for. */
  startPoints: option(given<readonly (readonly [number, number])[]>()),
  /** Whether lines go on from their places to both sides, or only with or against the flow. Default: "both". */
  integrationDirection: option(choice("both", "forward", "backward"), { default: "both" }),
  /** Whether lines end where they come close to another. Default: true. */
  brokenStreamlines: option(flag, { default: true }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number(), { default: 2 }),
};

/** Options of {@link streamplot}. */
export type StreamplotOptions = OptionsOf<typeof streamplotOptions>;

/** Coordinates of the columns or rows of a grid, which rise by even steps. */
function readEven(name: "x" | "y", value: unknown): Float64Array {
  const values = readStraight("streamplot", name, value);
  const step = (values[values.length - 1] - values[0]) / (values.length - 1);
  const even = values.every(
    (each, k) => Math.abs(each - values[0] - k * step) <= 1e-5 * Math.abs(step) + 1e-8,
  );
  if (values.length > 1 && step > 0 && even) return values;
  throw new RangeError(`streamplot: expected ${name} to rise by even steps`);
}

/** Reads a matrix of the grid's shape. */
function readOnGrid(name: string, value: unknown, columns: number, rows: number): Matrix {
  const matrix = readMatrix("streamplot", name, value);
  if (matrix.columns === columns && matrix.rows === rows) return matrix;
  throw new RangeError(
    `streamplot: expected ${name} of shape (${rows}, ${columns}), got (${matrix.rows}, ${matrix.columns})`,
  );
}

/** Places on the grid that lines are to go through. */
function readStarts(starts: unknown, x: Float64Array, y: Float64Array): GridPoint[] {
  if (!Array.isArray(starts)) {
    throw new TypeError(`streamplot: expected startPoints to be a list of pairs, got ${describe(starts)}`);
  }
  return starts.map((point: unknown): GridPoint => {
    const [px, py] = Array.isArray(point) ? (point as number[]) : [];
    const inside = px >= x[0] && px <= x[x.length - 1] && py >= y[0] && py <= y[y.length - 1];
    if (!inside) {
      throw new RangeError(`streamplot: expected startPoints within the grid, got ${describe(point)}`);
    }
    const on = (at: number, along: Float64Array) =>
      Math.min((at - along[0]) / (along[1] - along[0]), along.length - 1);
    return [on(px, x), on(py, y)];
  });
}

/** Whether an option is a matrix, in place of one value for all. */
const isMatrix = (value: unknown): boolean =>
  typeof value === "object" &&
  value !== null &&
  (Array.isArray(value) ? typeof value[0] === "object" : (value as { ndim?: number }).ndim === 2);

/**
 * Draws the lines along which a flow runs.
 *
 * @param x - Places of the columns of a grid, rising by even steps, or as {@link np.meshgrid} gives them.
 * @param y - Places of its rows.
 * @param u - How fast it flows along x: shape (rows, columns).
 * @param v - How fast it flows along y.
 * @param options - `density`, `color`, `linewidth`, `cmap`, `startPoints` and so on.
 * @returns The lines, which {@link colorbar} can explain if they are coloured by value.
 * @throws RangeError for a grid that is not even, or a matrix of another shape; TypeError for an invalid option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.streamplot.html
 * @example
 * const at = [-2, -1, 0, 1, 2];
 * plt.streamplot(at, at, at.map((y) => at.map(() => -y)), at.map(() => at), { density: 0.5 });
 */
export function streamplot(
  axes: AxesBase,
  x: Data,
  y: Data,
  u: Data,
  v: Data,
  options?: Spelled<StreamplotOptions>,
): Streamlines {
  needStraightAxes("streamplot", axes);
  const [xs, ys] = [readEven("x", x), readEven("y", y)];
  const [columns, rows] = [xs.length, ys.length];
  const [us, vs] = [readOnGrid("u", u, columns, rows), readOnGrid("v", v, columns, rows)];
  const read = readTable("streamplot", options, streamplotOptions);
  const values = isMatrix(read.color) ? readOnGrid("color", read.color, columns, rows).values : undefined;
  const widths = isMatrix(read.linewidth)
    ? readOnGrid("linewidth", read.linewidth, columns, rows).values
    : undefined;
  const linewidth = widths ? 0 : notNegative("streamplot", "linewidth", read.linewidth);
  const color = values || read.color === undefined ? undefined : paint("streamplot", read.color as Color);
  const starts = read.startPoints === undefined ? undefined : readStarts(read.startPoints, xs, ys);
  const mapping = values && readMapping("streamplot", read, values);
  const flow: Flow = { columns, rows, u: us.values, v: vs.values, step: [xs[1] - xs[0], ys[1] - ys[0]] };
  const following = { ...read, direction: read.integrationDirection, broken: read.brokenStreamlines };
  const along = (points: readonly GridPoint[], field: Float64Array | undefined) =>
    field && Float64Array.from(points.slice(0, -1), (point) => between(flow, field, point));
  const lines = streamlines(flow, following, starts).map((points): Streamline => ({
    x: Float64Array.from(points, ([at]) => xs[0] + at * flow.step[0]),
    y: Float64Array.from(points, ([, at]) => ys[0] + at * flow.step[1]),
    values: along(points, values),
    widths: along(points, widths),
  }));
  const style = {
    color: faded(color ?? (values ? paint("streamplot", "k") : axes.nextColor("lines")), read.alpha),
    linewidth: widths ? rcParams["lines.linewidth"] : linewidth,
    head: read.arrowstyle,
    size: [4 * read.arrowsize, 2 * read.arrowsize] as const,
    arrows: Math.trunc(read.numArrows),
  };
  const ends = (list: Float64Array) => [list[0], list[list.length - 1]] as const;
  const drawn = new Streamlines(lines, { x: ends(xs), y: ends(ys) }, style, mapping);
  drawn.zorder = read.zorder;
  axes.add([drawn]);
  if (mapping) axes.mappable = drawn as Streamlines & { mapping: typeof mapping };
  return drawn;
}
