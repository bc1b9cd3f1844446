import { describe, type Spelled } from "../../array/options";
import type { ArrayLike } from "../../array/asarray";
import { AxesImage, type Extent, type ImageData } from "../artists/image";
import { mappingOptions, readMapping } from "../color/mapping";
import { readArray } from "../data";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, number, scalarOf, share, type Scalar } from "../options/readers";
import { needStraightAxes } from "../projections";

const crisp = ["auto", "antialiased", "nearest", "none"];
const smooth = [
  "bilinear",
  "bicubic",
  "spline16",
  "spline36",
  "hanning",
  "hamming",
  "hermite",
  "kaiser",
  "quadric",
  "catrom",
  "gaussian",
  "bessel",
  "mitchell",
  "sinc",
  "lanczos",
];

/** Reads edges in data. */
const extent: Reader<readonly [left: Scalar, right: Scalar, bottom: Scalar, top: Scalar], Extent> = (
  functionName,
  name,
  value,
) => {
  const edges = Array.isArray(value) ? value.map(scalarOf) : [];
  if (edges.length === 4 && edges.every((edge) => typeof edge === "number" && Number.isFinite(edge)))
    return edges as unknown as Extent;
  throw new TypeError(
    `${functionName}: expected ${name} to be [left, right, bottom, top], got ${describe(value)}`,
  );
};

/** Reads an aspect: null for "auto". */
const aspect: Reader<"equal" | "auto" | Scalar, number | null> = (functionName, name, given) => {
  const value = scalarOf(given);
  if (value === "auto") return null;
  if (value === "equal") return 1;
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  throw new TypeError(
    `${functionName}: expected ${name} to be "equal", "auto" or a number above 0, got ${describe(given)}`,
  );
};

const imageOptions = {
  ...mappingOptions,
  /** "equal" for square pixels, "auto" to fill the axes, or a pixel's height over its width. Default: "equal". */
  aspect: option(aspect, { rc: "image.aspect" }),
  /** Where the first row is: "upper" or "lower". Default: "upper". */
  origin: option(choice("upper", "lower"), { rc: "image.origin" }),
  /** Edges in data: left, right, bottom, top. Default: pixels are 1 wide and centred on whole numbers. */
  extent: option(extent),
  /** "nearest" for crisp pixels, "bilinear" and the like for smooth ones. Default: crisp. */
  interpolation: option(choice<string>(...crisp, ...smooth), { rc: "image.interpolation" }),
  /** Opacity from 0 to 1. Default: 1. */
  alpha: option(share),
  /** Those with a higher one are drawn over those with a lower one. Default: 0. */
  zorder: option(number(), { default: 0 }),
};

/** Options of {@link imshow}. */
export type ImageOptions = OptionsOf<typeof imageOptions>;

const isBytes = (value: unknown) =>
  value instanceof Uint8Array ||
  value instanceof Uint8ClampedArray ||
  (typeof value === "object" &&
    value !== null &&
    /^u?int/.test(String((value as { dtype?: unknown }).dtype)));

/** Reads an image: rows of numbers, or rows of pixels of three or four numbers. */
function readImage(functionName: string, value: unknown): ImageData {
  const array = readArray(functionName, "the image", value);
  const { shape } = array;
  const data = array.data as Float64Array;
  const channels = shape[2] ?? 1;
  if (shape.length < 2 || shape.length > 3 || ![1, 3, 4].includes(channels) || data.length === 0) {
    throw new TypeError(
      `${functionName}: expected an image of shape (rows, columns), (rows, columns, 3) or (rows, columns, 4), got ${describe(array)}`,
    );
  }
  const [height, width] = shape;
  if (channels === 1) return { width, height, values: data };
  // Whole numbers beyond 1 can only be meant as bytes; anything else counts from 0 to 1.
  const bytes =
    isBytes(value) || (data.some((part) => part > 1) && data.every((part) => Number.isInteger(part)));
  const colors = new Uint8Array(4 * width * height).fill(255);
  for (let i = 0; i < width * height; i++) {
    for (let c = 0; c < channels; c++) {
      const part = data[channels * i + c] * (bytes ? 1 : 255);
      colors[4 * i + c] = Math.max(0, Math.min(255, Math.round(part)));
    }
  }
  return { width, height, colors };
}

/**
 * Draws an image: numbers in the colours of a colormap, or colours as they are.
 *
 * A pixel is one wide and high and centred on its column and row, the first row at the top. What is not a number
 * stays clear.
 *
 * @param image - Shape (rows, columns) for numbers, (rows, columns, 3) for red, green and blue, and
 *   (rows, columns, 4) for these with an opacity; colours from 0 to 1, or whole from 0 to 255.
 * @param options - Colormap, its ends, and where the image lies.
 * @returns The image, which {@link colorbar} takes.
 * @throws TypeError for an array of another shape, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.imshow.html
 * @example
 * plt.imshow([[0, 1], [2, 3]], { cmap: "gray" });
 * plt.colorbar();
 */
export function imshow(axes: AxesBase, image: ArrayLike, options?: Spelled<ImageOptions>): AxesImage {
  needStraightAxes("imshow", axes);
  const read = readTable("imshow", options, imageOptions);
  const data = readImage("imshow", image);
  const [right, last] = [data.width - 0.5, data.height - 0.5];
  const edges: Extent =
    read.extent ?? (read.origin === "upper" ? [-0.5, right, last, -0.5] : [-0.5, right, -0.5, last]);
  const mapping = readMapping("imshow", read, data.values ?? []);
  const artist = new AxesImage(data, edges, read.origin, mapping, {
    alpha: read.alpha,
    smooth: smooth.includes(read.interpolation),
  });
  artist.zorder = read.zorder;
  axes.aspect = read.aspect ?? undefined;
  axes.add([artist]);
  axes.mappable = artist;
  for (const [direction, from, to] of [
    ["x", edges[0], edges[1]] as const,
    ["y", edges[2], edges[3]] as const,
  ]) {
    const { dimension } = axes.axisOf(direction);
    const { auto, view } = dimension;
    if (auto && from > to !== view[0] > view[1]) dimension.invert();
  }
  return artist;
}
