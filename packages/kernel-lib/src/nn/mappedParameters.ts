import type { ndarray } from "../array/ndarray";
import { isModule, stateOf } from "./moduleInspection";
import type { Module } from "./module";
import { isTree, Scope, type Tree } from "./scope";

/** Makes another parameter of one, given the path to it: `"layer_instance/kernel"`. */
export type Change = (parameter: ndarray, path: string) => ndarray;

function changed(tree: Tree, change: Change, path: string): Tree {
  return Object.fromEntries(
    Object.entries(tree)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, entry]) => {
        const own = `${path}/${name}`;
        return [name, isTree(entry) ? changed(entry, change, own) : change(entry as ndarray, own)];
      }),
  );
}

/** Calls a layer among the fields of a running module with other parameters than those that are stored. */
export function callMapped(
  className: string,
  layer: Module,
  args: readonly unknown[],
  change: Change,
): unknown {
  if (!isModule(layer)) throw new TypeError(`${className}: expected layerInstance to be a module`);
  const { parent, name } = stateOf(layer);
  const outer = parent?.scope as Scope;
  const scope = outer.child(name as string);
  const call = (): unknown => layer(...args) as unknown;
  // The first call of all makes the parameters.
  const result = scope.collection("params") === undefined ? call() : undefined;
  const own = scope.collection("params");
  if (own === undefined) return result;
  const holder = outer.collection("params") as Tree;
  holder[name as string] = changed(own, change, name as string);
  try {
    return call();
  } finally {
    // Where parameters may change, Flax stores what they were replaced by.
    if (!scope.root.mutable("params")) holder[name as string] = own;
  }
}
