import type { Path, Point } from "./clipping";
import { nameAndSettings } from "./nameAndSettings";

/** How an arrow goes from one place to another: a name, and its settings. */
export interface Connection {
  readonly name: "arc3" | "angle3" | "angle" | "arc" | "bar";
  readonly settings: Readonly<Record<string, number>>;
}

/** The settings of the ways to connect two places; angles are in degrees, arms and radii in pixels. */
const styles = {
  arc3: { rad: 0 },
  angle3: { angleA: 90, angleB: 0 },
  angle: { angleA: 90, angleB: 0, rad: 0 },
  arc: { angleA: 0, angleB: 0, armA: 0, armB: 0, rad: 0 },
  bar: { armA: 0, armB: 0, fraction: 0.3, angle: NaN },
};

/** A straight line. */
export const straightConnection: Connection = { name: "arc3", settings: styles.arc3 };

/** Reads how an arrow goes, such as "arc3,rad=0.2". */
export function readConnection(functionName: string, option: string, value: unknown): Connection {
  const { name, settings } = nameAndSettings(functionName, option, value, styles);
  return { name: name as Connection["name"], settings };
}

const steps = 32;

/** Points of a parabola from a place to another, whose ends point to and from a third. */
const parabola = ([ax, ay]: Point, [cx, cy]: Point, [bx, by]: Point): Point[] =>
  Array.from({ length: steps + 1 }, (_, k): Point => {
    const t = k / steps;
    const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t * t];
    return [p * ax + q * cx + r * bx, p * ay + q * cy + r * by];
  });

const towards = ([ax, ay]: Point, [bx, by]: Point, length: number): Point => {
  const whole = Math.hypot(bx - ax, by - ay) || 1;
  return [ax + ((bx - ax) / whole) * length, ay + ((by - ay) / whole) * length];
};

/** Straight lines from corner to corner, with rounded corners. */
function rounded(corners: readonly Point[], radius: number): Point[] {
  const last = corners.length - 1;
  return corners.flatMap((corner, k) =>
    k === 0 || k === last || radius === 0
      ? [corner]
      : parabola(towards(corner, corners[k - 1], radius), corner, towards(corner, corners[k + 1], radius)),
  );
}

/** A step in a direction, in degrees counter-clockwise from the right. */
const step = ([x, y]: Point, degrees: number, length: number): Point => {
  const angle = (degrees * Math.PI) / 180;
  return [x + length * Math.cos(angle), y - length * Math.sin(angle)];
};

/** Where two lines meet, each through a place and in a direction. */
function crossing(a: Point, angleA: number, b: Point, angleB: number): Point {
  const [p, q] = [step([0, 0], angleA, 1), step([0, 0], angleB, 1)];
  const area = p[0] * q[1] - p[1] * q[0];
  if (Math.abs(area) < 1e-12)
    throw new RangeError("annotate: expected angleA and angleB that are not parallel");
  const t = ((b[0] - a[0]) * q[1] - (b[1] - a[1]) * q[0]) / area;
  return [a[0] + t * p[0], a[1] + t * p[1]];
}

/** A path that goes out at the sides of two places, like a bracket. */
function bar(a: Point, b: Point, { armA, armB, fraction, angle }: Readonly<Record<string, number>>): Point[] {
  const whole = Math.hypot(b[0] - a[0], b[1] - a[1]);
  let end = b;
  let arm = armB;
  if (!Number.isNaN(angle)) {
    const turn = Math.atan2(a[1] - b[1], b[0] - a[0]) - (angle * Math.PI) / 180;
    end = step(a, angle, whole * Math.cos(turn));
    arm -= whole * Math.sin(turn);
  }
  const out = fraction * whole + Math.max(armA, arm);
  const length = Math.hypot(end[0] - a[0], end[1] - a[1]) || 1;
  const [dx, dy] = [(end[0] - a[0]) / length, (end[1] - a[1]) / length];
  const aside = ([x, y]: Point): Point => [x - out * dy, y + out * dx];
  return [a, aside(a), aside(end), b];
}

/**
 * The path of a connection, in pixels from the left and from the top.
 *
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.ConnectionStyle.html
 */
export function connectionPath(a: Point, b: Point, { name, settings }: Connection): Path {
  const { rad, angleA, angleB, armA, armB } = settings;
  switch (name) {
    case "arc3": {
      if (rad === 0) return [a, b];
      const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
      return parabola(a, [middle[0] - rad * (b[1] - a[1]), middle[1] + rad * (b[0] - a[0])], b);
    }
    case "angle3":
      return parabola(a, crossing(a, angleA, b, angleB), b);
    case "angle":
      return rounded([a, crossing(a, angleA, b, angleB), b], rad);
    case "arc": {
      const arms = [armA ? [step(a, angleA, armA)] : [], armB ? [step(b, angleB, armB)] : []].flat();
      return rounded([a, ...arms, b], rad);
    }
    case "bar":
      return bar(a, b, settings);
  }
}

/** The part of a path behind its first point that is outside of something. */
export function leaving(path: Path, isInside: (point: Point) => boolean): Path {
  const first = path.findIndex((point) => !isInside(point));
  if (first <= 0) return first < 0 ? [] : path;
  let [inside, outside] = [path[first - 1], path[first]];
  for (let k = 0; k < 40; k++) {
    const middle: Point = [(inside[0] + outside[0]) / 2, (inside[1] + outside[1]) / 2];
    if (isInside(middle)) inside = middle;
    else outside = middle;
  }
  return [outside, ...path.slice(first)];
}

/** A path without what lies within a distance of its beginning. */
export function shrunk(path: Path, length: number): Path {
  const [start] = path;
  if (length <= 0 || start === undefined) return path;
  return leaving(path, ([x, y]) => Math.hypot(x - start[0], y - start[1]) < length);
}
