import type { ndarray } from "../array/ndarray";
import { multiply } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { transposedOf } from "./float64/qr";
import { eigenOfSymmetric } from "./float64/symmetric";
import { diagonalOf, inverseGaps, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis, stackedShape } from "./stack";

/** Finds eigenvalues, in rising order, and eigenvectors, as columns, of symmetric matrices. */
const eighPrimitive: Primitive<null> = {
  name: "eigh",
  shape: ([a]) => [stackedShape(a, a.shape.slice(-1)), a],
  run: ([a], params) =>
    eachMatrix([a], eighPrimitive.shape([a], params), (matrix) => {
      const n = a.shape[a.ndim - 1];
      const { values, vectors } = eigenOfSymmetric(matrix, n);
      return [values, transposedOf(vectors, n, n)];
    }),
  jvp: ([a], [t]) => {
    const [values, vectors] = symmetricEigen(a);
    if (!t) return { outputs: [values, vectors], tangents: [null, null] };
    const within = times(times(transposed(vectors), t), vectors);
    const turn = multiply(inverseGaps(values), within);
    return { outputs: [values, vectors], tangents: [diagonalOf(within), times(vectors, turn)] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => eighPrimitive),
};

/** Finds eigenvalues, in rising order, and eigenvectors, as columns, of symmetric matrices. */
export function symmetricEigen(a: ndarray): readonly ndarray[] {
  return bind(eighPrimitive, [a], null);
}
