import { describe, type Spelled } from "../../array/options";
import type { Boxplot } from "../boxDrawing";
import { boxesOptions, drawBoxes } from "../boxes";
import type { BoxStatistics } from "../boxStatistics";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, number, type Scalar } from "../options/readers";

/** What is known of a set of numbers, by matplotlib's names. */
export interface BoxStats {
  /** The median. */
  med: Scalar;
  /** The first and the third quarter. */
  q1: Scalar;
  q3: Scalar;
  /** The ends of the whiskers. */
  whislo: Scalar;
  whishi: Scalar;
  /** Needed where means are shown. */
  mean?: Scalar;
  /** The ends of the notch, needed where notches are shown. */
  cilo?: Scalar;
  cihi?: Scalar;
  /** The values beyond the whiskers. Default: none. */
  fliers?: Data;
  /** The name of the set. Default: its place. */
  label?: string | number;
}

const bxpOptions = {
  ...boxesOptions,
  /** Whether boxes have a notch about the median. Default: false. */
  shownotches: option(flag, { default: false }),
};

/** Options of `bxp`. */
export type BxpOptions = OptionsOf<typeof bxpOptions>;

function readStatistics(stats: BoxStats, k: number, needed: readonly (keyof BoxStats)[]): BoxStatistics {
  const read = (name: keyof BoxStats) => {
    const value = stats[name];
    if (value === undefined && !needed.includes(name)) return NaN;
    return number()("bxp", `bxpstats[${k}].${name}`, value as Scalar);
  };
  return {
    low: read("whislo"),
    high: read("whishi"),
    q1: read("q1"),
    median: read("med"),
    q3: read("q3"),
    mean: read("mean"),
    notch: [read("cilo"), read("cihi")],
    fliers: stats.fliers === undefined ? [] : [...readNumbers("bxp", `bxpstats[${k}].fliers`, stats.fliers)],
  };
}

/**
 * Draws a box for every set of numbers of which the statistics are known, as {@link boxplot} does for the numbers
 * themselves.
 *
 * @param bxpstats - The statistics of each set: `med`, `q1`, `q3`, `whislo` and `whishi`, and `mean`, `cilo`, `cihi`,
 *   `fliers` and `label` where they are shown.
 * @param options - `positions`, `widths`, `shownotches`, `showmeans` and so on.
 * @returns What is drawn by what it shows: boxes, medians, whiskers, caps, fliers and means.
 * @throws TypeError for statistics that are missing or no numbers, or an unknown option; RangeError if there are not as
 *   many places or widths as sets.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.bxp.html
 * @example
 * plt.gca().bxp([{ label: "relu", whislo: 0.85, q1: 0.9, med: 0.92, q3: 0.95, whishi: 0.97, fliers: [0.7] }]);
 */
export function bxp(axes: AxesBase, bxpstats: readonly BoxStats[], options?: Spelled<BxpOptions>): Boxplot {
  const isList =
    Array.isArray(bxpstats) && bxpstats.every((each) => typeof each === "object" && each !== null);
  if (!isList) throw new TypeError(`bxp: expected a list of statistics, got ${describe(bxpstats)}`);
  const read = readTable("bxp", options, bxpOptions);
  const needed: (keyof BoxStats)[] = [
    ...(["med", "q1", "q3", "whislo", "whishi"] as const),
    ...(read.showmeans ? (["mean"] as const) : []),
    ...(read.shownotches ? (["cilo", "cihi"] as const) : []),
  ];
  const sets = bxpstats.map((each, k) => ({
    statistics: readStatistics(each, k, needed),
    label: each.label,
  }));
  return drawBoxes("bxp", axes, sets, { ...read, notch: read.shownotches });
}
