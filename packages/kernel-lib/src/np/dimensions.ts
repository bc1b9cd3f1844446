import type { ArrayLike } from "../array/asarray";
import { broadcastShapes as commonShape } from "../array/broadcast";
import { checkAxis, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";

/**
 * Gets the length of each axis.
 *
 * @param x - The array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.shape.html
 * @example
 * np.shape([[1, 2, 3], [4, 5, 6]]); // [2, 3]
 */
export function shape(x: ArrayLike): readonly number[] {
  return toArray("shape", x).shape;
}

/**
 * Gets the number of elements, of all or along one axis.
 *
 * @param x - The array.
 * @param axis - The axis, null for all of them. Default: null.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.size.html
 * @example
 * np.size([[1, 2, 3], [4, 5, 6]]); // 6
 * np.size([[1, 2, 3], [4, 5, 6]], 1); // 3
 */
export function size(x: ArrayLike, axis: number | null = null): number {
  const from = toArray("size", x);
  return axis === null ? from.size : from.shape[checkAxis("size", axis, from.ndim)];
}

/**
 * Gets the number of axes.
 *
 * @param x - The array.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndim.html
 * @example
 * np.ndim([[1, 2, 3]]); // 2
 */
export function ndim(x: ArrayLike): number {
  return toArray("ndim", x).ndim;
}

/**
 * Broadcasts arrays with one another: all get the same shape.
 *
 * @param arrays - The arrays.
 * @throws RangeError if the shapes do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.broadcast_arrays.html
 * @example
 * np.broadcastArrays([1, 2], [[3], [4]]).map((x) => x.tolist()); // [[[1, 2], [1, 2]], [[3, 3], [4, 4]]]
 */
export function broadcastArrays(...arrays: ArrayLike[]): ndarray[] {
  const list = arrays.map((x) => toArray("broadcastArrays", x));
  const common = commonShape("broadcastArrays", ...list.map((x) => x.shape));
  return list.map((x) => broadcast(x, common));
}

/**
 * Finds the shape to which shapes broadcast.
 *
 * @param shapes - The shapes.
 * @throws RangeError if they do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.broadcast_shapes.html
 * @example
 * np.broadcastShapes([3, 1], [4]); // [3, 4]
 */
export function broadcastShapes(...shapes: Shape[]): readonly number[] {
  return commonShape("broadcastShapes", ...shapes.map((one) => checkShape("broadcastShapes", one)));
}

/** Gives each of several arrays a shape; one by itself is not in a list. */
function reshaped(
  functionName: string,
  arrays: readonly ArrayLike[],
  longer: (shape: readonly number[]) => readonly number[],
): ndarray | ndarray[] {
  const list = arrays.map((one) => {
    const x = toArray(functionName, one);
    return reshape(x, longer(x.shape));
  });
  return list.length === 1 ? list[0] : list;
}

/** At least so many arrays as one call of {@link atleast1d} and its kin takes, and what they give. */
interface AtLeast {
  (x: ArrayLike): ndarray;
  (...arrays: ArrayLike[]): ndarray[];
}

/**
 * Gives arrays without axes one axis.
 *
 * @param arrays - One or several arrays.
 * @returns The array, or a list of them where several were given.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.atleast_1d.html
 * @example
 * np.atleast1d(5).shape; // [1]
 */
export const atleast1d = ((...arrays: ArrayLike[]) =>
  reshaped("atleast1d", arrays, (own) => (own.length === 0 ? [1] : own))) as AtLeast;

/**
 * Gives arrays at least two axes, new ones in front.
 *
 * @param arrays - One or several arrays.
 * @returns The array, or a list of them where several were given.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.atleast_2d.html
 * @example
 * np.atleast2d([1, 2]).shape; // [1, 2]
 */
export const atleast2d = ((...arrays: ArrayLike[]) =>
  reshaped("atleast2d", arrays, (own) => [1, 1].slice(own.length).concat(own))) as AtLeast;

/**
 * Gives arrays at least three axes: a vector lies along the second one, a matrix gets a last one.
 *
 * @param arrays - One or several arrays.
 * @returns The array, or a list of them where several were given.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.atleast_3d.html
 * @example
 * np.atleast3d([1, 2]).shape; // [1, 2, 1]
 */
export const atleast3d = ((...arrays: ArrayLike[]) =>
  reshaped("atleast3d", arrays, (own) => {
    if (own.length === 0) return [1, 1, 1];
    if (own.length === 1) return [1, own[0], 1];
    return own.length === 2 ? [...own, 1] : own;
  })) as AtLeast;

/** Python's spelling, which cannot be told from the name without its underscore. */
export { atleast1d as atleast_1d, atleast2d as atleast_2d, atleast3d as atleast_3d };
