import { describe, type Spelled } from "../../array/options";
import { boxStatistics, quantile } from "../boxStatistics";
import { readNumbers, readSeries, type Data } from "../data";
import { gaussianDensity } from "../density";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf } from "../options/option";
import { given, number } from "../options/readers";
import { drawViolins, violinsOptions, type Violinplot } from "../violins";

const violinOptions = {
  ...violinsOptions,
  /** For each set the shares whose quantiles are drawn, such as `[[0.05, 0.95], []]`. Default: none. */
  quantiles: option(given<readonly (number | readonly number[])[]>()),
  /** At how many points the density is computed. Default: 100. */
  points: option(number(2), { default: 100 }),
  /** Width of the kernels in standard deviations, or "scott" for Scott's rule. Default: "scott". */
  bwMethod: option(given<number | "scott">(), { default: "scott" }),
};

/** Options of {@link violinplot}. */
export type ViolinOptions = OptionsOf<typeof violinOptions>;

/** The shares whose quantiles are drawn, for each set. */
function readQuantiles(value: unknown, count: number): number[][] {
  if (value === undefined) return Array.from({ length: count }, () => []);
  const list = Array.isArray(value) ? (value as unknown[]) : [];
  const flat = count === 1 && list.every((each) => typeof each === "number");
  const sets = (flat ? [list] : list).map((each) => [each].flat() as unknown[]);
  const good =
    sets.length === count && sets.flat().every((part) => (part as number) >= 0 && (part as number) <= 1);
  if (good) return sets as number[][];
  throw new RangeError(
    `violinplot: expected quantiles to be ${count} lists of shares from 0 to 1, got ${describe(value)}`,
  );
}

/**
 * Draws how values are distributed: for every set of numbers a shape as wide as the numbers are dense.
 *
 * @param dataset - The values: a list, several lists, or a matrix whose columns are the sets.
 * @param options - `positions`, `widths`, `showmeans`, `showmedians` and so on.
 * @returns The shapes as `bodies`, and the lines by what they show.
 * @throws RangeError if there are not as many places or widths as sets; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.violinplot.html
 * @example
 * plt.violinplot([[1, 2, 2, 3], [2, 3, 3, 5]], { showmedians: true });
 */
export function violinplot(
  axes: AxesBase,
  dataset: Data | readonly Data[],
  options?: Spelled<ViolinOptions>,
): Violinplot {
  const several =
    Array.isArray(dataset) && dataset.length > 0 && dataset.every((set) => typeof set === "object");
  const sets = several
    ? (dataset as unknown[]).map((set, k) => readNumbers("violinplot", `dataset[${k}]`, set))
    : [...readSeries("violinplot", "dataset", dataset).columns];
  const read = readTable("violinplot", options, violinOptions);
  const quantiles = readQuantiles(read.quantiles, sets.length);
  const count = Math.floor(read.points);
  const violins = sets.map((set, k) => {
    const found = boxStatistics(set, Infinity);
    if (!found) throw new RangeError(`violinplot: expected numbers in set ${k}, got none`);
    const { low, high, mean, median } = found;
    const coordinates = Float64Array.from(
      { length: count },
      (_, i) => low + (i * (high - low)) / (count - 1),
    );
    const density = gaussianDensity(set, typeof read.bwMethod === "number" ? read.bwMethod : undefined);
    const dense = low === high ? coordinates.map(() => 1) : coordinates.map(density);
    const shares = quantiles[k].map((share) => quantile(set, share));
    return { coordinates, dense, low, high, mean, median, quantiles: shares };
  });
  return drawViolins("violinplot", axes, violins, read);
}

export type { Violinplot } from "../violins";
