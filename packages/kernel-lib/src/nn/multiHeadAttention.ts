import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { isPlainObject, readOptions, type Spelled } from "../array/options";
import { arange } from "../np/ranges";
import { add, equal, lessEqual } from "../np/ufuncs";
import { where } from "../np/where";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { full, scalar } from "../ops/map";
import type { Key } from "../random/keys";
import { dotProductAttention, type AttentionOptions } from "./attention";
import { DenseGeneral } from "./denseGeneral";
import { firstField, mergeFlag, type KernelFields } from "./fields";
import type { Initializer } from "./initializer";
import { lecunNormal, zeros } from "./initializers";
import { LayerNorm } from "./layerNorm";
import { combineMasks } from "./masks";
import { Module } from "./module";

/** Fields of {@link MultiHeadDotProductAttention}. */
export interface MultiHeadDotProductAttentionFields extends KernelFields {
  /** How many heads look at the same time. */
  numHeads?: number;
  /** How many numbers queries, keys and values have for all heads together. Default: as many as the queries' input. */
  qkvFeatures?: number | null;
  /** How many numbers come out. Default: as many as the queries' input has. */
  outFeatures?: number | null;
  /** Whether the same weights are dropped for all examples and heads. Default: true. */
  broadcastDropout?: boolean;
  /** The probability with which a weight is dropped. Default: 0. */
  dropoutRate?: number;
  /** Whether nothing is dropped; null where each call says so. Default: null. */
  deterministic?: boolean | null;
  /** Makes the first kernel of what comes out. Default: `kernelInit`. */
  outKernelInit?: Initializer | null;
  /** Makes the first bias of what comes out. Default: `biasInit`. */
  outBiasInit?: Initializer | null;
  /** Computes attention from queries, keys, values and options. Default: `dotProductAttention`. */
  attentionFn?: typeof dotProductAttention;
  /** Whether keys and values are stored for the next call, one place at a time. Default: false. */
  decode?: boolean;
  /** Whether queries and keys are normalized. Default: false. */
  normalizeQk?: boolean;
  /** Whether the softmax is taken in float32. Default: false. */
  forceFp32ForSoftmax?: boolean;
}

/** Options of a call of {@link MultiHeadDotProductAttention}. */
export interface MultiHeadAttentionOptions {
  /** Where keys come from. Default: where queries do. */
  inputsK?: ArrayLike | null;
  /** Where values come from. Default: where keys do. */
  inputsV?: ArrayLike | null;
  /** Where keys and values come from, under an older name. */
  inputsKv?: ArrayLike | null;
  /** Which keys each query sees, broadcast to (…, heads, queries, keys). Default: all. */
  mask?: ArrayLike | null;
  /** Whether nothing is dropped. Default: the field of that name. */
  deterministic?: boolean | null;
  /** The key with which weights are dropped. Default: the one given to `apply`. */
  dropoutRng?: Key | null;
  /** Whether the weights are stored in the collection `"intermediates"`. Default: false. */
  sowWeights?: boolean;
}

const callDefaults: MultiHeadAttentionOptions = {
  inputsK: null,
  inputsV: null,
  inputsKv: null,
  mask: null,
  deterministic: null,
  dropoutRng: null,
  sowWeights: false,
};

/**
 * Attention with several heads: each projects the inputs, attends, and what they find is projected together.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1706.03762
 * @example
 * const layer = new nn.MultiHeadDotProductAttention({ numHeads: 2, qkvFeatures: 8 });
 * const x = np.ones([1, 5, 4]);
 * const variables = layer.init(jax.random.PRNGKey(0), x);
 * variables.params.query.kernel.shape; // [4, 2, 4]
 * layer.apply(variables, x, { mask: nn.makeCausalMask(np.ones([1, 5])) }).shape; // [1, 5, 4]
 */
