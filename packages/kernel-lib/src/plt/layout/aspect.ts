import type { Direction } from "../artists/artist";
import type { Axes } from "../axes";
import type { Box } from "./gridSpec";

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

/** The length of a direction's limits where its scale is even. */
function span(axes: Axes, direction: Direction): number {
  const { scale, view } = axes.axisOf(direction).dimension;
  return Math.max(Math.abs(scale.forward(view[1]) - scale.forward(view[0])), 1e-30);
}

/** Height over width of the place that axes have. */
function placeRatio({ figure, position }: Axes): number {
  const { width, height } = figure.pixelSize();
  return (position.height * height) / (position.width * width);
}

/** The part of its place that axes are drawn in. */
export function boxOf(axes: Axes): Box {
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

/** The limits that axes had when these were last fitted, which need not be done again. */
const fitted = new WeakMap<Axes, string>();

/**
 * Widens the limits of one direction so that units of x and y have the lengths that the aspect says, where the limits
 * are what gives way. Which direction it is follows matplotlib: the one that loses no data.
 */
export function applyAspect(axes: Axes): void {
  const { aspect } = axes;
  if (aspect === undefined || axes.adjustable !== "datalim") return;
  const views = () =>
    [aspect, placeRatio(axes), ...axes.xaxis.dimension.view, ...axes.yaxis.dimension.view].join();
  if (fitted.get(axes) === views()) return;
  const size = { x: span(axes, "x"), y: span(axes, "y") };
  const ratio = placeRatio(axes) / aspect;
  const expand = (ratio * size.x) / size.y - 1;
  if (Math.abs(expand) < 0.005) return;
  const wanted = { x: size.y / ratio, y: ratio * size.x };
  const data = (direction: Direction) => {
    const { scale } = axes.axisOf(direction).dimension;
    const { low, high } = axes.axisOf(direction).dimension.data();
    return low <= high ? 1.05 * (scale.forward(high) - scale.forward(low)) : 0;
  };
  const room = { x: size.x - data("x"), y: size.y - data("y") };
  const wantedRoom = { x: wanted.x - data("x"), y: wanted.y - data("y") };
  const shared = (direction: Direction) => axes.axisOf(direction).dimension.members.length > 1;
  const adjustY = shared("y")
    ? false
    : shared("x") ||
      (room.x > 0 && room.y > 0
        ? (wantedRoom.y > 0 && expand < 0) || (wantedRoom.x < 0 && expand > 0)
        : expand > 0);
  const direction = adjustY ? "y" : "x";
  const { dimension } = axes.axisOf(direction);
  const [from, to] = dimension.view.map((end) => dimension.scale.forward(end));
  const centre = (from + to) / 2;
  const half = (Math.sign(to - from) * wanted[direction]) / 2;
  const { scale } = dimension;
  const next = [scale.inverse(centre - half), scale.inverse(centre + half)] as const;
  if (next.every((end) => Number.isFinite(end) && (scale.name === "linear" || end > 0)))
    dimension.adjustView(next);
  fitted.set(axes, views());
}
