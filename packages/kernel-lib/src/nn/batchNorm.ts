import type { ArrayLike } from "../array/asarray";
import { add, multiply } from "../np/ufuncs";
import { full } from "../ops/map";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type Spelled } from "../array/options";
import type { Initializer } from "./initializer";
import { mergeFlag } from "./fields";
import { ones, zeros } from "./initializers";
import { Module } from "./module";
import { momentsOf, normalized, sortedAxes, type BiasedNormFields, type NormOptions } from "./moments";

/** Fields of {@link BatchNorm}. */
export interface BatchNormFields extends BiasedNormFields {
  /** Whether the stored statistics are used, as after training; null where each call says so. Default: null. */
  useRunningAverage?: boolean | null;
  /** The axis of channels, or axes. Default: -1. */
  axis?: number | readonly number[];
  /** How much of the stored statistics stays at each call. Default: 0.99. */
  momentum?: number;
}

/** Options of a call of {@link BatchNorm}. */
export interface BatchNormOptions extends NormOptions {
  /** Whether the stored statistics are used. Default: the field of that name. */
  useRunningAverage?: boolean | null;
}

/**
 * Batch normalization: each channel gets mean 0 and variance 1 over a batch, then a learned scale and bias.
 *
 * It stores statistics of all batches in the collection `"batch_stats"`, which `apply` must be told to be mutable while
 * training, and uses them afterwards.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1502.03167
 * @example
 * const norm = new nn.BatchNorm({ useRunningAverage: false, momentum: 0.5 });
 * const x = np.array([[1], [3]]);
 * const variables = norm.init(jax.random.PRNGKey(0), x);
 * const [y, changed] = norm.apply(variables, x, { mutable: ["batch_stats"] });
 * changed.batch_stats.mean.tolist(); // [1]
 */
export class BatchNorm extends Module {
  /** Whether the stored statistics are used; null where each call says so. */
  readonly useRunningAverage: boolean | null = null;
  /** The axis of channels, or axes. */
  readonly axis: number | readonly number[] = -1;
  /** How much of the stored statistics stays at each call. */
  readonly momentum: number = 0.99;
  /** What is added to the variance, so that nothing is divided by 0. */
  readonly epsilon: number = 1e-5;
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
  constructor(fields?: Spelled<BatchNormFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /**
   * Normalizes along all axes but those of channels.
   *
   * @param inputs - A batch.
   * @param useRunningAverage - Whether the stored statistics are used; or options.
   * @param options - Which elements count.
   * @throws TypeError where neither the field nor the call says whether the stored statistics are used, or both do.
   */
  override __call__(
    inputs: ArrayLike,
    useRunningAverage?: boolean | null | Spelled<BatchNormOptions>,
    options?: Spelled<BatchNormOptions>,
  ): ndarray {
    const name = "BatchNorm";
    const given = isPlainObject(useRunningAverage) ? useRunningAverage : { ...options, useRunningAverage };
    const read = readOptions<BatchNormOptions>(name, given, { useRunningAverage: null, mask: null });
    const isStored = mergeFlag(name, "useRunningAverage", this.useRunningAverage, read.useRunningAverage);
    const x = toArray(name, inputs);
    const features = sortedAxes(name, this.axis, x.ndim);
    const reduced = [...x.shape.keys()].filter((axis) => !features.includes(axis));
    const lengths = features.map((axis) => x.shape[axis]);
    const dtype = this.forceFloat32Reductions ? "float32" : this.paramDtype;
    const means = this.variable("batch_stats", "mean", () => full(0, lengths, dtype));
    const variances = this.variable("batch_stats", "var", () => full(1, lengths, dtype));
    if (isStored) {
      return normalized(this, x, { mean: means.value, variance: variances.value }, reduced, features);
    }
    const moments = momentsOf(this, x, reduced, { mask: read.mask });
    if (!this.isInitializing()) {
      const { momentum } = this;
      const mixed = (before: ndarray, now: ndarray): ndarray =>
        add(multiply(momentum, before), multiply(1 - momentum, now));
      means.value = mixed(means.value, moments.mean);
      variances.value = mixed(variances.value, moments.variance);
    }
    return normalized(this, x, moments, reduced, features);
  }
}
