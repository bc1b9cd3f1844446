import type { ndarray } from "../array/ndarray";
import { concatenate } from "../ops/concatenate";
import { sum } from "../ops/broadcast";
import { reshape, reverse } from "../ops/layout";
import { add, full, multiply } from "../ops/map";
import { bind, bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { sliceAxis } from "../ops/slice";
import { cross } from "../np/vectorProducts";
import { cofactorsOf } from "./float64/cofactors";
import { factorizeLu, parityOf } from "./float64/lu";
import { diagonalOf, divide, keep, negative, scaled, subtract, times, transposed } from "./matrices";
import { solve } from "./solve";
import { eachMatrix, oneMoreAxis, stackedShape, stackOf } from "./stack";

/** The diagonal of U, and the sign of the exchanges of rows, by elimination. */
function eliminated(matrix: Float64Array, n: number): { diagonal: Float64Array; sign: number } {
  const pivots = new Int32Array(n);
  factorizeLu(matrix, n, n, pivots);
  return { diagonal: Float64Array.from(pivots, (_, i) => matrix[i * (n + 1)]), sign: parityOf(pivots) };
}

const orderOf = (a: ndarray): number => a.shape[a.ndim - 1];
const innerProduct = (x: ndarray, y: ndarray): ndarray => sum(multiply(x, y), [x.ndim - 2, x.ndim - 1]);

/** Finds determinants. */
const detPrimitive: Primitive<null> = {
  name: "det",
  shape: ([a]) => [stackedShape(a, [])],
  run: ([a]) =>
    eachMatrix([a], [stackedShape(a, [])], (matrix) => {
      const { diagonal, sign } = eliminated(matrix, orderOf(a));
      return [[diagonal.reduce((product, one) => product * one, sign)]];
    }),
  jvp: ([a], [t]) => ({ outputs: [determinant(a)], tangents: [t && innerProduct(cofactors(a), t)] }),
  transpose: "none",
  batch: oneMoreAxis(() => detPrimitive),
};

/** Finds the determinants of matrices. */
export const determinant = (a: ndarray): ndarray => bindOne(detPrimitive, [a], null);

/** Finds the sign of determinants, and the logarithm of their absolute value. */
const slogdetPrimitive: Primitive<null> = {
  name: "slogdet",
  shape: ([a]) => [stackedShape(a, []), stackedShape(a, [])],
  run: ([a]) =>
    eachMatrix([a], [stackedShape(a, []), stackedShape(a, [])], (matrix) => {
      const { diagonal, sign } = eliminated(matrix, orderOf(a));
      return [
        [diagonal.reduce((product, one) => product * Math.sign(one), sign)],
        [diagonal.reduce((total, one) => total + Math.log(Math.abs(one)), 0)],
      ];
    }),
  jvp: ([a], [t]) => {
    const outputs = logDeterminant(a);
    if (!t) return { outputs, tangents: [null, null] };
    return { outputs, tangents: [null, sum(diagonalOf(solve(a, t)), [stackOf(a).length])] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => slogdetPrimitive),
};

/** Finds the sign of the determinants of matrices, and the logarithm of their absolute value. */
export const logDeterminant = (a: ndarray): readonly ndarray[] => bind(slogdetPrimitive, [a], null);

/** Finds what determinants change by with each element, of singular matrices, too. */
const cofactorsPrimitive: Primitive<null> = {
  name: "cofactors",
  shape: ([a]) => [a],
  run: ([a]) => eachMatrix([a], [a], (matrix) => [cofactorsOf(matrix, orderOf(a))]),
  jvp: ([a], [t]) => {
    const c = cofactors(a);
    if (!t) return { outputs: [c], tangents: [null] };
    // (C ⟨C, A'⟩ − C A'ᵀ C) / det A
    const [own, det] = [innerProduct(c, t), determinant(a)].map((x) => reshape(x, [...x.shape, 1, 1]));
    const change = subtract(multiply(c, own), times(times(c, transposed(t)), c));
    return { outputs: [c], tangents: [divide(change, det)] };
  },
  transpose: "none",
  batch: oneMoreAxis(() => cofactorsPrimitive),
};

/** Finds what determinants change by with each element: written out up to 3 × 3, where it is smooth everywhere. */
function cofactors(a: ndarray): ndarray {
  const n = orderOf(a);
  const rowAxis = a.ndim - 2;
  if (n <= 1) return add(scaled(a, 0), full(1, a.shape, a.dtype));
  if (n === 2) {
    const turned = reverse(a, [rowAxis, rowAxis + 1]);
    return add(
      keep(turned, (i, k) => i === k),
      negative(keep(turned, (i, k) => i !== k)),
    );
  }
  if (n > 3) return bindOne(cofactorsPrimitive, [a], null);
  const row = (i: number): ndarray => sliceAxis(a, rowAxis, i, i + 1);
  return concatenate([cross(row(1), row(2)), cross(row(2), row(0)), cross(row(0), row(1))], rowAxis);
}
