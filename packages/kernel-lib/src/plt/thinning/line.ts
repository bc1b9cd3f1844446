import type { Frame } from "../artists/artist";
import { Indices } from "./indices";
import { pixels } from "./pixels";

/** Lines of up to so many points are drawn as they are. */
export const verbatimLine = 5000;
/** A thinned line aims at no more than so many points. */
const enough = 8000;
/** Columns to a pixel, the finest first; with four already, few pixels differ by more than a shade. */
const columnsPerPixel = [32, 16, 8, 4];
/** How far a simplified line may stray, in pixels, the least first; the last is matplotlib's path.simplify_threshold. */
const tolerances = [0.02, 0.05, 1 / 9];

/**
 * Chooses the points that draw a long line so that its picture stays the same. Where x runs one way, those are, in
 * every column of a fraction of a pixel, the first, the last, the lowest and the highest; elsewhere, and then, the
 * corners of a path that strays by a fraction of a pixel. The fraction is as small as some thousand points allow.
 * Gaps stay gaps.
 *
 * @param frame - The axes that the line is drawn on.
 * @param x - The x data.
 * @param y - The y data, as many.
 * @param straight - Whether lines between points are straight, so that points on one may be left out.
 * @returns Indices in rising order, one that is not finite to each gap; undefined if every point is to be drawn.
 * @see Jugel et al., M4: A Visualization-Oriented Time Series Data Aggregation, https://doi.org/10.14778/2732951.2732953
 */
export function thinLine(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  straight = true,
): Uint32Array | undefined {
  const count = Math.min(x.length, y.length);
  if (count <= verbatimLine) return undefined;
  const path: Path = { px: pixels(frame, "x", x), py: pixels(frame, "y", y), width: frame.width };
  if (!runsOneWay(path, count)) {
    if (!straight) return undefined;
    const all = new Uint32Array(count).map((_, i) => i);
    return firstShortEnough(tolerances, (tolerance) =>
      withoutRepeatedGaps(path, corners(path, all, tolerance)),
    );
  }
  let columns: Uint32Array | undefined;
  return firstShortEnough(columnsPerPixel, (density) => {
    // The extremes of wide columns are among those of the narrow ones within.
    columns = extremes(path, columns ?? count, density);
    return straight ? corners(path, columns, tolerances[0]) : columns;
  });
}

interface Path {
  px: Float64Array;
  py: Float64Array;
  /** Width of the axes in pixels. */
  width: number;
}

function firstShortEnough(grades: readonly number[], thin: (grade: number) => Uint32Array): Uint32Array {
  let result = new Uint32Array(0);
  for (const grade of grades) {
    result = thin(grade);
    if (result.length <= enough) break;
  }
  return result;
}

const isGap = ({ px, py }: Path, i: number) => !(Number.isFinite(px[i]) && Number.isFinite(py[i]));

/** Whether x never falls or never rises, over all gaps. */
function runsOneWay({ px }: Path, count: number): boolean {
  let rising = true;
  let falling = true;
  for (let i = 1; i < count; i++) {
    if (px[i] < px[i - 1]) rising = false;
    else if (px[i] > px[i - 1]) falling = false;
  }
  return rising || falling;
}

/** The first, last, lowest and highest point of every column that the path passes, and one point of every gap. */
function extremes(path: Path, of: Uint32Array | number, density: number): Uint32Array {
  const { px, py, width } = path;
  const kept = new Indices();
  const count = typeof of === "number" ? of : of.length;
  const columns = Math.ceil(width * density);
  let column = NaN;
  let [first, lowest, highest, last] = [0, 0, 0, 0];
  for (let k = 0; k < count; k++) {
    const i = typeof of === "number" ? k : of[k];
    const y = py[i];
    // All that lies left of the axes makes one column, all that lies right of them another, and a gap a third.
    const at = px[i] * density;
    const here = at - at === 0 && y - y === 0 ? (at < 0 ? -1 : at < columns ? Math.floor(at) : columns) : -2;
    if (here !== column) {
      if (column === -2) kept.push(first);
      else if (k > 0) kept.pushSorted(first, lowest, highest, last);
      column = here;
      first = lowest = highest = i;
    } else if (y < py[lowest]) lowest = i;
    else if (y > py[highest]) highest = i;
    last = i;
  }
  if (column === -2) kept.push(first);
  else if (count > 0) kept.pushSorted(first, lowest, highest, last);
  return kept.done();
}

/** Of every run of points near one straight line its first, its last and its two ends. */
function corners(path: Path, of: Uint32Array, tolerance: number): Uint32Array {
  const { px, py } = path;
  const kept = new Indices();
  for (let k = 0; k < of.length;) {
    const anchor = of[k];
    kept.pushSorted(anchor);
    let [dx, dy, farthest, nearest] = [0, 0, 0, 0];
    let [forward, backward] = [anchor, anchor];
    let next = k + 1;
    for (; next < of.length; next++) {
      const i = of[next];
      const [tx, ty] = [px[i] - px[anchor], py[i] - py[anchor]];
      if (dx === 0 && dy === 0) {
        const norm = Math.hypot(tx, ty) || 1;
        [dx, dy] = [tx / norm, ty / norm];
      }
      // Not-a-number, of a gap, fails the comparison and so ends the run.
      if (!(Math.abs(dx * ty - dy * tx) <= tolerance)) break;
      const along = dx * tx + dy * ty;
      if (along > farthest) [farthest, forward] = [along, i];
      if (along < nearest) [nearest, backward] = [along, i];
    }
    kept.pushSorted(forward, backward, of[next - 1]);
    k = next - 1 > k ? next - 1 : k + 1;
    if (next === of.length && k === next - 1) break;
  }
  return kept.done();
}

/** Of neighbouring points that are all gaps, the first. */
const withoutRepeatedGaps = (path: Path, of: Uint32Array) =>
  of.filter((i, k) => k === 0 || !isGap(path, i) || !isGap(path, of[k - 1]));
