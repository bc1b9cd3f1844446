import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { formatShape, sizeOf } from "../array/broadcast";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readOptions } from "../array/options";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";

/** Options of {@link meshgrid}. */
export interface MeshgridOptions {
  /** `"xy"`: the first array runs along columns; `"ij"`: along rows. Default: "xy". */
  indexing?: "xy" | "ij";
  /** Whether each array is left at its own length, of length 1 along the other axes. Default: false. */
  sparse?: boolean;
  /** Has no effect but for Python's sake: arrays never change. */
  copy?: boolean;
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
  const { indexing, sparse } = readOptions<MeshgridOptions>("meshgrid", options, {
    indexing: "xy",
    sparse: false,
    copy: true,
  });
  if (indexing !== "xy" && indexing !== "ij") {
    throw new TypeError(`meshgrid: expected indexing to be "xy" or "ij", got ${describe(indexing)}`);
  }
  const axes = (options === undefined ? args : args.slice(0, -1)).map((x) => toArray("meshgrid", x));
  for (const { shape } of axes) {
    if (shape.length > 1) {
      throw new RangeError(`meshgrid: expected arrays of one axis, got shape ${formatShape(shape)}`);
    }
  }
  const { length } = axes;
  // "xy" exchanges the first two axes.
  const axisOf = (i: number): number => (indexing === "xy" && length > 1 && i < 2 ? 1 - i : i);
  const shape = axes.map((_, i) => axes[axisOf(i)].size);
  sizeOf("meshgrid", shape);
  return axes.map((x, i) => {
    const along = reshape(
      x,
      shape.map((one, axis) => (axis === axisOf(i) ? one : 1)),
    );
    return sparse ? along : broadcast(along, shape);
  });
}
