import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import * as shaping from "./shaping";
import * as arithmetic from "./ufuncsArithmetic";

/** Multiplies elementwise; short for {@link multiply}. */
export const mul = arithmetic.multiply;
/** Subtracts elementwise; short for {@link subtract}. */
export const sub = arithmetic.subtract;
/** Divides elementwise; short for {@link divide}. */
export const div = arithmetic.divide;
/** Changes the sign; short for {@link negative}. */
export const neg = arithmetic.negative;
/** Raises to a power; short for {@link power}. */
export const pow = arithmetic.power;
/** Subtracts from a number or another array, elementwise: `x.rsub(2)` is 2 − x. */
export const rsub = (x: ArrayLike, y: ArrayLike): ndarray => arithmetic.subtract(y, x);
/** Divides a number or another array, elementwise: `x.rdiv(2)` is 2 / x. */
export const rdiv = (x: ArrayLike, y: ArrayLike): ndarray => arithmetic.divide(y, x);
/** Raises a number or another array to its elements as powers: `x.rpow(2)` is 2 to the power of x. */
export const rpow = (x: ArrayLike, y: ArrayLike): ndarray => arithmetic.power(y, x);
/** Gives the remainder of a number or another array, divided elementwise: `x.rmod(2)` is 2 mod x. */
export const rmod = (x: ArrayLike, y: ArrayLike): ndarray => arithmetic.mod(y, x);
/** Gives all elements in one axis; the same as {@link ravel}. */
export const flatten = shaping.ravel;
