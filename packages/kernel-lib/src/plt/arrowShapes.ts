import type { Path, Point } from "./clipping";
import { leaving } from "./connections";
import { nameAndSettings } from "./nameAndSettings";

const heads = { head_length: 0.4, head_width: 0.2 };
const bracketA = { widthA: 1, lengthA: 0.2, angleA: 0 };
const bracketB = { widthB: 1, lengthB: 0.2, angleB: 0 };

/** The settings of the styles of arrows, in sizes of the text. */
const styles = {
  "-": {},
  "<-": heads,
  "->": heads,
  "<->": heads,
  "<|-": heads,
  "-|>": heads,
  "<|-|>": heads,
  "]-": bracketA,
  "-[": bracketB,
  "]-[": { ...bracketA, ...bracketB },
  "|-|": { widthA: 1, angleA: 0, widthB: 1, angleB: 0 },
  "]->": { ...bracketA, ...heads },
  "<-[": { ...bracketB, ...heads },
  simple: { head_length: 0.5, head_width: 0.5, tail_width: 0.2 },
  fancy: { head_length: 0.4, head_width: 0.4, tail_width: 0.4 },
  wedge: { tail_width: 0.3, shrink_factor: 0.5 },
};

/** A style of arrows: a name, and its settings in sizes of the text. */
export interface ArrowLook {
  readonly name: string;
  readonly settings: Readonly<Record<string, number>>;
}

/** Reads a style of arrows, such as "->,head_length=0.6". */
export const readArrowLook = (functionName: string, option: string, value: unknown): ArrowLook =>
  nameAndSettings(functionName, option, value, styles);

/** Whether a style is one filled shape, not a line with ends. */
export const isShape = ({ name }: ArrowLook): boolean => ["simple", "fancy", "wedge"].includes(name);

/** What an arrow is drawn with: a line, open ends, and filled ends or a filled shape. */
export interface ArrowOutline {
  line: Path;
  open: Path[];
  filled: Path[];
}

const unit = ([ax, ay]: Point, [bx, by]: Point): Point => {
  const length = Math.hypot(bx - ax, by - ay) || 1;
  return [(bx - ax) / length, (by - ay) / length];
};

const moved = ([x, y]: Point, [dx, dy]: Point, along: number, aside = 0): Point => [
  x + dx * along - dy * aside,
  y + dy * along + dx * aside,
];

/** The end of a line, with a head or a bracket: what is drawn there, and how far the line ends before it. */
function end(
  tip: Point,
  before: Point,
  side: "A" | "B",
  { name, settings }: ArrowLook,
  size: number,
  linewidth: number,
): { path?: Path; filled: boolean; back: number } {
  const direction = unit(before, tip);
  const symbol = side === "A" ? /^(<\|?|\]|\|)/.exec(name)?.[0] : /(\|?>|\[|\|)$/.exec(name)?.[0];
  if (symbol === undefined) return { filled: false, back: 0 };
  if (/[<>]/.test(symbol)) {
    const [long, wide] = [settings.head_length * size, settings.head_width * size];
    const back = (linewidth / 2) * (Math.hypot(long, wide) / wide);
    const top = moved(tip, direction, -back);
    const wings = [wide, -wide].map((aside) => moved(top, direction, -long, aside));
    return { path: [wings[0], top, wings[1]], filled: symbol.includes("|"), back };
  }
  const half = settings[`width${side}`] * size;
  const long = (settings[`length${side}`] ?? 0) * size;
  const angle = ((settings[`angle${side}`] ?? 0) * Math.PI) / 180;
  const turned: Point = [
    direction[0] * Math.cos(angle) - direction[1] * Math.sin(angle),
    direction[0] * Math.sin(angle) + direction[1] * Math.cos(angle),
  ];
  const corners = [half, -half].map((aside) => moved(tip, turned, 0, aside));
  const feet = [half, -half].map((aside) => moved(tip, turned, long, aside));
  return { path: long === 0 ? corners : [feet[0], corners[0], corners[1], feet[1]], filled: false, back: 0 };
}

