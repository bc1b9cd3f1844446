import { checkAxes } from "../array/checks";
import { resultType, type DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { floatingType } from "../array/traits";
import { sum } from "../np/reductions";
import { add, divide, multiply, sqrt, square } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";
import { firstField, type ParameterFields } from "./fields";
import type { Initializer } from "./initializer";
import { ones } from "./initializers";
import { callMapped } from "./mappedParameters";
import { Module } from "./module";

/** Fields of {@link WeightNorm}. */
export interface WeightNormFields extends ParameterFields {
  /** The layer whose parameters are normalized. */
  layerInstance?: Module;
  /** What is added to squares of lengths, so that nothing is divided by 0. Default: 1e-12. */
  epsilon?: number;
  /** Whether the result is multiplied by learned numbers. Default: true. */
  useScale?: boolean;
  /** Makes the first of these numbers. Default: `ones`. */
  scaleInit?: Initializer;
  /** The axes each of whose places has a length of its own; null for one length of all. Default: -1. */
  featureAxes?: number | readonly number[] | null;
  /** Which parameters are normalized: those whose paths have one of these names; null for all. Default: ["kernel"]. */
  variableFilter?: readonly string[] | null;
}

/**
 * Weight normalization: divides the kernels of a layer by their lengths and multiplies them by learned numbers.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1602.07868
 * @example
 * const layer = new nn.WeightNorm(new nn.Dense(3));
 * const variables = layer.init(jax.random.PRNGKey(0), np.ones([2, 4]));
 * variables.params["layer_instance/kernel/scale"].tolist(); // [1, 1, 1]
 */
export class WeightNorm extends Module {
  /** What the layer is called among the variables, as in Flax. */
  static readonly submoduleNames: Readonly<Record<string, string>> = { layerInstance: "layer_instance" };
  /** The layer whose parameters are normalized. */
  readonly layerInstance!: Module;
  /** What is added to squares of lengths. */
  readonly epsilon: number = 1e-12;
  /** The dtype of the normalized parameters, null for that of parameter and scale together. */
  readonly dtype: DType | null = null;
  /** The dtype of the scale. */
  readonly paramDtype: DType = "float32";
  /** Whether the result is multiplied by learned numbers. */
  readonly useScale: boolean = true;
  /** Makes the first of these numbers. */
  readonly scaleInit: Initializer = ones;
  /** The axes each of whose places has a length of its own; null for one length of all. */
  readonly featureAxes: number | readonly number[] | null = -1;
  /** Which parameters are normalized; null for all. */
  readonly variableFilter: readonly string[] | null = ["kernel"];

  /**
   * Makes the layer.
   *
   * @param layerInstance - The layer whose parameters are normalized; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field.
   */
  constructor(layerInstance: Module | Spelled<WeightNormFields>, fields?: Spelled<WeightNormFields>) {
    super(firstField("layerInstance", layerInstance, fields));
  }

  /** Calls the layer with its own arguments. */
  override __call__(...args: Parameters<Module["__call__"]>): ndarray {
    return callMapped("WeightNorm", this.layerInstance, args, (parameter, path) =>
      rescaled(this, parameter, path),
    ) as ndarray;
  }
}

/** A parameter with lengths that are learned apart from its directions. */
function rescaled(module: WeightNorm, parameter: ndarray, path: string): ndarray {
  const { variableFilter, featureAxes, epsilon } = module;
  if (variableFilter && variableFilter.length > 0 && !variableFilter.some((name) => path.includes(name))) {
    return parameter;
  }
  const features = featureAxes === null ? [] : checkAxes("WeightNorm", featureAxes, parameter.ndim);
  const reduced = [...parameter.shape.keys()].filter((axis) => !features.includes(axis));
  const length = sqrt(add(sum(square(parameter), { axis: reduced, keepdims: true }), epsilon));
  let result = divide(parameter, length);
  const operands = [parameter];
  if (module.useScale) {
    const lengths = features.map((axis) => parameter.shape[axis]);
    const args = [lengths, module.paramDtype] as never[];
    const wide = parameter.shape.map((size, axis) => (features.includes(axis) ? size : 1));
    const scale = reshape(module.param(`${path}/scale`, module.scaleInit, ...args), wide);
    result = multiply(result, scale);
    operands.push(scale);
  }
  return convertType(result, module.dtype ?? floatingType(resultType(...operands)));
}
