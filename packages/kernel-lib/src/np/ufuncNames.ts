import * as arithmetic from "./ufuncsArithmetic";
import * as real from "./ufuncsReal";
import * as reductions from "./reductions";
import { round } from "./rounding";

/** The same as {@link abs}. */
export const absolute = arithmetic.abs;
/** The same as {@link divide}. */
export const trueDivide = arithmetic.divide;
/** The same as {@link arcsin}. */
export const asin = real.arcsin;
/** The same as {@link arccos}. */
export const acos = real.arccos;
/** The same as {@link arctan}. */
export const atan = real.arctan;
/** The same as {@link arctan2}. */
export const atan2 = real.arctan2;
/** The same as {@link arcsinh}. */
export const asinh = real.arcsinh;
/** The same as {@link arccosh}. */
export const acosh = real.arccosh;
/** The same as {@link arctanh}. */
export const atanh = real.arctanh;
/** The same as {@link max}. */
export const amax = reductions.max;
/** The same as {@link min}. */
export const amin = reductions.min;
/** The same as {@link round}. */
export const around = round;
/** The same as {@link power}. */
export const pow = arithmetic.power;
