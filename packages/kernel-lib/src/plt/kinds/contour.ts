import type { ArrayLike } from "../../array/asarray";
import { type Spelled } from "../../array/options";
import { ContourSet, type ContourStyle } from "../artists/contours";
import { fromPaints } from "../color/colormap";
import { ColorMapping, mappingOptions, readMapping } from "../color/mapping";
import type { Field } from "../contour";
import { readNumbers } from "../data";
import { readCoordinates, readMatrix, type Coordinates, type FieldArguments, type Matrix } from "../field";
import { linestyle } from "../lines";
import { rangeOf } from "../model/artist";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { colors } from "../options/looks";
import { option, readTable, type OptionsOf, type ReadOf } from "../options/option";
import { choice, given, notNegative, number, share } from "../options/readers";
import { maxNTicks } from "../ticks/maxN";

const contourOptions = {
  ...mappingOptions,
  /** How many levels at most, or the levels, rising. Default: about 8 at round values. */
  levels: option(given<number | ArrayLike>()),
  /** One colour, or colours for the levels or bands in turn, in place of a colormap. */
  colors: option(colors, { aliases: ["color"] }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Width of the lines in points. Default: 1.5. */
  linewidths: option(notNegative, { rc: "lines.linewidth", aliases: ["linewidth", "lw"] }),
  /** "-", "--", "-." or ":". Default: solid; dashed for negative levels where all have one colour. */
  linestyles: option(linestyle, { aliases: ["linestyle", "ls"] }),
  /** Whether values below the first or above the last level have bands, too. Default: "neither". */
  extend: option(choice("neither", "min", "max", "both"), { default: "neither" }),
  zorder: option(number()),
};

/** Options of {@link contour} and {@link contourf}. */
export type ContourOptions = OptionsOf<typeof contourOptions>;

/** What {@link contour} takes: values, or coordinates and values; levels, if wanted; options. */
export type ContourArguments = FieldArguments<Spelled<ContourOptions>>;

/** One coordinate of every point of a matrix. */
function spread(
  functionName: string,
  name: "x" | "y",
  given: Coordinates | undefined,
  { rows, columns }: Matrix,
) {
  const count = name === "x" ? columns : rows;
  if (given && "grid" in given) {
    if (given.grid.rows === rows && given.grid.columns === columns) return given.grid.values;
    throw new RangeError(
      `${functionName}: expected ${name} of shape (${rows}, ${columns}) like the values, got (${given.grid.rows}, ${given.grid.columns})`,
    );
  }
  if (given && given.along.length !== count) {
    throw new RangeError(
      `${functionName}: expected ${count} values of ${name}, one a ${name === "x" ? "column" : "row"}, got ${given.along.length}`,
    );
  }
  return Float64Array.from({ length: rows * columns }, (_, at) => {
    const k = name === "x" ? at % columns : Math.floor(at / columns);
    return given ? given.along[k] : k;
  });
}

/** The steps between levels, as multiples of a power of ten. */
const levelSteps = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Levels as asked for, or at most so many at round values: those within the values, and one to either side. */
function readLevels(functionName: string, levels: unknown, { values }: Matrix, filled: boolean): number[] {
  if (levels !== undefined && typeof levels !== "number") {
    const list = [...readNumbers(functionName, "levels", levels)];
    const rising = list.every((level, k) => Number.isFinite(level) && (k === 0 || level > list[k - 1]));
    if (!rising || list.length < (filled ? 2 : 1)) {
      throw new TypeError(
        `${functionName}: expected levels to be a number or ${filled ? "two or more " : ""}rising numbers, got [${list.join(", ")}]`,
      );
    }
    return list;
  }
  const count = levels ?? 7;
  if (!Number.isInteger(count) || count < 1 || count > 1000) {
    throw new RangeError(
      `${functionName}: expected levels to be a whole number from 1 to 1000, got ${String(levels)}`,
    );
  }
  const { low, high } = rangeOf(values);
  const ticks = maxNTicks([low, high], { bins: count + 1, minimum: 1, steps: levelSteps });
  const below = ticks.filter((tick) => tick < low).length;
  const above = ticks.filter((tick) => tick > high).length;
  const trimmed = ticks.slice(Math.max(0, below - 1), ticks.length - Math.max(0, above - 1));
  return trimmed.length < 3 ? ticks : trimmed;
}

/** Whether values are true or false, throughout. */
const isTruth = (values: unknown): boolean =>
  Array.isArray(values)
    ? values.every((value) => typeof value === "boolean" || (typeof value === "object" && isTruth(value)))
    : (values as { dtype?: unknown } | null)?.dtype === "bool";

function draw(axes: AxesBase, functionName: "contour" | "contourf", args: readonly unknown[]): ContourSet {
  const { placed, options } = splitOptions(args);
  const read = readTable(functionName, options, contourOptions);
  const given = placed.filter((arg) => arg !== undefined);
  if (given.length < 1 || given.length > 4) {
    throw new TypeError(
      `${functionName}: expected values, or x, y and values, and levels, got ${given.length} arguments`,
    );
  }
  const filled = functionName === "contourf";
  const hasCoordinates = given.length > 2;
  const matrix = readMatrix(functionName, "the values", given[hasCoordinates ? 2 : 0]);
  const { rows, columns, values } = matrix;
  if (rows < 2 || columns < 2) {
    throw new RangeError(`${functionName}: expected at least 2 rows and columns, got (${rows}, ${columns})`);
  }
  if (!values.some(Number.isFinite)) throw new RangeError(`${functionName}: expected a value that is finite`);
  const coordinate = (name: "x" | "y") =>
    spread(
      functionName,
      name,
      hasCoordinates ? readCoordinates(functionName, name, given[name === "x" ? 0 : 1]) : undefined,
      matrix,
    );
  const field: Field = { rows, columns, x: coordinate("x"), y: coordinate("y"), z: values };
  const wanted = read.levels ?? given[hasCoordinates ? 3 : 1];
  const usual = isTruth(given[hasCoordinates ? 2 : 0]) ? (filled ? [0, 0.5, 1] : [0.5]) : undefined;
  const levels = readLevels(functionName, wanted ?? usual, matrix, filled);
  const set = new ContourSet(
    field,
    levels,
    filled,
    [],
    mappingOf(functionName, read, levels, filled),
    read.extend,
    read.zorder,
  );
  (set.styles as ContourStyle[]).push(...stylesOf(read, set));
  axes.add([set]);
  axes.mappable = set;
  return set;
}

/** Colours by value from the first to the last level; or, for colours that are given, by place. */
function mappingOf(
  functionName: string,
  read: ReadOf<typeof contourOptions>,
  levels: readonly number[],
  filled: boolean,
) {
  const { colors: list } = read;
  if (list === undefined) return readMapping(functionName, read, levels);
  if (read.cmap !== undefined)
    throw new TypeError(`${functionName}: expected either colors or cmap, got both`);
  const count = Math.max(1, levels.length - (filled ? 1 : 0));
  const paints = Array.from({ length: count }, (_, k) => list[k % list.length]);
  return new ColorMapping(fromPaints(paints), levels[0], levels[levels.length - 1]);
}

function stylesOf(read: ReadOf<typeof contourOptions>, set: ContourSet): ContourStyle[] {
  const { levels, filled, mapping } = set;
  const { colors: list, linewidths: linewidth } = read;
  const places = filled ? set.bands().map(([low, high]) => (low + high) / 2) : levels;
  return places.map((place, k) => {
    const dashed = list?.length === 1 && !filled && place < 0;
    const color = list ? list[k % list.length] : { color: mapping.color(place) as string, alpha: 1 };
    return {
      paint: read.alpha === undefined ? color : { ...color, alpha: read.alpha },
      linewidth,
      linestyle: read.linestyles ?? (dashed ? "--" : "-"),
    };
  });
}

/**
 * Draws the lines on which a field has certain levels.
 *
 * @param args - `z` of shape (rows, columns), or `x, y, z` with the coordinates of columns and rows or those of
 *   {@link np.meshgrid}; then, if wanted, levels or how many; then options.
 * @returns The lines, which {@link colorbar} takes.
 * @throws RangeError for coordinates that do not fit z; TypeError for what are no numbers, levels or options.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.contour.html
 * @example
 * const x = [-2, -1, 0, 1, 2];
 * plt.contour(x, x, x.map((b) => x.map((a) => a * a + b * b)), { levels: [1, 2, 4] });
 */
export function contour(axes: AxesBase, ...args: ContourArguments): ContourSet {
  return draw(axes, "contour", args);
}

/**
 * Fills the bands between certain levels of a field.
 *
 * @param args - As for {@link contour}.
 * @returns The bands, which {@link colorbar} takes.
 * @throws RangeError for coordinates that do not fit z; TypeError for what are no numbers, levels or options.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.contourf.html
 * @example
 * const x = [-2, -1, 0, 1, 2];
 * plt.contourf(x, x, x.map((b) => x.map((a) => a * a + b * b)), 10, { cmap: "plasma" });
 * plt.colorbar();
 */
export function contourf(axes: AxesBase, ...args: ContourArguments): ContourSet {
  return draw(axes, "contourf", args);
}
