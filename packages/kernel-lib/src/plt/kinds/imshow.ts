import { describe, type Spelled } from "../../array/options";
import type { ArrayLike } from "../../array/asarray";
import { AxesImage, type Extent, type ImageData } from "../artists/image";
import { mappingDefaults, readMapping, type MappingOptions } from "../color/mapping";
import { readArray } from "../data";
import { checkChoice, checkNumber, checkOptions, drawingOptions } from "../options";
import { rcParams } from "../rcParams";
import type { AxesBase } from "../model/axes";

/** Options of {@link imshow}. */
export interface ImageOptions extends MappingOptions {
  /** "equal" for square pixels, "auto" to fill the axes, or a pixel's height over its width. Default: "equal". */
  aspect?: "equal" | "auto" | number;
  /** Where the first row is: "upper" or "lower". Default: "upper". */
  origin?: "upper" | "lower";
  /** Edges in data: left, right, bottom, top. Default: pixels are 1 wide and centred on whole numbers. */
  extent?: readonly [left: number, right: number, bottom: number, top: number];
  /** "nearest" for crisp pixels, "bilinear" and the like for smooth ones. Default: crisp. */
  interpolation?: string;
  /** Opacity from 0 to 1. Default: 1. */
  alpha?: number;
  zorder?: number;
}

const imageDefaults = {
  ...mappingDefaults,
  aspect: undefined as string | number | undefined,
  origin: undefined as string | undefined,
  extent: undefined as readonly number[] | undefined,
  interpolation: undefined as string | undefined,
  alpha: undefined as number | undefined,
  zorder: 0,
};

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

function readExtent(functionName: string, extent: unknown): Extent | undefined {
  if (extent === undefined) return undefined;
  const edges = Array.isArray(extent) ? (extent as unknown[]) : [];
  if (edges.length !== 4 || !edges.every((edge) => typeof edge === "number" && Number.isFinite(edge))) {
    throw new TypeError(
      `${functionName}: expected extent to be [left, right, bottom, top], got ${describe(extent)}`,
    );
  }
  return edges as unknown as Extent;
}

/** Reads an aspect: undefined for "auto". */
function readAspect(functionName: string, value: unknown): number | undefined {
  if (value === "auto") return undefined;
  if (value === "equal") return 1;
  if (typeof value === "number" && value > 0 && Number.isFinite(value)) return value;
  throw new TypeError(
    `${functionName}: expected aspect to be "equal", "auto" or a number above 0, got ${describe(value)}`,
  );
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
 * @throws TypeError for an array of another shape, or an option that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.imshow.html
 * @example
 * plt.imshow([[0, 1], [2, 3]], { cmap: "gray" });
 * plt.colorbar();
 */
export function imshow(axes: AxesBase, image: ArrayLike, options?: Spelled<ImageOptions>): AxesImage {
  const read = drawingOptions("imshow", options, imageDefaults);
  const data = readImage("imshow", image);
  const aspect = readAspect("imshow", read.aspect ?? rcParams["image.aspect"]);
  const origin = read.origin ?? rcParams["image.origin"];
  checkChoice("imshow", "origin", origin, ["upper", "lower"]);
  checkChoice("imshow", "interpolation", read.interpolation, [...crisp, ...smooth]);
  checkOptions("imshow", read, { alpha: checkNumber(0, 1), zorder: checkNumber() });
  const [right, last] = [data.width - 0.5, data.height - 0.5];
  const extent: Extent =
    readExtent("imshow", read.extent) ??
    (origin === "upper" ? [-0.5, right, last, -0.5] : [-0.5, right, -0.5, last]);
  const mapping = readMapping("imshow", read, data.values ?? []);
  const interpolation = read.interpolation ?? rcParams["image.interpolation"];
  const artist = new AxesImage(data, extent, origin as "upper" | "lower", mapping, {
    alpha: read.alpha,
    smooth: smooth.includes(interpolation),
  });
  artist.zorder = read.zorder;
  axes.aspect = aspect;
  axes.add([artist]);
  axes.mappable = artist;
  for (const [direction, from, to] of [
    ["x", extent[0], extent[1]] as const,
    ["y", extent[2], extent[3]] as const,
  ]) {
    const { dimension } = axes.axisOf(direction);
    const { auto, view } = dimension;
    if (auto && from > to !== view[0] > view[1]) dimension.invert();
  }
  return artist;
}
