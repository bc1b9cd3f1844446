import type { ColorMapping } from "../color/mapping";
import type { Triangulation } from "../triangulation";
import { PolygonMesh } from "./polygonMesh";

/** Triangles coloured by value. */
export class TriangleMesh extends PolygonMesh {
  override zorder = 1;

  constructor(mesh: Triangulation, values: Float64Array, mapping: ColorMapping, alpha?: number) {
    super({ x: mesh.x, y: mesh.y }, mesh.triangles, values, mapping, alpha);
  }

  override sticky(): readonly number[] {
    return [];
  }

  override [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<TriangleMesh of ${this.polygons.length} triangles>`;
  }
}
