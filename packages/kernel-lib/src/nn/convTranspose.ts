import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { add, multiply } from "../np/ufuncs";
import { sum } from "../ops/broadcast";
import { convolution } from "../ops/convolution";
import { moveAxis, reshape, reverse } from "../ops/layout";
import { scalar } from "../ops/map";
import { pad } from "../ops/slice";
import { checkIntegers, firstField, perAxis, type KernelFields } from "./fields";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";
import { reachOf, readPadding, type Padding, type Pads } from "../array/windowPadding";
import { promoted } from "./promoted";

/** Fields of {@link ConvTranspose}. */
export interface ConvTransposeFields extends KernelFields {
  /** How many channels come out. */
  features?: number;
  /** The lengths of the kernel along each spatial axis; a number for one axis. */
  kernelSize?: number | readonly number[];
  /** By how much the result is longer than the input. Default: 1. */
  strides?: number | readonly number[] | null;
  /** What surrounds the input: `"SAME"`, `"VALID"`, `"CIRCULAR"`, or numbers of zeros. Default: "SAME". */
  padding?: Padding;
  /** The distance of neighbours in the kernel. Default: 1. */
  kernelDilation?: number | readonly number[] | null;
  /** What the kernel is multiplied by, of its shape. Default: nothing. */
  mask?: ArrayLike | null;
  /** Whether it is the exact transpose of a convolution: the kernel is turned round. Default: false. */
  transposeKernel?: boolean;
}

/**
 * A transposed convolution, which makes inputs longer: each element of the input becomes a kernel in the result.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const conv = new nn.ConvTranspose(8, [3, 3], { strides: [2, 2] });
 * const variables = conv.init(jax.random.PRNGKey(0), np.ones([1, 7, 7, 4]));
 * conv.apply(variables, np.ones([1, 7, 7, 4])).shape; // [1, 14, 14, 8]
 */
export class ConvTranspose extends Module {
  /** How many channels come out. */
  readonly features: number = 1;
  /** The lengths of the kernel along each spatial axis. */
  readonly kernelSize: number | readonly number[] = 1;
  /** By how much the result is longer than the input. */
  readonly strides: number | readonly number[] | null = null;
  /** What surrounds the input. */
  readonly padding: Padding = "SAME";
  /** The distance of neighbours in the kernel. */
  readonly kernelDilation: number | readonly number[] | null = null;
  /** Whether a bias is added. */
  readonly useBias: boolean = true;
  /** What the kernel is multiplied by; null for nothing. */
  readonly mask: ArrayLike | null = null;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of kernel and bias. */
  readonly paramDtype: DType = "float32";
  /** Makes the first kernel. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first bias. */
  readonly biasInit: Initializer = zeros;
  /** Whether the kernel is turned round. */
  readonly transposeKernel: boolean = false;

  /**
   * Makes the layer.
   *
   * @param features - How many channels come out; or all fields.
   * @param kernelSize - The lengths of the kernel; or the other fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if features or kernel are not whole numbers of at least 1.
   */
  constructor(
    features: number | Spelled<ConvTransposeFields>,
    kernelSize?: number | readonly number[] | Spelled<ConvTransposeFields>,
    fields?: Spelled<ConvTransposeFields>,
  ) {
    const rest = kernelSize === undefined ? { ...fields } : firstField("kernelSize", kernelSize, fields);
    const given = firstField("features", features, rest);
    checkInteger("ConvTranspose", "features", given.features, 1);
    checkIntegers("ConvTranspose", "kernelSize", given.kernelSize ?? given.kernel_size, 1);
    super(given);
  }

