import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { readAxes, readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { floatingType } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { concatenate } from "../ops/concatenate";
import { reshape, transpose } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { clip } from "./ufuncsArithmetic";
import { combined } from "./operands";
import { matmul } from "./products";
import { sum } from "./reductions";
import { mean } from "./statistics";
import { diagonal } from "./triangular";
import { divide, multiply, sqrt, subtract } from "./ufuncs";

/** Options of {@link average}. */
export interface AverageOptions {
  /** One axis, a list of axes, or null for all. Default: null. */
  axis?: Axis;
  /** How much each element counts: of the array's shape, or one for each place along the axis. Default: all alike. */
  weights?: ArrayLike | null;
  /** Whether to give the sum of the weights, too. Default: false. */
  returned?: boolean;
  /** Whether to keep reduced axes with length 1. Default: false. */
  keepdims?: boolean;
}

/** What {@link average} gives: one array, or two where the sum of the weights is asked for. */
export type AverageResult<Options> = Options extends { returned: true } ? [ndarray, ndarray] : ndarray;

/**
 * Computes a weighted mean: Σ w·x / Σ w.
 *
 * @param x - The elements.
 * @param options - An axis, a list of axes, null for all, or options.
 * @returns The means; with `returned` also the sums of the weights.
 * @throws RangeError if the weights do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.average.html
 * @example
 * np.average([1, 2, 3], { weights: [3, 1, 0] }).item(); // 1.25
 */
export function average<const Options extends AxisOr<Spelled<AverageOptions>> = Record<never, never>>(
  x: ArrayLike,
  options?: Options,
): AverageResult<Options> {
  const defaults: AverageOptions = { axis: null, weights: null, returned: false, keepdims: false };
  const { axis, weights, returned, keepdims } = readAxisOr<AverageOptions>("average", options, defaults);
  const reduce = { axis, keepdims };
  const give = (result: ndarray, total: () => ndarray): AverageResult<Options> =>
    (returned ? [result, total()] : result) as AverageResult<Options>;
  if (weights === null || weights === undefined) {
    const result = mean(x, reduce);
    const count = toArray("average", x).size / Math.max(1, result.size);
    return give(result, () => full(count, result.shape, result.dtype));
  }
  const [from, given] = combined("average", [x, weights]).map((one) =>
    convertType(one, floatingType(one.dtype)),
  );
  const wide = weightsAlong(from, given, readAxes("average", axis, from.ndim));
  const total = sum(wide, reduce);
  return give(divide(sum(multiply(from, wide), reduce), total), () => total);
}

/** Weights of an array's shape; those of one axis lie along the one that is reduced. */
function weightsAlong(x: ndarray, weights: ndarray, axes: readonly number[]): ndarray {
  if (sameShape(weights.shape, x.shape)) return weights;
  const [axis] = axes;
  if (axes.length === 1 && weights.ndim === 1 && weights.size === x.shape[axis]) {
    const lying = x.shape.map((length, i) => (i === axis ? length : 1));
    return broadcast(reshape(weights, lying), x.shape);
  }
  throw new RangeError(
    `average: expected weights of shape ${formatShape(x.shape)}, or one for each place along one axis, got ${describe(weights)}`,
  );
}

/** Options of {@link corrcoef}. */
export interface CorrelationOptions {
  /** Whether a row is a variable, or a column is one. Default: true. */
  rowvar?: boolean;
}

/** Options of {@link cov}. */
export interface CovarianceOptions extends CorrelationOptions {
  /** Whether to divide by n instead of n − 1. Default: false. */
  bias?: boolean;
  /** What is subtracted from n in the divisor. Default: 1, or 0 with `bias`. */
  ddof?: number | null;
  /** How often each observation occurs. Default: once. */
  fweights?: ArrayLike | null;
  /** How much each observation counts. Default: all alike. */
  aweights?: ArrayLike | null;
}

const covarianceDefaults: CovarianceOptions = {
  rowvar: true,
  bias: false,
  ddof: null,
  fweights: null,
  aweights: null,
};

/** Variables in rows. */
function variables(
  functionName: string,
  x: ArrayLike,
  y: ArrayLike | null | undefined,
  rowvar: boolean | undefined,
): ndarray {
  const rows = (y === null || y === undefined ? [x] : [x, y]).map((given) => {
    const from = toArray(functionName, given);
    if (from.ndim > 2) {
      throw new RangeError(`${functionName}: expected an array of at most two axes, got ${describe(from)}`);
    }
    const table = from.ndim === 2 ? from : reshape(from, [1, from.size]);
    const isTurned = rowvar === false && table.shape[0] !== 1;
    return convertType(isTurned ? transpose(table, [1, 0]) : table, floatingType(from.dtype));
  });
  const [first, second] = rows;
  if (second !== undefined && second.shape[1] !== first.shape[1]) {
    const counts = `${first.shape[1]} and ${second.shape[1]}`;
    throw new RangeError(`${functionName}: expected as many observations of y as of x, got ${counts}`);
  }
  return concatenate(combined(functionName, rows), 0);
}

function covariance(
  functionName: string,
  x: ArrayLike,
  y: ArrayLike | null | undefined,
  options: CovarianceOptions,
): ndarray {
  const rows = variables(functionName, x, y, options.rowvar);
  const weighing = [options.fweights, options.aweights].map((given) =>
    given === null || given === undefined ? null : convertType(toArray(functionName, given), rows.dtype),
  );
  const [often, much] = weighing;
  const weights = often && much ? multiply(often, much) : (often ?? much);
  const freedom =
    options.ddof === null || options.ddof === undefined
      ? options.bias
        ? 0
        : 1
      : checkInteger(functionName, "ddof", options.ddof);
  const means = average(rows, { axis: 1, weights, keepdims: true });
  const distance = subtract(rows, means);
  const count = rows.shape[1];
  let divisor: ndarray | number = Math.max(0, count - freedom);
  if (weights) {
    const total = sum(weights);
    divisor = much
      ? subtract(total, multiply(freedom, divide(sum(multiply(weights, much)), total)))
      : subtract(total, freedom);
  }
  const weighed = weights ? multiply(distance, weights) : distance;
  const result = divide(matmul(weighed, transpose(distance, [1, 0])), divisor);
  return result.size === 1 ? reshape(result, []) : result;
}

/**
 * Estimates covariances of variables: Σ (x − x̄)(y − ȳ) / (n − 1).
 *
 * @param x - The observations, variables in rows.
 * @param y - Further variables, or null for none; or options.
 * @param options - How the observations lie and count.
 * @returns A square matrix; of one variable an array of no axes.
 * @throws RangeError for more than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cov.html
 * @example
 * np.cov([[0, 1, 2], [2, 1, 0]]).tolist(); // [[1, -1], [-1, 1]]
 */
export function cov(
  x: ArrayLike,
  y?: ArrayLike | null | CovarianceOptions,
  options?: CovarianceOptions,
): ndarray {
  const [second, given] = isOptions(y) ? [null, y] : [y, options];
  return covariance("cov", x, second, readOptions("cov", given, covarianceDefaults));
}

const isOptions = <T extends object>(x: ArrayLike | null | undefined | T): x is T =>
  x !== null && typeof x === "object" && !Array.isArray(x) && !("dtype" in x) && !ArrayBuffer.isView(x);

/**
 * Computes Pearson's correlation coefficients: cov(x, y) / √(var x · var y), from −1 to 1.
 *
 * @param x - The observations, variables in rows.
 * @param y - Further variables, or null for none; or options.
 * @param options - How the observations lie.
 * @returns A square matrix; of one variable an array of no axes.
 * @throws RangeError for more than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.corrcoef.html
 * @example
 * np.corrcoef([[0, 1, 2], [2, 1, 0]]).tolist(); // [[1, -1], [-1, 1]]
 */
export function corrcoef(
  x: ArrayLike,
  y?: ArrayLike | null | CorrelationOptions,
  options?: CorrelationOptions,
): ndarray {
  const [second, given] = isOptions(y) ? [null, y] : [y, options];
  const { rowvar } = readOptions<CorrelationOptions>("corrcoef", given, { rowvar: true });
  const matrix = covariance("corrcoef", x, second, { ...covarianceDefaults, rowvar });
  if (matrix.ndim === 0) return divide(matrix, matrix);
  const spread = sqrt(diagonal(matrix));
  const scaled = divide(divide(matrix, reshape(spread, [spread.size, 1])), spread);
  return clip(scaled, -1, 1);
}
