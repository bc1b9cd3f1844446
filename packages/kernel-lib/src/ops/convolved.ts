import { sizeOf } from "../array/broadcast";
import { elementsOf, ndarray } from "../array/ndarray";
import { emptyStorage, isFloating, makeStorage } from "../array/traits";
import { convolveFloats, type Floats } from "../simd/convolution/convolve";
import { dot } from "./dot";
import { fillPatches, type Grid } from "./patches";
import type { Aval } from "./primitive";

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
export const dilated = (length: number, by: number): number => (length === 0 ? 0 : (length - 1) * by + 1);

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

/** The shape of a result. */
export function convolvedShape(lhs: Aval, rhs: Aval, params: ConvolutionParams): number[] {
  return [
    lhs.shape[0] / params.batchGroups,
    ...convolvedLengths(spatial(lhs), rhs.shape.slice(0, -2), params),
    rhs.shape[rhs.shape.length - 1],
  ];
}

/** How many pairs of an element of the input and one of the kernel meet, channels aside: zeros around and between count for none. */
export function pairsWithin(lhs: Aval, rhs: Aval, params: ConvolutionParams): number {
  const results = convolvedShape(lhs, rhs, params).slice(1, -1);
  return results.reduce((pairs, count, i) => {
    let own = 0;
    for (let place = 0; place < count; place++) {
      for (let k = 0; k < rhs.shape[i]; k++) {
        const at = place * params.strides[i] + k * params.rhsDilation[i] - params.padding[i][0];
        if (at >= 0 && at % params.lhsDilation[i] === 0 && at / params.lhsDilation[i] < lhs.shape[i + 1])
          own++;
      }
    }
    return pairs * own;
  }, 1);
}

/** As many numbers of patches are laid out at once. */
const most = 1 << 20;

/** Lays the patches under the kernel side by side, as rows of a matrix, and multiplies that with the kernel; floats in the arena. */
export function convolved(lhs: ndarray, rhs: ndarray, params: ConvolutionParams): ndarray {
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
  if (grid.lengths.length > 0 && isFloating(dtype)) {
    const [x, kernel, result] = [elementsOf(lhs), elementsOf(rhs), out] as Floats[];
    const convolving = { ...grid, outputs: channels, examples, featureGroups, batchGroups };
    if (convolveFloats(x, kernel, result, convolving)) return new ndarray(out, shape, dtype);
  }
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
      fillPatches(laid, elementsOf(lhs), grid, start, count, featureGroups > 1 ? group * depth : 0);
      const product = elementsOf(dot(new ndarray(laid, [rows, width], dtype), kernels[group], matrixProduct));
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
  if (groups === 1) return [new ndarray(elementsOf(rhs), [width, own], rhs.dtype)];
  return Array.from({ length: groups }, (_, group) => {
    const part = makeStorage(rhs.dtype, width * own);
    for (let row = 0; row < width; row++) {
      const from = row * channels + group * own;
      part.set(elementsOf(rhs).subarray(from, from + own), row * own);
    }
    return new ndarray(part, [width, own], rhs.dtype);
  });
}
