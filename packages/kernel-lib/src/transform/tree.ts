import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";

/** How a tree is built, without its leaves. */
export type Structure =
  | { readonly kind: "leaf" }
  | { readonly kind: "none"; readonly value: null | undefined }
  | { readonly kind: "list"; readonly parts: readonly Structure[] }
  | { readonly kind: "object"; readonly keys: readonly string[]; readonly parts: readonly Structure[] }
  | {
      readonly kind: "node";
      readonly type: NodeType;
      readonly rest: unknown;
      readonly parts: readonly Structure[];
    };

/** How objects of a class are taken apart and put together, so that they can be nodes of trees. */
export interface NodeType<T = unknown> {
  readonly name: string;
  /** The children, and what else it takes to make the object anew. */
  readonly flatten: (node: T) => readonly [children: readonly unknown[], rest: unknown];
  readonly unflatten: (rest: unknown, children: readonly unknown[]) => T;
}

const nodeTypes = new Map<unknown, NodeType>();

/** Has objects of a class be nodes of trees. */
export function registerNode<T>(type: abstract new (...args: never[]) => T, node: NodeType<T>): void {
  nodeTypes.set(type.prototype, node as NodeType);
}

const leaf: Structure = { kind: "leaf" };

/** Tells whether a list stands for an array: it holds numbers alone, or lists of them. */
function isNumbers(list: readonly unknown[]): boolean {
  return (
    list.length > 0 &&
    list.every(
      (part) =>
        typeof part === "number" || typeof part === "boolean" || (Array.isArray(part) && isNumbers(part)),
    )
  );
}

/** Whether a subtree is to be a leaf. */
export type IsLeaf = (tree: unknown) => boolean;

/**
 * Takes a tree apart: objects (in the order of their keys) and lists are nodes, null and undefined empty ones; all else
 * is a leaf, lists of numbers included, since they stand for arrays.
 */
export function flatten(tree: unknown, isLeaf?: IsLeaf): [leaves: unknown[], structure: Structure] {
  const leaves: unknown[] = [];
  const visit = (part: unknown): Structure => {
    if (isLeaf?.(part)) {
      leaves.push(part);
      return leaf;
    }
    if (part === null || part === undefined) return { kind: "none", value: part };
    if (typeof part !== "object" || part instanceof ndarray || ArrayBuffer.isView(part)) {
      leaves.push(part);
      return leaf;
    }
    if (Array.isArray(part)) {
      if (isNumbers(part)) {
        leaves.push(part);
        return leaf;
      }
      return { kind: "list", parts: part.map(visit) };
    }
    if (isPlainObject(part)) {
      const keys = Object.keys(part).sort();
      return { kind: "object", keys, parts: keys.map((key) => visit(part[key])) };
    }
    const type = nodeTypes.get(Object.getPrototypeOf(part));
    if (type) {
      const [children, rest] = type.flatten(part);
      return { kind: "node", type, rest, parts: children.map(visit) };
    }
    leaves.push(part);
    return leaf;
  };
  const structure = visit(tree);
  return [leaves, structure];
}

/** What a node of a tree is, and its parts by name; undefined for a leaf. */
export function nodeOf(part: unknown): { type: string; entries: [string | number, unknown][] } | undefined {
  if (typeof part !== "object" || part === null || part instanceof ndarray || ArrayBuffer.isView(part)) {
    return undefined;
  }
  if (Array.isArray(part))
    return isNumbers(part) ? undefined : { type: "list", entries: [...part.entries()] };
  if (isPlainObject(part)) return { type: "object", entries: Object.entries(part) };
  const type = nodeTypes.get(Object.getPrototypeOf(part));
  return type && { type: type.name, entries: [...type.flatten(part)[0].entries()] };
}

/** Puts a tree together again, with other leaves. */
export function unflatten(structure: Structure, leaves: readonly unknown[]): unknown {
  let at = 0;
  const visit = (part: Structure): unknown => {
    switch (part.kind) {
      case "leaf":
        return leaves[at++];
      case "none":
        return part.value;
      case "list":
        return part.parts.map(visit);
      case "object":
        return Object.fromEntries(part.keys.map((key, i) => [key, visit(part.parts[i])]));
      case "node":
        return part.type.unflatten(part.rest, part.parts.map(visit));
    }
  };
  return visit(structure);
}

/** The number of leaves. */
export function leafCount(structure: Structure): number {
  if (structure.kind === "leaf") return 1;
  return "parts" in structure ? structure.parts.reduce((count, part) => count + leafCount(part), 0) : 0;
}

/** Tells whether two trees are built alike. */
export function sameStructure(a: Structure, b: Structure): boolean {
  if (a === b) return true;
  if (a.kind === "none" && b.kind === "none") return true;
  if (a.kind !== b.kind || !("parts" in a) || !("parts" in b) || a.parts.length !== b.parts.length)
    return false;
  if (a.kind === "object" && b.kind === "object" && a.keys.some((key, i) => key !== b.keys[i])) return false;
  if (a.kind === "node" && b.kind === "node" && (a.type !== b.type || !sameRest(a.rest, b.rest)))
    return false;
  return a.parts.every((part, i) => sameStructure(part, b.parts[i]));
}

