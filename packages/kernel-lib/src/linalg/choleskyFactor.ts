import type { ndarray } from "../array/ndarray";
import { scaled, keep, times, transposed } from "./matrices";
import { add } from "../ops/map";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { factorizeCholesky } from "./float64/cholesky";
import { eachMatrix, oneMoreAxis } from "./stack";
import { triangularSolve } from "./triangularSolve";

const lower = { lower: true, transposed: false, unit: false };

/** Factorizes A = L Lᵀ, of which the lower triangle is read. */
const choleskyPrimitive: Primitive<null> = {
  name: "cholesky",
  shape: ([a]) => [a],
  run: ([a]) =>
    eachMatrix([a], [a], (matrix) => {
      factorizeCholesky(matrix, a.shape[a.ndim - 1]);
      return [matrix];
    }),
  jvp: ([a], [t]) => {
    const factor = choleskyFactor(a);
    if (!t) return { outputs: [factor], tangents: [null] };
    // L⁻¹ A' L⁻ᵀ, of which the lower triangle and half the diagonal are L⁻¹ L'.
    const half = triangularSolve(factor, t, lower);
    const both = transposed(triangularSolve(factor, transposed(half), lower));
    const whole = keep(both, (row, column) => row >= column);
    const strict = keep(both, (row, column) => row > column);
    return { outputs: [factor], tangents: [times(factor, scaled(add(whole, strict), 0.5))] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => choleskyPrimitive),
};

/** Factorizes symmetric matrices: A = L Lᵀ; NaN where a matrix is not positive definite. */
export function choleskyFactor(a: ndarray): ndarray {
  return bindOne(choleskyPrimitive, [a], null);
}
