import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { mapRows, readAxisOr, rowsOf, type Axis, type AxisOr } from "../array/rows";
import { stretched } from "../array/stretch";
import { floatingType } from "../array/traits";

/** Options of {@link softmax} and {@link logSoftmax}. */
export interface SoftmaxOptions {
  /** The axes over which the result sums to 1; null for all. Default: -1. */
  axis?: Axis;
  /** Which elements take part, broadcast to `x`. Default: all. */
  where?: ArrayLike | null;
}

type Counted = (at: number) => boolean;
type Fill = (
  data: Storage,
  out: Storage,
  start: number,
  length: number,
  step: number,
  counted: Counted,
) => void;

const everything: Counted = () => true;

/** Runs a function over each row, with a test for the elements that take part. */
function overRows(
  functionName: string,
  x: ArrayLike,
  options: AxisOr<SoftmaxOptions> | undefined,
  fill: Fill,
): ndarray {
  const { axis, where } = readAxisOr<SoftmaxOptions>(functionName, options, { axis: -1, where: null });
  const from = toArray(functionName, x);
  const rows = rowsOf(functionName, from, axis);
  let counted = everything;
  if (where !== null && where !== undefined) {
    const mask = rowsOf(
      functionName,
      stretched(functionName, toArray(functionName, where), from.shape),
      axis,
    );
    counted = (at) => mask.data[at] !== 0;
  }
  return mapRows(from, rows, floatingType(from.dtype), (data, out, start, length, step) =>
    fill(data, out, start, length, step, counted),
  );
}

/** The largest element that takes part; NaN where there is one, −∞ where there is none. */
function largest(data: Storage, start: number, length: number, step: number, counted: Counted): number {
  let most = -Infinity;
  for (let i = 0, at = start; i < length; i++, at += step) {
    if (!counted(at)) continue;
    if (data[at] !== data[at]) return NaN;
    if (data[at] > most) most = data[at];
  }
  return most;
}

/**
 * Turns scores into probabilities: exp(xᵢ) / Σⱼ exp(xⱼ). Equal shifts of all scores change nothing, so the largest
 * is subtracted first and nothing overflows.
 *
 * @param x - Scores of any shape with at least one axis.
 * @param options - An axis, a list of axes, null for all, or options. Default: the last axis.
 * @returns An array of the shape of `x` that sums to 1 along the axes; 0 for elements that do not take part. NaN where
 * a score is +∞ or NaN, or all of them are −∞.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.softmax.html
 * @example
 * nn.softmax([0, 0]).tolist(); // [0.5, 0.5]
 */
export function softmax(x: ArrayLike, options?: AxisOr<SoftmaxOptions>): ndarray {
  return overRows("softmax", x, options, (data, out, start, length, step, counted) => {
    const most = largest(data, start, length, step, counted);
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step)
      if (counted(at)) sum += Math.exp(data[at] - most);
    for (let i = 0, at = start; i < length; i++, at += step) {
      out[at] = counted(at) ? Math.exp(data[at] - most) / sum : 0;
    }
  });
}

/**
 * Turns scores into logarithms of probabilities: xᵢ − log Σⱼ exp(xⱼ).
 *
 * @param x - Scores of any shape with at least one axis.
 * @param options - An axis, a list of axes, null for all, or options. Default: the last axis.
 * @returns An array of the shape of `x`; −∞ for elements that do not take part. NaN where a score is +∞ or NaN, or all
 * of them are −∞.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.log_softmax.html
 * @example
 * nn.logSoftmax([0, 0]).tolist(); // [-0.6931471824645996, -0.6931471824645996]
 */
export function logSoftmax(x: ArrayLike, options?: AxisOr<SoftmaxOptions>): ndarray {
  return overRows("logSoftmax", x, options, (data, out, start, length, step, counted) => {
    const most = largest(data, start, length, step, counted);
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step)
      if (counted(at)) sum += Math.exp(data[at] - most);
    const shift = Math.log(sum);
    for (let i = 0, at = start; i < length; i++, at += step) {
      out[at] = counted(at) ? data[at] - most - shift : -Infinity;
    }
  });
}
