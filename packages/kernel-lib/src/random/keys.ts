import { sizeOf } from "../array/broadcast";
import { checkShape, type Shape } from "../array/checks";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject, readNamed } from "../array/options";
import { isFloating } from "../array/traits";
import { foldedKey, randomKeys, randomWords } from "../ops/draw";
import { convertType, scalar } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { keyOf, type Key } from "./keyOf";

export type { Key } from "./keyOf";

/**
 * Makes a key from a seed. The same seed gives the same key, here and in JAX.
 *
 * @param seed - A whole number; of which the lowest 32 bits count.
 * @returns A key: `[0, seed mod 2³²]`.
 * @throws TypeError if the seed is not a whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.PRNGKey.html
 * @example
 * jax.random.PRNGKey(123).tolist(); // [0, 123]
 */
export function PRNGKey(seed: number): Key {
  return seeded("PRNGKey", seed);
}

/**
 * Makes a key from a seed: {@link PRNGKey} under its newer name.
 *
 * @param seed - A whole number; of which the lowest 32 bits count.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.key.html
 * @example
 * jax.random.key(123).tolist(); // [0, 123]
 */
export function key(seed: number): Key {
  return seeded("key", seed);
}

function seeded(functionName: string, seed: unknown): Key {
  const number = seed instanceof ndarray && seed.ndim === 0 ? seed.item() : seed;
  if (typeof number !== "number" || !Number.isSafeInteger(number)) {
    throw new TypeError(`${functionName}: expected the seed to be a whole number, got ${describe(seed)}`);
  }
  return new ndarray(Uint32Array.of(0, number), [2], "uint32");
}

/**
 * Makes independent keys from a key, which should not be used again.
 *
 * @param key - The key.
 * @param num - How many, or a shape; or `{ num }`. Default: 2.
 * @returns Keys in an array of shape `[num, 2]`: `const [first, second] = jax.random.split(key);`
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.split.html
 * @example
 * jax.random.split(jax.random.PRNGKey(0), 3).shape; // [3, 2]
 */
export function split(key: Key, num?: Shape | { num?: Shape }): ndarray {
  const own = keyOf("split", key);
  const shape = checkShape("split", readNamed<{ num?: Shape }>("split", { num }, undefined, { num: 2 }).num);
  sizeOf("split", [...shape, 2]);
  return randomKeys(own, shape);
}

/**
 * Makes a key from a key and a number, for instance the number of a training step.
 *
 * @param key - The key; or both arguments by name.
 * @param data - A whole number, of which the lowest 32 bits count; it may be an array of no axes, even one that a
 * transformation follows.
 * @throws TypeError if `key` is not a key or `data` no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.fold_in.html
 * @example
 * jax.random.foldIn(jax.random.PRNGKey(0), 1).shape; // [2]
 */
export function foldIn(key: Key | { key: Key; data: number | ndarray }, data?: number | ndarray): Key {
  if (isPlainObject(key)) return foldIn(key.key as Key, key.data as number);
  if (data instanceof ndarray && isTracer(data) && data.ndim === 0) {
    const whole = isFloating(data.dtype) ? convertType(data, "int32") : data;
    return foldedKey(keyOf("foldIn", key), convertType(whole, "uint32"));
  }
  const number = data instanceof ndarray && data.ndim === 0 ? data.item() : data;
  if (!Number.isSafeInteger(number)) {
    throw new TypeError(`foldIn: expected data to be a whole number, got ${describe(data)}`);
  }
  return foldedKey(keyOf("foldIn", key), scalar(number as number, "uint32"));
}

/**
 * Draws random bits.
 *
 * @param key - The key.
 * @param shape - The shape of the result. Default: [], one word.
 * @returns Words of 32 bits, uint32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.bits.html
 * @example
 * jax.random.bits(jax.random.PRNGKey(0), [2]).dtype; // "uint32"
 */
export function bits(key: Key, shape?: Shape | { shape?: Shape }): ndarray {
  const read = readNamed<{ shape?: Shape }>("bits", { shape }, undefined, { shape: [] });
  return randomWords(keyOf("bits", key), checkShape("bits", read.shape));
}
