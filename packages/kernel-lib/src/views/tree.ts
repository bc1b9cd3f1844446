import { elementsOf, ndarray } from "../array/ndarray";
import { isPlainObject } from "../array/options";
import type { ArrayLeaf, TreeNode, TreePart } from "../payloads";
import { nodeOf } from "../transform/tree";
import { hasGetters } from "./getters";
import { leavesOf } from "./leaves";
import { markUnlike } from "./mirrors";
import { sampleOf } from "./samples";
import { histogramOf, rounded, statisticsOf } from "./statistics";

/** Trees of more places are not followed to the end, nor are deeper ones. */
const limits = { places: 2000, depth: 30 };
/** All samples of a tree together have no more numbers than these, and one no more than those. */
const numbers = { tree: 60_000, leaf: 1600, least: 64 };
/** Larger arrays are not measured on the side, which would take some milliseconds. */
const measuredAtOnce = 1 << 20;
/** So many elements are written out. */
const shown = 4;

/** Thrown where something is not a tree of arrays, or is too large to be shown as one. */
class NoTree extends Error {}

/** Finds how a tree of arrays is built; undefined for what is none. */
function outline(value: unknown): TreeNode | undefined {
  let places = 0;
  const above = new Set<unknown>();
  const visit = (part: unknown, key: string): TreePart => {
    if (++places > limits.places || above.size > limits.depth) throw new NoTree();
    if (part instanceof ndarray) return arrayLeaf(part, key);
    if (Array.isArray(part) && part.length > limits.places && typeof part[0] === "object") throw new NoTree();
    const node = isPlainObject(part) && hasGetters(part) ? undefined : nodeOf(part);
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

/** Everything that is not a tree, in a few words. */
function short(value: unknown): string {
  if (typeof value === "function") return value.name ? `${value.name}()` : "function";
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value.constructor.name;
  const list = Array.isArray(value) ? value.slice(0, 60) : value;
  const text = typeof list === "string" || Array.isArray(list) ? JSON.stringify(list) : String(list);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/**
 * Describes a tree of arrays, with as many numbers as it takes to look at it and no more.
 *
 * @param value - Objects and lists that hold arrays, such as parameters, gradients and states of optimisers.
 * @param least - With fewer elements than these altogether it is not a tree to look at, but better read as text.
 * @returns The description; undefined for anything else.
 */
export function treeOf(value: unknown, least: number): TreeNode | undefined {
  const tree = outline(value);
  if (!tree || tree.size < least) return undefined;
  const most = Math.max(numbers.least, Math.min(numbers.leaf, Math.floor(numbers.tree / tree.arrays)));
  for (const { leaf } of leavesOf(tree)) {
    draw(measured(leaf), most);
  }
  markUnlike(tree);
  return tree;
}

/** Measures an array, and writes its first elements down. */
function measured(leaf: ArrayLeaf): ArrayLeaf {
  const data = elementsOf(sources.get(leaf)!);
  Object.assign(leaf, statisticsOf(data));
  leaf.values = firstOf(data);
  leaf.histogram = histogramOf(data, leaf);
  return leaf;
}

/** Adds what it takes to draw an array. */
function draw(leaf: ArrayLeaf, most: number): void {
  if (leaf.size > 1) leaf.sample = sampleOf(elementsOf(sources.get(leaf)!), leaf.shape, most);
}

const firstOf = (data: ArrayLike<number>) =>
  Array.from({ length: Math.min(shown, data.length) }, (_, i) => written(data[i]));

/** Describes one array, as {@link treeOf} those of a tree. */
export function arrayOf(array: ndarray): ArrayLeaf {
  const leaf = measured(arrayLeaf(array, ""));
  draw(leaf, numbers.leaf);
  return leaf;
}

const known = new WeakMap<ndarray, ArrayLeaf>();

/** Describes an array in little: measures an array once, and a very large one not at all. */
export function arraySummary(array: ndarray): ArrayLeaf {
  let summary = known.get(array);
  if (!summary) {
    summary = arrayLeaf(array, "");
    if (array.size <= measuredAtOnce) measured(summary);
    else summary.values = firstOf(elementsOf(array));
    known.set(array, summary);
  }
  return summary;
}

/** Says how large a tree of arrays is; undefined for what is none. */
export function treeSummary(value: unknown): TreeNode | undefined {
  const tree = outline(value);
  return tree && { ...tree, parts: [] };
}
