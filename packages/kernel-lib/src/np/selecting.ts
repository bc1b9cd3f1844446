import type { ArrayLike } from "../array/asarray";
import { checkBroadcasts } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { isFloating } from "../array/traits";
import { broadcast } from "../ops/broadcast";
import { scatter, type Combining } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType, where } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { elementsWhere } from "./indices";
import { partsOf, selected, type Index, type Part } from "./selection";

export type { Index } from "./selection";

/** Which part of an array is meant: one index for each axis; one by itself need not be in a list. */
export type Indices = readonly Index[] | number | string | ndarray;

/**
 * Selects part of an array, as `x[…]` does in Python: one index for each axis.
 *
 * An index that a transformation follows, and that turns out to lie outside, gives the element at the end, as in JAX.
 *
 * @param x - The array.
 * @param indices - Numbers (which remove the axis; negative ones count from the end), slices such as `":"`, `"1:3"`,
 * `"::-1"`, `"..."` for all axes in between, null for a new axis, indices in a list, or truth values.
 * @throws RangeError for an index out of bounds or too many indices, TypeError for what is not an index.
 * @see https://numpy.org/doc/stable/user/basics.indexing.html
 * @example
 * const x = np.arange(12).reshape(3, 4);
 * x.at(1).tolist(); // [4, 5, 6, 7]
 * x.at(":", "1:3").tolist(); // [[1, 2], [5, 6], [9, 10]]
 * x.at(-1, 0).item(); // 8
 * x.at([0, 2], 0).tolist(); // [0, 8]
 * x.at(x.greater(9)).tolist(); // [10, 11]
 */
export function at(x: ArrayLike, ...indices: Index[]): ndarray {
  const from = toArray("at", x);
  const [mask] = indices;
  const isMask = indices.length === 1 && mask instanceof ndarray && mask.dtype === "bool";
  const kept = isMask ? elementsWhere(from, mask) : undefined;
  return kept ?? selected("at", from, partsOf("at", from, indices), "clip");
}

/** Gives a copy in which a part is combined with values. */
function changed(
  functionName: string,
  by: Combining,
  x: ArrayLike,
  indices: Indices,
  values: ArrayLike,
): ndarray {
  const from = toArray(functionName, x);
  const single = typeof indices === "number" || typeof indices === "string" || indices instanceof ndarray;
  const list = (single ? [indices] : indices) as readonly Index[];
  if (!Array.isArray(list)) {
    throw new TypeError(`${functionName}: expected a list of indices, got ${describe(indices)}`);
  }
  const updates = valuesFor(functionName, from, values);
  const masked = by === "set" ? throughMask(functionName, from, list, updates) : undefined;
  if (masked) return masked;
  const parts = partsOf(functionName, from, list);
  const rows = rowsOf(parts);
  // Whole rows, or else elements in the array as one row: where they are, their numbers say.
  const flat = rows ? from : reshape(from, [from.size]);
  const numbers = rows ?? selected(functionName, counting(from.shape), parts, "fill");
  const shape = [...numbers.shape, ...flat.shape.slice(1)];
  checkBroadcasts(functionName, updates.shape, shape);
  const result = scatter(by, flat, numbers, broadcast(updates, shape), "fill");
  return reshape(result, from.shape);
}

/** Values of the dtype of the array whose part they become. */
function valuesFor(functionName: string, from: ndarray, values: ArrayLike): ndarray {
  const { dtype } = from;
  const given = toArray(functionName, values);
  if (isTracer(given)) {
    if (resultType(given, dtype) === dtype) return convertType(given, dtype);
  } else {
    const typed = values instanceof ndarray || ArrayBuffer.isView(values);
    const fits = typed
      ? resultType(given, dtype) === dtype
      : isFloating(dtype) || elementsOf(given).every(Number.isInteger);
    if (fits) return typed ? convertType(given, dtype) : toArray(functionName, values, dtype);
    if (!typed) {
      throw new TypeError(
        `${functionName}: expected values that ${dtype} holds, got ${given.toString()} (use astype)`,
      );
    }
  }
  throw new TypeError(
    `${functionName}: expected values that ${dtype} holds, got ${given.dtype} (use astype)`,
  );
}

