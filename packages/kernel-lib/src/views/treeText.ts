import type { TreeNode } from "../payloads";
import { grouped } from "./grouped";
import { leavesOf, placeOf } from "./leaves";

/** As text, a tree has no more lines. */
const mostLines = 60;

const plural = (count: number, what: string) => `${grouped(count)} ${what}${count === 1 ? "" : "s"}`;

/** Writes a tree of arrays as text: a line to each array, with its place, its type and its shape. */
export function treeText(tree: TreeNode): string {
  const leaves = leavesOf(tree).map(({ leaf, path }) => ({
    place: placeOf(path),
    type: `${leaf.dtype}[${leaf.shape.join(", ")}]`,
    odd: [
      leaf.unlike ? `unlike ${leaf.unlike.place}: [${leaf.unlike.shape.join(", ")}]` : "",
      leaf.bad > 0 ? `${grouped(leaf.bad)} not finite` : "",
    ].filter(Boolean),
  }));
  const lines = leaves.slice(0, mostLines);
  const width = Math.max(...lines.map(({ place }) => place.length));
  const more = leaves.length - lines.length;
  return [
    `${plural(tree.arrays, "array")}, ${plural(tree.size, "number")}`,
    ...lines.map(({ place, type, odd }) => [place.padEnd(width), type, ...odd].join("  ")),
    ...(more > 0 ? [`… ${grouped(more)} more`] : []),
  ].join("\n");
}
