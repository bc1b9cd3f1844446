import type { Anything } from "../array/anything";
import { toArray } from "../array/coerce";
import { describe, readOptions } from "../array/options";
import { isNumeric } from "./arguments";
import * as nodes from "./tree";
import { leafCount, pathsOf, printStructure, sameStructure, type IsLeaf, type Structure } from "./tree";

/** How a tree is built, without its leaves; prints as `{ b: *, w: * }`. */
export class TreeDef {
  constructor(readonly structure: Structure) {}

  /** The number of leaves. */
  get numLeaves(): number {
    return leafCount(this.structure);
  }

  /** Tells whether two trees are built alike. */
  equals(other: TreeDef): boolean {
    return sameStructure(this.structure, other.structure);
  }

  toString(): string {
    return `TreeDef(${printStructure(this.structure)})`;
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }
}

/** Options of the functions of trees. */
export interface TreeOptions {
  /** Tells of a subtree whether it is to be a leaf. Default: objects and lists are not, but lists of numbers are. */
  isLeaf?: IsLeaf | null;
}

const isLeafOf = (functionName: string, options: TreeOptions | undefined): IsLeaf | undefined =>
  readOptions<TreeOptions>(functionName, options, { isLeaf: null }).isLeaf ?? undefined;

/**
 * Takes a tree apart into its leaves and how it is built. Objects (in the order of their keys) and lists are nodes, null
 * and undefined empty ones; all else is a leaf, a list of numbers included, since it stands for an array.
 *
 * @param tree - Any value.
 * @param options - What is to be a leaf.
 * @returns `[leaves, treedef]`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.flatten.html
 * @example
 * const [leaves, treedef] = jax.tree.flatten({ b: 1, a: [2, { c: 3 }] });
 * leaves; // [2, 3, 1]
 */
export function flatten(tree: unknown, options?: TreeOptions): [leaves: unknown[], treedef: TreeDef] {
  const [found, structure] = nodes.flatten(tree, isLeafOf("tree.flatten", options));
  return [found, new TreeDef(structure)];
}

/**
 * Puts a tree together.
 *
 * @param treedef - How it is built, as {@link flatten} gives it.
 * @param leaves - Its leaves, in order.
 * @throws TypeError if there are more or fewer leaves than places.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.unflatten.html
 * @example
 * jax.tree.unflatten(jax.tree.structure({ a: 1, b: 2 }), [3, 4]); // { a: 3, b: 4 }
 */
export function unflatten(treedef: TreeDef, leaves: readonly unknown[]): unknown {
  if (!(treedef instanceof TreeDef)) {
    throw new TypeError(`tree.unflatten: expected what tree.structure gives, got ${describe(treedef)}`);
  }
  if (!Array.isArray(leaves) || leaves.length !== treedef.numLeaves) {
    const got = Array.isArray(leaves) ? leaves.length : describe(leaves);
    throw new TypeError(`tree.unflatten: expected ${treedef.numLeaves} leaves, got ${got}`);
  }
  return nodes.unflatten(treedef.structure, leaves);
}

/**
 * Gives the leaves of a tree in order.
 *
 * @param tree - Any value.
 * @param options - What is to be a leaf.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.leaves.html
 * @example
 * jax.tree.leaves({ b: 1, a: [2, null] }); // [2, 1]
 */
export function leaves(tree: unknown, options?: TreeOptions): unknown[] {
  return nodes.flatten(tree, isLeafOf("tree.leaves", options))[0];
}

/**
 * Gives how a tree is built.
 *
 * @param tree - Any value.
 * @param options - What is to be a leaf.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.structure.html
 * @example
 * jax.tree.structure({ b: 1, a: [2, 3] }).toString(); // "TreeDef({ a: *, b: * })"
 */
export function structure(tree: unknown, options?: TreeOptions): TreeDef {
  return new TreeDef(nodes.flatten(tree, isLeafOf("tree.structure", options))[1]);
}

