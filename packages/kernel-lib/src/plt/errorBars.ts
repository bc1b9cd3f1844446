import { describe } from "../array/options";
import type { Artist } from "./model/artist";
import { Line2D } from "./artists/line";
import { SegmentCollection } from "./artists/segments";
import type { AxesBase } from "./model/axes";
import type { Paint } from "./color/color";
import { readSeries } from "./data";
import { rcParams } from "./rcParams";

/** Lengths before and after each point. */
export type Errors = readonly [before: Float64Array, after: Float64Array];

/** Reads error lengths: one for all, one each, or a list before and a list after. */
export function readErrors(
  functionName: string,
  name: string,
  value: unknown,
  count: number,
): Errors | undefined {
  if (value === undefined || value === null) return undefined;
  const series = readSeries(functionName, name, value);
  const fail = () =>
    new RangeError(
      `${functionName}: expected ${name} to be one number, ${count}, or two lists of ${count}, got ${describe(value)}`,
    );
  let errors: Errors;
  if (series.columns.length === 1 && (series.length === 1 || series.length === count)) {
    const [own] = series.columns;
    const each = own.length === count ? own : new Float64Array(count).fill(own[0]);
    errors = [each, each];
  } else {
    if (series.length !== 2 || series.columns.length !== count) throw fail();
    errors = [
      Float64Array.from(series.columns, (column) => column[0]),
      Float64Array.from(series.columns, (column) => column[1]),
    ];
  }
  if (errors.some((lengths) => lengths.some((length) => length < 0))) {
    throw new RangeError(`${functionName}: expected ${name} not to be negative, got ${describe(value)}`);
  }
  return errors;
}

/** Which points are only lower, or only upper limits of values. */
export interface Limits {
  lower: readonly boolean[];
  upper: readonly boolean[];
}

/** Reads which points are limits: all, or each. */
export function readLimits(functionName: string, name: string, value: unknown, count: number): boolean[] {
  if (typeof value === "boolean") return new Array<boolean>(count).fill(value);
  const list =
    typeof value === "object" && value !== null ? Array.from(value as Iterable<unknown>, Boolean) : [];
  if (list.length === count) return list;
  throw new TypeError(
    `${functionName}: expected ${name} to be true, false or ${count} of them, got ${describe(value)}`,
  );
}

/** The carets that show where values lie beyond lower and upper limits. */
const carets = {
  x: ["CARETRIGHTBASE", "CARETLEFTBASE"],
  y: ["CARETUPBASE", "CARETDOWNBASE"],
} as const;

/** The looks of error bars. Lengths are in points. */
interface ErrorStyle {
  color: readonly Paint[];
  linewidth: number;
  capsize: number;
  capthick: number;
  zorder: number;
}

/** Adds error bars and their caps to axes. */
export function drawErrors(
  axes: AxesBase,
  points: { x: Float64Array; y: Float64Array },
  errors: { x?: Errors; y?: Errors },
  style: ErrorStyle,
  limits: { x?: Limits; y?: Limits } = {},
): Artist[] {
  const bars: Artist[] = [];
  const caps: Artist[] = [];
  const cap = (x: Float64Array, y: Float64Array, marker: string) => {
    const line = new Line2D(
      x,
      y,
      {
        color: style.color[0],
        linestyle: "None",
        linewidth: style.linewidth,
        marker,
        markersize: style.capsize > 0 ? 2 * style.capsize : rcParams["lines.markersize"],
        markeredgewidth: style.capthick,
        markevery: 1,
        drawstyle: "default",
      },
      "_nolegend_",
    );
    line.zorder = style.zorder;
    caps.push(line);
  };
  for (const direction of ["x", "y"] as const) {
    const lengths = errors[direction];
    if (lengths === undefined) continue;
    const none = new Array<boolean>(points.x.length).fill(false);
    const { lower, upper } = limits[direction] ?? { lower: none, upper: none };
    const low = points[direction].map((value, i) => (lower[i] ? value : value - lengths[0][i]));
    const high = points[direction].map((value, i) => (upper[i] ? value : value + lengths[1][i]));
    const segments =
      direction === "x"
        ? new SegmentCollection(low, points.y, high, points.y, { ...style, linestyle: "-" }, "_nolegend_")
        : new SegmentCollection(points.x, low, points.x, high, { ...style, linestyle: "-" }, "_nolegend_");
    segments.zorder = style.zorder;
    bars.push(segments);
    const across = direction === "x" ? "|" : "_";
    /** Caps at places along the direction, for some of the points. */
    const addCaps = (ends: Float64Array, marker: string, some: readonly boolean[]) => {
      if (!some.includes(true)) return;
      const of = (values: Float64Array) => values.filter((_, i) => some[i]);
      if (direction === "x") cap(of(ends), of(points.y), marker);
      else cap(of(points.x), of(ends), marker);
    };
    const free = lower.map((own, i) => !own && !upper[i]);
    if (style.capsize > 0) for (const ends of [low, high]) addCaps(ends, across, free);
    const inverted = axes.view(direction)[0] > axes.view(direction)[1];
    for (const [k, [some, ends]] of (
      [
        [lower, high],
        [upper, low],
      ] as const
    ).entries()) {
      addCaps(ends, carets[direction][inverted === (k === 1) ? 0 : 1], some);
      if (style.capsize > 0) addCaps(points[direction], across, some);
    }
  }
  axes.add([...bars, ...caps]);
  return [...bars, ...caps];
}
