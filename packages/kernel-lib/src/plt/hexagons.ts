import { rangeOf } from "./model/artist";
import { nonsingular } from "./model/scale";

/** Hexagons that fill a rectangle, in two lattices, and which points lie in each. */
export interface HexagonBins {
  centres: readonly (readonly [x: number, y: number])[];
  members: readonly number[][];
  /** Distance of centres across and up. */
  size: readonly [width: number, height: number];
  /** Left, right, bottom, top. */
  bounds: readonly [number, number, number, number];
}

/** Rounds halves to even, as NumPy does. */
function roundEven(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

/**
 * Divides the rectangle around points into hexagons: those about the corners of a grid and those about the middles of its
 * cells. A point belongs to the nearest centre.
 *
 * @param grid - How many hexagons there are across and up.
 */
export function hexagonBins(
  { x, y }: { x: Float64Array; y: Float64Array },
  [across, up]: readonly [number, number],
  extent?: readonly [number, number, number, number],
): HexagonBins {
  const ends = (values: Float64Array) => {
    const { low, high } = rangeOf(values);
    return nonsingular(low <= high ? [low, high] : [0, 1], 0.1, 1e-15);
  };
  const [xmin, xmax] = extent ? [extent[0], extent[1]] : ends(x);
  const [ymin, ymax] = extent ? [extent[2], extent[3]] : ends(y);
  // Points at the right end belong to the last column.
  const padding = 1e-9 * (xmax - xmin);
  const left = xmin - padding;
  const size = [(xmax - xmin + 2 * padding) / across, (ymax - ymin) / up] as const;
  const corners = (across + 1) * (up + 1);
  const centres = Array.from({ length: corners + across * up }, (_, k): [number, number] => {
    const inner = k >= corners;
    const rows = inner ? up : up + 1;
    const at = inner ? k - corners : k;
    const half = inner ? 0.5 : 0;
    return [(Math.floor(at / rows) + half) * size[0] + left, ((at % rows) + half) * size[1] + ymin];
  });
  const members = centres.map((): number[] => []);
  for (let i = 0; i < x.length; i++) {
    const [ix, iy] = [(x[i] - left) / size[0], (y[i] - ymin) / size[1]];
    if (!Number.isFinite(ix + iy)) continue;
    const near = [roundEven(ix), roundEven(iy)];
    const cell = [Math.floor(ix), Math.floor(iy)];
    const toCorner = (ix - near[0]) ** 2 + 3 * (iy - near[1]) ** 2;
    const toMiddle = (ix - cell[0] - 0.5) ** 2 + 3 * (iy - cell[1] - 0.5) ** 2;
    const [[column, row], [columns, rows], first] =
      toCorner < toMiddle ? [near, [across + 1, up + 1], 0] : [cell, [across, up], corners];
    if (column >= 0 && column < columns && row >= 0 && row < rows)
      members[first + column * rows + row].push(i);
  }
  return { centres, members, size, bounds: [left, left + size[0] * across, ymin, ymax] };
}