export class MultiHeadDotProductAttention extends Module {
  /** How many heads look at the same time. */
  readonly numHeads: number = 1;
  /** The dtype in which it computes, null for that of input and parameters together. */
  readonly dtype: DType | null = null;
  /** The dtype of the parameters. */
  readonly paramDtype: DType = "float32";
  /** How many numbers queries, keys and values have for all heads together; null for as many as the queries' input. */
  readonly qkvFeatures: number | null = null;
  /** How many numbers come out; null for as many as the queries' input has. */
  readonly outFeatures: number | null = null;
  /** Whether the same weights are dropped for all examples and heads. */
  readonly broadcastDropout: boolean = true;
  /** The probability with which a weight is dropped. */
  readonly dropoutRate: number = 0;
  /** Whether nothing is dropped; null where each call says so. */
  readonly deterministic: boolean | null = null;
  /** Makes the first kernels. */
  readonly kernelInit: Initializer = lecunNormal();
  /** Makes the first kernel of what comes out; null for `kernelInit`. */
  readonly outKernelInit: Initializer | null = null;
  /** Makes the first biases. */
  readonly biasInit: Initializer = zeros;
  /** Makes the first bias of what comes out; null for `biasInit`. */
  readonly outBiasInit: Initializer | null = null;
  /** Whether biases are added. */
  readonly useBias: boolean = true;
  /** Computes attention from queries, keys, values and options. */
  readonly attentionFn: typeof dotProductAttention = dotProductAttention;
  /** Whether keys and values are stored for the next call, one place at a time. */
  readonly decode: boolean = false;
  /** Whether queries and keys are normalized. */
  readonly normalizeQk: boolean = false;
  /** Whether the softmax is taken in float32. */
  readonly forceFp32ForSoftmax: boolean = false;

  /**
   * Makes the layer.
   *
   * @param numHeads - How many heads look at the same time; or all fields.
   * @param fields - The other fields.
   * @throws TypeError for an unknown field, RangeError if `numHeads` is not a whole number of at least 1.
   */
  constructor(
    numHeads: number | Spelled<MultiHeadDotProductAttentionFields>,
    fields?: Spelled<MultiHeadDotProductAttentionFields>,
  ) {
    const given = firstField("numHeads", numHeads, fields);
    checkInteger(new.target.name, "numHeads", given.numHeads ?? given.num_heads, 1);
    super(given);
  }

  /**
   * Attends.
   *
   * @param inputsQ - Where queries come from, of shape (…, length, features).
   * @param inputsK - Where keys come from; or options. Default: where queries do.
   * @param inputsV - Where values come from; or options. Default: where keys do.
   * @param options - Mask, dropout.
   */
  override __call__(
    inputsQ: ArrayLike,
    inputsK?: ArrayLike | null | Spelled<MultiHeadAttentionOptions>,
    inputsV?: ArrayLike | null | Spelled<MultiHeadAttentionOptions>,
    options?: Spelled<MultiHeadAttentionOptions>,
  ): ndarray {
    const name = this.constructor.name;
    const last = [inputsK, inputsV, options].find(isPlainObject);
    const read = readOptions<MultiHeadAttentionOptions>(name, last, callDefaults);
    const placed = (value: unknown): ArrayLike | null =>
      value === undefined || isPlainObject(value) ? null : (value as ArrayLike);
    const queries = toArray(name, inputsQ);
    const keys = toArray(name, placed(inputsK) ?? read.inputsK ?? read.inputsKv ?? queries);
    const values = toArray(name, placed(inputsV) ?? read.inputsV ?? keys);
    const width = queries.shape[queries.ndim - 1];
    const features = this.qkvFeatures ?? width;
    if (features % this.numHeads !== 0) {
      throw new RangeError(`${name}: expected numHeads to divide ${features} features, got ${this.numHeads}`);
    }
    const { dtype, paramDtype, kernelInit, biasInit, useBias } = this;
    const projected = (part: string, x: ndarray): ndarray =>
      new DenseGeneral([this.numHeads, features / this.numHeads], {
        dtype,
        paramDtype,
        kernelInit,
        biasInit,
        useBias,
        name: part,
      })(x);
    let [query, key, value] = [
      projected("query", queries),
      projected("key", keys),
      projected("value", values),
    ];
    if (this.normalizeQk) {
      const norm = (part: string, x: ndarray): ndarray =>
        new LayerNorm({ name: part, useBias: false, dtype, paramDtype })(x);
      [query, key] = [norm("query_ln", query), norm("key_ln", key)];
    }
    let { mask } = read;
    if (this.decode) [key, value, mask] = remembered(this, name, query, key, value, mask);
    let { dropoutRng } = read;
    let isDeterministic = true;
    if (this.dropoutRate > 0) {
      isDeterministic = mergeFlag(name, "deterministic", this.deterministic, read.deterministic);
      if (!isDeterministic) dropoutRng ??= this.makeRng("dropout");
    }
    const settings: AttentionOptions = {
      mask,
      dropoutRng,
      dropoutRate: this.dropoutRate,
      broadcastDropout: this.broadcastDropout,
      deterministic: isDeterministic,
      dtype,
      forceFp32ForSoftmax: this.forceFp32ForSoftmax,
      ...(read.sowWeights && { module: this }),
    };
    const found = this.attentionFn(query, key, value, settings);
    return new DenseGeneral(this.outFeatures ?? width, {
      axis: [-2, -1],
      kernelInit: this.outKernelInit ?? kernelInit,
      biasInit: this.outBiasInit ?? biasInit,
      useBias,
      dtype,
      paramDtype,
      name: "out",
    })(found);
  }
}

