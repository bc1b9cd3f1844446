import type { Anything } from "../../array/anything";
import type { DType } from "../../array/dtype";
import { describe } from "../../array/options";
import type { ndarray } from "../../array/ndarray";
import { fullLike as fullArray, onesLike as oneArray, zerosLike as zeroArray } from "../../np/creation";
import { broadcastTo } from "../../np/shaping";
import { convertType } from "../../ops/map";
import { split, type Key } from "../../random/keys";
import { normal } from "../../random/normal";
import { flatten, unflatten } from "../../transform/tree";
import { leavesOf, overTrees } from "../transformation";

/** A tree of arrays. */
type Tree = Anything;

/**
 * Makes a tree of zeros, built like another.
 *
 * @param tree - A tree of arrays.
 * @param dtype - Another dtype than theirs.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.zerosLike({ w: jnp.array([1, 2]) }).w.tolist(); // [0, 0]
 */
export function zerosLike(tree: Tree, dtype?: DType): Tree {
  return overTrees("tree.zerosLike", (x) => zeroArray(x, dtype), tree);
}

/**
 * Makes a tree of ones, built like another.
 *
 * @param tree - A tree of arrays.
 * @param dtype - Another dtype than theirs.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.onesLike({ w: jnp.array([1, 2]) }).w.tolist(); // [1, 1]
 */
export function onesLike(tree: Tree, dtype?: DType): Tree {
  return overTrees("tree.onesLike", (x) => oneArray(x, dtype), tree);
}

/**
 * Makes a tree of one number, built like another.
 *
 * @param tree - A tree of arrays.
 * @param fillValue - The number.
 * @param dtype - Another dtype than theirs.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.fullLike({ w: jnp.array([1, 2]) }, 5).w.tolist(); // [5, 5]
 */
export function fullLike(tree: Tree, fillValue: number | ndarray, dtype?: DType): Tree {
  return overTrees("tree.fullLike", (x) => fullArray(x, fillValue, dtype), tree);
}

/**
 * Converts all arrays of a tree to a dtype.
 *
 * @param tree - A tree of arrays.
 * @param dtype - The dtype; null leaves them as they are.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.cast({ n: jnp.array([1.5]) }, "int32").n.tolist(); // [1]
 */
export function cast(tree: Tree, dtype: DType | null): Tree {
  return overTrees("tree.cast", (x) => (dtype === null ? x : convertType(x, dtype)), tree);
}

/**
 * Converts each array of a tree to the dtype of that at the same place of another.
 *
 * @param tree - A tree of arrays.
 * @param otherTree - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.castLike([jnp.array([1.5])], [jnp.array([1], jnp.int32)])[0].dtype; // "int32"
 */
export function castLike(tree: Tree, otherTree: Tree): Tree {
  return overTrees("tree.castLike", (x, other) => convertType(x, other.dtype), tree, otherTree);
}

/**
 * Gives the dtype that all arrays of a tree have.
 *
 * @param tree - A tree of arrays.
 * @throws TypeError where they differ.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.dtype({ w: jnp.ones(2), b: jnp.ones(1) }); // "float32"
 */
export function dtype(tree: Tree): DType {
  const all = new Set(leavesOf("tree.dtype", tree).map((x) => x.dtype));
  if (all.size <= 1) return [...all][0] ?? "float32";
  throw new TypeError(`tree.dtype: expected arrays of one dtype, got ${[...all].join(", ")}`);
}

/**
 * Repeats all arrays of a tree along new axes in front.
 *
 * @param tree - A tree of arrays.
 * @param shape - The lengths of the new axes.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.batchShape({ w: jnp.ones([3]) }, [2]).w.shape; // [2, 3]
 */
export function batchShape(tree: Tree, shape: readonly number[] = []): Tree {
  return overTrees("tree.batchShape", (x) => broadcastTo(x, [...shape, ...x.shape]), tree);
}

/**
 * Splits a key into one for each array of a tree.
 *
 * @param rngKey - The key.
 * @param targetTree - A tree.
 * @returns A tree of keys, built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.splitKeyLike(jax.random.key(0), { w: 1, b: 2 }).w.shape; // [2]
 */
export function splitKeyLike(rngKey: Key, targetTree: Tree): Tree {
  const [leaves, structure] = flatten(targetTree);
  const keys = split(rngKey, leaves.length);
  return unflatten(
    structure,
    leaves.map((_, i) => keys.at(i)),
  );
}

/**
 * Draws a tree of random numbers, built like another.
 *
 * @param rngKey - A key.
 * @param targetTree - A tree of arrays, whose shapes and dtypes the draws have.
 * @param sampler - What draws, from a key, a shape and a dtype. Default: `jax.random.normal`.
 * @param dtype - Another dtype than theirs.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.randomLike(jax.random.key(0), { w: jnp.ones([2, 3]) }).w.shape; // [2, 3]
 */
export function randomLike(
  rngKey: Key,
  targetTree: Tree,
  sampler: (key: Key, shape: readonly number[], dtype: Anything) => ndarray = normal as never,
  dtype?: DType,
): Tree {
  const name = "tree.randomLike";
  if (typeof sampler !== "function") {
    throw new TypeError(`${name}: expected a function that draws, got ${describe(sampler)}`);
  }
  const leaves = leavesOf(name, targetTree);
  const [keys] = flatten(splitKeyLike(rngKey, leaves));
  const drawn = leaves.map((x, i) => sampler(keys[i] as Key, x.shape, dtype ?? x.dtype));
  return unflatten(flatten(targetTree)[1], drawn);
}
