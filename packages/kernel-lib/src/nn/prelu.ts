import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { greaterEqual, multiply } from "../np/ufuncs";
import { where } from "../np/where";
import { convertType } from "../ops/map";
import { Module } from "./module";

/** Fields of {@link PReLU}. */
export interface PReLUFields {
  /** The first value of the slope. Default: 0.01. */
  negativeSlopeInit?: number;
  /** The dtype of the slope. Default: float32. */
  paramDtype?: DType;
  /** The name of the module. Default: made from its class. */
  name?: string;
}

/**
 * The parametric rectified linear unit: x where x ≥ 0, a·x elsewhere, with a slope a that is learned.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/_autosummary/flax.linen.PReLU.html
 * @see https://arxiv.org/abs/1502.01852
 * @example
 * const prelu = new nn.PReLU({ negativeSlopeInit: 0.1 });
 * const variables = prelu.init(jax.random.PRNGKey(0), np.ones(2));
 * prelu.apply(variables, np.array([-1, 1])).tolist(); // [-0.10000000149011612, 1]
 */
export class PReLU extends Module {
  /** The dtype of the slope. */
  readonly paramDtype: DType = "float32";
  /** The first value of the slope. */
  readonly negativeSlopeInit: number = 0.01;

  /**
   * Makes the layer.
   *
   * @param fields - The first value and the dtype of the slope.
   * @throws TypeError for an unknown field.
   */
  constructor(fields?: Spelled<PReLUFields>) {
    super(fields as Readonly<Record<string, unknown>> | undefined);
  }

  /** Computes x where x ≥ 0, a·x elsewhere. */
  override __call__(inputs: ArrayLike): ndarray {
    const x = toArray("PReLU", inputs);
    const first = (): ndarray => toArray("PReLU", this.negativeSlopeInit, this.paramDtype);
    const slope = this.param("negative_slope", first);
    return where(greaterEqual(x, 0), x, multiply(convertType(slope, x.dtype), x));
  }
}
