import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readAxes, readAxisOr, rowsOf, type Axis, type AxisOr } from "../array/rows";
import type { Spelled } from "../array/options";
import { floatingType, makeStorage } from "../array/traits";
import { broadcast, ones, sum, toFront } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { add, convertType, full, mapped, multiply, scalar, stopGradient, where } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { reduce } from "../ops/reduce";
import type { Activation } from "./activation";
import { defineAxiswise } from "./define";

/** Options of {@link logmeanexp}. */
export interface LogmeanexpOptions {
  /** One axis, a list of axes, or null for all. Default: null. */
  axis?: Axis;
  /** Which elements count, broadcast with `x`. Default: all. */
  where?: ArrayLike | null;
  /** Whether to keep reduced axes with length 1. Default: false. */
  keepdims?: boolean;
}

/** Options of {@link logsumexp}. */
export interface LogsumexpOptions extends LogmeanexpOptions {
  /** Factors of the exponentials, broadcast with `a`. Default: 1. */
  b?: ArrayLike | null;
  /** Whether to give the sign of the sum, too, and the logarithm of its absolute value. Default: false. */
  returnSign?: boolean;
}

/** What {@link logsumexp} gives: an array, or with `returnSign` two. */
export type LogsumexpResult<Options> = Options extends { returnSign: true } | { return_sign: true }
  ? [ndarray, ndarray]
  : ndarray;

/** How {@link logsumexp} is called. */
export type Logsumexp = <Options extends AxisOr<Spelled<LogsumexpOptions>> = { returnSign: false }>(
  a: ArrayLike,
  options?: Options,
) => LogsumexpResult<Options>;

const defaults: LogsumexpOptions = { axis: null, where: null, keepdims: false, b: null, returnSign: false };

/** The operands are the exponents, then the factors and what counts, where there are any, all of one shape. */
interface LogsumexpParams {
  readonly axes: readonly number[];
  readonly hasFactors: boolean;
  readonly isMasked: boolean;
}

/** The exponents, factors and mask among the operands. */
function operandsOf(
  operands: readonly ndarray[],
  { hasFactors, isMasked }: LogsumexpParams,
): [x: ndarray, factors: ndarray | undefined, mask: ndarray | undefined] {
  return [
    operands[0],
    hasFactors ? operands[1] : undefined,
    isMasked ? operands[operands.length - 1] : undefined,
  ];
}

/** The logarithm of the absolute value of a sum of exponentials, and the sign of the sum. */
const logsumexpPrimitive: Primitive<LogsumexpParams> = {
  name: "logsumexp",
  shape: ([x], { axes }) => {
    const one = { shape: x.shape.filter((_, axis) => !axes.includes(axis)), dtype: x.dtype };
    return [one, one];
  },
  run: summed,
  jvp: "body",
  transpose: "none",
  batch: (operands, own, size, params) => ({
    outputs: bind(
      logsumexpPrimitive,
      operands.map((x, i) => toFront(x, own[i], size)),
      { ...params, axes: params.axes.map((axis) => axis + 1) },
    ),
    axes: [0, 0],
  }),
  body: written,
  print: ({ axes }) => ({ axes }),
};

/** The same, written with other functions. */
function written(operands: readonly ndarray[], params: LogsumexpParams): ndarray[] {
  const [x, factors, mask] = operandsOf(operands, params);
  const { axes } = params;
  const { dtype } = x;
  const zero = scalar(0, dtype);
  const least = scalar(-Infinity, dtype);
  let counted = mask ? where(mask, x, least) : x;
  if (factors) counted = where(mapped(e.notEqual, factors, zero), counted, least);
  const length = axes.reduce((product, axis) => product * x.shape[axis], 1);
  const kept = x.shape.filter((_, axis) => !axes.includes(axis));
  const most = length === 0 ? full(-Infinity, kept, dtype) : stopGradient(reduce("max", counted, axes));
  // As in JAX: a largest element that is not finite is not subtracted.
  const isFinite = mapped(e.less, mapped(e.abs, most), scalar(Infinity, dtype));
  const shift = where(isFinite, most, zero);
  const powers = mapped(e.exp, mapped(e.subtract, counted, reshape(shift, ones(x.shape, axes))));
  const total = sum(factors ? multiply(powers, factors) : powers, axes);
  return [add(mapped(e.naturalLog, mapped(e.abs, total)), shift), mapped(e.sign, total)];
}

/** Runs over each row. */
function summed(operands: readonly ndarray[], params: LogsumexpParams): ndarray[] {
  const [x, factors, mask] = operandsOf(operands, params);
  const rows = rowsOf("logsumexp", x, params.axes);
  const [scales, counted] = [factors, mask].map((one) => one && rowsOf("logsumexp", one, params.axes).data);
  const [log, sign] = [makeStorage(x.dtype, rows.count), makeStorage(x.dtype, rows.count)];
  const { data, step, length } = rows;
  for (let row = 0; row < rows.count; row++) {
    const start = rows.start(row);
    let most = -Infinity;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if ((counted && !counted[at]) || scales?.[at] === 0) continue;
      if (data[at] > most || data[at] !== data[at]) most = data[at];
      if (most !== most) break;
    }
    // As in JAX: a largest element that is not finite is not subtracted.
    const shift = Number.isFinite(most) ? most : 0;
    let total = 0;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if (counted && !counted[at]) continue;
      const power = scales?.[at] === 0 ? 0 : Math.exp(data[at] - shift);
      total += scales ? power * scales[at] : power;
    }
    log[row] = Math.log(Math.abs(total)) + shift;
    sign[row] = Math.sign(total);
  }
  return [new ndarray(log, rows.kept, x.dtype), new ndarray(sign, rows.kept, x.dtype)];
}

