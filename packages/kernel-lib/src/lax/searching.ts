import type { ArrayLike } from "../array/asarray";
import { checkAxis, checkInteger } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import { sizeOf } from "../array/broadcast";
import { takeAlong } from "../ops/gather";
import { argsort } from "../ops/sort";
import { sliceAxis } from "../ops/slice";

/**
 * Finds the largest elements along an axis, the largest first.
 *
 * @param x - The array.
 * @param k - How many.
 * @param options - The axis. Default: the last one.
 * @returns The elements, and their indices along the axis, int32.
 * @throws RangeError if there are fewer than `k`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.top_k.html
 * @example
 * const [values, places] = jax.lax.topK([3, 9, 5], 2);
 * [values.tolist(), places.tolist()]; // [[9, 5], [1, 2]]
 */
export function topK(
  x: ArrayLike,
  k: number,
  options?: { axis?: number },
): [values: ndarray, indices: ndarray] {
  const from = toArray("topK", x);
  const axis = checkAxis("topK", options?.axis ?? -1, from.ndim);
  const count = checkInteger("topK", "k", k, 0);
  if (count > from.shape[axis]) {
    throw new RangeError(`topK: expected k to be at most ${from.shape[axis]}, got ${count}`);
  }
  const places = sliceAxis(argsort(from, axis, true), axis, 0, count);
  return [takeAlong(from, places, axis, "clip"), places];
}

/**
 * Makes the whole numbers from 0 on.
 *
 * @param dtype - Their dtype.
 * @param size - How many.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.iota.html
 * @example
 * jax.lax.iota("int32", 3).tolist(); // [0, 1, 2]
 */
export function iota(dtype: DType, size: number): ndarray {
  const type = readTyping("iota", { dtype }) ?? "int32";
  const length = sizeOf("iota", [checkInteger("iota", "size", size, 0)]);
  const data = makeStorage(type, length);
  for (let i = 0; i < length; i++) data[i] = i;
  return new ndarray(data, [length], type);
}
