import type { ArrayLike } from "../array/asarray";
import { checkAxis, checkInteger, plainNumber } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr } from "../array/rows";
import { reshape } from "../ops/layout";
import { sliceAxis } from "../ops/slice";

/** Where to cut: a number of parts, or the indices at which parts begin. */
export type Sections = number | readonly number[];

/** Options of {@link split} and its kin. */
export interface SplitOptions {
  /** The axis. Default: 0. */
  axis?: number;
}

/** The largest number of parts: a list of more is a mistake. */
const mostParts = 2 ** 20;

/** Cuts an array at the ends of parts along an axis. */
function cut(x: ndarray, axis: number, ends: readonly number[]): ndarray[] {
  const bounds = [0, ...ends, x.shape[axis]];
  return bounds.slice(1).map((end, i) => sliceAxis(x, axis, bounds[i], Math.max(bounds[i], end)));
}

function parted(
  functionName: string,
  x: ndarray,
  sections: unknown,
  axis: number,
  equal: boolean,
): ndarray[] {
  const length = x.shape[axis];
  const given = plainNumber(functionName, sections);
  if (typeof given === "number") {
    const count = checkInteger(functionName, "sections", given, 1);
    if (equal && (length % count !== 0 || count > Math.max(1, length))) {
      throw new RangeError(
        `${functionName}: expected axis ${axis} to divide into ${count} equal parts, got length ${length}`,
      );
    }
    if (count > mostParts) {
      throw new RangeError(`${functionName}: expected at most ${mostParts} parts, got ${count}`);
    }
    const [least, longer] = [Math.floor(length / count), length % count];
    return cut(
      x,
      axis,
      Array.from({ length: count - 1 }, (_, i) => (i + 1) * least + Math.min(i + 1, longer)),
    );
  }
  if (!Array.isArray(given) && !(given instanceof ndarray)) {
    throw new TypeError(
      `${functionName}: expected a number of parts or a list of indices, got ${describe(sections)}`,
    );
  }
  const bound = (place: number): number => Math.min(length, Math.max(0, place < 0 ? place + length : place));
  return cut(
    x,
    axis,
    [...(given as Iterable<unknown>)].map((place) => bound(checkInteger(functionName, "each index", place))),
  );
}

/**
 * Cuts an array into parts.
 *
 * @param x - The array.
 * @param sections - How many parts of equal length; or a list of indices at which to cut.
 * @param options - The axis, or options. Default: 0.
 * @throws RangeError if the axis does not divide into so many parts.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.split.html
 * @example
 * np.split([1, 2, 3, 4], 2).map((part) => part.tolist()); // [[1, 2], [3, 4]]
 */
export function split(x: ArrayLike, sections: Sections, options?: number | SplitOptions): ndarray[] {
  const { axis } = readAxisOr<SplitOptions>("split", options, { axis: 0 });
  const from = toArray("split", x);
  return parted("split", from, sections, checkAxis("split", axis, from.ndim), true);
}

/**
 * Cuts an array into parts that need not be of equal length: the first ones are longer by one.
 *
 * @param x - The array.
 * @param sections - How many parts; or a list of indices at which to cut.
 * @param options - The axis, or options. Default: 0.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.array_split.html
 * @example
 * np.arraySplit([1, 2, 3, 4, 5], 2).map((part) => part.tolist()); // [[1, 2, 3], [4, 5]]
 */
export function arraySplit(x: ArrayLike, sections: Sections, options?: number | SplitOptions): ndarray[] {
  const { axis } = readAxisOr<SplitOptions>("arraySplit", options, { axis: 0 });
  const from = toArray("arraySplit", x);
  return parted("arraySplit", from, sections, checkAxis("arraySplit", axis, from.ndim), false);
}

/** Cuts along one axis, which there has to be. */
function along(functionName: string, x: ArrayLike, sections: Sections, axis: number): ndarray[] {
  const from = toArray(functionName, x);
  if (from.ndim <= axis) {
    throw new RangeError(
      `${functionName}: expected an array of at least ${axis + 1} axes, got ${describe(from)}`,
    );
  }
  return parted(functionName, from, sections, axis, true);
}

/**
 * Cuts an array into parts beside each other: along the second axis, a vector along its only one.
 *
 * @param x - The array.
 * @param sections - How many parts of equal length; or a list of indices at which to cut.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.hsplit.html
 * @example
 * np.hsplit([[1, 2], [3, 4]], 2).map((part) => part.tolist()); // [[[1], [3]], [[2], [4]]]
 */
export function hsplit(x: ArrayLike, sections: Sections): ndarray[] {
  const from = toArray("hsplit", x);
  return along("hsplit", from, sections, from.ndim === 1 ? 0 : 1);
}

/**
 * Cuts an array into parts below each other: along the first axis.
 *
 * @param x - An array of at least one axis.
 * @param sections - How many parts of equal length; or a list of indices at which to cut.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.vsplit.html
 * @example
 * np.vsplit([[1, 2], [3, 4]], 2).map((part) => part.tolist()); // [[[1, 2]], [[3, 4]]]
 */
export function vsplit(x: ArrayLike, sections: Sections): ndarray[] {
  return along("vsplit", x, sections, 0);
}

/**
 * Cuts an array into parts along the third axis.
 *
 * @param x - An array of at least three axes.
 * @param sections - How many parts of equal length; or a list of indices at which to cut.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.dsplit.html
 * @example
 * np.dsplit([[[1, 2]]], 2).map((part) => part.tolist()); // [[[[1]]], [[[2]]]]
 */
export function dsplit(x: ArrayLike, sections: Sections): ndarray[] {
  return along("dsplit", x, sections, 2);
}

/**
 * Takes an array apart along an axis, which goes: the reverse of `stack`.
 *
 * @param x - An array of at least one axis.
 * @param options - The axis, or options. Default: 0.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unstack.html
 * @example
 * np.unstack([[1, 2], [3, 4]]).map((row) => row.tolist()); // [[1, 2], [3, 4]]
 */
export function unstack(x: ArrayLike, options?: number | SplitOptions): ndarray[] {
  const { axis } = readAxisOr<SplitOptions>("unstack", options, { axis: 0 });
  const from = toArray("unstack", x);
  const one = checkAxis("unstack", axis, from.ndim);
  const shape = from.shape.filter((_, i) => i !== one);
  return Array.from({ length: from.shape[one] }, (_, i) => reshape(sliceAxis(from, one, i, i + 1), shape));
}
