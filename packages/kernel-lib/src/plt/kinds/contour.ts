import type { Spelled } from "../../array/options";
import type { ContourSet } from "../artists/contours";
import { gridField } from "../contour";
import { contourOptions, drawContours, type ContourOptions } from "../contouring";
import { readCoordinates, readMatrix, type Coordinates, type FieldArguments, type Matrix } from "../field";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { readTable } from "../options/option";

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
  const coordinate = (name: "x" | "y") =>
    spread(
      functionName,
      name,
      hasCoordinates ? readCoordinates(functionName, name, given[name === "x" ? 0 : 1]) : undefined,
      matrix,
    );
  const points = { x: coordinate("x"), y: coordinate("y"), z: values };
  const wanted = read.levels ?? given[hasCoordinates ? 3 : 1];
  const usual = isTruth(given[hasCoordinates ? 2 : 0]) ? (filled ? [0, 0.5, 1] : [0.5]) : undefined;
  const field = { ...gridField([rows, columns], points), z: values };
  return drawContours(axes, functionName, field, { read, levels: wanted ?? usual, filled });
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
