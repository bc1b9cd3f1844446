import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape, sizeOf } from "../array/broadcast";
import { checkAxis } from "../array/checks";
import { readTyping, toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { readAxisOr } from "../array/rows";
import { concatenate as joinedAlong } from "../ops/concatenate";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { stack as stacked } from "../ops/stack";
import { atleast1d, atleast2d, atleast3d } from "./dimensions";

/** Options of {@link concatenate} and {@link stack}. */
export interface JoinOptions {
  /** The axis along which arrays are joined. Default: 0. */
  axis?: number | null;
  /** The dtype of the result. Default: the one to which those of the arrays promote. */
  dtype?: DType;
}

function listOf(functionName: string, arrays: readonly ArrayLike[] | ndarray): ndarray[] {
  if (!Array.isArray(arrays) && !(arrays instanceof ndarray)) {
    throw new TypeError(`${functionName}: expected a list of arrays, got ${describe(arrays)}`);
  }
  const list = [...(arrays as Iterable<ArrayLike>)].map((x) => toArray(functionName, x));
  if (list.length === 0) throw new RangeError(`${functionName}: expected at least one array, got none`);
  return list;
}

function joined(functionName: string, list: readonly ndarray[], axis: number, typing?: DType): ndarray {
  const [first] = list;
  const others = (x: ndarray): number[] => x.shape.filter((_, i) => i !== axis);
  for (const x of list) {
    if (x.ndim !== first.ndim || !sameShape(others(x), others(first))) {
      const shapes = `${formatShape(first.shape)} and ${formatShape(x.shape)}`;
      throw new RangeError(`${functionName}: shapes ${shapes} differ in more than axis ${axis}`);
    }
  }
  const total = list.reduce((sum, x) => sum + x.shape[axis], 0);
  sizeOf(
    functionName,
    first.shape.map((length, i) => (i === axis ? total : length)),
  );
  const dtype = readTyping(functionName, { dtype: typing }) ?? resultType(...list);
  return joinedAlong(
    list.map((x) => convertType(x, dtype)),
    axis,
  );
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
export function concatenate(
  arrays: readonly ArrayLike[] | ndarray,
  options?: number | null | JoinOptions,
): ndarray {
  const { axis, dtype } = readAxisOr<JoinOptions>("concatenate", options, { axis: 0, dtype: undefined });
  const list = listOf("concatenate", arrays);
  if (axis === null || axis === undefined) {
    return joined(
      "concatenate",
      list.map((x) => reshape(x, [x.size])),
      0,
      dtype,
    );
  }
  return joined("concatenate", list, checkAxis("concatenate", axis, list[0].ndim), dtype);
}

/** The same as {@link concatenate}, under the array API's name. */
export const concat = concatenate;

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
export function stack(arrays: readonly ArrayLike[] | ndarray, options?: number | JoinOptions): ndarray {
  const { axis, dtype } = readAxisOr<JoinOptions>("stack", options, { axis: 0, dtype: undefined });
  const list = listOf("stack", arrays);
  const at = checkAxis("stack", axis, list[0].ndim + 1);
  for (const x of list) {
    if (!sameShape(x.shape, list[0].shape)) {
      const shapes = `${formatShape(list[0].shape)} and ${formatShape(x.shape)}`;
      throw new RangeError(`stack: expected arrays of one shape, got ${shapes}`);
    }
  }
  sizeOf("stack", [list.length, ...list[0].shape]);
  const target = readTyping("stack", { dtype }) ?? resultType(...list);
  return stacked(
    list.map((x) => convertType(x, target)),
    at,
  );
}

/**
 * Joins arrays below each other: along the first axis, vectors as rows.
 *
 * @param arrays - The arrays, in order.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.vstack.html
 * @example
 * np.vstack([[1, 2], [3, 4]]).tolist(); // [[1, 2], [3, 4]]
 */
export function vstack(arrays: readonly ArrayLike[] | ndarray): ndarray {
  return joined(
    "vstack",
    listOf("vstack", arrays).map((x) => atleast2d(x)),
    0,
  );
}

/**
 * Joins arrays beside each other: along the second axis, vectors along the only one.
 *
 * @param arrays - The arrays, in order.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.hstack.html
 * @example
 * np.hstack([[1, 2], [3]]).tolist(); // [1, 2, 3]
 */
export function hstack(arrays: readonly ArrayLike[] | ndarray): ndarray {
  const list = listOf("hstack", arrays).map((x) => atleast1d(x));
  return joined("hstack", list, list[0].ndim === 1 ? 0 : 1);
}

/**
 * Joins arrays behind each other: along the third axis, vectors and matrices with a new one.
 *
 * @param arrays - The arrays, in order.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.dstack.html
 * @example
 * np.dstack([[1, 2], [3, 4]]).tolist(); // [[[1, 3], [2, 4]]]
 */
export function dstack(arrays: readonly ArrayLike[] | ndarray): ndarray {
  return joined(
    "dstack",
    listOf("dstack", arrays).map((x) => atleast3d(x)),
    2,
  );
}

/**
 * Joins vectors as the columns of a matrix; matrices beside each other.
 *
 * @param arrays - The arrays, in order.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.column_stack.html
 * @example
 * np.columnStack([[1, 2], [3, 4]]).tolist(); // [[1, 3], [2, 4]]
 */
export function columnStack(arrays: readonly ArrayLike[] | ndarray): ndarray {
  return joined(
    "columnStack",
    listOf("columnStack", arrays).map((x) => (x.ndim < 2 ? reshape(x, [x.size, 1]) : x)),
    1,
  );
}

/**
 * Puts values behind the end of an array.
 *
 * @param x - The array.
 * @param values - What comes behind it, of a fitting shape.
 * @param options - The axis, null to flatten both first, or options. Default: null.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.append.html
 * @example
 * np.append([1, 2], [3]).tolist(); // [1, 2, 3]
 */
export function append(
  x: ArrayLike,
  values: ArrayLike,
  options?: number | null | { axis?: number | null },
): ndarray {
  const { axis } = readAxisOr<{ axis?: number | null }>("append", options, { axis: null });
  const list = [toArray("append", x), toArray("append", values)];
  if (axis !== null && axis !== undefined) {
    return joined("append", list, checkAxis("append", axis, list[0].ndim));
  }
  return joined(
    "append",
    list.map((one) => reshape(one, [one.size])),
    0,
  );
}

/** Blocks within blocks, as {@link block} takes them. */
export type Blocks = ArrayLike | readonly Blocks[];

/**
 * Puts a matrix together out of blocks: the innermost lists are joined along the last axis, those around them along the
 * one before, and so on.
 *
 * @param blocks - Arrays in lists within lists.
 * @throws RangeError if the shapes do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.block.html
 * @example
 * np.block([[np.ones([1, 2]), np.zeros([1, 1])], [np.full([1, 3], 2)]]).tolist(); // [[1, 1, 0], [2, 2, 2]]
 */
export function block(blocks: Blocks): ndarray {
  const depthOf = (part: Blocks): number => (Array.isArray(part) ? 1 + Math.max(0, ...part.map(depthOf)) : 0);
  const depth = depthOf(blocks);
  const leaves = (part: Blocks): ndarray[] =>
    Array.isArray(part) ? (part as Blocks[]).flatMap(leaves) : [toArray("block", part as ArrayLike)];
  const all = leaves(blocks);
  const ndim = Math.max(depth, ...all.map((x) => x.ndim));
  const build = (part: Blocks, level: number): ndarray => {
    if (!Array.isArray(part)) {
      const x = toArray("block", part as ArrayLike);
      return reshape(x, [...Array<number>(ndim - x.ndim).fill(1), ...x.shape]);
    }
    if (part.length === 0) throw new RangeError("block: expected blocks in each list, got an empty one");
    return joined(
      "block",
      (part as Blocks[]).map((one) => build(one, level + 1)),
      ndim - depth + level,
    );
  };
  return build(blocks, 0);
}
