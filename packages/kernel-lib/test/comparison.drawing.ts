import { compareArea, compareContours, compareRectangleOrPatch } from "./comparison.areas";
import type { Box } from "./comparison.geometry";
import { compareLine, compareSegments } from "./comparison.lines";
import { compareArrow, compareArrows, comparePoints } from "./comparison.symbols";
import { compareText } from "./comparison.text";
import type { MplArtist, MplFigure } from "./matplotlib";
import type { DrawnMark, Point } from "./scene";

/** Compares positions, colours, widths and sizes of all that is drawn on the axes, mark by mark. */
export function compareDrawing(theirs: MplFigure, marks: readonly DrawnMark[]): string[] {
  const frames = framesOf(marks);
  const framed = theirs.axes.filter((axes) => axes.frame && !axes.secondary);
  if (frames.length === 0 || framed.length === 0) return [];
  // The drawing ends where labels end, so it is laid over matplotlib's by the corner of all frames together.
  const corner = (boxes: readonly Box[]) => [0, 1].map((side) => Math.min(...boxes.map((box) => box[side])));
  const [ours, wanted] = [corner(frames), corner(framed.map(({ box }) => box))];
  const shift: Point = [wanted[0] - ours[0], wanted[1] - ours[1]];
  const moved = marks.map((mark) => move(mark, shift));
  const beside = (theirs.texts ?? []).flatMap((text) => compareText(text, moved));
  const within = theirs.axes.flatMap((axes, k) => {
    if (axes.colorbar) return [];
    const artists = axes.artists.flatMap((artist, n) => compareArtist(artist, n, axes.box, moved));
    const cells = (axes.tables ?? []).flat().flatMap(({ at, text }) => (text && at[1] !== -1 ? [text] : []));
    const texts = [...axes.texts, ...(axes.polar ?? []), ...cells].flatMap((text) =>
      compareText(text, moved),
    );
    const arrows = (axes.arrows ?? []).flatMap((arrow) => compareArrow(arrow, moved));
    return [...artists, ...texts, ...arrows].map((difference) => `axes ${k}: ${difference}`);
  });
  return [...beside, ...within];
}

/**
 * The frames of axes: rectangles without fill, drawn half a pixel to the right and down so that they are sharp; or arcs
 * of polar axes, by the corner of the square around them.
 */
const framesOf = (marks: readonly DrawnMark[]): Box[] =>
  marks.flatMap(({ type, items: [look] }): Box[] => {
    const [left, top, width, height] = look.box;
    if (look.fill !== undefined) return [];
    if (type === "rect" && width > 10) return [[left - 0.5, top - 0.5, width, height]];
    return type === "symbol" && look.shape.includes("A") ? [[...look.at, 0, 0]] : [];
  });

function move({ type, points, items }: DrawnMark, [dx, dy]: Point): DrawnMark {
  const by = ([x, y]: Point): Point => [x + dx, y + dy];
  return {
    type,
    points: points.map(by),
    items: items.map((item) => ({
      ...item,
      at: by(item.at),
      to: by(item.to),
      box: [item.box[0] + dx, item.box[1] + dy, item.box[2], item.box[3]],
    })),
  };
}

function compareArtist(artist: MplArtist, n: number, box: Box, marks: readonly DrawnMark[]): string[] {
  const name = `${artist.kind} ${n}`;
  switch (artist.kind) {
    case "line":
      return compareLine(artist, name, box, marks);
    case "pathcollection":
      return comparePoints(artist, name, box, marks);
    case "rectangle":
      return artist.points
        ? compareArea(artist, name, box, marks)
        : compareRectangleOrPatch(artist, name, box, marks);
    case "linecollection":
    case "eventcollection":
      return compareSegments(artist, name, box, marks);
    case "polygon":
    case "regularpolygon":
    case "fancyarrow":
    case "arrow":
    case "circle":
    case "ellipse":
    case "wedge":
    case "arc":
    case "pathpatch":
    case "steppatch":
    case "polycollection":
    case "fillbetweenpolycollection":
      return compareArea(artist, name, box, marks);
    case "quiver":
    case "barbs":
      return compareArrows(artist, name, box, marks);
    case "quadcontourset":
    case "tricontourset":
      return compareContours(artist, name, box, marks);
    default:
      return [];
  }
}
