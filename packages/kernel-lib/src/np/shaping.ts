import type { ArrayLike, Typing } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkAxes, checkAxis, checkBroadcasts, checkInteger, checkShape, type Shape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readNamed } from "../array/options";
import { readAxisOr, type Axis, type AxisOr } from "../array/rows";
import { broadcast } from "../ops/broadcast";
import { reshape as reshaped, transpose as reordered } from "../ops/layout";
import { convertType } from "../ops/map";

/**
 * Converts the elements to another dtype. A float beyond an integer's range becomes its nearest end, what is not a
 * number becomes 0, integers among themselves wrap, as in JAX.
 *
 * @param x - The array.
 * @param typing - The dtype.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ndarray.astype.html
 * @example
 * np.astype([0.5, 1.5], np.int32).tolist(); // [0, 1]
 */
export function astype(x: ArrayLike, typing: Typing): ndarray {
  const dtype = readTyping("astype", typing);
  if (dtype === undefined) throw new TypeError("astype: expected a dtype, got none");
  return convertType(toArray("astype", x), dtype);
}

/**
 * Gives the same elements another shape.
 *
 * @param x - The array.
 * @param shape - The new lengths, as a list, one by one, or as an option; one of them may be -1 and is worked out.
 * @throws RangeError if the sizes differ.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.reshape.html
 * @example
 * np.reshape([1, 2, 3, 4], [2, -1]).tolist(); // [[1, 2], [3, 4]]
 * np.arange(6).reshape(2, 3).shape; // [2, 3]
 */
export function reshape(
  x: ArrayLike,
  ...shape: [readonly number[] | { shape: number | readonly number[] }] | number[]
): ndarray {
  const from = toArray("reshape", x);
  let [first] = shape as unknown[];
  if (isPlainObject(first)) {
    first = readNamed<{ shape?: Shape }>("reshape", {}, first, { shape: undefined }).shape;
    if (typeof first === "number") first = [first];
  }
  const given = (Array.isArray(first) ? first : shape) as readonly number[];
  if (shape.length > 1 && Array.isArray(first)) {
    throw new TypeError(`reshape: expected one list of lengths, got ${describe(shape[1])} after it`);
  }
  const wanted = given.map((length) => checkInteger("reshape", "each length", length));
  const open = wanted.filter((length) => length === -1).length;
  for (const length of wanted) checkInteger("reshape", "each length", length, open === 1 ? -1 : 0);
  const known = wanted.reduce((product, length) => (length === -1 ? product : product * length), 1);
  const missing = from.size / (known || 1);
  const lengths = wanted.map((length) => (length === -1 ? missing : length));
  if ((open === 1 ? missing * known : known) !== from.size || !lengths.every(Number.isInteger)) {
    const shapes = `${formatShape(from.shape)} of ${from.size} elements, got ${formatShape(wanted)}`;
    throw new RangeError(`reshape: expected a shape that fits ${shapes}`);
  }
  return reshaped(from, lengths);
}

/**
 * Reorders the axes.
 *
 * @param x - The array.
 * @param args - For each axis of the result, the axis of `x` it comes from, as a list, one by one, or as an option.
 * Default: reversed.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.transpose.html
 * @example
 * np.transpose([[1, 2], [3, 4]]).tolist(); // [[1, 3], [2, 4]]
 */
export function transpose(
  x: ArrayLike,
  ...args: [axes?: readonly number[] | null | { axes?: readonly number[] | null }] | number[]
): ndarray {
  const from = toArray("transpose", x);
  const [first] = args;
  const given = typeof first === "number" ? args : first;
  const { axes } = readNamed<{ axes?: readonly number[] | null }>("transpose", { axes: given }, undefined, {
    axes: null,
  });
  const order = axes ? checkAxes("transpose", axes, from.ndim) : from.shape.map((_, i) => from.ndim - 1 - i);
  if (order.length !== from.ndim) {
    throw new RangeError(`transpose: expected ${from.ndim} axes, got ${order.length}`);
  }
  return reordered(from, order);
}

/**
 * Repeats elements along axes of length 1, and along new first axes, until the array has a shape.
 *
 * @param x - The array.
 * @param shape - The shape.
 * @throws RangeError if the array does not broadcast to the shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.broadcast_to.html
 * @example
 * np.broadcastTo([1, 2], [2, 2]).tolist(); // [[1, 2], [1, 2]]
 */
export function broadcastTo(x: ArrayLike, shape: Shape | { shape: Shape }): ndarray {
  const from = toArray("broadcastTo", x);
  const read = readNamed<{ shape?: Shape }>("broadcastTo", { shape }, undefined, { shape: undefined });
  const lengths = checkShape("broadcastTo", read.shape);
  checkBroadcasts("broadcastTo", from.shape, lengths);
  return broadcast(from, lengths);
}

