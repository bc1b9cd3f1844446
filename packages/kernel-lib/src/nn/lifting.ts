import { named } from "../array/named";
import type { Anything } from "../array/anything";
import { CallCompactUnboundModuleError } from "./errors";
import { isModule, stateOf, type AnyModule } from "./moduleInspection";
import { liftSymbol, runMethod, takePlace } from "./moduleInstance";
import { freshCopy } from "./moduleRuns";
import type { Module } from "./module";
import { isTree, newRoot, Scope, type Root, type Tree } from "./scope";
import type { Key } from "../random/keys";

/** Variables of one module by collection. */
export type Collections = Record<string, Tree>;

/** Keys by what they are for. */
export type Keys = Readonly<Record<string, Key>>;

/** A module as a function of its variables and keys; gives its result, and the variables that it may change. */
export type Pure = (
  variables: Collections,
  keys: Keys,
  args: readonly unknown[],
) => [result: unknown, changed: Collections];

/** What a transformation of a module starts from. */
export interface Lifted {
  readonly pure: Pure;
  readonly variables: Collections;
  readonly keys: Keys;
  /** Has later runs draw their keys where those before have come to; each would otherwise begin where the first did. */
  readonly drawOn: () => void;
  readonly isInitializing: boolean;
  readonly isMutable: (collection: string) => boolean;
  /** The values of the module's fields, and its path: two with the same ones compute the same. */
  readonly identity: readonly unknown[];
}

/** Runs a module under a transformation. */
export type Transformation = (
  lifted: Lifted,
  args: readonly unknown[],
) => [result: unknown, changed: Collections];

/** The class of a module, or a function whose first argument is a running module. */
export type Target =
  (abstract new (...args: never[]) => Module) | ((module: Anything, ...args: Anything[]) => unknown);

/** How `pure` is to see what is transformed. */
interface View {
  /** The collections that exist within. */
  readonly collections: (name: string) => boolean;
  /** Whether keys are drawn for the module first, and those within from them, as Flax does for `jit`. */
  readonly drawsKeys: boolean;
}

/** Lifts a transformation of functions to one of modules: it gives a class or a function like the one it gets. */
export function lift<T extends Target>(
  name: string,
  target: T,
  methods: string | readonly string[],
  view: View,
  transformation: Transformation,
): T {
  const prefix = name[0].toUpperCase() + name.slice(1);
  if (isModuleClass(target)) {
    const names = typeof methods === "string" ? [methods] : methods;
    const Base = target as unknown as new (...args: unknown[]) => Module;
    const Lifted = class extends Base {
      static readonly [liftSymbol] = (module: AnyModule, method: string, args: readonly unknown[]) =>
        transformed(module, Base.prototype as object, view, transformation, args, (inner, given) => {
          const call = inner[method] as (...all: readonly unknown[]) => unknown;
          return call.apply(inner, given as unknown[]);
        });
      static readonly liftedMethods: readonly string[] = names;
    };
    named(prefix + target.name, Lifted);
    return Lifted as unknown as T;
  }
  if (typeof target !== "function" || isModule(target)) {
    throw new TypeError(`${name}: expected the class of a module, or a function of a module and arguments`);
  }
  const f = target as (module: unknown, ...args: unknown[]) => unknown;
  const run = (module: unknown, ...args: unknown[]): unknown => {
    if (!isModule(module)) {
      throw new TypeError(`${name}: expected the first argument of the function to be a module`);
    }
    const prototype = Object.getPrototypeOf(module) as object;
    return transformed(module, prototype, view, transformation, args, (inner, given) => {
      stateOf(inner).countOn(stateOf(module));
      const result = runMethod(inner, (...all) => f(inner, ...all), given, "");
      stateOf(module).countOn(stateOf(inner));
      return result;
    });
  };
  return named(f.name, run) as unknown as T;
}

function isModuleClass(target: unknown): target is new (...args: unknown[]) => Module {
  return (
    typeof target === "function" &&
    typeof (target.prototype as Partial<Module>)?.initWithOutput === "function"
  );
}

/** Runs a fresh copy of a module under a transformation, and keeps the variables that it has made or changed. */
function transformed(
  module: AnyModule,
  prototype: object,
  view: View,
  transformation: Transformation,
  args: readonly unknown[],
  call: (inner: AnyModule, args: readonly unknown[]) => unknown,
): unknown {
  const state = stateOf(module);
  takePlace(module);
  const { scope } = state;
  if (scope === undefined) throw new CallCompactUnboundModuleError(state.className);
  const { root, path } = scope;
  const { initializing, capture, calls, drawn } = root;
  const isMutable = (collection: string): boolean => view.collections(collection) && root.mutable(collection);
  const kinds = Object.keys(root.rngs);
  const keys = view.drawsKeys
    ? Object.fromEntries(kinds.map((kind) => [kind, scope.makeRng(kind, state.className)]))
    : root.rngs;
  let counts = new Map(drawn);
  const folded = new Map(
    kinds.map((kind) => [kind, view.drawsKeys ? path.length : (root.folded.get(kind) ?? 0)] as const),
  );
  const template = freshCopy(module, prototype);
  const pure: Pure = (variables, keys, given) => {
    const inside = Object.entries(variables).map(([name, tree]) => [name, nested(tree, path)] as const);
    const own: Root = {
      ...newRoot(Object.fromEntries(inside), keys, isMutable, initializing),
      capture,
      calls,
      folded,
      drawn: new Map(counts),
    };
    const inner = freshCopy(template, prototype);
    stateOf(inner).scope = new Scope(own, path);
    const result = call(inner, given);
    for (const [place, count] of own.drawn) drawn.set(place, count);
    const changed = Object.keys(own.variables).filter(isMutable);
    const at = new Scope(own, path);
    return [result, Object.fromEntries(changed.map((name) => [name, at.collection(name) ?? {}]))];
  };
  const existing = Object.keys(root.variables).filter(view.collections);
  const [result, changed] = transformation(
    {
      pure,
      variables: Object.fromEntries(existing.map((name) => [name, scope.collection(name) ?? {}])),
      keys,
      drawOn: () => (counts = new Map(drawn)),
      isInitializing: initializing,
      isMutable,
      identity: [path.join("/"), ...kinds, ...Object.values(template)],
    },
    args,
  );
  for (const [name, tree] of Object.entries(changed)) {
    if (Object.keys(tree).length > 0) scope.replace(name, tree);
  }
  return result;
}

/** A tree at the end of a path of names. */
const nested = (tree: Tree, path: readonly string[]): Tree =>
  path.reduceRight<Tree>((inner, name) => ({ [name]: inner }), copied(tree));

/** A copy of a tree whose objects may be changed. */
const copied = (tree: Tree): Tree =>
  Object.fromEntries(Object.entries(tree).map(([name, part]) => [name, isTree(part) ? copied(part) : part]));
