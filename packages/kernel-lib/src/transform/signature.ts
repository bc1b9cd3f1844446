import { ndarray } from "../array/ndarray";
import { toArray } from "../array/coerce";
import { isPlainObject } from "../array/options";
import { isTracer, type Weak } from "../ops/tracer";
import { isNumeric } from "./arguments";
import type { Argument } from "./graph";
import { flatten, pathsOf, printPath, printStructure, unflatten } from "./tree";

const ids = new WeakMap<object, number>();
let lastId = 0;

/** A number that tells an object from all others. */
function idOf(value: object): number {
  let id = ids.get(value);
  if (id === undefined) ids.set(value, (id = ++lastId));
  return id;
}

/** What a value that is not traced is, so that equal ones are written alike; lists are compared by what they hold. */
function staticKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(staticKey).join()}]`;
  if (typeof value === "object" && value !== null) return `#${idOf(value)}`;
  if (typeof value === "function") return `#${idOf(value)}`;
  return `${typeof value} ${Object.is(value, -0) ? "-0" : String(value)}`;
}

/** What a plain number is worth beside arrays. */
const weakness = (value: number): Weak => (Number.isInteger(value) ? "integer" : "floating");

/** Arguments taken apart: arrays and plain numbers, which are traced, and all else, for which a function is compiled. */
export interface Signature {
  /** The same for arguments with which a function does the same. */
  readonly key: string;
  readonly arrays: readonly ndarray[];
  readonly isFollowed: boolean;
  /** What each traced argument is. */
  readonly traced: () => Argument[];
  /** The arguments with tracers in the place of arrays. */
  readonly rebuild: (tracers: readonly ndarray[]) => unknown[];
}

/** A trailing object of options without those that are named, and these. */
function parted(arg: unknown, names: ReadonlySet<string>): [traced: unknown, fixed: Record<string, unknown>] {
  if (names.size === 0 || !isPlainObject(arg)) return [arg, {}];
  const entries = Object.entries(arg);
  return [
    Object.fromEntries(entries.filter(([name]) => !names.has(name))),
    Object.fromEntries(entries.filter(([name]) => names.has(name)).sort(([a], [b]) => (a < b ? -1 : 1))),
  ];
}

/**
 * Takes arguments apart. Those of which the number is in `fixed` are not traced, nor are options of a trailing object
 * whose names are in `fixedNames`.
 */
export function signatureOf(
  functionName: string,
  given: readonly unknown[],
  fixed: ReadonlySet<number>,
  fixedNames: ReadonlySet<string>,
): Signature {
  const [last, options] = parted(given[given.length - 1], fixedNames);
  const args = given.map((arg, i) => (i === given.length - 1 ? last : arg));
  const arrays: ndarray[] = [];
  const weak: (Weak | undefined)[] = [];
  let isFollowed = false;
  const keys = args.map((arg, i) => {
    if (fixed.has(i)) return staticKey(arg);
    const [leaves, structure] = flatten(arg);
    const parts = leaves.map((leaf) => {
      if (!isNumeric(leaf)) return staticKey(leaf);
      const array = toArray(functionName, leaf);
      if (isTracer(array)) isFollowed = true;
      const own = typeof leaf === "number" ? weakness(leaf) : undefined;
      arrays.push(array);
      weak.push(own);
      return `${own ?? array.dtype}[${array.shape.join()}]`;
    });
    const outer = structure.kind === "leaf" ? "" : printStructure(structure);
    return `${outer}:${parts.join(";")}`;
  });
  const eachLeaf = <T>(visit: (leaf: unknown, place: () => string) => T): T[][] =>
    args.map((arg, i) => {
      if (fixed.has(i)) return [];
      const [leaves, structure] = flatten(arg);
      return leaves.map((leaf, k) => visit(leaf, () => `argument ${i}${printPath(pathsOf(structure)[k])}`));
    });
  return {
    key: [...keys, ...Object.entries(options).map(([name, value]) => `${name}=${staticKey(value)}`)].join(
      "|",
    ),
    arrays,
    isFollowed,
    traced: () => {
      let at = 0;
      return eachLeaf((leaf, place): Argument[] => {
        if (!isNumeric(leaf)) return [];
        const { shape, dtype } = arrays[at];
        return [{ shape, dtype, weak: weak[at++], from: place() }];
      }).flat(2);
    },
    rebuild: (tracers) => {
      let at = 0;
      return args.map((arg, i) => {
        if (fixed.has(i)) return arg;
        const [leaves, structure] = flatten(arg);
        const tree = unflatten(
          structure,
          leaves.map((leaf) => (isNumeric(leaf) ? tracers[at++] : leaf)),
        );
        return i === args.length - 1 && isPlainObject(tree) ? { ...tree, ...options } : tree;
      });
    },
  };
}
