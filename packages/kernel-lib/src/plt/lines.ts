import { describe, type Spelled } from "../array/options";
import { quiet } from "../display/quiet";
import { Line2D } from "./artists/line";
import type { LineStyle } from "./artists/lineStyle";
import { readMarkEvery, type MarkEvery } from "./artists/markEvery";
import { paint } from "./color/color";
import type { CycleEntry } from "./color/cycler";
import { counting, place, readSeries, type Data, type Series } from "./data";
import { readFormat, type LineFormat } from "./format";
import { readLinestyle, type LinestyleName } from "./linestyle";
import { readMarker, type MarkerName } from "./markers";
import type { AxesBase } from "./model/axes";
import { splitOptions } from "./options/arguments";
import { color, faded, firstOfCycle } from "./options/looks";
import { option, readTable, type OptionsOf, type Reader, type ReadOf } from "./options/option";
import { choice, given, notNegative, number, share } from "./options/readers";
import { rcParams } from "./rcParams";

/** Reads a style of strokes. */
export const linestyle: Reader<LinestyleName, LineStyle["linestyle"]> = (functionName, _, value) =>
  readLinestyle(functionName, value);

/** Reads a marker; null for none. */
const marker: Reader<MarkerName, string | null> = (functionName, _, value) => readMarker(functionName, value);

/** Reads which points have a marker. */
const markevery: Reader<MarkEvery | readonly boolean[], MarkEvery> = (functionName, _, value) =>
  readMarkEvery(functionName, value);

/** Reads lengths of dashes and gaps. */
const dashes: Reader<readonly number[], readonly number[]> = (functionName, name, value) => {
  if (Array.isArray(value) && value.length % 2 === 0 && value.every((length) => length >= 0)) return value;
  throw new TypeError(
    `${functionName}: expected ${name} to be lengths of dashes and gaps in turn, got ${describe(value)}`,
  );
};

export const lineOptions = {
  /** Name in the legend; for several columns of y, a list of names. */
  label: option(given<string | number | readonly (string | number)[]>()),
  /** Colour of line and markers. Default: the next in the cycle. Short: `c`. */
  color: option(color, { aliases: ["c"] }),
  /** Opacity from 0 to 1. Default: that of the colour. */
  alpha: option(share),
  /** Width in points. Default: 1.5. Short: `lw`. */
  linewidth: option(notNegative, { aliases: ["lw"] }),
  /** "-", "--", "-.", ":" or "None", or dashes and gaps after an offset, as `[0, [5, 2]]`. Default: "-". Short: `ls`. */
  linestyle: option(linestyle, { aliases: ["ls"] }),
  /** Lengths of dashes and gaps, in turn, in widths of the line. Default: those of `linestyle`. */
  dashes: option(dashes),
  /** How the ends of dashes look. Default: "butt". */
  dashCapstyle: option(choice("butt", "projecting", "round")),
  /** How the ends of a line without dashes look. Default: "projecting". */
  solidCapstyle: option(choice("butt", "projecting", "round")),
  /** How corners look. Default: "round". */
  solidJoinstyle: option(choice("miter", "round", "bevel")),
  /** "o", "s", "^" and so on, or matplotlib's number of a tick or a caret. Default: "None". */
  marker: option(marker),
  /** Diameter of the markers in points. Default: 6. Short: `ms`. */
  markersize: option(notNegative, { aliases: ["ms"] }),
  /** Colour of the markers' edges. Default: that of the line. Short: `mec`. */
  markeredgecolor: option(color, { aliases: ["mec"] }),
  /** Width of the markers' edges in points. Default: 1. Short: `mew`. */
  markeredgewidth: option(notNegative, { rc: "lines.markeredgewidth", aliases: ["mew"] }),
  /** Colour inside the markers. Default: that of the line. Short: `mfc`. */
  markerfacecolor: option(color, { aliases: ["mfc"] }),
  /** Whether markers are filled, "full" or "none". Default: "full". */
  fillstyle: option(choice("full", "none")),
  /**
   * Which points have a marker: every so many, some by their numbers, `{ start, step }`, or, with a step below 1, points
   * so far apart along the line, where the diagonal of the axes is 1. Default: 1.
   */
  markevery: option(markevery, { default: 1 }),
  /** "default", or "steps-pre", "steps-mid", "steps-post". Default: "default". Short: `ds`. */
  drawstyle: option(choice("default", "steps", "steps-pre", "steps-mid", "steps-post"), {
    default: "default",
    aliases: ["ds"],
  }),
  /** Those with a higher one are drawn over those with a lower one. Default: 2. */
  zorder: option(number()),
};

/** How lines of {@link plot} look. */
export type LineOptions = OptionsOf<typeof lineOptions>;

/** Options of lines that have been read. */
export type LineRead = ReadOf<typeof lineOptions>;

/**
 * What {@link plot} takes: groups of x, y and a format string, x and format as one likes, and options.
 *
 * The usual form comes last: by the last one that has as many arguments TypeScript explains what is wrong.
 */
export type PlotArguments<Options = LineOptions> =
  | [x: Data, y: Data, ...groups: (Data | string | Spelled<Options>)[]]
  | [x: Data, y: Data, format: string, options?: Spelled<Options>]
  | [y: Data, format: string, options?: Spelled<Options>]
  | [y: Data, options?: Spelled<Options>]
  | [x: Data, y: Data, options?: Spelled<Options>];

