import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { concatenate } from "../ops/concatenate";
import { reshape } from "../ops/layout";
import { full } from "../ops/map";
import { searchsorted } from "../ops/searchsorted";
import { sort } from "../ops/sort";
import { concrete } from "../ops/tracer";
import { takeAt } from "./indices";
import { combined } from "./operands";
import { compress } from "./taking";
import { unique } from "./unique";
import { equal, logicalNot } from "./ufuncs";

/** Options of {@link isin}. */
export interface IsinOptions {
  /** Whether to tell which elements are not among the others. Default: false. */
  invert?: boolean;
}

/** Which elements of an array are among those of another one. */
function among(x: ndarray, others: ndarray): ndarray {
  if (others.size === 0) return full(0, x.shape, "bool");
  const sorted = sort(reshape(others, [others.size]), 0);
  return equal(takeAt(sorted, searchsorted(sorted, x, "left"), 0, "clip"), x);
}

/**
 * Tells which elements are among those of another array. NaN is among none.
 *
 * @param x - The elements.
 * @param others - What they may be among.
 * @param options - Whether to tell the contrary.
 * @returns Truth values of the shape of `x`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isin.html
 * @example
 * np.isin([1, 2, 3], [3, 1]).tolist(); // [true, false, true]
 */
export function isin(x: ArrayLike, others: ArrayLike, options?: IsinOptions): ndarray {
  const { invert } = readOptions<IsinOptions>("isin", options, { invert: false });
  const [from, set] = combined("isin", [x, others]);
  const result = among(from, set);
  return invert ? logicalNot(result) : result;
}

/** Both arrays with each of their elements once, whose values have to be known. */
const sets = (functionName: string, x: ArrayLike, y: ArrayLike): ndarray[] =>
  combined(functionName, [x, y]).map((one) => unique(concrete(functionName, one)));

/**
 * Finds the elements that are in one of two arrays, or in both, in order.
 *
 * @param x - The first array, seen as one row.
 * @param y - The second array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.union1d.html
 * @example
 * np.union1d([3, 1], [1, 2]).tolist(); // [1, 2, 3]
 */
export function union1d(x: ArrayLike, y: ArrayLike): ndarray {
  return unique(concatenate(sets("union1d", x, y), 0));
}

/**
 * Finds the elements that are in both of two arrays, in order.
 *
 * @param x - The first array, seen as one row.
 * @param y - The second array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.intersect1d.html
 * @example
 * np.intersect1d([3, 1, 2], [1, 3, 5]).tolist(); // [1, 3]
 */
export function intersect1d(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = sets("intersect1d", x, y);
  return compress(among(a, b), a);
}

/**
 * Finds the elements of the first array that are not in the second, in order.
 *
 * @param x - The first array, seen as one row.
 * @param y - The second array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.setdiff1d.html
 * @example
 * np.setdiff1d([3, 1, 2], [1, 5]).tolist(); // [2, 3]
 */
export function setdiff1d(x: ArrayLike, y: ArrayLike): ndarray {
  const [a, b] = sets("setdiff1d", x, y);
  return compress(logicalNot(among(a, b)), a);
}

/**
 * Finds the elements that are in one of two arrays but not in both, in order.
 *
 * @param x - The first array, seen as one row.
 * @param y - The second array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.setxor1d.html
 * @example
 * np.setxor1d([3, 1], [1, 5]).tolist(); // [3, 5]
 */
export function setxor1d(x: ArrayLike, y: ArrayLike): ndarray {
  return union1d(setdiff1d(x, y), setdiff1d(y, x));
}

/**
 * Finds the different elements of an array, in order: {@link unique} under the array API's name.
 *
 * @param x - The array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unique_values.html
 * @example
 * np.uniqueValues([3, 1, 3]).tolist(); // [1, 3]
 */
export function uniqueValues(x: ArrayLike): ndarray {
  return unique(toArray("uniqueValues", x));
}

/**
 * Finds the different elements of an array, in order, and how often each occurs.
 *
 * @param x - The array, seen as one row.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unique_counts.html
 * @example
 * np.uniqueCounts([3, 1, 3]).counts.tolist(); // [1, 2]
 */
export function uniqueCounts(x: ArrayLike): { values: ndarray; counts: ndarray } {
  const [values, counts] = unique(toArray("uniqueCounts", x), { returnCounts: true });
  return { values, counts };
}

/**
 * Finds the different elements of an array, in order, and for each element which of them it is.
 *
 * @param x - The array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unique_inverse.html
 * @example
 * np.uniqueInverse([3, 1, 3]).inverseIndices.tolist(); // [1, 0, 1]
 */
export function uniqueInverse(x: ArrayLike): { values: ndarray; inverseIndices: ndarray } {
  const [values, inverseIndices] = unique(toArray("uniqueInverse", x), { returnInverse: true });
  return { values, inverseIndices };
}

/**
 * Finds the different elements of an array, in order, and all that is known of them.
 *
 * @param x - The array.
 * @returns The elements, where the first of each is, which of them each element is, and how often each occurs.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unique_all.html
 * @example
 * np.uniqueAll([3, 1, 3]).indices.tolist(); // [1, 0]
 */
export function uniqueAll(x: ArrayLike): Record<"values" | "indices" | "inverseIndices" | "counts", ndarray> {
  const all = { returnIndex: true, returnInverse: true, returnCounts: true } as const;
  const [values, indices, inverseIndices, counts] = unique(toArray("uniqueAll", x), all);
  return { values, indices, inverseIndices, counts };
}
