import { ndarray } from "../../array/ndarray";
import { toFront } from "../../ops/broadcast";
import { bindOne } from "../../ops/bind";
import type { Primitive } from "../../ops/primitive";

/** The order of n rows that exchanges of rows amount to, one after another: row k with row pivots[k]. */
const permutationPrimitive: Primitive<number> = {
  name: "luPivotsToPermutation",
  shape: ([{ shape }], n) => [{ shape: [...shape.slice(0, -1), n], dtype: "int32" }],
  run: ([pivots], n) => {
    const count = pivots.shape[pivots.ndim - 1];
    const stack = pivots.shape.slice(0, -1);
    const rows = stack.reduce((product, length) => product * length, 1);
    const order = Int32Array.from({ length: rows * n }, (_, i) => i % n);
    for (let row = 0; row < rows; row++) {
      const own = order.subarray(row * n, (row + 1) * n);
      for (let k = 0; k < count; k++) {
        const pivot = Number(pivots.data[row * count + k]);
        [own[k], own[pivot]] = [own[pivot], own[k]];
      }
    }
    return [new ndarray(order, [...stack, n], "int32")];
  },
  jvp: ([pivots], _, n) => ({ outputs: [permutationOf(pivots, n)], tangents: [null] }),
  transpose: "none",
  batch: ([pivots], [axis], size, n) => ({
    outputs: [permutationOf(toFront(pivots, axis, size), n)],
    axes: [0],
  }),
};

/** The order of n rows that exchanges of rows amount to. */
export const permutationOf = (pivots: ndarray, n: number): ndarray =>
  bindOne(permutationPrimitive, [pivots], n);
