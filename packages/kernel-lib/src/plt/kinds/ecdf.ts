import type { Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import { readNumbers, type Data } from "../data";
import { drawLines } from "../lines";
import type { AxesBase } from "../model/axes";
import { divided, optionsAfter } from "../options/arguments";
import { lineOptions } from "../options/line";
import { option, readTable, type OptionsOf } from "../options/option";
import { choice, flag, given } from "../options/readers";

const ecdfOptions = {
  /** A weight for each value. Default: 1. */
  weights: option(given<Data>()),
  /** Whether it shows the share above each value, falling from 1. Default: false. */
  complementary: option(flag, { default: false }),
  /** Whether shares run along y or along x. Default: "vertical". */
  orientation: option(choice("vertical", "horizontal"), { default: "vertical" }),
  /** Whether equal values make one step. Default: false. */
  compress: option(flag, { default: false }),
};

/** Options of {@link ecdf}: its own, and those of {@link plot}. */
export type EcdfOptions = OptionsOf<typeof ecdfOptions & Omit<typeof lineOptions, "drawstyle">>;

/** What {@link ecdf} takes after the values: weights, if wanted, and options. */
export type EcdfArguments =
  [weights: Data, options?: Spelled<EcdfOptions>] | [options?: Spelled<EcdfOptions>];

/** The values in rising order, and which share of the weights lies at or below each. */
function shares(values: Float64Array, weights: Float64Array | undefined, compress: boolean) {
  const order = [...values.keys()].sort((i, j) => values[i] - values[j]);
  let below = 0;
  const sums = order.map((i) => (below += weights ? weights[i] : 1));
  const last = order.length - 1;
  const kept = order.flatMap((i, k) =>
    compress && k < last && values[order[k + 1]] === values[i] ? [] : [k],
  );
  return { at: kept.map((k) => values[order[k]]), share: kept.map((k) => sums[k] / below) };
}

/**
 * Draws which share of the values lies at or below each of them: the empirical cumulative distribution.
 *
 * @param x - The values.
 * @param args - Weights, if wanted; then options: `complementary`, `orientation`, `compress`, and those of {@link plot}.
 * @returns The line.
 * @throws RangeError for weights of another number; TypeError for values that are not numbers, or an unknown option.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.ecdf.html
 * @example
 * plt.ecdf([3, 1, 2, 2]);
 */
export function ecdf(axes: AxesBase, x: Data, ...args: EcdfArguments): Line2D {
  const values = readNumbers("ecdf", "x", x);
  if (values.length === 0 || !values.every((value) => !Number.isNaN(value))) {
    throw new TypeError("ecdf: expected x to be numbers, none of them NaN");
  }
  const [own, look] = divided(optionsAfter("ecdf", ["weights"], args), ecdfOptions);
  const read = readTable("ecdf", own, ecdfOptions);
  const weights = read.weights === undefined ? undefined : readNumbers("ecdf", "weights", read.weights);
  if (weights && weights.length !== values.length) {
    throw new RangeError(`ecdf: expected ${values.length} weights, got ${weights.length}`);
  }
  const { at, share } = shares(values, weights, read.compress);
  const [places, levels] = read.complementary
    ? [
        [...at, at[at.length - 1]],
        [1, ...share.map((part) => 1 - part)],
      ]
    : [
        [at[0], ...at],
        [0, ...share],
      ];
  const upright = read.orientation === "vertical";
  const drawstyle = read.complementary === upright ? "steps-pre" : "steps-post";
  const data = upright ? [places, levels] : [levels, places];
  const [line] = drawLines(axes, "ecdf", [...data, { ...look, drawstyle }]);
  line.stickyEdges[upright ? "y" : "x"] = [0, 1];
  return line;
}
