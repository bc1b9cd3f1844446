import { checkAxis } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { moveAxis } from "../ops/layout";
import { isNumeric } from "../transform/arguments";
import { broadcastPrefix, flatten, unflatten } from "../transform/tree";
import type { Axes } from "../transform/vmap";
import type { Collections, Keys } from "./lifting";
import type { Tree } from "./scope";

/** Axes of variables by collection; null for what all have in common. */
export type VariableAxes = Readonly<Record<string, number | null>>;

/** Options of which kinds of keys differ from one to the next. */
export type SplitRngs = Readonly<Record<string, boolean>>;

/** The axes of several arguments: one for each, or one for all; what has none is the same for all. */
export function axesOf(args: readonly unknown[], axes: Axes): readonly Axes[] {
  return args.map((_, i) => (Array.isArray(axes) ? ((axes as readonly Axes[])[i] ?? null) : axes));
}

/** The arrays of a tree along their axes, in front, and how to put others in their place. */
export interface Along {
  readonly arrays: readonly ndarray[];
  readonly rebuild: (arrays: readonly ndarray[]) => unknown;
}

/** Takes those arrays out of a tree that have an axis, which comes first then. */
export function along(functionName: string, tree: unknown, axes: unknown): Along {
  const [leaves, structure] = flatten(tree);
  const wanted = broadcastPrefix(functionName, axes, structure) as (number | null)[];
  const isMapped = leaves.map((leaf, i) => wanted[i] !== null && isNumeric(leaf));
  const arrays = leaves.flatMap((leaf, i) => {
    if (!isMapped[i]) return [];
    const x = toArray(functionName, leaf);
    return [moveAxis(x, checkAxis(functionName, wanted[i] as number, x.ndim), 0)];
  });
  return {
    arrays,
    rebuild: (others) => {
      let at = 0;
      return unflatten(
        structure,
        leaves.map((leaf, i) => (isMapped[i] ? others[at++] : leaf)),
      );
    },
  };
}

/** Moves first axes to where they belong. */
export function putAlong<T>(functionName: string, tree: T, axes: unknown): T {
  const [leaves, structure] = flatten(tree);
  const wanted = broadcastPrefix(functionName, axes, structure) as number[];
  const placed = leaves.map((leaf, i) => {
    const x = leaf as ndarray;
    return moveAxis(x, 0, checkAxis(functionName, wanted[i], x.ndim));
  });
  return unflatten(structure, placed) as T;
}

/** How many there are along the axes: what the first array along one says, or what is given. */
export function lengthAlong(functionName: string, parts: readonly Along[], given: number | null): number {
  const length = given ?? parts.flatMap(({ arrays }) => arrays)[0]?.shape[0];
  if (length !== undefined) return length;
  throw new TypeError(
    `${functionName}: expected an argument or a variable with an axis, or the length of it`,
  );
}

/** Those entries of an object that are chosen. */
export function chosen<T>(
  entries: Readonly<Record<string, T>>,
  choose: (name: string) => boolean,
): Record<string, T> {
  return Object.fromEntries(Object.entries(entries).filter(([name]) => choose(name)));
}

/** Those kinds of keys that are to be had, by whether they are split. */
export function keysFor(keys: Keys, splitRngs: SplitRngs, isSplit: boolean): string[] {
  return Object.keys(keys).filter((kind) => splitRngs[kind] === isSplit);
}

/** Collections one by one, and empty where one does not exist yet. */
export function collectionsFor(names: readonly string[], variables: Collections): Collections {
  return Object.fromEntries(names.map((name) => [name, variables[name] ?? ({} as Tree)]));
}
