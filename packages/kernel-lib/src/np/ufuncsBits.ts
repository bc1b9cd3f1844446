import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { convertType } from "../ops/map";
import { elementwise } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

type Operands = readonly e.Expr[];

const ofBits = (
  name: string,
  expression: (...args: Operands) => e.Expr,
  truth?: ((...args: Operands) => e.Expr) | null,
): Binary => elementwise({ name, inputs: ["x", "y"], expression, computing: "integer", truth });

/**
 * Combines bits with a logical and; of truth values, the truth values.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_and.html
 * @example
 * np.bitwiseAnd(np.array([12, 10], "int32"), 6).tolist(); // [4, 2]
 */
export const bitwiseAnd: Binary = ofBits("bitwiseAnd", e.bitAnd, e.and);

/**
 * Combines bits with a logical or; of truth values, the truth values.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_or.html
 * @example
 * np.bitwiseOr(np.array([12, 10], "int32"), 6).tolist(); // [14, 14]
 */
export const bitwiseOr: Binary = ofBits("bitwiseOr", e.bitOr, e.or);

/**
 * Combines bits with an exclusive or; of truth values, the truth values.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_xor.html
 * @example
 * np.bitwiseXor(np.array([12, 10], "int32"), 6).tolist(); // [10, 12]
 */
export const bitwiseXor: Binary = ofBits("bitwiseXor", e.bitXor, e.xor);

/**
 * Turns every bit round; of truth values, the truth value.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_not.html
 * @example
 * np.bitwiseNot(np.array([0, 5], "int32")).tolist(); // [-1, -6]
 */
export const bitwiseNot: Unary = elementwise({
  name: "bitwiseNot",
  inputs: ["x"],
  expression: e.bitNot,
  computing: "integer",
  truth: e.not,
});

/**
 * Turns every bit round: {@link bitwiseNot} under the array API's name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_invert.html
 * @example
 * np.bitwiseInvert([true, false]).tolist(); // [false, true]
 */
export const bitwiseInvert: Unary = bitwiseNot;

/**
 * Turns every bit round: {@link bitwiseNot} under its shorter name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.invert.html
 * @example
 * np.invert(np.array([0, 5], "int32")).tolist(); // [-1, -6]
 */
export const invert: Unary = bitwiseNot;

/**
 * Shifts bits to the left, x · 2ʸ; bits that leave are lost.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.left_shift.html
 * @example
 * np.leftShift(np.array([1, 5], "int32"), 2).tolist(); // [4, 20]
 */
export const leftShift: Binary = ofBits("leftShift", e.shiftLeft);

/**
 * Shifts bits to the left: {@link leftShift} under the array API's name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_left_shift.html
 * @example
 * np.bitwiseLeftShift(np.array([1, 5], "int32"), 2).tolist(); // [4, 20]
 */
export const bitwiseLeftShift: Binary = leftShift;

/**
 * Shifts bits to the right, ⌊x / 2ʸ⌋.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.right_shift.html
 * @example
 * np.rightShift(np.array([20, -5], "int32"), 2).tolist(); // [5, -2]
 */
export const rightShift: Binary = ofBits("rightShift", e.shiftRight);

/**
 * Shifts bits to the right: {@link rightShift} under the array API's name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_right_shift.html
 * @example
 * np.bitwiseRightShift(np.array([20, -5], "int32"), 2).tolist(); // [5, -2]
 */
export const bitwiseRightShift: Binary = rightShift;

const counted: Unary = elementwise({
  name: "bitwiseCount",
  inputs: ["x"],
  expression: (x) => e.bitCount(e.abs(x)),
  computing: "integer",
  truth: (x) => x,
});

/**
 * Counts the bits of |x| that are 1.
 *
 * @param x - Integers.
 * @returns Counts, uint8.
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bitwise_count.html
 * @example
 * np.bitwiseCount(np.array([0, 7, -8], "int32")).tolist(); // [0, 3, 1]
 */
export function bitwiseCount(x: ArrayLike): ndarray {
  const from = toArray("bitwiseCount", x);
  // The sum of a number's bits is made in 32 of them.
  return convertType(counted(from.dtype === "uint8" ? convertType(from, "uint32") : from), "uint8");
}

/**
 * Finds the greatest common divisor of integers.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.gcd.html
 * @example
 * np.gcd(np.array([12, 35], "int32"), 21).tolist(); // [3, 7]
 */
export const gcd: Binary = ofBits("gcd", e.gcd, null);

/**
 * Finds the least common multiple of integers.
 *
 * @throws TypeError for floating-point numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.lcm.html
 * @example
 * np.lcm(np.array([4, 6], "int32"), 10).tolist(); // [20, 30]
 */
export const lcm: Binary = ofBits(
  "lcm",
  (x, y) => {
    const common = e.gcd(x, y);
    return e.abs(e.multiply(x, e.floorDivide(y, e.where(e.equal(common, 0), 1, common))));
  },
  null,
);
