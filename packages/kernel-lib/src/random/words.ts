import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { threefry2x32 } from "./threefry";

const pair = new Uint32Array(2);

/** Gets the two words of a key; throws for anything else, with advice where it looks like a seed. */
export function wordsOf(functionName: string, key: unknown): readonly [number, number] {
  if (key instanceof ndarray && key.dtype === "uint32" && key.ndim === 1 && key.size === 2) {
    return [key.data[0], key.data[1]];
  }
  const advice =
    typeof key === "number"
      ? `; did you mean jax.random.PRNGKey(${key})?`
      : key instanceof ndarray && key.dtype === "uint32" && key.ndim > 1
        ? "; take one of these keys"
        : "";
  throw new TypeError(`${functionName}: expected a key from PRNGKey or split, got ${describe(key)}${advice}`);
}

/** One random word of 32 bits for each of `size` elements. */
export function randomWords(key: readonly [number, number], size: number): Uint32Array {
  const result = new Uint32Array(size);
  for (let i = 0; i < size; i++) {
    threefry2x32(key[0], key[1], 0, i, pair);
    result[i] = pair[0] ^ pair[1];
  }
  return result;
}

/** 52 random bits for each of `size` elements, as fractions in [0, 1). */
export function randomFractions(key: readonly [number, number], size: number): Float64Array {
  const result = new Float64Array(size);
  for (let i = 0; i < size; i++) {
    threefry2x32(key[0], key[1], 0, i, pair);
    result[i] = (pair[0] * 2 ** 20 + (pair[1] >>> 12)) * 2 ** -52;
  }
  return result;
}
