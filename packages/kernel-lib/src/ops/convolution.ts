import { add } from "./map";
import { dot } from "./dot";
import { front, moveAxis, reshape, reverse, transpose } from "./layout";
import { fillPatches, type Grid } from "./patches";
import { bindOne } from "./bind";
import { Linear, type Aval, type Batched, type BatchAxis, type Primitive } from "./primitive";
import { sizeOf } from "../array/broadcast";
import { ndarray } from "../array/ndarray";
import { emptyStorage, makeStorage } from "../array/traits";

/**
 * A convolution as lax.conv_general_dilated has it (the kernel is not turned round), with channels last: of [N, ...S, C]
 * and [...K, C / featureGroups, O] it makes [N / batchGroups, ...S′, O].
 */
export interface ConvolutionParams {
  readonly strides: readonly number[];
  /** How many zeros come before and behind each spatial axis; fewer than none cut. */
  readonly padding: readonly (readonly [low: number, high: number])[];
  /** The distance of neighbours in the input, where zeros are put between them. */
  readonly lhsDilation: readonly number[];
  /** The distance of neighbours in the kernel. */
  readonly rhsDilation: readonly number[];
  /** Into how many groups channels of input and output are divided, which know nothing of one another. */
  readonly featureGroups: number;
  /** Into how many groups examples are divided, each of which makes its part of the output's channels. */
  readonly batchGroups: number;
}

/** The length of an axis with zeros between its elements. */
const dilated = (length: number, by: number): number => (length === 0 ? 0 : (length - 1) * by + 1);

const spatial = (lhs: Aval): readonly number[] => lhs.shape.slice(1, -1);

/** The lengths of the spatial axes of a result. */
export function convolvedLengths(
  lengths: readonly number[],
  kernel: readonly number[],
  { strides, padding, lhsDilation, rhsDilation }: Omit<ConvolutionParams, "featureGroups" | "batchGroups">,
): number[] {
  return lengths.map((length, i) => {
    const room = dilated(length, lhsDilation[i]) + padding[i][0] + padding[i][1];
    return Math.max(0, Math.floor((room - dilated(kernel[i], rhsDilation[i])) / strides[i]) + 1);
  });
}

function convolvedShape(lhs: Aval, rhs: Aval, params: ConvolutionParams): number[] {
  return [
    lhs.shape[0] / params.batchGroups,
    ...convolvedLengths(spatial(lhs), rhs.shape.slice(0, -2), params),
    rhs.shape[rhs.shape.length - 1],
  ];
}

/** Moves a kernel over the positions of an input and adds up the products; linear in both. */
const convolutionPrimitive: Primitive<ConvolutionParams> = {
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

/** As many numbers of patches are laid out at once. */
const most = 1 << 20;

/** Lays the patches under the kernel side by side, as rows of a matrix, and multiplies that with the kernel. */
function convolved(lhs: ndarray, rhs: ndarray, params: ConvolutionParams): ndarray {
  const { featureGroups, batchGroups } = params;
  const shape = convolvedShape(lhs, rhs, params);
  const { dtype } = lhs;
  const out = emptyStorage(dtype, sizeOf("convolution", shape));
  const [examples, channels] = [shape[0], shape[shape.length - 1]];
  const groups = Math.max(featureGroups, batchGroups);
  const depth = rhs.shape[rhs.shape.length - 2];
  const grid: Grid = {
    lengths: spatial(lhs),
    channels: lhs.shape[lhs.shape.length - 1],
    kernel: rhs.shape.slice(0, -2),
    results: shape.slice(1, -1),
    depth,
    ...params,
  };
  const positions = grid.results.reduce((product, length) => product * length, 1);
  const width = grid.kernel.reduce((product, length) => product * length, depth);
  if (out.length === 0 || width === 0) return new ndarray(out.fill(0), shape, dtype);
  const together = Math.max(1, Math.min(examples, Math.floor(most / Math.max(1, positions * width))));
  const own = channels / groups;
  const kernels = kernelsOf(rhs, groups, width);
  const patches = makeStorage(dtype, together * positions * width);
  for (let group = 0; group < groups; group++) {
    for (let first = 0; first < examples; first += together) {
      const count = Math.min(together, examples - first);
      const start = batchGroups > 1 ? group * examples + first : first;
      const rows = count * positions;
      const laid = patches.subarray(0, rows * width).fill(0);
      fillPatches(laid, lhs.data, grid, start, count, featureGroups > 1 ? group * depth : 0);
      const product = dot(new ndarray(laid, [rows, width], dtype), kernels[group], matrixProduct).data;
      const at = first * positions * channels + group * own;
      if (groups === 1) out.set(product, at);
      else {
        for (let row = 0; row < rows; row++) {
          out.set(product.subarray(row * own, (row + 1) * own), at + row * channels);
        }
      }
    }
  }
  return new ndarray(out, shape, dtype);
}

const matrixProduct = { contract: [[1], [0]], batch: [[], []] } as const;

/** The kernel as matrices, one for each group: rows as patches are laid out, columns of channels that come out. */
function kernelsOf(rhs: ndarray, groups: number, width: number): ndarray[] {
  const channels = rhs.shape[rhs.shape.length - 1];
  const own = channels / groups;
  if (groups === 1) return [new ndarray(rhs.data, [width, own], rhs.dtype)];
  return Array.from({ length: groups }, (_, group) => {
    const part = makeStorage(rhs.dtype, width * own);
    for (let row = 0; row < width; row++) {
      const from = row * channels + group * own;
      part.set(rhs.data.subarray(from, from + own), row * own);
    }
    return new ndarray(part, [width, own], rhs.dtype);
  });
}
