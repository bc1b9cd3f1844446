import { describe, type Spelled } from "../../array/options";
import { readNumbers, type Data } from "../data";
import type { AxesBase } from "../model/axes";
import { readTable, type OptionsOf } from "../options/option";
import { number, type Scalar } from "../options/readers";
import { drawViolins, violinsOptions, type Violinplot } from "../violins";

/** What is known of a set of numbers, by matplotlib's names. */
export interface ViolinStats {
  /** Values in order, and how dense the numbers are there. */
  coords: Data;
  vals: Data;
  /** The least and the largest of the numbers. */
  min: Scalar;
  max: Scalar;
  mean: Scalar;
  median: Scalar;
  /** Values that are drawn as lines across. Default: none. */
  quantiles?: Data;
}

/** Options of `violin`. */
export type ViolinOfStatsOptions = OptionsOf<typeof violinsOptions>;

/**
 * Draws a violin for every set of numbers of which densities and statistics are known, as {@link violinplot} does for
 * the numbers themselves.
 *
 * @param vpstats - Of each set `coords`, `vals`, `min`, `max`, `mean` and `median`, and `quantiles` where these are drawn.
 * @param options - `positions`, `widths`, `showmeans`, `showmedians` and so on.
 * @returns The shapes as `bodies`, and the lines by what they show.
 * @throws TypeError for statistics that are missing or no numbers, or an unknown option; RangeError if lists do not have
 *   the same length.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.axes.Axes.violin.html
 * @example
 * const set = { coords: [0, 1, 2], vals: [0.2, 1, 0.4], min: 0, max: 2, mean: 1.1, median: 1 };
 * plt.gca().violin([set], { showmeans: true });
 */
export function violin(
  axes: AxesBase,
  vpstats: readonly ViolinStats[],
  options?: Spelled<ViolinOfStatsOptions>,
): Violinplot {
  const isList = Array.isArray(vpstats) && vpstats.every((each) => typeof each === "object" && each !== null);
  if (!isList) throw new TypeError(`violin: expected a list of statistics, got ${describe(vpstats)}`);
  const read = readTable("violin", options, violinsOptions);
  const violins = vpstats.map((stats, k) => {
    const one = (name: "min" | "max" | "mean" | "median") =>
      number()("violin", `vpstats[${k}].${name}`, stats[name]);
    const list = (name: "coords" | "vals" | "quantiles") =>
      Float64Array.from(readNumbers("violin", `vpstats[${k}].${name}`, stats[name] ?? []));
    const [coordinates, dense] = [list("coords"), list("vals")];
    if (coordinates.length === 0 || coordinates.length !== dense.length) {
      throw new RangeError(
        `violin: expected as many vals as coords in vpstats[${k}], got ${dense.length} and ${coordinates.length}`,
      );
    }
    return {
      coordinates,
      dense,
      low: one("min"),
      high: one("max"),
      mean: one("mean"),
      median: one("median"),
      quantiles: [...list("quantiles")],
    };
  });
  return drawViolins("violin", axes, violins, read);
}
