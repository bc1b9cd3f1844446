import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { repr, str } from "../array/printing";

/**
 * Writes an array as NumPy's `print` does: `[0.  0.5 1. ]`.
 *
 * @param x - The array.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array_str.html
 * @example
 * np.arrayStr(np.array([0, 0.5, 1])); // "[0.  0.5 1. ]"
 */
export function arrayStr(x: ArrayLike): string {
  return str(toArray("arrayStr", x));
}

/**
 * Writes an array as Python's console does: `array([0. , 0.5, 1. ], dtype=float32)`.
 *
 * @param x - The array.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array_repr.html
 * @example
 * np.arrayRepr(np.array([0, 0.5, 1])); // "array([0. , 0.5, 1. ], dtype=float32)"
 */
export function arrayRepr(x: ArrayLike): string {
  return repr(toArray("arrayRepr", x));
}
