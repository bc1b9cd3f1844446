import type { ArrayLike } from "../../array/asarray";
import { broadcastShapes, formatShape } from "../../array/broadcast";
import { checkInteger } from "../../array/checks";
import { toArray } from "../../array/coerce";
import type { ndarray } from "../../array/ndarray";
import { arange } from "../../np/ranges";
import { concatenate } from "../../np/joining";
import { combined } from "../../np/operands";
import { flip } from "../../np/arranging";
import { atleast1d } from "../../np/dimensions";
import { broadcast } from "../../ops/broadcast";
import { take } from "../../np/taking";
import { add as plus, divide, subtract as minus } from "../../np/ufuncsArithmetic";
import { add, scalar } from "../../ops/map";
import { reshape } from "../../ops/layout";
import { pad, sliceAxis } from "../../ops/slice";

/**
 * Puts matrices along the diagonal of one, with 0 elsewhere.
 *
 * @param arrays - Matrices (m, n); vectors count as rows and numbers as matrices of one element.
 * @throws RangeError if one has more than two axes.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.block_diag.html
 * @example
 * jax.scipy.linalg.blockDiag([[1, 2]], 3).tolist(); // [[1, 2, 0], [0, 0, 3]]
 */
export function blockDiag(...arrays: ArrayLike[]): ndarray {
  if (arrays.length === 0) return reshape(toArray("blockDiag", []), [1, 0]);
  const blocks = combined("blockDiag", arrays).map((x) => {
    if (x.ndim > 2) {
      throw new RangeError(`blockDiag: expected at most two axes, got shape ${formatShape(x.shape)}`);
    }
    return x.ndim === 2 ? x : reshape(x, [1, x.size]);
  });
  const total = (axis: number): number => blocks.reduce((sum, { shape }) => sum + shape[axis], 0);
  const [rows, columns] = [total(0), total(1)];
  let [row, column] = [0, 0];
  const placed = blocks.map((x) => {
    const [m, n] = x.shape;
    const [low, high] = [
      [row, column],
      [rows - row - m, columns - column - n],
    ];
    row += m;
    column += n;
    return pad(x, scalar(0, x.dtype), { low, high, interior: [0, 0] });
  });
  return placed.reduce(add);
}

/**
 * Makes matrices whose diagonals are constant.
 *
 * @param c - First columns (…, m); stacks broadcast.
 * @param r - First rows (…, n), whose first elements are not read. Default: the columns.
 * @returns Matrices (…, m, n).
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.toeplitz.html
 * @example
 * jax.scipy.linalg.toeplitz([1, 2, 3], [1, 8]).tolist(); // [[1, 8], [2, 1], [3, 2]]
 */
export function toeplitz(c: ArrayLike, r: ArrayLike = c): ndarray {
  const [columns, rows] = combined("toeplitz", [c, r]).map((x) => atleast1d(x));
  const [m, n] = [columns, rows].map(({ shape }) => shape[shape.length - 1]);
  const stack = broadcastShapes("toeplitz", columns.shape.slice(0, -1), rows.shape.slice(0, -1));
  if (m === 0 || n === 0) return reshape(sliceAxis(columns, columns.ndim - 1, 0, 0), [...stack, m, n]);
  // The elements of all diagonals, from the lowest one to the last of the first row.
  const diagonals = concatenate(
    [
      broadcast(flip(columns, { axis: -1 }), [...stack, m]),
      broadcast(sliceAxis(rows, rows.ndim - 1, 1, n), [...stack, n - 1]),
    ],
    { axis: -1 },
  );
  const places = plus(minus(reshape(arange(n), [1, n]), reshape(arange(m), [m, 1])), m - 1);
  return take(diagonals, places, { axis: -1 });
}

/**
 * Makes the Hilbert matrix, whose elements are 1 / (i + j + 1).
 *
 * @param n - How many rows and columns it has.
 * @throws RangeError if n is negative or not whole.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.hilbert.html
 * @example
 * jax.scipy.linalg.hilbert(2).at(1).tolist().map((x) => x.toFixed(3)); // ["0.500", "0.333"]
 */
export function hilbert(n: number): ndarray {
  const count = checkInteger("hilbert", "n", n, 0);
  const places = arange(1, count + 1);
  return divide(1, plus(reshape(places, [count, 1]), minus(reshape(places, [1, count]), 1)));
}
