import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkShape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { reshape } from "../ops/layout";
import { boundIndices, checkIndices, readIndices, type IndexMode } from "./indices";
import { nonzero } from "./searching";
import { add, floorDivide, multiply, remainder } from "./ufuncs";

/**
 * Turns places in an array as one row into places along each of its axes.
 *
 * @param places - Places; negative ones count from the end.
 * @param shape - The lengths of the axes.
 * @returns The places along each axis.
 * @throws RangeError for a place out of bounds.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.unravel_index.html
 * @example
 * np.unravelIndex([5, 2], [2, 3]).map((x) => x.tolist()); // [[1, 0], [2, 2]]
 */
export function unravelIndex(places: ArrayLike, shape: number | readonly number[]): ndarray[] {
  const lengths = checkShape("unravelIndex", shape);
  let rest = readIndices("unravelIndex", places, sizeOf("unravelIndex", lengths));
  const found: ndarray[] = [];
  for (const length of [...lengths].reverse()) {
    found.unshift(remainder(rest, length));
    rest = floorDivide(rest, length);
  }
  return found;
}

/** Options of {@link ravelMultiIndex}. */
export interface RavelOptions {
  /** What becomes of places out of bounds: an error, the one at the end, or counting on. Default: "raise". */
  mode?: "raise" | Exclude<IndexMode, "fill">;
}

/**
 * Turns places along each axis into places in the array as one row.
 *
 * @param places - The places along each axis; they broadcast with one another.
 * @param shape - The lengths of the axes.
 * @param options - What becomes of places out of bounds.
 * @throws RangeError for a place out of bounds, or not one array for each axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ravel_multi_index.html
 * @example
 * np.ravelMultiIndex([[1, 0], [2, 2]], [2, 3]).tolist(); // [5, 2]
 */
export function ravelMultiIndex(
  places: readonly ArrayLike[],
  shape: number | readonly number[],
  options?: RavelOptions,
): ndarray {
  const lengths = checkShape("ravelMultiIndex", shape);
  const { mode = "raise" } = readOptions<RavelOptions>("ravelMultiIndex", options, { mode: "raise" });
  if (!["raise", "clip", "wrap"].includes(mode)) {
    throw new TypeError(
      `ravelMultiIndex: expected mode to be "raise", "clip" or "wrap", got ${describe(mode)}`,
    );
  }
  if (!Array.isArray(places) || places.length !== lengths.length) {
    throw new RangeError(
      `ravelMultiIndex: expected places for each of ${lengths.length} axes, got ${describe(places)}`,
    );
  }
  const along = lengths.map((length, i) =>
    mode === "raise"
      ? checkIndices("ravelMultiIndex", places[i], length)
      : boundIndices("ravelMultiIndex", places[i], length, mode),
  );
  const start = toArray("ravelMultiIndex", 0, "int32");
  return along.reduce((flat, place, i) => add(multiply(flat, lengths[i]), place), start);
}

/**
 * Finds the places where the elements other than 0 are, in the array as one row.
 *
 * @param x - The array.
 * @returns Places, int32.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.flatnonzero.html
 * @example
 * np.flatnonzero([[0, 3], [5, 0]]).tolist(); // [1, 2]
 */
export function flatnonzero(x: ArrayLike): ndarray {
  const from = toArray("flatnonzero", x);
  return nonzero(reshape(from, [from.size]))[0];
}
