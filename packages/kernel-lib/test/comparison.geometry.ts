import type { Point } from "./scene";

/** A rectangle in pixels. */
export type Box = readonly [left: number, top: number, width: number, height: number];

export const inside = ([x, y]: Point, [left, top, width, height]: Box) =>
  x > left - 1 && x < left + width + 1 && y > top - 1 && y < top + height + 1;

/** Distance of a point from a path, in pixels. */
export function distance([x, y]: Point, path: readonly Point[]): number {
  let least = Infinity;
  for (let k = 0; k < path.length; k++) {
    const [bx, by] = path[k];
    least = Math.min(least, Math.hypot(x - bx, y - by) || (x === bx && y === by ? 0 : Infinity));
    if (k === 0 || Number.isNaN(bx) || Number.isNaN(path[k - 1][0])) continue;
    const [ax, ay] = path[k - 1];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}

/** Of what matplotlib draws, those points that lie in the axes. */
export const visible = (points: readonly (Point | null)[] | undefined, box: Box): Point[] =>
  (points ?? []).filter((point): point is Point => point !== null && inside(point, box));
