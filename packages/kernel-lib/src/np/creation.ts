import type { ArrayLike, Typing } from "../array/asarray";
import { toArray, readTyping, representable } from "../array/coerce";
import { sizeOf } from "../array/broadcast";
import { checkInteger, checkNumber, checkShape, type Shape } from "../array/checks";
import type { DType } from "../array/dtype";
import { convertStorage, makeStorage } from "../array/traits";
import { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";

function filled(functionName: string, shape: Shape, value: number, typing?: Typing): ndarray {
  const lengths = checkShape(functionName, shape);
  const dtype = readTyping(functionName, typing) ?? "float32";
  return fillShape(functionName, lengths, value, dtype);
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
 * @throws TypeError for anything that is no number; RangeError for lists of unequal length.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.array.html
 * @example
 * np.array([[1, 2], [3, 4]], { dtype: np.int32 }).shape; // [2, 2]
 */
export function array(x: ArrayLike, typing?: Typing): ndarray {
  const made = toArray("array", x, readTyping("array", typing));
  const shares = made === x || ArrayBuffer.isView(x);
  return shares
    ? new ndarray(convertStorage(made.data, made.dtype, made.dtype), made.shape, made.dtype)
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
export function zeros(shape: Shape, typing?: Typing): ndarray {
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
export function ones(shape: Shape, typing?: Typing): ndarray {
  return filled("ones", shape, 1, typing);
}

/**
 * Makes an array whose elements all have the same value.
 *
 * @param shape - The length of each axis.
 * @param value - The value.
 * @param typing - The dtype. Default: float32.
 * @see https://numpy.org/doc/stable/reference/generated/numpy.full.html
 * @example
 * np.full([2], 0.5).tolist(); // [0.5, 0.5]
 */
export function full(shape: Shape, value: number, typing?: Typing): ndarray {
  return filled("full", shape, checkNumber("full", "value", value), typing);
}

function filledLike(functionName: string, x: ArrayLike, value: number, typing?: Typing): ndarray {
  const like = toArray(functionName, x);
  return fillShape(functionName, like.shape, value, readTyping(functionName, typing) ?? like.dtype);
}

/**
 * Makes an array of zeros with the shape and dtype of another.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.zeros_like.html
 * @example
 * np.zerosLike(np.ones([2, 3])).shape; // [2, 3]
 */
export function zerosLike(x: ArrayLike, typing?: Typing): ndarray {
  return filledLike("zerosLike", x, 0, typing);
}

/**
 * Makes an array of ones with the shape and dtype of another.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.ones_like.html
 * @example
 * np.onesLike([3, 4]).tolist(); // [1, 1]
 */
export function onesLike(x: ArrayLike, typing?: Typing): ndarray {
  return filledLike("onesLike", x, 1, typing);
}

/**
 * Makes an array of one value with the shape and dtype of another.
 *
 * @see https://numpy.org/doc/stable/reference/generated/numpy.full_like.html
 * @example
 * np.fullLike([3, 4], 7).tolist(); // [7, 7]
 */
export function fullLike(x: ArrayLike, value: number, typing?: Typing): ndarray {
  return filledLike("fullLike", x, checkNumber("fullLike", "value", value), typing);
}

/** Options of {@link eye}. */
export interface EyeOptions {
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
export function eye(n: number, m: number = n, options?: EyeOptions): ndarray {
  const { k, dtype } = readOptions<EyeOptions>("eye", options, { k: 0, dtype: undefined });
  const rows = checkInteger("eye", "n", n, 0);
  const columns = checkInteger("eye", "m", m, 0);
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
 * @see https://numpy.org/doc/stable/reference/generated/numpy.identity.html
 * @example
 * np.identity(2).tolist(); // [[1, 0], [0, 1]]
 */
export function identity(n: number, typing?: Typing): ndarray {
  return eye(n, n, { dtype: readTyping("identity", typing) });
}