interface Group {
  x?: Series;
  y: Series;
  format: LineFormat;
}

/** The look of a line, all but its colour where that is left to the cycle. */
export function lineStyle(
  functionName: string,
  read: LineRead,
  format: LineFormat = {},
): Omit<LineStyle, "color"> & { color?: LineStyle["color"] } {
  const linewidth = read.linewidth ?? rcParams["lines.linewidth"];
  const dashed = read.dashes && readLinestyle(functionName, [0, read.dashes]);
  return {
    color: faded(read.color, read.alpha) ?? format.color,
    linestyle:
      dashed ??
      read.linestyle ??
      readLinestyle(functionName, format.linestyle ?? rcParams["lines.linestyle"]),
    linewidth,
    caps: { dash: read.dashCapstyle, solid: read.solidCapstyle, join: read.solidJoinstyle },
    marker:
      read.marker !== undefined
        ? read.marker
        : readMarker(functionName, format.marker ?? rcParams["lines.marker"]),
    markersize: read.markersize ?? rcParams["lines.markersize"],
    markeredgewidth: read.markeredgewidth,
    markeredgecolor: faded(read.markeredgecolor, read.alpha),
    markerfacecolor:
      read.fillstyle === "none" ? paint(functionName, "none") : faded(read.markerfacecolor, read.alpha),
    markevery: read.markevery,
    drawstyle: read.drawstyle,
  };
}

/** The next entry of the cycle of axes, as far as options and a format leave it open; none is used up if they do not. */
function cycledLooks(axes: AxesBase, read: LineRead, format: LineFormat): CycleEntry {
  // A format of a colour alone says nothing of the rest.
  const formatted = format.linestyle !== undefined || format.marker !== undefined;
  const open = (name: string) =>
    name === "color"
      ? read.color === undefined && format.color === undefined
      : read[name as keyof CycleEntry] === undefined &&
        !(formatted && (name === "marker" || name === "linestyle"));
  if (!Object.keys(axes.cycle[0]).some(open)) return {};
  return Object.fromEntries(Object.entries(axes.nextLooks("lines")).filter(([name]) => open(name)));
}

/** Divides the arguments into groups of x, y and format; the first one without a partner ends a group. */
export function readGroups(functionName: string, args: readonly unknown[]): Group[] {
  const groups: Group[] = [];
  for (let i = 0; i < args.length;) {
    const first = args[i++];
    const second = i < args.length && typeof args[i] !== "string" ? args[i++] : undefined;
    const text = args[i];
    const format = typeof text === "string" ? readFormat(functionName, (i++, text)) : {};
    const y = readSeries(functionName, second === undefined ? "y" : "x", first);
    groups.push(
      second === undefined ? { y, format } : { x: y, y: readSeries(functionName, "y", second), format },
    );
  }
  for (const { x, y } of groups) {
    if (x && x.length !== y.length) {
      throw new RangeError(
        `${functionName}: expected x and y of equal length, got ${x.length} and ${y.length}`,
      );
    }
    if (x && x.columns.length > 1 && y.columns.length > 1 && x.columns.length !== y.columns.length) {
      throw new RangeError(
        `${functionName}: expected x and y with as many columns, got ${x.columns.length} and ${y.columns.length}`,
      );
    }
  }
  return groups;
}

/** The names of so many lines. */
function readLabels(functionName: string, label: LineOptions["label"], count: number): string[] {
  if (Array.isArray(label) && count > 1) {
    if (label.length !== count) {
      throw new RangeError(`${functionName}: expected ${count} labels, one a column, got ${label.length}`);
    }
    return label.map(String);
  }
  if (label !== undefined && typeof label === "object" && !Array.isArray(label)) {
    throw new TypeError(`${functionName}: expected label to be a string, got ${describe(label)}`);
  }
  return new Array<string>(count).fill(label === undefined ? "" : String(label as string));
}

/** Draws lines as {@link plot} does, in the name of another function. */
export function drawLines(
  axes: AxesBase,
  functionName: string,
  args: readonly unknown[],
  prepare?: () => void,
): Line2D[] {
  const { placed, options } = splitOptions(args);
  const read = readTable(functionName, options, lineOptions);
  const groups = readGroups(functionName, placed);
  if (groups.length === 0 && args.length > 0)
    throw new TypeError(`${functionName}: expected y, got options only`);
  const styles = groups.map(({ format }) => lineStyle(functionName, read, format));
  const labels = groups.map(({ x, y }) =>
    readLabels(functionName, read.label, Math.max(x?.columns.length ?? 1, y.columns.length)),
  );
  prepare?.();
  const lines = groups.flatMap(({ x, y }, g) => {
    const xs = x ? place(axes, "x", x) : [counting(y.length)];
    const ys = place(axes, "y", y);
    return labels[g].map((label, j) => {
      const next = cycledLooks(axes, read, groups[g].format);
      const cycled = styles[g].color ?? next.color ?? firstOfCycle();
      const own = read.alpha !== undefined ? { ...cycled, alpha: read.alpha } : cycled;
      const line = new Line2D(
        xs[xs.length > 1 ? j : 0],
        ys[ys.length > 1 ? j : 0],
        { ...styles[g], ...next, color: own },
        label,
      );
      line.zorder = read.zorder ?? line.zorder;
      return line;
    });
  });
  axes.add(lines);
  return quiet(lines);
}
