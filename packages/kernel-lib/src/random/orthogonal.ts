import { checkInteger, checkShape, type Shape } from "../array/checks";
import type { DType, Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions } from "../array/options";
import { drawing, type DrawParams, type Words } from "../ops/draw";
import { transpose } from "../ops/layout";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { checkFloating } from "./between";
import { keyOf } from "./keyOf";
import type { Key } from "./keys";
import { fillNormal } from "./quantile";

/**
 * Makes the columns of a matrix orthonormal one after the other, in float64, each made orthogonal to those before it
 * twice. It is the Q of A = Q R with a positive diagonal of R, of which there is but one.
 */
function orthonormalize(a: Float64Array, rows: number, columns: number): void {
  for (let column = 0; column < columns; column++) {
    for (let before = 0; before < 2 * column; before++) {
      const other = before % column;
      let product = 0;
      for (let row = 0; row < rows; row++) product += a[row * columns + column] * a[row * columns + other];
      for (let row = 0; row < rows; row++) a[row * columns + column] -= product * a[row * columns + other];
    }
    let square = 0;
    for (let row = 0; row < rows; row++) square += a[row * columns + column] ** 2;
    const length = Math.sqrt(square);
    for (let row = 0; row < rows; row++) a[row * columns + column] /= length;
  }
}

const primitives = new Map<string, Primitive<DrawParams>>();

/** The primitive that draws matrices of a size, of at least as many rows as columns. */
function primitiveOf(rows: number, columns: number): Primitive<DrawParams> {
  const size = `${rows} × ${columns}`;
  let primitive = primitives.get(size);
  if (!primitive) {
    primitive = drawing("orthogonal", (key: Words, out: Storage) => {
      fillNormal(key, out);
      for (let start = 0; start < out.length; start += rows * columns) {
        const matrix = Float64Array.from(out.subarray(start, start + rows * columns));
        orthonormalize(matrix, rows, columns);
        out.set(matrix, start);
      }
    });
    primitives.set(size, primitive);
  }
  return primitive;
}

/** Options of {@link orthogonal}. */
export interface OrthogonalDrawOptions {
  /** The shape in front of the matrices'. Default: [], one matrix. */
  shape?: Shape;
  /** float32 or float64. Default: float32. */
  dtype?: DType;
  /** The number of columns. Default: as many as rows. */
  m?: number | null;
}

/**
 * Draws matrices with orthonormal columns (or rows, if there are fewer of these), all of them equally likely.
 *
 * @param key - The key.
 * @param n - The number of rows.
 * @param shape - The shape in front of the matrices'; or options. Default: [], one matrix.
 * @param options - The number of columns, and the dtype.
 * @returns An array of shape (…shape, n, m).
 * @throws TypeError if `key` is not a key, RangeError if `n` is not a whole number of at least 1.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.orthogonal.html
 * @example
 * jax.random.orthogonal(jax.random.PRNGKey(0), 3).shape; // [3, 3]
 */
export function orthogonal(
  key: Key,
  n: number,
  shape?: Shape | OrthogonalDrawOptions,
  options?: DType | OrthogonalDrawOptions,
): ndarray {
  const name = "orthogonal";
  const own = keyOf(name, key);
  const last = typeof options === "string" ? { dtype: options } : options;
  const given = isPlainObject(shape) ? shape : { ...last, ...(shape !== undefined && { shape }) };
  const read = readOptions<OrthogonalDrawOptions>(name, given, { shape: [], dtype: undefined, m: null });
  const rows = checkInteger(name, "n", n, 1);
  const columns = checkInteger(name, "m", read.m ?? rows, 1);
  const dtype = checkFloating(name, read.dtype);
  const outer = checkShape(name, read.shape);
  const [more, fewer] = [Math.max(rows, columns), Math.min(rows, columns)];
  const matrix = bindOne(primitiveOf(more, fewer), [own], { shape: [...outer, more, fewer], dtype });
  const order = [...matrix.shape.keys()];
  return rows < columns
    ? transpose(matrix, [...order.slice(0, -2), order.length - 1, order.length - 2])
    : matrix;
}
