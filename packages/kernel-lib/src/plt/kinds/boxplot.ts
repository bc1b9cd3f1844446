import { describe, type Spelled } from "../../array/options";
import type { Boxplot } from "../boxDrawing";
import { boxesOptions, drawBoxes } from "../boxes";
import { boxStatistics } from "../boxStatistics";
import { readNumbers, readSeries, type Data } from "../data";
import { readFormat } from "../format";
import type { AxesBase } from "../model/axes";
import { option, readTable, type OptionsOf, type Reader } from "../options/option";
import { flag, given, notNegative, pair, text, type Scalar } from "../options/readers";

/** Reads how far whiskers reach: a factor, or two percentiles. */
const whiskers: Reader<Scalar | readonly [Scalar, Scalar], number | [number, number]> = (
  functionName,
  name,
  value,
) => (Array.isArray(value) ? pair(functionName, name, value) : notNegative(functionName, name, value));

const boxplotOptions = {
  ...boxesOptions,
  /** Names of the sets. Default: 1, 2, 3, … */
  tickLabels: option(given<readonly (string | number)[]>()),
  /** How far whiskers reach at most, in multiples of the box' length; or two percentiles. Default: 1.5. */
  whis: option(whiskers, { default: 1.5 }),
  /** Whether boxes have a notch about the median, as wide as its confidence interval. Default: false. */
  notch: option(flag, { default: false }),
  /** Marker and colour of the values beyond the whiskers, such as "b+"; "" draws none. Default: circles. */
  sym: option(text),
};

/** Options of {@link boxplot}. */
export type BoxplotOptions = OptionsOf<typeof boxplotOptions>;

/** The sets: one list of numbers, the columns of a matrix, or several lists. */
function readSets(x: unknown): Float64Array[] {
  const several = Array.isArray(x) && x.length > 0 && x.every((each) => typeof each === "object");
  if (several) return (x as unknown[]).map((each, i) => readNumbers("boxplot", `x[${i}]`, each));
  return [...readSeries("boxplot", "x", x).columns];
}

/**
 * Draws a box for every set of numbers: from the first to the third quarter, with a line at the median and whiskers to
 * the last value that is not too far away. What is farther is drawn as points.
 *
 * @param x - The values: a list, several lists, or a matrix whose columns are the sets. NaN is left out.
 * @param options - `tickLabels`, `orientation`, `whis`, `showmeans` and so on.
 * @returns What is drawn by what it shows: boxes, medians, whiskers, caps, fliers and means.
 * @throws RangeError if there are not as many labels, places or widths as sets; TypeError for an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.boxplot.html
 * @example
 * plt.boxplot([[0.9, 0.92, 0.95], [0.88, 0.93, 0.99]], { tickLabels: ["relu", "gelu"] });
 */
export function boxplot(
  axes: AxesBase,
  x: Data | readonly Data[],
  options?: Spelled<BoxplotOptions>,
): Boxplot {
  const sets = readSets(x);
  const read = readTable("boxplot", options, boxplotOptions);
  const names = read.tickLabels;
  if (names !== undefined && (!Array.isArray(names) || names.length !== sets.length)) {
    throw new RangeError(`boxplot: expected tickLabels to be ${sets.length} names, got ${describe(names)}`);
  }
  return drawBoxes(
    "boxplot",
    axes,
    sets.map((set, k) => ({ statistics: boxStatistics(set, read.whis), label: names?.[k] })),
    {
      ...read,
      showfliers: read.showfliers && read.sym !== "",
      outliers: read.sym === undefined ? undefined : readFormat("boxplot", read.sym),
    },
  );
}

export type { Boxplot } from "../boxDrawing";
