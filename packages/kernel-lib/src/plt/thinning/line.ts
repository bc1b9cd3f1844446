import type { Frame } from "../model/artist";
import { Indices } from "./indices";
import { pixels } from "./pixels";

/** Lines of up to so many points are drawn as they are. */
export const verbatimLine = 5000;
/** A thinned line aims at no more than so many points: fewer in a picture, which nobody enlarges, and in passing. */
const enough = { figure: 8000, picture: 6000, passing: 2000 };
/** Columns to a pixel, the finest first; with three already, few pixels differ by more than a shade. */
const columnsPerPixel = [32, 16, 8, 4, 3];
/** Of so many times more points than are wanted, leaving out those on straight stretches leaves too many. */
const hopeless = 5;
/** How far a simplified line may stray, in pixels, the least first; the last is matplotlib's path.simplify_threshold. */
const tolerances = [0.02, 0.05, 1 / 9];

/**
 * Chooses the points that draw a long line so that its picture stays the same. Where x runs one way, those are, in
 * every column of a fraction of a pixel, the first, the last, the lowest and the highest; elsewhere, and then, the
 * corners of a path that strays by a fraction of a pixel. The fraction is as small as some thousand points allow, for a picture rather fewer than for a figure to explore.
 * Gaps stay gaps. What is shown in passing has columns of a whole pixel.
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
  if (count <= (frame.passing ? enough.passing : verbatimLine)) return undefined;
  if (frame.passing && runsOneWay(x, count)) return extremes(frame, x, y, count, 1);
  const most = enough[frame.passing ? "passing" : frame.interactive ? "figure" : "picture"];
  const finest = finestColumns(frame, x, y, count);
  if (!finest) {
    if (!straight) return undefined;
    const [px, py] = [pixels(frame, "x", x), pixels(frame, "y", y)];
    return firstShortEnough(most, tolerances, (tolerance) => corners(px, py, tolerance));
  }
  let columns = finest;
  return firstShortEnough(most, columnsPerPixel, (density) => {
    // The extremes of wide columns are among those of the narrow ones within.
    if (density !== columnsPerPixel[0]) columns = extremes(frame, x, y, columns, density);
    if (!straight || columns.length > hopeless * most) return columns;
    const [px, py] = [pixels(frame, "x", take(x, columns)), pixels(frame, "y", take(y, columns))];
    return corners(px, py, tolerances[0]).map((k) => columns[k]);
  });
}

interface Finest {
  y: ArrayLike<number>;
  frame: string;
  columns: Uint32Array | undefined;
}

/** The extremes of the finest columns of a line, by its x data: figure, picture and legend ask for the same. */
const remembered = new WeakMap<object, Finest>();

/**
 * The extremes of columns of a width, four or fewer to each; undefined for a line that is short or goes back and forth.
 *
 * @param density - Columns to a pixel.
 */
export function columnExtremes(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  density: number,
): Uint32Array | undefined {
  const count = Math.min(x.length, y.length);
  const finest = count > verbatimLine ? finestColumns(frame, x, y, count) : undefined;
  return finest && extremes(frame, x, y, finest, density);
}

/** The extremes of the finest columns; undefined for a line whose x goes back and forth. */
function finestColumns(frame: Frame, x: ArrayLike<number>, y: ArrayLike<number>, count: number) {
  const { scale, view } = frame.x;
  const key = [frame.width, scale.name, ...view].join();
  const before = remembered.get(x);
  if (before && before.y === y && before.frame === key) return before.columns;
  const columns = runsOneWay(x, count) ? extremes(frame, x, y, count, columnsPerPixel[0]) : undefined;
  remembered.set(x, { y, frame: key, columns });
  return columns;
}

/** Some of the values, by their indices. */
export function take(values: ArrayLike<number>, indices: Uint32Array): Float64Array {
  const result = new Float64Array(indices.length);
  for (let k = 0; k < indices.length; k++) result[k] = values[indices[k]];
  return result;
}

