import { formatShape } from "../array/broadcast";
import type { TypedArray } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { gather } from "../ops/gather";
import { sliceAxis } from "../ops/slice";
import { isNumeric } from "../transform/arguments";
import { flatten, pathsOf, printPath, unflatten } from "../transform/tree";

/** Lists of numbers, or lists of such lists: what stands for an array. */
export type NumberLists = readonly (number | boolean | NumberLists)[];

/** A tree of arrays, where a tree of what may stand for them is given. */
export type Rows<T> = T extends ndarray | TypedArray | NumberLists
  ? ndarray
  : { -readonly [K in keyof T]: Rows<T[K]> };

/** Examples in arrays: one array, or a tree of arrays with one row for each example. */
export interface Examples<T> {
  /** The number of examples. */
  readonly count: number;
  /** The examples at some places, in this order. */
  at(places: ndarray): Rows<T>;
  /** The examples from one place to another, which is left out. */
  between(start: number, end: number): Rows<T>;
}

/**
 * Reads arrays whose first axes count the same examples.
 *
 * @param functionName - On whose behalf.
 * @param arrays - An array, or a tree of arrays.
 * @throws TypeError for a leaf that is not an array; RangeError where the first axes differ.
 */
export function examplesOf<T>(functionName: string, arrays: T): Examples<T> {
  const [leaves, structure] = flatten(arrays);
  const paths = pathsOf(structure);
  const own = leaves.map((leaf, i) => {
    if (isNumeric(leaf) && typeof leaf !== "number") return toArray(functionName, leaf);
    throw new TypeError(`${functionName}: expected arrays${place(paths[i])}, got ${describe(leaf)}`);
  });
  if (own.length === 0) throw new TypeError(`${functionName}: expected arrays, got none`);
  const [first] = own;
  const odd = own.findIndex(({ ndim, length }) => ndim === 0 || length !== first.length);
  if (odd >= 0) {
    throw new RangeError(
      `${functionName}: expected arrays with one row for each example, got shapes ${formatShape(first.shape)} and ${formatShape(own[odd].shape)}${place(paths[odd])}`,
    );
  }
  const each = (take: (x: ndarray) => ndarray): Rows<T> => unflatten(structure, own.map(take)) as Rows<T>;
  return {
    count: first.length,
    at: (places) => each((x) => gather(x, places, "clip")),
    between: (start, end) => each((x) => sliceAxis(x, 0, start, end)),
  };
}

const place = (path: readonly (string | number)[]): string =>
  path.length > 0 ? ` at ${printPath(path)}` : "";
