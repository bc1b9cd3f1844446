import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { randomKeys, type Words } from "../ops/draw";
import { reshape } from "../ops/layout";
import { sliceAxis } from "../ops/slice";
import { threefry2x32 } from "../ops/threefry";

/** Where randomness comes from: two words of 32 bits, an array of dtype uint32 and shape `[2]`. */
export type Key = ndarray;

/** Checks a key; throws for anything else, with advice where it looks like a seed. */
export function keyOf(functionName: string, key: unknown): Key {
  if (key instanceof ndarray && key.dtype === "uint32" && key.ndim === 1 && key.shape[0] === 2) return key;
  const advice =
    typeof key === "number"
      ? `; did you mean jax.random.PRNGKey(${key})?`
      : key instanceof ndarray && key.dtype === "uint32" && key.ndim > 1
        ? "; take one of these keys"
        : "";
  throw new TypeError(`${functionName}: expected a key from PRNGKey or split, got ${describe(key)}${advice}`);
}

const pair = new Uint32Array(2);

/** The words of one of the keys into which a key splits. */
export function childOf(key: Words, part: number): Words {
  threefry2x32(key[0], key[1], 0, part, pair);
  return [pair[0], pair[1]];
}

/** Independent keys from a key. */
export function keysOf(key: Key, count: number): Key[] {
  const keys = randomKeys(key, [count]);
  return Array.from({ length: count }, (_, i) => reshape(sliceAxis(keys, 0, i, i + 1), [2]));
}
