import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readNamed } from "../array/options";
import { floatingType } from "../array/traits";
import { concatenate } from "../ops/concatenate";
import { reshape, reverse } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { convolve } from "./convolving";
import { combined } from "./operands";
import { trimZeros } from "./inserting";
import { arange } from "./ranges";
import { concatenate as join, stack } from "./joining";
import { add, divide, multiply, power, subtract } from "./ufuncs";

/** Reads coefficients, the one of the highest power first. */
function coefficients(functionName: string, p: ArrayLike): ndarray {
  const given = toArray(functionName, p);
  const row = given.ndim === 0 ? reshape(given, [1]) : given;
  if (row.ndim === 1) return row;
  throw new RangeError(`${functionName}: expected coefficients in one axis, got ${describe(given)}`);
}

const part = (x: ndarray, start: number, stop: number): ndarray => sliceAxis(x, 0, start, stop);

/**
 * Evaluates a polynomial: p₀xⁿ⁻¹ + … + pₙ₋₂x + pₙ₋₁, by Horner's scheme.
 *
 * @param p - The coefficients, the one of the highest power first.
 * @param x - Where to evaluate it.
 * @returns An array of the shape of `x`.
 * @throws RangeError for coefficients in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polyval.html
 * @example
 * np.polyval([1, 0, -2], [0, 1, 3]).tolist(); // [-2, -1, 7]
 */
export function polyval(p: ArrayLike, x: ArrayLike): ndarray {
  const [row, at] = combined("polyval", [coefficients("polyval", p), x]);
  let value = full(0, at.shape, at.dtype);
  for (let i = 0; i < row.size; i++) value = add(multiply(value, at), reshape(part(row, i, i + 1), []));
  return value;
}

/** Coefficients with zeros in front, as many as it takes to be so many. */
function padded(row: ndarray, length: number): ndarray {
  return concatenate([full(0, [Math.max(0, length - row.size)], row.dtype), row], 0);
}

function pairOf(functionName: string, p: ArrayLike, q: ArrayLike): ndarray[] {
  return combined(functionName, [coefficients(functionName, p), coefficients(functionName, q)]);
}

/**
 * Adds polynomials.
 *
 * @param p - Coefficients, the one of the highest power first.
 * @param q - Coefficients likewise.
 * @throws RangeError for coefficients in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polyadd.html
 * @example
 * np.polyadd([1, 2], [3, 0, 4]).tolist(); // [3, 1, 6]
 */
export function polyadd(p: ArrayLike, q: ArrayLike): ndarray {
  const [a, b] = pairOf("polyadd", p, q);
  const length = Math.max(a.size, b.size);
  return add(padded(a, length), padded(b, length));
}

/**
 * Subtracts polynomials.
 *
 * @param p - Coefficients, the one of the highest power first.
 * @param q - Coefficients likewise.
 * @throws RangeError for coefficients in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polysub.html
 * @example
 * np.polysub([1, 2], [3, 0, 4]).tolist(); // [-3, 1, -2]
 */
export function polysub(p: ArrayLike, q: ArrayLike): ndarray {
  const [a, b] = pairOf("polysub", p, q);
  const length = Math.max(a.size, b.size);
  return subtract(padded(a, length), padded(b, length));
}

/**
 * Multiplies polynomials.
 *
 * @param p - Coefficients, the one of the highest power first.
 * @param q - Coefficients likewise.
 * @throws RangeError for coefficients in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polymul.html
 * @example
 * np.polymul([1, 2], [1, -2]).tolist(); // [1, 0, -4]
 */
export function polymul(p: ArrayLike, q: ArrayLike): ndarray {
  const [a, b] = pairOf("polymul", p, q);
  return convolve(a, b);
}

/**
 * Divides polynomials.
 *
 * @param p - The dividend's coefficients, the one of the highest power first.
 * @param q - The divisor's coefficients likewise.
 * @returns The quotient, and the remainder without zeros in front.
 * @throws RangeError for coefficients in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polydiv.html
 * @example
 * np.polydiv([1, 0, -3], [1, 2]).map((x) => x.tolist()); // [[1, -2], [1]]
 */
export function polydiv(p: ArrayLike, q: ArrayLike): [quotient: ndarray, remainder: ndarray] {
  const [a, b] = pairOf("polydiv", p, q).map((row) => convertType(row, floatingType(row.dtype)));
  const steps = a.size - b.size + 1;
  if (steps < 1) return [full(0, [1], a.dtype), a];
  let rest = a;
  const quotient: ndarray[] = [];
  for (let i = 0; i < steps; i++) {
    const share = divide(part(rest, i, i + 1), part(b, 0, 1));
    quotient.push(share);
    const end = i + b.size;
    const middle = subtract(part(rest, i, end), multiply(share, b));
    rest = concatenate([part(rest, 0, i), middle, part(rest, end, a.size)], 0);
  }
  const last = part(rest, Math.min(steps, a.size - 1), a.size);
  const trimmed = trimZeros(last, { trim: "f" });
  return [concatenate(quotient, 0), trimmed.size === 0 ? part(last, last.size - 1, last.size) : trimmed];
}