/** Puts the key and value of one place into those that were stored, and has the query see those up to there. */
function remembered(
  module: Module,
  name: string,
  query: ndarray,
  key: ndarray,
  value: ndarray,
  mask: ArrayLike | null | undefined,
): [key: ndarray, value: ndarray, mask: ArrayLike | null | undefined] {
  const isThere = module.hasVariable("cache", "cached_key");
  const keys = module.variable("cache", "cached_key", () => full(0, key.shape, key.dtype));
  const values = module.variable("cache", "cached_value", () => full(0, value.shape, value.dtype));
  const index = module.variable("cache", "cache_index", () => scalar(0, "int32"));
  if (!isThere) return [key, value, mask];
  const { shape } = keys.value;
  const outer = shape.slice(0, -3);
  const length = shape[shape.length - 3];
  const expected = [...outer, 1, ...shape.slice(-2)];
  if (query.shape.join() !== expected.join()) {
    throw new RangeError(
      `${name}: expected queries of shape (${expected.join(", ")}), one place at a time, got (${query.shape.join(", ")})`,
    );
  }
  const places = arange(length, { dtype: "int32" });
  const now = index.value;
  const isHere = reshape(equal(places, now), [length, 1, 1]);
  keys.value = where(isHere, key, keys.value);
  values.value = where(isHere, value, values.value);
  index.value = add(now, scalar(1, "int32"));
  const seen = broadcast(lessEqual(places, now), [...outer, 1, 1, length]);
  return [keys.value, values.value, combineMasks(mask, seen)];
}

/**
 * The same as {@link MultiHeadDotProductAttention}, under its shorter name.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.MultiHeadAttention(2);
 * layer.init(jax.random.PRNGKey(0), np.ones([1, 5, 4])).params.out.kernel.shape; // [2, 2, 4]
 */
export class MultiHeadAttention extends MultiHeadDotProductAttention {}

/**
 * Attention of a sequence to itself.
 *
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * const layer = new nn.SelfAttention(2);
 * layer.init(jax.random.PRNGKey(0), np.ones([1, 5, 4])).params.key.bias.shape; // [2, 2]
 */
export class SelfAttention extends MultiHeadDotProductAttention {
  /**
   * Attends.
   *
   * @param inputsQ - The sequence, of shape (…, length, features).
   * @param mask - Which places each place sees; or options.
   * @param options - Dropout.
   */
  override __call__(
    inputsQ: ArrayLike,
    mask?: ArrayLike | null | Spelled<MultiHeadAttentionOptions>,
    options?: Spelled<MultiHeadAttentionOptions>,
  ): ndarray {
    return super.__call__(inputsQ, isPlainObject(mask) ? mask : { ...options, mask: mask as ArrayLike });
  }
}
