import type { Anything } from "../../array/anything";
import { camelCase, describe, isPlainObject } from "../../array/options";
import { ndarray } from "../../array/ndarray";

/** Where a value stands in a state: names of fields and places in lists, from outside to inside. */
export type KeyPath = readonly (string | number)[];

/** Chooses among values of one name: from where they stand and what they are. */
export type StateFilter = (path: KeyPath, value: Anything) => boolean;

const isNode = (value: unknown): value is Record<string, unknown> | unknown[] =>
  (Array.isArray(value) || isPlainObject(value)) && !(value instanceof ndarray);

const entriesOf = (node: Record<string, unknown> | unknown[]): [string | number, unknown][] =>
  Array.isArray(node) ? node.map((part, i) => [i, part]) : Object.entries(node);

const isNamed = (field: string | number, key: string): boolean =>
  typeof field === "string" && (field === key || field === camelCase(key));

/**
 * Finds all values of a name in a state, however deep, with where they stand.
 *
 * @param tree - The state of an optimiser, or any tree.
 * @param key - The name of a field.
 * @param filtering - Which of them are meant. Default: all.
 * @returns Pairs of a path and a value.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * const state = optax.adam(0.1).init({ w: jnp.ones(2) });
 * optax.tree.getAllWithPath(state, "count").map(([path]) => path); // [[0, "count"]]
 */
export function getAllWithPath(
  tree: Anything,
  key: string,
  filtering?: StateFilter | null,
): [path: KeyPath, value: Anything][] {
  const found: [KeyPath, unknown][] = [];
  const visit = (node: unknown, path: KeyPath): void => {
    if (!isNode(node)) return;
    for (const [field, value] of entriesOf(node)) {
      const own = [...path, field];
      if (isNamed(field, key) && (filtering?.(own, value) ?? true)) found.push([own, value]);
      visit(value, own);
    }
  };
  visit(tree, []);
  return found;
}

/**
 * Finds the value of a name in a state, however deep.
 *
 * @param tree - The state of an optimiser, or any tree.
 * @param key - The name of a field.
 * @param fallback - What is given where there is none. Default: null.
 * @param filtering - Which is meant, where there are several.
 * @throws RangeError where several are found.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * const state = optax.injectHyperparams(optax.sgd)({ learningRate: 0.5 }).init([jnp.ones(1)]);
 * optax.tree.get(state, "learningRate").item(); // 0.5
 */
export function get(
  tree: Anything,
  key: string,
  fallback: Anything = null,
  filtering?: StateFilter | null,
): Anything {
  const found = getAllWithPath(tree, key, filtering);
  if (found.length <= 1) return found.length === 0 ? fallback : found[0][1];
  const places = found.map(([path]) => path.join(".")).join(" and ");
  throw new RangeError(`tree.get: expected one value of "${key}", found some at ${places}`);
}

/**
 * Puts other values in the place of those of some names in a state, however deep.
 *
 * @param tree - The state of an optimiser, or any tree.
 * @param values - The new values by name, as a function {@link StateFilter} in front of them says where.
 * @returns A new state; the old one stays as it is.
 * @throws RangeError for a name that is not there.
 * @see https://optax.readthedocs.io/en/latest/api/utilities.html
 * @example
 * const state = optax.injectHyperparams(optax.sgd)({ learningRate: 0.5 }).init([jnp.ones(1)]);
 * optax.tree.set(state, { learningRate: jnp.array(0.1) }).hyperparams.learningRate.item(); // 0.10000000149011612
 */
export function set<T>(
  tree: T,
  ...values:
    | readonly [values: Readonly<Record<string, unknown>>]
    | readonly [filtering: StateFilter | null, values: Readonly<Record<string, unknown>>]
): T {
  const [filtering, news] = values.length === 1 ? [null, values[0]] : values;
  if (!isPlainObject(news)) throw new TypeError(`tree.set: expected values by name, got ${describe(news)}`);
  for (const key of Object.keys(news)) {
    if (getAllWithPath(tree, key, filtering).length === 0) {
      throw new RangeError(`tree.set: expected the name of a field that is there, got "${key}"`);
    }
  }
  const changed = (node: unknown, path: KeyPath): unknown => {
    if (!isNode(node)) return node;
    const entries = entriesOf(node).map(([field, value]): [string | number, unknown] => {
      const own = [...path, field];
      const key = Object.keys(news).find((name) => isNamed(field, name));
      const isMeant = key !== undefined && (filtering?.(own, value) ?? true);
      return [field, isMeant ? news[key] : changed(value, own)];
    });
    return Array.isArray(node) ? entries.map(([, value]) => value) : Object.fromEntries(entries);
  };
  return changed(tree, []) as T;
}
