/** The shape of arrows, in multiples of the width of their shafts. */
export interface ArrowShape {
  headwidth: number;
  headlength: number;
  headaxislength: number;
  /** Below this length of the shaft, over that of the head, an arrow becomes smaller as a whole. */
  minshaft: number;
  /** Shorter arrows are drawn as dots of this size. */
  minlength: number;
  /** What of an arrow is at its place. */
  pivot: "tail" | "mid" | "tip";
}

type Point = readonly [x: number, y: number];

/** Longer arrows would be no pictures any more. */
const longest = 2 ** 16;

/**
 * The outline of an arrow that points right.
 *
 * @param length - Its length, in widths of its shaft, as all results are.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.quiver.html
 */
export function arrowOutline(length: number, shape: ArrowShape): Point[] {
  const { headwidth, headlength, headaxislength, minshaft, minlength, pivot } = shape;
  const size = Math.min(longest, Math.max(0, length));
  if (size < minlength) {
    return Array.from({ length: 6 }, (_, k): Point => {
      const angle = (k * Math.PI) / 3;
      return [0.5 * minlength * Math.cos(angle), 0.5 * minlength * Math.sin(angle)];
    });
  }
  const least = minshaft * headlength;
  const small = size < least ? size / least : 1;
  const whole = size < least ? least : size;
  const upper: Point[] = [
    [0, 0.5],
    [whole - headaxislength, 0.5],
    [whole - headlength, headwidth / 2],
    [whole, 0],
  ];
  const lower = [...upper.slice(0, 3)].reverse().map(([x, y]): Point => [x, -y]);
  const back = { tail: 0, mid: size / 2, tip: size }[pivot];
  return [...upper, ...lower].map(([x, y]): Point => [x * small - back, y * small]);
}

/** Turns an outline and makes it larger: in pixels, y down, about its place. */
export function placedOutline(outline: readonly Point[], angle: number, unit: number): Point[] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return outline.map(([x, y]): Point => [unit * (x * cos - y * sin), -unit * (x * sin + y * cos)]);
}
