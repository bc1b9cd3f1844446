import { describe, nearestName } from "../../array/options";
import type { OutsideSide } from "../model/legend";

type Corner = `${"upper" | "lower"} ${"left" | "right"}` | `${"left" | "right"} ${"upper" | "lower"}`;
type Middle = `${"upper" | "lower" | "left" | "right"} center` | `center ${"left" | "right"}`;

/** The places of a legend by name. */
export type LegendPlace =
  | `outside ${Corner | Middle}`
  | "best"
  | "upper right"
  | "upper left"
  | "lower left"
  | "lower right"
  | "right"
  | "center left"
  | "center right"
  | "lower center"
  | "upper center"
  | "center";

/** The places of a legend by name; the numbers are matplotlib's codes. */
export const locations: Record<string, number> = {
  best: 0,
  "upper right": 1,
  "upper left": 2,
  "lower left": 3,
  "lower right": 4,
  right: 5,
  "center left": 6,
  "center right": 7,
  "lower center": 8,
  "upper center": 9,
  center: 10,
};

/** A place that has been read. */
export interface LegendSpot {
  /** The code of a place, or a point for the lower left corner. */
  loc: number | readonly [x: number, y: number];
  /** The side of a figure where a constrained layout makes room for it. */
  outside?: OutsideSide;
}

const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, " ");

/** Reads a place, outside the axes of a figure or not. */
export function readSpot(functionName: string, loc: unknown): LegendSpot {
  const [first, ...rest] = typeof loc === "string" ? plainName(loc).split(" ") : [];
  if (first !== "outside") return { loc: readLocation(functionName, loc) };
  const side = rest.find((word) => word !== "center");
  const [one, other] = rest;
  // At a corner, the side that comes first makes room.
  const turned = other !== undefined && (one === "left" || one === "right");
  const read = readLocation(functionName, (turned ? [other, one] : rest).join(" "));
  if (side === "left" || side === "right" || side === "upper" || side === "lower") {
    return { loc: read, outside: side };
  }
  throw new TypeError(
    `${functionName}: expected loc to be outside a side, such as "outside upper right", got ${describe(loc)}`,
  );
}

/** Reads a place: a name, a code from 0 to 10, or a point of the axes for the lower left corner. */
function readLocation(functionName: string, loc: unknown): number | readonly [number, number] {
  if (typeof loc === "string") {
    const name = plainName(loc);
    if (Object.hasOwn(locations, name)) return locations[name];
    const near = nearestName(name, Object.keys(locations));
    throw new TypeError(
      `${functionName}: expected loc to be one of ${Object.keys(locations).join(", ")}, got ${describe(loc)}${near ? `; did you mean "${near}"?` : ""}`,
    );
  }
  if (typeof loc === "number" && Number.isInteger(loc) && loc >= 0 && loc <= 10) return loc;
  if (Array.isArray(loc) && loc.length === 2 && loc.every((part) => Number.isFinite(part))) {
    return loc as unknown as readonly [number, number];
  }
  throw new TypeError(
    `${functionName}: expected loc to be a name, a number from 0 to 10, or a pair of numbers, got ${describe(loc)}`,
  );
}

/** A rectangle in pixels, y down. */
export interface Rect {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** How far each place lies along the free room, from the left and from the top. */
const shares: Record<number, readonly [number, number]> = {
  1: [1, 0],
  2: [0, 0],
  3: [0, 1],
  4: [1, 1],
  5: [1, 0.5],
  6: [0, 0.5],
  7: [1, 0.5],
  8: [0.5, 1],
  9: [0.5, 0],
  10: [0.5, 0.5],
};

/** Puts a box of some size at a place inside another, with a distance from its edges. */
export function placeBox(code: number, width: number, height: number, within: Rect, pad: number): Rect {
  const [across, down] = shares[code];
  return {
    left: within.left + pad + across * (within.width - width - 2 * pad),
    top: within.top + pad + down * (within.height - height - 2 * pad),
    width,
    height,
  };
}
