import type { Spelled } from "../../array/options";
import { Line2D } from "../artists/line";
import type { Data } from "../data";
import { drawLines } from "../lines";
import type { LineOptions } from "../options/line";
import type { AxesBase } from "../model/axes";
import { splitOptions } from "../options/arguments";
import { readTriangulation, sidesOf } from "../triangulation";

/** Options of {@link triplot}: how lines look, and which triangles there are. */
export type TriplotOptions = LineOptions & {
  /** The numbers of the corners of each triangle. Default: Delaunay's triangles. */
  triangles?: Data;
};

/** What {@link triplot} takes after the points: a format, if wanted, and options. */
export type TriplotArguments =
  [format: string, options?: Spelled<TriplotOptions>] | [options?: Spelled<TriplotOptions>];

/**
 * Draws the sides of triangles between points.
 *
 * @param x - The x values of the points.
 * @param y - As many y values.
 * @param args - A format as for {@link plot}, if wanted; then options, `triangles` among them.
 * @returns The sides, and the markers on the points if the format has one.
 * @throws RangeError if lengths differ, or if no triangles lie between the points; TypeError for an invalid option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.triplot.html
 * @example
 * plt.triplot([0, 1, 0, 1, 0.5], [0, 0, 1, 1, 0.4], "go-", { lw: 1 });
 */
export function triplot(axes: AxesBase, x: Data, y: Data, ...args: TriplotArguments): Line2D[] {
  const { placed, options } = splitOptions(args);
  const { triangles, ...looks } = (options ?? {}) as TriplotOptions;
  const mesh = readTriangulation("triplot", x, y, triangles);
  const along = (values: Float64Array) =>
    sidesOf(mesh).flatMap(([from, to]) => [values[from], values[to], NaN]);
  const lines = [along(mesh.x), along(mesh.y), ...placed, { zorder: 1, ...looks }];
  const [sides] = drawLines(axes, "triplot", lines as Parameters<typeof drawLines>[2]);
  if (sides.style.marker === null) return [sides];
  const points = new Line2D(mesh.x, mesh.y, { ...sides.style, linestyle: "None" }, "");
  points.zorder = looks.zorder === undefined ? points.zorder : sides.zorder;
  sides.style.marker = null;
  axes.add([points]);
  return [sides, points];
}
