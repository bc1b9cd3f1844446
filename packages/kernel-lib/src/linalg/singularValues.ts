import type { ndarray } from "../array/ndarray";
import { add, multiply } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { transposedOf } from "./float64/qr";
import { singularOf } from "./float64/singular";
import { diagonalOf, divide, inverseGaps, spread, subtract, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis, stackedShape } from "./stack";

interface SvdParams {
  /** Whether U and V are square, instead of having min(m, n) columns. */
  readonly isFull: boolean;
}

/** Factorizes A = U S Vᵀ. */
const svdPrimitive: Primitive<SvdParams> = {
  name: "svd",
  shape: ([a], { isFull }) => {
    const [m, n] = a.shape.slice(-2);
    const k = Math.min(m, n);
    return [stackedShape(a, [m, isFull ? m : k]), stackedShape(a, [k]), stackedShape(a, [isFull ? n : k, n])];
  },
  run: ([a], params) =>
    eachMatrix([a], svdPrimitive.shape([a], params), (matrix) => {
      const [m, n] = a.shape.slice(-2);
      const { values, left, right } = singularOf(matrix, m, n, params.isFull);
      return [transposedOf(left, left.length / m, m), values, right];
    }),
  jvp: ([a], [t], { isFull }) => {
    const outputs = singularValues(a, isFull);
    if (!t) return { outputs, tangents: [null, null, null] };
    const [m, n] = a.shape.slice(-2);
    if (isFull && m !== n) {
      throw new TypeError(
        `svd: the derivative is known only for fullMatrices: false where a matrix is not square; got ${m} × ${n}`,
      );
    }
    const [u, s, vt] = outputs;
    const [ut, v] = [transposed(u), transposed(vt)];
    const within = times(times(ut, t), v);
    const turned = multiply(within, spread(s, "row"));
    const turnedBack = multiply(within, spread(s, "column"));
    // 1 / (sⱼ² − sᵢ²), and 0 on the diagonal.
    const gaps = inverseGaps(multiply(s, s));
    const both = (x: ndarray): ndarray => add(x, transposed(x));
    let fromU = times(u, multiply(gaps, both(turned)));
    let fromV = times(v, multiply(gaps, both(turnedBack)));
    // What moves the vectors out of the space they span.
    if (m > n) fromU = add(fromU, divide(outOf(times(t, v), u), spread(s, "row")));
    if (n > m) fromV = add(fromV, divide(outOf(times(transposed(t), u), v), spread(s, "row")));
    return { outputs, tangents: [fromU, diagonalOf(within), transposed(fromV)] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => svdPrimitive),
  print: ({ isFull }) => ({ fullMatrices: isFull }),
};

/** What is left of columns without what lies in the space of others, which are orthonormal. */
const outOf = (x: ndarray, columns: ndarray): ndarray =>
  subtract(x, times(columns, times(transposed(columns), x)));

/** Factorizes matrices: A = U S Vᵀ; gives U, the diagonal of S in falling order, and Vᵀ. */
export function singularValues(a: ndarray, isFull: boolean): readonly ndarray[] {
  return bind(svdPrimitive, [a], { isFull });
}
