import type { ArrayLike } from "../../array/asarray";
import { checkInteger } from "../../array/checks";
import type { ndarray } from "../../array/ndarray";
import { readOptions } from "../../array/options";
import { max, sum } from "../../np/reductions";
import { abs, ceil, divide, maximum } from "../../np/ufuncsArithmetic";
import { less, lessEqual } from "../../np/ufuncsComparison";
import { exp2, log2 } from "../../np/ufuncsReal";
import { where } from "../../np/where";
import { reshape } from "../../ops/layout";
import { add, stopGradient } from "../../ops/map";
import { identities, scaled, subtract, times } from "../matrices";
import { oneInDouble, readSquare } from "../reading";
import { solve } from "../solve";
import { stackOf } from "../stack";

/** Numerators of the Padé approximant of exp of order 13, from x⁰ on; odd powers change sign in the denominator. */
const pade = [
  64764752532480000, 32382376266240000, 7771770303897600, 1187353796428800, 129060195264000, 10559470521600,
  670442572800, 33522128640, 1323241920, 40840800, 960960, 16380, 182, 1,
];
/** Up to which 1-norm the approximant is exact to float64. */
const largestNorm = 5.371920351148152;

/** Options of {@link expm}. */
export interface ExpmOptions {
  /** How often the matrix may be halved before; NaN beyond. Default: 16. */
  maxSquarings?: number;
}

/**
 * Computes the exponential of matrices: exp(a) = 1 + a + a²/2! + …, by a Padé approximant of the matrix halved until it
 * is small, squared as often.
 *
 * @param a - Square matrices (…, n, n).
 * @param options - How often to halve at most.
 * @returns The exponentials; NaN for matrices too large for `maxSquarings`.
 * @throws RangeError if a matrix is not square.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.linalg.expm.html
 * @example
 * jax.scipy.linalg.expm([[0, 1], [0, 0]]).tolist(); // [[1, 1], [0, 1]]
 */
export function expm(a: ArrayLike, options?: ExpmOptions): ndarray {
  const { maxSquarings } = readOptions<ExpmOptions>("expm", options, { maxSquarings: 16 });
  const most = checkInteger("expm", "maxSquarings", maxSquarings, 0);
  return oneInDouble(readSquare("expm", a), (wide) => {
    if (wide.size === 0) return wide;
    const ofEach = (x: ndarray): ndarray => reshape(x, [...stackOf(wide), 1, 1]);
    const norm = stopGradient(max(sum(abs(wide), { axis: -2 }), { axis: -1 }));
    const halvings = ofEach(maximum(ceil(log2(divide(norm, largestNorm))), 0));
    let power = approximated(divide(wide, exp2(halvings)));
    for (let i = 0; i < most; i++) power = where(less(i, halvings), times(power, power), power);
    return where(lessEqual(halvings, most), power, NaN);
  });
}

/** The approximant of the exponential of small matrices. */
function approximated(x: ndarray): ndarray {
  const one = identities(stackOf(x), x.shape[x.ndim - 1], x.dtype);
  const square = times(x, x);
  /** c₀ + c₂ x² + c₄ x⁴ + …, from a first place. */
  const polynomial = (first: number): ndarray => {
    let result = scaled(one, pade[first + 12]);
    for (let k = first + 10; k >= first; k -= 2) result = add(times(square, result), scaled(one, pade[k]));
    return result;
  };
  const even = polynomial(0);
  const odd = times(x, polynomial(1));
  return solve(subtract(even, odd), add(even, odd));
}
