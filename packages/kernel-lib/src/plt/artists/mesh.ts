import type { ColorMapping } from "../color/mapping";
import { pngDataUri, withOpacity, type Raster } from "../png";
import { mappedRaster } from "../raster";
import { placed, quantity } from "../spec/data";
import { pixel, rangeOf, type Artist, type Direction, type Frame, type Json } from "../model/artist";
import { ScalarMappable } from "./scalarMappable";

/** The largest side of the image that an uneven mesh is drawn as. */
const largestSide = 4096;

/** Coloured cells between straight edges, drawn as an image, which has no seams. */
export class QuadMesh extends ScalarMappable implements Artist {
  label = "";
  zorder = 0;
  readonly backdrop = true;

  /**
   * @param xEdges - Edges of the columns, one more than there are, rising or falling.
   * @param yEdges - Edges of the rows.
   * @param values - One value a cell, row by row.
   */
  constructor(
    readonly xEdges: Float64Array,
    readonly yEdges: Float64Array,
    readonly values: Float64Array,
    mapping: ColorMapping,
    readonly alpha?: number,
  ) {
    super(mapping);
  }

  private edges(direction: Direction): Float64Array {
    return direction === "x" ? this.xEdges : this.yEdges;
  }

  range(direction: Direction) {
    return rangeOf(this.edges(direction));
  }

  /** From where to where its picture reaches. */
  protected pictured(direction: Direction) {
    return this.range(direction);
  }

  sticky(direction: Direction): readonly number[] {
    const { low, high } = this.range(direction);
    return [low, high];
  }

  /** For every pixel along one direction, from the left or the top, the cell it is in. */
  private cells(frame: Frame, direction: Direction): Uint32Array {
    const at = Array.from(this.edges(direction), (edge) => pixel(frame, direction, edge));
    const count = at.length - 1;
    const rising = at[count] >= at[0];
    const even = at.every((edge, k) => Math.abs(edge - (at[0] + ((at[count] - at[0]) * k) / count)) < 0.01);
    const length = Math.abs(at[count] - at[0]);
    const size = even ? count : Math.max(1, Math.min(largestSide, Math.ceil(2 * length)));
    const start = Math.min(at[0], at[count]);
    let cell = rising ? 0 : count - 1;
    return Uint32Array.from({ length: size }, (_, k) => {
      const here = start + ((k + 0.5) * length) / size;
      while (rising ? cell < count - 1 && at[cell + 1] <= here : cell > 0 && at[cell] <= here)
        cell += rising ? 1 : -1;
      return cell;
    });
  }

  protected raster(frame: Frame): Raster {
    const across = this.cells(frame, "x");
    const down = this.cells(frame, "y");
    const columns = this.xEdges.length - 1;
    const values = new Float64Array(across.length * down.length);
    down.forEach((row, i) =>
      across.forEach((column, j) => (values[i * across.length + j] = this.values[row * columns + column])),
    );
    return mappedRaster(values, across.length, down.length, this.mapping);
  }

  layers(frame: Frame): Json[] {
    const x = this.pictured("x");
    const y = this.pictured("y");
    const at = (direction: Direction, value: number) => placed(frame, direction, value);
    return [
      {
        data: {
          values: [
            { left: at("x", x.low), right: at("x", x.high), bottom: at("y", y.low), top: at("y", y.high) },
          ],
        },
        mark: {
          type: "image",
          url: pngDataUri(withOpacity(this.raster(frame), this.alpha)),
          aspect: false,
          smooth: false,
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
    return `QuadMesh(${this.yEdges.length - 1}×${this.xEdges.length - 1})`;
  }
}
