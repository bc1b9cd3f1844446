import type { ArrayLike, Typing } from "./asarray";
import { readTyping, toArray } from "./coerce";
import { formatShape } from "./broadcast";
import { checkAxes, checkInteger, checkShape, type Shape } from "./checks";
import { convertStorage } from "./traits";
import { ndarray } from "./ndarray";
import { describe } from "./options";
import { reordered } from "./rows";
import { stretched } from "./stretch";

/**
 * Converts the elements to another dtype. A float beyond an integer's range becomes its nearest end, what is not a
 * number becomes 0, integers among themselves wrap, as in JAX.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ndarray.astype.html
 * @example
 * np.astype([0.5, 1.5], np.int32).tolist(); // [0, 1]
 */
export function astype(x: ArrayLike, typing: Typing): ndarray {
  const dtype = readTyping("astype", typing);
  if (dtype === undefined) throw new TypeError("astype: expected a dtype, got none");
  const from = toArray("astype", x);
  if (from.dtype === dtype) return from;
  return new ndarray(convertStorage(from.data, from.dtype, dtype), from.shape, dtype);
}

/**
 * Gives the same elements another shape.
 *
 * @param x - The array.
 * @param shape - The new lengths, as a list or one by one; one of them may be -1 and is worked out.
 * @throws RangeError if the sizes differ.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.reshape.html
 * @example
 * np.reshape([1, 2, 3, 4], [2, -1]).tolist(); // [[1, 2], [3, 4]]
 * np.arange(6).reshape(2, 3).shape; // [2, 3]
 */
export function reshape(x: ArrayLike, ...shape: [readonly number[]] | number[]): ndarray {
  const from = toArray("reshape", x);
  const wanted = (Array.isArray(shape[0]) ? shape[0] : shape) as readonly number[];
  if (shape.length > 1 && Array.isArray(shape[0])) {
    throw new TypeError(`reshape: expected one list of lengths, got ${describe(shape[1])} after it`);
  }
  const open = wanted.filter((length) => length === -1).length;
  for (const length of wanted) checkInteger("reshape", "each length", length, open === 1 ? -1 : 0);
  const known = wanted.reduce((product, length) => (length === -1 ? product : product * length), 1);
  const missing = from.size / known;
  const lengths = wanted.map((length) => (length === -1 ? missing : length));
  if ((open === 1 ? missing * known : known) !== from.size || !lengths.every(Number.isInteger)) {
    const shapes = `${formatShape(from.shape)} of ${from.size} elements, got ${formatShape(wanted)}`;
    throw new RangeError(`reshape: expected a shape that fits ${shapes}`);
  }
  return new ndarray(from.data, lengths, from.dtype);
}

/**
 * Reorders the axes.
 *
 * @param x - The array.
 * @param axes - For each axis of the result, the axis of `x` it comes from. Default: reversed.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.transpose.html
 * @example
 * np.transpose([[1, 2], [3, 4]]).tolist(); // [[1, 3], [2, 4]]
 */
export function transpose(x: ArrayLike, axes?: readonly number[] | null): ndarray {
  const from = toArray("transpose", x);
  const order = axes ? checkAxes("transpose", axes, from.ndim) : from.shape.map((_, i) => from.ndim - 1 - i);
  if (order.length !== from.ndim) {
    throw new RangeError(`transpose: expected ${from.ndim} axes, got ${order.length}`);
  }
  const shape = order.map((axis) => from.shape[axis]);
  return new ndarray(reordered(from, order), shape, from.dtype);
}

/**
 * Repeats elements along axes of length 1, and along new first axes, until the array has a shape.
 *
 * @throws RangeError if the array does not broadcast to the shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.broadcast_to.html
 * @example
 * np.broadcastTo([1, 2], [2, 2]).tolist(); // [[1, 2], [1, 2]]
 */
export function broadcastTo(x: ArrayLike, shape: Shape): ndarray {
  const from = toArray("broadcastTo", x);
  return stretched("broadcastTo", from, checkShape("broadcastTo", shape));
}
