import type { ColorMapping } from "../color/mapping";
import type { Corners } from "../model/polar";
import { PolygonMesh } from "./polygonMesh";

/** Coloured cells with any four corners: row by row, one more row and column of corners than there are cells. */
export class SkewedMesh extends PolygonMesh {
  constructor(
    corners: Corners,
    readonly shape: readonly [rows: number, columns: number],
    values: Float64Array,
    mapping: ColorMapping,
    alpha?: number,
  ) {
    const [rows, columns] = shape;
    const cells = Array.from({ length: rows * columns }, (_, i) => {
      const first = Math.floor(i / columns) * (columns + 1) + (i % columns);
      return [first, first + 1, first + columns + 2, first + columns + 1];
    });
    super(corners, cells, values, mapping, alpha);
  }
}
