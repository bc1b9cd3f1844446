import type { ndarray } from "../array/ndarray";
import { add } from "../ops/map";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { substitute, type Triangle } from "./float64/substitute";
import { keep, negative, times, transposed } from "./matrices";
import { eachMatrix, oneMoreAxis } from "./stack";

/** Solves A X = B, where A is triangular. */
const triangularPrimitive: Primitive<Triangle> = {
  name: "triangularSolve",
  shape: ([, b]) => [b],
  run: ([a, b], triangle) =>
    eachMatrix([a, b], [b], (matrix, right) => {
      const [n, columns] = b.shape.slice(-2);
      substitute(matrix, n, right, columns, triangle);
      return [right];
    }),
  jvp: ([a, b], [t, u], triangle) => {
    const x = triangularSolve(a, b, triangle);
    const { lower, transposed: isTransposed, unit } = triangle;
    if (!t) return { outputs: [x], tangents: [u && triangularSolve(a, u, triangle)] };
    const own = keep(t, (row, column) => (row === column ? !unit : row > column === lower));
    const fromA = negative(times(isTransposed ? transposed(own) : own, x));
    return { outputs: [x], tangents: [triangularSolve(a, u ? add(fromA, u) : fromA, triangle)] };
  },
  transpose: ([ct], [a], triangle) => [
    null,
    ct && triangularSolve(a as ndarray, ct, { ...triangle, transposed: !triangle.transposed }),
  ],
  batch: oneMoreAxis(() => triangularPrimitive),
  print: (triangle) => ({ ...triangle }),
};

/** Solves A X = B, where A is triangular: stacks of the same shape of square matrices, and of their right sides. */
export function triangularSolve(a: ndarray, b: ndarray, triangle: Triangle): ndarray {
  return bindOne(triangularPrimitive, [a, b], triangle);
}