function sameRest(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((one, i) => sameRest(one, b[i]));
  if (!isPlainObject(a) || !isPlainObject(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => sameRest(a[key], b[key]));
}

/** Writes how a tree is built: `{ w: *, b: [*, *] }`. */
export function printStructure(structure: Structure): string {
  switch (structure.kind) {
    case "leaf":
      return "*";
    case "none":
      return "null";
    case "list":
      return `[${structure.parts.map(printStructure).join(", ")}]`;
    case "object": {
      const parts = structure.keys.map((key, i) => `${key}: ${printStructure(structure.parts[i])}`);
      return parts.length === 0 ? "{}" : `{ ${parts.join(", ")} }`;
    }
    case "node":
      return `${structure.type.name}(${structure.parts.map(printStructure).join(", ")})`;
  }
}

/** The way to each leaf: `["params", "Dense_0", 0]`. */
export function pathsOf(structure: Structure): (string | number)[][] {
  if (structure.kind === "leaf") return [[]];
  if (!("parts" in structure)) return [];
  const keys: readonly (string | number)[] =
    structure.kind === "object" ? structure.keys : structure.parts.map((_, i) => i);
  return structure.parts.flatMap((part, i) => pathsOf(part).map((path) => [keys[i], ...path]));
}

/** Writes the way to a leaf as one would write it in code: `.params.Dense_0[0]`. */
export function printPath(path: readonly (string | number)[]): string {
  return path
    .map((key) =>
      typeof key === "string" && /^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`,
    )
    .join("");
}

/**
 * The leaves of a tree that is built as a prefix of another: what stands at a place holds for all leaves below it there.
 *
 * @param name - The function and argument, for messages.
 */
export function broadcastPrefix(
  name: string,
  prefix: unknown,
  structure: Structure,
  isLeaf?: IsLeaf,
): unknown[] {
  const visit = (part: unknown, below: Structure, path: readonly (string | number)[]): unknown[] => {
    const isNode = (Array.isArray(part) || isPlainObject(part)) && !isLeaf?.(part);
    if (!isNode) return new Array<unknown>(leafCount(below)).fill(part);
    if (below.kind === "list" && Array.isArray(part) && part.length === below.parts.length) {
      return below.parts.flatMap((one, i) => visit(part[i], one, [...path, i]));
    }
    if (below.kind === "object" && isPlainObject(part)) {
      const missing = below.keys.find((key) => !Object.hasOwn(part, key));
      if (missing === undefined && Object.keys(part).length === below.keys.length) {
        return below.parts.flatMap((one, i) => visit(part[below.keys[i]], one, [...path, below.keys[i]]));
      }
    }
    throw new TypeError(
      `${name}: expected a tree built as ${printStructure(below)}${path.length > 0 ? ` at ${printPath(path)}` : ""}, got ${describe(part)}`,
    );
  };
  return visit(prefix, structure, []);
}

/**
 * What a tree has at the places of another's leaves, whole subtrees included.
 *
 * @param name - The function and argument, for messages.
 * @throws TypeError if the tree is built differently down to there.
 */
export function leavesLike(name: string, tree: unknown, structure: Structure): unknown[] {
  const found: unknown[] = [];
  const visit = (part: unknown, at: Structure, path: readonly (string | number)[]): void => {
    if (at.kind === "leaf") {
      found.push(part);
      return;
    }
    const children = childrenLike(part, at);
    if (!children) {
      const place = path.length > 0 ? ` at ${printPath(path)}` : "";
      throw new TypeError(
        `${name}: expected a tree built as ${printStructure(at)}${place}, got ${describe(part)}`,
      );
    }
    if (at.kind === "none") return;
    const keys = at.kind === "object" ? at.keys : [...at.parts.keys()];
    children.forEach((child, i) => visit(child, at.parts[i], [...path, keys[i]]));
  };
  visit(tree, structure, []);
  return found;
}

/** The children of a node that is built as another; undefined where it is not. */
function childrenLike(
  part: unknown,
  at: Exclude<Structure, { kind: "leaf" }>,
): readonly unknown[] | undefined {
  if (at.kind === "none") return part === null || part === undefined ? [] : undefined;
  if (at.kind === "list") return Array.isArray(part) && part.length === at.parts.length ? part : undefined;
  if (at.kind === "object") {
    if (!isPlainObject(part) || Object.keys(part).length !== at.keys.length) return undefined;
    return at.keys.every((key) => Object.hasOwn(part, key)) ? at.keys.map((key) => part[key]) : undefined;
  }
  const isNode =
    typeof part === "object" && part !== null && nodeTypes.get(Object.getPrototypeOf(part)) === at.type;
  return isNode ? at.type.flatten(part)[0] : undefined;
}