/** A tree built like another, of what a function gives for its leaves. */
export type Mapped<T, R> = 0 extends 1 & T
  ? Anything
  : 0 extends 1 & (T extends readonly (infer Part)[] ? Part : never)
    ? Anything[]
    : T extends readonly number[]
      ? R
      : T extends readonly unknown[]
        ? { [K in keyof T]: Mapped<T[K], R> }
        : T extends Readonly<Record<string, unknown>>
          ? { [K in keyof T]: Mapped<T[K], R> }
          : T extends null | undefined
            ? T
            : R;

/** The type of a tree's leaves. */
export type Leaf<T> = 0 extends 1 & (T extends readonly (infer Part)[] ? Part : T)
  ? Anything
  : T extends readonly number[]
    ? T
    : T extends readonly (infer Part)[]
      ? Leaf<Part>
      : T extends Readonly<Record<string, infer Part>>
        ? Leaf<Part>
        : T extends null | undefined
          ? never
          : T;

/** The type itself, which the compiler is not to find out from here. */
export type Held<T> = [T][T extends unknown ? 0 : never];

/**
 * Applies a function to each leaf of a tree, or to the leaves at the same place of several trees.
 *
 * @param f - A function of a leaf of each tree.
 * @param trees - A tree, which says how the result is built, and perhaps further ones; each may hold whole subtrees where
 * the first has a leaf.
 * @throws TypeError if a further tree is built differently.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.map.html
 * @example
 * jax.tree.map((w, g) => w - 0.1 * g, { w: 1, b: 2 }, { w: 10, b: 0 }); // { w: 0, b: 2 }
 */
export function map<T, R>(
  f: (leaf: Leaf<Held<T>>, ...rest: Leaf<Held<T>>[]) => R,
  ...trees: readonly [tree: T, ...rest: unknown[]] | readonly T[]
): Mapped<T, R> {
  const [tree, ...rest] = trees;
  if (typeof f !== "function") throw new TypeError(`tree.map: expected a function, got ${describe(f)}`);
  const last = rest.at(-1);
  const hasOptions =
    typeof last === "object" && last !== null && typeof (last as { isLeaf?: unknown }).isLeaf === "function";
  const others = hasOptions ? rest.slice(0, -1) : rest;
  const [first, built] = nodes.flatten(tree, hasOptions ? (last as { isLeaf: IsLeaf }).isLeaf : undefined);
  const columns = others.map((other, i) => nodes.leavesLike(`tree.map: tree ${i + 1}`, other, built));
  return nodes.unflatten(
    built,
    first.map((leaf, k) => f(leaf as Leaf<Held<T>>, ...columns.map((column) => column[k] as Leaf<Held<T>>))),
  ) as Mapped<T, R>;
}

/**
 * Combines the leaves of a tree to one value.
 *
 * @param f - From what has been combined so far, and a leaf.
 * @param tree - Any value.
 * @param initial - What to begin with. Default: the first leaf.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.reduce.html
 * @example
 * jax.tree.reduce((sum, x) => sum + x, { a: 1, b: [{ c: 2 }] }, 0); // 3
 */
export function reduce<T, R = Leaf<T>>(f: (sofar: R, leaf: Leaf<Held<T>>) => R, tree: T, initial?: R): R {
  const all = leaves(tree) as Leaf<Held<T>>[];
  if (initial !== undefined) return all.reduce(f, initial);
  if (all.length === 0) throw new TypeError("tree.reduce: expected leaves or an initial value");
  return all.slice(1).reduce(f, all[0] as unknown as R);
}

/**
 * Tells whether all leaves of a tree are true.
 *
 * @param tree - A tree of truth values, numbers or arrays of one element.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.all.html
 * @example
 * jax.tree.all({ a: true, b: [true, { c: false }] }); // false
 */
