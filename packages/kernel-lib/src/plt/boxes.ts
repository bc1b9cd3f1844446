import { describe, type Spelled } from "../array/options";
import { quiet } from "../display/quiet";
import type { Line2D } from "./artists/line";
import type { Patch } from "./artists/patch";
import { boxLooks, drawBox, lineLook, type BoxLooks, type Boxplot } from "./boxDrawing";
import type { BoxStatistics } from "./boxStatistics";
import { readNumbers, type Data } from "./data";
import type { LineFormat } from "./format";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";
import { group, option, type ReadOf } from "./options/option";
import { choice, flag, given, text } from "./options/readers";

/** Options of all that draws boxes. */
export const boxesOptions = {
  /** Where the boxes stand. Default: 1, 2, 3, … */
  positions: option(given<Data>()),
  /** Width of the boxes, or one each. Default: half a step between them. */
  widths: option(given<Data>()),
  /** Whether boxes stand side by side or over each other. Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Whether means are lines across the boxes. Default: false. */
  meanline: option(flag, { default: false }),
  /** Whether boxes are drawn. Default: true. */
  showbox: option(flag, { default: true }),
  /** Width of the ends of whiskers, or one each. Default: half of the box'. */
  capwidths: option(given<Data>()),
  /** Whether values beyond the whiskers are drawn. Default: true. */
  showfliers: option(flag, { default: true }),
  /** Whether the mean is drawn, as a green triangle. Default: false. */
  showmeans: option(flag, { default: false }),
  /** Whether the ends of whiskers are drawn. Default: true. */
  showcaps: option(flag, { default: true }),
  /** Whether boxes are filled. Default: false. */
  patchArtist: option(flag, { default: false }),
  /** Looks of the boxes: `color`, `linewidth` and so on; `facecolor` and `edgecolor` of filled ones. */
  boxprops: option(group<typeof boxLooks, Spelled<BoxLooks>>(boxLooks)),
  /** Looks of the lines at the medians. */
  medianprops: option(lineLook),
  /** Looks of the whiskers. */
  whiskerprops: option(lineLook),
  /** Looks of the ends of whiskers. */
  capprops: option(lineLook),
  /** Looks of the values beyond the whiskers. */
  flierprops: option(lineLook),
  /** Looks of the means. */
  meanprops: option(lineLook),
};

/** What is shown of a set: its statistics, if it has any numbers, and its name. */
interface BoxSet {
  statistics?: BoxStatistics;
  /** Default: its place. */
  label?: string | number;
}

/** One number for all sets, or one each. */
function forEach(functionName: string, name: string, value: unknown, count: number): number[] | undefined {
  if (value === undefined) return undefined;
  const numbers = [...readNumbers(functionName, name, value)];
  if (numbers.length === count) return numbers;
  if (numbers.length === 1 && name !== "positions") return new Array<number>(count).fill(numbers[0]);
  throw new RangeError(`${functionName}: expected ${name} to be ${count} numbers, got ${describe(value)}`);
}

/** Draws a box for every set, with ticks below them. */
export function drawBoxes(
  functionName: string,
  axes: AxesBase,
  sets: readonly BoxSet[],
  read: ReadOf<typeof boxesOptions> & { notch: boolean; outliers?: LineFormat },
): Boxplot {
  const count = sets.length;
  const at = forEach(functionName, "positions", read.positions, count) ?? sets.map((_, i) => i + 1);
  const reach = Math.max(...at) - Math.min(...at);
  const usual = Math.max(0.15, Math.min(0.5, 0.15 * reach));
  const widths = forEach(functionName, "widths", read.widths, count) ?? sets.map(() => usual);
  const caps = forEach(functionName, "capwidths", read.capwidths, count) ?? widths.map((width) => width / 2);
  const labels = sets.map(({ label }, i) => text(functionName, "each label", label ?? at[i]));
  const along: Direction = read.orientation === "vertical" ? "x" : "y";
  const drawn: Boxplot = { boxes: [], medians: [], whiskers: [], caps: [], fliers: [], means: [] };
  sets.forEach(({ statistics }, i) => {
    const place = { along, at: at[i], half: widths[i] / 2, cap: caps[i] / 2 };
    if (statistics) drawBox(drawn, place, statistics, read);
  });
  for (const upper of [drawn.medians, drawn.means].flat()) upper.zorder += 0.1;
  axes.add(Object.values(drawn).flat() as (Line2D | Patch)[]);
  const { dimension } = axes.axisOf(along);
  dimension.fixedTicks = [...(dimension.fixedTicks ?? []), ...at];
  dimension.fixedLabels = [...(dimension.fixedLabels ?? []), ...labels];
  return quiet(drawn);
}
