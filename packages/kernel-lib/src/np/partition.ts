import type { ArrayLike } from "../array/asarray";
import { checkAxis, checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr } from "../array/rows";
import { argsort, sort } from "../ops/sort";
import { takeAlong } from "../ops/gather";
import { add, full, scalar } from "../ops/map";
import { cumulative } from "../ops/cumulative";

/** Options of {@link partition}, {@link argpartition} and {@link lexsort}. */
export interface OneAxisOptions {
  /** The axis. Default: -1. */
  axis?: number;
}

/** Reads the place that divides smaller from larger elements. */
function readPartition(functionName: string, x: ArrayLike, kth: number, options: unknown): [ndarray, number] {
  const { axis } = readAxisOr<OneAxisOptions>(functionName, options, { axis: -1 });
  const from = toArray(functionName, x);
  const along = checkAxis(functionName, axis, from.ndim);
  const length = from.shape[along];
  const place = checkInteger(functionName, "kth", kth);
  if (place >= -length && place < length) return [from, along];
  throw new RangeError(`${functionName}: kth ${place} is out of bounds for an axis of length ${length}`);
}

/**
 * Divides elements: before place `kth` of the sorted array are none larger, behind it none smaller. Here all of them
 * are in order, which is one such division.
 *
 * @param x - The array.
 * @param kth - The place.
 * @param options - The axis, or options. Default: the last axis.
 * @throws RangeError for a place out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.partition.html
 * @example
 * np.partition([3, 1, 2], 1).at(1).item(); // 2
 */
export function partition(x: ArrayLike, kth: number, options?: number | OneAxisOptions): ndarray {
  return sort(...readPartition("partition", x, kth, options));
}

/**
 * Finds the places that divide elements as {@link partition} does.
 *
 * @param x - The array.
 * @param kth - The place.
 * @param options - The axis, or options. Default: the last axis.
 * @returns Indices, int32.
 * @throws RangeError for a place out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.argpartition.html
 * @example
 * np.argpartition([3, 1, 2], 1).at(1).item(); // 2
 */
export function argpartition(x: ArrayLike, kth: number, options?: number | OneAxisOptions): ndarray {
  return argsort(...readPartition("argpartition", x, kth, options));
}

/**
 * Finds the indices that sort by several keys: by the last one, equal ones by the one before, and so on.
 *
 * @param keys - The keys, all of one shape.
 * @param options - The axis, or options. Default: the last axis.
 * @returns Indices, int32.
 * @throws TypeError if there is no key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.lexsort.html
 * @example
 * np.lexsort([[2, 1, 3], [1, 1, 0]]).tolist(); // [2, 1, 0]
 */
export function lexsort(keys: readonly ArrayLike[] | ndarray, options?: number | OneAxisOptions): ndarray {
  const { axis } = readAxisOr<OneAxisOptions>("lexsort", options, { axis: -1 });
  if (!Array.isArray(keys) && !(keys instanceof ndarray)) {
    throw new TypeError(`lexsort: expected a list of keys, got ${describe(keys)}`);
  }
  const list = [...(keys as Iterable<ArrayLike>)].map((key) => toArray("lexsort", key));
  if (list.length === 0) throw new TypeError("lexsort: expected at least one key, got none");
  const along = checkAxis("lexsort", axis, list[0].ndim);
  // Places 0, 1, 2, …; each key then puts them in order and leaves equal ones as they are.
  const ones = full(1, list[0].shape, "int32");
  let order = add(cumulative("sum", ones, along), scalar(-1, "int32"));
  for (const key of list) {
    const next = argsort(takeAlong(key, order, along, "clip"), along);
    order = takeAlong(order, next, along, "clip");
  }
  return order;
}
