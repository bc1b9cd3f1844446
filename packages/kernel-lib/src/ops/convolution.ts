import { add } from "./map";
import { front, moveAxis, reshape, reverse, transpose } from "./layout";
import { bindOne } from "./bind";
import { Linear, type Aval, type Batched, type BatchAxis, type Primitive } from "./primitive";
import type { ndarray } from "../array/ndarray";
import { convolved, convolvedShape, dilated, pairsWithin, type ConvolutionParams } from "./convolved";

/** Moves a kernel over the positions of an input and adds up the products; linear in both. */
export const convolutionPrimitive: Primitive<ConvolutionParams> = {
  name: "convolution",
  shape: ([lhs, rhs], params) => [{ shape: convolvedShape(lhs, rhs, params), dtype: lhs.dtype }],
  run: ([lhs, rhs], params) => [convolved(lhs, rhs, params)],
  jvp: ([lhs, rhs], [t, u], params) => {
    const left = t && convolution(t, rhs, params);
    const right = u && convolution(lhs, u, params);
    return {
      outputs: [convolution(lhs, rhs, params)],
      tangents: [left && right ? add(left, right) : (left ?? right)],
    };
  },
  transpose: ([ct], [lhs, rhs], params) => {
    if (!ct) return [null, null];
    return [
      lhs instanceof Linear ? towardsInput(ct, lhs, rhs as ndarray, params) : null,
      rhs instanceof Linear ? towardsKernel(ct, lhs as ndarray, rhs, params) : null,
    ];
  },
  flops: ([lhs, rhs], [result], params) => {
    const [depth, channels] = rhs.shape.slice(-2);
    return 2 * result.shape[0] * depth * channels * pairsWithin(lhs, rhs, params);
  },
  batch: ([lhs, rhs], [lhsAxis, rhsAxis], size, params) => batched(lhs, lhsAxis, rhs, rhsAxis, size, params),
};

/** Moves a kernel over the positions of an input and adds up the products. Both operands have one dtype. */
export function convolution(lhs: ndarray, rhs: ndarray, params: ConvolutionParams): ndarray {
  return bindOne(convolutionPrimitive, [lhs, rhs], params);
}

/** Divides an axis into groups and their members. */
const grouped = (x: ndarray, axis: number, groups: number): ndarray =>
  reshape(x, [...x.shape.slice(0, axis), groups, x.shape[axis] / groups, ...x.shape.slice(axis + 1)]);

/** Makes two neighbouring axes one. */
const merged = (x: ndarray, axis: number): ndarray =>
  reshape(x, [...x.shape.slice(0, axis), x.shape[axis] * x.shape[axis + 1], ...x.shape.slice(axis + 2)]);

/** The cotangent of the input: that of the result, spread by the strides, under the kernel turned round. */
function towardsInput(ct: ndarray, lhs: Aval, rhs: ndarray, params: ConvolutionParams): ndarray {
  const { strides, padding, lhsDilation, rhsDilation, featureGroups, batchGroups } = params;
  const rank = strides.length;
  const groups = Math.max(featureGroups, batchGroups);
  const axes = [...strides.keys()];
  // [...K, I, G, O] becomes [...K, O, G, I].
  const parted = grouped(reverse(rhs, axes), rank + 1, groups);
  const kernel = merged(transpose(parted, [...axes, rank + 2, rank + 1, rank]), rank + 1);
  const result = convolution(ct, kernel, {
    strides: lhsDilation,
    padding: axes.map((i) => {
      const reach = dilated(rhs.shape[i], rhsDilation[i]);
      const before = reach - padding[i][0] - 1;
      const room = dilated(lhs.shape[i + 1], lhsDilation[i]) + reach - 1;
      return [before, room - dilated(ct.shape[i + 1], strides[i]) - before] as const;
    }),
    lhsDilation: strides,
    rhsDilation,
    featureGroups: groups,
    batchGroups: 1,
  });
  if (batchGroups === 1) return result;
  return merged(moveAxis(grouped(result, rank + 1, batchGroups), rank + 1, 0), 0);
}

/** The cotangent of the kernel: the input, seen with examples as channels, under that of the result. */
function towardsKernel(ct: ndarray, lhs: ndarray, rhs: Aval, params: ConvolutionParams): ndarray {
  const { strides, padding, lhsDilation, rhsDilation, featureGroups, batchGroups } = params;
  const rank = strides.length;
  const axes = [...strides.keys()];
  const inner = axes.map((i) => i + 1);
  const swapped = transpose(lhs, [rank + 1, ...inner, 0]);
  const window = transpose(ct, [...inner, 0, rank + 1]);
  const result = convolution(swapped, window, {
    strides: rhsDilation,
    padding: axes.map((i) => {
      const reach = dilated(rhs.shape[i], rhsDilation[i]);
      const room = dilated(lhs.shape[i + 1], lhsDilation[i]);
      const [low] = padding[i];
      return [low, dilated(ct.shape[i + 1], strides[i]) + reach - 1 - low - room] as const;
    }),
    lhsDilation,
    rhsDilation: strides,
    featureGroups: batchGroups,
    batchGroups: featureGroups,
  });
  return moveAxis(result, 0, rank);
}

/** A batch of inputs becomes more examples, one of kernels more channels, one of both more groups. */
function batched(
  lhs: ndarray,
  lhsAxis: BatchAxis,
  rhs: ndarray,
  rhsAxis: BatchAxis,
  size: number,
  params: ConvolutionParams,
): Batched {
  const { featureGroups, batchGroups, strides } = params;
  const rank = strides.length;
  if (rhsAxis === null) {
    // Groups of examples stay outermost: [B, G, N] becomes [G, B, N].
    const parted = moveAxis(grouped(front(lhs, lhsAxis), 1, batchGroups), 0, 1);
    const examples = merged(merged(parted, 0), 0);
    return { outputs: [grouped(convolution(examples, rhs, params), 0, size)], axes: [0] };
  }
  const kernels = front(rhs, rhsAxis);
  if (lhsAxis === null) {
    // Groups of channels stay outermost: [B, ...K, I, G, O] becomes [...K, I, G, B, O].
    const groups = Math.max(featureGroups, batchGroups);
    const parted = moveAxis(grouped(kernels, rank + 2, groups), 0, rank + 2);
    const result = convolution(lhs, merged(merged(parted, rank + 1), rank + 1), params);
    const apart = grouped(grouped(result, rank + 1, groups * size), rank + 1, groups);
    return { outputs: [merged(moveAxis(apart, rank + 2, 0), rank + 2)], axes: [0] };
  }
  const kernel = merged(moveAxis(kernels, 0, rank + 1), rank + 1);
  const inputs = front(lhs, lhsAxis);
  const result =
    batchGroups > 1
      ? convolution(merged(inputs, 0), kernel, { ...params, batchGroups: batchGroups * size })
      : convolution(merged(moveAxis(inputs, 0, rank + 1), rank + 1), kernel, {
          ...params,
          featureGroups: featureGroups * size,
        });
  return { outputs: [grouped(result, rank + 1, size)], axes: [rank + 1] };
}
