import type { ArrayLike } from "../array/asarray";
import { checkNumber } from "../array/checks";
import { resultType, type DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { camelCase, isPlainObject, type Spelled } from "../array/options";
import { floatingType } from "../array/traits";
import { matmul } from "../np/products";
import { sum } from "../np/reductions";
import { add, divide, notEqual, sqrt, square } from "../np/ufuncs";
import { where } from "../np/where";
import { reshape, transpose } from "../ops/layout";
import { convertType, scalar, stopGradient } from "../ops/map";
import { normal } from "../random/normal";
import { firstField, type ParameterFields } from "./fields";
import { callMapped } from "./mappedParameters";
import { Module } from "./module";

/** Fields of {@link SpectralNorm}. */
export interface SpectralNormFields extends ParameterFields {
  /** The layer whose kernels are divided. */
  layerInstance?: Module;
  /** How many steps of the power iteration are taken at each call. Default: 1. */
  nSteps?: number;
  /** What is added to squares of lengths, so that nothing is divided by 0. Default: 1e-12. */
  epsilon?: number;
  /** Whether kernels of more than two axes are refused, instead of being seen as matrices. Default: false. */
  errorOnNonMatrix?: boolean;
  /** The collection in which the state of the power iteration is. Default: "batch_stats". */
  collectionName?: string;
}

/** A vector of length 1 in the same direction. */
const unit = (x: ndarray, epsilon: number): ndarray =>
  divide(x, sqrt(add(sum(square(x), { keepdims: true }), epsilon)));

/**
 * Spectral normalization: divides the kernels of a layer by their largest singular value, which it follows by power
 * iteration.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1802.05957
 * @example
 * const layer = new nn.SpectralNorm(new nn.Dense(3));
 * const x = np.ones([2, 4]);
 * const variables = layer.init(jax.random.PRNGKey(0), x, { updateStats: false });
 * const [y] = layer.apply(variables, x, { updateStats: true, mutable: ["batch_stats"] });
 * y.shape; // [2, 3]
 */
export class SpectralNorm extends Module {
  /** What the layer is called among the variables, as in Flax. */
  static readonly submoduleNames: Readonly<Record<string, string>> = { layerInstance: "layer_instance" };
  /** The layer whose kernels are divided. */
  readonly layerInstance!: Module;
  /** How many steps of the power iteration are taken at each call. */
  readonly nSteps: number = 1;
  /** What is added to squares of lengths. */
  readonly epsilon: number = 1e-12;
  /** The dtype of the divided kernels, null for that of kernel and state together. */
  readonly dtype: DType | null = null;
  /** The dtype of the state. */
  readonly paramDtype: DType = "float32";
  /** Whether kernels of more than two axes are refused. */
  readonly errorOnNonMatrix: boolean = false;
  /** The collection in which the state of the power iteration is. */
  readonly collectionName: string = "batch_stats";

  /**
   * Makes the layer.
   *
   * @param layerInstance - The layer whose kernels are divided; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field.
   */
  constructor(layerInstance: Module | Spelled<SpectralNormFields>, fields?: Spelled<SpectralNormFields>) {
    super(firstField("layerInstance", layerInstance, fields));
  }

  /**
   * Calls the layer.
   *
   * @param args - The arguments of the layer; last `{ updateStats }`: whether the state of the power iteration is stored,
   * as while training.
   */
  override __call__(...args: (ArrayLike | { updateStats?: boolean; update_stats?: boolean })[]): ndarray {
    const last = args[args.length - 1];
    const options = isPlainObject(last) ? last : {};
    const update = options.updateStats ?? options.update_stats;
    if (typeof update !== "boolean") {
      throw new TypeError(
        "SpectralNorm: expected { updateStats: true } or { updateStats: false } in the call",
      );
    }
    const rest = Object.entries(options).filter(([name]) => camelCase(name) !== "updateStats");
    const given = isPlainObject(last) ? args.slice(0, -1) : [...args];
    if (rest.length > 0) given.push(Object.fromEntries(rest) as never);
    return callMapped("SpectralNorm", this.layerInstance, given, (kernel, path) =>
      divided(this, kernel, path, update),
    ) as ndarray;
  }
}

/** A kernel divided by its largest singular value. */
function divided(module: SpectralNorm, kernel: ndarray, path: string, update: boolean): ndarray {
  const { epsilon, paramDtype, collectionName } = module;
  const steps = checkNumber("SpectralNorm", "nSteps", module.nSteps);
  if (kernel.ndim <= 1 || steps < 1) return kernel;
  if (kernel.ndim > 2 && module.errorOnNonMatrix) {
    throw new RangeError(`SpectralNorm: expected kernels of two axes, got ${kernel.ndim}`);
  }
  const width = kernel.shape[kernel.ndim - 1];
  const matrix = reshape(kernel, [kernel.size / width, width]);
  const direction = module.variable(collectionName, `${path}/u`, () =>
    normal(module.makeRng("params"), [1, width], paramDtype),
  );
  const value = module.variable(collectionName, `${path}/sigma`, () => scalar(1, paramDtype));
  let u = direction.value;
  let v = u;
  for (let step = 0; step < steps; step++) {
    v = unit(matmul(u, transpose(matrix, [1, 0])), epsilon);
    u = unit(matmul(v, matrix), epsilon);
  }
  [u, v] = [stopGradient(u), stopGradient(v)];
  const sigma = reshape(matmul(matmul(v, matrix), transpose(u, [1, 0])), []);
  const result = divide(matrix, where(notEqual(sigma, 0), sigma, 1));
  if (update) [direction.value, value.value] = [u, sigma];
  const dtype = module.dtype ?? floatingType(resultType(kernel, u, v, sigma));
  return convertType(reshape(result, kernel.shape), dtype);
}
