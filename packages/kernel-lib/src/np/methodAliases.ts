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
/** Gives all elements in one axis; the same as {@link ravel}. */
export const flatten = shaping.ravel;
