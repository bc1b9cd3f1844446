import { describe } from "../../array/options";
import { pixel, type Frame } from "../model/artist";

/**
 * Which points of a line have a marker: every so many, counted from the first; some by their numbers; every so many from
 * one on; or, with a step that is no whole number, the ones nearest to places that are so far apart along the line, where
 * the diagonal of the axes is 1.
 */
export type MarkEvery = number | readonly number[] | { readonly start: number; readonly step: number };

/** Reads which points have a marker; truth values say it of each. */
export function readMarkEvery(functionName: string, value: unknown): MarkEvery {
  const whole = (each: unknown) => typeof each === "number" && Number.isInteger(each);
  const positive = (each: unknown) => typeof each === "number" && each > 0 && Number.isFinite(each);
  if (positive(value)) return value as number;
  if (Array.isArray(value) && value.every((each) => typeof each === "boolean")) {
    return value.flatMap((each, i) => (each ? [i] : []));
  }
  if (Array.isArray(value) && value.every(whole)) return value as number[];
  const { start, step } = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  if (typeof start === "number" && start >= 0 && positive(step)) return { start, step: step as number };
  throw new TypeError(
    `${functionName}: expected markevery to be a number above 0, numbers of points, or { start, step }, got ${describe(value)}`,
  );
}

/** The numbers of the points that have a marker; undefined for all. */
export function markedPoints(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  every: MarkEvery,
): Uint32Array | undefined {
  if (every === 1) return undefined;
  const count = x.length;
  if (Array.isArray(every)) {
    const listed = (every as readonly number[]).map((i) => (i < 0 ? count + i : i));
    return Uint32Array.from(listed.filter((i) => i >= 0 && i < count));
  }
  const { start, step } =
    typeof every === "number" ? { start: 0, step: every } : (every as { start: number; step: number });
  if (!Number.isInteger(step) || !Number.isInteger(start)) return spaced(frame, x, y, start, step);
  const length = Math.max(0, Math.ceil((count - start) / step));
  return Uint32Array.from({ length }, (_, k) => start + k * step);
}

/** The points nearest to places along the line that are as far from each other. */
function spaced(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  start: number,
  step: number,
): Uint32Array {
  const finite = Array.from(x, (_, i) => i).filter((i) => Number.isFinite(x[i] + y[i]));
  const at = finite.map((i) => [pixel(frame, "x", x[i]), pixel(frame, "y", y[i])]);
  let total = 0;
  const along = at.map(([px, py], k) => {
    if (k > 0) total += Math.hypot(px - at[k - 1][0], py - at[k - 1][1]);
    return total;
  });
  const unit = Math.hypot(frame.width, frame.height);
  const chosen = new Set<number>();
  let nearest = 0;
  for (let place = start * unit; place < total; place += step * unit) {
    while (
      nearest + 1 < along.length &&
      Math.abs(along[nearest + 1] - place) < Math.abs(along[nearest] - place)
    ) {
      nearest++;
    }
    chosen.add(finite[nearest]);
  }
  return Uint32Array.from(chosen);
}
