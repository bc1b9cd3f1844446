/** The MIME type of a tree of arrays. */
export const treeType = "application/vnd.tslinen.tree.v1+json";

/** An array made small: each number is the mean of a block. */
export interface Sample {
  rows: number;
  columns: number;
  by: [rows: number, columns: number];
  values: (number | null)[];
}

/** How often values lie in each of some equal parts of a range. */
export interface Histogram {
  from: number;
  to: number;
  counts: number[];
}

/** An array, its measures, and what it takes to draw it. */
export interface ArrayLeaf {
  kind: "array";
  key: string;
  dtype: string;
  shape: number[];
  size: number;
  bad: number;
  min?: number;
  max?: number;
  mean?: number;
  std?: number;
  /** The first elements; those that are not finite as text. */
  values: (number | string)[];
  sample?: Sample;
  histogram?: Histogram;
}

export interface OtherLeaf {
  kind: "other";
  key: string;
  text: string;
}

export interface TreeNode {
  kind: "node";
  key: string;
  type: string;
  arrays: number;
  size: number;
  parts: TreePart[];
}

export type TreePart = TreeNode | ArrayLeaf | OtherLeaf;

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isNumbers = (value: unknown): value is number[] =>
  Array.isArray(value) && value.every((one) => one === null || typeof one === "number");

const wrong = (what: string, value: unknown) =>
  new TypeError(`tree: expected ${what}, got ${(JSON.stringify(value) ?? "nothing").slice(0, 80)}`);

const optional = (value: unknown) => (typeof value === "number" ? value : undefined);

function sampleOf(value: unknown): Sample | undefined {
  if (!isObject(value)) return undefined;
  const { rows, columns, by, values } = value;
  if (!isCount(rows) || !isCount(columns) || !isNumbers(by) || !isNumbers(values)) {
    throw wrong("rows, columns and values of a sample", value);
  }
  if (rows * columns !== values.length) throw wrong(`${rows} × ${columns} values`, values.length);
  return { rows, columns, by: [by[0] || 1, by[1] || 1], values };
}

function histogramOf(value: unknown): Histogram | undefined {
  if (!isObject(value)) return undefined;
  const { from, to, counts } = value;
  if (typeof from !== "number" || typeof to !== "number" || !isNumbers(counts)) {
    throw wrong("ends and counts of a histogram", value);
  }
  return { from, to, counts };
}

function partOf(value: unknown): TreePart {
  if (!isObject(value) || typeof value.key !== "string") throw wrong("a part with a key", value);
  const { key, kind } = value;
  if (kind === "other") return { kind, key, text: String(value.text) };
  if (kind === "node") return nodeOf(value, key);
  if (kind !== "array") throw wrong("an array, a node or something else", kind);
  const { dtype, shape, size, values } = value;
  if (typeof dtype !== "string" || !isNumbers(shape) || !isCount(size) || !Array.isArray(values)) {
    throw wrong("the type, shape and numbers of an array", value);
  }
  const [min, max, mean, std] = [value.min, value.max, value.mean, value.std].map(optional);
  const first = values.map((one) => (typeof one === "number" ? one : String(one)));
  const drawn = { sample: sampleOf(value.sample), histogram: histogramOf(value.histogram) };
  return {
    kind,
    key,
    dtype,
    shape,
    size,
    values: first,
    bad: optional(value.bad) ?? 0,
    min,
    max,
    mean,
    std,
    ...drawn,
  };
}

function nodeOf(value: Json, key: string): TreeNode {
  const { type, arrays, size, parts } = value;
  if (typeof type !== "string" || !isCount(arrays) || !isCount(size) || !Array.isArray(parts)) {
    throw wrong("a node with parts", value);
  }
  return { kind: "node", key, type, arrays, size, parts: parts.map(partOf) };
}

/**
 * Reads a tree from what came with the output.
 *
 * @throws TypeError if it is none, with what is missing.
 */
export function readTree(value: unknown): TreeNode {
  const part = partOf(value);
  if (part.kind !== "node") throw wrong("a node at the top", value);
  return part;
}
