import Delaunator from "delaunator";
import { describe } from "../array/options";
import type { Field } from "./contour";
import { readArray, readNumbers } from "./data";

/** Points of a plane, and triangles between them by the numbers of their corners, counter-clockwise. */
export interface Triangulation {
  x: Float64Array;
  y: Float64Array;
  triangles: readonly (readonly number[])[];
}

/** Twice the area of a triangle; negative where its corners run clockwise. */
const area = (x: Float64Array, y: Float64Array, [a, b, c]: readonly number[]): number =>
  (x[b] - x[a]) * (y[c] - y[a]) - (x[c] - x[a]) * (y[b] - y[a]);

/** Delaunay's triangles between points: no point lies within the circle around another's three. */
function delaunay(functionName: string, x: Float64Array, y: Float64Array): number[][] {
  const points = new Float64Array(2 * x.length);
  x.forEach((each, i) => points.set([each, y[i]], 2 * i));
  const { triangles } = new Delaunator(points);
  if (triangles.length > 0) {
    return Array.from({ length: triangles.length / 3 }, (_, k) => [...triangles.subarray(3 * k, 3 * k + 3)]);
  }
  throw new RangeError(
    `${functionName}: expected three points that are not on one line, got ${x.length} points`,
  );
}

function readTriangles(functionName: string, value: unknown, points: number): number[][] {
  const { shape, data } = readArray(functionName, "triangles", value);
  if (shape.length !== 2 || shape[1] !== 3) {
    throw new TypeError(`${functionName}: expected triangles of shape (count, 3), got ${describe(value)}`);
  }
  const corners = Array.from(data as Float64Array);
  const wrong = corners.find((at) => !Number.isInteger(at) || at < 0 || at >= points);
  if (wrong !== undefined) {
    throw new RangeError(
      `${functionName}: expected triangles to hold numbers of the ${points} points, got ${wrong}`,
    );
  }
  return Array.from({ length: shape[0] }, (_, k) => corners.slice(3 * k, 3 * k + 3));
}

/**
 * Reads points, and the triangles between them.
 *
 * @param triangles - The numbers of the corners of each. Default: Delaunay's.
 */
export function readTriangulation(
  functionName: string,
  xs: unknown,
  ys: unknown,
  triangles: unknown,
): Triangulation {
  const [x, y] = [readNumbers(functionName, "x", xs), readNumbers(functionName, "y", ys)];
  if (x.length !== y.length) {
    throw new RangeError(
      `${functionName}: expected x and y of equal length, got ${x.length} and ${y.length}`,
    );
  }
  if (![...x, ...y].every(Number.isFinite)) {
    throw new RangeError(`${functionName}: expected x and y to be finite numbers`);
  }
  const given =
    triangles === undefined ? delaunay(functionName, x, y) : readTriangles(functionName, triangles, x.length);
  const turned = given.map((corners) => (area(x, y, corners) < 0 ? [...corners].reverse() : corners));
  return { x, y, triangles: turned };
}

/** The sides of triangles, each once, by the numbers of their ends. */
export function sidesOf({ triangles }: Triangulation): [from: number, to: number][] {
  const sides = new Map<string, [number, number]>();
  for (const corners of triangles) {
    corners.forEach((corner, k) => {
      const other = corners[(k + 1) % 3];
      const side: [number, number] = corner < other ? [corner, other] : [other, corner];
      sides.set(side.join(), side);
    });
  }
  return [...sides.values()];
}

/** Values at the points of triangles, between which they are linear. */
export function fieldOf(mesh: Triangulation, z: Float64Array): Field {
  const inside = new Set<string>();
  for (const corners of mesh.triangles) {
    corners.forEach((corner, k) => inside.add(`${corner},${corners[(k + 1) % 3]}`));
  }
  return {
    x: mesh.x,
    y: mesh.y,
    z,
    eachCell(_, __, visit) {
      for (const corners of mesh.triangles) {
        visit(
          corners,
          corners.map((corner, k) => inside.has(`${corners[(k + 1) % 3]},${corner}`)),
        );
      }
    },
  };
}
