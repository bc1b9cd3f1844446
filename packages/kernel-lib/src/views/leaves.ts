import type { ArrayLeaf, TreeNode, TreePart } from "../payloads";
import { printPath } from "../transform/tree";

/** The arrays of a tree, in order, each with the way to it. */
export function leavesOf(tree: TreeNode): { leaf: ArrayLeaf; path: string[] }[] {
  const below = (part: TreePart, path: string[]): { leaf: ArrayLeaf; path: string[] }[] =>
    part.kind === "array"
      ? [{ leaf: part, path }]
      : part.kind === "node"
        ? part.parts.flatMap((one) => below(one, [...path, one.key]))
        : [];
  return below(tree, []);
}

/** Writes the way to an array as one would in code, without the dot it would begin with. */
export const placeOf = (path: readonly string[]): string =>
  printPath(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key))).replace(/^\./, "");
