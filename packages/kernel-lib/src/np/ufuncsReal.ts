import * as e from "../expr";
import { elementwise } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

/** A function of real numbers: integers become float32. */
const real = (name: string, expression: (x: e.Expr) => e.Expr): Unary =>
  elementwise({ name, inputs: ["x"], expression, computing: "inexact" });

/** A function of two real numbers: integers become float32. */
const realPair = (name: string, expression: (x: e.Expr, y: e.Expr) => e.Expr): Binary =>
  elementwise({ name, inputs: ["x", "y"], expression, computing: "inexact" });

/**
 * The exponential eˣ. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.exp.html
 * @example
 * np.exp([0, 1]).tolist(); // [1, 2.7182817459106445]
 */
export const exp: Unary = real("exp", e.exp);

/**
 * The power 2ˣ. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.exp2.html
 * @example
 * np.exp2([0, 3]).tolist(); // [1, 8]
 */
export const exp2: Unary = real("exp2", (x) => e.exp(e.multiply(Math.LN2, x)));

/**
 * The exponential less one, eˣ − 1, exact near 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.expm1.html
 * @example
 * np.expm1([0, 1e-8]).tolist(); // [0, 9.99999993922529e-9]
 */
export const expm1: Unary = real("expm1", e.expm1);

/**
 * The natural logarithm; NaN for negative numbers, −∞ at 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.log.html
 * @example
 * np.log([1, 0, -1]).tolist(); // [0, -Infinity, NaN]
 */
export const log: Unary = real("log", e.naturalLog);

/**
 * The natural logarithm of one more, log(1 + x), exact near 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.log1p.html
 * @example
 * np.log1p([0, 1e-8]).tolist(); // [0, 9.99999993922529e-9]
 */
export const log1p: Unary = real("log1p", e.log1p);

/**
 * The logarithm to base 2. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.log2.html
 * @example
 * np.log2([1, 8]).tolist(); // [0, 3]
 */
export const log2: Unary = real("log2", (x) => e.divide(e.naturalLog(x), Math.LN2));

/**
 * The logarithm to base 10. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.log10.html
 * @example
 * np.log10([1, 1000]).tolist(); // [0, 3]
 */
export const log10: Unary = real("log10", (x) => e.divide(e.naturalLog(x), Math.LN10));

/**
 * The square root; NaN for negative numbers. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.sqrt.html
 * @example
 * np.sqrt([4, 2.25]).tolist(); // [2, 1.5]
 */
export const sqrt: Unary = real("sqrt", e.sqrt);

/**
 * The cube root. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cbrt.html
 * @example
 * np.cbrt([8, -27]).tolist(); // [2, -3]
 */
export const cbrt: Unary = real("cbrt", e.cbrt);

/**
 * The sine of an angle in radians. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.sin.html
 * @example
 * np.sin([0, np.pi / 2]).tolist(); // [0, 1]
 */
export const sin: Unary = real("sin", e.sin);

/**
 * The cosine of an angle in radians. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cos.html
 * @example
 * np.cos([0]).tolist(); // [1]
 */
export const cos: Unary = real("cos", e.cos);

/**
 * The tangent of an angle in radians. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tan.html
 * @example
 * np.tan([0]).tolist(); // [0]
 */
export const tan: Unary = real("tan", e.tan);

/**
 * The angle in [−π/2, π/2] of a given sine. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arcsin.html
 * @example
 * np.arcsin([0, 2]).tolist(); // [0, NaN]
 */
export const arcsin: Unary = real("arcsin", e.asin);

/**
 * The angle in [0, π] of a given cosine. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arccos.html
 * @example
 * np.arccos([1, 2]).tolist(); // [0, NaN]
 */
export const arccos: Unary = real("arccos", e.acos);

/**
 * The angle in (−π/2, π/2) of a given tangent. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arctan.html
 * @example
 * np.arctan([0]).tolist(); // [0]
 */
export const arctan: Unary = real("arctan", e.atan);

/**
 * The hyperbolic sine (eˣ − e⁻ˣ) / 2. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.sinh.html
 * @example
 * np.sinh([0]).tolist(); // [0]
 */
export const sinh: Unary = real("sinh", e.sinh);

/**
 * The hyperbolic cosine (eˣ + e⁻ˣ) / 2. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.cosh.html
 * @example
 * np.cosh([0]).tolist(); // [1]
 */
export const cosh: Unary = real("cosh", e.cosh);

/**
 * The hyperbolic tangent (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ). Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tanh.html
 * @example
 * np.tanh([0, 20]).tolist(); // [0, 1]
 */
export const tanh: Unary = real("tanh", e.tanh);

/**
 * The number of a given hyperbolic sine. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arcsinh.html
 * @example
 * np.arcsinh([0]).tolist(); // [0]
 */
export const arcsinh: Unary = real("arcsinh", e.asinh);

/**
 * The number of a given hyperbolic cosine; NaN below 1. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arccosh.html
 * @example
 * np.arccosh([1, 0]).tolist(); // [0, NaN]
 */
export const arccosh: Unary = real("arccosh", e.acosh);

/**
 * The number of a given hyperbolic tangent; ±∞ at ±1. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arctanh.html
 * @example
 * np.arctanh([0, 1]).tolist(); // [0, Infinity]
 */
export const arctanh: Unary = real("arctanh", e.atanh);

/**
 * The angle in (−π, π] of the point with the second array as x, the first as y.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.arctan2.html
 * @example
 * np.arctan2([0], [1]).tolist(); // [0]
 */
export const arctan2: Binary = realPair("arctan2", e.atan2);

/**
 * The length √(x² + y²) of a vector.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.hypot.html
 * @example
 * np.hypot([3], [4]).tolist(); // [5]
 */
export const hypot: Binary = realPair("hypot", (x, y) => {
  const larger = e.maximum(e.abs(x), e.abs(y));
  const smaller = e.minimum(e.abs(x), e.abs(y));
  const ratio = e.divide(smaller, e.where(e.equal(larger, 0), 1, larger));
  const length = e.multiply(larger, e.sqrt(e.add(1, e.square(ratio))));
  // Infinite beside NaN, too: whatever the other side is, the hypotenuse is longer.
  const isInfinite = e.or(e.equal(e.abs(x), Infinity), e.equal(e.abs(y), Infinity));
  return e.where(isInfinite, Infinity, length);
});

/**
 * The logarithm of a sum of exponentials, log(eˣ + eʸ), without overflow.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logaddexp.html
 * @example
 * np.logaddexp([1000], 0).tolist(); // [1000]
 */
export const logaddexp: Binary = realPair("logaddexp", e.logaddexp);

/**
 * The logarithm to base 2 of a sum of powers of 2, log₂(2ˣ + 2ʸ), without overflow.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logaddexp2.html
 * @example
 * np.logaddexp2([1000], 0).tolist(); // [1000]
 */
export const logaddexp2: Binary = realPair("logaddexp2", (x, y) => {
  const [larger, smaller] = [e.maximum(x, y), e.minimum(x, y)];
  const below = e.multiply(Math.LN2, e.subtract(smaller, larger));
  const sum = e.add(larger, e.divide(e.log1p(e.exp(below)), Math.LN2));
  return e.where(e.equal(larger, smaller), e.add(larger, 1), sum);
});
