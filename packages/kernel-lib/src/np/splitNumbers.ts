import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { floatingType, isFloating } from "../array/traits";
import { convertType } from "../ops/map";
import { finfo } from "./dtypes";
import { elementwise } from "./elementwise";
import { floorDivide, remainder, trunc, type Binary, type Unary } from "./ufuncs";

/**
 * Divides and gives both the quotient rounded down and the remainder.
 *
 * @param x - The dividends.
 * @param y - The divisors.
 * @returns The quotients, and the remainders with the sign of `y`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.divmod.html
 * @example
 * np.divmod([7, -7], 3).map((x) => x.tolist()); // [[2, -3], [1, 2]]
 */
export function divmod(x: ArrayLike, y: ArrayLike): [quotient: ndarray, remainder: ndarray] {
  return [floorDivide(x, y), remainder(x, y)];
}

const fraction: Unary = elementwise({
  name: "modf",
  inputs: ["x"],
  expression: (x) => e.where(e.equal(e.abs(x), Infinity), 0, e.subtract(x, e.trunc(x))),
  computing: "inexact",
});

/**
 * Splits numbers at the point: what is behind it and what is before it, both with the number's sign.
 *
 * @param x - The numbers. Integers become float32.
 * @returns The fractions, and the whole numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.modf.html
 * @example
 * np.modf([2.5, -0.25]).map((x) => x.tolist()); // [[0.5, -0.25], [2, -0]]
 */
export function modf(x: ArrayLike): [fraction: ndarray, whole: ndarray] {
  const given = toArray("modf", x);
  const from = convertType(given, floatingType(given.dtype));
  return [fraction(from), trunc(from)];
}

/** The least power of two above |x|; of what has none, 0. */
const exponentOf = e.define({
  name: "exponentOf",
  arity: 1,
  kind: "number",
  evaluate: (x) => {
    const size = Math.abs(x);
    if (size === 0 || !Number.isFinite(size)) return 0;
    let exponent = Math.floor(Math.log2(size)) + 1;
    while (size >= 2 ** exponent) exponent++;
    while (size < 2 ** (exponent - 1)) exponent--;
    return exponent;
  },
  partials: () => [null],
  vega: (x) => `(${x} == 0 ? 0 : floor(log(abs(${x})) / LN2) + 1)`,
});
const exponents: Unary = elementwise({
  name: "frexp",
  inputs: ["x"],
  expression: exponentOf,
  computing: "inexact",
});
/** x · 2ⁿ in two steps, since 2ⁿ itself may be too large or too small. */
const scaled: Binary = elementwise({
  name: "ldexp",
  inputs: ["x", "n"],
  expression: (x, n) => {
    const half = e.floor(e.divide(n, 2));
    return e.multiply(e.multiply(x, e.pow(2, half)), e.pow(2, e.subtract(n, half)));
  },
  computing: "inexact",
});

/**
 * Splits numbers into a mantissa in ±[½, 1) and an exponent: x = m · 2ⁿ.
 *
 * @param x - The numbers. Integers become float32.
 * @returns The mantissas, and the exponents, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.frexp.html
 * @example
 * np.frexp([3, 0.25]).map((x) => x.tolist()); // [[0.75, 0.5], [2, -1]]
 */
export function frexp(x: ArrayLike): [mantissa: ndarray, exponent: ndarray] {
  const exponent = exponents(x);
  return [scaled(x, exponent.mul(-1)), convertType(exponent, "int32")];
}

/**
 * Multiplies by powers of two, x · 2ⁿ.
 *
 * @param x - The numbers. Integers become float32.
 * @param n - The exponents, whole numbers.
 * @throws TypeError for exponents in floating point that are no plain numbers.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ldexp.html
 * @example
 * np.ldexp([3, 0.5], np.array([2, -1], "int32")).tolist(); // [12, 0.25]
 */
export function ldexp(x: ArrayLike, n: ArrayLike): ndarray {
  const exponent = toArray("ldexp", n);
  if (isFloating(exponent.dtype) && typeof n !== "number" && !Array.isArray(n)) {
    throw new TypeError(`ldexp: expected integers as exponents, got ${exponent.dtype}`);
  }
  const given = toArray("ldexp", x);
  const dtype = floatingType(given.dtype);
  return scaled(convertType(given, dtype), convertType(exponent, dtype));
}

/** What takes the place of what is no finite number. */
export interface NanToNumOptions {
  /** For NaN. Default: 0. */
  nan?: number;
  /** For +∞. Default: the largest number of the dtype. */
  posinf?: number | null;
  /** For −∞. Default: the least number of the dtype. */
  neginf?: number | null;
}

const replaced: (...args: ArrayLike[]) => ndarray = elementwise({
  name: "nanToNum",
  inputs: ["x", "nan", "posinf", "neginf"],
  expression: (x, nan, posinf, neginf) =>
    e.where(
      e.notEqual(x, x),
      nan,
      e.where(e.equal(x, Infinity), posinf, e.where(e.equal(x, -Infinity), neginf, x)),
    ),
});

/**
 * Replaces what is no finite number.
 *
 * @param x - The array. Integers are given back as they are.
 * @param options - What takes the places of NaN, +∞ and −∞.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.nan_to_num.html
 * @example
 * np.nanToNum([1, NaN, Infinity], { posinf: 9 }).tolist(); // [1, 0, 9]
 */
export function nanToNum(x: ArrayLike, options?: Spelled<NanToNumOptions>): ndarray {
  const read = readOptions<NanToNumOptions>("nanToNum", options, { nan: 0, posinf: null, neginf: null });
  const from = toArray("nanToNum", x);
  if (!isFloating(from.dtype)) return from;
  const { min, max } = finfo(from.dtype);
  return replaced(
    from,
    checkNumber("nanToNum", "nan", read.nan),
    checkNumber("nanToNum", "posinf", read.posinf ?? max),
    checkNumber("nanToNum", "neginf", read.neginf ?? min),
  );
}
