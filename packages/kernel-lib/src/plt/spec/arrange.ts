import type { Json } from "../model/artist";
import { px } from "./theme";

/** A view and where its upper left corner is, in pixels. */
export interface PlacedView {
  left: number;
  top: number;
  view: Json & { width: number; height: number };
}

/** Views laid out, and where the corner of the first row and column is in the layout. */
export interface Arrangement {
  spec: Json;
  /** Whether the layout is as large as the views, no more. */
  plain: boolean;
  left: number;
  top: number;
}

/** Legends and colours of subplots have nothing to do with each other. */
export const independent: Json = Object.fromEntries(
  ["shape", "stroke", "fill", "size", "color", "opacity", "strokeDash", "strokeWidth"].map((channel) => [
    channel,
    "independent",
  ]),
);

const near = (a: number, b: number) => Math.abs(a - b) < 0.01;

/** The places there are, in order; those that differ by rounding are one. */
const distinct = (values: readonly number[]) =>
  [...values].sort((a, b) => a - b).filter((value, i, sorted) => i === 0 || !near(value, sorted[i - 1]));

/** An empty view that only takes room. */
const filler = (width: number, height: number): Json => ({
  data: { values: [] },
  mark: "point",
  view: { stroke: null, fill: null },
  width,
  height,
});

/**
 * Lays views out in a grid in which each has exactly the place it is to have.
 *
 * Vega's grid adds up the sizes of columns and one gap between all of them, so any places can be had: where columns are
 * not evenly spaced, or views reach over several, a first row and a first column of empty views bring each column and
 * row to its place, and the gap is negative by as much as views overlap the next column or row.
 */
export function arrange(views: readonly PlacedView[]): Arrangement {
  const lefts = distinct(views.map(({ left }) => left));
  const rows = rowsOf(views);
  const across = track(
    lefts,
    lefts.map((start) => views.filter(({ left }) => near(left, start)).map(({ view }) => view.width)),
  );
  const down = track(
    rows.map(([{ top }]) => top),
    rows.map((row) => row.map(({ view }) => view.height)),
  );
  const cell = (row: readonly PlacedView[], left: number) =>
    row.find((placed) => near(placed.left, left))?.view;
  const common = {
    bounds: "flush",
    align: "none",
    resolve: { scale: independent, legend: independent },
  };
  if (across.even !== undefined && down.even !== undefined) {
    const concat = rows.flatMap((row, r) =>
      lefts.map((left, c) => cell(row, left) ?? filler(across.extents[c], down.extents[r])),
    );
    const spacing = { column: across.even, row: down.even };
    return { spec: { concat, columns: lefts.length, spacing, ...common }, plain: true, left: 0, top: 0 };
  }
  const header = [filler(across.overlap, 1), ...across.sizes.map((size) => filler(size, 1))];
  const body = rows.flatMap((row, r) => [
    filler(1, down.sizes[r]),
    ...lefts.map((left) => cell(row, left) ?? filler(1, 1)),
  ]);
  return {
    spec: {
      concat: [...header, ...body],
      columns: lefts.length + 1,
      spacing: { column: -across.overlap, row: -down.overlap },
      ...common,
    },
    plain: false,
    left: 0,
    top: 1 - down.overlap,
  };
}

/** Views by rows; of views at one place, as an inset may be, all but the first have rows of their own. */
function rowsOf(views: readonly PlacedView[]): PlacedView[][] {
  const rows: PlacedView[][] = [];
  for (const placed of views) {
    const row = rows.find(
      ([first, ...rest]) =>
        near(first.top, placed.top) && ![first, ...rest].some(({ left }) => near(left, placed.left)),
    );
    if (row) row.push(placed);
    else rows.push([placed]);
  }
  return rows.sort(([a], [b]) => a.top - b.top);
}

/** Columns or rows: what it takes to have them where they are. */
interface Track {
  /** The largest size of a view in each. */
  extents: number[];
  /** The gap between them, if it is the same everywhere and none overlap. */
  even?: number;
  /** By how much views reach into the next column or row, at least a pixel. */
  overlap: number;
  /** Sizes of the fillers. */
  sizes: number[];
}

function track(starts: readonly number[], sizes: readonly (readonly number[])[]): Track {
  const extents = sizes.map((list) => Math.max(...list.map(Math.ceil)));
  const gapsOf = (list: readonly number[]) => list.slice(1).map((start, i) => start - list[i] - extents[i]);
  const exact = gapsOf(starts);
  const even = exact.every((gap) => Math.abs(gap - exact[0]) < 0.01 && gap >= 0);
  // Vega rounds the sizes of fillers up.
  const whole = starts.map(Math.round);
  const overlap = Math.max(1, ...gapsOf(whole).map((gap) => -gap));
  return {
    extents,
    even: even ? px(exact[0] ?? 0) : undefined,
    overlap,
    sizes: extents.map((_, i) => (i < whole.length - 1 ? whole[i + 1] - whole[i] + overlap : 1)),
  };
}
