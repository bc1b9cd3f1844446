import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { checkObject } from "./flattening";

/** Objects within objects that cannot be changed. */
export type Frozen<T> = T extends ndarray
  ? T
  : T extends object
    ? { readonly [K in keyof T]: Frozen<T[K]> }
    : T;

/** Objects within objects that can be changed. */
export type Unfrozen<T> = T extends ndarray
  ? T
  : T extends object
    ? { -readonly [K in keyof T]: Unfrozen<T[K]> }
    : T;

/** Copies objects within objects; what else there is stays the same. */
function copied(value: unknown, finish: (copy: Record<string, unknown>) => object): unknown {
  if (!isPlainObject(value)) return value;
  return finish(Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copied(part, finish)])));
}

/**
 * Copies objects within objects such that they cannot be changed.
 *
 * @param xs - Objects within objects, such as variables.
 * @throws TypeError if `xs` is not an object.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.core.frozen_dict.html
 * @example
 * Object.isFrozen(flax.core.freeze({ params: { w: 1 } }).params); // true
 */
export function freeze<T extends object>(xs: T): Frozen<T> {
  checkObject("freeze", xs);
  return copied(xs, Object.freeze) as Frozen<T>;
}

/**
 * Copies objects within objects such that they can be changed.
 *
 * @param x - Objects within objects, frozen or not.
 * @throws TypeError if `x` is not an object.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.core.frozen_dict.html
 * @example
 * const variables = flax.core.unfreeze(flax.core.freeze({ params: { w: 1 } }));
 * variables.params.w = 2;
 */
export function unfreeze<T extends object>(x: T): Unfrozen<T> {
  checkObject("unfreeze", x);
  return copied(x, (copy) => copy) as Unfrozen<T>;
}

/**
 * Copies an object with some keys added or replaced.
 *
 * @param x - An object, frozen or not.
 * @param addOrReplace - What is added.
 * @throws TypeError if one of them is not an object.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.core.frozen_dict.html
 * @example
 * flax.core.copy({ a: 1, b: 2 }, { b: 3 }); // { a: 1, b: 3 }
 */
export function copy<T extends object, A extends object>(x: T, addOrReplace: A): Omit<T, keyof A> & A {
  checkObject("copy", x);
  checkObject("copy", addOrReplace);
  const result = { ...x, ...addOrReplace };
  return Object.isFrozen(x) ? Object.freeze(result) : result;
}

/**
 * Takes one key out of an object, which stays as it is.
 *
 * @param x - An object, frozen or not.
 * @param key - The key.
 * @returns `[rest, value]`.
 * @throws TypeError if `x` is not an object; RangeError if it does not have the key.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.core.frozen_dict.html
 * @example
 * flax.core.pop({ params: 1, batch_stats: 2 }, "params"); // [{ batch_stats: 2 }, 1]
 */
export function pop<T extends object, K extends keyof T & string>(
  x: T,
  key: K,
): [rest: Omit<T, K>, value: T[K]] {
  checkObject("pop", x);
  if (!Object.hasOwn(x, key)) {
    throw new RangeError(`pop: expected one of the keys ${Object.keys(x).join(", ")}, got ${describe(key)}`);
  }
  const { [key]: value, ...rest } = x;
  return [Object.isFrozen(x) ? Object.freeze(rest) : rest, value];
}
