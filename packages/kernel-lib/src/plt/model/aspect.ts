import type { Direction } from "./artist";
import type { Box } from "./cells";
import type { Dimension } from "./dimension";
import { measurable, type Interval } from "./scale";

/** Where something smaller stands in its place, by compass: shares of the free room at its left and below it. */
export const anchors: Record<string, readonly [number, number]> = {
  C: [0.5, 0.5],
  SW: [0, 0],
  S: [0.5, 0],
  SE: [1, 0],
  E: [1, 0.5],
  NE: [1, 1],
  N: [0.5, 1],
  NW: [0, 1],
  W: [0, 0.5],
};

/** What the box and the limits of axes follow from. */
export interface Proportions {
  readonly figure: { pixelSize(): { width: number; height: number } };
  /** The place in the figure. */
  readonly position: Box;
  /** Length of a unit of y over that of a unit of x; undefined where the box is filled. */
  readonly aspect?: number;
  /** What gives way to the aspect. */
  readonly adjustable: "box" | "datalim";
  /** Height over width of the box, whatever the data. */
  readonly boxAspect?: number;
  readonly anchor: readonly [number, number];
  axisOf(direction: Direction): { readonly dimension: Dimension };
}

/** The length of a direction's limits where its scale is even. */
function span(axes: Proportions, direction: Direction): number {
  const { scale, view } = axes.axisOf(direction).dimension;
  return Math.max(Math.abs(scale.forward(view[1]) - scale.forward(view[0])), 1e-30);
}

/** Height over width of the place that axes have. */
function placeRatio({ figure, position }: Proportions): number {
  const { width, height } = figure.pixelSize();
  return (position.height * height) / (position.width * width);
}

/** The part of its place that axes are drawn in. */
export function boxOf(axes: Proportions): Box {
  const { position, aspect, boxAspect, anchor } = axes;
  if (boxAspect === undefined && (aspect === undefined || axes.adjustable === "datalim")) return position;
  const ratio = boxAspect ?? ((aspect ?? 1) * span(axes, "y")) / span(axes, "x");
  const available = placeRatio(axes);
  const width = ratio > available ? (position.width * available) / ratio : position.width;
  const height = ratio > available ? position.height : (position.height * ratio) / available;
  return {
    left: position.left + (position.width - width) * anchor[0],
    bottom: position.bottom + (position.height - height) * anchor[1],
    width,
    height,
  };
}

/**
 * The limits that axes show in one direction: where limits give way to an aspect, those of one direction are wider than
 * the data ask for. Which direction it is follows matplotlib: the one that loses no data.
 */
export function shownView(axes: Proportions, direction: Direction): Interval {
  const { dimension } = axes.axisOf(direction);
  const { scale, view } = dimension;
  const { aspect } = axes;
  if (aspect === undefined || axes.adjustable !== "datalim") return view;
  const size = { x: span(axes, "x"), y: span(axes, "y") };
  const ratio = placeRatio(axes) / aspect;
  const expand = (ratio * size.x) / size.y - 1;
  if (Math.abs(expand) < 0.005) return view;
  const wanted = { x: size.y / ratio, y: ratio * size.x };
  if (direction !== adjustedDirection(axes, size, wanted, expand)) return view;
  const [from, to] = view.map((end) => scale.forward(end));
  const centre = (from + to) / 2;
  const half = (Math.sign(to - from) * wanted[direction]) / 2;
  const next = [scale.inverse(centre - half), scale.inverse(centre + half)] as const;
  const possible = next.every((end) => Number.isFinite(end) && scale.holds(end));
  return possible ? measurable(next) : view;
}

/** The direction whose limits become wider. */
function adjustedDirection(
  axes: Proportions,
  size: Record<Direction, number>,
  wanted: Record<Direction, number>,
  expand: number,
): Direction {
  const shared = (direction: Direction) => axes.axisOf(direction).dimension.members.length > 1;
  if (shared("y")) return "x";
  if (shared("x")) return "y";
  const data = (direction: Direction) => {
    const { dimension } = axes.axisOf(direction);
    const { low, high } = dimension.data();
    return low <= high ? 1.05 * (dimension.scale.forward(high) - dimension.scale.forward(low)) : 0;
  };
  const room = { x: size.x - data("x"), y: size.y - data("y") };
  const wantedRoom = { x: wanted.x - data("x"), y: wanted.y - data("y") };
  const adjustY =
    room.x > 0 && room.y > 0
      ? (wantedRoom.y > 0 && expand < 0) || (wantedRoom.x < 0 && expand > 0)
      : expand > 0;
  return adjustY ? "y" : "x";
}
