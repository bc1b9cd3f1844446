import { describe } from "../array/options";
import type { Path, Point } from "./clipping";
import type { Reader } from "./options/option";

/** Lines, or rows of shapes, that a letter stands for in a square of an inch. */
const density = 6;
const letters = "-|+/\\xXoO.*";

/** Reads a pattern of lines and shapes. */
export const hatch: Reader<string, string> = (functionName, name, value) => {
  if (typeof value === "string" && [...value].every((letter) => letters.includes(letter))) return value;
  throw new TypeError(
    `${functionName}: expected ${name} to be letters of "${letters}", each as often as its lines are to be dense, got ${describe(value)}`,
  );
};

/** Straight lines across a rectangle in pixels: all that lie a step apart and run in a direction. */
function lines([left, top, right, bottom]: Bounds, [dx, dy]: Point, step: number, first: number): Path[] {
  // By how far a line lies from the corner of the axes, across its direction.
  const across = ([x, y]: Point) => x * dy - y * dx;
  const along = ([x, y]: Point) => x * dx + y * dy;
  const corners: Point[] = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ];
  const [from, to] = [Math.min(...corners.map(across)), Math.max(...corners.map(across))];
  const [start, end] = [Math.min(...corners.map(along)), Math.max(...corners.map(along))];
  const found: Path[] = [];
  for (let at = first + Math.ceil((from - first) / step) * step; at <= to; at += step) {
    found.push([start, end].map((t): Point => [t * dx + at * dy, t * dy - at * dx]));
  }
  return found;
}

/** Sides of a rectangle in pixels. */
type Bounds = readonly [left: number, top: number, right: number, bottom: number];

/** The outline of a circle, or of a star of five points, about a place. */
function shape([cx, cy]: Point, radius: number, isStar: boolean): Path {
  const count = isStar ? 10 : 16;
  return Array.from({ length: count + 1 }, (_, k): Point => {
    const angle = (2 * Math.PI * k) / count - Math.PI / 2;
    const length = isStar && k % 2 === 1 ? 0.381966 * radius : radius;
    return [cx + length * Math.cos(angle), cy + length * Math.sin(angle)];
  });
}

/** Places of shapes over a rectangle: rows, every other one moved by half a step. */
function places([left, top, right, bottom]: Bounds, step: number): Point[] {
  const found: Point[] = [];
  for (let row = Math.floor(top / step) - 1; row * step <= bottom + step; row++) {
    const shift = row % 2 === 0 ? 0 : step / 2;
    for (let column = Math.floor(left / step) - 1; column * step <= right + step; column++) {
      found.push([column * step + shift, row * step]);
    }
  }
  return found;
}

/** Sizes of shapes as shares of the step between them. */
const shapes = [
  { letter: "o", size: 0.2 },
  { letter: "O", size: 0.35 },
  { letter: ".", size: 0.1 },
  { letter: "*", size: 1 / 3 },
];

/** What a pattern draws over a rectangle in pixels, of squares of an inch: strokes and filled shapes. */
export function patternOver(
  pattern: string,
  bounds: Bounds,
  inch: number,
): { strokes: Path[]; filled: Path[] } {
  const count = (some: string) => density * [...pattern].filter((letter) => some.includes(letter)).length;
  const strokes: Path[] = [];
  const filled: Path[] = [];
  const diagonal = Math.SQRT1_2;
  const add = (number: number, direction: Point, step: number, first: number) => {
    if (number > 0) strokes.push(...lines(bounds, direction, step, first));
  };
  const [level, upright] = [count("-+"), count("|+")];
  add(level, [1, 0], inch / level, inch / level / 2);
  add(upright, [0, 1], inch / upright, inch / upright / 2);
  const [rising, falling] = [count("/xX"), count("\\xX")];
  add(rising, [diagonal, -diagonal], (2 * diagonal * inch) / rising, 0);
  add(falling, [diagonal, diagonal], (2 * diagonal * inch) / falling, 0);
  for (const { letter, size } of shapes) {
    const rows = count(letter);
    if (rows === 0) continue;
    const isFilled = letter === "." || letter === "*";
    const drawn = places(bounds, inch / rows).map((at) => shape(at, (size * inch) / rows, letter === "*"));
    (isFilled ? filled : strokes).push(...drawn);
  }
  return { strokes, filled };
}
