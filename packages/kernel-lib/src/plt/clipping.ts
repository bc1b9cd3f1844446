/** A place in pixels, from the left and from the top. */
export type Point = readonly [x: number, y: number];

/** Points that are joined by straight lines. */
export type Path = readonly Point[];

/** Whether a point lies within outlines, by how often a ray from it crosses them. */
export function isInside([x, y]: Point, outlines: readonly Path[]): boolean {
  let inside = false;
  for (const outline of outlines) {
    for (let k = 0, last = outline.length - 1; k < outline.length; last = k++) {
      const [[ax, ay], [bx, by]] = [outline[last], outline[k]];
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
    }
  }
  return inside;
}

/** The parts of a path that lie within outlines. */
export function clipped(path: Path, outlines: readonly Path[]): Path[] {
  const parts: Point[][] = [];
  for (let k = 1; k < path.length; k++) {
    const [[ax, ay], [bx, by]] = [path[k - 1], path[k]];
    const [dx, dy] = [bx - ax, by - ay];
    const cuts = [0, 1];
    for (const outline of outlines) {
      for (let i = 0, last = outline.length - 1; i < outline.length; last = i++) {
        const [[px, py], [qx, qy]] = [outline[last], outline[i]];
        const area = dx * (qy - py) - dy * (qx - px);
        if (area === 0) continue;
        const t = ((px - ax) * (qy - py) - (py - ay) * (qx - px)) / area;
        const u = ((px - ax) * dy - (py - ay) * dx) / area;
        if (t > 0 && t < 1 && u >= 0 && u <= 1) cuts.push(t);
      }
    }
    cuts.sort((a, b) => a - b);
    for (let i = 1; i < cuts.length; i++) {
      const middle = (cuts[i - 1] + cuts[i]) / 2;
      if (cuts[i] - cuts[i - 1] < 1e-9 || !isInside([ax + middle * dx, ay + middle * dy], outlines)) continue;
      const [from, to] = [cuts[i - 1], cuts[i]].map((t): Point => [ax + t * dx, ay + t * dy]);
      const before = parts.at(-1)?.at(-1);
      if (before && before[0] === from[0] && before[1] === from[1]) parts.at(-1)?.push(to);
      else parts.push([from, to]);
    }
  }
  return parts;
}

/** Twice the area that three points span, positive if they turn one way and negative if they turn the other. */
const turn = ([ax, ay]: Point, [bx, by]: Point, [cx, cy]: Point): number =>
  (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether an outline turns one way only; 1 or -1 for which, 0 if it does not. */
function turning(outline: Path): number {
  const count = outline.length;
  const turns = outline.map((point, k) => turn(point, outline[(k + 1) % count], outline[(k + 2) % count]));
  if (turns.every((each) => each >= -1e-9)) return 1;
  return turns.every((each) => each <= 1e-9) ? -1 : 0;
}

/** The part of a filled shape within outlines: cut at one that is convex, else whole if it lies within. */
export function clippedShape(path: Path, outlines: readonly Path[]): Path[] {
  const way = outlines.length === 1 ? turning(outlines[0]) : 0;
  if (way === 0) return path.every((point) => isInside(point, outlines)) ? [path] : [];
  const [outline] = outlines;
  let left: Point[] = [...path];
  outline.forEach((from, k) => {
    const to = outline[(k + 1) % outline.length];
    const inside = (point: Point) => way * turn(from, to, point);
    left = left.flatMap((point, i): Point[] => {
      const before = left[(i + left.length - 1) % left.length];
      const [a, b] = [inside(before), inside(point)];
      if (a >= 0 === b >= 0) return b >= 0 ? [point] : [];
      const t = a / (a - b);
      const cut: Point = [before[0] + t * (point[0] - before[0]), before[1] + t * (point[1] - before[1])];
      return b >= 0 ? [cut, point] : [cut];
    });
  });
  return left.length < 3 ? [] : [[...left, left[0]]];
}
