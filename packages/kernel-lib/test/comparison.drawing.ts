import { paints } from "./comparison.paint";
import { compareText } from "./comparison.text";
import type { MplArtist, MplFigure } from "./matplotlib";
import type { DrawnItem, DrawnMark, Point } from "./scene";

type Box = readonly [left: number, top: number, width: number, height: number];

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
    return [...artists, ...texts].map((difference) => `axes ${k}: ${difference}`);
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

const inside = ([x, y]: Point, [left, top, width, height]: Box) =>
  x > left - 1 && x < left + width + 1 && y > top - 1 && y < top + height + 1;

/** Distance of a point from a path, in pixels. */
function distance([x, y]: Point, path: readonly Point[]): number {
  let least = Infinity;
  for (let k = 0; k < path.length; k++) {
    const [bx, by] = path[k];
    least = Math.min(least, Math.hypot(x - bx, y - by) || (x === bx && y === by ? 0 : Infinity));
    if (k === 0 || Number.isNaN(bx) || Number.isNaN(path[k - 1][0])) continue;
    const [ax, ay] = path[k - 1];
    const length = (bx - ax) ** 2 + (by - ay) ** 2;
    const t =
      length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
    least = Math.min(least, Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)));
  }
  return least;
}

/** Of what matplotlib draws, those points that lie in the axes. */
const visible = (points: readonly (Point | null)[] | undefined, box: Box): Point[] =>
  (points ?? []).filter((point): point is Point => point !== null && inside(point, box));

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
    case "pathpatch":
    case "steppatch":
    case "polycollection":
    case "fillbetweenpolycollection":
      return compareArea(artist, name, box, marks);
    case "quiver":
      return compareArrows(artist, name, box, marks);
    case "quadcontourset":
    case "tricontourset":
      return compareContours(artist, name, box, marks);
    default:
      return [];
  }
}

function compareLine(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
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

interface SymbolLook {
  sizes?: number[];
  face?: (string | null | undefined)[];
  edge?: (string | null | undefined)[];
  width?: number;
}

function compareSymbols(
  name: string,
  points: Point[],
  marks: readonly DrawnMark[],
  look: SymbolLook,
): string[] {
  const symbols = marks.filter(({ type }) => type === "symbol").flatMap(({ items }) => items);
  const pick = <T>(list: T[], k: number) => list[k % list.length];
  for (let k = 0; k < points.length; k++) {
    const here = symbols.filter(({ at }) => Math.hypot(at[0] - points[k][0], at[1] - points[k][1]) < 0.6);
    if (here.length === 0) return [`${name}: no marker is drawn on point ${k}`];
    const alike = here.filter(
      (item) =>
        (!look.sizes || Math.abs(item.diameter - pick(look.sizes, k)) < 0.02) &&
        (!look.face || paints(item.fill, item.fillOpacity, pick(look.face, k))) &&
        (!look.edge || paints(item.stroke, item.strokeOpacity, pick(look.edge, k))) &&
        (look.width === undefined || !item.stroke || Math.abs(item.strokeWidth - look.width) < 0.01),
    );
    if (alike.length === 0) {
      const ours = here.map(
        (item) =>
          `${item.fill} at ${item.fillOpacity} in ${item.stroke} at ${item.strokeOpacity}, ${item.strokeWidth} px, of ${item.diameter.toFixed(2)} px`,
      );
      const theirs = `${look.face ? pick(look.face, k) : "any"} in ${look.edge ? pick(look.edge, k) : "any"}, ${look.width} px, of ${look.sizes ? pick(look.sizes, k) : "any"} px`;
      return [`${name}: marker ${k}: ours ${ours.join(" or ")}, matplotlib's ${theirs}`];
    }
  }
  return [];
}

function comparePoints(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
  const all = artist.points ?? [];
  const shown = all.map((point) => point !== null && inside(point, box));
  const of = <T>(list: T[] | undefined) =>
    list && list.length === all.length ? list.filter((_, k) => shown[k]) : list;
  return compareSymbols(name, visible(artist.points, box), marks, {
    sizes: of(artist.sizes),
    face: artist.faces && artist.faces.length > 0 ? of(artist.faces) : undefined,
    edge: artist.edges && artist.edges.length > 0 ? of(artist.edges) : undefined,
    width: artist.widths?.[0],
  });
}

/** A rectangle is a bar, or a patch, which is drawn by its corners. */
function compareRectangleOrPatch(
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

function compareSegments(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
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

function compareArea(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
  const areas = marks.filter(
    ({ type, items }) => ["area", "line"].includes(type) && items[0].fill !== undefined,
  );
  const paths = artist.paths ?? [artist.points ?? []];
  const outlines = [...areas, ...marks.filter(({ type }) => type === "line")];
  return paths.flatMap((path, k) => {
    const face = artist.faces ? artist.faces[k % artist.faces.length] : artist.face;
    const points = visible(path, box);
    const there = (face ? areas : outlines).filter((area) =>
      points.every((point) => distance(point, [...area.points, area.points[0]]) < 0.6),
    );
    if (there.length === 0) return [`${name}: no area is drawn for path ${k}`];
    if (!face || there.some(({ items: [look] }) => paints(look.fill, look.fillOpacity, face))) return [];
    return [
      `${name}: ours ${there.map(({ items: [look] }) => `${look.fill} at ${look.fillOpacity}`).join(" or ")}, matplotlib's ${face}`,
    ];
  });
}

/** Corners of an outline that is all straight lines. */
const cornersOf = (shape: string): Point[] =>
  [...shape.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);

function compareArrows(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
  const symbols = marks.filter(({ type }) => type === "symbol").flatMap(({ items }) => items);
  return (artist.paths ?? []).flatMap((path, k) => {
    const at = artist.points?.[k];
    if (!at || !inside(at, box)) return [];
    const here = symbols.filter((item) => Math.hypot(item.at[0] - at[0], item.at[1] - at[1]) < 0.6);
    const alike = here.filter((item) => {
      const own = cornersOf(item.shape).map(([x, y]): Point => [x + item.at[0], y + item.at[1]]);
      const closed = [...own, own[0]];
      return path.every((corner) => corner === null || distance(corner, closed) < 0.8);
    });
    if (alike.length === 0) return [`${name}: no arrow is drawn as arrow ${k}`];
    const face = artist.faces?.[k % artist.faces.length];
    if (alike.some((item) => paints(item.fill, item.fillOpacity, face))) return [];
    return [`${name}: arrow ${k}: ours ${alike[0].fill}, matplotlib's ${face}`];
  });
}

function compareContours(artist: MplArtist, name: string, box: Box, marks: readonly DrawnMark[]): string[] {
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
