import { isCount, isNumbers, isObject, optional, wrong, type Json } from "./reading";

/** The MIME type of a tree of arrays, or of one array. */
export const treeType = "application/vnd.tslinen.tree.v1+json";

/** An array made small: each number is the mean of a block; null where nothing in it is finite. */
export interface Sample {
  /** Rows and columns of what is drawn: a single row of an array with one axis. */
  rows: number;
  columns: number;
  /** How many rows and columns of the array make one of these; 1 where nothing is left out. */
  by: [rows: number, columns: number];
  values: (number | null)[];
}

/** How often values lie in each of some equal parts of the way from the least to the greatest. */
export interface Histogram {
  from: number;
  to: number;
  counts: number[];
}

/** What an array is like, as far as numbers say it. */
export interface Statistics {
  /** Of the finite elements; absent where there is none. */
  min?: number;
  max?: number;
  mean?: number;
  /** The standard deviation. */
  std?: number;
  /** How many elements are not finite. */
  bad: number;
}

/** An array at a place of a tree: its measures, and what it takes to draw it. */
export interface ArrayLeaf extends Statistics {
  kind: "array";
  key: string;
  dtype: string;
  shape: number[];
  /** How many elements it has. */
  size: number;
  /** The first of them; "NaN" and "Infinity", which JSON cannot say, as text. */
  values: (number | string)[];
  /** Where its counterpart stands, and the shape that has, if the two do not fit. */
  unlike?: { place: string; shape: number[] };
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

const name = "tree";

function sampleOf(value: unknown): Sample | undefined {
  if (!isObject(value)) return undefined;
  const { rows, columns, by, values } = value;
  if (!isCount(rows) || !isCount(columns) || !isNumbers(by) || !isNumbers(values)) {
    throw wrong(name, "rows, columns and values of a sample", value);
  }
  if (rows * columns !== values.length) throw wrong(name, `${rows} × ${columns} values`, values.length);
  return { rows, columns, by: [by[0] || 1, by[1] || 1], values };
}

function histogramOf(value: unknown): Histogram | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, counts } = value;
  if (typeof from !== "number" || typeof to !== "number" || !isNumbers(counts)) {
    throw wrong(name, "ends and counts of a histogram", value);
  }
  return { from, to, counts };
}

function unlikeOf(value: unknown): ArrayLeaf["unlike"] {
  if (!isObject(value)) return undefined;
  const { place, shape } = value;
  if (typeof place !== "string" || !isNumbers(shape)) throw wrong(name, "the place of another array", value);
  return { place, shape };
}

function arrayOf(value: Json, key: string): ArrayLeaf {
  const { dtype, shape, size, values } = value;
  if (typeof dtype !== "string" || !isNumbers(shape) || !isCount(size) || !Array.isArray(values)) {
    throw wrong(name, "the type, shape and numbers of an array", value);
  }
  const [min, max, mean, std] = [value.min, value.max, value.mean, value.std].map(optional);
  return {
    kind: "array",
    key,
    dtype,
    shape,
    size,
    values: values.map((one) => (typeof one === "number" ? one : String(one))),
    bad: optional(value.bad) ?? 0,
    min,
    max,
    mean,
    std,
    unlike: unlikeOf(value.unlike),
    sample: sampleOf(value.sample),
    histogram: histogramOf(value.histogram),
  };
}

function nodeOf(value: Json, key: string): TreeNode {
  const { type, arrays, size, parts } = value;
  if (typeof type !== "string" || !isCount(arrays) || !isCount(size) || !Array.isArray(parts)) {
    throw wrong(name, "a node with parts", value);
  }
  return { kind: "node", key, type, arrays, size, parts: parts.map(readTree) };
}

/**
 * Reads a tree, or a part of one, from what came with the output.
 *
 * @throws TypeError if it is not one, with what is missing.
 */
export function readTree(value: unknown): TreePart {
  if (!isObject(value) || typeof value.key !== "string") throw wrong(name, "a part with a key", value);
  const { key, kind } = value;
  if (kind === "other") return { kind, key, text: String(value.text) };
  if (kind === "node") return nodeOf(value, key);
  if (kind === "array") return arrayOf(value, key);
  throw wrong(name, "an array, a node or something else", kind);
}
