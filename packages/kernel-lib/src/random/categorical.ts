import type { ArrayLike } from "../array/asarray";
import { formatShape, sameShape } from "../array/broadcast";
import { checkAxis, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { add } from "../np/ufuncs";
import { argmax } from "../np/statistics";
import { convertType } from "../ops/map";
import { gumbel } from "./gumbel";
import { keyOf } from "./keyOf";
import type { Key } from "./keys";

/** Options of {@link categorical}. */
export interface CategoricalOptions {
  /** The axis along which the categories lie. Default: -1. */
  axis?: number;
  /** The shape of the result, which ends with that of the logits without the axis. Default: that one. */
  shape?: Shape | null;
}

/**
 * Draws categories by their logits, the logarithms of what their probabilities are proportional to.
 *
 * @param key - The key.
 * @param logits - The logits.
 * @param options - The axis along which they lie, or options. Default: the last one.
 * @returns Numbers of categories, int32.
 * @throws TypeError if `key` is not a key, RangeError if the shape does not end with that of the logits without the
 * axis.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.categorical.html
 * @example
 * jax.random.categorical(jax.random.PRNGKey(0), [-50, 50, -50]).item(); // 1
 */
export function categorical(key: Key, logits: ArrayLike, options?: number | CategoricalOptions): ndarray {
  keyOf("categorical", key);
  const given = typeof options === "number" ? { axis: options } : options;
  const read = readOptions<CategoricalOptions>("categorical", given, { axis: -1, shape: null });
  const from = toArray("categorical", logits);
  const values = convertType(from, floatingType(from.dtype));
  const axis = checkAxis("categorical", read.axis, values.ndim);
  const rest = values.shape.filter((_, i) => i !== axis);
  const shape =
    read.shape === null || read.shape === undefined ? rest : checkShape("categorical", read.shape);
  const ahead = shape.length - rest.length;
  if (ahead < 0 || !sameShape(shape.slice(ahead), rest)) {
    throw new RangeError(
      `categorical: expected a shape that ends with ${formatShape(rest)}, got ${formatShape(shape)}`,
    );
  }
  const drawn = gumbel(key, [...shape.slice(0, ahead), ...values.shape], { dtype: values.dtype });
  return argmax(add(drawn, values), ahead + axis);
}
