import type { Text } from "../artists/text";
import { defaultPaint, specColor, type Paint } from "../color/color";
import { polarLabels } from "../layout/polarLabels";
import { dashProperties } from "../linestyle";
import type { Json } from "../model/artist";
import type { AxesBase } from "../model/axes";
import type { Grid } from "../model/gridStyle";
import type { Place, PolarPlane } from "../model/polar";
import { rcParams } from "../rcParams";
import { shownTicks } from "./shownTicks";
import { oneRow } from "./data";
import { blended, px, standingOn } from "./theme";

/** Writes places in pixels of the square. */
const writer =
  (size: number) =>
  ([x, y]: Place) =>
    `${px(x * size)},${px((1 - y) * size)}`;

/** An arc between two angles at a distance from the middle, beginning where the pen is. */
function arc(plane: PolarPlane, size: number, [from, to]: readonly [number, number], radius: number): string {
  const write = writer(size);
  const half = (from + to) / 2;
  const sweep = (to - from) * plane.polar.direction > 0 ? 0 : 1;
  const piece = (end: number) =>
    `A${[px(radius * size), px(radius * size), 0, 0, sweep].join(",")},${write(plane.pointed(end, radius))}`;
  // Two pieces, of which neither is longer than half a circle.
  return piece(half) + piece(to);
}

/** The edge of what polar axes show, in pixels from their upper left corner: a circle, a ring, or a part of one. */
function edgePath(plane: PolarPlane, size: number): string {
  const write = writer(size);
  const [from, to] = plane.theta.view;
  const { outer, inner, full } = plane;
  const start = (theta: number, radius: number) => write(plane.pointed(theta, radius));
  const out = `M${start(from, outer)}${arc(plane, size, [from, to], outer)}`;
  if (inner === 0) return full ? `${out}Z` : `${out}L${start(from, 0)}Z`;
  return `${out}${full ? "ZM" : "L"}${start(to, inner)}${arc(plane, size, [to, from], inner)}Z`;
}

/** A mark whose outline is a path in pixels. */
const drawnPath = (path: string, looks: Json): Json => ({
  data: oneRow,
  mark: {
    type: "point",
    shape: path,
    size: 4,
    clip: false,
    fill: null,
    stroke: null,
    strokeJoin: "miter",
    ...looks,
  },
  encoding: { x: { value: 0 }, y: { value: 0 } },
});

/** The background of polar axes. */
export function polarBackground(axes: AxesBase, plane: PolarPlane): Json[] {
  if (!axes.axisOn || !axes.frameOn) return [];
  return [drawnPath(edgePath(plane, axes.frame().width), { fill: specColor(axes.facecolor) })];
}

/**
 * The line around polar axes, and the labels of their ticks.
 *
 * @param upon - What is behind the labels inside.
 */
export function polarFrame(axes: AxesBase, plane: PolarPlane, upon: Paint): Json[] {
  const frame = axes.frame();
  const { visible, color, linewidth = rcParams["axes.linewidth"] } = axes.spines.polar;
  const line = drawnPath(edgePath(plane, frame.width), {
    stroke: specColor(color ?? defaultPaint("axes.edgecolor")),
    strokeWidth: px(linewidth * frame.pt),
  });
  const { within, around } = polarLabels(axes);
  const written = (texts: readonly Text[], on: Paint) =>
    standingOn(
      texts.flatMap((text) => text.layers(frame)),
      on,
    );
  const behind = axes.figure.facecolor;
  return [
    ...(axes.axisOn && axes.frameOn && visible ? [standingOn(line, behind)] : []),
    ...written(within, upon),
    ...written(around, behind),
  ];
}

/** Rays at the ticks of angles, arcs at those of radii. */
export function polarGrid(axes: AxesBase, plane: PolarPlane): Json[] {
  const { width: size, pt } = axes.frame();
  const ends = plane.theta.view;
  const write = writer(size);
  const ray = (theta: number) =>
    `M${write(plane.pointed(theta, plane.inner))}L${write(plane.pointed(theta, plane.outer))}`;
  const circle = (r: number) => {
    const [x, y] = plane.at(ends[0], r);
    const radius = Math.hypot(x - plane.middle[0], y - plane.middle[1]);
    return `M${write([x, y])}${arc(plane, size, ends, radius)}`;
  };
  return (["x", "y"] as const).flatMap((direction) => {
    const { grid, visible } = axes.axisOf(direction);
    if (!grid || !visible || !axes.axisOn) return [];
    const path = shownTicks(axes, direction, axes.ticks(direction))
      .filter(({ minor }) => grid.which === "both" || minor === (grid.which === "minor"))
      .map(({ value }) => (direction === "x" ? ray(value) : circle(value)))
      .join("");
    return path === "" ? [] : [drawnPath(path, gridLooks(grid, pt))];
  });
}

const gridLooks = (grid: Grid, pt: number): Json => ({
  stroke: blended({ ...grid.color, alpha: 1 }),
  strokeWidth: px(grid.linewidth * pt),
  ...(grid.color.alpha < 1 && { strokeOpacity: grid.color.alpha }),
  ...dashProperties(grid.linestyle, grid.linewidth * pt),
});

/** Has layers end at the edge of polar axes where they would end at that of the square. */
export function clippedTo(layers: readonly Json[], axes: AxesBase, plane: PolarPlane): Json[] {
  const clip = { expr: `pathShape('${edgePath(plane, axes.frame().width)}')` };
  const within = (layer: Json): Json => {
    const { mark, layer: inner } = layer as { mark?: Json; layer?: Json[] };
    return {
      ...layer,
      ...(inner && { layer: inner.map(within) }),
      ...(mark?.clip === true && { mark: { ...mark, clip } }),
    };
  };
  return layers.map(within);
}
