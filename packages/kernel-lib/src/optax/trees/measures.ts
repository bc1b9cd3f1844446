import type { Anything } from "../../array/anything";
import type { ArrayLike } from "../../array/asarray";
import { describe, readNamed, type Spelled } from "../../array/options";
import type { ndarray } from "../../array/ndarray";
import { max as largest, min as least, sum as total } from "../../np/reductions";
import { abs, add, maximum, minimum, multiply, sqrt, square } from "../../np/ufuncs";
import { allclose as areClose, type CloseOptions } from "../../np/comparing";
import { scalar } from "../../ops/map";
import { flatten, leavesLike } from "../../transform/tree";
import { leavesOf, overTrees } from "../transformation";

/** A tree of arrays. */
type Tree = Anything;

const added = (numbers: readonly ndarray[]): ndarray =>
  numbers.reduce((a, b) => add(a, b), scalar(0, "float32"));

/**
 * Adds up all numbers of a tree.
 *
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.sum({ w: jnp.array([1, 2]), b: jnp.array([3]) }).item(); // 6
 */
export function sum(tree: Tree): ndarray {
  return added(leavesOf("tree.sum", tree).map((x) => total(x)));
}

/**
 * Multiplies two trees as vectors: the sum of the products of all their numbers.
 *
 * @param treeX - A tree of arrays.
 * @param treeY - One built like it.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.vdot([jnp.array([1, 2])], [jnp.array([3, 4])]).item(); // 11
 */
export function vdot(treeX: Tree, treeY: Tree): ndarray {
  return added(
    leavesOf(
      "tree.vdot",
      overTrees("tree.vdot", (x, y) => total(multiply(x, y)), treeX, treeY),
    ),
  );
}

/**
 * Finds the largest number of a tree; −∞ for one without numbers.
 *
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.max({ w: jnp.array([1, 2]), b: jnp.array([3]) }).item(); // 3
 */
export function max(tree: Tree): ndarray {
  const leaves = leavesOf("tree.max", tree).filter(({ size }) => size > 0);
  return leaves.reduce((most, x) => maximum(most, largest(x)), scalar(-Infinity, "float32"));
}

/**
 * Finds the smallest number of a tree; ∞ for one without numbers.
 *
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.min({ w: jnp.array([1, 2]), b: jnp.array([3]) }).item(); // 1
 */
export function min(tree: Tree): ndarray {
  const leaves = leavesOf("tree.min", tree).filter(({ size }) => size > 0);
  return leaves.reduce((lowest, x) => minimum(lowest, least(x)), scalar(Infinity, "float32"));
}

/**
 * Counts the numbers of a tree.
 *
 * @param tree - A tree of arrays.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.size({ w: jnp.ones([2, 3]), b: jnp.ones(3) }); // 9
 */
export function size(tree: Tree): number {
  return leavesOf("tree.size", tree).reduce((count, x) => count + x.size, 0);
}

/** Options of {@link norm}. */
export interface TreeNormOptions {
  /** Which length: 1, 2, or Infinity. Default: 2. */
  ord?: 1 | 2 | number | "inf" | "infinity" | null;
  /** Whether to give the square of it. Default: false. */
  squared?: boolean;
}

/**
 * Computes the length of a tree as one vector.
 *
 * @param tree - A tree of arrays.
 * @param ord - Which length: 1, 2 (the default), or Infinity; or options.
 * @param squared - Whether to give the square of it (false).
 * @throws RangeError for another `ord`.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.norm({ w: jnp.array([3]), b: jnp.array([4]) }).item(); // 5
 */
export function norm(
  tree: Tree,
  ord?: TreeNormOptions["ord"] | Spelled<TreeNormOptions>,
  squared?: boolean | Spelled<TreeNormOptions>,
): ndarray {
  const name = "tree.norm";
  const usual: Required<TreeNormOptions> = { ord: null, squared: false };
  const given = ord === null ? undefined : ord;
  const own = readNamed(name, { ord: given, squared }, undefined, usual);
  if (own.ord === null || own.ord === 2) {
    const squares = added(leavesOf(name, tree).map((x) => total(square(x))));
    return own.squared ? squares : sqrt(squares);
  }
  const sizes = (): unknown => overTrees(name, abs, tree);
  const lengthOf = (): ndarray => {
    if (own.ord === 1) return sum(sizes());
    if (own.ord === Infinity || own.ord === "inf" || own.ord === "infinity") return max(sizes());
    throw new RangeError(`${name}: expected ord to be 1, 2 or Infinity, got ${describe(own.ord)}`);
  };
  return own.squared ? square(lengthOf()) : lengthOf();
}

/**
 * Tells whether all numbers of two trees are close to one another.
 *
 * @param a - A tree of arrays.
 * @param b - One built like it.
 * @param options - As those of `np.allclose`: `rtol`, `atol`, `equalNan`.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * optax.tree.allclose([jnp.array([1])], [jnp.array([1 + 1e-7])]); // true
 */
export function allclose(a: Tree, b: Tree, options?: Spelled<CloseOptions>): boolean {
  const [own, structure] = flatten(a);
  const others = leavesLike("tree.allclose", b, structure);
  return own.every((x, i) => areClose(x as ArrayLike, others[i] as ArrayLike, options));
}
