import type { ArrayLike, Typing } from "../array/asarray";
import { checkBroadcasts, checkInteger, checkNumber, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { broadcast } from "../ops/broadcast";
import { convertType, stopGradient } from "../ops/map";
import { max, sum } from "../np/reductions";
import { expandDims } from "../np/shaping";
import { abs, add, divide, exp, maximum, multiply, power, sqrt, subtract } from "../np/ufuncs";
import { readParameters, type ParameterDrawOptions } from "./arguments";
import { rademacher } from "./discrete";
import { checkFloating } from "./between";
import { exponential } from "./distributions";
import { gamma, loggamma } from "./gamma";
import { keyOf, keysOf } from "./keyOf";
import type { Key } from "./keys";
import { normal } from "./normal";

/** Options of {@link beta}. */
export interface BetaOptions extends ParameterDrawOptions {
  /** The first shape, positive. */
  a?: ArrayLike;
  /** The second shape, positive. */
  b?: ArrayLike;
}

/**
 * Draws numbers from the beta distribution, whose density is proportional to xᵃ⁻¹ (1 − x)ᵇ⁻¹.
 *
 * @param key - The key.
 * @param a - The first shape, positive: a number, or an array that broadcasts to the shape; or options.
 * @param b - The second shape, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.beta.html
 * @example
 * jax.random.beta(jax.random.PRNGKey(0), 2, 3, [4]).shape; // [4]
 */
export function beta(
  key: Key,
  a: ArrayLike | BetaOptions,
  b?: ArrayLike | BetaOptions,
  shape?: Shape | null | BetaOptions,
  typing?: Typing | BetaOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("beta", key, { a, b }, shape, typing, {
    a: undefined,
    b: undefined,
  });
  const [first, second] = keysOf(key, 2).map((own, i) => loggamma(own, values[i], lengths, { dtype }));
  const most = maximum(first, second);
  const [share, rest] = [exp(subtract(first, most)), exp(subtract(second, most))];
  return divide(share, add(share, rest));
}

/** Options of {@link chisquare}. */
export interface ChisquareOptions extends ParameterDrawOptions {
  /** The degrees of freedom, positive. */
  df?: ArrayLike;
}

/**
 * Draws numbers from the χ² distribution: sums of squares of normal ones.
 *
 * @param key - The key.
 * @param df - The degrees of freedom, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.chisquare.html
 * @example
 * jax.random.chisquare(jax.random.PRNGKey(0), 3, [4]).shape; // [4]
 */
export function chisquare(
  key: Key,
  df: ArrayLike | ChisquareOptions,
  shape?: Shape | null | ChisquareOptions,
  typing?: Typing | ChisquareOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("chisquare", key, { df }, shape, typing, {
    df: undefined,
  });
  const [freedom] = values;
  return multiply(exp(loggamma(key, divide(freedom, 2), lengths, { dtype })), 2);
}

/** Options of {@link f}. */
export interface FOptions extends ParameterDrawOptions {
  /** The degrees of freedom of the numerator. */
  dfnum?: ArrayLike;
  /** The degrees of freedom of the denominator. */
  dfden?: ArrayLike;
}

/**
 * Draws numbers from the F distribution: ratios of χ² ones, each over its degrees of freedom.
 *
 * @param key - The key.
 * @param dfnum - The degrees of freedom of the numerator: a number, or an array that broadcasts to the shape; or
 * options.
 * @param dfden - The degrees of freedom of the denominator: a number, or an array that broadcasts to the shape; or
 * options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.f.html
 * @example
 * jax.random.f(jax.random.PRNGKey(0), 3, 5, [4]).shape; // [4]
 */
export function f(
  key: Key,
  dfnum: ArrayLike | FOptions,
  dfden?: ArrayLike | FOptions,
  shape?: Shape | null | FOptions,
  typing?: Typing | FOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("f", key, { dfnum, dfden }, shape, typing, {
    dfnum: undefined,
    dfden: undefined,
  });
  const [above, below] = values;
  const [keyBelow, keyAbove] = keysOf(key, 2);
  const numerator = divide(chisquare(keyAbove, above, lengths, { dtype }), above);
  return divide(numerator, divide(chisquare(keyBelow, below, lengths, { dtype }), below));
}

/** Options of {@link t}. */
export interface TOptions extends ParameterDrawOptions {
  /** The degrees of freedom, positive. */
  df?: ArrayLike;
}

/**
 * Draws numbers from Student's t distribution.
 *
 * @param key - The key.
 * @param df - The degrees of freedom, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.t.html
 * @example
 * jax.random.t(jax.random.PRNGKey(0), 3, [4]).shape; // [4]
 */
export function t(
  key: Key,
  df: ArrayLike | TOptions,
  shape?: Shape | null | TOptions,
  typing?: Typing | TOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("t", key, { df }, shape, typing, { df: undefined });
  const [freedom] = values;
  const [keyNormal, keyGamma] = keysOf(key, 2);
  const half = divide(freedom, 2);
  const spread = sqrt(divide(half, gamma(keyGamma, half, lengths, { dtype })));
  return multiply(normal(keyNormal, lengths, { dtype }), spread);
}

/** Options of {@link generalizedNormal}. */
export interface GeneralizedNormalOptions extends ParameterDrawOptions {
  /** The exponent, positive. */
  p?: ArrayLike;
}

/**
 * Draws numbers from the generalized normal distribution, whose density is proportional to exp(−|x|ᵖ).
 *
 * @param key - The key.
 * @param p - The exponent, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.generalized_normal.html
 * @example
 * jax.random.generalizedNormal(jax.random.PRNGKey(0), 1.5, [4]).shape; // [4]
 */
export function generalizedNormal(
  key: Key,
  p: ArrayLike | GeneralizedNormalOptions,
  shape?: Shape | null | GeneralizedNormalOptions,
  typing?: Typing | GeneralizedNormalOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("generalizedNormal", key, { p }, shape, typing, {
    p: undefined,
  });
  const [exponent] = values;
  const [keyGamma, keySign] = keysOf(key, 2);
  const inverse = divide(1, exponent);
  const size = power(gamma(keyGamma, inverse, lengths, { dtype }), inverse);
  return multiply(rademacher(keySign, lengths, { dtype }), size);
}

/** Options of {@link ball}. */
export interface BallOptions {
  /** The norm, where it is not the third argument. Default: 2. */
  p?: number;
  /** The shape in front of the points'. Default: [], one point. */
  shape?: Shape;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/**
 * Draws points evenly from the unit ball of a norm: those whose |x₁|ᵖ + … + |x_d|ᵖ is at most 1.
 *
 * @param key - The key.
 * @param d - The number of dimensions.
 * @param p - The norm, or options. Default: 2.
 * @param shape - The shape in front of the points', or options. Default: [], one point.
 * @param typing - float32 or float64, or options. Default: float32.
 * @returns An array of shape (…shape, d).
 * @throws TypeError if `key` is not a key, RangeError if `d` is not a whole number of at least 1.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.ball.html
 * @example
 * jax.random.ball(jax.random.PRNGKey(0), 3, { shape: [5] }).shape; // [5, 3]
 */
export function ball(
  key: Key,
  d: number,
  p?: number | BallOptions,
  shape?: Shape | BallOptions,
  typing?: Typing | BallOptions,
): ndarray {
  const [keyPoint, keyRadius] = keysOf(keyOf("ball", key), 2);
  const last = typeof typing === "string" ? { dtype: typing } : typing;
  const read = readNamed<BallOptions>("ball", { p, shape }, last, { p: 2, shape: [], dtype: undefined });
  const dimensions = checkInteger("ball", "d", d, 1);
  const exponent = checkNumber("ball", "p", read.p ?? 2);
  const lengths = checkShape("ball", read.shape);
  const dtype = checkFloating("ball", read.dtype);
  const point = generalizedNormal(keyPoint, exponent, [...lengths, dimensions], { dtype });
  const radius = exponential(keyRadius, lengths, { dtype });
  const norm = power(add(sum(power(abs(point), exponent), -1), radius), 1 / exponent);
  return divide(point, expandDims(norm, -1));
}

/** Options of {@link dirichlet}. */
export interface DirichletOptions {
  /** The shape in front of the points'. Default: that of `alpha` without its last axis. */
  shape?: Shape | null;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
}

/**
 * Draws points from Dirichlet's distribution: positive numbers that add up to 1, whose density is proportional to the
 * product of their powers αᵢ − 1.
 *
 * @param key - The key.
 * @param alpha - The concentrations αᵢ, positive, along the last axis.
 * @param shape - The shape in front of the points', or options. Default: that of `alpha` without its last axis.
 * @param typing - float32 or float64, or options. Default: float32.
 * @returns An array of shape (…shape, number of concentrations).
 * @throws TypeError if `key` is not a key; RangeError if `alpha` has no axis, or does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.dirichlet.html
 * @example
 * jax.random.dirichlet(jax.random.PRNGKey(0), [1, 2, 3]).shape; // [3]
 */
export function dirichlet(
  key: Key,
  alpha: ArrayLike,
  shape?: Shape | null | DirichletOptions,
  typing?: Typing | DirichletOptions,
): ndarray {
  const name = "dirichlet";
  const own = keyOf(name, key);
  const last = typeof typing === "string" ? { dtype: typing } : typing;
  const read = readNamed<DirichletOptions>(name, { shape }, last, { shape: null, dtype: undefined });
  const dtype = checkFloating(name, read.dtype);
  const given = convertType(toArray(name, alpha), dtype);
  if (given.ndim === 0)
    throw new RangeError(`${name}: expected concentrations along an axis, got ${describe(given)}`);
  const outer =
    read.shape === null || read.shape === undefined ? given.shape.slice(0, -1) : checkShape(name, read.shape);
  const lengths = [...outer, given.shape[given.ndim - 1]];
  checkBroadcasts(name, given.shape, lengths);
  const logs = loggamma(own, broadcast(given, lengths), lengths, { dtype });
  if (logs.size === 0) return logs;
  const shares = exp(subtract(logs, stopGradient(max(logs, { axis: -1, keepdims: true }))));
  return divide(shares, sum(shares, { axis: -1, keepdims: true }));
}
