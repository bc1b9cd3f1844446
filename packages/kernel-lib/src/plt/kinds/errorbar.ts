import { describe, type Spelled } from "../../array/options";
import type { Artist, Direction, Frame, LegendKey } from "../artists/artist";
import { Line2D } from "../artists/line";
import { readPaints } from "../artists/paints";
import { LineCollection } from "../artists/segments";
import type { Axes } from "../axes";
import type { Color, Paint } from "../color/color";
import { place, readPlaces, readSeries, type Data } from "../data";
import { readFormat } from "../format";
import { checkNumber, checkOptions, drawingOptions, readText } from "../options";
import { rcParams } from "../rcParams";
import { currentAxes } from "../state";
import { lineDefaults, lineStyle, readLineOptions, type LineOptions } from "./plot";

/** Options of {@link errorbar}. */
export interface ErrorbarOptions extends LineOptions {
  /** Lengths along y: one, one each, or a pair of lists, below and above. */
  yerr?: Data;
  /** Lengths along x: one, one each, or a pair of lists, left and right. */
  xerr?: Data;
  /** A format string for the points, "none" for error bars only. Default: "". */
  fmt?: string;
  /** Colour of the error bars. Default: that of the line. */
  ecolor?: Color;
  /** Width of the error bars in points. Default: that of the line. */
  elinewidth?: number;
  /** Half the length of the caps in points. Default: 0. */
  capsize?: number;
  /** Thickness of the caps in points. Default: 1. */
  capthick?: number;
}

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
  axes: Axes,
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

/** Points with error bars, under one name. */
export class ErrorbarContainer implements Artist {
  zorder = 2;
  readonly group = true;

  constructor(
    /** The line through the points; undefined where there are error bars only. */
    readonly line: Line2D | undefined,
    readonly bars: readonly Artist[],
    readonly directions: readonly Direction[],
    public label = "",
  ) {}

  get parts(): readonly Artist[] {
    return this.line ? [this.line, ...this.bars] : this.bars;
  }

  range() {
    return undefined;
  }

  layers() {
    return [];
  }

  key(frame: Frame, half: number): LegendKey {
    const own = this.line?.key(frame, half) ?? this.bars[0].key?.(frame, half);
    const upright = this.directions.includes("y") ? `M0,${-half / 2}V${half / 2}` : "";
    const lying = this.directions.includes("x") ? `M${-half / 2},0H${half / 2}` : "";
    return { ...(own as LegendKey), path: `${own?.path ?? ""}${upright}${lying}` };
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `<ErrorbarContainer object of ${this.parts.length} artists>`;
  }
}

/**
 * Draws points, a line through them, and how far off they may be.
 *
 * @param x - The x values.
 * @param y - As many y values.
 * @param options - `yerr`, `xerr`, `fmt`, `capsize` and so on, and those of {@link plot}.
 * @returns The line and the error bars.
 * @throws RangeError if lengths differ, or an error is negative; TypeError for an option or a value that is none.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.errorbar.html
 * @example
 * plt.errorbar([1, 2, 3], [2, 3, 1], { yerr: 0.2, fmt: "o", capsize: 3 });
 */
export function errorbar(x: Data, y: Data, options?: Spelled<ErrorbarOptions>): ErrorbarContainer {
  const xs = readPlaces("errorbar", "x", x);
  const ys = readPlaces("errorbar", "y", y);
  if (xs.length !== ys.length) {
    throw new RangeError(`errorbar: expected x and y of equal length, got ${xs.length} and ${ys.length}`);
  }
  const { yerr, xerr, fmt, ecolor, elinewidth, capsize, capthick, ...rest } = drawingOptions(
    "errorbar",
    options,
    {
      ...lineDefaults,
      yerr: undefined as Data | undefined,
      xerr: undefined as Data | undefined,
      fmt: "",
      ecolor: undefined as Color | undefined,
      elinewidth: undefined as number | undefined,
      capsize: undefined as number | undefined,
      capthick: undefined as number | undefined,
    },
  );
  const read = readLineOptions("errorbar", rest);
  const notNegative = checkNumber(0);
  checkOptions(
    "errorbar",
    { elinewidth, capsize, capthick },
    { elinewidth: notNegative, capsize: notNegative, capthick: notNegative },
  );
  const bare = typeof fmt === "string" && fmt.toLowerCase() === "none";
  const format = bare ? {} : readFormat("errorbar", readText("errorbar", "fmt", fmt));
  const style = lineStyle("errorbar", read, format);
  const errors = {
    x: readErrors("errorbar", "xerr", xerr, xs.length),
    y: readErrors("errorbar", "yerr", yerr, ys.length),
  };
  const ownColor = ecolor === undefined ? undefined : readPaints("errorbar", ecolor, read.alpha);
  const label = read.label === undefined ? "" : readText("errorbar", "label", read.label);
  const axes = currentAxes();
  const [px] = place(axes, "x", xs);
  const [py] = place(axes, "y", ys);
  const next = style.color ?? axes.nextColor("lines");
  const color = read.alpha === undefined ? next : { ...next, alpha: read.alpha };
  const line = bare ? undefined : new Line2D(px, py, { ...style, color }, "_nolegend_");
  if (line) {
    line.zorder = read.zorder ?? 2;
    axes.add([line]);
  }
  const bars = drawErrors(axes, { x: px, y: py }, errors, {
    color: ownColor ?? [color],
    linewidth: elinewidth ?? style.linewidth,
    capsize: capsize ?? rcParams["errorbar.capsize"],
    capthick: capthick ?? rcParams["lines.markeredgewidth"],
    zorder: read.zorder ?? 2,
  });
  const directions = (["x", "y"] as const).filter((direction) => errors[direction] !== undefined);
  const container = new ErrorbarContainer(line, bars, directions, label);
  axes.add([container]);
  return container;
}
