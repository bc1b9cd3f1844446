import type { ArrayLike } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { resultType, type Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readAxisOr, rowsOf, type Axis, type AxisOr } from "../array/rows";
import type { Spelled } from "../array/options";
import { stretched } from "../array/stretch";
import { floatingType, makeStorage } from "../array/traits";
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

interface Reduced {
  /** The logarithm of the absolute value of the sum. */
  readonly log: ndarray;
  readonly sign: ndarray;
  /** How many elements counted in each row. */
  readonly counts: Float64Array;
}

/** Reduces each row to the logarithm of the sum of its exponentials. */
function reduced(functionName: string, a: ArrayLike, options: LogsumexpOptions): Reduced {
  const { axis, where, keepdims, b } = options;
  const given = [a, b, where].map((x) =>
    x === null || x === undefined ? undefined : toArray(functionName, x),
  );
  const [from, factors, mask] = given;
  const shape = broadcastShapes(functionName, ...given.flatMap((x) => (x ? [x.shape] : [])));
  const dtype = floatingType(resultType(...[from, factors].flatMap((x) => (x ? [x] : []))));
  const rows = rowsOf(functionName, stretched(functionName, toArray(functionName, from, dtype), shape), axis);
  const along = (x: ndarray | undefined): Storage | undefined =>
    x && rowsOf(functionName, stretched(functionName, x, shape), axis).data;
  const [scales, counted] = [along(factors), along(mask)];
  const [log, sign] = [makeStorage(dtype, rows.count), makeStorage(dtype, rows.count)];
  const counts = new Float64Array(rows.count);
  const { data, step, length } = rows;
  for (let row = 0; row < rows.count; row++) {
    const start = rows.start(row);
    let most = -Infinity;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if (counted && !counted[at]) continue;
      counts[row]++;
      if (scales?.[at] === 0) continue;
      if (data[at] > most || data[at] !== data[at]) most = data[at];
      if (most !== most) break;
    }
    // As in JAX: a largest element that is not finite is not subtracted.
    const shift = Number.isFinite(most) ? most : 0;
    let sum = 0;
    for (let i = 0, at = start; i < length; i++, at += step) {
      if (counted && !counted[at]) continue;
      const power = scales?.[at] === 0 ? 0 : Math.exp(data[at] - shift);
      sum += scales ? power * scales[at] : power;
    }
    log[row] = Math.log(Math.abs(sum)) + shift;
    sign[row] = Math.sign(sum);
  }
  const result = keepdims ? rows.ones : rows.kept;
  return { log: new ndarray(log, result, dtype), sign: new ndarray(sign, result, dtype), counts };
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
    const { data } = sign;
    return new ndarray(
      log.data.map((value, i) => (data[i] < 0 ? NaN : value)),
      log.shape,
      log.dtype,
    );
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
      return new ndarray(
        log.data.map((value, i) => value - Math.log(counts[i])),
        log.shape,
        log.dtype,
      );
    },
  );
