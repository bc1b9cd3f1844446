import type { ndarray } from "../array/ndarray";
import { add } from "../ops/map";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { singularOf } from "./float64/singular";
import { identities, subtract, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis, stackedShape, stackOf } from "./stack";

interface PinvParams {
  /** Singular values of at most this part of the largest count as 0. */
  readonly rtol: number;
}

/** Finds pseudo-inverses. */
const pinvPrimitive: Primitive<PinvParams> = {
  name: "pinv",
  shape: ([a]) => [stackedShape(a, [...a.shape.slice(-2)].reverse())],
  run: ([a], params) =>
    eachMatrix([a], pinvPrimitive.shape([a], params), (matrix) => {
      const [m, n] = a.shape.slice(-2);
      const { values, left, right } = singularOf(matrix, m, n, false);
      const result = new Float64Array(n * m);
      values.forEach((value, one) => {
        // What is not a number goes on.
        if (value <= params.rtol * values[0]) return;
        for (let i = 0; i < n; i++) {
          const weight = right[one * n + i] / value;
          for (let k = 0; k < m; k++) result[i * m + k] += weight * left[one * m + k];
        }
      });
      return [result];
    }),
  jvp: ([a], [t], { rtol }) => {
    const p = pseudoInverse(a, rtol);
    if (!t) return { outputs: [p], tangents: [null] };
    const [pt, tt] = [transposed(p), transposed(t)];
    const [m, n] = a.shape.slice(-2);
    const beside = subtract(identities(stackOf(a), m, a.dtype), times(a, p));
    const beyond = subtract(identities(stackOf(a), n, a.dtype), times(p, a));
    const within = times(times(p, t), p);
    const fromRows = times(times(times(p, pt), tt), beside);
    const fromColumns = times(beyond, times(tt, times(pt, p)));
    return { outputs: [p], tangents: [subtract(add(fromRows, fromColumns), within)] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => pinvPrimitive),
  print: ({ rtol }) => ({ rtol }),
};

/** Finds the pseudo-inverses of matrices. */
export const pseudoInverse = (a: ndarray, rtol: number): ndarray => bindOne(pinvPrimitive, [a], { rtol });
