import * as e from "../expr";
import { elementwise } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

const real = (name: string, expression: (x: e.Expr) => e.Expr): Unary =>
  elementwise({ name, inputs: ["x"], expression, computing: "inexact" });

/**
 * Turns degrees into radians, x · π/180. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.deg2rad.html
 * @example
 * np.deg2rad([0, 180]).tolist(); // [0, 3.1415927410125732]
 */
export const deg2rad: Unary = real("deg2rad", (x) => e.multiply(x, Math.PI / 180));

/**
 * Turns degrees into radians: {@link deg2rad} under its other name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.radians.html
 * @example
 * np.radians([0, 180]).tolist(); // [0, 3.1415927410125732]
 */
export const radians: Unary = deg2rad;

/**
 * Turns radians into degrees, x · 180/π. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.rad2deg.html
 * @example
 * np.rad2deg([0, np.pi]).tolist(); // [0, 180]
 */
export const rad2deg: Unary = real("rad2deg", (x) => e.multiply(x, 180 / Math.PI));

/**
 * Turns radians into degrees: {@link rad2deg} under its other name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.degrees.html
 * @example
 * np.degrees([0, np.pi]).tolist(); // [0, 180]
 */
export const degrees: Unary = rad2deg;

/** The first terms of its series, where the quotient and its derivatives have no digits. */
function sincNearZero(square: e.Expr): e.Expr {
  const terms = [1, -1 / 6, 1 / 120, -1 / 5040, 1 / 362880];
  return terms.reduceRight<e.Expr>((sum, term) => e.add(term, e.multiply(square, sum)), e.constant(0));
}

/**
 * The function sin(πx)/(πx), which is 1 at 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.sinc.html
 * @example
 * np.sinc([0, 0.5]).tolist(); // [1, 0.6366197466850281]
 */
export const sinc: Unary = real("sinc", (x) => {
  const angle = e.multiply(Math.PI, x);
  const isNear = e.less(e.abs(angle), 0.02);
  return e.where(isNear, sincNearZero(e.square(angle)), e.divide(e.sin(angle), e.where(isNear, 1, angle)));
});

/**
 * Raises to a power in floating point: integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.float_power.html
 * @example
 * np.floatPower([2, 4], [-1, 0.5]).tolist(); // [0.5, 2]
 */
export const floatPower: Binary = elementwise({
  name: "floatPower",
  inputs: ["x", "y"],
  expression: e.pow,
  computing: "inexact",
});
