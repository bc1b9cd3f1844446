import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, type Spelled } from "../array/options";
import { einsum } from "../np/einsum";
import { add } from "../np/ufuncs";
import { reshape } from "../ops/layout";
import { checkIntegers, firstField, mergeParam, type KernelFields } from "./fields";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { Module } from "./module";
import { promoted } from "./promoted";

/** Fields of {@link Einsum}. */
export interface EinsumFields extends KernelFields {
  /** The shape of the kernel. */
  shape?: readonly number[];
  /** What is multiplied and added up, `"nta,hab->nthb"`: of the input and of the kernel. Default: each call says so. */
  einsumStr?: string | null;
}

/**
 * A linear layer that multiplies as Einstein's summation convention says.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.Einsum([3, 2], "bh,hd->bd");
 * const variables = layer.init(jax.random.PRNGKey(0), np.ones([5, 3]));
 * variables.params.bias.shape; // [2]
 */
export class Einsum extends Module {
  /** The shape of the kernel. */
  readonly shape: readonly number[] = [];
  /** What is multiplied and added up; null where each call says so. */
  readonly einsumStr: string | null = null;
  /** Whether a bias is added. */
  readonly useBias: boolean = true;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of kernel and bias. */
  readonly paramDtype: DType = "float32";
  /** Makes the first kernel. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first bias. */
  readonly biasInit: Initializer = zeros;

  /**
   * Makes the layer.
   *
   * @param shape - The shape of the kernel; or all fields.
   * @param einsumStr - What is multiplied and added up; or the other fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError for an invalid shape.
   */
  constructor(
    shape: readonly number[] | Spelled<EinsumFields>,
    einsumStr?: string | Spelled<EinsumFields>,
    fields?: Spelled<EinsumFields>,
  ) {
    const rest = einsumStr === undefined ? { ...fields } : firstField("einsumStr", einsumStr, fields);
    const given = firstField("shape", shape, rest);
    checkIntegers("Einsum", "shape", given.shape, 1);
    super(given);
  }

  /** Multiplies the input with the kernel, adds up, and adds the bias. */
  override __call__(inputs: ArrayLike, einsumStr?: string | null): ndarray {
    const name = "Einsum";
    const x = toArray(name, inputs);
    const text = mergeParam(name, "einsumStr", this.einsumStr, einsumStr).replaceAll(" ", "");
    const [, own, result] = /^[^,]*,([^,]*)->([^,]*)$/.exec(text) ?? [];
    if (own === undefined || own.length !== this.shape.length) {
      throw new TypeError(
        `${name}: expected subscripts of two operands and a result, such as "ab,bc->ac", with ${this.shape.length} letters for the kernel, got ${describe(text)}`,
      );
    }
    const kernel = this.param("kernel", this.kernelInit, ...([this.shape, this.paramDtype] as never[]));
    // The bias has those axes of the result that the kernel has.
    const wide = [...result.replace("...", "")].map((letter) => this.shape[own.indexOf(letter)] ?? 1);
    const shape = [...result].flatMap((letter) =>
      own.includes(letter) ? [this.shape[own.indexOf(letter)]] : [],
    );
    const bias = this.useBias
      ? this.param("bias", this.biasInit, ...([shape, this.paramDtype] as never[]))
      : undefined;
    const [input, weights, offset] = promoted(name, this.dtype, x, kernel, ...(bias ? [bias] : []));
    const product = einsum(text, input, weights);
    return bias ? add(product, reshape(offset, wide)) : product;
  }
}
