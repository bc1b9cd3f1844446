import type { ArrayLike } from "../../array/asarray";
import type { Spelled } from "../../array/options";
import type { AxesImage } from "../artists/image";
import type { Line2D } from "../artists/line";
import { readMatrix } from "../field";
import { markMatrix } from "../matrixTicks";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import { lineOptions } from "../options/line";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, notNegative, number } from "../options/readers";
import { imshow } from "./imshow";
import { drawLines } from "../lines";

const spyOptions = {
  /** Values no farther from 0 than this count as 0. Default: 0. */
  precision: option(notNegative, { default: 0 }),
  /** The look of the axes: "equal" for square entries, "auto" to fill the axes. Default: "equal". */
  aspect: option(choice("equal", "auto"), { default: "equal" }),
  /** Where the first row is: "upper" or "lower". Default: "upper". */
  origin: option(choice("upper", "lower"), { default: "upper" }),
  /** Those with a higher one are drawn over those with a lower one. */
  zorder: option(number()),
};

/** Options of {@link spy}: `precision`, `aspect`, `origin`; with a marker or a size of markers those of {@link plot}. */
export type SpyOptions = OptionsOf<typeof spyOptions & Omit<typeof lineOptions, keyof typeof spyOptions>>;

/**
 * Shows which entries of a matrix are not 0: black on white, or by markers if a marker or its size is given.
 *
 * @param matrix - Shape (rows, columns).
 * @param options - `precision`, `marker`, `markersize`, `aspect`, `origin` and so on.
 * @returns The image, or the markers.
 * @throws TypeError for an array of another shape, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.spy.html
 * @example
 * plt.spy(np.eye(5), { markersize: 4 });
 */
export function spy(axes: AxesBase, matrix: ArrayLike, options?: Spelled<SpyOptions>): AxesImage | Line2D {
  const { rows, columns, values } = readMatrix("spy", "matrix", matrix);
  const [own, look] = divided(options, spyOptions);
  const { precision, aspect, origin, zorder } = readTable("spy", own, spyOptions);
  const { marker, markersize } = readTable("spy", look, lineOptions);
  const filled = [...values].map((value) => (Math.abs(value) > precision ? 1 : 0));
  let drawn: AxesImage | Line2D;
  if (marker === undefined && markersize === undefined) {
    const image = Array.from({ length: rows }, (_, i) => filled.slice(i * columns, (i + 1) * columns));
    drawn = imshow(axes, image, {
      cmap: "binary",
      interpolation: "nearest",
      aspect,
      origin,
      zorder,
      ...look,
    });
  } else {
    const places = [...filled.keys()].filter((i) => filled[i] === 1);
    const style = { ...look, linestyle: "None", marker: marker ?? "s", markersize: markersize ?? 10, zorder };
    [drawn] = drawLines(axes, "spy", [
      places.map((i) => i % columns),
      places.map((i) => Math.floor(i / columns)),
      style,
    ]);
    axes.aspect = aspect === "equal" ? 1 : undefined;
    axes.xaxis.dimension.setView([-0.5, columns - 0.5]);
    axes.yaxis.dimension.setView(origin === "upper" ? [rows - 0.5, -0.5] : [-0.5, rows - 0.5]);
  }
  markMatrix(axes, origin === "upper");
  return drawn;
}
