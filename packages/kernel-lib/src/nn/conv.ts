import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { add, multiply } from "../np/ufuncs";
import { convolution } from "../ops/convolution";
import { convolvedLengths, type ConvolutionParams } from "../ops/convolved";
import { dot } from "../ops/dot";
import { moveAxis, reshape } from "../ops/layout";
import { scalar } from "../ops/map";
import { pad } from "../ops/slice";
import { checkIntegers, firstField, perAxis, type KernelFields } from "./fields";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";
import { padsOf, reachOf, readPadding, type Padding, type Pads } from "../array/windowPadding";
import { surrounded } from "./padding";
import { promoted } from "./promoted";

/** Fields of {@link Conv} and {@link ConvLocal}. */
export interface ConvFields extends KernelFields {
  /** How many channels come out. */
  features?: number;
  /** The lengths of the kernel along each spatial axis; a number for one axis. */
  kernelSize?: number | readonly number[];
  /** How far the kernel moves at a time. Default: 1. */
  strides?: number | readonly number[] | null;
  /**
   * What surrounds the input: `"SAME"`, `"VALID"`, `"CIRCULAR"`, `"REFLECT"`, `"CAUSAL"` (for one axis), or numbers of
   * zeros. Default: "SAME".
   */
  padding?: Padding;
  /** The distance of neighbours in the input, where zeros are put between them. Default: 1. */
  inputDilation?: number | readonly number[] | null;
  /** The distance of neighbours in the kernel. Default: 1. */
  kernelDilation?: number | readonly number[] | null;
  /** Into how many groups the channels are divided, which know nothing of one another. Default: 1. */
  featureGroupCount?: number;
  /** What the kernel is multiplied by, of its shape. Default: nothing. */
  mask?: ArrayLike | null;
}

/** An input as the kernel sees it: with what surrounds it, and what is still to be put around it. */
interface Prepared {
  readonly x: ndarray;
  readonly params: Omit<ConvolutionParams, "featureGroups" | "batchGroups">;
}

/** What convolutions with a kernel for all positions, and those with one for each, have in common. */
abstract class AnyConv extends Module {
  /** How many channels come out. */
  readonly features: number = 1;
  /** The lengths of the kernel along each spatial axis. */
  readonly kernelSize: number | readonly number[] = 1;
  /** How far the kernel moves at a time. */
  readonly strides: number | readonly number[] | null = 1;
  /** What surrounds the input. */
  readonly padding: Padding = "SAME";
  /** The distance of neighbours in the input. */
  readonly inputDilation: number | readonly number[] | null = 1;
  /** The distance of neighbours in the kernel. */
  readonly kernelDilation: number | readonly number[] | null = 1;
  /** Into how many groups the channels are divided. */
  readonly featureGroupCount: number = 1;
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

  /**
   * Makes the layer.
   *
   * @param features - How many channels come out; or all fields.
   * @param kernelSize - The lengths of the kernel; or the other fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if features or kernel are not whole numbers of at least 1.
   */
  constructor(
    features: number | Spelled<ConvFields>,
    kernelSize?: number | readonly number[] | Spelled<ConvFields>,
    fields?: Spelled<ConvFields>,
  ) {
    const rest = kernelSize === undefined ? { ...fields } : firstField("kernelSize", kernelSize, fields);
    const given = firstField("features", features, rest);
    const name = new.target.name;
    checkInteger(name, "features", given.features, 1);
    checkIntegers(name, "kernelSize", given.kernelSize ?? given.kernel_size, 1);
    super(given);
  }

  /** Moves the kernel over the input, which has channels last and any number of batch axes in front. */
  override __call__(inputs: ArrayLike): ndarray {
    const { name } = this.constructor;
    const size = typeof this.kernelSize === "number" ? [this.kernelSize] : this.kernelSize;
    const given = toArray(name, inputs);
    const rank = size.length;
    if (given.ndim <= rank) {
      throw new RangeError(
        `${name}: expected an input of ${rank} spatial axes and one of channels, got shape ${formatShape(given.shape)}`,
      );
    }
    const outer = given.shape.slice(0, given.ndim - rank - 1);
    const count = outer.reduce((product, length) => product * length, 1);
    const x = reshape(given, [count, ...given.shape.slice(outer.length)]);
    const y = this.convolve(name, prepare(this, name, x, size), size);
    return reshape(y, [...outer, ...y.shape.slice(1)]);
  }

  /** Makes the parameters, and convolves an input with them. */
  protected abstract convolve(name: string, prepared: Prepared, size: readonly number[]): ndarray;

  /** A parameter for the kernel of that shape, under the mask if there is one. */
  protected maskedKernel(name: string, shape: readonly number[]): ndarray {
    const kernel = this.param("kernel", this.kernelInit, ...([shape, this.paramDtype] as never[]));
    if (this.mask === null) return kernel;
    const mask = toArray(`${name}: mask`, this.mask);
    if (sameShape(mask.shape, shape)) return multiply(kernel, mask);
    throw new RangeError(
      `${name}: expected a mask of the kernel's shape ${formatShape(shape)}, got ${formatShape(mask.shape)}`,
    );
  }

