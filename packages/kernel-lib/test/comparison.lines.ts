import { distance, visible, type Box } from "./comparison.geometry";
import { paints } from "./comparison.paint";
import { compareSymbols } from "./comparison.symbols";
import type { MplArtist } from "./matplotlib";
import type { DrawnItem, DrawnMark, Point } from "./scene";

interface Stroke {
  path: Point[];
  look: DrawnItem;
}

const strokesOf = (marks: readonly DrawnMark[]): Stroke[] =>
  marks.flatMap(({ type, points, items }) =>
    type === "rule"
      ? items.map((look) => ({ path: [look.at, look.to], look }))
      : type === "line"
        ? [{ path: points, look: items[0] }]
        : [],
  );

export function compareLine(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
  const found: string[] = [];
  const points = visible(artist.points, box);
  if (points.length === 0) return found;
  const width = artist.width ?? 0;
  if (artist.color && (artist.points ?? []).length > 1) {
    const dashes = (artist.dashes ?? []).map((length) => length * width);
    const there = strokesOf(marks).filter(({ path }) => points.every((point) => distance(point, path) < 0.6));
    const alike = there.filter(
      ({ look }) =>
        paints(look.stroke, look.strokeOpacity, artist.color) &&
        Math.abs(look.strokeWidth - width) < 0.01 &&
        look.dashes.length === dashes.length &&
        look.dashes.every((length, k) => Math.abs(length - dashes[k]) < 0.01),
    );
    if (there.length === 0) found.push(`${name}: no line is drawn through its points`);
    else if (alike.length === 0) {
      const looks = there.map(({ look }) => describeStroke(look)).join(" or ");
      found.push(
        `${name}: ours ${looks}, matplotlib's ${artist.color}, ${width} px, dashes [${dashes.join(", ")}]`,
      );
    }
  }
  if (artist.marker) {
    const marked = artist.marked ? visible(artist.marked, box) : points;
    const size = (artist.markerSize ?? 0) * (artist.marker === "." ? 0.5 : 1);
    found.push(
      ...compareSymbols(name, marked, marks, {
        sizes: artist.marker === "," ? undefined : [size],
        face: "x+|_1234".includes(artist.marker) || /^\d\d?$/.test(artist.marker) ? undefined : [artist.face],
        edge: [artist.edge],
        width: artist.edgeWidth,
      }),
    );
  }
  return found;
}

const describeStroke = ({ stroke, strokeOpacity, strokeWidth, dashes }: DrawnItem) =>
  `${stroke} at ${strokeOpacity}, ${strokeWidth} px, dashes [${dashes.join(", ")}]`;

export function compareSegments(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
  const strokes = strokesOf(marks);
  return (artist.paths ?? []).flatMap((path, k) => {
    const points = visible(path, box);
    if (points.length < 2) return [];
    const color = artist.edges?.[k % artist.edges.length];
    const width = artist.widths?.[k % artist.widths.length] ?? 0;
    const there = strokes.filter((stroke) => points.every((point) => distance(point, stroke.path) < 0.6));
    if (there.length === 0) return [`${name}: no line is drawn for path ${k}`];
    const alike = there.some(
      ({ look }) =>
        paints(look.stroke, look.strokeOpacity, color) && Math.abs(look.strokeWidth - width) < 0.01,
    );
    if (alike) return [];
    return [
      `${name}: path ${k}: ours ${there.map(({ look }) => describeStroke(look)).join(" or ")}, matplotlib's ${color}, ${width} px`,
    ];
  });
}
