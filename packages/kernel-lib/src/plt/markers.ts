import { describe, nearestName } from "../array/options";

/** A marker's outline in a square from −1 to 1, y down, and whether it has an inside to fill. */
export interface Marker {
  path: string;
  filled: boolean;
  /** Size relative to `markersize`. */
  scale: number;
}

const format = (x: number) => String(Number(x.toFixed(4)));
const polygon = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${format(x)},${format(y)}`).join("L")}Z`;
/** A regular polygon or star with its first corner at an angle from the top. */
const regular = (corners: number, { turn = 0, inner = 1 } = {}) =>
  polygon(
    Array.from({ length: inner === 1 ? corners : 2 * corners }, (_, i) => {
      const angle = turn + (2 * Math.PI * i) / (inner === 1 ? corners : 2 * corners);
      const radius = i % 2 === 1 ? inner : 1;
      return [radius * Math.sin(angle), -radius * Math.cos(angle)] as const;
    }),
  );
const circle = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0Z";
const filled = (path: string, scale = 1): Marker => ({ path, filled: true, scale });
const lines = (path: string): Marker => ({ path, filled: false, scale: 1 });
const third = 1 / 3;
const plus = polygon([
  [-third, -1],
  [third, -1],
  [third, -third],
  [1, -third],
  [1, third],
  [third, third],
  [third, 1],
  [-third, 1],
  [-third, third],
  [-1, third],
  [-1, -third],
  [-third, -third],
]);
const cross = polygon([
  [-0.5, -1],
  [0, -0.5],
  [0.5, -1],
  [1, -0.5],
  [0.5, 0],
  [1, 0.5],
  [0.5, 1],
  [0, 0.5],
  [-0.5, 1],
  [-1, 0.5],
  [-0.5, 0],
  [-1, -0.5],
]);

/** Every marker by matplotlib's name. See https://matplotlib.org/stable/api/markers_api.html */
export const markers: Record<string, Marker> = {
  ".": filled(circle, 0.5),
  ",": filled("M-1,-1H1V1H-1Z", 0.12),
  o: filled(circle),
  v: filled("M0,1L-1,-1H1Z"),
  "^": filled("M0,-1L-1,1H1Z"),
  "<": filled("M-1,0L1,-1V1Z"),
  ">": filled("M1,0L-1,-1V1Z"),
  "1": lines("M0,0V1M0,0L0.8,-0.5M0,0L-0.8,-0.5"),
  "2": lines("M0,0V-1M0,0L0.8,0.5M0,0L-0.8,0.5"),
  "3": lines("M0,0H-1M0,0L0.5,-0.8M0,0L0.5,0.8"),
  "4": lines("M0,0H1M0,0L-0.5,-0.8M0,0L-0.5,0.8"),
  "8": filled(regular(8, { turn: Math.PI / 8 })),
  s: filled("M-1,-1H1V1H-1Z"),
  p: filled(regular(5)),
  P: filled(plus),
  "*": filled(regular(5, { inner: 0.381966 })),
  h: filled(regular(6)),
  H: filled(regular(6, { turn: Math.PI / 6 })),
  "+": lines("M-1,0H1M0,-1V1"),
  x: lines("M-1,-1L1,1M-1,1L1,-1"),
  X: filled(cross),
  D: filled("M0,-1.4142L1.4142,0L0,1.4142L-1.4142,0Z"),
  d: filled("M0,-1.4142L0.8485,0L0,1.4142L-0.8485,0Z"),
  "|": lines("M0,-1V1"),
  _: lines("M-1,0H1"),
  TICKLEFT: lines("M-2,0H0"),
  TICKRIGHT: lines("M0,0H2"),
  TICKUP: lines("M0,-2V0"),
  TICKDOWN: lines("M0,0V2"),
  // Carets that have their tip at their place.
  CARETLEFT: filled("M1.5,-1L0,0L1.5,1"),
  CARETRIGHT: filled("M-1.5,-1L0,0L-1.5,1"),
  CARETUP: filled("M-1,1.5L0,0L1,1.5"),
  CARETDOWN: filled("M-1,-1.5L0,0L1,-1.5"),
  // Carets that stand on their place, at the ends of error bars that are limits.
  CARETLEFTBASE: filled("M0,-1L-1.5,0L0,1"),
  CARETRIGHTBASE: filled("M0,-1L1.5,0L0,1"),
  CARETUPBASE: filled("M-1,0L0,-1.5L1,0"),
  CARETDOWNBASE: filled("M-1,0L0,1.5L1,0"),
};

/** The names of markers. */
const named = Object.keys(markers);

/** matplotlib's numbers of markers that have no name of one character. */
const numbered = [
  "TICKLEFT",
  "TICKRIGHT",
  "TICKUP",
  "TICKDOWN",
  "CARETLEFT",
  "CARETRIGHT",
  "CARETUP",
  "CARETDOWN",
  "CARETLEFTBASE",
  "CARETRIGHTBASE",
  "CARETUPBASE",
  "CARETDOWNBASE",
];

/** A marker by its name or its number, or its outline by its corners about the middle, y up. */
export type MarkerName = string | number | readonly (readonly [x: number, y: number])[] | null;

/** A marker of its own outline, whose farthest corner is as far away as that of a square. */
function outlined(corners: readonly (readonly [number, number])[]): string {
  const reach = Math.max(...corners.flat().map(Math.abs)) || 1;
  const path = `M${corners.map(([x, y]) => `${format(x / reach)},${format(-y / reach)}`).join("L")}`;
  markers[path] ??= filled(path);
  return path;
}

/** Reads a marker's name; null where there is to be none. */
export function readMarker(functionName: string, value: unknown): string | null {
  if (value === null || value === "None" || value === "none" || value === "" || value === " ") return null;
  if (typeof value === "number" && Object.hasOwn(numbered, value)) return numbered[value];
  if (typeof value === "string" && Object.hasOwn(markers, value)) return value;
  const isOutline =
    Array.isArray(value) &&
    value.length > 1 &&
    value.every((corner) => Array.isArray(corner) && corner.length === 2 && corner.every(Number.isFinite));
  if (isOutline) return outlined(value as [number, number][]);
  const names = named;
  const near = typeof value === "string" && value.length > 1 ? nearestName(value, names) : undefined;
  const hint = near === undefined ? `one of ${names.join(" ")} or "None"` : `"${near}"`;
  throw new TypeError(`${functionName}: expected marker to be ${hint}, got ${describe(value)}`);
}
