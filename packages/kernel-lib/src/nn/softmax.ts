import type { ArrayLike } from "../array/asarray";
import { checkBroadcasts } from "../array/checks";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { arranged, mapRows, readAxes, readAxisOr, rowsOf } from "../array/rows";
import type { Axis, AxisOr, Rows } from "../array/rows";
import { emptyFloats, floatingType, makeStorage } from "../array/traits";
import { rowKernels, worthRows } from "../expr/simd/rows";
import { divide, exp, log, subtract } from "../np/ufuncs";
import { broadcast, ones, sum, toFront } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType, scalar, stopGradient, where } from "../ops/map";
import { bind, bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { reduce } from "../ops/reduce";
import type { Activation } from "./activation";
import { defineAxiswise } from "./define";

/** Options of {@link softmax} and {@link logSoftmax}. */
export interface SoftmaxOptions {
  /** The axes over which the result sums to 1; null for all. Default: -1. */
  axis?: Axis;
  /** Which elements take part, broadcast to `x`. Default: all. */
  where?: ArrayLike | null;
}

/** How a function over one row is called: `nn.softmax(x)`, `nn.softmax(x, 0)`, `nn.softmax(x, { axis: 0, where })`. */
export type Softmax = (x: ArrayLike, options?: AxisOr<SoftmaxOptions>) => ndarray;

/** The elements of a row that take part, less the largest of them; and the sum of their exponentials. */
interface Shifted {
  readonly values: Float64Array;
  readonly sum: number;
}

const usual: SoftmaxOptions = { axis: -1, where: null };

type Finish = (shifted: Shifted, index: number) => number;

type Name = "softmax" | "logSoftmax";

interface SoftmaxParams {
  readonly axes: readonly number[];
}

/** What does not take part becomes `left`. */
const finishing: Readonly<Record<Name, { readonly left: number; readonly finish: Finish }>> = {
  softmax: { left: 0, finish: ({ values, sum }, i) => Math.exp(values[i]) / sum },
  logSoftmax: { left: -Infinity, finish: ({ values, sum }, i) => values[i] - Math.log(sum) },
};

/** A primitive of its own for speed; derivatives and batches are those of its body. */
const primitiveOf = (name: Name): Primitive<SoftmaxParams> => ({
  name,
  shape: ([x]) => [x],
  run: ([x, mask], { axes }) => [overRows(name, x, mask, axes)],
  jvp: "body",
  transpose: "none",
  batch: (operands, own, size, { axes }) => ({
    outputs: bind(
      primitives[name],
      operands.map((x, i) => toFront(x, own[i], size)),
      { axes: axes.map((axis) => axis + 1) },
    ),
    axes: [0],
  }),
  body: ([x, mask], { axes }) => [written(name, x, mask, axes)],
});

const primitives = { softmax: primitiveOf("softmax"), logSoftmax: primitiveOf("logSoftmax") };

/** The same, written with other functions. */
function written(name: Name, x: ndarray, mask: ndarray | undefined, axes: readonly number[]): ndarray {
  const wide = (part: ndarray): ndarray => reshape(part, ones(x.shape, axes));
  const rest = scalar(-Infinity, x.dtype);
  const counted = mask ? where(mask, x, rest) : x;
  const shifted = subtract(counted, wide(stopGradient(reduce("max", counted, axes))));
  const powers = exp(shifted);
  const total = wide(sum(powers, axes));
  return name === "softmax" ? divide(powers, total) : subtract(shifted, log(total));
}

function apply(name: Name, x: ArrayLike, options: AxisOr<SoftmaxOptions> | undefined): ndarray {
  const given = toArray(name, x);
  const { axis, where: mask } = readAxisOr<SoftmaxOptions>(name, options, usual);
  const from = convertType(given, floatingType(given.dtype));
  const axes = readAxes(name, axis, from.ndim);
  const operands = [from];
  if (mask !== null && mask !== undefined) {
    const counts = convertType(toArray(name, mask), "bool");
    checkBroadcasts(name, counts.shape, from.shape);
    operands.push(broadcast(counts, from.shape));
  }
  return from.size === 0 ? from : bindOne(primitives[name], operands, { axes });
}

/** Runs over each row. */
function overRows(
  functionName: Name,
  from: ndarray,
  where: ndarray | undefined,
  axis: readonly number[],
): ndarray {
  const { dtype } = from;
  const { left, finish } = finishing[functionName];
  const rows = rowsOf(functionName, from, axis);
  const mask = where && rowsOf(functionName, where, axis).data;
  if (mask === undefined && rows.step > 1) return overColumns(functionName, rows, from);
  const kernels = mask === undefined && dtype === "float32" && rows.length >= worthRows ? rowKernels() : null;
  if (kernels) {
    const out = emptyFloats(from.size);
    kernels[functionName](rows.data as Float32Array, out, rows.length);
    return arranged(from, rows, out, dtype);
  }
  // Differences as float32 has them, so that the exponentials are JAX's.
  const round = dtype === "float32" ? Math.fround : (difference: number) => difference;
  const values = new Float64Array(rows.length);
  return mapRows(from, rows, dtype, (data, out, start, length, step) => {
    const most = largest(data, mask, start, length, step);
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if (mask !== undefined && !mask[at]) continue;
      values[i] = round(data[at] - most);
      sum += Math.exp(values[i]);
    }
    const shifted = { values, sum };
    for (let i = 0, at = start; i < length; i++, at += step) {
      out[at] = mask !== undefined && !mask[at] ? left : finish(shifted, i);
    }
  });
}

