import { describe } from "../array/options";
import type { Artist } from "./model/artist";
import { Line2D } from "./artists/line";
import { LineCollection } from "./artists/segments";
import type { AxesBase } from "./model/axes";
import type { Paint } from "./color/color";
import { readSeries } from "./data";

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
        markersize: 2 * style.capsize,
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
    const low = points[direction].map((value, i) => value - lengths[0][i]);
    const high = points[direction].map((value, i) => value + lengths[1][i]);
    const segments =
      direction === "x"
        ? new LineCollection(low, points.y, high, points.y, { ...style, linestyle: "-" }, "_nolegend_")
        : new LineCollection(points.x, low, points.x, high, { ...style, linestyle: "-" }, "_nolegend_");
    segments.zorder = style.zorder;
    bars.push(segments);
    if (style.capsize > 0) {
      for (const ends of [low, high]) {
        if (direction === "x") cap(ends, points.y, "|");
        else cap(points.x, ends, "_");
      }
    }
  }
  axes.add([...bars, ...caps]);
  return [...bars, ...caps];
}
