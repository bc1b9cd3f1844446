import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { elementwise } from "../np/elementwise";
import * as np from "../np/ufuncs";
import type { Unary } from "../np/ufuncs";
import { erf as errorFunction, erfc as complementary } from "../np/special";
import { where } from "../np/where";
import { stopGradient as stopped } from "../ops/map";
import * as tree from "../transform/treeFunctions";

// The names of lax for what np has. They take the same arguments; lax itself broadcasts and promotes less.

/** The same as {@link abs}. */
export const abs = np.abs;
/** The same as {@link add}. */
export const add = np.add;
/** The same as {@link arccos}. */
export const acos = np.arccos;
/** The same as {@link arccosh}. */
export const acosh = np.arccosh;
/** The same as {@link arcsin}. */
export const asin = np.arcsin;
/** The same as {@link arcsinh}. */
export const asinh = np.arcsinh;
/** The same as {@link arctan}. */
export const atan = np.arctan;
/** The same as {@link arctan2}. */
export const atan2 = np.arctan2;
/** The same as {@link arctanh}. */
export const atanh = np.arctanh;
/** The same as {@link bitwiseAnd}. */
export const bitwiseAnd = np.bitwiseAnd;
/** The same as {@link bitwiseNot}. */
export const bitwiseNot = np.bitwiseNot;
/** The same as {@link bitwiseOr}. */
export const bitwiseOr = np.bitwiseOr;
/** The same as {@link bitwiseXor}. */
export const bitwiseXor = np.bitwiseXor;
/** The same as {@link cbrt}. */
export const cbrt = np.cbrt;
/** The same as {@link ceil}. */
export const ceil = np.ceil;
/** The same as {@link cos}. */
export const cos = np.cos;
/** The same as {@link cosh}. */
export const cosh = np.cosh;
/** The same as {@link divide}. */
export const div = np.divide;
/** The same as {@link equal}. */
export const eq = np.equal;
/** The same as {@link erf}. */
export const erf = errorFunction;
/** The same as {@link erfc}. */
export const erfc = complementary;
/** The same as {@link exp}. */
export const exp = np.exp;
/** The same as {@link exp2}. */
export const exp2 = np.exp2;
/** The same as {@link expm1}. */
export const expm1 = np.expm1;
/** The same as {@link floor}. */
export const floor = np.floor;
/** The same as {@link greaterEqual}. */
export const ge = np.greaterEqual;
/** The same as {@link greater}. */
export const gt = np.greater;
/** The same as {@link isfinite}. */
export const isFinite = np.isfinite;
/** The same as {@link lessEqual}. */
export const le = np.lessEqual;
/** The same as {@link log}. */
export const log = np.log;
/** The same as {@link log1p}. */
export const log1p = np.log1p;
/** The same as {@link less}. */
export const lt = np.less;
/** The same as {@link maximum}. */
export const max = np.maximum;
/** The same as {@link minimum}. */
export const min = np.minimum;
/** The same as {@link multiply}. */
export const mul = np.multiply;
/** The same as {@link notEqual}. */
export const ne = np.notEqual;
/** The same as {@link negative}. */
export const neg = np.negative;
/** The same as {@link power}. */
export const pow = np.power;
/** The same as {@link bitwiseCount}. */
export const populationCount = np.bitwiseCount;
/** The same as {@link reciprocal}. */
export const reciprocal = np.reciprocal;
/** The same as {@link fmod}. */
export const rem = np.fmod;
/** The same as {@link leftShift}. */
export const shiftLeft = np.leftShift;
/** The same as {@link rightShift}. */
export const shiftRightArithmetic = np.rightShift;
/** The same as {@link sign}. */
export const sign = np.sign;
/** The same as {@link sin}. */
export const sin = np.sin;
/** The same as {@link sinh}. */
export const sinh = np.sinh;
/** The same as {@link sqrt}. */
export const sqrt = np.sqrt;
/** The same as {@link square}. */
export const square = np.square;
/** The same as {@link subtract}. */
export const sub = np.subtract;
/** The same as {@link tan}. */
export const tan = np.tan;
/** The same as {@link tanh}. */
export const tanh = np.tanh;

/**
 * The logistic function 1 / (1 + e⁻ˣ). Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.logistic.html
 * @example
 * jax.lax.logistic([0, 100]).tolist(); // [0.5, 1]
 */
export const logistic: Unary = elementwise({
  name: "logistic",
  inputs: ["x"],
  expression: e.logistic,
  computing: "inexact",
});

/**
 * One over the square root. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.rsqrt.html
 * @example
 * jax.lax.rsqrt([4, 16]).tolist(); // [0.5, 0.25]
 */
export const rsqrt: Unary = elementwise({
  name: "rsqrt",
  inputs: ["x"],
  expression: (x) => e.divide(1, e.sqrt(x)),
  computing: "inexact",
});

/**
 * Holds numbers between two bounds.
 *
 * @param least - The lower bound.
 * @param x - The numbers.
 * @param most - The upper bound.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.clamp.html
 * @example
 * jax.lax.clamp(0, [-1, 0.5, 2], 1).tolist(); // [0, 0.5, 1]
 */
export function clamp(least: ArrayLike, x: ArrayLike, most: ArrayLike): ndarray {
  return np.minimum(np.maximum(least, x), most);
}

/**
 * Chooses elementwise: of the first where the condition holds, of the second elsewhere.
 *
 * @param condition - Truth values.
 * @param onTrue - What is taken where it holds.
 * @param onFalse - What is taken where it does not.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.select.html
 * @example
 * jax.lax.select([true, false], [1, 2], [3, 4]).tolist(); // [1, 4]
 */
export function select(condition: ArrayLike, onTrue: ArrayLike, onFalse: ArrayLike): ndarray {
  return where(condition, onTrue, onFalse);
}

/**
 * Gives values that derivatives take for constants.
 *
 * @param x - An array, or a tree of arrays.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.stop_gradient.html
 * @example
 * jax.grad((x) => x.mul(jax.lax.stopGradient(x)))(3).item(); // 3
 */
export function stopGradient<T = ndarray>(x: T): T extends number ? ndarray : T {
  return tree.map((leaf: unknown) => stopped(toArray("stopGradient", leaf)), x) as T extends number
    ? ndarray
    : T;
}
