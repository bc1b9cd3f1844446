import type { ArrayLike } from "../array/asarray";
import { broadcastShapes } from "../array/broadcast";
import { toArray } from "../array/coerce";
import type { DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { checkDType } from "../array/traits";
import { arange } from "../np/ranges";
import { greaterEqual, logicalAnd, multiply } from "../np/ufuncs";
import { broadcast } from "../ops/broadcast";
import { reshape } from "../ops/layout";
import { convertType } from "../ops/map";

/** Options of {@link makeAttentionMask}. */
export interface AttentionMaskOptions {
  /** What two elements become: their product where it is left out. */
  pairwiseFn?: (query: ndarray, key: ndarray) => ArrayLike;
  /** How many axes of length 1 are put in front. Default: 0. */
  extraBatchDims?: number;
  /** The dtype of the mask. Default: float32. */
  dtype?: DType;
}

/**
 * Makes a mask for attention out of two sequences: for each query and each key what a function makes of the two.
 *
 * @param queryInput - Of shape (…, queries): often whether each is not padding.
 * @param keyInput - Of shape (…, keys).
 * @param options - The function, by default the product; the dtype.
 * @returns A mask of shape (…, 1, queries, keys), for all heads alike.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.makeAttentionMask([1, 1], [1, 0]).tolist(); // [[[1, 0], [1, 0]]]
 */
export function makeAttentionMask(
  queryInput: ArrayLike,
  keyInput: ArrayLike,
  options?: AttentionMaskOptions,
): ndarray {
  const name = "makeAttentionMask";
  const { pairwiseFn, extraBatchDims, dtype } = readOptions<AttentionMaskOptions>(name, options, {
    pairwiseFn: multiply,
    extraBatchDims: 0,
    dtype: "float32",
  });
  const [query, key] = [toArray(name, queryInput), toArray(name, keyInput)];
  if (typeof pairwiseFn !== "function") {
    throw new TypeError(`${name}: expected pairwiseFn to be a function, got ${describe(pairwiseFn)}`);
  }
  const pairs = toArray(
    name,
    pairwiseFn(
      reshape(query, [...query.shape, 1]),
      reshape(key, [...key.shape.slice(0, -1), 1, ...key.shape.slice(-1)]),
    ),
  );
  const { shape } = pairs;
  const extra = new Array<number>(extraBatchDims ?? 0).fill(1);
  const mask = reshape(pairs, [...extra, ...shape.slice(0, -2), 1, ...shape.slice(-2)]);
  return convertType(mask, checkDType(name, dtype, "float32"));
}

/** Options of {@link makeCausalMask}. */
export type CausalMaskOptions = Omit<AttentionMaskOptions, "pairwiseFn">;

/**
 * Makes a mask in which each place sees itself and those before it.
 *
 * @param x - A batch of sequences, of shape (…, length); only the shape counts.
 * @param options - The dtype.
 * @returns A mask of shape (…, 1, length, length).
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.makeCausalMask(np.ones(2)).tolist(); // [[[1, 0], [1, 1]]]
 */
export function makeCausalMask(x: ArrayLike, options?: CausalMaskOptions): ndarray {
  const { shape } = toArray("makeCausalMask", x);
  const places = broadcast(arange(shape[shape.length - 1], { dtype: "int32" }), shape);
  const read = readOptions<CausalMaskOptions>("makeCausalMask", options, {
    extraBatchDims: 0,
    dtype: "float32",
  });
  return makeAttentionMask(places, places, { ...read, pairwiseFn: greaterEqual });
}

/**
 * Puts masks together: what one of them leaves out is left out.
 *
 * @param masks - Masks that broadcast, null where there is none; last, if wanted, `{ dtype }`.
 * @returns A mask, or null where all of them are null.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.linen/layers.html
 * @example
 * nn.combineMasks([1, 1, 0], null, [0, 1, 1]).tolist(); // [0, 1, 0]
 */
export function combineMasks(
  ...masks: readonly (ArrayLike | null | undefined | { dtype?: DType })[]
): ndarray {
  const name = "combineMasks";
  const last = masks[masks.length - 1];
  const isOptions = last !== null && typeof last === "object" && !("length" in last) && !("shape" in last);
  const { dtype } = readOptions<{ dtype?: DType }>(name, isOptions ? last : undefined, { dtype: "float32" });
  const given = (isOptions ? masks.slice(0, -1) : masks).flatMap((mask) =>
    mask === null || mask === undefined ? [] : [toArray(name, mask)],
  );
  if (given.length === 0) return null as unknown as ndarray;
  broadcastShapes(name, ...given.map((mask) => mask.shape));
  const combined = given.reduce((all, mask) => logicalAnd(all, mask));
  return convertType(combined, checkDType(name, dtype, "float32"));
}
