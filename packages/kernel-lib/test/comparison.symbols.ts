import { distance, inside, visible, type Box } from "./comparison.geometry";
import { paints } from "./comparison.paint";
import type { MplArtist } from "./matplotlib";
import type { DrawnMark, Point } from "./scene";

interface SymbolLook {
  sizes?: number[];
  face?: (string | null | undefined)[];
  edge?: (string | null | undefined)[];
  width?: number;
}

export function compareSymbols(
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

export function comparePoints(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
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

/** Corners of an outline that is all straight lines. */
const cornersOf = (shape: string): Point[] =>
  [...shape.matchAll(/(-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]): Point => [Number(x), Number(y)]);

export function compareArrows(
  artist: MplArtist,
  name: string,
  box: Box,
  marks: readonly DrawnMark[],
): string[] {
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

/** How far a part of an arrow may be from where matplotlib has it: texts are not as wide to the pixel. */
const astray = 2;

/** Compares the arrow from a text to what it is about, which is drawn about its tip. */
export function compareArrow(path: readonly (readonly Point[])[], marks: readonly DrawnMark[]): string[] {
  const outlines = marks
    .filter(({ type }) => type === "symbol")
    .flatMap(({ items }) => items)
    .filter(({ shape }) => /^M-?[\d.]/.test(shape))
    .map((item) =>
      item.shape.split(/(?=M)/).flatMap((part, k) => [
        ...(k === 0 ? [] : [[NaN, NaN] as Point]),
        ...closed(
          part,
          cornersOf(part).map(([x, y]): Point => [x + item.at[0], y + item.at[1]]),
        ),
      ]),
    );
  const drawn = outlines.flatMap((outline) => [...outline, [NaN, NaN] as Point]);
  const missing = path.flat().filter((point) => distance(point, drawn) > astray);
  return missing.length === 0
    ? []
    : [
        `an arrow has ${missing.length} of ${path.flat().length} points where none is drawn, such as ${missing[0].join(", ")}`,
      ];
}

const closed = (part: string, corners: Point[]): Point[] =>
  part.endsWith("Z") ? [...corners, corners[0]] : corners;
