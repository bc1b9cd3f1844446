import type { ndarray } from "../array/ndarray";
import { bind } from "./bind";
import { front, reshape } from "./layout";
import type { Primitive } from "./primitive";
import { sliceAxis } from "./slice";

interface PrintParams {
  /** Writes values, once they are known. */
  readonly write: (values: readonly ndarray[]) => void;
}

/** Has values written when they are known; it has no results. */
const printPrimitive: Primitive<PrintParams> = {
  name: "debug_print",
  shape: () => [],
  run: (operands, { write }) => {
    write(operands);
    return [];
  },
  jvp: (operands, _, params) => ({ outputs: bind(printPrimitive, operands, params), tangents: [] }),
  transpose: "none",
  batch: (operands, axes, size, params) => {
    for (let i = 0; i < size; i++) {
      const own = operands.map((x, k) => {
        if (axes[k] === null) return x;
        const moved = front(x, axes[k]);
        return reshape(sliceAxis(moved, 0, i, i + 1), moved.shape.slice(1));
      });
      bind(printPrimitive, own, params);
    }
    return { outputs: [], axes: [] };
  },
  print: () => ({}),
};

/** Has values written once a program that is followed knows them, for each example of a batch. */
export function print(values: readonly ndarray[], write: (values: readonly ndarray[]) => void): void {
  bind(printPrimitive, values, { write });
}
