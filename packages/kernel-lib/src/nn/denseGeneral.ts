import type { ArrayLike } from "../array/asarray";
import { checkAxes } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { dot } from "../ops/dot";
import { reshape } from "../ops/layout";
import { add } from "../np/ufuncs";
import type { Key } from "../random/keys";
import { checkIntegers, firstField, type KernelFields } from "./fields";
import { shaped, type Initializer, type ShapedInitializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";
import { promoted } from "./promoted";

/** Fields of {@link DenseGeneral}. */
export interface DenseGeneralFields extends KernelFields {
  /** How many numbers come out, along one axis or several. */
  features?: number | readonly number[];
  /** The axes of the input that are multiplied and added up. Default: -1. */
  axis?: number | readonly number[];
  /** The first axes along which each part has a kernel of its own: 0, 1, …. Default: none. */
  batchDims?: readonly number[];
}

const listOf = (value: number | readonly number[]): readonly number[] =>
  typeof value === "number" ? [value] : value;

const product = (lengths: readonly number[]): number => lengths.reduce((all, length) => all * length, 1);

/** An initializer that sees a flat shape, so that its spread is that of the whole layer. */
const flattened = (name: string, init: Initializer, flat: readonly number[]): ShapedInitializer =>
  shaped(name, (key: Key, shape, dtype) =>
    reshape(toArray(name, init(key, ...([flat, dtype] as never[]))), listOf(shape)),
  );

/**
 * A linear layer over any axes: several of them may go in and several come out.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.DenseGeneral([2, 3], { axis: [1, 2] });
 * const variables = layer.init(jax.random.PRNGKey(0), np.ones([5, 4, 6]));
 * variables.params.kernel.shape; // [4, 6, 2, 3]
 * layer.apply(variables, np.ones([5, 4, 6])).shape; // [5, 2, 3]
 */
export class DenseGeneral extends Module {
  /** How many numbers come out, along one axis or several. */
  readonly features: number | readonly number[] = 1;
  /** The axes of the input that are multiplied and added up. */
  readonly axis: number | readonly number[] = -1;
  /** The first axes along which each part has a kernel of its own. */
  readonly batchDims: readonly number[] = [];
  /** Whether a bias is added. */
  readonly useBias: boolean = true;
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
   * @param features - How many numbers come out, along one axis or several; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` are not whole numbers of at least 1.
   */
  constructor(
    features: number | readonly number[] | Spelled<DenseGeneralFields>,
    fields?: Spelled<DenseGeneralFields>,
  ) {
    const given = firstField("features", features, fields);
    checkIntegers("DenseGeneral", "features", given.features, 1);
    super(given);
  }

  /** Multiplies the axes with the kernel, adds up, and adds the bias. */
  override __call__(inputs: ArrayLike): ndarray {
    const name = "DenseGeneral";
    const x = toArray(name, inputs);
    const features = listOf(this.features);
    const batch = checkAxes(name, this.batchDims, x.ndim).sort((a, b) => a - b);
    if (batch.some((axis, i) => axis !== i)) {
      throw new RangeError(`${name}: expected batchDims to be 0, 1, …, got ${this.batchDims.join(", ")}`);
    }
    const axes = checkAxes(name, this.axis, x.ndim).sort((a, b) => a - b);
    const lengths = (own: readonly number[]): number[] => own.map((axis) => x.shape[axis]);
    const [several, going, coming] = [lengths(batch), lengths(axes), product(features)];
    const kernel = this.param(
      "kernel",
      flattened(name, this.kernelInit, [product(several) * product(going), coming]),
      [...several, ...going, ...features],
      this.paramDtype,
    );
    const bias = this.useBias
      ? this.param(
          "bias",
          flattened(name, this.biasInit, [product(several) * coming]),
          [...several, ...features],
          this.paramDtype,
        )
      : undefined;
    const [input, weights, offset] = promoted(name, this.dtype, x, kernel, ...(bias ? [bias] : []));
    const places = axes.map((_, i) => i + batch.length);
    const result = dot(input, weights, { contract: [axes, places], batch: [batch, batch] });
    if (!bias) return result;
    const rest = [...x.shape.keys()].filter((axis) => !axes.includes(axis));
    const wide = rest.map((axis) => (batch.includes(axis) ? x.shape[axis] : 1));
    return add(result, reshape(offset, [...wide, ...features]));
  }
}
