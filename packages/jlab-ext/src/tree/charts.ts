import type { JSONObject } from "@lumino/coreutils";
import type { ArrayLeaf, Histogram, Sample } from "tslinen/dist/payloads.mjs";

const schema = "https://vega.github.io/schema/vega-lite/v6.json";
/** The most room that a figure takes, in pixels, and the largest cell of a heat map. */
const room = { width: 320, height: 190, cell: 22 };
const blue = "#1f77b4";

/** How wide a figure becomes where there are so many pixels: in a side bar there are fewer than it takes. */
const within = (width: number): number => Math.max(130, Math.min(room.width, width));

const axis = { grid: false, tickCount: 5 };

/** The colours of values: about zero where they have both signs, else from the least to the greatest. */
function colours(values: readonly (number | null)[]): JSONObject {
  const there = values.filter((value) => value !== null);
  const [min, max] = [Math.min(...there), Math.max(...there)];
  const most = Math.max(-min, max);
  return min < 0 && max > 0
    ? { scheme: "redblue", reverse: true, domain: [-most, most] }
    : { scheme: "viridis", domain: [min, max] };
}

/** An array of two or more axes as a heat map. */
function heatMap(leaf: ArrayLeaf, { rows, columns, by, values }: Sample, width: number): JSONObject {
  const [down, across] = by;
  // Cells of whole pixels leave no seams between them.
  const wide = Math.max(1, Math.min(room.cell, Math.floor(width / columns)));
  const high = Math.max(1, Math.min(room.cell, Math.floor(room.height / rows)));
  const direction = (field: string, length: number, reverse: boolean) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, length], nice: false, reverse },
    axis: { ...axis, title: null },
  });
  return {
    $schema: schema,
    description: `Heat map of ${leaf.key}`,
    width: wide * columns,
    height: high * rows,
    data: {
      values: values.map((value, i) => {
        const [row, column] = [Math.floor(i / columns) * down, (i % columns) * across];
        return { row, column, "row end": row + down, "column end": column + across, value };
      }),
    },
    mark: { type: "rect", tooltip: true },
    encoding: {
      x: direction("column", columns * across, false),
      x2: { field: "column end" },
      y: direction("row", rows * down, true),
      y2: { field: "row end" },
      color: { field: "value", type: "quantitative", scale: colours(values), legend: { title: null } },
      tooltip: ["row", "column", "value"].map((field) => ({ field, type: "quantitative", format: ".4~g" })),
    },
    config: { view: { strokeWidth: 0 } },
  };
}

/** An array of one axis as a line. */
function line(leaf: ArrayLeaf, { by, values }: Sample, width: number): JSONObject {
  return {
    $schema: schema,
    description: `Line through ${leaf.key}`,
    width,
    height: room.height - 20,
    data: { values: values.map((value, i) => ({ place: i * by[1], value })) },
    mark: {
      type: "line",
      color: blue,
      strokeWidth: 1.5,
      point: values.length <= 50 && { size: 16, color: blue },
    },
    encoding: {
      x: { field: "place", type: "quantitative", scale: { nice: false }, axis: { ...axis, title: null } },
      y: {
        field: "value",
        type: "quantitative",
        scale: { zero: false },
        // Without a format, numbers that are all the same get as many digits as there are.
        axis: { ...axis, title: null, format: ".4~g" },
      },
    },
  };
}

/** What an array looks like, where there are so many pixels from left to right. */
export function picture(leaf: ArrayLeaf, width: number): JSONObject | undefined {
  const { sample, shape } = leaf;
  if (!sample) return undefined;
  return shape.length === 1 || sample.rows === 1
    ? line(leaf, sample, within(width))
    : heatMap(leaf, sample, within(width));
}

/** How the elements of an array are spread. */
export function spread(leaf: ArrayLeaf, { from, to, counts }: Histogram, width: number): JSONObject {
  const step = (to - from) / counts.length;
  return {
    $schema: schema,
    description: `Histogram of ${leaf.key}`,
    width: Math.min(room.width - 60, within(width)),
    height: room.height - 20,
    data: { values: counts.map((count, i) => ({ from: from + i * step, to: from + (i + 1) * step, count })) },
    mark: { type: "rect", color: blue, stroke: blue, strokeWidth: 0.5, tooltip: true },
    encoding: {
      x: {
        field: "from",
        type: "quantitative",
        scale: { domain: [from, to], nice: false },
        axis: { ...axis, title: null, format: "~g" },
      },
      x2: { field: "to" },
      y: { field: "count", type: "quantitative", axis: { ...axis, title: null, format: "~s" } },
      y2: { datum: 0 },
    },
  };
}