/**
 * Lays the elements out along one axis.
 *
 * @param x - The array.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ravel.html
 * @example
 * np.ravel([[1, 2], [3, 4]]).tolist(); // [1, 2, 3, 4]
 */
export function ravel(x: ArrayLike): ndarray {
  const from = toArray("ravel", x);
  return reshaped(from, [from.size]);
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
  return reshaped(
    from,
    from.shape.filter((length, i) => (axes ? !axes.includes(i) : length !== 1)),
  );
}

/**
 * Inserts axes of length 1.
 *
 * @param x - The array.
 * @param axis - Where they are in the result, one or several, or options.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.expand_dims.html
 * @example
 * np.expandDims([1, 2], 0).shape; // [1, 2]
 */
export function expandDims(
  x: ArrayLike,
  axis: number | readonly number[] | { axis: number | readonly number[] },
): ndarray {
  const from = toArray("expandDims", x);
  const given = readAxisOr<{ axis?: Axis }>("expandDims", axis, { axis: undefined }).axis;
  const count = Array.isArray(given) ? given.length : 1;
  const axes = checkAxes("expandDims", given, from.ndim + count);
  const lengths = [...from.shape];
  const shape = Array.from({ length: from.ndim + count }, (_, i) =>
    axes.includes(i) ? 1 : (lengths.shift() ?? 1),
  );
  return reshaped(from, shape);
}

/**
 * Exchanges two axes.
 *
 * @param x - The array.
 * @param axis1 - The first axis; from the end if negative.
 * @param axis2 - The second axis; from the end if negative.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.swapaxes.html
 * @example
 * np.swapaxes(np.ones([2, 3, 4]), 0, 2).shape; // [4, 3, 2]
 */
export function swapaxes(
  x: ArrayLike,
  axis1: number | { axis1: number; axis2: number },
  axis2?: number,
): ndarray {
  const from = toArray("swapaxes", x);
  const read = readNamed<{ axis1?: number; axis2?: number }>("swapaxes", { axis1, axis2 }, undefined, {
    axis1: undefined,
    axis2: undefined,
  });
  const [a, b] = [read.axis1, read.axis2].map((axis) => checkAxis("swapaxes", axis, from.ndim));
  return reordered(
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
  source:
    | number
    | readonly number[]
    | { source: number | readonly number[]; destination: number | readonly number[] },
  destination?: number | readonly number[],
): ndarray {
  const from = toArray("moveaxis", x);
  const read = readNamed<{ source?: unknown; destination?: unknown }>(
    "moveaxis",
    { source, destination },
    undefined,
    { source: undefined, destination: undefined },
  );
  const [sources, targets] = [read.source, read.destination].map((axes) =>
    checkAxes("moveaxis", axes, from.ndim),
  );
  if (sources.length !== targets.length) {
    throw new RangeError(
      `moveaxis: expected as many destinations as sources, got ${targets.length} and ${sources.length}`,
    );
  }
  const rest = from.shape.map((_, i) => i).filter((i) => !sources.includes(i));
  const order = from.shape.map((_, i) =>
    targets.includes(i) ? sources[targets.indexOf(i)] : (rest.shift() ?? i),
  );
  return reordered(from, order);
}

/**
 * Exchanges the last two axes.
 *
 * @param x - A matrix, or a stack of them.
 * @throws RangeError if there are fewer than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.matrix_transpose.html
 * @example
 * np.matrixTranspose(np.ones([2, 3, 4])).shape; // [2, 4, 3]
 */
export function matrixTranspose(x: ArrayLike): ndarray {
  const from = toArray("matrixTranspose", x);
  if (from.ndim < 2) {
    throw new RangeError(`matrixTranspose: expected a matrix, got shape ${formatShape(from.shape)}`);
  }
  return swapaxes(from, -1, -2);
}

/**
 * Moves an axis in front of another one; {@link moveaxis} is easier to read.
 *
 * @param x - The array.
 * @param axis - Which axis.
 * @param start - In front of which axis it goes. Default: 0.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.rollaxis.html
 * @example
 * np.rollaxis(np.ones([2, 3, 4]), 2).shape; // [4, 2, 3]
 */
export function rollaxis(x: ArrayLike, axis: number, start: number = 0): ndarray {
  const from = toArray("rollaxis", x);
  const source = checkAxis("rollaxis", axis, from.ndim);
  const before = start === from.ndim ? start : checkAxis("rollaxis", start, from.ndim);
  return moveaxis(from, source, before > source ? before - 1 : before);
}

/** The same as {@link transpose}, under the array API's name. */
export const permuteDims = transpose;