/** The logarithm of the absolute value of the sum of the exponentials of each row, and the sign of the sum. */
interface Reduced {
  readonly log: ndarray;
  readonly sign: ndarray;
  /** How many elements count in each row. */
  readonly counts: (dtype: DType) => ndarray;
}

function reduced(functionName: string, a: ArrayLike, options: LogsumexpOptions): Reduced {
  const { axis, where: counting, keepdims, b } = options;
  const optional = (x: ArrayLike | null | undefined): ndarray[] =>
    x === null || x === undefined ? [] : [toArray(functionName, x)];
  const from = toArray(functionName, a);
  const [[factors], [mask]] = [optional(b), optional(counting)] as [ndarray?][];
  const given = [from, factors, mask].flatMap((x) => (x ? [x] : []));
  const shape = broadcastShapes(functionName, ...given.map((x) => x.shape));
  const dtype = floatingType(resultType(from, ...(factors ? [factors] : [])));
  const axes = readAxes(functionName, axis, shape.length);
  const wide = (x: ndarray, type: DType): ndarray => broadcast(convertType(x, type), shape);
  const operands = [
    wide(from, dtype),
    ...(factors ? [wide(factors, dtype)] : []),
    ...(mask ? [wide(mask, "bool")] : []),
  ];
  const params = { axes, hasFactors: factors !== undefined, isMasked: mask !== undefined };
  const shaped = (x: ndarray): ndarray => (keepdims ? reshape(x, ones(shape, axes)) : x);
  const [log, sign] = bind(logsumexpPrimitive, operands, params).map(shaped);
  const counts = (type: DType): ndarray =>
    mask
      ? shaped(sum(wide(mask, type), axes))
      : scalar(
          axes.reduce((product, one) => product * shape[one], 1),
          type,
        );
  return { log, sign, counts };
}

/**
 * Log-sum-exp: the logarithm of the sum of exponentials, a smooth maximum.
 *
 * Formula: log Σᵢ bᵢ exp(aᵢ), without overflow however large the aᵢ are.
 *
 * @param a - The exponents.
 * @param options - An axis, a list of axes, null for all, or options. Default: all axes.
 * @returns An array without the reduced axes; −∞ where there are no elements, NaN where the sum is negative. With
 * `returnSign` the logarithm of the absolute value of the sum, and its sign.
 * @throws RangeError for an axis that `a` does not have, or shapes that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.logsumexp.html
 * @example
 * nn.logsumexp([1000, 1000]).item(); // 1000.6931762695312
 */
export const logsumexp: Activation<Logsumexp> = defineAxiswise(
  {
    name: "logsumexp",
    summary: "Log-sum-exp: the logarithm of the sum of exponentials, a smooth maximum.",
    signature: "logsumexp(a, { axis = null, b = null, keepdims = false, returnSign = false, where = null })",
    latex: "\\mathrm{logsumexp}(a) = \\log \\sum_i b_i\\, e^{a_i}",
    source: "https://en.wikipedia.org/wiki/LogSumExp",
  },
  ((a: ArrayLike, options?: AxisOr<LogsumexpOptions>): ndarray | [ndarray, ndarray] => {
    const read = readAxisOr("logsumexp", options, defaults);
    const { log, sign } = reduced("logsumexp", a, read);
    if (read.returnSign) return [log, sign];
    if (read.b === null || read.b === undefined) return log;
    return where(mapped(e.less, sign, scalar(0, sign.dtype)), scalar(NaN, log.dtype), log);
  }) as Logsumexp,
);

/**
 * Log-mean-exp: the logarithm of the mean of exponentials.
 *
 * Formula: log (1/n Σᵢ exp(xᵢ)), without overflow however large the xᵢ are.
 *
 * @param x - The exponents.
 * @param options - An axis, a list of axes, null for all, or options. Default: all axes.
 * @returns An array without the reduced axes; NaN where there are no elements.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.logmeanexp.html
 * @example
 * nn.logmeanexp([1000, 1000]).item(); // 1000
 */
export const logmeanexp: Activation<(x: ArrayLike, options?: AxisOr<LogmeanexpOptions>) => ndarray> =
  defineAxiswise(
    {
      name: "logmeanexp",
      summary: "Log-mean-exp: the logarithm of the mean of exponentials.",
      signature: "logmeanexp(x, { axis = null, where = null, keepdims = false })",
      latex: "\\mathrm{logmeanexp}(x) = \\log \\frac{1}{n} \\sum_{i=1}^{n} e^{x_i}",
      source: "https://en.wikipedia.org/wiki/LogSumExp",
    },
    (x: ArrayLike, options?: AxisOr<LogmeanexpOptions>): ndarray => {
      const plain: LogmeanexpOptions = { axis: null, where: null, keepdims: false };
      const { log, counts } = reduced("logmeanexp", x, readAxisOr("logmeanexp", options, plain));
      return mapped(e.subtract, log, mapped(e.naturalLog, counts(log.dtype)));
    },
  );
