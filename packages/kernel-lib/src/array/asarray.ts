import { readTyping, toArray } from "./coerce";
import type { DType } from "./dtype";
import type { ndarray } from "./ndarray";
import type { TypedArray } from "./traits";

export type { TypedArray } from "./traits";

/** What may stand for an array: an array, a number, a typed array, or lists of these within lists. */
export type ArrayLike = ndarray | number | boolean | TypedArray | readonly ArrayLike[];

/** The dtype of a result, by itself or among options: `np.float32` or `{ dtype: np.float32 }`. */
export type Typing = DType | { dtype?: DType };

/**
 * Makes an array of what may stand for one. Numbers become float32, truth values bool; typed arrays keep their type
 * and share their elements; an array stays the same one.
 *
 * @param x - A number, an array, a typed array, or lists within lists.
 * @param typing - The dtype of the result. Default: that of `x`.
 * @throws TypeError for anything that is not a number; RangeError for lists of unequal length, or a number that an
 * integer dtype cannot hold.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.asarray.html
 * @example
 * np.asarray([[1, 2], [3, 4]]).shape; // [2, 2]
 */
export function asarray(x: ArrayLike, typing?: Typing): ndarray {
  return toArray("asarray", x, readTyping("asarray", typing));
}
