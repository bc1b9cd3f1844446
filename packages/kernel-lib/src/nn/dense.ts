import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, type Spelled } from "../array/options";
import { matmul } from "../np/products";
import { floatingType } from "../array/traits";
import { add } from "../np/ufuncs";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";

/** Fields of {@link Dense}. */
export interface DenseFields {
  /** How many numbers come out. */
  features?: number;
  /** Whether a bias is added. Default: true. */
  useBias?: boolean;
  /** The dtype in which it computes, null for that of input and parameters together. Default: null. */
  dtype?: DType | null;
  /** The dtype of kernel and bias. Default: float32. */
  paramDtype?: DType;
  /** Makes the first kernel. Default: `lecunNormal()`. */
  kernelInit?: Initializer;
  /** Makes the first bias. Default: `zeros`. */
  biasInit?: Initializer;
  /** The name of the module. Default: made from its class. */
  name?: string;
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
   * @throws TypeError for an unknown field, RangeError if `features` is no whole number of at least 1.
   */
  constructor(features: number | Spelled<DenseFields>, fields?: Spelled<DenseFields>) {
    const given = isPlainObject(features) ? features : { ...fields, features };
    checkInteger("Dense", "features", given.features, 1);
    super(given as Readonly<Record<string, unknown>>);
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
    const dtype = this.dtype ?? floatingType(resultType(x, kernel, ...(bias ? [bias] : [])));
    const product = matmul(toArray("Dense", x, dtype), toArray("Dense", kernel, dtype));
    return bias ? add(product, toArray("Dense", bias, dtype)) : product;
  }
}