/** One value, or one row, where a mask alone says so: a choice, for which the mask need not be known. */
function throughMask(
  functionName: string,
  from: ndarray,
  indices: readonly Index[],
  updates: ndarray,
): ndarray | undefined {
  const [mask] = indices;
  if (indices.length !== 1 || !(mask instanceof ndarray) || mask.dtype !== "bool") return undefined;
  const rest = from.shape.slice(mask.ndim);
  if (mask.ndim > from.ndim || updates.ndim > rest.length) return undefined;
  if (mask.shape.some((length, axis) => length !== from.shape[axis])) return undefined;
  checkBroadcasts(functionName, updates.shape, rest);
  return where(reshape(mask, [...mask.shape, ...rest.map(() => 1)]), updates, from);
}

/** The places of whole rows, where nothing is selected but them. */
function rowsOf(parts: readonly Part[]): ndarray | undefined {
  const [first, ...rest] = parts;
  if (first?.kind !== "places" || first.axes !== 1) return undefined;
  const whole = (part: Part): boolean => part.kind === "slice" && part.isWhole;
  return rest.every(whole) ? first.places : undefined;
}

/** An array of the numbers of its elements. */
function counting(shape: readonly number[]): ndarray {
  const size = shape.reduce((product, length) => product * length, 1);
  const data = new Int32Array(size);
  for (let i = 0; i < size; i++) data[i] = i;
  return new ndarray(data, shape, "int32");
}

/**
 * Gives a copy of an array in which a part, selected as by `at`, has other values: `x.with([0, "1:3"], 7)`.
 * Of several values for one place, the last one counts.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - What to put there; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html
 * @example
 * np.zeros(4).with(["1:3"], 7).tolist(); // [0, 7, 7, 0]
 * const x = np.array([-1, 2]);
 * x.with(x.less(0), 0).tolist(); // [0, 2]
 */
function withValues(x: ArrayLike, indices: Indices, values: ArrayLike): ndarray {
  return changed("with", "set", x, indices, values);
}
export { withValues as with };

/**
 * Gives a copy of an array in which values are added to a part, selected as by `at`. A place that is selected several
 * times gets all its values. It is `x.at[indices].add(values)` in JAX.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - What to add; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html
 * @example
 * np.zeros(3).withAdd([[0, 2, 0]], [1, 2, 3]).tolist(); // [4, 0, 2]
 */
export function withAdd(x: ArrayLike, indices: Indices, values: ArrayLike): ndarray {
  return changed("withAdd", "add", x, indices, values);
}

/**
 * Gives a copy of an array in which a part, selected as by `at`, is multiplied by values. A place that is selected
 * several times is multiplied by all of them. It is `x.at[indices].multiply(values)` in JAX.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - By what to multiply; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html
 * @example
 * np.ones(3).withMultiply([[0, 2, 0]], [2, 3, 5]).tolist(); // [10, 1, 3]
 */
export function withMultiply(x: ArrayLike, indices: Indices, values: ArrayLike): ndarray {
  return changed("withMultiply", "multiply", x, indices, values);
}

/**
 * Gives a copy of an array in which a part, selected as by `at`, is no larger than values. It is
 * `x.at[indices].min(values)` in JAX.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - The largest values; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html
 * @example
 * np.array([1, 2, 3]).withMin(["1:"], 2).tolist(); // [1, 2, 2]
 */
export function withMin(x: ArrayLike, indices: Indices, values: ArrayLike): ndarray {
  return changed("withMin", "minimum", x, indices, values);
}

/**
 * Gives a copy of an array in which a part, selected as by `at`, is no smaller than values. It is
 * `x.at[indices].max(values)` in JAX.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - The smallest values; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ndarray.at.html
 * @example
 * np.array([1, 2, 3]).withMax([":2"], 2).tolist(); // [2, 2, 3]
 */
export function withMax(x: ArrayLike, indices: Indices, values: ArrayLike): ndarray {
  return changed("withMax", "maximum", x, indices, values);
}
