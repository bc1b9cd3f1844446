import { broadcastShapes, sameShape } from "../array/broadcast";
import { ndarray } from "../array/ndarray";
import { reduceRows, rowsOf } from "../array/rows";
import { stretched } from "../array/stretch";
import { sumOf } from "../array/summation";
import { foldFloats } from "./folding";
import { alike, front, reshape } from "./layout";
import { bindOne } from "./bind";
import { lengthOf, type BatchAxis, type Primitive } from "./primitive";

/** Repeats elements along new axes in front and along axes of length 1. */
const broadcastPrimitive: Primitive<{ readonly shape: readonly number[] }> = {
  name: "broadcast",
  shape: ([x], { shape }) => [{ shape, dtype: x.dtype }],
  run: ([x], { shape }) => [stretched("broadcast", x, shape)],
  jvp: alike(() => broadcastPrimitive),
  transpose: ([ct], [x]) => [ct && unbroadcast(ct, x.shape)],
  batch: ([x], [axis], size, { shape }) => ({
    outputs: [broadcast(withRank(front(x, axis), shape.length), [size, ...shape])],
    axes: [0],
  }),
};

/** Repeats an array to a shape to which it broadcasts. */
export function broadcast(x: ndarray, shape: readonly number[]): ndarray {
  return sameShape(x.shape, shape) ? x : bindOne(broadcastPrimitive, [x], { shape });
}

/** Gives what is mapped along its first axis as many further axes as it takes to broadcast as if it were not mapped. */
export function withRank(x: ndarray, rank: number): ndarray {
  const [size, ...rest] = x.shape;
  return reshape(x, [size, ...new Array<number>(Math.max(0, rank - rest.length)).fill(1), ...rest]);
}

/** Adds up along axes, which go. */
export const sumPrimitive: Primitive<{ readonly axes: readonly number[] }> = {
  name: "sum",
  shape: ([x], { axes }) => [{ shape: x.shape.filter((_, axis) => !axes.includes(axis)), dtype: x.dtype }],
  run: ([x], { axes }) => {
    const rows = rowsOf("sum", x, axes);
    return [foldFloats("sum", rows, x.dtype) ?? reduceRows(rows, x.dtype, false, sumOf(x.dtype))];
  },
  jvp: alike(() => sumPrimitive),
  transpose: ([ct], [x], { axes }) => [ct && broadcast(reshape(ct, ones(x.shape, axes)), x.shape)],
  batch: ([x], [axis], _, { axes }) => ({
    outputs: [
      sum(
        front(x, axis),
        axes.map((one) => one + 1),
      ),
    ],
    axes: [0],
  }),
  flops: ([x], [result]) => lengthOf(x) - lengthOf(result),
};

/** Adds up along axes, which go. Integers wrap. */
export function sum(x: ndarray, axes: readonly number[]): ndarray {
  return axes.length === 0 ? x : bindOne(sumPrimitive, [x], { axes });
}

/** A shape in which some axes have length 1. */
export function ones(shape: readonly number[], axes: readonly number[]): number[] {
  return shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
}

/** Adds up what reaches each element that was repeated: the reverse of {@link broadcast}. */
export function unbroadcast(x: ndarray, shape: readonly number[]): ndarray {
  if (sameShape(x.shape, shape)) return x;
  const missing = x.ndim - shape.length;
  const axes = x.shape.flatMap((length, axis) =>
    axis < missing || (shape[axis - missing] === 1 && length !== 1) ? [axis] : [],
  );
  return reshape(sum(x, axes), shape);
}

/** An operand of a batch with the mapped axis in front; repeated there if it is the same for all. */
export function toFront(x: ndarray, axis: BatchAxis, size: number): ndarray {
  return axis === null ? broadcast(x, [size, ...x.shape]) : front(x, axis);
}

/** Operands of a batch such that they broadcast with one another, those that are mapped along their first axis. */
export function aligned(operands: readonly ndarray[], axes: readonly BatchAxis[]): ndarray[] {
  const rank = Math.max(...operands.map((x, i) => x.ndim - (axes[i] === null ? 0 : 1)));
  return operands.map((x, i) => (axes[i] === null ? x : withRank(front(x, axes[i]), rank)));
}

/** The shape to which operands broadcast. */
export const commonShape = (name: string, operands: readonly { readonly shape: readonly number[] }[]) =>
  broadcastShapes(name, ...operands.map((x) => x.shape));
