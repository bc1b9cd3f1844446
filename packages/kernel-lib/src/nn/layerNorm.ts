import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import type { Initializer } from "./initializer";
import { ones, zeros } from "./initializers";
import { Module } from "./module";
import {
  momentsOf,
  normalized,
  sortedAxes,
  type BiasedNormFields,
  type NormFields,
  type NormOptions,
} from "./moments";

/** Which axes a normalization works along. */
interface AxesFields {
  /** The axes along which mean and variance are taken. Default: -1. */
  reductionAxes?: number | readonly number[];
  /** The axes along which the parameters lie. Default: -1. */
  featureAxes?: number | readonly number[];
}

/** Fields of {@link LayerNorm}. */
export interface LayerNormFields extends BiasedNormFields, AxesFields {}

/** Fields of {@link RMSNorm}. */
export interface RMSNormFields extends NormFields, AxesFields {}

/**
 * Layer normalization: each example gets mean 0 and variance 1, then a learned scale and bias.
 *
 * Formula: (x − mean) / √(variance + ε) · scale + bias.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1607.06450
 * @example
 * const norm = new nn.LayerNorm({ epsilon: 0 });
 * const variables = norm.init(jax.random.PRNGKey(0), np.ones([2, 4]));
 * norm.apply(variables, np.array([[1, -1, 1, -1]])).tolist(); // [[1, -1, 1, -1]]
 */
export class LayerNorm extends Module {
  /** What is added to the variance, so that nothing is divided by 0. */
  readonly epsilon: number = 1e-6;
  /** The dtype of the result and of the statistics, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Whether learned numbers are added to the result. */
  readonly useBias: boolean = true;
  /** Whether the result is multiplied by learned numbers. */
  readonly useScale: boolean = true;
  /** Makes the first numbers that are added. */
  readonly biasInit: Initializer = zeros;
  /** Makes the first numbers by which the result is multiplied. */
  readonly scaleInit: Initializer = ones;
  /** The axes along which mean and variance are taken. */
  readonly reductionAxes: number | readonly number[] = -1;
  /** The axes along which the parameters lie. */
  readonly featureAxes: number | readonly number[] = -1;
  /** The axis of `jax.vmap` over whose examples statistics are taken, too. */
  readonly axisName: string | null = null;
  /** Whether the variance is the mean of the squares less the square of the mean. */
  readonly useFastVariance: boolean = true;
  /** Whether statistics are taken at least in float32, as they always are here. */
  readonly forceFloat32Reductions: boolean = true;

  /**
   * Makes the layer.
   *
   * @param fields - Its fields.
   * @throws TypeError for an unknown field.
   */
  constructor(fields?: Spelled<LayerNormFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /** Normalizes along the reduction axes. */
  override __call__(inputs: ArrayLike, options?: NormOptions): ndarray {
    const { mask } = readOptions<NormOptions>("LayerNorm", options, { mask: null });
    const x = toArray("LayerNorm", inputs);
    const reduced = sortedAxes("LayerNorm", this.reductionAxes, x.ndim);
    const features = sortedAxes("LayerNorm", this.featureAxes, x.ndim);
    return normalized(this, x, momentsOf(this, x, reduced, { mask }), reduced, features);
  }
}

/**
 * Root mean square normalization: each example is divided by its root mean square, then multiplied by a learned scale.
 *
 * Formula: x / √(E[x²] + ε) · scale.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1910.07467
 * @example
 * const norm = new nn.RMSNorm({ epsilon: 0 });
 * const variables = norm.init(jax.random.PRNGKey(0), np.ones([1, 2]));
 * norm.apply(variables, np.array([[3, 3]])).tolist(); // [[1, 1]]
 */
export class RMSNorm extends Module {
  /** What is added to the variance, so that nothing is divided by 0. */
  readonly epsilon: number = 1e-6;
  /** The dtype of the result and of the statistics, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Whether the result is multiplied by learned numbers. */
  readonly useScale: boolean = true;
  /** Makes the first numbers by which the result is multiplied. */
  readonly scaleInit: Initializer = ones;
  /** The axes along which mean and variance are taken. */
  readonly reductionAxes: number | readonly number[] = -1;
  /** The axes along which the parameters lie. */
  readonly featureAxes: number | readonly number[] = -1;
  /** The axis of `jax.vmap` over whose examples statistics are taken, too. */
  readonly axisName: string | null = null;
  /** Whether the variance is the mean of the squares less the square of the mean. */
  readonly useFastVariance: boolean = true;
  /** Whether statistics are taken at least in float32, as they always are here. */
  readonly forceFloat32Reductions: boolean = true;

  /**
   * Makes the layer.
   *
   * @param fields - Its fields.
   * @throws TypeError for an unknown field.
   */
  constructor(fields?: Spelled<RMSNormFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /** Normalizes along the reduction axes. */
  override __call__(inputs: ArrayLike, options?: NormOptions): ndarray {
    const { mask } = readOptions<NormOptions>("RMSNorm", options, { mask: null });
    const x = toArray("RMSNorm", inputs);
    const reduced = sortedAxes("RMSNorm", this.reductionAxes, x.ndim);
    const features = sortedAxes("RMSNorm", this.featureAxes, x.ndim);
    return normalized(this, x, momentsOf(this, x, reduced, { useMean: false, mask }), reduced, features);
  }
}
