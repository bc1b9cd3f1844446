import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { matmul } from "../np/products";
import { add } from "../np/ufuncs";
import { firstField, type KernelFields } from "./fields";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";
import { promoted } from "./promoted";

/** Fields of {@link Dense}. */
export interface DenseFields extends KernelFields {
  /** How many numbers come out. */
  features?: number;
}

/**
 * A linear layer over the last axis: y = x W + b, with a kernel W of shape (inputs, features) and a bias b.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const dense = new nn.Dense(3);
 * const variables = dense.init(jax.random.PRNGKey(0), np.ones([2, 4]));
 * variables.params.kernel.shape; // [4, 3]
 * dense.apply(variables, np.ones([2, 4])).shape; // [2, 3]
 */
export class Dense extends Module {
  /** How many numbers come out. */
  readonly features: number = 0;
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
   * @param features - How many numbers come out; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` is not a whole number of at least 1.
   */
  constructor(features: number | Spelled<DenseFields>, fields?: Spelled<DenseFields>) {
    const given = firstField("features", features, fields);
    checkInteger("Dense", "features", given.features, 1);
    super(given);
  }

  /** Computes x W + b over the last axis. */
  override __call__(inputs: ArrayLike): ndarray {
    const x = toArray("Dense", inputs);
    if (x.ndim === 0) throw new RangeError("Dense: expected an array with axes, got a number");
    const { features, paramDtype } = this;
    const shape = [x.shape[x.ndim - 1], features];
    const kernel = this.param("kernel", this.kernelInit, ...([shape, paramDtype] as never[]));
    const bias = this.useBias
      ? this.param("bias", this.biasInit, ...([[features], paramDtype] as never[]))
      : undefined;
    const [input, weights, offset] = promoted("Dense", this.dtype, x, kernel, ...(bias ? [bias] : []));
    const product = matmul(input, weights);
    return bias ? add(product, offset) : product;
  }
}
