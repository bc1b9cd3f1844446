import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { scatter } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import { concrete } from "../ops/tracer";
import { cycled, trueAt } from "./indices";
import { where } from "./where";

function listOf<T>(functionName: string, what: string, list: unknown): T[] {
  if (Array.isArray(list) || list instanceof ndarray) return [...(list as Iterable<T>)];
  throw new TypeError(`${functionName}: expected a list of ${what}, got ${describe(list)}`);
}

/**
 * Chooses elementwise by the first of several conditions that holds.
 *
 * @param conditions - Truth values.
 * @param choices - What is taken where each of them holds.
 * @param fallback - What is taken where none holds. Default: 0.
 * @throws RangeError unless there are as many choices as conditions.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.select.html
 * @example
 * const x = np.arange(5);
 * np.select([x.less(2), x.greater(3)], [x, x.mul(10)], -1).tolist(); // [0, 1, -1, -1, 40]
 */
export function select(
  conditions: readonly ArrayLike[] | ndarray,
  choices: readonly ArrayLike[] | ndarray,
  fallback: ArrayLike = 0,
): ndarray {
  const [tests, values] = [
    listOf<ArrayLike>("select", "conditions", conditions),
    listOf<ArrayLike>("select", "choices", choices),
  ];
  if (tests.length !== values.length || tests.length === 0) {
    throw new RangeError(
      `select: expected a choice for each condition, got ${tests.length} conditions and ${values.length} choices`,
    );
  }
  return tests.reduceRight<ArrayLike>((rest, test, i) => where(test, values[i], rest), fallback) as ndarray;
}

/**
 * Computes a function that is defined in pieces: by the last of several conditions that holds.
 *
 * @param x - Where to compute it.
 * @param conditions - Truth values.
 * @param pieces - For each condition a function of `x`, or a value; one more at the end for where none holds.
 * @returns An array of the shape and dtype of `x`.
 * @throws RangeError unless there are as many pieces as conditions, or one more.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.piecewise.html
 * @example
 * const x = np.array([-2, -1, 1, 2]);
 * np.piecewise(x, [x.less(0), x.greaterEqual(0)], [(x) => x.neg(), (x) => x.mul(10)]).tolist(); // [2, 1, 10, 20]
 */
export function piecewise(
  x: ArrayLike,
  conditions: ArrayLike | readonly ArrayLike[],
  pieces: readonly (ArrayLike | ((x: ndarray) => ArrayLike))[],
): ndarray {
  const from = toArray("piecewise", x);
  const given = toArray("piecewise", conditions as ArrayLike);
  const tests: ndarray[] = given.ndim === from.ndim ? [given] : [...given];
  if (!Array.isArray(pieces)) {
    throw new TypeError(`piecewise: expected a list of pieces, got ${describe(pieces)}`);
  }
  if (pieces.length !== tests.length && pieces.length !== tests.length + 1) {
    throw new RangeError(
      `piecewise: expected ${tests.length} or ${tests.length + 1} pieces for ${tests.length} conditions, got ${pieces.length}`,
    );
  }
  const value = (piece: (typeof pieces)[number]): ndarray =>
    convertType(toArray("piecewise", typeof piece === "function" ? piece(from) : piece), from.dtype);
  const start = pieces.length > tests.length ? value(pieces[tests.length]) : full(0, from.shape, from.dtype);
  return tests.reduce<ndarray>((result, test, i) => where(test, value(pieces[i]), result), start);
}

/**
 * Gives a copy of an array in which elements are replaced where a mask is true, by values in their order, which are
 * repeated where they are too few.
 *
 * @param x - The array.
 * @param mask - Truth values of its shape.
 * @param values - The values.
 * @throws RangeError if the mask is of another size, or there are no values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.place.html
 * @example
 * np.place([1, 2, 3, 4], [false, true, false, true], [8, 9]).tolist(); // [1, 8, 3, 9]
 */
export function place(x: ArrayLike, mask: ArrayLike, values: ArrayLike): ndarray {
  const from = toArray("place", x);
  const chosen = concrete("place", convertType(toArray("place", mask), "bool"));
  const given = convertType(toArray("place", values), from.dtype);
  if (chosen.size !== from.size) {
    throw new RangeError(`place: expected a mask of ${from.size} elements, got ${chosen.size}`);
  }
  if (given.size === 0) throw new RangeError("place: expected at least one value, got none");
  const places = trueAt(reshape(chosen, [chosen.size]));
  const row = reshape(from, [from.size]);
  return reshape(scatter("set", row, places, cycled(given, places.size)), from.shape);
}
