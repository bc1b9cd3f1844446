import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { readAxisOr } from "../array/rows";
import { reshape } from "../ops/layout";
import { searchsorted as searchRow, type Side } from "../ops/searchsorted";
import { argsort as argsortAlong, sort as sortAlong } from "../ops/sort";
import { combined } from "./operands";

/** Options of {@link sort} and {@link argsort}. */
export interface SortOptions {
  /** The axis, or null for the array as one row. Default: -1. */
  axis?: number | null;
  /** Whether the largest come first. Default: false. */
  descending?: boolean;
}

/** Reads what to sort: the array, as one row where no axis is named, and how. */
function readSort(
  functionName: string,
  x: ArrayLike,
  options: unknown,
): [x: ndarray, axis: number, descending: boolean] {
  const { axis, descending } = readAxisOr<SortOptions>(functionName, options, {
    axis: -1,
    descending: false,
  });
  const given = toArray(functionName, x);
  if (axis === null || axis === undefined) return [reshape(given, [given.size]), 0, descending === true];
  return [given, checkAxis(functionName, axis, given.ndim), descending === true];
}

/**
 * Sorts elements along an axis, NaN last.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options. Default: the last axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.sort.html
 * @example
 * np.sort([3, 1, 2]).tolist(); // [1, 2, 3]
 */
export function sort(x: ArrayLike, options?: number | null | SortOptions): ndarray {
  return sortAlong(...readSort("sort", x, options));
}

/**
 * Finds the indices that sort an array along an axis, NaN last; equal elements keep their order.
 *
 * @param x - The array.
 * @param options - The axis, null for the array as one row, or options. Default: the last axis.
 * @returns Indices, int32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.argsort.html
 * @example
 * np.argsort([3, 1, 2]).tolist(); // [1, 2, 0]
 */
export function argsort(x: ArrayLike, options?: number | null | SortOptions): ndarray {
  return argsortAlong(...readSort("argsort", x, options));
}

/** Options of {@link searchsorted}. */
export interface SearchsortedOptions {
  /** Whether equal elements are to come after ("left") or before ("right"). Default: "left". */
  side?: Side;
}

/**
 * Finds where elements would go into a sorted array.
 *
 * @param x - A sorted array of one axis.
 * @param values - The elements.
 * @param options - On which side of equal elements.
 * @returns Indices of the shape of `values`, int32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.searchsorted.html
 * @example
 * np.searchsorted([1, 2, 3], [0, 2.5]).tolist(); // [0, 2]
 */
export function searchsorted(x: ArrayLike, values: ArrayLike, options?: SearchsortedOptions): ndarray {
  const { side } = readOptions<SearchsortedOptions>("searchsorted", options, { side: "left" });
  if (side !== "left" && side !== "right") {
    throw new TypeError(`searchsorted: expected side to be "left" or "right", got ${describe(side)}`);
  }
  const sorted = toArray("searchsorted", x);
  if (sorted.ndim !== 1) {
    throw new RangeError(`searchsorted: expected a sorted array of one axis, got ${describe(sorted)}`);
  }
  const [row, places] = combined("searchsorted", [sorted, values]);
  return searchRow(row, places, side);
}