/** How often a polynomial is differentiated or integrated. */
export interface PolyOptions {
  /** How many times. Default: 1. */
  m?: number;
}

/**
 * Differentiates a polynomial.
 *
 * @param p - Coefficients, the one of the highest power first.
 * @param m - How many times, or options. Default: 1.
 * @throws RangeError for coefficients in more than one axis, or a negative number of times.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polyder.html
 * @example
 * np.polyder([1, 0, -2]).tolist(); // [2, 0]
 */
export function polyder(p: ArrayLike, m?: number | PolyOptions): ndarray {
  const times = checkInteger("polyder", "m", readNamed("polyder", { m }, undefined, { m: 1 }).m, 0);
  let row = coefficients("polyder", p);
  for (let i = 0; i < times; i++) {
    const degree = row.size - 1;
    if (degree < 1) return full(0, [0], row.dtype);
    row = multiply(part(row, 0, degree), arange(degree, 0, -1));
  }
  return row;
}

/** What {@link polyint} adds, beside how often it integrates. */
export interface PolyintOptions extends PolyOptions {
  /** The constants of integration, the first one's first. Default: 0. */
  k?: ArrayLike | null;
}

/**
 * Integrates a polynomial.
 *
 * @param p - Coefficients, the one of the highest power first.
 * @param m - How many times, or options. Default: 1.
 * @param options - The constants of integration.
 * @throws RangeError for coefficients in more than one axis, or not one constant for each time.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.polyint.html
 * @example
 * np.polyint([2, 0], { k: 5 }).tolist(); // [1, 0, 5]
 */
export function polyint(p: ArrayLike, m?: number | PolyintOptions, options?: PolyintOptions): ndarray {
  const read = readNamed<PolyintOptions>("polyint", { m }, options, { m: 1, k: null });
  const times = checkInteger("polyint", "m", read.m, 0);
  const given = coefficients("polyint", p);
  sizeOf("polyint", [times, given.size + times]);
  let row = convertType(given, floatingType(given.dtype));
  const constants = convertType(coefficients("polyint", read.k ?? 0), row.dtype);
  if (constants.size !== 1 && constants.size !== times) {
    throw new RangeError(`polyint: expected one constant, or ${times} of them, got ${constants.size}`);
  }
  for (let i = 0; i < times; i++) {
    const raised = divide(row, arange(row.size, 0, -1));
    const place = constants.size === 1 ? 0 : i;
    row = concatenate([raised, part(constants, place, place + 1)], 0);
  }
  return row;
}

/**
 * Finds the polynomial with given roots, the highest power's coefficient being 1.
 *
 * @param roots - The roots.
 * @throws RangeError for roots in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.poly.html
 * @example
 * np.poly([1, 2]).tolist(); // [1, -3, 2]
 */
export function poly(roots: ArrayLike): ndarray {
  const row = coefficients("poly", roots);
  const from = convertType(row, floatingType(row.dtype));
  const one = full(1, [1], from.dtype);
  let result = one;
  for (let i = 0; i < from.size; i++) {
    result = convolve(result, join([one, part(from, i, i + 1).mul(-1)]));
  }
  return result;
}

/** Options of {@link vander}. */
export interface VanderOptions {
  /** How many columns. Default: as many as rows. */
  n?: number | null;
  /** Whether powers rise from left to right. Default: false. */
  increasing?: boolean;
}

/**
 * Makes a Vandermonde matrix: a row for each number, with its powers.
 *
 * @param x - The numbers, in one axis.
 * @param n - How many columns, or options. Default: as many as rows.
 * @param options - Whether powers rise.
 * @throws RangeError for numbers in more than one axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vander.html
 * @example
 * np.vander([2, 3], 3).tolist(); // [[4, 2, 1], [9, 3, 1]]
 */
export function vander(x: ArrayLike, n?: number | null | VanderOptions, options?: VanderOptions): ndarray {
  const read = readNamed<VanderOptions>("vander", { n }, options, { n: null, increasing: false });
  const from = toArray("vander", x);
  if (from.ndim !== 1) throw new RangeError(`vander: expected numbers in one axis, got ${describe(from)}`);
  const columns = checkInteger("vander", "n", read.n ?? from.size, 0);
  sizeOf("vander", [from.size, columns]);
  if (columns === 0) return full(0, [from.size, 0], from.dtype);
  const powers = stack(
    Array.from({ length: columns }, (_, i) => power(from, i)),
    { axis: 1 },
  );
  return read.increasing ? powers : reverse(powers, [1]);
}