function firstShortEnough(
  most: number,
  grades: readonly number[],
  thin: (grade: number) => Uint32Array,
): Uint32Array {
  let result = new Uint32Array(0);
  for (const grade of grades) {
    result = thin(grade);
    if (result.length <= most) break;
  }
  return result;
}

/** Whether values never fall or never rise, over all gaps. */
function runsOneWay(values: ArrayLike<number>, count: number): boolean {
  let rising = true;
  let falling = true;
  for (let i = 1; i < count && (rising || falling); i++) {
    if (values[i] < values[i - 1]) rising = false;
    else if (values[i] > values[i - 1]) falling = false;
  }
  return rising || falling;
}

/** The first, last, lowest and highest point of every column that the path passes, and one point of every gap. */
function extremes(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  of: Uint32Array | number,
  density: number,
): Uint32Array {
  const { scale, view } = frame.x;
  const linear = scale.name === "linear";
  const from = scale.forward(view[0]);
  const factor = (frame.width * density) / (scale.forward(view[1]) - from);
  const columns = Math.ceil(frame.width * density);
  const kept = new Indices();
  const count = typeof of === "number" ? of : of.length;
  const end = (first: number, lowest: number, highest: number, last: number) => {
    kept.push(first);
    kept.push(Math.min(lowest, highest));
    kept.push(Math.max(lowest, highest));
    kept.push(last);
  };
  let column = -3;
  let [first, lowest, highest, last] = [0, 0, 0, 0];
  let [low, high] = [0, 0];
  for (let k = 0; k < count; k++) {
    const i = typeof of === "number" ? k : of[k];
    const value = y[i];
    // All that lies left of the axes makes one column, all that lies right of them another, and a gap a third.
    const at = ((linear ? x[i] : scale.forward(x[i])) - from) * factor;
    const here =
      at - at === 0 && value - value === 0 ? (at < 0 ? -1 : at < columns ? Math.floor(at) : columns) : -2;
    if (here !== column) {
      if (column > -3) end(first, lowest, column === -2 ? lowest : highest, column === -2 ? first : last);
      column = here;
      first = lowest = highest = i;
      low = high = value;
    } else if (value < low) {
      lowest = i;
      low = value;
    } else if (value > high) {
      highest = i;
      high = value;
    }
    last = i;
  }
  if (column > -3) end(first, lowest, column === -2 ? lowest : highest, column === -2 ? first : last);
  return kept.done();
}

/** Of every run of points near one straight line its first, its last and its two ends; of every gap one point. */
function corners(px: Float64Array, py: Float64Array, tolerance: number): Uint32Array {
  const count = px.length;
  const kept = new Indices();
  let gap = false;
  for (let k = 0; k < count;) {
    const broken = !Number.isFinite(px[k] + py[k]);
    if (!broken || !gap) kept.push(k);
    gap = broken;
    let [dx, dy, farthest, nearest] = [0, 0, 0, 0];
    let [forward, backward] = [k, k];
    let next = k + 1;
    for (; next < count; next++) {
      const [tx, ty] = [px[next] - px[k], py[next] - py[k]];
      if (dx === 0 && dy === 0) {
        const norm = Math.hypot(tx, ty) || 1;
        [dx, dy] = [tx / norm, ty / norm];
      }
      // Not-a-number, of a gap, fails the comparison and so ends the run.
      if (!(Math.abs(dx * ty - dy * tx) <= tolerance)) break;
      const along = dx * tx + dy * ty;
      if (along > farthest) [farthest, forward] = [along, next];
      if (along < nearest) [nearest, backward] = [along, next];
    }
    if (next - 1 === k) {
      k = next;
      continue;
    }
    kept.push(Math.min(forward, backward));
    kept.push(Math.max(forward, backward));
    kept.push(next - 1);
    k = next === count ? count : next - 1;
  }
  return kept.done();
}
