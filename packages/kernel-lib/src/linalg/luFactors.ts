import type { ndarray } from "../array/ndarray";
import { broadcast } from "../ops/broadcast";
import { takeAlong } from "../ops/gather";
import { reshape } from "../ops/layout";
import { add, scalar } from "../ops/map";
import { bind } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { pad } from "../ops/slice";
import { exchangeRows, factorizeLu } from "./float64/lu";
import { identities, keep, lowerOf, times, transposed, upperOf } from "./matrices";
import { eachMatrix, oneMoreAxis, stackedShape, stackOf } from "./stack";
import { triangularSolve } from "./triangularSolve";

/** Factorizes P A = L U; gives L and U in one matrix, the exchanges of rows, and the order of rows they amount to. */
const luPrimitive: Primitive<null> = {
  name: "lu",
  shape: ([a]) => {
    const [m, n] = a.shape.slice(-2);
    return [a, stackedShape(a, [Math.min(m, n)], "int32"), stackedShape(a, [m], "int32")];
  },
  run: ([a], params) =>
    eachMatrix([a], luPrimitive.shape([a], params), (matrix) => {
      const [m, n] = a.shape.slice(-2);
      const pivots = new Int32Array(Math.min(m, n));
      factorizeLu(matrix, m, n, pivots);
      const order = Int32Array.from({ length: m }, (_, i) => i);
      pivots.forEach((pivot, k) => exchangeRows(order, 1, k, pivot));
      return [matrix, pivots, order];
    }),
  jvp: ([a], [t]) => {
    const { lu, pivots, order } = luFactors(a);
    const outputs = [lu, pivots, order];
    if (!t) return { outputs, tangents: [null, null, null] };
    const { lower, upper } = squareFactors(lu);
    // L⁻¹ P A' U⁻¹, whose lower triangle is L⁻¹ L' and whose upper one is U' U⁻¹.
    const left = triangularSolve(lower, inOrder(t, order), unitLower);
    const both = transposed(triangularSolve(upper, transposed(left), upperTransposed));
    const tangent = add(times(lower, lowerOf(both, true)), times(upperOf(both), upper));
    return { outputs, tangents: [tangent, null, null] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => luPrimitive),
};

const unitLower = { lower: true, transposed: false, unit: true };
const upperTransposed = { lower: false, transposed: true, unit: false };

/** Factorizes matrices: P A = L U, in one matrix; the exchanges of rows, and the order of rows they amount to. */
export function luFactors(a: ndarray): { lu: ndarray; pivots: ndarray; order: ndarray } {
  const [lu, pivots, order] = bind(luPrimitive, [a], null);
  return { lu, pivots, order };
}

/** L and U as square matrices, completed by those of the identity. */
function squareFactors(lu: ndarray): { lower: ndarray; upper: ndarray } {
  const [m, n] = lu.shape.slice(-2);
  const [ofM, ofN] = [identities(stackOf(lu), m, lu.dtype), identities(stackOf(lu), n, lu.dtype)];
  const beyond = keep(ofN, (row) => row >= Math.min(m, n));
  return { lower: add(lowerOf(fitted(lu, m, m), true), ofM), upper: add(upperOf(fitted(lu, n, n)), beyond) };
}

/** Matrices with rows and columns cut off, or of zeros added, at the end. */
export function fitted(x: ndarray, rows: number, columns: number): ndarray {
  const [m, n] = x.shape.slice(-2);
  const none = x.shape.map(() => 0);
  return pad(x, scalar(0, x.dtype), {
    low: none,
    high: [...none.slice(0, -2), rows - m, columns - n],
    interior: none,
  });
}

/** The rows of matrices in another order. */
export function inOrder(x: ndarray, order: ndarray): ndarray {
  const indices = broadcast(reshape(order, [...order.shape, 1]), x.shape);
  return takeAlong(x, indices, x.ndim - 2, "clip");
}
