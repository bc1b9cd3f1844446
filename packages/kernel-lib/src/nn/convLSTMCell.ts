import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { addSnakeNames } from "../array/snakeMembers";
import { add, multiply } from "../np/ufuncs";
import { sliceAxis } from "../ops/slice";
import { split, type Key } from "../random/keys";
import { DenseCell, readCellFields, type CellFields } from "./cell";
import { Conv } from "./conv";
import { firstField } from "./fields";
import type { Initializer } from "./initializer";
import { zeros } from "./initializers";
import type { Padding } from "../array/windowPadding";
import { sigmoid, tanh } from "./sigmoidal";

/** Fields of {@link ConvLSTMCell}. */
export interface ConvLSTMCellFields extends CellFields {
  /** The lengths of the kernel along each spatial axis. */
  kernelSize?: readonly number[];
  /** How far the kernel moves at a time. Default: 1. */
  strides?: readonly number[] | null;
  /** What surrounds input and state. Default: "SAME". */
  padding?: Padding;
  /** Whether biases are added. Default: true. */
  useBias?: boolean;
}

/**
 * A cell of long short-term memory for images: gates and memory are images, too, made by convolutions.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1506.04214
 * @example
 * const cell = new nn.ConvLSTMCell(3, [2, 2]);
 * cell.initializeCarry(jax.random.PRNGKey(0), [1, 5, 5, 2])[0].shape; // [1, 5, 5, 3]
 */
export class ConvLSTMCell extends DenseCell {
  /** How many channels memory and output have. */
  readonly features: number = 1;
  /** The lengths of the kernel along each spatial axis. */
  readonly kernelSize: readonly number[] = [1];
  /** How far the kernel moves at a time; null for 1. */
  readonly strides: readonly number[] | null = null;
  /** What surrounds input and state. */
  readonly padding: Padding = "SAME";
  /** Whether biases are added. */
  readonly useBias: boolean = true;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** Makes memory and output before the first step. */
  readonly carryInit: Initializer = zeros;

  /**
   * Makes the cell.
   *
   * @param features - How many channels memory and output have; or all fields.
   * @param kernelSize - The lengths of the kernel; or the other fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `features` is not a whole number of at least 1.
   */
  constructor(
    features: number | Spelled<ConvLSTMCellFields>,
    kernelSize?: readonly number[] | Spelled<ConvLSTMCellFields>,
    fields?: Spelled<ConvLSTMCellFields>,
  ) {
    const rest = kernelSize === undefined ? { ...fields } : firstField("kernelSize", kernelSize, fields);
    super(readCellFields("ConvLSTMCell", features, rest));
  }

  /** The spatial axes, and that of channels. */
  override get numFeatureAxes(): number {
    return this.kernelSize.length + 1;
  }

  /** Makes memory and output before the first step. */
  override initializeCarry(rng: Key, inputShape: readonly number[]): [memory: ndarray, output: ndarray] {
    const shape = [...inputShape.slice(0, -1), this.features];
    const [first, second] = split(rng);
    return [this.newState(first, shape), this.newState(second, shape)];
  }

  /** Computes the next memory and output. */
  override __call__(
    carry: readonly [memory: ArrayLike, output: ArrayLike],
    inputs: ArrayLike,
  ): [carry: [memory: ndarray, output: ndarray], output: ndarray] {
    const [memory, before] = carry;
    const { kernelSize, strides, padding, useBias, dtype, paramDtype, features } = this;
    const layer = (name: string): Conv =>
      new Conv(4 * features, kernelSize, { name, strides, padding, useBias, dtype, paramDtype });
    const gates = add(layer("ih")(inputs), layer("hh")(toArray("ConvLSTMCell", before)));
    const [i, g, f, o] = [0, 1, 2, 3].map((part) =>
      sliceAxis(gates, gates.ndim - 1, part * features, (part + 1) * features),
    );
    const next = add(multiply(sigmoid(add(f, 1)), memory), multiply(sigmoid(i), tanh(g)));
    const output = multiply(sigmoid(o), tanh(next));
    return [[next, output], output];
  }
}

addSnakeNames(ConvLSTMCell.prototype);
