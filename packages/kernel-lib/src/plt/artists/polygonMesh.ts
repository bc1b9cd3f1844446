import type { ColorMapping } from "../color/mapping";
import { pixel, rangeOf, type Direction, type Frame } from "../model/artist";
import type { Corners, PolarPlane } from "../model/polar";
import type { Raster } from "../png";
import { mappedRaster } from "../raster";
import { QuadMesh } from "./mesh";

/** Coloured cells of any shape with straight sides, drawn as an image. */
export class PolygonMesh extends QuadMesh {
  constructor(
    readonly corners: Corners,
    /** The corners of each cell, by their numbers. */
    readonly polygons: readonly (readonly number[])[],
    values: Float64Array,
    mapping: ColorMapping,
    alpha?: number,
  ) {
    super(corners.x, corners.y, values, mapping, alpha);
  }

  override range(direction: Direction) {
    return this.pictured(direction);
  }

  protected override pictured(direction: Direction) {
    return rangeOf(this.corners[direction]);
  }

  projected(plane: PolarPlane): PolygonMesh {
    const corners = plane.places(this.corners.x, this.corners.y);
    return new PolygonMesh(corners, this.polygons, this.values, this.mapping, this.alpha);
  }

  /** For every pixel of the box around the mesh the value of the cell that its middle lies in. */
  protected override raster(frame: Frame): Raster {
    const at = {
      x: Array.from(this.corners.x, (value) => pixel(frame, "x", value)),
      y: Array.from(this.corners.y, (value) => pixel(frame, "y", value)),
    };
    const start = { x: Math.min(...at.x), y: Math.min(...at.y) };
    const size = { x: Math.max(...at.x) - start.x, y: Math.max(...at.y) - start.y };
    const [width, height] = [size.x, size.y].map((length) =>
      Math.max(1, Math.min(2048, Math.ceil(2 * length))),
    );
    const across = at.x.map((value) => ((value - start.x) / size.x) * width);
    const down = at.y.map((value) => ((value - start.y) / size.y) * height);
    const values = new Float64Array(width * height).fill(NaN);
    this.polygons.forEach((cell, i) => {
      const value = this.values[i];
      fillPolygon(
        cell.map((k) => across[k]),
        cell.map((k) => down[k]),
        width,
        height,
        (k) => (values[k] = value),
      );
    });
    return mappedRaster(values, width, height, this.mapping);
  }
}

/** Calls for every pixel of an image whose middle lies in a polygon. */
function fillPolygon(
  x: readonly number[],
  y: readonly number[],
  width: number,
  height: number,
  set: (pixel: number) => void,
): void {
  const last = Math.min(height - 1, Math.ceil(Math.max(...y)));
  for (let row = Math.max(0, Math.floor(Math.min(...y))); row <= last; row++) {
    const middle = row + 0.5;
    const crossings = x
      .flatMap((_, k) => {
        const next = (k + 1) % x.length;
        if (y[k] <= middle === y[next] <= middle) return [];
        return [x[k] + ((middle - y[k]) / (y[next] - y[k])) * (x[next] - x[k])];
      })
      .sort((a, b) => a - b);
    for (let k = 0; k + 1 < crossings.length; k += 2) {
      const end = Math.min(width - 1, Math.ceil(crossings[k + 1] - 0.5) - 1);
      for (let column = Math.max(0, Math.ceil(crossings[k] - 0.5)); column <= end; column++)
        set(row * width + column);
    }
  }
}
