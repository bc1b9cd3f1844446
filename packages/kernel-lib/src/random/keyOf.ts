import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";

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
