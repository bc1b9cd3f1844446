import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { flatten, unflatten, type Structure } from "./tree";

/** A tree of what may stand for arrays, where a function takes a tree of arrays. */
export type Loose<T> = [ArrayLike] extends [T] ? T : LooseParts<T>;

type LooseParts<T> = T extends ndarray
  ? ArrayLike
  : T extends readonly unknown[] | Readonly<Record<string, unknown>>
    ? { [K in keyof T]: Loose<T[K]> }
    : T;

/** A tree of arrays, where a function takes a tree of what may stand for them; any stays any. */
export type Strict<T> = 0 extends 1 & T ? T : [ArrayLike] extends [T] ? ndarray : StrictParts<T>;

/** Whether a list holds numbers, and so stands for an array; one of any may hold anything. */
type HoldsNumbers<T> = T extends readonly (infer Part)[]
  ? 0 extends 1 & Part
    ? false
    : Part extends number
      ? true
      : HoldsNumbers<Part>
  : false;

type StrictParts<T> = T extends ndarray | number
  ? ndarray
  : HoldsNumbers<T> extends true
    ? ndarray
    : T extends readonly unknown[] | Readonly<Record<string, unknown>>
      ? { [K in keyof T]: Strict<T[K]> }
      : T;

/** What a function may give: anything, but a list that is written in its `return` is a tuple. */
export type Result = [] | NonNullable<unknown> | null | undefined;

/** The second of what a function gives: of a list that is no tuple, whatever in it is no array, or else an array. */
export type Second<R> = R extends readonly [unknown, infer Two]
  ? Two
  : R extends readonly (infer Part)[]
    ? [Exclude<Part, ndarray>] extends [never]
      ? Part
      : Exclude<Part, ndarray>
    : unknown;

/** The arguments of a function, each a tree of what may stand for arrays. */
export type LooseAll<A extends readonly unknown[]> = { [K in keyof A]: Loose<A[K]> };

/** Tells whether a leaf of a tree stands for an array; truth values alone do not, they choose. */
export function isNumeric(leaf: unknown): boolean {
  return (
    typeof leaf === "number" || leaf instanceof ndarray || ArrayBuffer.isView(leaf) || Array.isArray(leaf)
  );
}

/** The arrays among the leaves of a tree, and how to put others in their place. */
export interface Arrays {
  readonly arrays: ndarray[];
  readonly structure: Structure;
  /** The leaves, those that are no arrays included. */
  readonly leaves: readonly unknown[];
  /** The tree with other arrays. */
  rebuild(arrays: readonly ndarray[]): unknown;
}

/** Reads the arrays of a tree; all else in it is kept as it is. */
export function arraysOf(functionName: string, tree: unknown): Arrays {
  const [leaves, structure] = flatten(tree);
  const isArray = leaves.map(isNumeric);
  const arrays = leaves.filter((_, i) => isArray[i]).map((leaf) => toArray(functionName, leaf));
  return {
    arrays,
    structure,
    leaves,
    rebuild(others) {
      let at = 0;
      return unflatten(
        structure,
        leaves.map((leaf, i) => (isArray[i] ? others[at++] : leaf)),
      );
    },
  };
}

/** The result of a function that was followed: no promise, which would be kept only later. */
export function settled(followedBy: string, result: unknown): unknown {
  if (typeof (result as { then?: unknown } | null | undefined)?.then === "function") {
    throw new TypeError(
      `${followedBy}: expected a function that gives its result at once, got ${describe(result)}`,
    );
  }
  return result;
}