  /** A parameter for the bias of that shape, if there is to be one. */
  protected bias(shape: readonly number[]): ndarray[] {
    return this.useBias ? [this.param("bias", this.biasInit, ...([shape, this.paramDtype] as never[]))] : [];
  }
}

/** An input with what surrounds it, where that is no zeros. */
function prepare(module: AnyConv, name: string, x: ndarray, size: readonly number[]): Prepared {
  const rank = size.length;
  const strides = perAxis(name, "strides", module.strides, rank);
  const lhsDilation = perAxis(name, "inputDilation", module.inputDilation, rank);
  const rhsDilation = perAxis(name, "kernelDilation", module.kernelDilation, rank);
  const reach = size.map((length, i) => reachOf(length, rhsDilation[i]));
  let padding = readPadding(name, module.padding, rank);
  let input = x;
  if (padding === "CIRCULAR" || padding === "REFLECT") {
    for (let axis = 0; axis < rank; axis++) {
      const sides = [Math.floor((reach[axis] - 1) / 2), Math.floor(reach[axis] / 2)] as const;
      input = surrounded(input, axis + 1, sides, padding);
    }
    padding = "VALID";
  } else if (padding === "CAUSAL") {
    if (rank !== 1) {
      throw new RangeError(`${name}: expected one spatial axis where padding is "CAUSAL", got ${rank}`);
    }
    const low = [0, reach[0] - 1, 0];
    input = pad(input, scalar(0, input.dtype), { low, high: [0, 0, 0], interior: [0, 0, 0] });
    padding = "VALID";
  } else if (typeof padding === "string" && lhsDilation.some((by) => by !== 1)) {
    throw new TypeError(
      `${name}: expected numbers for padding where inputDilation is not 1, got "${padding}"; or use nn.ConvTranspose`,
    );
  }
  const pads: Pads = padsOf(name, padding, input.shape.slice(1, -1), reach, strides);
  return { x: input, params: { strides, padding: pads, lhsDilation, rhsDilation } };
}

/**
 * A convolution along one, two or three axes: y = x ∗ W + b, over inputs of shape (…, spatial axes, channels).
 *
 * The kernel W has the shape (…kernelSize, channels / groups, features) and is not turned round.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const conv = new nn.Conv(8, [3, 3], { strides: 2 });
 * const variables = conv.init(jax.random.PRNGKey(0), np.ones([1, 28, 28, 1]));
 * variables.params.kernel.shape; // [3, 3, 1, 8]
 * conv.apply(variables, np.ones([1, 28, 28, 1])).shape; // [1, 14, 14, 8]
 */
export class Conv extends AnyConv {
  protected override convolve(name: string, { x, params }: Prepared, size: readonly number[]): ndarray {
    const { features, featureGroupCount: groups } = this;
    checkInteger(name, "featureGroupCount", groups, 1);
    const channels = x.shape[x.ndim - 1];
    if (channels % groups !== 0 || features % groups !== 0) {
      throw new RangeError(
        `${name}: expected featureGroupCount to divide ${channels} channels and ${features} features, got ${groups}`,
      );
    }
    const kernel = this.maskedKernel(name, [...size, channels / groups, features]);
    const [input, weights, offset] = promoted(name, this.dtype, x, kernel, ...this.bias([features]));
    const y = convolution(input, weights, { ...params, featureGroups: groups, batchGroups: 1 });
    return this.useBias ? add(y, offset) : y;
  }
}

/**
 * A convolution whose kernel is another one at each position.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const conv = new nn.ConvLocal(4, 3, { padding: "VALID" });
 * const variables = conv.init(jax.random.PRNGKey(0), np.ones([1, 8, 2]));
 * variables.params.kernel.shape; // [6, 6, 4]
 */
export class ConvLocal extends AnyConv {
  protected override convolve(name: string, { x, params }: Prepared, size: readonly number[]): ndarray {
    if (this.featureGroupCount !== 1) {
      throw new RangeError(`${name}: expected featureGroupCount to be 1, got ${this.featureGroupCount}`);
    }
    const rank = size.length;
    const channels = x.shape[rank + 1];
    const lengths = convolvedLengths(x.shape.slice(1, -1), size, params);
    const patch = size.reduce((product, length) => product * length, 1);
    const kernel = this.maskedKernel(name, [...lengths, patch * channels, this.features]);
    const operands = [x, kernel, ...this.bias([...lengths, this.features])];
    const [input, weights, offset] = promoted(name, this.dtype, ...operands);
    // The patches under the kernel, channel by channel: a convolution of each with the unit matrix.
    const unit = Float32Array.from({ length: patch * patch * channels }, (_, i) =>
      Math.floor(i / (patch * channels)) === i % patch ? 1 : 0,
    );
    const [selecting] = promoted(
      name,
      input.dtype,
      new ndarray(unit, [...size, 1, patch * channels], "float32"),
    );
    const patches = convolution(input, selecting, { ...params, featureGroups: channels, batchGroups: 1 });
    const axes = lengths.map((_, i) => i);
    const y = dot(patches, weights, {
      contract: [[rank + 1], [rank]],
      batch: [axes.map((axis) => axis + 1), axes],
    });
    const result = moveAxis(y, rank, 0);
    return this.useBias ? add(result, offset) : result;
  }
}
