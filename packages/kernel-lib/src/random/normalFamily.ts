import type { ArrayLike, Typing } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { checkBroadcasts, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { cholesky, eigh, svd } from "../linalg/decompositions";
import { vectorNorm } from "../linalg/norms";
import { expandDims } from "../np/shaping";
import { add, multiply, sqrt } from "../np/ufuncs";
import { matvec } from "../np/vectorProducts";
import { convertType } from "../ops/map";
import { readDraw, readParameters, type DrawOptions, type ParameterDrawOptions } from "./arguments";
import { checkFloating } from "./between";
import { rademacher } from "./discrete";
import { keyOf, keysOf } from "./keyOf";
import type { Key } from "./keys";
import { normal } from "./normal";

/** Options of {@link multivariateNormal}. */
export interface MultivariateNormalOptions {
  /** The shape in front of the vectors'. Default: that to which those of `mean` and `cov` broadcast. */
  shape?: Shape | null;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
  /** How the covariance is factorized: "cholesky", "eigh" or "svd". Default: "cholesky". */
  method?: "cholesky" | "eigh" | "svd";
}

/** A matrix whose product with its transpose is the covariance. */
function factorOf(name: string, method: unknown, cov: ndarray): ndarray {
  if (method === "cholesky") return cholesky(cov);
  if (method !== "eigh" && method !== "svd") {
    throw new TypeError(`${name}: expected method "cholesky", "eigh" or "svd", got ${describe(method)}`);
  }
  if (method === "svd") {
    const [u, s] = svd(cov);
    return multiply(u, expandDims(sqrt(s), -2));
  }
  const [values, vectors] = eigh(cov);
  return multiply(vectors, expandDims(sqrt(values), -2));
}

/**
 * Draws vectors from the normal distribution of a mean and a covariance.
 *
 * @param key - The key.
 * @param mean - The mean, of shape (…, n).
 * @param cov - The covariance, of shape (…, n, n).
 * @param shape - The shape in front of the vectors', or options. Default: that to which those of `mean` and `cov`
 * broadcast.
 * @param options - The dtype, or options, among them how the covariance is factorized.
 * @returns An array of shape (…shape, n).
 * @throws TypeError if `key` is not a key; RangeError if the shapes do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.multivariate_normal.html
 * @example
 * const cov = [[2, 1], [1, 2]];
 * jax.random.multivariateNormal(jax.random.PRNGKey(0), [0, 1], cov, [5]).shape; // [5, 2]
 */
export function multivariateNormal(
  key: Key,
  mean: ArrayLike,
  cov: ArrayLike,
  shape?: Shape | null | MultivariateNormalOptions,
  options?: DType | MultivariateNormalOptions,
): ndarray {
  const name = "multivariateNormal";
  const own = keyOf(name, key);
  const last = typeof options === "string" ? { dtype: options } : options;
  const read = readNamed<MultivariateNormalOptions>(name, { shape }, last, {
    shape: null,
    dtype: undefined,
    method: "cholesky",
  });
  const dtype = checkFloating(name, read.dtype);
  const [centre, spread] = [mean, cov].map((x) => convertType(toArray(name, x), dtype));
  if (centre.ndim < 1)
    throw new RangeError(`${name}: expected a mean of shape (…, n), got ${describe(centre)}`);
  const n = centre.shape[centre.ndim - 1];
  const matrix = spread.shape.slice(-2);
  if (spread.ndim < 2 || matrix[0] !== n || matrix[1] !== n) {
    throw new RangeError(`${name}: expected a covariance of shape (…, ${n}, ${n}), got ${describe(spread)}`);
  }
  const outer = [centre.shape.slice(0, -1), spread.shape.slice(0, -2)];
  const given = read.shape;
  const lengths =
    given === null || given === undefined ? broadcastShapes(name, ...outer) : checkShape(name, given);
  for (const one of outer) checkBroadcasts(name, one, lengths);
  const drawn = normal(own, [...lengths, n], { dtype });
  return add(centre, matvec(factorOf(name, read.method ?? "cholesky", spread), drawn));
}

/**
 * Draws numbers from Maxwell's distribution: the lengths of vectors of three normal numbers.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.maxwell.html
 * @example
 * jax.random.maxwell(jax.random.PRNGKey(0), [2]).shape; // [2]
 */
export function maxwell(key: Key, shape?: Shape | DrawOptions, typing?: Typing): ndarray {
  const { lengths, dtype } = readDraw("maxwell", key, shape, typing);
  return vectorNorm(normal(key, [...lengths, 3], { dtype }), { axis: -1 });
}

/** Options of {@link doubleSidedMaxwell}. */
export interface DoubleSidedMaxwellOptions extends ParameterDrawOptions {
  /** The middle, where it is not the second argument. */
  loc?: ArrayLike;
  /** The scale, where it is not the third argument. */
  scale?: ArrayLike;
}

/**
 * Draws numbers from Maxwell's distribution to both sides of a middle.
 *
 * @param key - The key.
 * @param loc - The middle: a number, or an array that broadcasts to the shape; or options.
 * @param scale - The scale: likewise.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if the parameters do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.double_sided_maxwell.html
 * @example
 * jax.random.doubleSidedMaxwell(jax.random.PRNGKey(0), 0, 1, [2]).shape; // [2]
 */
export function doubleSidedMaxwell(
  key: Key,
  loc: ArrayLike | DoubleSidedMaxwellOptions,
  scale?: ArrayLike | DoubleSidedMaxwellOptions,
  shape?: Shape | null | DoubleSidedMaxwellOptions,
  typing?: Typing | DoubleSidedMaxwellOptions,
): ndarray {
  const name = "doubleSidedMaxwell";
  const defaults = { loc: undefined, scale: undefined };
  const { lengths, dtype, values } = readParameters(name, key, { loc, scale }, shape, typing, defaults);
  const [keySize, keySign] = keysOf(key, 2);
  const signed = multiply(rademacher(keySign, lengths, { dtype }), maxwell(keySize, lengths, { dtype }));
  return add(multiply(signed, values[1]), values[0]);
}
