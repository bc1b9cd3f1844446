import type { Spelled } from "../../array/options";
import type { ContourSet } from "../artists/contours";
import { contourOptions, drawContours } from "../contouring";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { option, readTable, type OptionsOf } from "../options/option";
import { given } from "../options/readers";
import { fieldOf, readTriangulation } from "../triangulation";

const tricontourOptions = {
  ...contourOptions,
  /** The numbers of the corners of each triangle. Default: Delaunay's triangles. */
  triangles: option(given<Data>()),
};

/** Options of {@link tricontour} and {@link tricontourf}. */
export type TricontourOptions = OptionsOf<typeof tricontourOptions>;

/** What {@link tricontour} takes after points and values: levels, or how many, if wanted; then options. */
export type TricontourArguments =
  | [levels: number | readonly number[], options?: Spelled<TricontourOptions>]
  | [options?: Spelled<TricontourOptions>];

function draw(
  axes: AxesBase,
  functionName: "tricontour" | "tricontourf",
  [x, y, values]: readonly Data[],
  args: readonly unknown[],
): ContourSet {
  const { placed, options } = splitOptions(args);
  const read = readTable(functionName, options, tricontourOptions);
  const mesh = readTriangulation(functionName, x, y, read.triangles);
  const z = readNumbers(functionName, "z", values);
  if (z.length !== mesh.x.length || !z.every(Number.isFinite)) {
    throw new RangeError(
      `${functionName}: expected ${mesh.x.length} finite values, one a point, got ${z.length}`,
    );
  }
  const field = { ...fieldOf(mesh, z), z };
  const filled = functionName === "tricontourf";
  return drawContours(axes, functionName, field, { read, levels: read.levels ?? placed[0], filled });
}

/**
 * Draws the lines on which values at scattered points have certain levels; between the points they are linear.
 *
 * @param x - The x values of the points.
 * @param y - As many y values.
 * @param z - As many values.
 * @param args - Levels, or how many, if wanted; then options as for {@link contour}, and `triangles`.
 * @returns The lines, which {@link colorbar} takes.
 * @throws RangeError if lengths differ, or if no triangles lie between the points; TypeError for an invalid option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tricontour.html
 * @example
 * plt.tricontour([0, 1, 0, 1, 0.5], [0, 0, 1, 1, 0.4], [0, 1, 1, 2, 3], [0.5, 1.5, 2.5]);
 */
export function tricontour(
  axes: AxesBase,
  x: Data,
  y: Data,
  z: Data,
  ...args: TricontourArguments
): ContourSet {
  return draw(axes, "tricontour", [x, y, z], args);
}

/**
 * Fills the bands between certain levels of values at scattered points; between the points they are linear.
 *
 * @param x - The x values of the points.
 * @param y - As many y values.
 * @param z - As many values.
 * @param args - Levels, or how many, if wanted; then options as for {@link contourf}, and `triangles`.
 * @returns The bands, which {@link colorbar} takes.
 * @throws RangeError if lengths differ, or if no triangles lie between the points; TypeError for an invalid option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tricontourf.html
 * @example
 * plt.tricontourf([0, 1, 0, 1, 0.5], [0, 0, 1, 1, 0.4], [0, 1, 1, 2, 3], { cmap: "plasma" });
 * plt.colorbar();
 */
export function tricontourf(
  axes: AxesBase,
  x: Data,
  y: Data,
  z: Data,
  ...args: TricontourArguments
): ContourSet {
  return draw(axes, "tricontourf", [x, y, z], args);
}
