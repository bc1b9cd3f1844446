import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { add, multiply, subtract } from "../np/ufuncs";
import {
  readCellFields,
  SingleStateCell,
  type DenseCellFields,
  type Elementwise,
  type GatedCellFields,
} from "./cell";
import type { Initializer } from "./initializer";
import { lecunNormal, ones, orthogonal, zeros } from "./initializers";
import { sigmoid, tanh } from "./sigmoidal";

/** Fields of {@link SimpleCell}. */
export interface SimpleCellFields extends DenseCellFields {
  /** Whether the state is added to what the activation gets. Default: false. */
  residual?: boolean;
}

/** Fields of {@link GRUCell}. */
export type GRUCellFields = GatedCellFields;

/** Fields of {@link MGUCell}. */
export interface MGUCellFields extends Omit<GatedCellFields, "biasInit"> {
  /** Makes the first bias of the gate that forgets. Default: `ones`. */
  forgetBiasInit?: Initializer;
  /** Makes the first biases of the new state. Default: `zeros`. */
  activationBiasInit?: Initializer;
  /** Whether the gate also resets what the new state sees of the old. Default: true. */
  resetGate?: boolean;
}

/**
 * The simplest recurrent cell: h′ = tanh(Wᵢ x + bᵢ + Wₕ h).
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const cell = new nn.SimpleCell(3);
 * const x = np.ones([2, 4]);
 * const carry = cell.initializeCarry(jax.random.PRNGKey(0), x.shape);
 * cell.init(jax.random.PRNGKey(1), carry, x).params.h.kernel.shape; // [3, 3]
 */
export class SimpleCell extends SingleStateCell {
  /** How many numbers the state has. */
  readonly features: number = 1;
  /** What the state goes through. */
  readonly activationFn: Elementwise = tanh;
  /** Makes the first kernels that inputs are multiplied by. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first kernels that the state is multiplied by. */
  readonly recurrentKernelInit: Initializer = orthogonal();
  /** Makes the first biases. */
  readonly biasInit: Initializer = zeros;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Makes the state before the first step. */
  readonly carryInit: Initializer = zeros;
  /** Whether the state is added to what the activation gets. */
  readonly residual: boolean = false;

  /**
   * Makes the cell.
   *
   * @param features - How many numbers the state has; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` is not a whole number of at least 1.
   */
  constructor(features: number | Spelled<SimpleCellFields>, fields?: Spelled<SimpleCellFields>) {
    super(readCellFields("SimpleCell", features, fields));
  }

  /** Computes the next state, which is also the output. */
  override __call__(carry: ArrayLike, inputs: ArrayLike): [carry: ndarray, output: ndarray] {
    const h = toArray("SimpleCell", carry);
    const features = h.shape[h.ndim - 1];
    const fromInput = this.dense("i", features, true, this.kernelInit, this.biasInit)(inputs);
    const fromState = this.dense("h", features, false, this.recurrentKernelInit)(h);
    const both = add(fromInput, fromState);
    const next = this.activationFn(this.residual ? add(both, h) : both);
    return [next, next];
  }
}

/**
 * A gated recurrent unit: gates say how much of the state is replaced, and how much of it the new one sees.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1406.1078
 * @example
 * const cell = new nn.GRUCell({ features: 3 });
 * cell.initializeCarry(jax.random.PRNGKey(0), [2, 4]).shape; // [2, 3]
 */
export class GRUCell extends SingleStateCell {
  /** How many numbers the state has. */
  readonly features: number = 1;
  /** What opens and closes the gates. */
  readonly gateFn: Elementwise = sigmoid;
  /** What the state goes through. */
  readonly activationFn: Elementwise = tanh;
  /** Makes the first kernels that inputs are multiplied by. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first kernels that the state is multiplied by. */
  readonly recurrentKernelInit: Initializer = orthogonal();
  /** Makes the first biases. */
  readonly biasInit: Initializer = zeros;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Makes the state before the first step. */
  readonly carryInit: Initializer = zeros;

  /**
   * Makes the cell.
   *
   * @param features - How many numbers the state has; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` is not a whole number of at least 1.
   */
  constructor(features: number | Spelled<GRUCellFields>, fields?: Spelled<GRUCellFields>) {
    super(readCellFields("GRUCell", features, fields));
  }

  /** Computes the next state, which is also the output. */
  override __call__(carry: ArrayLike, inputs: ArrayLike): [carry: ndarray, output: ndarray] {
    const h = toArray("GRUCell", carry);
    const features = h.shape[h.ndim - 1];
    const fromInput = (name: string): ndarray =>
      this.dense(name, features, true, this.kernelInit, this.biasInit)(inputs);
    const fromState = (name: string, useBias = false): ndarray =>
      this.dense(name, features, useBias, this.recurrentKernelInit, this.biasInit)(h);
    const r = this.gateFn(add(fromInput("ir"), fromState("hr")));
    const z = this.gateFn(add(fromInput("iz"), fromState("hz")));
    const n = this.activationFn(add(fromInput("in"), multiply(r, fromState("hn", true))));
    const next = add(multiply(subtract(1, z), n), multiply(z, h));
    return [next, next];
  }
}

/**
 * A minimal gated unit: one gate says how much of the state is forgotten.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1603.09420
 * @example
 * const cell = new nn.MGUCell(3);
 * cell.initializeCarry(jax.random.PRNGKey(0), [2, 4]).shape; // [2, 3]
 */
export class MGUCell extends SingleStateCell {
  /** How many numbers the state has. */
  readonly features: number = 1;
  /** What opens and closes the gates. */
  readonly gateFn: Elementwise = sigmoid;
  /** What the state goes through. */
  readonly activationFn: Elementwise = tanh;
  /** Makes the first kernels that inputs are multiplied by. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first kernels that the state is multiplied by. */
  readonly recurrentKernelInit: Initializer = orthogonal();
  /** Makes the first bias of the gate that forgets. */
  readonly forgetBiasInit: Initializer = ones;
  /** Makes the first biases of the new state. */
  readonly activationBiasInit: Initializer = zeros;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Makes the state before the first step. */
  readonly carryInit: Initializer = zeros;
  /** Whether the gate also resets what the new state sees of the old. */
  readonly resetGate: boolean = true;

  /**
   * Makes the cell.
   *
   * @param features - How many numbers the state has; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` is not a whole number of at least 1.
   */
  constructor(features: number | Spelled<MGUCellFields>, fields?: Spelled<MGUCellFields>) {
    super(readCellFields("MGUCell", features, fields));
  }

  /** Computes the next state, which is also the output. */
  override __call__(carry: ArrayLike, inputs: ArrayLike): [carry: ndarray, output: ndarray] {
    const h = toArray("MGUCell", carry);
    const features = h.shape[h.ndim - 1];
    const { recurrentKernelInit, activationBiasInit, resetGate } = this;
    const fromInput = (name: string, biasInit: Initializer): ndarray =>
      this.dense(name, features, true, this.kernelInit, biasInit)(inputs);
    const fromState = (name: string, useBias: boolean): ndarray =>
      this.dense(name, features, useBias, recurrentKernelInit, activationBiasInit)(h);
    const f = this.gateFn(add(fromInput("if", this.forgetBiasInit), fromState("hf", false)));
    const seen = fromState("hn", resetGate);
    const n = this.activationFn(
      add(fromInput("in", activationBiasInit), resetGate ? multiply(seen, f) : seen),
    );
    const next = add(multiply(subtract(1, f), n), multiply(f, h));
    return [next, next];
  }
}
