import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { formatShape, sizeOf, stridesOf } from "../array/broadcast";
import { makeStorage } from "../array/traits";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";

/** Options of {@link meshgrid}. */
export interface MeshgridOptions {
  /** `"xy"`: the first array runs along columns; `"ij"`: along rows. Default: "xy". */
  indexing?: "xy" | "ij";
}

/**
 * Makes the coordinates of a grid out of the coordinates along its axes: one array for each axis.
 *
 * @param args - The coordinates along each axis; last, if wanted, options.
 * @returns For x of length m and y of length n, two arrays of shape `[n, m]`; with `{ indexing: "ij" }` `[m, n]`.
 * @throws RangeError if an array has more than one axis.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.meshgrid.html
 * @example
 * const [X, Y] = np.meshgrid([1, 2, 3], [10, 20]);
 * X.tolist(); // [[1, 2, 3], [1, 2, 3]]
 * Y.tolist(); // [[10, 10, 10], [20, 20, 20]]
 */
export function meshgrid(...args: (ArrayLike | MeshgridOptions)[]): ndarray[] {
  const last = args.at(-1);
  const options = isPlainObject(last) && !(last instanceof ndarray) ? last : undefined;
  const { indexing } = readOptions<MeshgridOptions>("meshgrid", options, { indexing: "xy" });
  if (indexing !== "xy" && indexing !== "ij") {
    throw new TypeError(`meshgrid: expected indexing to be "xy" or "ij", got ${describe(indexing)}`);
  }
  const axes = (options === undefined ? args : args.slice(0, -1)).map((x) => toArray("meshgrid", x));
  for (const { shape } of axes) {
    if (shape.length > 1) {
      throw new RangeError(`meshgrid: expected arrays of one axis, got shape ${formatShape(shape)}`);
    }
  }
  // "xy" exchanges the first two axes.
  const axisOf = (i: number): number => (indexing === "xy" && axes.length > 1 && i < 2 ? 1 - i : i);
  const shape = axes.map((_, i) => axes[axisOf(i)].size);
  const size = sizeOf("meshgrid", shape);
  const strides = stridesOf(shape);
  return axes.map(({ data, dtype }, i) => {
    const stride = strides[axisOf(i)];
    const length = shape[axisOf(i)];
    const result = makeStorage(dtype, size);
    for (let at = 0; at < size; at++) result[at] = data[Math.floor(at / stride) % length];
    return new ndarray(result, shape, dtype);
  });
}
