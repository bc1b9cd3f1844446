import * as e from "../expr";
import { elementwise } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

const not = (x: e.Expr): e.Expr => e.notEqual(x, x);
/** Whether the sign is minus, that of −0 included. */
const isMinus = (x: e.Expr): e.Expr => e.or(e.less(x, 0), e.and(e.equal(x, 0), e.less(e.divide(1, x), 0)));

/**
 * Gives numbers as they are, +x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.positive.html
 * @example
 * np.positive([1, -2]).tolist(); // [1, -2]
 */
export const positive: Unary = elementwise({
  name: "positive",
  inputs: ["x"],
  expression: (x) => x,
  truth: (x) => x,
});

/**
 * The absolute value |x|. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fabs.html
 * @example
 * np.fabs([-1.5, 2]).tolist(); // [1.5, 2]
 */
export const fabs: Unary = elementwise({
  name: "fabs",
  inputs: ["x"],
  expression: e.abs,
  computing: "inexact",
});

/**
 * Tells whether the sign of a number is minus, of −0, too.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.signbit.html
 * @example
 * np.signbit([-2, -0, 0, 1]).tolist(); // [true, true, false, false]
 */
export const signbit: Unary = elementwise({ name: "signbit", inputs: ["x"], expression: isMinus });

/**
 * The size of `x` with the sign of `y`. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.copysign.html
 * @example
 * np.copysign([1, -2], -1).tolist(); // [-1, -2]
 */
export const copysign: Binary = elementwise({
  name: "copysign",
  inputs: ["x", "y"],
  expression: (x, y) => e.where(isMinus(y), e.negative(e.abs(x)), e.abs(x)),
  computing: "inexact",
});

/**
 * The step function: 0 for x < 0, 1 for x > 0, and `y` at 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.heaviside.html
 * @example
 * np.heaviside([-1, 0, 2], 0.5).tolist(); // [0, 0.5, 1]
 */
export const heaviside: Binary = elementwise({
  name: "heaviside",
  inputs: ["x", "y"],
  expression: (x, y) => e.where(e.less(x, 0), 0, e.where(e.equal(x, 0), y, e.where(not(x), NaN, 1))),
  computing: "inexact",
});

/**
 * The larger of two elements; where one is NaN, the other.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fmax.html
 * @example
 * np.fmax([1, NaN], [3, 2]).tolist(); // [3, 2]
 */
export const fmax: Binary = elementwise({
  name: "fmax",
  inputs: ["x", "y"],
  expression: (x, y) => e.where(e.or(e.greater(x, y), not(y)), x, y),
  truth: e.or,
});

/**
 * The smaller of two elements; where one is NaN, the other.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fmin.html
 * @example
 * np.fmin([1, NaN], [3, 2]).tolist(); // [1, 2]
 */
export const fmin: Binary = elementwise({
  name: "fmin",
  inputs: ["x", "y"],
  expression: (x, y) => e.where(e.or(e.less(x, y), not(y)), x, y),
  truth: e.and,
});

/**
 * The remainder of division with the sign of x, as C and JavaScript have it.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.fmod.html
 * @example
 * np.fmod([7, -7], 3).tolist(); // [1, -1]
 */
export const fmod: Binary = elementwise({
  name: "fmod",
  inputs: ["x", "y"],
  expression: e.remainder,
});

/**
 * Tells whether a number is +∞.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isposinf.html
 * @example
 * np.isposinf([Infinity, -Infinity, 1]).tolist(); // [true, false, false]
 */
export const isposinf: Unary = elementwise({
  name: "isposinf",
  inputs: ["x"],
  expression: (x) => e.equal(x, Infinity),
  computing: "inexact",
});

/**
 * Tells whether a number is −∞.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isneginf.html
 * @example
 * np.isneginf([Infinity, -Infinity, 1]).tolist(); // [false, true, false]
 */
export const isneginf: Unary = elementwise({
  name: "isneginf",
  inputs: ["x"],
  expression: (x) => e.equal(x, -Infinity),
  computing: "inexact",
});
