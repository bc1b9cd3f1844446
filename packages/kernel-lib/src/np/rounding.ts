import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readNamed } from "../array/options";
import { isFloating } from "../array/traits";
import { divide, multiply, rint } from "./ufuncs";

/**
 * Rounds to a number of decimals; halves go to the even neighbour.
 *
 * @param x - The numbers.
 * @param decimals - How many digits after the point, by itself or by name; negative ones count before it. Default: 0.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.round.html
 * @example
 * np.round([0.5, 1.5, 2.25]).tolist(); // [0, 2, 2]
 * np.round([3.14159], 2).toString(); // "[3.14]"
 */
export function round(x: ArrayLike, decimals: number | { decimals?: number } = 0): ndarray {
  const read = readNamed("round", { decimals }, undefined, { decimals: 0 });
  const digits = checkInteger("round", "decimals", read.decimals);
  const from = toArray("round", x);
  if (!isFloating(from.dtype) && digits >= 0) return from;
  if (digits === 0) return rint(from);
  const scale = 10 ** Math.abs(digits);
  return digits > 0 ? divide(rint(multiply(from, scale)), scale) : multiply(rint(divide(from, scale)), scale);
}
