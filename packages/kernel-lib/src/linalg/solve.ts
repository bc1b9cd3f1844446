import type { ndarray } from "../array/ndarray";
import { add } from "../ops/map";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { exchangeRows, factorizeLu } from "./float64/lu";
import { substitute } from "./float64/substitute";
import { negative, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis } from "./stack";

/** Solves A X = B. */
const solvePrimitive: Primitive<null> = {
  name: "solve",
  shape: ([, b]) => [b],
  run: ([a, b]) =>
    eachMatrix([a, b], [b], (matrix, right) => {
      const [n, columns] = b.shape.slice(-2);
      const pivots = new Int32Array(n);
      factorizeLu(matrix, n, n, pivots);
      pivots.forEach((pivot, k) => exchangeRows(right, columns, k, pivot));
      substitute(matrix, n, right, columns, { lower: true, transposed: false, unit: true });
      substitute(matrix, n, right, columns, { lower: false, transposed: false, unit: false });
      return [right];
    }),
  jvp: ([a, b], [t, u]) => {
    const x = solve(a, b);
    if (!t) return { outputs: [x], tangents: [u && solve(a, u)] };
    const fromA = negative(times(t, x));
    return { outputs: [x], tangents: [solve(a, u ? add(fromA, u) : fromA)] };
  },
  transpose: ([ct], [a]) => [null, ct && solve(transposed(a as ndarray), ct)],
  batch: oneMoreAxis(() => solvePrimitive),
};

/** Solves A X = B: stacks of the same shape of square matrices, and of their right sides. */
export function solve(a: ndarray, b: ndarray): ndarray {
  return bindOne(solvePrimitive, [a, b], null);
}
