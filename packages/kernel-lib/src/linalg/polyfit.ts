import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkInteger, checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readNamed, readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { combined } from "../np/operands";
import { vander } from "../np/polynomials";
import { matmul } from "../np/products";
import { sum } from "../np/reductions";
import { divide, multiply, sqrt, square } from "../np/ufuncs";
import { reshape, transpose } from "../ops/layout";
import { convertType } from "../ops/map";
import { lstsq } from "./leastSquares";
import { epsilonOf } from "./reading";
import { inv } from "./solving";

/** Options of {@link polyfit}. */
export interface PolyfitOptions {
  /** The degree, where it is not the third argument. */
  deg?: number;
  /** Singular values of less than this part of the largest count as 0. Default: n ε. */
  rcond?: number | null;
  /** How much each point counts. Default: all alike. */
  w?: ArrayLike | null;
  /** Whether to give the covariance of the coefficients, too; "unscaled" without the spread of the residuals. */
  cov?: boolean | "unscaled";
}

/** What {@link polyfit} gives: coefficients, or those and their covariance where that is asked for. */
export type PolyfitResult<Options> = Options extends { cov: true | "unscaled" }
  ? [ndarray, ndarray]
  : ndarray;

/**
 * Finds the polynomial of a degree that comes nearest to points: the least Σ w²(y − p(x))².
 *
 * @param x - Where the points are.
 * @param y - The values there; of two axes, several of them in columns.
 * @param deg - The degree, or options.
 * @param options - Weights, and whether to give the covariance, too.
 * @returns Coefficients, the one of the highest power first.
 * @throws RangeError if there is not one value for each point, or the degree is negative.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polyfit.html
 * @example
 * np.polyfit([0, 1, 2], [1, 3, 5], 1).round(3).tolist(); // [2, 1]
 */
export function polyfit<const Options extends PolyfitOptions = Record<never, never>>(
  x: ArrayLike,
  y: ArrayLike,
  deg: number | Options,
  options?: Options,
): PolyfitResult<Options> {
  const defaults: PolyfitOptions = { deg: undefined, rcond: null, w: null, cov: false };
  const read =
    typeof deg === "object"
      ? readOptions<PolyfitOptions>("polyfit", deg, defaults)
      : readNamed<PolyfitOptions>("polyfit", { deg }, options, defaults);
  const columns = checkInteger("polyfit", "deg", read.deg, 0) + 1;
  const [places, given] = combined("polyfit", [x, y]).map((one) => convertType(one, floatingType(one.dtype)));
  if (places.ndim !== 1 || given.ndim < 1 || given.ndim > 2 || given.shape[0] !== places.size) {
    const shapes = `${formatShape(places.shape)} and ${formatShape(given.shape)}`;
    throw new RangeError(`polyfit: expected a value for each point, got shapes ${shapes}`);
  }
  const weights = read.w === null || read.w === undefined ? null : weightsOf(read.w, places);
  const powers = vander(places, columns);
  const left = weights ? multiply(powers, reshape(weights, [places.size, 1])) : powers;
  const right = weights
    ? multiply(given, given.ndim === 2 ? reshape(weights, [places.size, 1]) : weights)
    : given;
  const rcond =
    read.rcond === null || read.rcond === undefined
      ? places.size * epsilonOf(places.dtype)
      : checkNumber("polyfit", "rcond", read.rcond);
  // Columns of one length, so that high powers do not drown the others.
  const scale = sqrt(sum(square(left), { axis: 0 }));
  const [solution, residuals] = lstsq(divide(left, scale), right, rcond);
  const result = divide(solution, given.ndim === 2 ? reshape(scale, [columns, 1]) : scale);
  if (!read.cov) return result as PolyfitResult<Options>;
  const scaled = divide(left, scale);
  const base = divide(
    inv(matmul(transpose(scaled, [1, 0]), scaled)),
    multiply(reshape(scale, [columns, 1]), scale),
  );
  const freedom = places.size - columns;
  if (read.cov !== "unscaled" && freedom <= 0) {
    throw new RangeError(
      `polyfit: expected more than ${columns} points for a covariance, got ${places.size}`,
    );
  }
  const spread = read.cov === "unscaled" ? base : multiply(base, divide(reshape(residuals, []), freedom));
  return [result, spread] as unknown as PolyfitResult<Options>;
}

function weightsOf(given: ArrayLike, places: ndarray): ndarray {
  const weights = convertType(toArray("polyfit", given), places.dtype);
  if (weights.ndim === 1 && weights.size === places.size) return weights;
  throw new RangeError(
    `polyfit: expected a weight for each of ${places.size} points, got shape ${formatShape(weights.shape)}`,
  );
}
