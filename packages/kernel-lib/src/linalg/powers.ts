import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { contraction } from "../np/contraction";
import { combined } from "../np/operands";
import { identities, times } from "./matrices";
import { readSquare } from "./reading";
import { inv } from "./solving";
import { stackOf } from "./stack";

/**
 * Multiplies square matrices with themselves: xⁿ, of the inverse for negative n.
 *
 * @param x - Square matrices (…, m, m).
 * @param n - A whole number; 0 gives the identity.
 * @throws RangeError if a matrix is not square, or n is not whole.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.matrix_power.html
 * @example
 * np.linalg.matrixPower([[1, 1], [0, 1]], 5).tolist(); // [[1, 5], [0, 1]]
 */
export function matrixPower(x: ArrayLike, n: number): ndarray {
  const given = toArray("matrixPower", x);
  readSquare("matrixPower", given);
  const power = checkInteger("matrixPower", "n", n);
  if (power === 0) return identities(stackOf(given), given.shape[given.ndim - 1], given.dtype);
  let square = power < 0 ? inv(given) : given;
  let result: ndarray | undefined;
  for (let left = Math.abs(power); ; square = times(square, square)) {
    if (left % 2 === 1) result = result ? times(result, square) : square;
    left = Math.floor(left / 2);
    if (left === 0) return result as ndarray;
  }
}

/**
 * Multiplies several matrices in the order that takes fewest operations. The first may be a row and the last a column.
 *
 * @param arrays - At least two arrays, all but the first and the last of two axes.
 * @throws RangeError if there are fewer than two, or their shapes do not fit.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.linalg.multi_dot.html
 * @example
 * np.linalg.multiDot([[[1, 2]], [[1, 0], [0, 1]], [3, 4]]).tolist(); // [11]
 */
export function multiDot(arrays: readonly ArrayLike[]): ndarray {
  if (!Array.isArray(arrays))
    throw new TypeError(`multiDot: expected a list of arrays, got ${describe(arrays)}`);
  if (arrays.length < 2) throw new RangeError(`multiDot: expected at least two arrays, got ${arrays.length}`);
  const matrices = combined("multiDot", arrays as readonly ArrayLike[]);
  const last = matrices.length - 1;
  const terms = matrices.map((x, i) => {
    const isVector = x.ndim === 1 && (i === 0 || i === last);
    if (x.ndim !== 2 && !isVector) {
      throw new RangeError(`multiDot: expected matrices, got shape ${formatShape(x.shape)} at ${i}`);
    }
    if (!isVector) return { x, labels: [String(i), String(i + 1)] };
    return { x, labels: [String(i === 0 ? 1 : last)] };
  });
  terms.slice(1).forEach(({ x }, i) => {
    const before = terms[i].x.shape;
    if (before[before.length - 1] === x.shape[0]) return;
    const shapes = `${formatShape(before)} and ${formatShape(x.shape)}`;
    throw new RangeError(`multiDot: shapes ${shapes} do not fit at ${i} and ${i + 1}`);
  });
  const output = [
    ...(matrices[0].ndim === 2 ? ["0"] : []),
    ...(matrices[last].ndim === 2 ? [String(last + 1)] : []),
  ];
  return contraction("multiDot", terms, output);
}
