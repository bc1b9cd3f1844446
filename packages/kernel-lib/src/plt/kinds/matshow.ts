import type { ArrayLike } from "../../array/asarray";
import type { Spelled } from "../../array/options";
import type { AxesImage } from "../artists/image";
import { imshow, type ImageOptions } from "./imshow";
import { markMatrix } from "../matrixTicks";
import type { AxesBase } from "../model/axes";

/**
 * Draws a matrix as an image, with the numbers of its columns on top.
 *
 * @param matrix - Shape (rows, columns).
 * @param options - As for {@link imshow}.
 * @returns The image, which {@link colorbar} takes.
 * @throws TypeError for an array of another shape, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.matshow.html
 * @example
 * plt.matshow(np.eye(4));
 */
export function matshow(axes: AxesBase, matrix: ArrayLike, options?: Spelled<ImageOptions>): AxesImage {
  const image = imshow(axes, matrix, {
    origin: "upper",
    interpolation: "nearest",
    aspect: "equal",
    ...options,
  });
  markMatrix(axes, true);
  return image;
}
