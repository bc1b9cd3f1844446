import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkAxis, checkShape, type Shape } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { countingAlong } from "../np/countingAlong";
import { broadcast as repeated } from "../ops/broadcast";
import { reshape as reshaped } from "../ops/layout";
import { convertType } from "../ops/map";

/**
 * Repeats an array along new axes in front.
 *
 * @param operand - The array.
 * @param sizes - The lengths of the new axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcast.html
 * @example
 * jax.lax.broadcast([1, 2], [2]).tolist(); // [[1, 2], [1, 2]]
 */
export function broadcast(operand: ArrayLike, sizes: Shape): ndarray {
  const from = toArray("broadcast", operand);
  return repeated(from, [...checkShape("broadcast", sizes), ...from.shape]);
}

/**
 * Repeats an array to a shape, with each of its axes at a place of that shape.
 *
 * @param operand - The array.
 * @param shape - The shape of the result.
 * @param broadcastDimensions - For each axis of the array, which axis of the result it is, in rising order.
 * @throws RangeError if an axis is neither 1 nor as long as that of the result.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcast_in_dim.html
 * @example
 * jax.lax.broadcastInDim([1, 2], [2, 3], [0]).tolist(); // [[1, 1, 1], [2, 2, 2]]
 */
export function broadcastInDim(
  operand: ArrayLike,
  shape: Shape,
  broadcastDimensions: readonly number[],
): ndarray {
  const name = "broadcastInDim";
  const from = toArray(name, operand);
  const lengths = checkShape(name, shape);
  const places = Array.isArray(broadcastDimensions)
    ? broadcastDimensions.map((axis: number) => checkAxis(name, axis, lengths.length))
    : [];
  const fits = from.shape.every((length, i) => length === 1 || length === lengths[places[i]]);
  if (!fits || places.length !== from.ndim || places.some((place, i) => i > 0 && place <= places[i - 1])) {
    throw new RangeError(
      `${name}: expected a rising place in shape ${formatShape(lengths)} for each axis of shape ` +
        `${formatShape(from.shape)}, got ${describe(broadcastDimensions)}`,
    );
  }
  const spread = lengths.map(() => 1);
  places.forEach((place, i) => (spread[place] = from.shape[i]));
  return repeated(reshaped(from, spread), lengths);
}

/**
 * Makes an array like another, of one number throughout.
 *
 * @param x - The other array.
 * @param fillValue - The number.
 * @param dtype - The dtype. Default: that of `x`.
 * @param shape - The shape. Default: that of `x`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.full_like.html
 * @example
 * jax.lax.fullLike([1, 2], 7).tolist(); // [7, 7]
 */
export function fullLike(
  x: ArrayLike,
  fillValue: ArrayLike,
  dtype?: DType | null,
  shape?: Shape | null,
): ndarray {
  const from = toArray("fullLike", x);
  const value = convertType(
    toArray("fullLike", fillValue),
    readTyping("fullLike", { dtype: dtype ?? undefined }) ?? from.dtype,
  );
  if (!sameShape(value.shape, []))
    throw new RangeError(`fullLike: expected one number, got ${describe(value)}`);
  return repeated(value, shape === null || shape === undefined ? from.shape : checkShape("fullLike", shape));
}

/**
 * Counts along one axis of a shape.
 *
 * @param dtype - The dtype.
 * @param shape - The shape.
 * @param dimension - The axis.
 * @throws RangeError for an axis out of range.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.broadcasted_iota.html
 * @example
 * jax.lax.broadcastedIota("int32", [2, 2], 0).tolist(); // [[0, 0], [1, 1]]
 */
export function broadcastedIota(dtype: DType, shape: Shape, dimension: number): ndarray {
  const name = "broadcastedIota";
  const lengths = checkShape(name, shape);
  const along = checkAxis(name, dimension, lengths.length);
  const type = readTyping(name, { dtype }) ?? "int32";
  return repeated(countingAlong(name, lengths[along], along, lengths.length, type), lengths);
}
