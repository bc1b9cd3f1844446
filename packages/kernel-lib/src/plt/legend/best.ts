import type { Obstacles } from "../model/artist";
import { placeBox, type Rect } from "./location";

const inside = ({ left, top, width, height }: Rect, x: number, y: number) =>
  x > left && x < left + width && y > top && y < top + height;

/** Whether a straight line touches a rectangle: Liang and Barsky's clipping. */
function crosses(
  { left, top, width, height }: Rect,
  x0: number,
  y0: number,
  x1: number,
  y1: number,
): boolean {
  let from = 0;
  let to = 1;
  const sides: [number, number][] = [
    [x0 - x1, x0 - left],
    [x1 - x0, left + width - x0],
    [y0 - y1, y0 - top],
    [y1 - y0, top + height - y0],
  ];
  for (const [step, room] of sides) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Whether any piece of a path touches a rectangle; a corner that is not a number ends a piece. */
function pathCrosses(box: Rect, [x, y]: [ArrayLike<number>, ArrayLike<number>]): boolean {
  for (let i = 1; i < x.length; i++) {
    const whole = Number.isFinite(x[i - 1] + y[i - 1] + x[i] + y[i]);
    if (whole && crosses(box, x[i - 1], y[i - 1], x[i], y[i])) return true;
  }
  return false;
}

/** How much a box would hide: corners and points inside it, boxes and lines it meets. */
function badness(box: Rect, { lines = [], points = [], boxes = [] }: Obstacles): number {
  let count = 0;
  for (const [x, y] of lines) {
    for (let i = 0; i < x.length; i++) if (inside(box, x[i], y[i])) count++;
    if (pathCrosses(box, [x, y])) count++;
  }
  for (const [x, y] of points) if (inside(box, x, y)) count++;
  for (const [left, top, right, bottom] of boxes) {
    if (left < box.left + box.width && right > box.left && top < box.top + box.height && bottom > box.top)
      count++;
  }
  return count;
}

/** The place where a box hides least, the one of the lowest code among equals. */
export function bestPlace(
  width: number,
  height: number,
  within: Rect,
  pad: number,
  obstacles: Obstacles,
): number {
  let best = 1;
  let least = Infinity;
  for (let code = 1; code <= 10 && least > 0; code++) {
    const bad = badness(placeBox(code, width, height, within, pad), obstacles);
    if (bad < least) [best, least] = [code, bad];
  }
  return best;
}