  /** Spreads the input by the strides and moves the kernel over it. */
  override __call__(inputs: ArrayLike): ndarray {
    const name = "ConvTranspose";
    const { features, transposeKernel } = this;
    const size = typeof this.kernelSize === "number" ? [this.kernelSize] : this.kernelSize;
    const rank = size.length;
    const given = toArray(name, inputs);
    if (given.ndim <= rank) {
      throw new RangeError(
        `${name}: expected an input of ${rank} spatial axes and one of channels, got shape ${formatShape(given.shape)}`,
      );
    }
    const strides = perAxis(name, "strides", this.strides, rank);
    const dilation = perAxis(name, "kernelDilation", this.kernelDilation, rank);
    const outer = given.shape.slice(0, given.ndim - rank - 1);
    const count = outer.reduce((product, length) => product * length, 1);
    const x = reshape(given, [count, ...given.shape.slice(outer.length)]);
    const channels = x.shape[rank + 1];
    const shape = [...size, ...(transposeKernel ? [features, channels] : [channels, features])];
    let kernel = this.param("kernel", this.kernelInit, ...([shape, this.paramDtype] as never[]));
    if (this.mask !== null) {
      const mask = toArray(`${name}: mask`, this.mask);
      if (!sameShape(mask.shape, shape)) {
        throw new RangeError(
          `${name}: expected a mask of the kernel's shape ${formatShape(shape)}, got ${formatShape(mask.shape)}`,
        );
      }
      kernel = multiply(kernel, mask);
    }
    const bias = this.useBias
      ? [this.param("bias", this.biasInit, ...([[features], this.paramDtype] as never[]))]
      : [];
    const [input, weights, offset] = promoted(name, this.dtype, x, kernel, ...bias);
    const read = readPadding(name, this.padding, rank);
    const reach = size.map((length, i) => reachOf(length, dilation[i]));
    const axes = size.map((_, i) => i);
    const y = convolution(
      input,
      transposeKernel ? moveAxis(reverse(weights, axes), rank, rank + 1) : weights,
      {
        strides: size.map(() => 1),
        padding: transposedPads(name, read === "CIRCULAR" ? "VALID" : read, reach, strides),
        lhsDilation: strides,
        rhsDilation: dilation,
        featureGroups: 1,
        batchGroups: 1,
      },
    );
    const lengths = x.shape.slice(1, -1).map((length, i) => length * strides[i]);
    const result = read === "CIRCULAR" ? wound(y, lengths, transposeKernel) : y;
    const biased = this.useBias ? add(result, offset) : result;
    return reshape(biased, [...outer, ...biased.shape.slice(1)]);
  }
}

/** The zeros around an input that has been spread, such that the result is as long as the name says. */
function transposedPads(
  name: string,
  padding: string | Pads,
  reach: readonly number[],
  strides: readonly number[],
): Pads {
  if (typeof padding !== "string") return padding;
  if (padding !== "SAME" && padding !== "VALID") {
    throw new TypeError(`${name}: expected padding "SAME", "VALID" or "CIRCULAR", got "${padding}"`);
  }
  return reach.map((length, i) => {
    const stride = strides[i];
    const both = length + stride - 2 + (padding === "VALID" ? Math.max(0, length - stride) : 0);
    const low = padding === "VALID" || stride > length - 1 ? length - 1 : Math.ceil(both / 2);
    return [low, both - low];
  });
}

/** Winds a result round circles of certain lengths: what stands at the same place is added up. */
function wound(y: ndarray, lengths: readonly number[], isTransposed: boolean): ndarray {
  const missing = lengths.map((length, i) => {
    const period = 2 * length;
    return (((length - y.shape[i + 1]) % period) + period) % period;
  });
  const [less, more] = [missing.map((n) => Math.floor(n / 2)), missing.map((n) => Math.ceil(n / 2))];
  let result = pad(y, scalar(0, y.dtype), {
    low: [0, ...(isTransposed ? less : more), 0],
    high: [0, ...(isTransposed ? more : less), 0],
    interior: y.shape.map(() => 0),
  });
  lengths.forEach((length, i) => {
    const axis = i + 1;
    const { shape } = result;
    const turns = [...shape.slice(0, axis), shape[axis] / length, length, ...shape.slice(axis + 1)];
    result = sum(reshape(result, turns), [axis]);
  });
  return result;
}
