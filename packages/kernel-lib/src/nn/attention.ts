import type { ArrayLike } from "../array/asarray";
import { formatShape } from "../array/broadcast";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { toArray } from "../array/coerce";
import { einsum } from "../np/einsum";
import { add, divide, multiply } from "../np/ufuncs";
import { where } from "../np/where";
import { convertType, scalar } from "../ops/map";
import { bernoulli } from "../random/bernoulli";
import type { Key } from "../random/keys";
import type { Module } from "./module";
import { promoted } from "./promoted";
import { softmax } from "./softmax";

/** Options of {@link dotProductAttention} and {@link dotProductAttentionWeights}. */
export interface AttentionOptions {
  /** What is added to the scores, broadcast to (…, heads, queries, keys). Default: nothing. */
  bias?: ArrayLike | null;
  /** Which keys each query sees, broadcast to (…, heads, queries, keys). Default: all. */
  mask?: ArrayLike | null;
  /** Whether the same weights are dropped for all examples and heads. Default: true. */
  broadcastDropout?: boolean;
  /** The key with which weights are dropped. Needed where any are. */
  dropoutRng?: Key | null;
  /** The probability with which a weight is dropped. Default: 0. */
  dropoutRate?: number;
  /** Whether nothing is dropped. Default: false. */
  deterministic?: boolean;
  /** The dtype in which it computes, null for that of the inputs together. Default: null. */
  dtype?: DType | null;
  /** The module that stores the weights, as `sow` does. Default: none. */
  module?: Module | null;
  /** Whether the softmax is taken in float32. All dtypes of floats here are at least that. Default: false. */
  forceFp32ForSoftmax?: boolean;
}

const attentionDefaults: AttentionOptions = {
  bias: null,
  mask: null,
  broadcastDropout: true,
  dropoutRng: null,
  dropoutRate: 0,
  deterministic: false,
  dtype: null,
  module: null,
  forceFp32ForSoftmax: false,
};

/** The smallest finite number of a dtype, which leaves a score out. */
const least = (dtype: DType): number =>
  dtype === "float64" ? -Number.MAX_VALUE : -Math.fround(3.4028234663852886e38);

function checkHeads(name: string, query: ndarray, key: ndarray): void {
  const [q, k] = [query.shape, key.shape];
  const alike = q.length === k.length && q.length >= 3 && q[q.length - 2] === k[k.length - 2];
  if (alike && q[q.length - 1] === k[k.length - 1] && q.slice(0, -3).every((length, i) => length === k[i]))
    return;
  throw new RangeError(
    `${name}: expected queries and keys of shapes (…, length, heads, depth) that differ in length alone, got ${formatShape(q)} and ${formatShape(k)}`,
  );
}

/**
 * Computes the weights of attention: for each query, how much of each key's value it takes.
 *
 * Formula: softmax(q·k / √depth + bias), over the keys that the mask leaves.
 *
 * @param query - Queries of shape (…, queries, heads, depth).
 * @param key - Keys of shape (…, keys, heads, depth).
 * @param options - Bias, mask, dropout.
 * @returns Weights of shape (…, heads, queries, keys), which sum to 1 along the last axis.
 * @throws RangeError if the shapes do not fit.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.dotProductAttentionWeights(np.zeros([2, 1, 4]), np.zeros([2, 1, 4])).tolist(); // [[[0.5, 0.5], [0.5, 0.5]]]
 */
export function dotProductAttentionWeights(
  query: ArrayLike,
  key: ArrayLike,
  options?: AttentionOptions,
): ndarray {
  const name = "dotProductAttentionWeights";
  const read = readOptions<AttentionOptions>(name, options, attentionDefaults);
  const [queries, keys] = promoted(name, read.dtype, query, key);
  checkHeads(name, queries, keys);
  const { dtype } = queries;
  const depth = scalar(Math.sqrt(queries.shape[queries.ndim - 1]), dtype);
  let scores = einsum("...qhd,...khd->...hqk", divide(queries, depth), keys);
  if (read.bias !== null && read.bias !== undefined) scores = add(scores, read.bias);
  if (read.mask !== null && read.mask !== undefined) {
    scores = where(toArray(name, read.mask), scores, scalar(least(dtype), dtype));
  }
  const weights = softmax(scores);
  read.module?.sow("intermediates", "attention_weights", weights);
  const rate = read.dropoutRate ?? 0;
  if (read.deterministic || rate === 0) return weights;
  const keep = 1 - rate;
  const { shape } = weights;
  const coins = read.broadcastDropout
    ? [...new Array<number>(keys.ndim - 2).fill(1), ...shape.slice(-2)]
    : shape;
  const kept = convertType(bernoulli(read.dropoutRng as Key, keep, coins), dtype);
  return multiply(weights, divide(kept, scalar(keep, dtype)));
}

/**
 * Attention: each query takes a mean of the values, weighted by how well it fits their keys.
 *
 * Formula: softmax(q·k / √depth + bias) · v.
 *
 * @param query - Queries of shape (…, queries, heads, depth).
 * @param key - Keys of shape (…, keys, heads, depth).
 * @param value - Values of shape (…, keys, heads, depth of values).
 * @param options - Bias, mask, dropout.
 * @returns Means of shape (…, queries, heads, depth of values).
 * @throws RangeError if the shapes do not fit.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @see https://arxiv.org/abs/1706.03762
 * @example
 * nn.dotProductAttention(np.zeros([1, 1, 4]), np.zeros([2, 1, 4]), np.array([[[1]], [[3]]])).tolist(); // [[[2]]]
 */
export function dotProductAttention(
  query: ArrayLike,
  key: ArrayLike,
  value: ArrayLike,
  options?: AttentionOptions,
): ndarray {
  const name = "dotProductAttention";
  const read = readOptions<AttentionOptions>(name, options, attentionDefaults);
  const [queries, keys, values] = promoted(name, read.dtype, query, key, value);
  checkHeads(name, queries, keys);
  if (values.ndim !== keys.ndim || values.shape[values.ndim - 3] !== keys.shape[keys.ndim - 3]) {
    throw new RangeError(
      `${name}: expected as many values as keys, got shapes ${formatShape(values.shape)} and ${formatShape(keys.shape)}`,
    );
  }
  const weights = dotProductAttentionWeights(queries, keys, { ...read, dtype: queries.dtype });
  return einsum("...hqk,...khd->...qhd", weights, values);
}
