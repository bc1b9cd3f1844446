import type { ArrayLike } from "../array/asarray";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readOptions, type Spelled } from "../array/options";
import type { Initializer } from "./initializer";
import { ones, zeros } from "./initializers";
import { Module } from "./module";
import { momentsOf, normalized, sortedAxes, type BiasedNormFields, type NormOptions } from "./moments";

/** Fields of {@link GroupNorm}. */
export interface GroupNormFields extends BiasedNormFields {
  /** Into how many groups the channels are divided; null where `groupSize` says how large they are. Default: 32. */
  numGroups?: number | null;
  /** How many channels a group has; null where `numGroups` says how many there are. Default: null. */
  groupSize?: number | null;
  /** The axes along which mean and variance are taken, the last among them. Default: all but the first. */
  reductionAxes?: number | readonly number[] | null;
}

/** Fields of {@link InstanceNorm}. */
export interface InstanceNormFields extends BiasedNormFields {
  /** The axes of channels. Default: -1. */
  featureAxes?: number | readonly number[];
}

/**
 * Group normalization: the channels of each example are divided into groups, each of which gets mean 0 and variance 1;
 * then each channel a learned scale and bias.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1803.08494
 * @example
 * const norm = new nn.GroupNorm({ numGroups: 2 });
 * const variables = norm.init(jax.random.PRNGKey(0), np.ones([3, 5, 4]));
 * variables.params.scale.shape; // [4]
 */
export class GroupNorm extends Module {
  /** Into how many groups the channels are divided; null where `groupSize` says how large they are. */
  readonly numGroups: number | null = 32;
  /** How many channels a group has; null where `numGroups` says how many there are. */
  readonly groupSize: number | null = null;
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
  /** The axes along which mean and variance are taken; null for all but the first. */
  readonly reductionAxes: number | readonly number[] | null = null;
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
  constructor(fields?: Spelled<GroupNormFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /** Normalizes each group of channels, which are the last axis. */
  override __call__(inputs: ArrayLike, options?: NormOptions): ndarray {
    const name = "GroupNorm";
    const { mask } = readOptions<NormOptions>(name, options, { mask: null });
    const x = toArray(name, inputs);
    const last = x.ndim - 1;
    const usual = x.shape.map((_, axis) => axis).filter((axis) => axis > 0);
    const axes = this.reductionAxes === null ? usual : sortedAxes(name, this.reductionAxes, x.ndim);
    if (axes[axes.length - 1] !== last) {
      throw new RangeError(
        `${name}: expected the last axis, of channels, among reductionAxes, got ${axes.join(", ")}`,
      );
    }
    const groups = groupsOf(this, x.shape[last]);
    const apart = (part: ndarray): ndarray => {
      const channels = part.shape[part.ndim - 1];
      return reshape(part, [...part.shape.slice(0, -1), groups, channels / groups]);
    };
    const counted = mask === null || mask === undefined ? null : apart(toArray(name, mask));
    const reduced = [...axes.slice(0, -1), last + 1];
    const { mean, variance } = momentsOf(this, apart(x), reduced, { mask: counted });
    const each = (part: ndarray): ndarray => {
      const outer = part.shape.slice(0, -1);
      const size = x.shape[last] / groups;
      const repeated = broadcast(reshape(part, [...outer, groups, 1]), [...outer, groups, size]);
      return reshape(repeated, [...outer, groups * size]);
    };
    return normalized(this, x, { mean: each(mean), variance: each(variance) }, axes.slice(0, -1), [last]);
  }
}

function groupsOf({ numGroups, groupSize }: GroupNorm, channels: number): number {
  if ((numGroups === null) === (groupSize === null)) {
    throw new TypeError(
      "GroupNorm: expected either numGroups or groupSize (with numGroups: null), got both or neither",
    );
  }
  const groups = numGroups ?? channels / (groupSize as number);
  if (Number.isInteger(groups) && groups > 0 && channels % groups === 0) return groups;
  const given = numGroups === null ? `groups of ${groupSize}` : `${numGroups} groups`;
  throw new RangeError(`GroupNorm: expected groups that divide ${channels} channels, got ${given}`);
}

/**
 * Instance normalization: each channel of each example gets mean 0 and variance 1, then a learned scale and bias.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1607.08022
 * @example
 * const norm = new nn.InstanceNorm();
 * const variables = norm.init(jax.random.PRNGKey(0), np.ones([3, 5, 4]));
 * variables.params.bias.shape; // [4]
 */
export class InstanceNorm extends Module {
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
  /** The axes of channels. */
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
  constructor(fields?: Spelled<InstanceNormFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /** Normalizes along all axes but the first and those of channels. */
  override __call__(inputs: ArrayLike, options?: NormOptions): ndarray {
    const name = "InstanceNorm";
    const { mask } = readOptions<NormOptions>(name, options, { mask: null });
    const x = toArray(name, inputs);
    const features = sortedAxes(name, this.featureAxes, x.ndim);
    if (features.includes(0)) {
      throw new RangeError(`${name}: expected featureAxes without the first axis, which is that of examples`);
    }
    const reduced = [...x.shape.keys()].filter((axis) => axis > 0 && !features.includes(axis));
    return normalized(this, x, momentsOf(this, x, reduced, { mask }), reduced, features);
  }
}
