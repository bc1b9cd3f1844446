import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape, sizeOf } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr } from "../array/rows";
import { makeStorage } from "../array/traits";

/** Options of {@link concatenate} and {@link stack}. */
export interface JoinOptions {
  /** The axis along which arrays are joined. Default: 0. */
  axis?: number | null;
}

function listOf(functionName: string, arrays: readonly ArrayLike[]): ndarray[] {
  if (!Array.isArray(arrays) && !(arrays instanceof ndarray)) {
    throw new TypeError(`${functionName}: expected a list of arrays, got ${describe(arrays)}`);
  }
  const list = [...(arrays as Iterable<ArrayLike>)].map((x) => toArray(functionName, x));
  if (list.length === 0) throw new RangeError(`${functionName}: expected at least one array, got none`);
  return list;
}

function joined(functionName: string, list: readonly ndarray[], axis: number): ndarray {
  const [first] = list;
  const others = (x: ndarray): number[] => x.shape.filter((_, i) => i !== axis);
  for (const x of list) {
    if (x.ndim !== first.ndim || !sameShape(others(x), others(first))) {
      const shapes = `${formatShape(first.shape)} and ${formatShape(x.shape)}`;
      throw new RangeError(`${functionName}: shapes ${shapes} differ in more than axis ${axis}`);
    }
  }
  const total = list.reduce((sum, x) => sum + x.shape[axis], 0);
  const shape = first.shape.map((length, i) => (i === axis ? total : length));
  const dtype = resultType(...list);
  const out = makeStorage(dtype, sizeOf(functionName, shape));
  const outer = shape.slice(0, axis).reduce((product, length) => product * length, 1);
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  let place = 0;
  for (const x of list) {
    const { data } = toArray(functionName, x, dtype);
    const block = x.shape[axis] * inner;
    for (let i = 0; i < outer; i++)
      out.set(data.subarray(i * block, (i + 1) * block), i * total * inner + place);
    place += block;
  }
  return new ndarray(out, shape, dtype);
}

/**
 * Joins arrays along an axis they have.
 *
 * @param arrays - Arrays whose shapes differ along that axis only.
 * @param options - The axis, null to flatten them first, or options. Default: 0.
 * @throws RangeError if the shapes do not fit.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.concatenate.html
 * @example
 * np.concatenate([[1, 2], [3]]).tolist(); // [1, 2, 3]
 */
export function concatenate(arrays: readonly ArrayLike[], options?: number | null | JoinOptions): ndarray {
  const { axis } = readAxisOr<JoinOptions>("concatenate", options, { axis: 0 });
  const list = listOf("concatenate", arrays);
  if (axis === null || axis === undefined) {
    return joined(
      "concatenate",
      list.map((x) => new ndarray(x.data, [x.size], x.dtype)),
      0,
    );
  }
  return joined("concatenate", list, checkAxis("concatenate", axis, list[0].ndim));
}

/**
 * Joins arrays of one shape along a new axis.
 *
 * @param arrays - Arrays of the same shape.
 * @param options - Where the new axis is in the result, or options. Default: 0.
 * @throws RangeError if the shapes differ.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.stack.html
 * @example
 * np.stack([[1, 2], [3, 4]], { axis: 1 }).tolist(); // [[1, 3], [2, 4]]
 */
export function stack(arrays: readonly ArrayLike[], options?: number | JoinOptions): ndarray {
  const { axis } = readAxisOr<JoinOptions>("stack", options, { axis: 0 });
  const list = listOf("stack", arrays);
  const at = checkAxis("stack", axis, list[0].ndim + 1);
  for (const x of list) {
    if (!sameShape(x.shape, list[0].shape)) {
      const shapes = `${formatShape(list[0].shape)} and ${formatShape(x.shape)}`;
      throw new RangeError(`stack: expected arrays of one shape, got ${shapes}`);
    }
  }
  const shape = [...list[0].shape.slice(0, at), 1, ...list[0].shape.slice(at)];
  return joined(
    "stack",
    list.map((x) => new ndarray(x.data, shape, x.dtype)),
    at,
  );
}

/**
 * Joins arrays below each other: along the first axis, vectors as rows.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.vstack.html
 * @example
 * np.vstack([[1, 2], [3, 4]]).tolist(); // [[1, 2], [3, 4]]
 */
export function vstack(arrays: readonly ArrayLike[]): ndarray {
  const rows = listOf("vstack", arrays).map((x) =>
    x.ndim >= 2 ? x : new ndarray(x.data, x.ndim === 0 ? [1, 1] : [1, x.size], x.dtype),
  );
  return joined("vstack", rows, 0);
}

/**
 * Joins arrays beside each other: along the second axis, vectors along the only one.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.hstack.html
 * @example
 * np.hstack([[1, 2], [3]]).tolist(); // [1, 2, 3]
 */
export function hstack(arrays: readonly ArrayLike[]): ndarray {
  const list = listOf("hstack", arrays).map((x) => (x.ndim >= 1 ? x : new ndarray(x.data, [1], x.dtype)));
  return joined("hstack", list, list[0].ndim === 1 ? 0 : 1);
}
