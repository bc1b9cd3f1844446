import type { ArrayLike, Typing } from "../array/asarray";
import { readTyping, toArray } from "../array/coerce";
import { formatShape } from "../array/broadcast";
import { checkAxes, checkAxis, checkInteger, checkShape, type Shape } from "../array/checks";
import { convertStorage } from "../array/traits";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr, reordered, type Axis, type AxisOr } from "../array/rows";
import { stretched } from "../array/stretch";

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

/**
 * Lays the elements out along one axis.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ravel.html
 * @example
 * np.ravel([[1, 2], [3, 4]]).tolist(); // [1, 2, 3, 4]
 */
export function ravel(x: ArrayLike): ndarray {
  const from = toArray("ravel", x);
  return new ndarray(from.data, [from.size], from.dtype);
}

/**
 * Removes axes of length 1.
 *
 * @param x - The array.
 * @param axis - Which of them, one or several. Default: all.
 * @throws RangeError if one of them has another length.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.squeeze.html
 * @example
 * np.squeeze(np.ones([1, 3, 1])).shape; // [3]
 */
export function squeeze(x: ArrayLike, axis?: AxisOr<{ axis?: Axis }>): ndarray {
  const from = toArray("squeeze", x);
  const given = readAxisOr<{ axis?: Axis }>("squeeze", axis, { axis: null }).axis;
  const axes = given === null || given === undefined ? undefined : checkAxes("squeeze", given, from.ndim);
  const wrong = axes?.find((one) => from.shape[one] !== 1);
  if (wrong !== undefined) {
    throw new RangeError(`squeeze: expected axis ${wrong} to have length 1, got ${from.shape[wrong]}`);
  }
  const shape = from.shape.filter((length, i) => (axes ? !axes.includes(i) : length !== 1));
  return new ndarray(from.data, shape, from.dtype);
}

/**
 * Inserts axes of length 1.
 *
 * @param x - The array.
 * @param axis - Where they are in the result, one or several.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.expand_dims.html
 * @example
 * np.expandDims([1, 2], 0).shape; // [1, 2]
 */
export function expandDims(x: ArrayLike, axis: number | readonly number[]): ndarray {
  const from = toArray("expandDims", x);
  const count = Array.isArray(axis) ? axis.length : 1;
  const axes = checkAxes("expandDims", axis, from.ndim + count);
  const lengths = [...from.shape];
  const shape = Array.from({ length: from.ndim + count }, (_, i) =>
    axes.includes(i) ? 1 : (lengths.shift() ?? 1),
  );
  return new ndarray(from.data, shape, from.dtype);
}

/**
 * Exchanges two axes.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.swapaxes.html
 * @example
 * np.swapaxes(np.ones([2, 3, 4]), 0, 2).shape; // [4, 3, 2]
 */
export function swapaxes(x: ArrayLike, first: number, second: number): ndarray {
  const from = toArray("swapaxes", x);
  const [a, b] = [checkAxis("swapaxes", first, from.ndim), checkAxis("swapaxes", second, from.ndim)];
  return transpose(
    from,
    from.shape.map((_, i) => (i === a ? b : i === b ? a : i)),
  );
}

/**
 * Moves axes to other places; the others keep their order.
 *
 * @param x - The array.
 * @param source - Which axes, one or several.
 * @param destination - Where they go, one for each.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.moveaxis.html
 * @example
 * np.moveaxis(np.ones([2, 3, 4]), 0, -1).shape; // [3, 4, 2]
 */
export function moveaxis(
  x: ArrayLike,
  source: number | readonly number[],
  destination: number | readonly number[],
): ndarray {
  const from = toArray("moveaxis", x);
  const [sources, targets] = [source, destination].map((axes) => checkAxes("moveaxis", axes, from.ndim));
  if (sources.length !== targets.length) {
    throw new RangeError(
      `moveaxis: expected as many destinations as sources, got ${targets.length} and ${sources.length}`,
    );
  }
  const rest = from.shape.map((_, i) => i).filter((i) => !sources.includes(i));
  const order = from.shape.map((_, i) =>
    targets.includes(i) ? sources[targets.indexOf(i)] : (rest.shift() ?? i),
  );
  return transpose(from, order);
}
