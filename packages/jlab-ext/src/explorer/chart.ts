import type { JSONObject } from "@lumino/coreutils";

/** One curve: points whose x are shared by all. */
export interface Curve {
  name: string;
  colour: string;
  dashed: boolean;
  ys: ArrayLike<number>;
}

/** An interval of an axis. */
export type Interval = readonly [low: number, high: number];

/** What the chart shows besides its axes: rows of the data sets `curves` and `readings`. */
export interface ChartRows {
  curves: JSONObject[];
  readings: JSONObject[];
}

const ink = { signal: "ink" };

/**
 * The chart as Vega: a frame with axes, one path for each curve, a mark on each where it is read. The curves come as
 * finished paths in units of the frame, so that moving a slider computes nothing but the numbers that changed.
 */
export function chart(
  x: Interval,
  y: Interval,
  size: readonly [number, number],
  description: string,
): JSONObject {
  const axis = { domain: false, tickColor: ink, labelColor: ink, tickSize: 5, labelFontSize: 11 };
  return {
    $schema: "https://vega.github.io/schema/vega/v6.json",
    description,
    width: size[0],
    height: size[1],
    padding: 5,
    autosize: { type: "fit", contains: "padding" },
    background: { signal: "paper" },
    signals: [
      { name: "ink", value: "black" },
      { name: "paper", value: "white" },
      { name: "xDomain", value: [...x] },
      { name: "yDomain", value: [...y] },
      { name: "at", value: 0 },
      {
        name: "pointed",
        value: null,
        on: [{ events: "pointermove", update: "clamp(invert('x', x()), xDomain[0], xDomain[1])" }],
      },
    ],
    data: [{ name: "curves" }, { name: "readings" }],
    scales: [
      { name: "x", type: "linear", domain: { signal: "xDomain" }, range: "width", zero: false },
      { name: "y", type: "linear", domain: { signal: "yDomain" }, range: "height", zero: false },
    ],
    axes: [
      { orient: "bottom", scale: "x", ...axis },
      { orient: "left", scale: "y", ...axis },
    ],
    marks: [
      {
        type: "group",
        aria: false,
        clip: true,
        encode: { update: { width: { signal: "width" }, height: { signal: "height" } } },
        marks: [
          {
            type: "rule",
            aria: false,
            encode: {
              update: {
                x: { scale: "x", signal: "at" },
                y: { value: 0 },
                y2: { signal: "height" },
                stroke: ink,
                strokeOpacity: { value: 0.35 },
              },
            },
          },
          {
            type: "path",
            aria: false,
            from: { data: "curves" },
            encode: {
              update: {
                path: { field: "path" },
                scaleX: { signal: "width" },
                scaleY: { signal: "height" },
                stroke: { field: "colour" },
                strokeWidth: { value: 2.08 },
                strokeDash: { field: "dash" },
              },
            },
          },
          {
            type: "symbol",
            aria: false,
            from: { data: "readings" },
            encode: {
              update: {
                x: { scale: "x", signal: "at" },
                y: { scale: "y", field: "y" },
                fill: { field: "colour" },
                stroke: { signal: "paper" },
                size: { value: 50 },
              },
            },
          },
        ],
      },
      {
        type: "rect",
        aria: false,
        encode: { update: { width: { signal: "width" }, height: { signal: "height" }, stroke: ink } },
      },
    ],
  } as JSONObject;
}

/** A path through the points of a curve, in a frame of width and height 1; broken where the curve is not finite. */
export function pathOf(xs: ArrayLike<number>, ys: ArrayLike<number>, x: Interval, y: Interval): string {
  const [width, height] = [x[1] - x[0], y[1] - y[0]];
  let path = "";
  let drawing = false;
  for (let index = 0; index < xs.length; index++) {
    const at = ys[index];
    if (!Number.isFinite(at)) {
      drawing = false;
      continue;
    }
    const right = (xs[index] - x[0]) / width;
    // Far outside the frame is outside all the same, and keeps numbers within what a path can hold.
    const down = Math.max(-9, Math.min(9, (y[1] - at) / height));
    path += `${drawing ? "L" : "M"}${right.toFixed(5)},${down.toFixed(5)}`;
    drawing = true;
  }
  return path;
}

/** The value of a curve at x, between its points. */
export function readAt(xs: ArrayLike<number>, ys: ArrayLike<number>, x: number): number {
  const last = xs.length - 1;
  const position = ((x - xs[0]) / (xs[last] - xs[0])) * last;
  const low = Math.max(0, Math.min(last - 1, Math.floor(position)));
  const share = position - low;
  return ys[low] * (1 - share) + ys[low + 1] * share;
}

/** The vertical interval that holds all values, with matplotlib's margins of 5 %. */
export function room(curves: readonly ArrayLike<number>[]): Interval {
  let [low, high] = [Infinity, -Infinity];
  for (const ys of curves) {
    for (let index = 0; index < ys.length; index++) {
      if (!Number.isFinite(ys[index])) continue;
      low = Math.min(low, ys[index]);
      high = Math.max(high, ys[index]);
    }
  }
  if (low > high) return [0, 1];
  const margin = (high - low || 1) * 0.05;
  return [low - margin, high + margin];
}
