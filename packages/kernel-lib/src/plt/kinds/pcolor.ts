import type { QuadMesh } from "../artists/mesh";
import type { AxesBase } from "../model/axes";
import { pcolormesh, type MeshArguments } from "./pcolormesh";

/**
 * Draws a matrix as coloured cells, as {@link pcolormesh} does.
 *
 * @param args - `values` of shape (rows, columns), or `x, y, values`; then options: those of {@link pcolormesh}.
 * @returns The mesh, which {@link colorbar} takes.
 * @throws RangeError for coordinates that do not fit the matrix; TypeError for what are no numbers or options.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.pcolor.html
 * @example
 * plt.pcolor([[1, 2, 3], [4, 5, 6]], { cmap: "Blues" });
 */
export function pcolor(axes: AxesBase, ...args: MeshArguments): QuadMesh {
  return pcolormesh(axes, ...args);
}
