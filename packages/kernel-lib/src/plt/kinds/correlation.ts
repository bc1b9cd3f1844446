import type { Spelled } from "../../array/options";
import type { Line2D } from "../artists/line";
import type { SegmentCollection } from "../artists/segments";
import type { SpanningLine } from "../artists/spanningLine";
import { readNumbers, type Data } from "../data";
import { drawLines } from "../lines";
import type { AxesBase } from "../model/axes";
import { divided } from "../options/arguments";
import { lineOptions } from "../options/line";
import { option, readTable, type OptionsOf } from "../options/option";
import { flag, given, number } from "../options/readers";
import { axhline } from "./across";
import { vlines } from "./segments";

const correlationOptions = {
  /** Whether the values are such that those of a list with itself begin at 1. Default: true. */
  normed: option(flag, { default: true }),
  /** What is done to the values before, such as taking off their mean. Default: nothing. */
  detrend: option(given<(values: Float64Array) => ArrayLike<number>>()),
  /** Whether there are lines from 0 to the values, or markers at these. Default: true. */
  usevlines: option(flag, { default: true }),
  /** How far the lists are moved against each other, either way; null: as far as they go. Default: 10. */
  maxlags: option(given<number | null>(), { default: 10 }),
};

/** Options of {@link xcorr} and {@link acorr}: their own, and those of lines. */
export type CorrelationOptions = OptionsOf<typeof correlationOptions & typeof lineOptions>;

/** What {@link xcorr} and {@link acorr} give: how far moved, the values there, and what is drawn. */
export type Correlated = [
  lags: number[],
  correlation: number[],
  line: SegmentCollection | Line2D,
  base: SpanningLine | undefined,
];

/** Sums of products of two lists, the first moved against the second. */
function correlate(x: ArrayLike<number>, y: ArrayLike<number>, lag: number): number {
  let sum = 0;
  for (let i = Math.max(0, -lag); i < y.length && i + lag < x.length; i++) sum += x[i + lag] * y[i];
  return sum;
}

function drawCorrelation(
  axes: AxesBase,
  functionName: "xcorr" | "acorr",
  lists: readonly Float64Array[],
  options: unknown,
): Correlated {
  const [own, look] = divided(options, correlationOptions);
  const { normed, detrend, usevlines, maxlags } = readTable(functionName, own, correlationOptions);
  const [x, y] = detrend ? lists.map((values) => detrend(values)) : lists;
  const most = x.length - 1;
  const reach = maxlags === null ? most : number(1, most)(functionName, "maxlags", maxlags);
  const scale = normed ? Math.sqrt(correlate(x, x, 0) * correlate(y, y, 0)) : 1;
  const lags = Array.from({ length: 2 * reach + 1 }, (_, k) => k - reach);
  const values = lags.map((lag) => correlate(x, y, lag) / scale);
  if (!usevlines) {
    const [line] = drawLines(axes, functionName, [lags, values, { marker: "o", linestyle: "None", ...look }]);
    return [lags, values, line, undefined];
  }
  const base = Object.fromEntries(Object.entries(look).filter(([name]) => name !== "label"));
  return [lags, values, vlines(axes, lags, [0], values, look), axhline(axes, base)];
}

/**
 * Draws how much a list of values agrees with another one that is moved against it.
 *
 * The value at a lag k is Σ xₙ₊ₖ yₙ, divided by √(Σ xₙ² · Σ yₙ²).
 *
 * @param x - The list that is moved.
 * @param y - The other one, as many values.
 * @param options - `normed`, `usevlines`, `maxlags`, `detrend`, and looks of the lines.
 * @returns How far it was moved, the values there, the lines or markers, and the line at 0.
 * @throws RangeError if lengths differ; TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.xcorr.html
 * @example
 * const [lags, values] = plt.xcorr([1, 2, 3, 2, 1], [2, 3, 2, 1, 0], { maxlags: 3 });
 */
export function xcorr(axes: AxesBase, x: Data, y: Data, options?: Spelled<CorrelationOptions>): Correlated {
  const lists = [readNumbers("xcorr", "x", x), readNumbers("xcorr", "y", y)];
  if (lists[0].length !== lists[1].length) {
    throw new RangeError(
      `xcorr: expected x and y of equal length, got ${lists[0].length} and ${lists[1].length}`,
    );
  }
  return drawCorrelation(axes, "xcorr", lists, options);
}

/**
 * Draws how much a list of values agrees with itself where it is moved.
 *
 * @param x - The values.
 * @param options - `normed`, `usevlines`, `maxlags`, `detrend`, and looks of the lines.
 * @returns How far it was moved, the values there, the lines or markers, and the line at 0.
 * @throws TypeError for an unknown option, or a value that does not fit.
 * @see https://matplotlib.org/stable/api/_as_gen/matplotlib.pyplot.acorr.html
 * @example
 * plt.acorr([1, 2, 3, 2, 1, 2, 3, 2, 1], { maxlags: 5 });
 */
export function acorr(axes: AxesBase, x: Data, options?: Spelled<CorrelationOptions>): Correlated {
  const values = readNumbers("acorr", "x", x);
  return drawCorrelation(axes, "acorr", [values, values], options);
}
