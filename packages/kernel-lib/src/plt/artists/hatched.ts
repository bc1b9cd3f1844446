import { clipped, clippedShape, type Path, type Point } from "../clipping";
import { specColor, type Paint } from "../color/color";
import { patternOver } from "../hatching";
import { pixel, type Direction, type Frame, type Json } from "../model/artist";
import { rcParams } from "../rcParams";
import { columns, positions, quantity } from "../spec/data";
import { isLight, px } from "../spec/theme";

/** Paths in pixels as one layer over data, each with a gap behind it. */
function layerOf(frame: Frame, paths: readonly Path[], mark: Json): Json[] {
  if (paths.length === 0) return [];
  const along = (direction: Direction, share: (point: Point) => number) => {
    const { scale, view } = frame[direction];
    const [from, to] = [scale.forward(view[0]), scale.forward(view[1])];
    const value = (point: Point) => scale.inverse(from + share(point) * (to - from));
    return positions(
      frame,
      direction,
      paths.flatMap((path, k) => [...(k === 0 ? [] : [NaN]), ...path.map(value)]),
    );
  };
  return [
    {
      ...columns({
        x: along("x", ([x]) => x / frame.width),
        y: along("y", ([, y]) => 1 - y / frame.height),
      }),
      mark: { type: "line", clip: true, ...mark },
      encoding: { x: quantity("x"), y: quantity("y") },
    },
  ];
}

/** The paint of a pattern: that of the edge, or black as opaque as the inside where there is none. */
export function hatchPaint(edge: Paint, face: Paint): Paint {
  const own = edge.color === "none" ? { color: "ink", alpha: face.color === "none" ? 1 : face.alpha } : edge;
  // Black on what is light stays so in a dark theme.
  return own.color === "ink" && isLight(face) ? { ...own, color: "#000000" } : own;
}

/**
 * Fills shapes with a pattern.
 *
 * @param frame - The axes that they are drawn on.
 * @param outlines - The shapes, in data; what two of them cover is a hole.
 * @param pattern - Letters of a pattern; undefined for none.
 * @param paint - The paint of the pattern.
 */
export function hatchLayers(
  frame: Frame,
  outlines: readonly { x: ArrayLike<number>; y: ArrayLike<number> }[],
  pattern: string | undefined,
  paint: Paint,
): Json[] {
  if (!pattern) return [];
  const shapesInPixels = outlines.map(({ x, y }) =>
    Array.from(x, (value, i): Point => [pixel(frame, "x", value), pixel(frame, "y", y[i])]).filter((point) =>
      point.every(Number.isFinite),
    ),
  );
  const all = shapesInPixels.flat();
  const within = (axis: 0 | 1, most: number) => [
    Math.max(0, Math.min(...all.map((point) => point[axis]))),
    Math.min(most, Math.max(...all.map((point) => point[axis]))),
  ];
  const [[left, right], [top, bottom]] = [within(0, frame.width), within(1, frame.height)];
  if (!(left < right && top < bottom)) return [];
  const { strokes, filled } = patternOver(pattern, [left, top, right, bottom], 72 * frame.pt);
  const opacity = paint.alpha < 1;
  const cut = strokes.flatMap((path) => clipped(path, shapesInPixels));
  const shapes = filled.flatMap((path) => clippedShape(path, shapesInPixels));
  const stroke = {
    stroke: specColor(paint),
    strokeWidth: px(rcParams["hatch.linewidth"] * frame.pt),
    ...(opacity && { strokeOpacity: paint.alpha }),
  };
  return [
    ...layerOf(frame, cut, stroke),
    ...layerOf(frame, shapes, {
      fill: specColor(paint),
      ...stroke,
      ...(opacity && { fillOpacity: paint.alpha }),
    }),
  ];
}

/** A pattern within a rectangle about the middle, as a path: for the symbols of legends. */
export function hatchPath(
  pattern: string | undefined,
  halfWidth: number,
  halfHeight: number,
  inch: number,
): string {
  if (!pattern) return "";
  const [w, h] = [2 * halfWidth, 2 * halfHeight];
  const corners: Path = [
    [0, 0],
    [w, 0],
    [w, h],
    [0, h],
  ];
  const { strokes, filled } = patternOver(pattern, [0, 0, w, h], inch);
  return [
    ...strokes.flatMap((path) => clipped(path, [corners])),
    ...filled.flatMap((path) => clippedShape(path, [corners])),
  ]
    .map((path) =>
      path.map(([x, y], k) => `${k === 0 ? "M" : "L"}${px(x - halfWidth)},${px(y - halfHeight)}`).join(""),
    )
    .join("");
}
