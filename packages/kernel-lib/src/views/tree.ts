import { ndarray } from "../array/ndarray";
import { nodeOf } from "../transform/tree";
import { sampleOf, type Sample } from "./samples";
import { histogramOf, rounded, statisticsOf, type Histogram, type Statistics } from "./statistics";

/** An array at a place of a tree. */
export interface ArrayLeaf extends Statistics {
  kind: "array";
  key: string;
  dtype: string;
  shape: number[];
  /** How many elements it has. */
  size: number;
  /** The first of them; "NaN" and "Infinity", which JSON cannot say, as text. */
  values: (number | string)[];
  sample?: Sample;
  histogram?: Histogram;
}

/** Anything else at a place of a tree, as text. */
export interface OtherLeaf {
  kind: "other";
  key: string;
  text: string;
}

/** A part of a tree that has parts itself. */
export interface TreeNode {
  kind: "node";
  key: string;
  /** "object", "list", or the name of its class. */
  type: string;
  /** How many arrays there are below it, and how many elements these have. */
  arrays: number;
  size: number;
  parts: TreePart[];
}

/** A place of a tree. */
export type TreePart = TreeNode | ArrayLeaf | OtherLeaf;

/** Trees of more places are not followed to the end, nor are deeper ones. */
const limits = { places: 2000, depth: 30 };
/** All samples of a tree together have no more numbers than these, and one no more than those. */
const numbers = { tree: 60_000, leaf: 1600, least: 64 };
/** So many elements are written out. */
const shown = 4;

/** Thrown where something is no tree of arrays, or is too large to be shown as one. */
class NoTree extends Error {}

/** Finds how a tree of arrays is built; undefined for what is none. */
function outline(value: unknown): TreeNode | undefined {
  let places = 0;
  const above = new Set<unknown>();
  const visit = (part: unknown, key: string): TreePart => {
    if (++places > limits.places || above.size > limits.depth) throw new NoTree();
    if (part instanceof ndarray) return arrayLeaf(part, key);
    const node = nodeOf(part);
    if (!node) return { kind: "other", key, text: short(part) };
    if (above.has(part)) throw new NoTree();
    above.add(part);
    const parts = node.entries.map(([name, child]) => visit(child, String(name)));
    above.delete(part);
    const sum = (of: "arrays" | "size") =>
      parts.reduce(
        (total, one) =>
          total + (one.kind === "node" ? one[of] : one.kind === "array" ? (of === "size" ? one.size : 1) : 0),
        0,
      );
    return { kind: "node", key, type: node.type, arrays: sum("arrays"), size: sum("size"), parts };
  };
  try {
    const tree = visit(value, "");
    return tree.kind === "node" && tree.arrays > 0 ? tree : undefined;
  } catch (error) {
    if (error instanceof NoTree) return undefined;
    throw error;
  }
}

const written = (value: number) => (Number.isFinite(value) ? rounded(value, 5) : String(value));

const sources = new WeakMap<ArrayLeaf, ndarray>();

function arrayLeaf(array: ndarray, key: string): ArrayLeaf {
  const { dtype, shape, size } = array;
  const leaf: ArrayLeaf = { kind: "array", key, dtype, shape: [...shape], size, values: [], bad: 0 };
  sources.set(leaf, array);
  return leaf;
}

/** Everything that is no tree, in a few words. */
function short(value: unknown): string {
  if (typeof value === "function") return value.name ? `${value.name}()` : "function";
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value.constructor.name;
  const text = typeof value === "string" || Array.isArray(value) ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

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

/**
 * Describes a tree of arrays, with as many numbers as it takes to look at it and no more.
 *
 * @param value - Objects and lists that hold arrays, such as parameters, gradients and states of optimisers.
 * @param least - With fewer elements than these altogether it is no tree to look at, but better read as text.
 * @returns The description; undefined for anything else.
 */
export function treeOf(value: unknown, least: number): TreeNode | undefined {
  const tree = outline(value);
  if (!tree || tree.size < least) return undefined;
  const most = Math.max(numbers.least, Math.min(numbers.leaf, Math.floor(numbers.tree / tree.arrays)));
  for (const { leaf } of leavesOf(tree)) {
    const { data } = sources.get(leaf)!;
    Object.assign(leaf, statisticsOf(data));
    leaf.values = Array.from({ length: Math.min(shown, leaf.size) }, (_, i) => written(data[i]));
    if (leaf.size < 2) continue;
    leaf.sample = sampleOf(data, leaf.shape, most);
    leaf.histogram = histogramOf(data, leaf);
  }
  return tree;
}
