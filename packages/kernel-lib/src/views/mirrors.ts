import type { ArrayLeaf, TreeNode, TreePart } from "../payloads";
import { leavesOf, placeOf } from "./leaves";

/** A part of a tree, with the way to it. */
interface Placed {
  node: TreeNode;
  path: string[];
}

/** Mirrors of a tree have at least so many arrays, and of these no more than one in so many has another shape. */
const fewest = 4;

const digits = /\d+$/;

/**
 * Whether two parts may be the same thing twice, such as parameters and their gradients. Layers of a network are not,
 * alike as they may be: they are counted, in a list or by their names.
 */
function mayMirror(one: Placed, other: Placed): boolean {
  const [a, b] = [one.path, other.path];
  const at = a.findIndex((key, i) => key !== b[i]);
  if (at < 0 || at >= b.length) return false;
  const [key, counterpart] = [a[at], b[at]];
  if (/^\d+$/.test(key) && /^\d+$/.test(counterpart)) return at === 0 && a.length === 1 && b.length === 1;
  return key.replace(digits, "") !== counterpart.replace(digits, "");
}

const sameShape = (one: ArrayLeaf, other: ArrayLeaf) => one.shape.join() === other.shape.join();

/**
 * Marks the arrays whose shape is not that of their counterpart, where a tree holds the same tree several times: of
 * parameters and gradients, or of the averages of an optimiser.
 */
export function markUnlike(tree: TreeNode): void {
  const groups = new Map<string, Placed[]>();
  const visit = (part: TreePart, path: string[]): void => {
    if (part.kind !== "node" || part.arrays < fewest) return;
    const places = leavesOf(part).map((leaf) => leaf.path.join("\n"));
    const key = places.join("\n\n");
    groups.set(key, [...(groups.get(key) ?? []), { node: part, path }]);
    for (const one of part.parts) visit(one, [...path, one.key]);
  };
  visit(tree, []);
  for (const [first, ...others] of groups.values()) {
    const model = leavesOf(first.node);
    for (const other of others) {
      if (!mayMirror(first, other)) continue;
      const pairs = leavesOf(other.node).map(({ leaf }, i) => ({ leaf, model: model[i] }));
      const unlike = pairs.filter((pair) => !sameShape(pair.leaf, pair.model.leaf));
      if (unlike.length * fewest > pairs.length) continue;
      for (const pair of unlike) {
        const place = placeOf([...first.path, ...pair.model.path]);
        pair.leaf.unlike = { place, shape: pair.model.leaf.shape };
      }
    }
  }
}
