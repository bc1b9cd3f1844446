import type { Direction, Frame, Json } from "./model/artist";
import { pixel } from "./model/artist";
import { option, type Option } from "./options/option";
import { choice } from "./options/readers";
import { positions, quantity } from "./spec/data";
import { px } from "./spec/theme";

/** What a place is measured in: data, or shares of the axes. */
export type Coordinates = "data" | "axes";

/** What both directions of a place are measured in. */
export interface Measured {
  readonly x: Coordinates;
  readonly y: Coordinates;
}

/** What `ax.transAxes`, `ax.getXaxisTransform()` and so on are. */
export type Transform = "data" | "axes" | "xaxis" | "yaxis";

/** Reads what places are measured in. */
export const readTransform = choice<Transform>("data", "axes", "xaxis", "yaxis");

/** What places are measured in, for tables of options. */
export const transformOption: Option<Transform, Transform> = option(readTransform, { default: "data" });

/** What both directions are measured in. */
export const measuredBy = (transform: Transform): Measured => ({
  x: transform === "xaxis" || transform === "data" ? "data" : "axes",
  y: transform === "yaxis" || transform === "data" ? "data" : "axes",
});

export const inData: Measured = measuredBy("data");

/** Where a value lies in the axes, in pixels from the left or from the top. */
export function placeOf(frame: Frame, direction: Direction, value: number, { x, y }: Measured): number {
  if ((direction === "x" ? x : y) === "data") return pixel(frame, direction, value);
  return direction === "x" ? value * frame.width : (1 - value) * frame.height;
}

/** The data and channels of paths whose places are measured so: data on their scales, shares of the axes in pixels. */
export function measuredPath(
  frame: Frame,
  values: { x: ArrayLike<number>; y: ArrayLike<number> },
  measured: Measured,
): { fields: { x: (number | null)[]; y: (number | null)[] }; encoding: Json } {
  const column = (direction: Direction) =>
    measured[direction] === "data"
      ? positions(frame, direction, values[direction])
      : Array.from(values[direction], (value) => px(placeOf(frame, direction, value, measured)));
  const channel = (direction: Direction) =>
    measured[direction] === "data"
      ? quantity(direction)
      : { field: direction, type: "quantitative", scale: null, axis: null };
  return {
    fields: { x: column("x"), y: column("y") },
    encoding: { x: channel("x"), y: channel("y") },
  };
}
