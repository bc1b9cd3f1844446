import type { Direction, Frame } from "../model/artist";
import { rcParams } from "../rcParams";
import { positions, specView } from "../spec/data";
import { take, thinLine } from "./line";
import { thinPoints } from "./points";

/** Positions to write into a spec. */
export interface DrawnData {
  x: (number | null)[];
  y: (number | null)[];
  /** Which points these are; undefined for all. */
  kept?: Uint32Array;
}

/** A thinned line is written to so small a part of a pixel. */
const fraction = 50;

/** Which points of a line are drawn; undefined for all. */
export const keptOfLine = (
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  straight: boolean,
): Uint32Array | undefined => (rcParams["path.simplify"] ? thinLine(frame, x, y, straight) : undefined);

/** The positions of a line, thinned where it is long and `rcParams["path.simplify"]` allows. */
export function lineData(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  straight: boolean,
): DrawnData {
  return written(frame, x, y, keptOfLine(frame, x, y, straight));
}

/** The positions of markers, thinned where they are many and `rcParams["path.simplify"]` allows. */
export function pointData(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  diameter: ArrayLike<number>,
  opaque: boolean,
): DrawnData {
  return written(
    frame,
    x,
    y,
    rcParams["path.simplify"] ? thinPoints(frame, x, y, diameter, opaque) : undefined,
  );
}

function written(
  frame: Frame,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  kept: Uint32Array | undefined,
): DrawnData {
  if (!kept) {
    const all = (direction: Direction, values: ArrayLike<number>) =>
      positions(frame, direction, values, frame.passing ? digits(frame, direction) : undefined);
    return { x: all("x", x), y: all("y", y) };
  }
  frame.thinned?.push({ points: Math.min(x.length, y.length), drawn: kept.length });
  const some = (direction: Direction, values: ArrayLike<number>) =>
    positions(frame, direction, take(values, kept), digits(frame, direction));
  return { x: some("x", x), y: some("y", y), kept };
}

/** Rounds to as many digits as a fraction of a pixel takes. */
function digits(frame: Frame, direction: Direction): (value: number) => number {
  const { scale } = frame[direction];
  if (scale.name === "log") return (value) => Number(value.toPrecision(5));
  const length = direction === "x" ? frame.width : frame.height;
  const view = specView(frame[direction]);
  const step = Math.abs(view[1] - view[0]) / (length * fraction);
  const exponent = Math.floor(Math.log10(step));
  if (exponent >= 0) return (value) => Math.round(value / 10 ** exponent) * 10 ** exponent;
  return (value) => Number(value.toFixed(Math.min(100, -exponent)));
}
