import { elementsOf, ndarray } from "../array/ndarray";
import { bindOne, noTangent } from "./bind";
import { toFront } from "./broadcast";
import type { Primitive } from "./primitive";
import { inOrder } from "./sort";

/** On which side of equal elements a place is. */
export type Side = "left" | "right";

interface SearchParams {
  readonly side: Side;
}

/** Finds where values go into sorted rows, each of which is searched for values of its own: of [...rows, n] and [...rows, …]. */
const searchPrimitive: Primitive<SearchParams> = {
  name: "searchsorted",
  shape: ([, values]) => [{ shape: values.shape, dtype: "int32" }],
  run: ([sorted, values], { side }) => [searched(sorted, values, side)],
  jvp: noTangent(() => searchPrimitive),
  transpose: "none",
  batch: ([sorted, values], [own, valuesAxis], size, params) => ({
    outputs: [
      bindOne(searchPrimitive, [toFront(sorted, own, size), toFront(values, valuesAxis, size)], params),
    ],
    axes: [0],
  }),
};

function searched(sorted: ndarray, values: ndarray, side: Side): ndarray {
  const length = sorted.shape[sorted.ndim - 1];
  const rows = sorted.shape.slice(0, -1).reduce((product, one) => product * one, 1);
  const run = values.size / Math.max(1, rows);
  const out = new Int32Array(values.size);
  for (let i = 0; i < out.length; i++) {
    const start = Math.floor(i / run) * length;
    let [low, high] = [0, length];
    while (low < high) {
      const middle = (low + high) >> 1;
      const order = inOrder(elementsOf(sorted)[start + middle], elementsOf(values)[i]);
      if (order < 0 || (order === 0 && side === "right")) low = middle + 1;
      else high = middle;
    }
    out[i] = low;
  }
  return new ndarray(out, values.shape, "int32");
}

/** Finds where values go into a sorted array of one axis. */
export function searchsorted(sorted: ndarray, values: ndarray, side: Side): ndarray {
  return bindOne(searchPrimitive, [sorted, values], { side });
}
