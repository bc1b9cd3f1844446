import type { Frame } from "../model/artist";
import { columnExtremes, take } from "./line";
import { pixels } from "./pixels";

/** Columns to a pixel. */
const density = 6;
/** Points that a column has on average, if a line is as good as everywhere between its lowest and its highest. */
const crowd = 16;
/** The share of columns in which the line must run up and down. */
const most = 0.75;

/** The upper and the lower rim of a band, in pixels from the left and from the top. */
export interface Band {
  upper: [x: number, y: number][];
  lower: [x: number, y: number][];
}

/**
 * Finds whether a long line runs up and down so densely that its picture is a band: in each column of a sixth of a
 * pixel it is then everywhere between its lowest and its highest point.
 *
 * @returns The rims of the band; undefined for a line that is none, or has gaps.
 */
export function bandOf(frame: Frame, x: ArrayLike<number>, y: ArrayLike<number>): Band | undefined {
  const kept = columnExtremes(frame, x, y, density);
  if (!kept) return undefined;
  const px = pixels(frame, "x", take(x, kept));
  const py = pixels(frame, "y", take(y, kept));
  const band: Band = { upper: [], lower: [] };
  let restless = 0;
  for (let k = 0; k < kept.length;) {
    const column = Math.floor(px[k] * density);
    let [low, high] = [k, k];
    let end = k;
    for (; end < kept.length && Math.floor(px[end] * density) === column; end++) {
      if (py[end] < py[low]) low = end;
      if (py[end] > py[high]) high = end;
    }
    if (end === k) return undefined; // a gap, which is in no column
    if (Math.abs(py[end - 1] - py[k]) < 0.7 * (py[high] - py[low])) restless++;
    band.upper.push([px[high], frame.height - py[high]]);
    band.lower.push([px[low], frame.height - py[low]]);
    k = end;
  }
  const columns = band.upper.length;
  const dense = Math.min(x.length, y.length) > crowd * columns && restless > most * columns;
  return dense ? band : undefined;
}