/** The outline of something along a path whose half width follows from how far along it is, from 0 to 1. */
function widened(path: Path, halfWidth: (part: number) => number): { left: Point[]; right: Point[] } {
  const lengths = path.map((point, k) =>
    k === 0 ? 0 : Math.hypot(point[0] - path[k - 1][0], point[1] - path[k - 1][1]),
  );
  const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
  let at = 0;
  const sides = path.map((point, k) => {
    at += lengths[k];
    const direction = unit(path[Math.max(0, k - 1)], path[Math.min(path.length - 1, k + 1)]);
    const half = halfWidth(at / whole);
    return [moved(point, direction, 0, half), moved(point, direction, 0, -half)];
  });
  return { left: sides.map(([left]) => left), right: sides.map(([, right]) => right) };
}

/** Half a width that is `w1` of it at the beginning, `wm` in the middle and `w2` at the end. */
const tapering =
  (half: number, [w1, wm, w2]: readonly [number, number, number]) =>
  (t: number): number =>
    half * (t < 0.5 ? w1 + (wm - w1) * 2 * t : wm + (w2 - wm) * (2 * t - 1));

/** Where a straight line has points between its ends, for a width that changes along it. */
const between = (path: Path): Path =>
  path.length !== 2
    ? path
    : [0, 0.25, 0.5, 0.75, 1].map((t): Point => [
        path[0][0] + t * (path[1][0] - path[0][0]),
        path[0][1] + t * (path[1][1] - path[0][1]),
      ]);

/** A filled arrow along a path. */
function shape(path: Path, { name, settings }: ArrowLook, size: number): Path {
  const tail = (settings.tail_width * size) / 2;
  if (name === "wedge") {
    const { left, right } = widened(between(path), tapering(tail, [1, settings.shrink_factor, 0]));
    return [...left, ...right.reverse()];
  }
  const [long, wide] = [settings.head_length * size, (settings.head_width * size) / 2];
  const tip = path[path.length - 1];
  const near = ([x, y]: Point) => Math.hypot(x - tip[0], y - tip[1]) < long;
  const head = leaving([...path].reverse(), near);
  const shaft = [...head].reverse();
  const neck = shaft[shaft.length - 1] ?? path[0];
  const within = [neck, ...path.filter((point) => near(point))];
  const fancy = name === "fancy";
  const point = widened(between(within), tapering(wide, [1, fancy ? 0.6 : 0.5, 0]));
  if (shaft.length < 2) return [...point.left, ...point.right.reverse()];
  const body = widened(between(shaft), fancy ? tapering(tail, [1, 0.6, 0.3]) : () => tail);
  // The tail of a fancy arrow is notched.
  const notch = fancy ? [moved(path[0], unit(path[0], path[1]), 0.6 * tail)] : [];
  return [...notch, ...body.left, ...point.left, ...point.right.reverse(), ...body.right.reverse()];
}

/**
 * What an arrow along a path is drawn with.
 *
 * @param path - From its beginning to its tip, in pixels.
 * @param look - Its style.
 * @param size - The size of text that the settings of the style are multiples of, in pixels.
 * @param linewidth - Width of lines in pixels.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.patches.ArrowStyle.html
 */
export function arrowOutlineAlong(
  path: Path,
  look: ArrowLook,
  size: number,
  linewidth: number,
): ArrowOutline {
  if (isShape(look)) return { line: [], open: [], filled: [shape(path, look, size)] };
  const last = path.length - 1;
  const ends = [
    end(path[0], path[1], "A", look, size, linewidth),
    end(path[last], path[last - 1], "B", look, size, linewidth),
  ];
  const line = [...path];
  line[0] = moved(path[0], unit(path[0], path[1]), ends[0].back);
  line[last] = moved(path[last], unit(path[last], path[last - 1]), ends[1].back);
  const drawn = (filled: boolean) =>
    ends.flatMap(({ path: own, filled: isFilled }) => (own && isFilled === filled ? [own] : []));
  return { line, open: drawn(false), filled: drawn(true) };
}
