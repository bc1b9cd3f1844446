import { describe } from "../../array/options";
import { rcParams } from "../rcParams";
import { readNumberFormat, type NumberFormat } from "../numberFormat";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { choice, given } from "../options/readers";
import { maxNTicks } from "../ticks/maxN";
import { scalarLabels } from "../ticks/scalar";
import { Line2D } from "./line";
import { color as colorOption } from "../options/looks";

/** Reads how many entries there are to be, or their values. */
const count: Reader<number | readonly number[] | "auto" | null, number | readonly number[] | undefined> = (
  functionName,
  name,
  value,
) => {
  if (value === "auto" || value === null) return undefined;
  if (typeof value === "number" && Number.isInteger(value) && value > 0) return value;
  if (Array.isArray(value) && value.every(Number.isFinite)) return value as number[];
  throw new TypeError(
    `${functionName}: expected ${name} to be "auto", a whole number or values, got ${describe(value)}`,
  );
};

export const elementOptions = {
  /** What the entries tell apart. Default: "colors". */
  prop: option(choice("colors", "sizes"), { default: "colors" }),
  /** About how many entries there are, or their values. Default: all values, or about nine where there are more. */
  num: option(count),
  /** Writes the values, such as "{x:.2f}". */
  fmt: option(given<NumberFormat>()),
  /** What values are shown in place of sizes. Default: the sizes. */
  func: option(given<(size: number) => number>(), { default: (size: number) => size }),
  /** Colour of the entries that tell sizes apart. Default: the first of the points. */
  color: option(colorOption),
};

/** Options of `legendElements`. */
export type LegendElementOptions = OptionsOf<typeof elementOptions>;

/** The values of entries: all where they are few, else round ones. */
function entryValues(
  values: readonly number[],
  wanted: number | readonly number[] | undefined,
): readonly number[] {
  if (typeof wanted === "object") return wanted;
  const distinct = [...new Set(values)].filter(Number.isFinite).sort((a, b) => a - b);
  if (wanted === undefined && distinct.length <= 9) return distinct;
  const bins = wanted ?? 9;
  const [low, high] = [distinct[0], distinct[distinct.length - 1]];
  const steps = [1, 2, 2.5, 3, 5, 6, 8, 10];
  return maxNTicks([low, high], { bins, minimum: bins - 1, steps }).filter(
    (tick) => tick >= low && tick <= high,
  );
}

/** What scattered points have of values and sizes. */
interface Scattered {
  readonly values?: ArrayLike<number>;
  readonly mapping?: { color(value: number): string | undefined };
  readonly style: { readonly marker: string; readonly sizes: ArrayLike<number> };
  faces(): readonly { readonly color: string; readonly alpha: number }[];
}

/** Makes what a legend needs to explain the colours or the sizes of scattered points. */
export function legendElementsOf(points: Scattered, options: unknown): [handles: Line2D[], labels: string[]] {
  const read = readTable("legendElements", options, elementOptions);
  const { mapping, values: colored, style } = points;
  const byColor = read.prop === "colors";
  if (byColor && !(mapping && colored)) {
    throw new TypeError("legendElements: expected points that are coloured by value");
  }
  const sizes = Array.from(style.sizes);
  const all = byColor ? Array.from(colored ?? []) : sizes.map(read.func);
  const values = entryValues(all, read.num);
  const format = read.fmt === undefined ? undefined : readNumberFormat("legendElements", "fmt", read.fmt);
  const ends = [Math.min(...all), Math.max(...all)] as const;
  const labels = format ? values.map(format) : scalarLabels(values, ends).labels;
  const sizeOf = inverse(sizes, read.func);
  const [first = { color: "ink", alpha: 1 }] = points.faces();
  const handles = values.map((value) => {
    const paint = byColor
      ? { color: mapping?.color(value) ?? "none", alpha: first.alpha }
      : (read.color ?? first);
    const markersize = byColor ? rcParams["lines.markersize"] : Math.sqrt(sizeOf(value));
    const look = {
      color: paint,
      linestyle: "None",
      linewidth: 0,
      marker: style.marker,
      markersize,
      markeredgewidth: rcParams["lines.markeredgewidth"],
      markevery: 1,
      drawstyle: "default",
    };
    return new Line2D([], [], look, "");
  });
  return [handles, labels];
}

/** The size of a value that a function gives for it, between those that there are. */
function inverse(sizes: readonly number[], func: (size: number) => number): (value: number) => number {
  const [low, high] = [Math.min(...sizes), Math.max(...sizes)];
  const grid = Array.from({ length: 256 }, (_, k) => low + (k / 255) * (high - low));
  const at = grid.map(func);
  const order = at[0] <= at[at.length - 1] ? 1 : -1;
  return (value) => {
    const k = at.findIndex((each) => order * each >= order * value);
    if (k <= 0) return k === 0 ? grid[0] : high;
    const share = at[k] === at[k - 1] ? 0 : (value - at[k - 1]) / (at[k] - at[k - 1]);
    return grid[k - 1] + share * (grid[k] - grid[k - 1]);
  };
}