export function all(tree: unknown): boolean {
  return leaves(tree).every((leaf) =>
    isNumeric(leaf) ? toArray("tree.all", leaf).item() !== 0 : Boolean(leaf),
  );
}

/**
 * Turns a tree of trees inside out: a list of objects becomes an object of lists.
 *
 * @param outer - How the tree is built.
 * @param inner - How each of its parts is built.
 * @param tree - The tree.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.transpose.html
 * @example
 * const inner = jax.tree.structure({ a: 0, b: 0 });
 * const outer = jax.tree.structure([{}, {}].map(() => "*"));
 * jax.tree.transpose(outer, inner, [{ a: 1, b: 2 }, { a: 3, b: 4 }]); // { a: [1, 3], b: [2, 4] }
 */
export function transpose(outer: TreeDef, inner: TreeDef, tree: unknown): unknown {
  const parts = nodes
    .leavesLike("tree.transpose", tree, outer.structure)
    .map((part) => nodes.leavesLike("tree.transpose", part, inner.structure));
  return nodes.unflatten(
    inner.structure,
    Array.from({ length: inner.numLeaves }, (_, i) =>
      nodes.unflatten(
        outer.structure,
        parts.map((part) => part[i]),
      ),
    ),
  );
}

/**
 * Applies a function to each leaf of a tree and the way to it.
 *
 * @param f - From the way to a leaf, as a list of keys and places, and the leaf.
 * @param tree - Any value.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.map_with_path.html
 * @example
 * jax.tree.mapWithPath((path, x) => `${path.join("/")}=${x}`, { a: { b: 1 } }); // { a: { b: "a/b=1" } }
 */
export function mapWithPath<T, R>(
  f: (path: readonly (string | number)[], leaf: Leaf<Held<T>>) => R,
  tree: T,
): Mapped<T, R> {
  const [found, built] = nodes.flatten(tree);
  const paths = pathsOf(built);
  return nodes.unflatten(
    built,
    found.map((leaf, i) => f(paths[i], leaf as Leaf<Held<T>>)),
  ) as Mapped<T, R>;
}

/**
 * Gives each leaf of a tree with the way to it.
 *
 * @param tree - Any value.
 * @returns A list of pairs `[path, leaf]`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree.leaves_with_path.html
 * @example
 * jax.tree.leavesWithPath({ a: { b: 1 } }); // [[["a", "b"], 1]]
 */
export function leavesWithPath(tree: unknown): [path: (string | number)[], leaf: unknown][] {
  const [found, built] = nodes.flatten(tree);
  const paths = pathsOf(built);
  return found.map((leaf, i) => [paths[i], leaf]);
}

/**
 * Has objects of a class be nodes of trees, so that transformations see the arrays in them.
 *
 * @param type - The class.
 * @param flattenNode - From an object to `[children, rest]`: what is to be followed, and what else it takes to make it.
 * @param unflattenNode - From `(rest, children)` to an object.
 * @throws TypeError unless the first is a class and the others functions.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree_util.register_pytree_node.html
 * @example
 * class Point { x = 1; y = 2; }
 * jax.tree.registerPytreeNode(Point, (p) => [[p.x, p.y], null], (_, [x, y]) => Object.assign(new Point(), { x, y }));
 * jax.tree.leaves(new Point()); // [1, 2]
 */
export function registerPytreeNode<T, Rest>(
  type: abstract new (...args: never[]) => T,
  flattenNode: (node: T) => readonly [children: readonly unknown[], rest: Rest],
  unflattenNode: (rest: Rest, children: Anything) => T,
): void {
  for (const one of [type, flattenNode, unflattenNode] as unknown[]) {
    if (typeof one === "function") continue;
    throw new TypeError(`tree.registerPytreeNode: expected a class and two functions, got ${describe(one)}`);
  }
  nodes.registerNode(type, {
    name: type.name,
    flatten: flattenNode,
    unflatten: unflattenNode as (rest: unknown, children: readonly unknown[]) => T,
  });
}
