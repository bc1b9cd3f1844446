import { describe, type Spelled } from "../array/options";
import { quiet } from "../display/quiet";
import { Line2D } from "./artists/line";
import type { CycleEntry } from "./color/cycler";
import { counting, place, readSeries, type Data, type Series } from "./data";
import { readFormat, type LineFormat } from "./format";
import type { AxesBase } from "./model/axes";
import { splitOptions } from "./options/arguments";
import { lineStyle, plotOptions, type LineOptions, type LineRead } from "./options/line";
import { firstOfCycle } from "./options/looks";
import { readTable } from "./options/option";

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
  const read = readTable(functionName, options, plotOptions);
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
      line.setTransform(read.transform);
      return line;
    });
  });
  axes.add(lines);
  return quiet(lines);
}
