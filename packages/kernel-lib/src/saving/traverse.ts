import { isPlainObject, readNamed, readOptions } from "../array/options";
import {
  checkObject,
  flattened,
  unflattened,
  type FlatDict,
  type FlattenOptions,
  type Nested,
} from "./flattening";

export type { FlatDict, FlattenOptions, Nested } from "./flattening";

/**
 * Makes one flat object of objects within objects: the keys are joined.
 *
 * @param xs - Objects within objects, such as parameters.
 * @param options - What stands between the keys, and which objects are values themselves.
 * @throws TypeError if `xs` is not an object, or a key contains what is to stand between keys.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.traverse_util.html
 * @example
 * flax.traverseUtil.flattenDict({ a: { b: 1, c: 2 } }); // { "a/b": 1, "a/c": 2 }
 */
export function flattenDict(xs: object, options?: FlattenOptions): FlatDict {
  const { keepEmptyNodes, isLeaf, sep } = readOptions<FlattenOptions>("flattenDict", options, {
    keepEmptyNodes: false,
    isLeaf: null,
    sep: "/",
  });
  return flattened("flattenDict", xs, sep as string, keepEmptyNodes === true, isLeaf);
}

/**
 * Makes objects within objects of a flat one: the other way of {@link flattenDict}.
 *
 * @param xs - A flat object.
 * @param sep - What stands between the keys, or `{ sep }`. Default: "/".
 * @throws TypeError if `xs` is not an object, or one key is another's way.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.traverse_util.html
 * @example
 * flax.traverseUtil.unflattenDict({ "a/b": 1, "a/c": 2 }); // { a: { b: 1, c: 2 } }
 */
export function unflattenDict(xs: object, sep?: string | { sep?: string }): Nested {
  const read = readNamed<{ sep?: string }>("unflattenDict", { sep }, undefined, { sep: "/" });
  return unflattened("unflattenDict", xs, read.sep as string);
}

/**
 * Applies a function to each value of objects within objects, and to the way to it.
 *
 * @param f - From the way to a value, as a list of keys, and the value.
 * @param nestedDict - Objects within objects, such as parameters.
 * @throws TypeError if `nestedDict` is not an object.
 * @see https://flax-linen.readthedocs.io/en/latest/api_reference/flax.traverse_util.html
 * @example
 * const { pathAwareMap } = flax.traverseUtil;
 * pathAwareMap((path, x) => (path.includes("bias") ? 0 : x), { a: { bias: 1, kernel: 2 } }); // { a: { bias: 0, kernel: 2 } }
 */
export function pathAwareMap<R>(f: (path: string[], value: Nested) => R, nestedDict: object): Nested {
  checkObject("pathAwareMap", nestedDict);
  const map = (value: unknown, path: string[]): unknown =>
    isPlainObject(value)
      ? Object.fromEntries(Object.keys(value).map((key) => [key, map(value[key], [...path, key])]))
      : f(path, value);
  return map(nestedDict, []);
}
