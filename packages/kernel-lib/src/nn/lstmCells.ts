import type { ArrayLike } from "../array/asarray";
import { matmul } from "../np/products";
import { concatenate } from "../ops/concatenate";
import { sliceAxis } from "../ops/slice";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import type { Spelled } from "../array/options";
import { add, multiply } from "../np/ufuncs";
import { MemoryCell, readCellFields, type Elementwise, type GatedCellFields } from "./cell";
import type { Initializer } from "./initializer";
import { lecunNormal, orthogonal, zeros } from "./initializers";
import { Module } from "./module";
import { promoted } from "./promoted";
import { sigmoid, tanh } from "./sigmoidal";

/** Fields of {@link LSTMCell}. */
export type LSTMCellFields = GatedCellFields;

/** Fields of {@link OptimizedLSTMCell}. */
export type OptimizedLSTMCellFields = GatedCellFields;

/** The memory and the output of a cell. */
type Memory = readonly [memory: ArrayLike, output: ArrayLike];

/** Makes the next memory and output, of what the gates and the new state see. */
function remember(
  { gateFn, activationFn }: { readonly gateFn: Elementwise; readonly activationFn: Elementwise },
  seen: Readonly<Record<"i" | "f" | "g" | "o", ndarray>>,
  memory: ArrayLike,
): [carry: [memory: ndarray, output: ndarray], output: ndarray] {
  const [i, f, o] = [gateFn(seen.i), gateFn(seen.f), gateFn(seen.o)];
  const next = add(multiply(f, memory), multiply(i, activationFn(seen.g)));
  const output = multiply(o, activationFn(next));
  return [[next, output], output];
}

/**
 * A cell of long short-term memory: gates say what is written into a memory, what is forgotten, and what is shown.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://doi.org/10.1162/neco.1997.9.8.1735
 * @example
 * const cell = new nn.LSTMCell(3);
 * const x = np.ones([2, 4]);
 * const carry = cell.initializeCarry(jax.random.PRNGKey(0), x.shape);
 * const variables = cell.init(jax.random.PRNGKey(1), carry, x);
 * const [[memory, output]] = cell.apply(variables, carry, x);
 * memory.shape; // [2, 3]
 */
export class LSTMCell extends MemoryCell {
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
  constructor(features: number | Spelled<LSTMCellFields>, fields?: Spelled<LSTMCellFields>) {
    super(readCellFields("LSTMCell", features, fields));
  }

  /** Computes the next memory and output. */
  override __call__(
    carry: Memory,
    inputs: ArrayLike,
  ): [carry: [memory: ndarray, output: ndarray], output: ndarray] {
    const [memory, output] = carry;
    const h = toArray("LSTMCell", output);
    const features = h.shape[h.ndim - 1];
    const seen = (part: string): ndarray =>
      add(
        this.dense(`i${part}`, features, false, this.kernelInit)(inputs),
        this.dense(`h${part}`, features, true, this.recurrentKernelInit, this.biasInit)(h),
      );
    return remember(this, { i: seen("i"), f: seen("f"), g: seen("g"), o: seen("o") }, memory);
  }
}

/** A kernel, and a bias if there is one. */
type LinearPair = readonly [kernel: ndarray, bias: ndarray | null];

/** The parameters of a linear layer. */
class DenseParams extends Module {
  readonly features: number = 1;
  readonly useBias: boolean = true;
  readonly paramDtype: DType = "float32";
  readonly kernelInit: Initializer = lecunNormal();
  readonly biasInit: Initializer = zeros;

  override __call__(inputs: ndarray): [kernel: ndarray, bias: ndarray | null] {
    const { features, paramDtype } = this;
    const shape = [inputs.shape[inputs.ndim - 1], features];
    const kernel = this.param("kernel", this.kernelInit, ...([shape, paramDtype] as never[]));
    if (!this.useBias) return [kernel, null];
    return [kernel, this.param("bias", this.biasInit, ...([[features], paramDtype] as never[]))];
  }
}

/**
 * The same as {@link LSTMCell}, computed with two matrix products instead of eight: quicker where the state is small.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const cell = new nn.OptimizedLSTMCell(3);
 * const x = np.ones([2, 4]);
 * const carry = cell.initializeCarry(jax.random.PRNGKey(0), x.shape);
 * cell.init(jax.random.PRNGKey(1), carry, x).params.ig.kernel.shape; // [4, 3]
 */
export class OptimizedLSTMCell extends MemoryCell {
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
  constructor(
    features: number | Spelled<OptimizedLSTMCellFields>,
    fields?: Spelled<OptimizedLSTMCellFields>,
  ) {
    super(readCellFields("OptimizedLSTMCell", features, fields));
  }

  /** Computes the next memory and output. */
  override __call__(
    carry: Memory,
    inputs: ArrayLike,
  ): [carry: [memory: ndarray, output: ndarray], output: ndarray] {
    const name = "OptimizedLSTMCell";
    const [memory, output] = carry;
    const [x, h] = [toArray(name, inputs), toArray(name, output)];
    const features = h.shape[h.ndim - 1];
    const parts = ["i", "f", "g", "o"] as const;
    const { paramDtype, biasInit } = this;
    const layer = (label: string, useBias: boolean, kernelInit: Initializer, input: ndarray): LinearPair =>
      new DenseParams({ features, useBias, paramDtype, kernelInit, biasInit, name: label })(input);
    const [fromInput, fromState]: LinearPair[][] = [[], []];
    for (const part of parts) {
      fromInput.push(layer(`i${part}`, false, this.kernelInit, x));
      fromState.push(layer(`h${part}`, true, this.recurrentKernelInit, h));
    }
    const product = (input: ndarray, layers: readonly LinearPair[]): ndarray => {
      const kernel = concatenate(
        layers.map(([one]) => one),
        1,
      );
      const biases = layers.flatMap(([, bias]) => (bias ? [bias] : []));
      const operands = promoted(
        name,
        this.dtype,
        input,
        kernel,
        ...(biases.length > 0 ? [concatenate(biases, 0)] : []),
      );
      const result = matmul(operands[0], operands[1]);
      return biases.length > 0 ? add(result, operands[2]) : result;
    };
    const both = add(product(x, fromInput), product(h, fromState));
    const seen = parts.map((_, i) => sliceAxis(both, both.ndim - 1, i * features, (i + 1) * features));
    return remember(this, { i: seen[0], f: seen[1], g: seen[2], o: seen[3] }, memory);
  }
}
