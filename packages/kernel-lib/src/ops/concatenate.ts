import { elementsOf, ndarray } from "../array/ndarray";
import { runCopier } from "../array/runs";
import { sizeOf } from "../array/broadcast";
import { emptyStorage } from "../array/traits";
import { toFront } from "./broadcast";
import { full } from "./map";
import { bindOne } from "./bind";
import { Linear, type Aval, type Primitive } from "./primitive";
import { sliceAxis } from "./slice";

interface ConcatenateParams {
  readonly axis: number;
}

const joinedShape = (operands: readonly Aval[], axis: number): number[] =>
  operands[0].shape.map((length, i) =>
    i === axis ? operands.reduce((total, x) => total + x.shape[axis], 0) : length,
  );

/** Puts arrays one behind the other along an axis. */
export const concatenatePrimitive: Primitive<ConcatenateParams> = {
  name: "concatenate",
  shape: (operands, { axis }) => [{ shape: joinedShape(operands, axis), dtype: operands[0].dtype }],
  run: (operands, { axis }) => [joined(operands, axis)],
  jvp: (operands, tangents, { axis }) => ({
    outputs: [concatenate(operands, axis)],
    tangents: [
      concatenate(
        operands.map((x, i) => tangents[i] ?? full(0, x.shape, x.dtype)),
        axis,
      ),
    ],
  }),
  transpose: ([ct], operands, { axis }) => {
    let end = 0;
    return operands.map((x) => {
      const start = end;
      end += x.shape[axis];
      return ct && x instanceof Linear ? sliceAxis(ct, axis, start, end) : null;
    });
  },
  batch: (operands, axes, size, { axis }) => ({
    outputs: [
      concatenate(
        operands.map((x, i) => toFront(x, axes[i], size)),
        axis + 1,
      ),
    ],
    axes: [0],
  }),
};

function joined(operands: readonly ndarray[], axis: number): ndarray {
  const shape = joinedShape(operands, axis);
  const [{ dtype }] = operands;
  const out = emptyStorage(dtype, sizeOf("concatenate", shape));
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const outer = shape.slice(0, axis).reduce((product, length) => product * length, 1);
  let start = 0;
  for (const operand of operands) {
    const { shape: own } = operand;
    const data = elementsOf(operand);
    const run = own[axis] * inner;
    const copy = runCopier(data, out);
    for (let i = 0; i < outer; i++) copy(i * run, start + i * shape[axis] * inner, run);
    start += run;
  }
  return new ndarray(out, shape, dtype);
}

/** Puts arrays of one dtype one behind the other along an axis; their other lengths are the same. */
export function concatenate(operands: readonly ndarray[], axis: number): ndarray {
  return operands.length === 1 ? operands[0] : bindOne(concatenatePrimitive, operands, { axis });
}
