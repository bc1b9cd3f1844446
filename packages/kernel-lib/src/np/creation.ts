import type { ArrayLike, Typing } from "../array/asarray";
import { toArray, readTyping, representable } from "../array/coerce";
import { sizeOf } from "../array/broadcast";
import { checkBroadcasts, checkInteger, checkShape, plainNumber, type Shape } from "../array/checks";
import type { DType } from "../array/dtype";
import { convertStorage, makeStorage } from "../array/traits";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe, readNamed, readOptions } from "../array/options";
import { broadcast } from "../ops/broadcast";
import { isTracer } from "../ops/tracer";

/** Options of {@link zeros}, {@link ones} and {@link empty}. */
export interface ShapeOptions {
  /** The shape, where it is not the first argument. */
  shape?: Shape;
  /** The dtype. Default: float32. */
  dtype?: DType;
}

/** A dtype as the last of arguments that may also be given by name. */
const named = (typing: Typing | undefined): { dtype?: DType } | undefined =>
  typeof typing === "string" ? { dtype: typing } : typing;

function filled(functionName: string, shape: Shape | ShapeOptions, value: number, typing?: Typing): ndarray {
  const read = readNamed<ShapeOptions>(functionName, { shape }, named(typing), {
    shape: undefined,
    dtype: undefined,
  });
  const lengths = checkShape(functionName, read.shape);
  const dtype = readTyping(functionName, { dtype: read.dtype }) ?? "float32";
  return fillShape(functionName, lengths, value, dtype);
}

/** An array of one value throughout, or of values that are broadcast. */
function filledWith(
  functionName: string,
  shape: readonly number[],
  value: unknown,
  typing: Typing | undefined,
  usual: DType | undefined,
): ndarray {
  const dtype = readTyping(functionName, typing) ?? usual;
  const number = value instanceof ndarray && isTracer(value) ? value : plainNumber(functionName, value);
  if (typeof number === "number" && (dtype !== undefined || !(value instanceof ndarray))) {
    return fillShape(functionName, shape, number, dtype ?? "float32");
  }
  if (typeof value === "string" || value === undefined || value === null) {
    throw new TypeError(`${functionName}: expected value to be a number, got ${describe(value)}`);
  }
  const values = toArray(functionName, value, dtype);
  checkBroadcasts(functionName, values.shape, shape);
  return broadcast(values, shape);
}

function fillShape(functionName: string, shape: readonly number[], value: number, dtype: DType): ndarray {
  const element = representable(functionName, value, dtype);
  const data = makeStorage(dtype, sizeOf(functionName, shape));
  if (element !== 0 || Object.is(element, -0)) data.fill(element);
  return new ndarray(data, shape, dtype);
}

/**
 * Makes an array of numbers, lists within lists, a typed array, or an array; always with elements of its own.
 *
 * @param x - What to make it of. Numbers become float32, truth values bool, typed arrays keep their type.
 * @param typing - The dtype of the result. Default: that of `x`.
 * @throws TypeError for anything that is not a number; RangeError for lists of unequal length.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array.html
 * @example
 * np.array([[1, 2], [3, 4]], { dtype: np.int32 }).shape; // [2, 2]
 */
export function array(x: ArrayLike, typing?: Typing): ndarray {
  const made = toArray("array", x, readTyping("array", typing));
  if (isTracer(made)) return made;
  const shares = made === x || ArrayBuffer.isView(x);
  return shares
    ? new ndarray(convertStorage(elementsOf(made), made.dtype, made.dtype), made.shape, made.dtype)
    : made;
}

/**
 * Makes an array of zeros.
 *
 * @param shape - The length of each axis.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.zeros.html
 * @example
 * np.zeros([2, 3]).shape; // [2, 3]
 */
export function zeros(shape: Shape | ShapeOptions, typing?: Typing): ndarray {
  return filled("zeros", shape, 0, typing);
}

/**
 * Makes an array of ones.
 *
 * @param shape - The length of each axis.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ones.html
 * @example
 * np.ones(3).tolist(); // [1, 1, 1]
 */
export function ones(shape: Shape | ShapeOptions, typing?: Typing): ndarray {
  return filled("ones", shape, 1, typing);
}

/**
 * Makes an array of zeros; memory that holds anything, as in NumPy, cannot be had here.
 *
 * @param shape - The length of each axis.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.empty.html
 * @example
 * np.empty([2, 3]).shape; // [2, 3]
 */
export function empty(shape: Shape | ShapeOptions, typing?: Typing): ndarray {
  return filled("empty", shape, 0, typing);
}

/** Options of {@link full}. */
export interface FullOptions extends ShapeOptions {
  /** The value, where it is not the second argument. */
  fillValue?: ArrayLike;
}

/**
 * Makes an array whose elements all have the same value, or values that are broadcast.
 *
 * @param shape - The length of each axis.
 * @param value - The value.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.full.html
 * @example
 * np.full([2], 0.5).tolist(); // [0.5, 0.5]
 */
export function full(shape: Shape | FullOptions, value?: ArrayLike | FullOptions, typing?: Typing): ndarray {
  const read = readNamed<FullOptions>("full", { shape, fillValue: value }, named(typing), {
    shape: undefined,
    fillValue: undefined,
    dtype: undefined,
  });
  const lengths = checkShape("full", read.shape);
  return filledWith("full", lengths, read.fillValue, { dtype: read.dtype }, undefined);
}

