import type { Anything } from "../../array/anything";
import { describe } from "../../array/options";
import type { ndarray } from "../../array/ndarray";
import * as ufuncs from "../../np/ufuncs";
import { where as choose } from "../../np/where";
import { overTrees } from "../transformation";

/** A tree of arrays. */
type Tree = Anything;

/**
 * Adds trees that are built alike, array by array.
 *
 * @param trees - Two trees or more.
 * @returns A tree like them.
 * @throws TypeError or RangeError where the trees or shapes do not fit.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.add({ w: jnp.array([1, 2]) }, { w: jnp.array([3, 4]) }).w.tolist(); // [4, 6]
 */
export function add(...trees: readonly Tree[]): Tree {
  if (trees.length < 2) throw new TypeError(`tree.add: expected two trees or more, got ${trees.length}`);
  const [first, ...rest] = trees;
  return overTrees("tree.add", (...leaves) => leaves.reduce((a, b) => ufuncs.add(a, b)), first, ...rest);
}

/**
 * Subtracts one tree from another, array by array.
 *
 * @param treeX - A tree of arrays.
 * @param treeY - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.sub([jnp.array([4])], [jnp.array([1])])[0].item(); // 3
 */
export function sub(treeX: Tree, treeY: Tree): Tree {
  return overTrees("tree.sub", ufuncs.subtract, treeX, treeY);
}

/**
 * Multiplies trees, array by array and element by element.
 *
 * @param treeX - A tree of arrays.
 * @param treeY - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.mul([jnp.array([4])], [jnp.array([2])])[0].item(); // 8
 */
export function mul(treeX: Tree, treeY: Tree): Tree {
  return overTrees("tree.mul", ufuncs.multiply, treeX, treeY);
}

/**
 * Divides one tree by another, array by array and element by element.
 *
 * @param treeX - A tree of arrays.
 * @param treeY - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.div([jnp.array([4])], [jnp.array([2])])[0].item(); // 2
 */
export function div(treeX: Tree, treeY: Tree): Tree {
  return overTrees("tree.div", ufuncs.divide, treeX, treeY);
}

/**
 * Multiplies all arrays of a tree by a number.
 *
 * @param scalar - The number.
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.scale(2, { w: jnp.array([1, 2]) }).w.tolist(); // [2, 4]
 */
export function scale(scalar: number | ndarray, tree: Tree): Tree {
  return overTrees("tree.scale", (x) => ufuncs.multiply(scalar, x), tree);
}

/**
 * Adds a multiple of one tree to another: x + scalar · y.
 *
 * @param treeX - A tree of arrays.
 * @param scalar - The number.
 * @param treeY - A tree built like the first.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.addScale([jnp.array([1])], 2, [jnp.array([3])])[0].item(); // 7
 */
export function addScale(treeX: Tree, scalar: number | ndarray, treeY: Tree): Tree {
  return overTrees("tree.addScale", (x, y) => ufuncs.add(x, ufuncs.multiply(scalar, y)), treeX, treeY);
}

/**
 * Takes each element from one of two trees, as a truth value or an array of them says.
 *
 * @param condition - Where the first is taken.
 * @param treeX - A tree of arrays.
 * @param treeY - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.where(false, [jnp.array([1])], [jnp.array([3])])[0].item(); // 3
 */
export function where(condition: boolean | ndarray, treeX: Tree, treeY: Tree): Tree {
  return overTrees("tree.where", (x, y) => choose(condition, x, y), treeX, treeY);
}

/**
 * Keeps all numbers of a tree between two bounds.
 *
 * @param tree - A tree of arrays.
 * @param minValue - The least value, null for none.
 * @param maxValue - The largest value, null for none.
 * @throws TypeError if there is neither.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.clip([jnp.array([-3, 3])], -1, 2)[0].tolist(); // [-1, 2]
 */
export function clip(
  tree: Tree,
  minValue?: number | ndarray | null,
  maxValue?: number | ndarray | null,
): Tree {
  const [low, high] = [minValue ?? undefined, maxValue ?? undefined];
  if (low === undefined && high === undefined) {
    throw new TypeError(`tree.clip: expected minValue, maxValue or both, got ${describe(minValue)}`);
  }
  const above = (x: ndarray): ndarray => (low === undefined ? x : ufuncs.maximum(x, low));
  return overTrees(
    "tree.clip",
    (x) => (high === undefined ? above(x) : ufuncs.minimum(above(x), high)),
    tree,
  );
}
