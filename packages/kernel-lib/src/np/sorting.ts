import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readOptions, type Spelled } from "../array/options";
import { mapRows, readAxisOr, rowsOf } from "../array/rows";
import { makeStorage } from "../array/traits";

/** Options of {@link sort} and {@link argsort}. */
export interface SortOptions {
  /** The axis, or null for the array as one row. Default: -1. */
  axis?: number | null;
  /** Whether the largest come first. Default: false. */
  descending?: boolean;
}

/** Numbers in order, what is not a number last. */
function comparison(descending: boolean): (a: number, b: number) => number {
  const sign = descending ? -1 : 1;
  return (a, b) => {
    if (a !== a) return b !== b ? 0 : 1;
    if (b !== b) return -1;
    return a < b ? -sign : a > b ? sign : 0;
  };
}

type Sorter = (row: Storage, compare: (a: number, b: number) => number, descending: boolean) => Storage;

function sorted(
  functionName: string,
  x: ArrayLike,
  options: unknown,
  dtype: "int32" | null,
  sorter: Sorter,
): ndarray {
  const { axis, descending } = readAxisOr<SortOptions>(functionName, options, {
    axis: -1,
    descending: false,
  });
  const given = toArray(functionName, x);
  const flat = axis === null || axis === undefined;
  const from = flat ? new ndarray(given.data, [given.size], given.dtype) : given;
  const rows = rowsOf(functionName, from, flat ? 0 : checkAxis(functionName, axis, from.ndim));
  const row = makeStorage(from.dtype, rows.length);
  const compare = comparison(descending === true);
  return mapRows(from, rows, dtype ?? from.dtype, (data, out, start, length, step) => {
    for (let i = 0; i < length; i++) row[i] = data[start + i * step];
    const result = sorter(row, compare, descending === true);
    for (let i = 0; i < length; i++) out[start + i * step] = result[i];
  });
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
  // A typed array sorts itself as numbers, NaN last; much faster than by comparison.
  return sorted("sort", x, options, null, (row, compare, descending) =>
    descending ? row.sort(compare) : row.sort(),
  );
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
  return sorted("argsort", x, options, "int32", (row, compare) =>
    Uint32Array.from({ length: row.length }, (_, i) => i).sort((a, b) => compare(row[a], row[b]) || a - b),
  );
}

/** Options of {@link searchsorted}. */
export interface SearchsortedOptions {
  /** Whether equal elements are to come after ("left") or before ("right"). Default: "left". */
  side?: "left" | "right";
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
  const sortedArray = toArray("searchsorted", x);
  if (sortedArray.ndim !== 1) {
    throw new RangeError(`searchsorted: expected a sorted array of one axis, got ${describe(sortedArray)}`);
  }
  const places = toArray("searchsorted", values);
  const compare = comparison(false);
  const { data } = sortedArray;
  const out = new Int32Array(places.size);
  for (let i = 0; i < out.length; i++) {
    let [low, high] = [0, data.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = compare(data[middle], places.data[i]);
      if (order < 0 || (order === 0 && side === "right")) low = middle + 1;
      else high = middle;
    }
    out[i] = low;
  }
  return new ndarray(out, places.shape, "int32");
}

/** Options of {@link unique}. */
export interface UniqueOptions {
  /** Whether to give the index of the first of each, too. Default: false. */
  returnIndex?: boolean;
  /** Whether to give, for each element of `x`, its index among the unique ones, too. Default: false. */
  returnInverse?: boolean;
  /** Whether to give how often each occurs, too. Default: false. */
  returnCounts?: boolean;
}

/** One of the options of {@link unique} is on, in either spelling. */
type MoreThanValues =
  | { returnIndex: true }
  | { returnInverse: true }
  | { returnCounts: true }
  | { return_index: true }
  | { return_inverse: true }
  | { return_counts: true };

/** What {@link unique} gives: one array, or a list where more is asked for. */
export type UniqueResult<Options> = Options extends MoreThanValues ? ndarray[] : ndarray;

/**
 * Finds the different elements of an array, in order; NaN counts once.
 *
 * @param x - The array, seen as one row.
 * @param options - What to give beside them, in the order index, inverse, counts.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.unique.html
 * @example
 * np.unique([3, 1, 3]).tolist(); // [1, 3]
 */
export function unique<const Options extends Spelled<UniqueOptions> = Record<never, never>>(
  x: ArrayLike,
  options?: Options,
): UniqueResult<Options> {
  const wanted = readOptions<UniqueOptions>("unique", options, {
    returnIndex: false,
    returnInverse: false,
    returnCounts: false,
  });
  const from = toArray("unique", x);
  const { data } = from;
  const order = argsort(from, { axis: null }).data;
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Int32Array(data.length);
  const compare = comparison(false);
  order.forEach((place, i) => {
    if (i === 0 || compare(data[order[i - 1]], data[place]) !== 0) {
      first.push(place);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[place] = counts.length - 1;
  });
  const values = makeStorage(from.dtype, first.length);
  first.forEach((place, i) => {
    values[i] = data[place];
  });
  const list = (numbers: readonly number[]): ndarray =>
    new ndarray(Int32Array.from(numbers), [numbers.length], "int32");
  const results = [new ndarray(values, [values.length], from.dtype)];
  if (wanted.returnIndex) results.push(list(first));
  if (wanted.returnInverse) results.push(new ndarray(inverse, from.shape, "int32"));
  if (wanted.returnCounts) results.push(list(counts));
  return (results.length === 1 ? results[0] : results) as UniqueResult<Options>;
}
