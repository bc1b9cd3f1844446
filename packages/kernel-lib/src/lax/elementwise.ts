import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { elementwise } from "../np/elementwise";
import * as np from "../np/ufuncs";
import type { Unary } from "../np/ufuncs";
import { round as rounded } from "../np/rounding";
import * as special from "../np/special";
import * as gammas from "../np/specialGamma";
import { where } from "../np/where";
import { convertType, stopGradient as stopped } from "../ops/map";
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
export const erf = special.erf;
/** The same as {@link erfc}. */
export const erfc = special.erfc;
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

/** The same as {@link i0e}. */
export const besselI0e = gammas.i0e;
/** The same as {@link i1e}. */
export const besselI1e = gammas.i1e;
/** The same as {@link digamma}. */
export const digamma = gammas.digamma;
/** The same as {@link erfinv}. */
export const erfInv = special.erfinv;
/** The same as {@link gammainc}. */
export const igamma = gammas.gammainc;
/** The same as {@link gammaincc}. */
export const igammac = gammas.gammaincc;
/** The same as {@link gammaln}. */
export const lgamma = gammas.gammaln;
/** The same as {@link polygamma}. */
export const polygamma = gammas.polygamma;
/** The same as {@link zeta}. */
export const zeta = gammas.zeta;

/**
 * Raises to a whole power.
 *
 * @param x - The numbers.
 * @param y - The exponent, a whole number.
 * @throws TypeError if the exponent is no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.integer_pow.html
 * @example
 * jax.lax.integerPow([1, 2, 3], 2).tolist(); // [1, 4, 9]
 */
export function integerPow(x: ArrayLike, y: number): ndarray {
  return np.power(x, checkInteger("integerPow", "the exponent", y));
}

/**
 * Rounds to whole numbers, halves away from 0 or to the even neighbour.
 *
 * @param x - The numbers.
 * @param roundingMethod - "AWAY_FROM_ZERO" or "TO_NEAREST_EVEN". Default: "AWAY_FROM_ZERO".
 * @throws TypeError for another method.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.round.html
 * @example
 * jax.lax.round([0.5, -2.5]).tolist(); // [1, -3]
 */
export function round(x: ArrayLike, roundingMethod: RoundingMethod = "AWAY_FROM_ZERO"): ndarray {
  if (roundingMethod === "TO_NEAREST_EVEN") return rounded(x);
  if (roundingMethod === "AWAY_FROM_ZERO") return roundedAway(x);
  throw new TypeError(
    `round: expected "AWAY_FROM_ZERO" or "TO_NEAREST_EVEN", got ${describe(roundingMethod)}`,
  );
}

/** Where halves go: see {@link round}. */
export type RoundingMethod = "AWAY_FROM_ZERO" | "TO_NEAREST_EVEN";

const roundedAway: Unary = elementwise({
  name: "round",
  inputs: ["x"],
  expression: (x) => {
    const whole = e.trunc(x);
    return e.where(e.greaterEqual(e.abs(e.subtract(x, whole)), 0.5), e.add(whole, e.sign(x)), whole);
  },
  partials: () => [null],
});

/**
 * Chooses elementwise among several arrays, by their number.
 *
 * @param which - Whole numbers from 0 on, or truth values, false for the first and true for the second.
 * @param cases - The arrays, of one shape.
 * @throws RangeError if there are none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.select_n.html
 * @example
 * jax.lax.selectN([0, 2, 1], [1, 2, 3], [4, 5, 6], [7, 8, 9]).tolist(); // [1, 8, 6]
 */
export function selectN(which: ArrayLike, ...cases: ArrayLike[]): ndarray {
  if (cases.length === 0) throw new RangeError("selectN: expected arrays to choose among, got none");
  const given = toArray("selectN", which);
  const number = given.dtype === "bool" ? convertType(given, "int32") : given;
  return cases.reduceRight<ndarray>(
    (sofar, one, i) => (i === cases.length - 1 ? sofar : where(np.lessEqual(number, i), one, sofar)),
    toArray("selectN", cases[cases.length - 1]),
  );
}

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
