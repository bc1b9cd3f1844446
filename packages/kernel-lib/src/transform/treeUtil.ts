import * as tree from "./treeFunctions";

export { registerPytreeNode, TreeDef } from "./treeFunctions";

/**
 * The same as {@link tree.map}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeMap((x) => 2 * x, { a: 1, b: 2 }); // { a: 2, b: 4 }
 */
export const treeMap: typeof tree.map = tree.map;

/**
 * The same as {@link tree.leaves}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeLeaves({ b: 1, a: 2 }); // [2, 1]
 */
export const treeLeaves: typeof tree.leaves = tree.leaves;

/**
 * The same as {@link tree.structure}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeStructure({ a: 1 }).toString(); // "TreeDef({ a: * })"
 */
export const treeStructure: typeof tree.structure = tree.structure;

/**
 * The same as {@link tree.flatten}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeFlatten({ b: 1, a: 2 })[0]; // [2, 1]
 */
export const treeFlatten: typeof tree.flatten = tree.flatten;

/**
 * The same as {@link tree.unflatten}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeUnflatten(jax.tree.structure({ a: 1 }), [3]); // { a: 3 }
 */
export const treeUnflatten: typeof tree.unflatten = tree.unflatten;

/**
 * The same as {@link tree.reduce}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeReduce((sum, x) => sum + x, { a: 1, b: 2 }, 0); // 3
 */
export const treeReduce: typeof tree.reduce = tree.reduce;

/**
 * The same as {@link tree.all}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeAll({ a: true, b: false }); // false
 */
export const treeAll: typeof tree.all = tree.all;

/**
 * The same as {@link tree.transpose}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * const [pair, record] = [jax.tree.structure(["*", "*"]), jax.tree.structure({ a: 0 })];
 * jax.treeUtil.treeTranspose(pair, record, [{ a: 1 }, { a: 2 }]); // { a: [1, 2] }
 */
export const treeTranspose: typeof tree.transpose = tree.transpose;

/**
 * The same as {@link tree.mapWithPath}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeMapWithPath((path, x) => `${path}=${x}`, { a: 1 }); // { a: "a=1" }
 */
export const treeMapWithPath: typeof tree.mapWithPath = tree.mapWithPath;

/**
 * The same as {@link tree.leavesWithPath}, by its older name.
 *
 * @see https://docs.jax.dev/en/latest/jax.tree_util.html
 * @example
 * jax.treeUtil.treeLeavesWithPath({ a: 1 }); // [[["a"], 1]]
 */
export const treeLeavesWithPath: typeof tree.leavesWithPath = tree.leavesWithPath;

/**
 * Flattens a tree with the way to each leaf.
 *
 * @param value - Any value.
 * @returns `[[[path, leaf], …], treedef]`.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree_util.tree_flatten_with_path.html
 * @example
 * jax.treeUtil.treeFlattenWithPath({ a: [1, "b"] })[0]; // [[["a", 0], 1], [["a", 1], "b"]]
 */
export const treeFlattenWithPath = (
  value: unknown,
): [ReturnType<typeof tree.leavesWithPath>, tree.TreeDef] => [
  tree.leavesWithPath(value),
  tree.structure(value),
];

/**
 * Writes the way to a leaf as code does.
 *
 * @param path - Keys and places, as `treeFlattenWithPath` gives them.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.tree_util.keystr.html
 * @example
 * jax.treeUtil.keystr(["a", 0]); // "['a'][0]"
 */
export const keystr = (path: readonly (string | number)[]): string =>
  path.map((key) => (typeof key === "number" ? `[${key}]` : `['${key}']`)).join("");
