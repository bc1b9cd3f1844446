/** Sizes of the parts of barbs, as shares of the length of their shafts. */
export interface BarbSizes {
  /** Room between flags, barbs and half barbs. */
  spacing: number;
  /** How far flags and barbs reach from the shaft. */
  height: number;
  /** Width of a flag, and twice that of a barb. */
  width: number;
  /** Radius of the circle that stands for next to nothing. */
  emptybarb: number;
}

/** What flags, barbs and half barbs stand for. */
export interface BarbIncrements {
  half: number;
  full: number;
  flag: number;
}

/** How barbs are built. Lengths are in points. */
export interface BarbShape {
  length: number;
  /** What of a barb is at its place, or how far its tip is from there. */
  pivot: "tip" | "middle" | number;
  sizes: BarbSizes;
  increments: BarbIncrements;
  /** Whether circles are filled. */
  fillEmpty: boolean;
  /** Whether sizes are rounded to half barbs, and not cut off. */
  rounding: boolean;
}

type Point = readonly [x: number, y: number];

/** Rounds to whole numbers, halves to even ones. */
function roundedToEven(value: number): number {
  const floor = Math.floor(value);
  return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
}

/** How many flags, barbs and half barbs a size has. */
function partsOf(size: number, { increments, rounding }: BarbShape) {
  const { half, full, flag } = increments;
  const rest = rounding ? half * roundedToEven(size / half) : size;
  const flags = Math.floor(rest / flag);
  const barbs = Math.floor((rest - flags * flag) / full);
  return { flags, barbs, half: rest - flags * flag - barbs * full >= half };
}

/**
 * The outline of a barb about its place, in points, y up.
 *
 * @param flipped - Whether flags and barbs are on the other side of the shaft.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.barbs.html
 */
export function barbOutline(u: number, v: number, shape: BarbShape, flipped: boolean): Point[] {
  const { length, pivot, sizes } = shape;
  const parts = partsOf(Math.hypot(u, v), shape);
  const [spacing, width] = [length * sizes.spacing, length * sizes.width];
  if (parts.flags + parts.barbs === 0 && !parts.half) {
    const circle = Array.from({ length: 21 }, (_, k): Point => {
      const angle = (Math.PI * k) / 10 + Math.PI / 2;
      return [length * sizes.emptybarb * Math.cos(angle), length * sizes.emptybarb * Math.sin(angle)];
    });
    // One that is not filled goes round and back.
    return shape.fillEmpty ? circle : [...circle, ...[...circle].reverse()];
  }
  const height = length * sizes.height * (flipped ? -1 : 1);
  const end = pivot === "tip" ? 0 : pivot === "middle" ? -length / 2 : pivot;
  const corners: Point[] = [[0, end]];
  let at = length;
  for (let k = 0; k < parts.flags; k++) {
    if (at !== length) at += spacing / 2;
    corners.push([0, end + at], [height, end - width / 2 + at], [0, end - width + at]);
    at -= width + spacing;
  }
  for (let k = 0; k < parts.barbs; k++) {
    corners.push([0, end + at], [height, end + at + width / 2], [0, end + at]);
    at -= spacing;
  }
  if (parts.half) {
    if (at === length) {
      corners.push([0, end + at]);
      at -= 1.5 * spacing;
    }
    corners.push([0, end + at], [height / 2, end + at + width / 4], [0, end + at]);
  }
  const angle = Math.atan2(v, u) + Math.PI / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return corners.map(([x, y]): Point => [x * cos - y * sin, x * sin + y * cos]);
}
