import type { ndarray } from "../array/ndarray";
import { add } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { columnsOfQ, factorizeQr, rowsOfR, transposedOf } from "./float64/qr";
import { lowerOf, subtract, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis, stackedShape } from "./stack";
import { triangularSolve } from "./triangularSolve";

interface QrParams {
  /** Whether Q is square, instead of having no more columns than A. */
  readonly isFull: boolean;
}

/** Factorizes A = Q R. */
const qrPrimitive: Primitive<QrParams> = {
  name: "qr",
  shape: ([a], { isFull }) => {
    const [m, n] = a.shape.slice(-2);
    const k = isFull ? m : Math.min(m, n);
    return [stackedShape(a, [m, k]), stackedShape(a, [k, n])];
  },
  run: ([a], params) =>
    eachMatrix([a], qrPrimitive.shape([a], params), (matrix) => {
      const [m, n] = a.shape.slice(-2);
      const k = params.isFull ? m : Math.min(m, n);
      const reflections = factorizeQr(matrix, m, n);
      return [transposedOf(columnsOfQ(reflections, m, k), k, m), rowsOfR(reflections, m, n, k)];
    }),
  jvp: ([a], [t], { isFull }) => {
    const [m, n] = a.shape.slice(-2);
    if (m < n || (isFull && m !== n)) {
      throw new TypeError(
        `qr: the derivative is known only for at least as many rows as columns, and mode "reduced"; got ${m} × ${n}`,
      );
    }
    const [q, r] = qrFactors(a, isFull);
    if (!t) return { outputs: [q, r], tangents: [null, null] };
    const alongR = transposed(
      triangularSolve(r, transposed(t), { lower: false, transposed: true, unit: false }),
    );
    const within = times(transposed(q), alongR);
    const lower = lowerOf(within, true);
    const turn = subtract(lower, transposed(lower));
    const fromQ = add(times(q, subtract(turn, within)), alongR);
    return { outputs: [q, r], tangents: [fromQ, times(subtract(within, turn), r)] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => qrPrimitive),
  print: ({ isFull }) => ({ mode: isFull ? "complete" : "reduced" }),
};

/** Factorizes matrices: A = Q R, where the columns of Q are orthonormal and R is upper triangular. */
export function qrFactors(a: ndarray, isFull: boolean): readonly ndarray[] {
  return bind(qrPrimitive, [a], { isFull });
}
