import { formatShape, sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, isPlainObject } from "../array/options";
import { isNumeric } from "../transform/arguments";
import { flatten, printPath } from "../transform/tree";

/** Objects within objects, with arrays, numbers, texts, truth values and null in them: what can be saved. */
export type StateDict = unknown;

/** How objects of a class are saved: as an object of their parts, and made anew from other parts. */
export interface Saved {
  readonly parts: (target: object) => Record<string, unknown>;
  readonly rebuild: (target: object, parts: Record<string, unknown>) => unknown;
}

const classes = new Map<unknown, Saved>();

/** Has objects of a class be saved. */
export function registerSaved(type: { prototype: unknown }, saved: Saved): void {
  classes.set(type.prototype, saved);
}

/** Finds how objects of a class, or of one that it is made from, are saved. */
function savedAs(target: object): Saved | undefined {
  for (let type: unknown = Object.getPrototypeOf(target); type; type = Object.getPrototypeOf(type)) {
    const found = classes.get(type);
    if (found) return found;
  }
  return undefined;
}

/** Tells whether a part of a tree stands for an array: lists of arrays or objects do not. */
const isArray = (part: unknown): boolean => isNumeric(part) && flatten(part)[1].kind === "leaf";

/** What `toStateDict` does, on behalf of whoever needs it. */
export function stateOf(functionName: string, target: unknown): StateDict {
  const visit = (part: unknown, path: readonly (string | number)[]): unknown => {
    if (part === null || part === undefined) return null;
    if (isArray(part)) return typeof part === "number" ? part : toArray(functionName, part);
    if (typeof part === "string" || typeof part === "boolean") return part;
    const entries = entriesOf(part);
    if (entries)
      return Object.fromEntries(entries.map(([key, value]) => [key, visit(value, [...path, key])]));
    const place = path.length > 0 ? ` at ${printPath(path)}` : "";
    throw new TypeError(
      `${functionName}: expected arrays in objects and lists, got ${describe(part)}${place}`,
    );
  };
  return visit(target, []);
}

/** The parts of a node by their keys; undefined for what is none. */
function entriesOf(part: unknown): [string, unknown][] | undefined {
  if (Array.isArray(part)) return part.map((value, i) => [String(i), value]);
  if (isPlainObject(part)) return Object.entries(part);
  const saved = typeof part === "object" && part !== null ? savedAs(part) : undefined;
  return saved && Object.entries(saved.parts(part as object));
}

/** What `fromStateDict` does, on behalf of whoever needs it. */
export function restored<T>(functionName: string, target: T, state: StateDict): T {
  const visit = (part: unknown, saved: unknown, path: readonly (string | number)[]): unknown => {
    const place = path.length > 0 ? ` at ${printPath(path)}` : "";
    if (typeof part !== "number" && isArray(part)) {
      return arrayLike(functionName, toArray(functionName, part), saved, place);
    }
    if (typeof part === "number" && saved instanceof ndarray && saved.size === 1) return saved.item();
    const entries = entriesOf(part);
    if (!entries) return saved;
    const given = readParts(functionName, entries, saved, place);
    const parts = Object.fromEntries(
      entries.map(([key, value]) => [key, visit(value, given[key], [...path, key])]),
    );
    if (Array.isArray(part)) return Object.values(parts);
    return isPlainObject(part) ? parts : savedAs(part as object)?.rebuild(part as object, parts);
  };
  return visit(target, state, []) as T;
}

/** Whether there is nothing in a subtree; files of tensors alone leave those out. */
const isBare = (part: unknown): boolean =>
  part === null || part === undefined || (entriesOf(part)?.every(([, value]) => isBare(value)) ?? false);

/** The saved parts of a node, if they have its keys. */
function readParts(
  functionName: string,
  entries: readonly [string, unknown][],
  saved: unknown,
  place: string,
): Record<string, unknown> {
  const bare = entries.every(([, value]) => isBare(value));
  if (bare && (saved === undefined || saved === null)) return {};
  const keys = entries.map(([key]) => key);
  if (!isPlainObject(saved)) {
    throw new TypeError(`${functionName}: expected { ${keys.join(", ")} }${place}, got ${describe(saved)}`);
  }
  const missing = entries.find(([key, value]) => !Object.hasOwn(saved, key) && !isBare(value));
  const extra = Object.keys(saved).find((key) => !keys.includes(key));
  if (missing || extra !== undefined) {
    const got = `{ ${Object.keys(saved).join(", ")} }`;
    throw new RangeError(`${functionName}: expected { ${keys.join(", ")} }${place}, got ${got}`);
  }
  return saved;
}

/** A saved array in the dtype of another, which has its shape. */
function arrayLike(functionName: string, like: ndarray, saved: unknown, place: string): ndarray {
  if (!isNumeric(saved)) {
    throw new TypeError(
      `${functionName}: expected an array of shape ${formatShape(like.shape)}${place}, got ${describe(saved)}`,
    );
  }
  const array = toArray(functionName, saved, like.dtype);
  if (sameShape(array.shape, like.shape)) return array;
  throw new RangeError(
    `${functionName}: expected an array of shape ${formatShape(like.shape)}${place}, got shape ${formatShape(array.shape)}`,
  );
}
