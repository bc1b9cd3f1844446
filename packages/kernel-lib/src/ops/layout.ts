import { formatShape, sameShape, sizeOf } from "../array/broadcast";
import { elementsOf, ndarray } from "../array/ndarray";
import { runCopier } from "../array/runs";
import { reordered } from "../array/rows";
import { makeStorage } from "../array/traits";
import { bindOne } from "./bind";
import type { BatchAxis, JvpRule, Primitive } from "./primitive";

/** A linear primitive of one operand: its tangent is what it does to the tangent. */
export const alike =
  <P>(primitive: () => Primitive<P>): JvpRule<P> =>
  ([x], [t], params) => ({
    outputs: [bindOne(primitive(), [x], params)],
    tangents: [t && bindOne(primitive(), [t], params)],
  });

/** Gives the same elements another shape. */
export const reshapePrimitive: Primitive<{ readonly shape: readonly number[] }> = {
  name: "reshape",
  shape: ([x], { shape }) => [{ shape, dtype: x.dtype }],
  run: ([x], { shape }) => [new ndarray(elementsOf(x), shape, x.dtype)],
  jvp: alike(() => reshapePrimitive),
  transpose: ([ct], [x]) => [ct && reshape(ct, x.shape)],
  batch: ([x], [axis], size, { shape }) => ({
    outputs: [reshape(front(x, axis), [size, ...shape])],
    axes: [0],
  }),
};

/** Gives an array another shape of as many elements. */
export function reshape(x: ndarray, shape: readonly number[]): ndarray {
  if (sameShape(x.shape, shape)) return x;
  if (sizeOf("reshape", shape) !== x.size) {
    throw new RangeError(`reshape: shape ${formatShape(x.shape)} does not fit into ${formatShape(shape)}`);
  }
  return bindOne(reshapePrimitive, [x], { shape });
}

const inverse = (order: readonly number[]): number[] => order.map((_, axis) => order.indexOf(axis));

/** Puts axes in another order: axis i of the result is axis `order[i]` of the operand. */
export const transposePrimitive: Primitive<{ readonly order: readonly number[] }> = {
  name: "transpose",
  shape: ([x], { order }) => [{ shape: order.map((axis) => x.shape[axis]), dtype: x.dtype }],
  run: ([x], { order }) => [
    new ndarray(
      reordered(x, order),
      order.map((axis) => x.shape[axis]),
      x.dtype,
    ),
  ],
  jvp: alike(() => transposePrimitive),
  transpose: ([ct], _, { order }) => [ct && transpose(ct, inverse(order))],
  batch: ([x], [axis], _, { order }) => ({
    outputs: [transpose(front(x, axis), [0, ...order.map((one) => one + 1)])],
    axes: [0],
  }),
};

/** Puts axes in another order: axis i of the result is axis `order[i]` of the operand. */
export function transpose(x: ndarray, order: readonly number[]): ndarray {
  if (order.every((axis, i) => axis === i)) return x;
  return bindOne(transposePrimitive, [x], { order });
}

/** Turns axes round. */
const reversePrimitive: Primitive<{ readonly axes: readonly number[] }> = {
  name: "reverse",
  shape: ([x]) => [x],
  run: ([x], { axes }) => [reversed(x, axes)],
  jvp: alike(() => reversePrimitive),
  transpose: ([ct], _, { axes }) => [ct && reverse(ct, axes)],
  batch: ([x], [axis], _, { axes }) => ({
    outputs: [
      reverse(
        front(x, axis),
        axes.map((one) => one + 1),
      ),
    ],
    axes: [0],
  }),
};

function reversed(x: ndarray, axes: readonly number[]): ndarray {
  let data = elementsOf(x);
  for (const axis of axes) {
    const length = x.shape[axis];
    const inner = x.shape.slice(axis + 1).reduce((product, one) => product * one, 1);
    const out = makeStorage(x.dtype, data.length);
    const copy = runCopier(data, out);
    for (let start = 0; start < data.length; start += length * inner) {
      for (let i = 0; i < length; i++) copy(start + (length - 1 - i) * inner, start + i * inner, inner);
    }
    data = out;
  }
  return new ndarray(data, x.shape, x.dtype);
}

/** Turns axes round: the last element comes first. */
export function reverse(x: ndarray, axes: readonly number[]): ndarray {
  return axes.length === 0 ? x : bindOne(reversePrimitive, [x], { axes });
}

/** Puts one axis elsewhere; the others keep their order. */
export function moveAxis(x: ndarray, from: number, to: number): ndarray {
  if (from === to) return x;
  const order = x.shape.map((_, axis) => axis).filter((axis) => axis !== from);
  order.splice(to, 0, from);
  return transpose(x, order);
}

/** An operand of a batch with the mapped axis in front. */
export function front(x: ndarray, axis: BatchAxis): ndarray {
  return axis === null ? x : moveAxis(x, axis, 0);
}