/** The same for rows that lie across: pass by pass in the order of memory, the exponentials of all rows at once. */
function overColumns(functionName: "softmax" | "logSoftmax", rows: Rows, x: ndarray): ndarray {
  const { data, length, step, count } = rows;
  const most = new Float64Array(count).fill(-Infinity);
  for (let first = 0, at = 0; first < count; first += step) {
    for (let i = 0; i < length; i++) {
      for (let row = first; row < first + step; row++, at++) {
        if (data[at] > most[row] || data[at] !== data[at]) most[row] = data[at];
      }
    }
  }
  const shifted = makeStorage(x.dtype, data.length);
  for (let first = 0, at = 0; first < count; first += step) {
    for (let i = 0; i < length; i++) {
      for (let row = first; row < first + step; row++, at++) shifted[at] = data[at] - most[row];
    }
  }
  const powers = elementsOf(exp(new ndarray(shifted, x.shape, x.dtype)));
  const sums = new Float64Array(count);
  for (let first = 0, at = 0; first < count; first += step) {
    for (let i = 0; i < length; i++) {
      for (let row = first; row < first + step; row++, at++) sums[row] += powers[at];
    }
  }
  const logarithmic = functionName === "logSoftmax";
  const last = logarithmic ? sums.map(Math.log) : sums.map((sum) => 1 / sum);
  const out = makeStorage(x.dtype, data.length);
  for (let first = 0, at = 0; first < count; first += step) {
    for (let i = 0; i < length; i++) {
      for (let row = first; row < first + step; row++, at++) {
        out[at] = logarithmic ? shifted[at] - last[row] : powers[at] * last[row];
      }
    }
  }
  return new ndarray(out, x.shape, x.dtype);
}

/** The largest element that takes part; NaN where there is one, −∞ where there is none. */
function largest(
  data: Storage,
  mask: Storage | undefined,
  start: number,
  length: number,
  step: number,
): number {
  let most = -Infinity;
  for (let i = 0, at = start; i < length; i++, at += step) {
    if (mask !== undefined && !mask[at]) continue;
    if (data[at] !== data[at]) return NaN;
    if (data[at] > most) most = data[at];
  }
  return most;
}

/**
 * Softmax: turns scores into probabilities, which are positive and sum to 1 along an axis.
 *
 * Formula: exp(xᵢ) / Σⱼ exp(xⱼ). Adding the same to all scores changes nothing, so the largest is subtracted first and
 * nothing overflows.
 *
 * @param x - Scores of any shape with at least one axis.
 * @param options - An axis, a list of axes, null for all, or options. Default: the last axis.
 * @returns An array of the shape of `x`; 0 for elements that do not take part. NaN where a score is +∞ or NaN, or all
 * of them are −∞.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.softmax.html
 * @example
 * nn.softmax([0, 0]).tolist(); // [0.5, 0.5]
 */
export const softmax: Activation<Softmax> = defineAxiswise(
  {
    name: "softmax",
    summary: "Softmax: turns scores into probabilities, which are positive and sum to 1 along an axis.",
    signature: "softmax(x, { axis = -1, where = null })",
    latex: "\\mathrm{softmax}(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}",
    source: "https://en.wikipedia.org/wiki/Softmax_function",
  },
  (x: ArrayLike, options?: AxisOr<SoftmaxOptions>) => apply("softmax", x, options),
);

/**
 * Log-softmax: turns scores into the logarithms of probabilities.
 *
 * Formula: xᵢ − log Σⱼ exp(xⱼ). More exact than the logarithm of {@link softmax}, and finite where that is 0.
 *
 * @param x - Scores of any shape with at least one axis.
 * @param options - An axis, a list of axes, null for all, or options. Default: the last axis.
 * @returns An array of the shape of `x`; −∞ for elements that do not take part. NaN where a score is +∞ or NaN, or all
 * of them are −∞.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.log_softmax.html
 * @example
 * nn.logSoftmax([0, -200]).tolist(); // [0, -200]
 */
export const logSoftmax: Activation<Softmax> = defineAxiswise(
  {
    name: "logSoftmax",
    summary: "Log-softmax: turns scores into the logarithms of probabilities.",
    signature: "logSoftmax(x, { axis = -1, where = null })",
    latex: "\\mathrm{log\\_softmax}(x)_i = x_i - \\log \\sum_j e^{x_j}",
    source: "https://en.wikipedia.org/wiki/Softmax_function",
  },
  (x: ArrayLike, options?: AxisOr<SoftmaxOptions>) => apply("logSoftmax", x, options),
);
