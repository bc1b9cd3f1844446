import type { ArrayLike, Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { ndarray } from "../array/ndarray";
import { where } from "../np/where";
import {
  add,
  divide,
  exp,
  less,
  lessEqual,
  log,
  log1p,
  multiply,
  negative,
  power,
  sqrt,
  square,
  subtract,
} from "../np/ufuncs";
import { readParameters, type ParameterDrawOptions } from "./arguments";
import { exponential } from "./distributions";
import { keysOf } from "./keyOf";
import type { Key } from "./keys";
import { normal } from "./normal";
import { uniform } from "./uniform";

/** Options of {@link pareto}. */
export interface ParetoOptions extends ParameterDrawOptions {
  /** The exponent, positive. */
  b?: ArrayLike;
}

/**
 * Draws numbers from Pareto's distribution, whose density is proportional to x^−(b + 1) from 1 on.
 *
 * @param key - The key.
 * @param b - The exponent, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.pareto.html
 * @example
 * jax.random.pareto(jax.random.PRNGKey(0), 2, [4]).shape; // [4]
 */
export function pareto(
  key: Key,
  b: ArrayLike | ParetoOptions,
  shape?: Shape | null | ParetoOptions,
  typing?: Typing | ParetoOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("pareto", key, { b }, shape, typing, { b: undefined });
  const [exponent] = values;
  return exp(divide(exponential(key, lengths, { dtype }), exponent));
}

/** Options of {@link weibullMin}. */
export interface WeibullMinOptions extends ParameterDrawOptions {
  /** The scale, positive. */
  scale?: ArrayLike;
  /** The exponent, positive. */
  concentration?: ArrayLike;
}

/**
 * Draws numbers from Weibull's distribution, of which a share exp(−(x/scale)^concentration) lies above x.
 *
 * @param key - The key.
 * @param scale - The scale, positive: a number, or an array that broadcasts to the shape; or options.
 * @param concentration - The exponent, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.weibull_min.html
 * @example
 * jax.random.weibullMin(jax.random.PRNGKey(0), 1, 2, [4]).shape; // [4]
 */
export function weibullMin(
  key: Key,
  scale: ArrayLike | WeibullMinOptions,
  concentration?: ArrayLike | WeibullMinOptions,
  shape?: Shape | null | WeibullMinOptions,
  typing?: Typing | WeibullMinOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters(
    "weibullMin",
    key,
    { scale, concentration },
    shape,
    typing,
    { scale: undefined, concentration: undefined },
  );
  const [factor, exponent] = values;
  const logs = negative(log1p(negative(uniform(key, lengths, { dtype }))));
  return multiply(power(logs, divide(1, exponent)), factor);
}

/** Options of {@link triangular}. */
export interface TriangularOptions extends ParameterDrawOptions {
  /** Where it begins. */
  left?: ArrayLike;
  /** Where its peak is. */
  mode?: ArrayLike;
  /** Where it ends. */
  right?: ArrayLike;
}

/**
 * Draws numbers from the triangular distribution, whose density rises from one end to a peak and falls to the other.
 *
 * @param key - The key.
 * @param left - Where it begins: a number, or an array that broadcasts to the shape; or options.
 * @param mode - Where its peak is: a number, or an array that broadcasts to the shape; or options.
 * @param right - Where it ends: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.triangular.html
 * @example
 * jax.random.triangular(jax.random.PRNGKey(0), -1, 0, 1, [4]).shape; // [4]
 */
export function triangular(
  key: Key,
  left: ArrayLike | TriangularOptions,
  mode?: ArrayLike | TriangularOptions,
  right?: ArrayLike | TriangularOptions,
  shape?: Shape | null | TriangularOptions,
  typing?: Typing | TriangularOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("triangular", key, { left, mode, right }, shape, typing, {
    left: undefined,
    mode: undefined,
    right: undefined,
  });
  const [from, peak, to] = values;
  const u = uniform(key, lengths, { dtype });
  const width = subtract(to, from);
  const rising = add(from, sqrt(multiply(multiply(u, width), subtract(peak, from))));
  const falling = subtract(to, sqrt(multiply(multiply(subtract(1, u), width), subtract(to, peak))));
  return where(less(u, divide(subtract(peak, from), width)), rising, falling);
}

/** Options of {@link lognormal}. */
export interface LognormalOptions extends ParameterDrawOptions {
  /** The standard deviation of the logarithms. Default: 1. */
  sigma?: ArrayLike;
}

/**
 * Draws numbers whose logarithms are normally distributed about 0.
 *
 * @param key - The key.
 * @param sigma - The standard deviation of the logarithms: a number, or an array that broadcasts to the shape; or
 * options. Default: 1.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.lognormal.html
 * @example
 * jax.random.lognormal(jax.random.PRNGKey(0), 0.5, [4]).shape; // [4]
 */
export function lognormal(
  key: Key,
  sigma?: ArrayLike | LognormalOptions,
  shape?: Shape | null | LognormalOptions,
  typing?: Typing | LognormalOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("lognormal", key, { sigma }, shape, typing, { sigma: 1 });
  const [deviation] = values;
  return exp(multiply(normal(key, lengths, { dtype }), deviation));
}

/** Options of {@link rayleigh}. */
export interface RayleighOptions extends ParameterDrawOptions {
  /** The standard deviation of the vectors' parts. */
  scale?: ArrayLike;
}

/**
 * Draws numbers from Rayleigh's distribution: the lengths of normally distributed vectors of the plane.
 *
 * @param key - The key.
 * @param scale - The standard deviation of the vectors' parts: a number, or an array that broadcasts to the shape; or
 * options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.rayleigh.html
 * @example
 * jax.random.rayleigh(jax.random.PRNGKey(0), 1, [4]).shape; // [4]
 */
export function rayleigh(
  key: Key,
  scale: ArrayLike | RayleighOptions,
  shape?: Shape | null | RayleighOptions,
  typing?: Typing | RayleighOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("rayleigh", key, { scale }, shape, typing, {
    scale: undefined,
  });
  const [factor] = values;
  return multiply(factor, sqrt(multiply(log(uniform(key, lengths, { dtype })), -2)));
}

/** Options of {@link wald}. */
export interface WaldOptions extends ParameterDrawOptions {
  /** The mean, positive. */
  mean?: ArrayLike;
}

/**
 * Draws numbers from Wald's distribution, the inverse Gaussian one with shape 1.
 *
 * @param key - The key.
 * @param mean - The mean, positive: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which the parameters broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if a parameter does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.wald.html
 * @example
 * jax.random.wald(jax.random.PRNGKey(0), 1, [4]).shape; // [4]
 */
export function wald(
  key: Key,
  mean: ArrayLike | WaldOptions,
  shape?: Shape | null | WaldOptions,
  typing?: Typing | WaldOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("wald", key, { mean }, shape, typing, {
    mean: undefined,
  });
  const [centre] = values;
  const [keyNormal, keyUniform] = keysOf(key, 2);
  const y = square(normal(keyNormal, lengths, { dtype }));
  const z = uniform(keyUniform, lengths, { dtype });
  const whole = square(centre);
  const root = sqrt(add(multiply(multiply(4, centre), y), multiply(whole, square(y))));
  const x = subtract(add(centre, divide(multiply(whole, y), 2)), multiply(divide(centre, 2), root));
  return where(lessEqual(z, divide(centre, add(centre, x))), x, divide(whole, x));
}