/** Options of {@link zerosLike} and its kin. */
export interface LikeOptions {
  /** The dtype. Default: that of the array. */
  dtype?: DType;
  /** The shape. Default: that of the array. */
  shape?: Shape;
}

function filledLike(
  functionName: string,
  x: ArrayLike,
  value: unknown,
  typing: DType | LikeOptions | undefined,
): ndarray {
  const like = toArray(functionName, x);
  const read = readOptions<LikeOptions>(functionName, named(typing as Typing), {
    dtype: undefined,
    shape: undefined,
  });
  const shape = read.shape === undefined ? like.shape : checkShape(functionName, read.shape);
  return filledWith(functionName, shape, value, { dtype: read.dtype }, like.dtype);
}

/**
 * Makes an array of zeros with the shape and dtype of another.
 *
 * @param x - The array whose shape and dtype are taken.
 * @param typing - Another dtype, or options: another dtype and shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.zeros_like.html
 * @example
 * np.zerosLike(np.ones([2, 3])).shape; // [2, 3]
 */
export function zerosLike(x: ArrayLike, typing?: DType | LikeOptions): ndarray {
  return filledLike("zerosLike", x, 0, typing);
}

/**
 * Makes an array of ones with the shape and dtype of another.
 *
 * @param x - The array whose shape and dtype are taken.
 * @param typing - Another dtype, or options: another dtype and shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ones_like.html
 * @example
 * np.onesLike([3, 4]).tolist(); // [1, 1]
 */
export function onesLike(x: ArrayLike, typing?: DType | LikeOptions): ndarray {
  return filledLike("onesLike", x, 1, typing);
}

/**
 * Makes an array of one value with the shape and dtype of another.
 *
 * @param x - The array whose shape and dtype are taken.
 * @param value - The value.
 * @param typing - Another dtype, or options: another dtype and shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.full_like.html
 * @example
 * np.fullLike([3, 4], 7).tolist(); // [7, 7]
 */
export function fullLike(
  x: ArrayLike,
  value: ArrayLike | (LikeOptions & { fillValue: ArrayLike }),
  typing?: DType | LikeOptions,
): ndarray {
  const { fillValue, ...rest } = readNamed<LikeOptions & { fillValue?: ArrayLike }>(
    "fullLike",
    { fillValue: value },
    named(typing as Typing),
    { fillValue: undefined, dtype: undefined, shape: undefined },
  );
  return filledLike("fullLike", x, fillValue, rest);
}

/**
 * Makes an array of zeros with the shape and dtype of another; memory that holds anything cannot be had here.
 *
 * @param x - The array whose shape and dtype are taken.
 * @param typing - Another dtype, or options: another dtype and shape.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.empty_like.html
 * @example
 * np.emptyLike(np.ones([2, 3])).shape; // [2, 3]
 */
export function emptyLike(x: ArrayLike, typing?: DType | LikeOptions): ndarray {
  return filledLike("emptyLike", x, 0, typing);
}

/**
 * Makes an array with elements of its own of another.
 *
 * @param x - The array.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.copy.html
 * @example
 * np.copy([1, 2]).tolist(); // [1, 2]
 */
export function copy(x: ArrayLike): ndarray {
  return array(toArray("copy", x));
}

/** Options of {@link eye}. */
export interface EyeOptions {
  /** The number of columns, where it is not the second argument. */
  m?: number;
  /** Which diagonal: 0 the main one, above it positive, below it negative. Default: 0. */
  k?: number;
  /** The dtype. Default: float32. */
  dtype?: DType;
}

/**
 * Makes a matrix with ones on a diagonal and zeros elsewhere.
 *
 * @param n - The number of rows.
 * @param m - The number of columns. Default: `n`.
 * @param options - Which diagonal, and the dtype.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.eye.html
 * @example
 * np.eye(2).tolist(); // [[1, 0], [0, 1]]
 */
export function eye(n: number, m?: number | null | EyeOptions, options?: EyeOptions): ndarray {
  const read = readNamed<EyeOptions>("eye", { m: m ?? undefined }, options, {
    m: undefined,
    k: 0,
    dtype: undefined,
  });
  const { k, dtype } = read;
  const rows = checkInteger("eye", "n", n, 0);
  const columns = checkInteger("eye", "m", read.m ?? rows, 0);
  const shift = checkInteger("eye", "k", k);
  const type = readTyping("eye", { dtype }) ?? "float32";
  const data = makeStorage(type, sizeOf("eye", [rows, columns]));
  for (let row = Math.max(0, -shift); row < rows && row + shift < columns; row++) {
    data[row * columns + row + shift] = 1;
  }
  return new ndarray(data, [rows, columns], type);
}

/**
 * Makes the identity matrix.
 *
 * @param n - How many rows and columns there are.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.identity.html
 * @example
 * np.identity(2).tolist(); // [[1, 0], [0, 1]]
 */
export function identity(n: number, typing?: Typing): ndarray {
  return eye(n, n, { dtype: readTyping("identity", typing) });
}
