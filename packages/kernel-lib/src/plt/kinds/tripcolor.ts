import type { Spelled } from "../../array/options";
import { TriangleMesh } from "../artists/triangleMesh";
import { mappingOptions, readMapping } from "../color/mapping";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, given, number, share } from "../options/readers";
import { readTriangulation } from "../triangulation";

const tripcolorOptions = {
  ...mappingOptions,
  /** The numbers of the corners of each triangle. Default: Delaunay's triangles. */
  triangles: option(given<Data>()),
  /** How triangles are coloured: "flat", each by the mean of its corners. */
  shading: option(choice("flat"), { default: "flat" }),
  /** Opacity from 0 to 1. */
  alpha: option(share),
  /** Those with a higher one are drawn over those with a lower one. Default: 1. */
  zorder: option(number(), { default: 1 }),
};

/** Options of {@link tripcolor}. */
export type TripcolorOptions = OptionsOf<typeof tripcolorOptions>;

/**
 * Colours the triangles between points by value.
 *
 * @param x - The x values of the points.
 * @param y - As many y values.
 * @param values - One value a point, or one a triangle.
 * @param options - `triangles`, `cmap` and so on.
 * @returns The triangles, which {@link colorbar} can explain.
 * @throws RangeError if lengths differ, or if no triangles lie between the points; TypeError for an invalid option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.tripcolor.html
 * @example
 * plt.tripcolor([0, 1, 0, 1], [0, 0, 1, 1], [1, 2, 3, 5], { cmap: "plasma" });
 */
export function tripcolor(
  axes: AxesBase,
  x: Data,
  y: Data,
  values: Data,
  options?: Spelled<TripcolorOptions>,
): TriangleMesh {
  const read = readTable("tripcolor", options, tripcolorOptions);
  const mesh = readTriangulation("tripcolor", x, y, read.triangles);
  const given = readNumbers("tripcolor", "values", values);
  const { triangles } = mesh;
  if (given.length !== mesh.x.length && given.length !== triangles.length) {
    throw new RangeError(
      `tripcolor: expected ${mesh.x.length} values, one a point, or ${triangles.length}, one a triangle, got ${given.length}`,
    );
  }
  const means = () =>
    Float64Array.from(triangles, (corners) => corners.reduce((sum, at) => sum + given[at], 0) / 3);
  const faces = given.length === mesh.x.length ? means() : given;
  const drawn = new TriangleMesh(mesh, faces, readMapping("tripcolor", read, faces), read.alpha);
  drawn.zorder = read.zorder;
  axes.add([drawn]);
  axes.mappable = drawn;
  return drawn;
}
