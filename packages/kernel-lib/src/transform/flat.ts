import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { arraysOf, settled, type Arrays } from "./arguments";
import type { Flat } from "./custom";
import { flatten, unflatten, type Structure } from "./tree";

/** A function of trees as one of arrays. */
export interface Flattened {
  /** The arrays of all arguments. */
  readonly arrays: readonly ndarray[];
  readonly args: readonly Arrays[];
  readonly f: Flat;
  /** Puts the results of the last call together. */
  readonly rebuild: (results: readonly unknown[]) => unknown;
  /** How the result of the last call is built. */
  readonly structure: () => Structure;
  /** Says how the result is built, where something else computed it. */
  readonly built: (structure: Structure) => void;
}

/** Sees a function of trees as one of arrays; what is not an array in the arguments stays as it is. */
export function flattened(
  functionName: string,
  followedBy: string,
  f: (...args: never[]) => unknown,
  args: readonly unknown[],
): Flattened {
  const read = args.map((arg) => arraysOf(functionName, arg));
  let structure: Structure | undefined;
  return {
    arrays: read.flatMap(({ arrays }) => arrays),
    args: read,
    f: (...arrays) => {
      let at = 0;
      const given = read.map((one) => one.rebuild(arrays.slice(at, (at += one.arrays.length))));
      const [leaves, built] = flatten(settled(followedBy, f(...(given as never[]))));
      structure = built;
      return leaves.map((leaf) => toArray(functionName, leaf));
    },
    rebuild: (results) => unflatten(structure as Structure, results),
    structure: () => structure as Structure,
    built: (given) => {
      structure = given;
    },
  };
}
