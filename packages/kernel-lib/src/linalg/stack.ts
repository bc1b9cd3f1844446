import type { DType } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import { sizeOf } from "../array/broadcast";
import { toFront } from "../ops/broadcast";
import { bind } from "../ops/bind";
import type { Aval, BatchRule, Primitive } from "../ops/primitive";

/** The shape of the stack in which matrices lie. */
export const stackOf = ({ shape }: Aval): readonly number[] => shape.slice(0, -2);

/** The batch rule of what works on each matrix of a stack: the batch is one more axis of the stack. */
export const oneMoreAxis =
  <P>(primitive: () => Primitive<P>): BatchRule<P> =>
  (operands, axes, size, params) => {
    const outputs = bind(
      primitive(),
      operands.map((x, i) => toFront(x, axes[i], size)),
      params,
    );
    return { outputs, axes: outputs.map(() => 0) };
  };

/**
 * Computes on each matrix of stacks, in float64.
 *
 * @param operands - Stacks of the same shape of matrices.
 * @param outputs - The shapes and dtypes of the results.
 * @param compute - Gets copies of the matrices, which it may overwrite, and gives what the results hold.
 */
export function eachMatrix(
  operands: readonly ndarray[],
  outputs: readonly Aval[],
  compute: (...matrices: Float64Array[]) => readonly ArrayLike<number>[],
): ndarray[] {
  const count = stackOf(operands[0]).reduce((product, length) => product * length, 1);
  const storages = outputs.map(({ shape, dtype }) => makeStorage(dtype, sizeOf("linalg", shape)));
  for (let i = 0; i < count; i++) {
    const matrices = operands.map((operand) => {
      const data = elementsOf(operand);
      const size = data.length / count;
      return Float64Array.from(data.subarray(i * size, (i + 1) * size));
    });
    const results = compute(...matrices);
    results.forEach((result, k) => storages[k].set(result, i * (storages[k].length / count)));
  }
  return outputs.map(({ shape, dtype }, k) => new ndarray(storages[k], shape, dtype));
}

/** A result that has one number for each of the last axes beyond the stack. */
export const stackedShape = (x: Aval, last: readonly number[], dtype: DType = x.dtype): Aval => ({
  shape: [...stackOf(x), ...last],
  dtype,
});
