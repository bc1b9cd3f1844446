import type { Frame } from "../model/artist";
import { pixels } from "./pixels";

/** Up to so many scattered points are drawn as they are. */
export const verbatimPoints = 20_000;

/**
 * Chooses the scattered points to draw so that their picture stays the same: where markers hide what is beneath
 * them, those of which something is to be seen; elsewhere, of those whose centres are in one pixel, the last.
 *
 * @param frame - The axes that the points are drawn on.
 * @param x - The x data.
 * @param y - The y data, as many.
 * @param diameter - Of the markers in pixels, edges included: one for all, or one each.
 * @param opaque - Whether markers are filled discs that nothing shines through.
 * @returns Indices in rising order; undefined if every point is to be drawn.
 */
export function thinPoints(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  diameter: ArrayLike<number>,
  opaque: boolean,
): Uint32Array | undefined {
  const count = Math.min(x.length, y.length);
  if (count <= verbatimPoints || diameter.length === 0) return undefined;
  const px = pixels(frame, "x", x);
  const py = pixels(frame, "y", y);
  const largest = Array.from(diameter).reduce((a, b) => Math.max(a, b), 0);
  const rim = Math.ceil(largest / 2);
  const grid = new Grid(Math.ceil(frame.width), Math.ceil(frame.height), rim);
  const kept: number[] = [];
  // From the topmost down: what is drawn later lies over what is drawn earlier.
  for (let i = count - 1; i >= 0; i--) {
    const shows = opaque
      ? grid.cover(px[i], py[i], diameter[i % diameter.length] / 2)
      : grid.take(px[i], py[i]);
    if (shows) kept.push(i);
  }
  return Uint32Array.from(kept.reverse());
}

/** The sides of squares of pixels that are counted together, as a power of two. */
const side = 2;

/** The pixels of the axes, and of a rim about them in which a centre may lie whose marker still shows. */
class Grid {
  private readonly columns: number;
  private readonly rows: number;
  /** Pixels that hold a centre, or are painted over. */
  private readonly taken: Uint8Array;
  /** How many pixels of each square of pixels are not taken yet: of crowds, most discs lie where there are none. */
  private readonly left: Uint8Array;
  private readonly across: number;

  constructor(
    width: number,
    height: number,
    private readonly rim: number,
  ) {
    this.columns = width + 2 * rim + 1;
    this.rows = height + 2 * rim + 1;
    this.taken = new Uint8Array(this.columns * this.rows);
    this.across = (this.columns >> side) + 1;
    this.left = new Uint8Array(this.across * ((this.rows >> side) + 1));
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) this.left[this.square(row, column)]++;
    }
  }

  private square(row: number, column: number): number {
    return (row >> side) * this.across + (column >> side);
  }

  /** Whether every pixel of a part of the grid is taken. */
  private isFull(top: number, bottom: number, left: number, right: number): boolean {
    for (let row = top >> side; row <= bottom >> side; row++) {
      for (let column = left >> side; column <= right >> side; column++) {
        if (this.left[row * this.across + column] > 0) return false;
      }
    }
    return true;
  }

  /** Whether a position is in the grid; not-a-number is not. */
  private has(x: number, y: number): boolean {
    return x >= 0 && x < this.columns && y >= 0 && y < this.rows;
  }

  /** Takes the pixel of a centre; false if it is taken, or so far outside that nothing of a marker shows. */
  take(x: number, y: number): boolean {
    const [cx, cy] = [x + this.rim, y + this.rim];
    if (!this.has(cx, cy)) return false;
    const at = Math.floor(cy) * this.columns + Math.floor(cx);
    if (this.taken[at]) return false;
    this.taken[at] = 1;
    return true;
  }

  /** Paints a disc; false if all of it was painted over before, or none of it shows. A pixel counts by its centre. */
  cover(x: number, y: number, radius: number): boolean {
    const [cx, cy] = [x + this.rim, y + this.rim];
    if (!this.has(cx, cy)) return false;
    const bottom = Math.min(this.rows - 1, Math.floor(cy + radius - 0.5));
    const top = Math.max(0, Math.ceil(cy - radius - 0.5));
    const [first, last] = [cx - radius - 0.5, cx + radius - 0.5];
    const isHidden =
      radius >= 1 &&
      this.isFull(top, bottom, Math.max(0, Math.ceil(first)), Math.min(this.columns - 1, Math.floor(last)));
    if (isHidden) return false;
    let fresh = radius < 1;
    for (let row = top; row <= bottom; row++) {
      const half = Math.sqrt(Math.max(0, radius ** 2 - (row + 0.5 - cy) ** 2));
      const from = row * this.columns + Math.max(0, Math.ceil(cx - half - 0.5));
      const to = row * this.columns + Math.min(this.columns - 1, Math.floor(cx + half - 0.5));
      for (let at = from; at <= to; at++) {
        if (this.taken[at]) continue;
        this.taken[at] = 1;
        this.left[this.square(row, at - row * this.columns)]--;
        fresh = true;
      }
    }
    return fresh;
  }
}
