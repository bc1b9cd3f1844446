import type { ColorMapping } from "../color/mapping";
import { rangeOf, type Direction } from "../model/artist";
import { PolygonMesh } from "./polygonMesh";

/** The corners of a hexagon about its centre, in distances of centres across and in thirds of those up. */
const outline = [
  [0.5, -0.5],
  [0.5, 0.5],
  [0, 1],
  [-0.5, 0.5],
  [-0.5, -0.5],
  [0, -1],
] as const;

/** Hexagons coloured by value. */
export class HexMesh extends PolygonMesh {
  constructor(
    readonly centres: readonly (readonly [x: number, y: number])[],
    [width, height]: readonly [width: number, height: number],
    /** Left, right, bottom and top of what they fill. */
    readonly bounds: readonly [number, number, number, number],
    values: Float64Array,
    mapping: ColorMapping,
    alpha?: number,
  ) {
    const corners = centres.flatMap(([x, y]) =>
      outline.map(([dx, dy]): [number, number] => [x + dx * width, y + (dy * height) / 3]),
    );
    super(
      { x: Float64Array.from(corners, ([x]) => x), y: Float64Array.from(corners, ([, y]) => y) },
      centres.map((_, i) => outline.map((__, k) => i * outline.length + k)),
      values,
      mapping,
      alpha,
    );
  }

  override range(direction: Direction) {
    return rangeOf(direction === "x" ? this.bounds.slice(0, 2) : this.bounds.slice(2));
  }

  override sticky(): readonly number[] {
    return [];
  }

  override [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<HexMesh of ${this.centres.length} hexagons>`;
  }
}
