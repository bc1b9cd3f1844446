import { checkAxes } from "../array/checks";
import type { ArrayLike } from "../array/asarray";
import { resultType, type DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { floatingType } from "../array/traits";
import { pmean } from "../lax/collectives";
import { rsqrt } from "../lax/elementwise";
import { sum } from "../np/reductions";
import { add, divide, maximum, multiply, square, subtract } from "../np/ufuncs";
import { ones } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";
import type { ParameterFields } from "./fields";
import type { Initializer } from "./initializer";
import type { Module } from "./module";

/** Fields that all normalizations have. */
export interface NormFields extends ParameterFields {
  /** What is added to the variance, so that nothing is divided by 0. */
  epsilon?: number;
  /** Whether the result is multiplied by learned numbers. Default: true. */
  useScale?: boolean;
  /** Makes the first of these numbers. Default: `ones`. */
  scaleInit?: Initializer;
  /** The axis of `jax.vmap` over whose examples statistics are taken, too. Default: none. */
  axisName?: string | null;
  /**
   * Whether the variance is the mean of the squares less the square of the mean, or else the mean square distance.
   * Default: true.
   */
  useFastVariance?: boolean;
  /** Whether statistics are taken at least in float32. All dtypes of floats here are; taken for the sake of pasted code. */
  forceFloat32Reductions?: boolean;
}

/** Fields of normalizations with a bias. */
export interface BiasedNormFields extends NormFields {
  /** Whether learned numbers are added to the result. Default: true. */
  useBias?: boolean;
  /** Makes the first of these numbers. Default: `zeros`. */
  biasInit?: Initializer;
}

/** Options of a call of a normalization. */
export interface NormOptions {
  /** Which elements count for the statistics, broadcast to the input. Default: all. */
  mask?: ArrayLike | null;
}

/** A normalization, as the functions here see it. */
export interface Norm extends Module {
  readonly epsilon: number;
  readonly dtype: DType | null;
  readonly paramDtype: DType;
  readonly useScale: boolean;
  readonly scaleInit: Initializer;
  readonly useBias?: boolean;
  readonly biasInit?: Initializer;
  readonly axisName: string | null;
  readonly useFastVariance: boolean;
}

/** Mean and variance, without the axes along which they were taken. */
export interface Moments {
  readonly mean: ndarray;
  readonly variance: ndarray;
}

/** Takes mean and variance along axes; a root mean square norm leaves the mean at 0. */
export function momentsOf(
  module: Norm,
  x: ndarray,
  axes: readonly number[],
  { useMean = true, mask = null }: { useMean?: boolean; mask?: ArrayLike | null } = {},
): Moments {
  const dtype = module.dtype ?? floatingType(x.dtype);
  const own = convertType(x, dtype);
  const name = module.isInitializing() ? null : module.axisName;
  const average = (values: ndarray): ndarray => {
    const mean = averaged(values, axes, mask);
    return name === null ? mean : pmean(mean, name);
  };
  if (!useMean) {
    const variance = average(square(own));
    return { mean: full(0, variance.shape, dtype), variance };
  }
  const mean = average(own);
  if (module.useFastVariance) {
    return { mean, variance: maximum(0, subtract(average(square(own)), square(mean))) };
  }
  const center = reshape(mean, ones(x.shape, axes));
  return { mean, variance: average(square(subtract(own, center))) };
}

function averaged(values: ndarray, axes: readonly number[], mask: ArrayLike | null): ndarray {
  const count = axes.reduce((product, axis) => product * values.shape[axis], 1);
  if (mask === null) return divide(sum(values, { axis: axes }), count);
  const counts = sum(full(1, values.shape, values.dtype), { axis: axes, where: mask });
  return divide(sum(values, { axis: axes, where: mask }), counts);
}

/** Shifts and scales with statistics, which lack the axes `reduced`, then with parameters along the axes `features`. */
export function normalized(
  module: Norm,
  x: ndarray,
  { mean, variance }: Moments,
  reduced: readonly number[],
  features: readonly number[],
): ndarray {
  const wide = (part: ndarray): ndarray => reshape(part, ones(x.shape, reduced));
  const lengths = features.map((axis) => x.shape[axis]);
  const alongFeatures = x.shape.map((length, axis) => (features.includes(axis) ? length : 1));
  const parameter = (name: string, init: Initializer): ndarray =>
    reshape(module.param(name, init, ...([lengths, module.paramDtype] as never[])), alongFeatures);
  const parameters: ndarray[] = [];
  let factor = rsqrt(add(wide(variance), module.epsilon));
  if (module.useScale) {
    const scale = parameter("scale", module.scaleInit);
    parameters.push(scale);
    factor = multiply(factor, scale);
  }
  let y = multiply(subtract(x, wide(mean)), factor);
  if (module.useBias === true && module.biasInit) {
    const bias = parameter("bias", module.biasInit);
    parameters.push(bias);
    y = add(y, bias);
  }
  return convertType(y, module.dtype ?? floatingType(resultType(x, ...parameters)));
}

/** Reads axes in order, counted from the front. */
export const sortedAxes = (name: string, axes: number | readonly number[], ndim: number): number[] =>
  checkAxes(name, axes, ndim).sort((a, b) => a - b);
