import { printPath } from "../transform/tree";
import { grouped } from "./grouped";
import { leavesOf, type TreeNode } from "./tree";

/** As text, a tree has no more lines. */
const mostLines = 60;

const plural = (count: number, what: string) => `${grouped(count)} ${what}${count === 1 ? "" : "s"}`;

/** Writes a tree of arrays as text: a line to each array, with its place, its type and its shape. */
export function treeText(tree: TreeNode): string {
  const leaves = leavesOf(tree).map(({ leaf, path }) => ({
    place: printPath(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key))).replace(/^\./, ""),
    type: `${leaf.dtype}[${leaf.shape.join(", ")}]`,
    bad: leaf.bad > 0 ? `  ${grouped(leaf.bad)} not finite` : "",
  }));
  const lines = leaves.slice(0, mostLines);
  const width = Math.max(...lines.map(({ place }) => place.length));
  const more = leaves.length - lines.length;
  return [
    `${plural(tree.arrays, "array")}, ${plural(tree.size, "number")}`,
    ...lines.map(({ place, type, bad }) => `${place.padEnd(width)}  ${type}${bad}`),
    ...(more > 0 ? [`… ${grouped(more)} more`] : []),
  ].join("\n");
}
