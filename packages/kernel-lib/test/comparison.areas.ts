import { distance, visible, type Box } from "./comparison.geometry";
import { paints } from "./comparison.paint";
import type { MplArtist } from "./matplotlib";
import type { DrawnMark, Point } from "./scene";

/** A rectangle is a bar, or a patch, which is drawn by its corners. */
export function compareRectangleOrPatch(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
  const found = compareRectangle(artist, name, box, marks);
  if (found.length === 0 || !artist.box) return found;
  const [left, top, width, height] = artist.box;
  const points: Point[] = [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ];
  return compareArea({ ...artist, points }, name, box, marks).length === 0 ? [] : found;
}

function compareRectangle(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
  const [left, top, width, height] = artist.box ?? [0, 0, 0, 0];
  const clip = (from: number, length: number, low: number, room: number): [number, number] => [
    Math.max(from, low),
    Math.min(from + length, low + room),
  ];
  const wanted = [...clip(left, width, box[0], box[2]), ...clip(top, height, box[1], box[3])];
  if (wanted[0] >= wanted[1] - 0.01 || wanted[2] >= wanted[3] - 0.01) return [];
  const rectangles = marks.filter(({ type }) => type === "rect").flatMap(({ items }) => items);
  const there = rectangles.filter(({ box: [x, y, w, h] }) => {
    const ours = [...clip(x, w, box[0], box[2]), ...clip(y, h, box[1], box[3])];
    return ours.every((edge, k) => Math.abs(edge - wanted[k]) < 0.6);
  });
  if (there.length === 0)
    return [`${name}: no rectangle is drawn at ${wanted.map((edge) => edge.toFixed(1)).join(", ")}`];
  const alike = there.filter(
    (item) =>
      paints(item.fill, item.fillOpacity, artist.face) &&
      (!artist.edge || (artist.width ?? 0) === 0
        ? true
        : item.stroke === undefined
          ? artist.edge === artist.face
          : paints(item.stroke, item.strokeOpacity, artist.edge) &&
            Math.abs(item.strokeWidth - (artist.width ?? 0)) < 0.01),
  );
  if (alike.length > 0) return [];
  const ours = there.map(
    (item) => `${item.fill} at ${item.fillOpacity} in ${item.stroke}, ${item.strokeWidth} px`,
  );
  return [
    `${name}: ours ${ours.join(" or ")}, matplotlib's ${artist.face} in ${artist.edge}, ${artist.width} px`,
  ];
}

export function compareArea(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
  const areas = marks.filter(
    ({ type, items }) => ["area", "line"].includes(type) && items[0].fill !== undefined,
  );
  // Views beside each other stand at whole pixels, and arcs are drawn by other curves there.
  const tolerance = ["wedge", "arc", "circle", "ellipse"].includes(artist.kind) ? 0.8 : 0.6;
  const paths = artist.paths ?? [artist.points ?? []];
  const outlines = marks.filter(({ type }) => ["area", "line"].includes(type));
  return paths.flatMap((path, k) => {
    const face = artist.faces ? artist.faces[k % artist.faces.length] : artist.face;
    const points = visible(path, box);
    const there = (face ? areas : outlines).filter((area) =>
      points.every((point) => distance(point, [...area.points, area.points[0]]) < tolerance),
    );
    if (there.length === 0) return [`${name}: no area is drawn for path ${k}`];
    if (!face || there.some(({ items: [look] }) => paints(look.fill, look.fillOpacity, face))) return [];
    return [
      `${name}: ours ${there.map(({ items: [look] }) => `${look.fill} at ${look.fillOpacity}`).join(" or ")}, matplotlib's ${face}`,
    ];
  });
}

export function compareContours(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
  const filled = (artist.faces ?? []).length > 0;
  const [left, top, width, height] = box;
  const rim: Point[] = [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
    [left, top],
  ];
  const ours = marks.filter(({ type, items }) => type === "line" && (items[0].fill !== undefined) === filled);
  return (artist.paths ?? []).flatMap((path, k) => {
    const astray = visible(path, box).filter(
      (point) =>
        !ours.some(({ points }) => distance(point, points) < 0.6) && !(filled && distance(point, rim) < 0.6),
    );
    return astray.length === 0
      ? []
      : [`${name}: path ${k} has ${astray.length} points where none of ours is`];
  });
}
