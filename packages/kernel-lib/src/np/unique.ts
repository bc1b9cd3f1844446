import type { ArrayLike } from "../array/asarray";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import { moveAxis, reshape } from "../ops/layout";
import { argsort, inOrder } from "../ops/sort";
import { concrete } from "../ops/tracer";
import { takeAt } from "./indices";

/** Options of {@link unique}. */
export interface UniqueOptions {
  /** The axis along which whole parts are compared, or null for the array as one row. Default: null. */
  axis?: number | null;
  /** Whether to give the index of the first of each, too. Default: false. */
  returnIndex?: boolean;
  /** Whether to give, for each element or part of `x`, its index among the unique ones, too. Default: false. */
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

/** Says which of two rows of a matrix comes first, by the first of their elements that differ. */
function rowsInOrder({ data, shape: [, width] }: ndarray): (a: number, b: number) => number {
  return (a, b) => {
    for (let i = 0; i < width; i++) {
      const order = inOrder(data[a * width + i], data[b * width + i]);
      if (order !== 0) return order;
    }
    return 0;
  };
}

/** The places of a matrix's rows in order; equal ones stay as they are. */
function orderOf(rows: ndarray, compare: (a: number, b: number) => number): Storage {
  const [count, width] = rows.shape;
  if (width === 1) return argsort(reshape(rows, [count]), 0).data;
  return Int32Array.from({ length: count }, (_, i) => i).sort(compare);
}

/**
 * Finds the different elements of an array, in order; NaN counts once. With an axis, its different parts: the different
 * rows of a matrix along axis 0.
 *
 * @param x - The array, seen as one row where no axis is named.
 * @param options - Along which axis, and what to give beside them, in the order index, inverse, counts.
 * @throws RangeError for an axis that `x` does not have.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.unique.html
 * @example
 * np.unique([3, 1, 3]).tolist(); // [1, 3]
 * np.unique([[3, 4], [1, 2], [3, 4]], { axis: 0 }).tolist(); // [[1, 2], [3, 4]]
 */
export function unique<const Options extends Spelled<UniqueOptions> = Record<never, never>>(
  x: ArrayLike,
  options?: Options,
): UniqueResult<Options> {
  const { axis, ...wanted } = readOptions<UniqueOptions>("unique", options, {
    axis: null,
    returnIndex: false,
    returnInverse: false,
    returnCounts: false,
  });
  const given = concrete("unique", toArray("unique", x));
  const isRow = axis === null || axis === undefined;
  const along = isRow ? 0 : checkAxis("unique", axis, given.ndim);
  const from = isRow ? reshape(given, [given.size]) : given;
  const parts = moveAxis(from, along, 0);
  const [count, ...shape] = parts.shape;
  const rows = reshape(parts, [count, shape.reduce((size, length) => size * length, 1)]);
  const compare = rowsInOrder(rows);
  const order = orderOf(rows, compare);
  const first: number[] = [];
  const counts: number[] = [];
  const inverse = new Int32Array(count);
  order.forEach((place, i) => {
    if (i === 0 || compare(order[i - 1], place) !== 0) {
      first.push(place);
      counts.push(0);
    }
    counts[counts.length - 1]++;
    inverse[place] = counts.length - 1;
  });
  const list = (numbers: readonly number[]): ndarray =>
    new ndarray(Int32Array.from(numbers), [numbers.length], "int32");
  const results = [takeAt(from, list(first), along, "clip")];
  if (wanted.returnIndex) results.push(list(first));
  if (wanted.returnInverse) results.push(new ndarray(inverse, isRow ? given.shape : [count], "int32"));
  if (wanted.returnCounts) results.push(list(counts));
  return (results.length === 1 ? results[0] : results) as UniqueResult<Options>;
}
