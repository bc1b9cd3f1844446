import type { ColorMapping } from "../color/mapping";
import { pngDataUri, withOpacity, type Raster } from "../png";
import { flipped, mappedRaster, shrunk } from "../raster";
import { positions, quantity } from "../spec/data";
import { pixel, type Artist, type Direction, type Frame, type Json } from "../model/artist";
import { ScalarMappable } from "./scalarMappable";

/** Edges of an image in data: of its first and last column, and of its last and first row where the origin is up. */
export type Extent = readonly [left: number, right: number, bottom: number, top: number];

/** An image of values, which a mapping turns into colours, or of colours. */
export interface ImageData {
  width: number;
  height: number;
  /** One value a pixel, row by row. */
  values?: Float64Array;
  /** Four bytes a pixel, where there are no values. */
  colors?: Uint8Array;
}

/** More pixels than these to one of the drawing are averaged. */
const oversampling = 2;

/** An image on axes. */
export class AxesImage extends ScalarMappable implements Artist {
  label = "";
  zorder = 0;
  readonly backdrop = true;

  constructor(
    readonly image: ImageData,
    readonly extent: Extent,
    readonly origin: "upper" | "lower",
    mapping: ColorMapping,
    readonly look: { alpha?: number; smooth: boolean },
  ) {
    super(mapping);
  }

  /** The edges: left, right, bottom, top. */
  getExtent(): [number, number, number, number] {
    return [...this.extent];
  }

  private ends(direction: Direction): [number, number] {
    const [left, right, bottom, top] = this.extent;
    return direction === "x" ? [left, right] : [bottom, top];
  }

  range(direction: Direction) {
    const ends = this.ends(direction);
    const [low, high] = [Math.min(...ends), Math.max(...ends)];
    return { low, high, positive: low > 0 ? low : high > 0 ? high : Infinity };
  }

  sticky(direction: Direction): readonly number[] {
    return this.ends(direction);
  }

  private raster(frame: Frame): Raster {
    const { width, height, values, colors } = this.image;
    const raster = values
      ? mappedRaster(values, width, height, this.mapping)
      : { width, height, pixels: colors ?? new Uint8Array(4 * width * height) };
    const [left, right, bottom, top] = this.extent;
    const at = (direction: Direction, value: number) => pixel(frame, direction, value);
    const topRowUp = at("y", top) <= at("y", bottom) === (this.origin === "upper");
    const turned = flipped(raster, at("x", right) < at("x", left), !topRowUp);
    const drawn = (direction: Direction, [a, b]: [number, number]) =>
      Math.min(1e5, Math.abs(at(direction, b) - at(direction, a)) * oversampling);
    return shrunk(turned, drawn("x", [left, right]), drawn("y", [bottom, top]));
  }

  layers(frame: Frame): Json[] {
    const [x0, x1, y0, y1] = this.extent;
    const [left, right] = positions(frame, "x", [x0, x1]);
    const [bottom, top] = positions(frame, "y", [y0, y1]);
    const { alpha, smooth } = this.look;
    return [
      {
        data: { values: [{ left, right, bottom, top }] },
        mark: {
          type: "image",
          url: pngDataUri(withOpacity(this.raster(frame), alpha)),
          aspect: false,
          smooth,
          clip: true,
        },
        encoding: {
          x: quantity("left"),
          x2: { field: "right" },
          y: quantity("bottom"),
          y2: { field: "top" },
        },
      },
    ];
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { width, height } = this.image;
    return `AxesImage(${height}×${width})`;
  }
}
