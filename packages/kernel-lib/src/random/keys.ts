import { sizeOf } from "../array/broadcast";
import { checkShape, type Shape } from "../array/checks";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { threefry2x32 } from "./threefry";
import { randomWords, wordsOf } from "./words";

/** Where randomness comes from: two words of 32 bits, an array of dtype uint32 and shape `[2]`. */
export type Key = ndarray;

const pair = new Uint32Array(2);

/**
 * Makes a key from a seed. The same seed gives the same key, here and in JAX.
 *
 * @param seed - A whole number; of which the lowest 32 bits count.
 * @returns A key: `[0, seed mod 2³²]`.
 * @throws TypeError if the seed is no whole number.
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
 * @param num - How many, or a shape. Default: 2.
 * @returns Keys in an array of shape `[num, 2]`: `const [first, second] = jax.random.split(key);`
 * @throws TypeError if `key` is none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.split.html
 * @example
 * jax.random.split(jax.random.PRNGKey(0), 3).shape; // [3, 2]
 */
export function split(key: Key, num: Shape = 2): ndarray {
  const words = wordsOf("split", key);
  const shape = checkShape("split", num);
  const count = shape.reduce((product, length) => product * length, 1);
  sizeOf("split", [count, 2]);
  const data = new Uint32Array(2 * count);
  for (let i = 0; i < count; i++) {
    threefry2x32(words[0], words[1], 0, i, pair);
    data.set(pair, 2 * i);
  }
  return new ndarray(data, [...shape, 2], "uint32");
}

/**
 * Makes a key from a key and a number, for instance the number of a training step.
 *
 * @param key - The key.
 * @param data - A whole number; of which the lowest 32 bits count.
 * @throws TypeError if `key` is none or `data` no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.fold_in.html
 * @example
 * jax.random.foldIn(jax.random.PRNGKey(0), 1).shape; // [2]
 */
export function foldIn(key: Key, data: number): Key {
  if (!Number.isSafeInteger(data)) {
    throw new TypeError(`foldIn: expected data to be a whole number, got ${describe(data)}`);
  }
  const words = wordsOf("foldIn", key);
  threefry2x32(words[0], words[1], 0, data, pair);
  return new ndarray(pair.slice(), [2], "uint32");
}

/**
 * Draws random bits.
 *
 * @param key - The key.
 * @param shape - The shape of the result. Default: [], one word.
 * @returns Words of 32 bits, uint32.
 * @throws TypeError if `key` is none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.bits.html
 * @example
 * jax.random.bits(jax.random.PRNGKey(0), [2]).dtype; // "uint32"
 */
export function bits(key: Key, shape: Shape = []): ndarray {
  const words = wordsOf("bits", key);
  const lengths = checkShape("bits", shape);
  const size = lengths.reduce((product, length) => product * length, 1);
  return new ndarray(randomWords(words, size), lengths, "uint32");
}
