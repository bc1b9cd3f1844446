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
