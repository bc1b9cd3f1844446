import { isPlainObject } from "../array/options";
import { copyOf, instanceOf, methodNames, run } from "./moduleInstance";
import { isModule, scopeOf, settle, stateOf, type AnyModule, type Method } from "./moduleInspection";
import { ModuleState } from "./moduleState";
import { Scope, type Root } from "./scope";

/** Runs something in which no variables may change, since it may be followed: a step of a loop. */
export function unchanging<T>(module: object, f: () => T): T {
  const { root } = scopeOf(stateOf(module));
  const { mutable, capture } = root;
  root.mutable = () => false;
  root.capture = () => false;
  try {
    return f();
  } finally {
    root.mutable = mutable;
    root.capture = capture;
  }
}

/**
 * Copies a module as it was before it took its place, with the modules in its fields, perhaps as one of another class:
 * it will run its setup anew.
 */
export function freshCopy(module: AnyModule, prototype: object): AnyModule {
  settle(module);
  const from = stateOf(module);
  const state = new ModuleState(from.className);
  state.name = from.name;
  state.named = from.named;
  const own = (value: unknown): unknown => {
    if (isModule(value)) {
      return stateOf(value).parent === from
        ? freshCopy(value, Object.getPrototypeOf(value) as object)
        : value;
    }
    if (Array.isArray(value) && value.some(isModule)) return value.map(own);
    if (isPlainObject(value) && Object.values(value).some(isModule)) {
      return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, own(part)]));
    }
    return value;
  };
  const copy = instanceOf(prototype, state);
  for (const key of from.fields ?? Object.keys(module)) copy[key] = own(module[key]);
  return copy;
}

/** A copy of a module at the root of variables. */
export function boundTo<M extends object>(module: M, root: Root): M {
  const copy = copyOf(module, {});
  stateOf(copy).scope = new Scope(root, []);
  return copy;
}

/** Runs a module, or one of its methods, at the root of variables. */
export function runAt(
  module: object,
  root: Root,
  method: string | ((module: never, ...args: never[]) => unknown) | undefined,
  args: readonly unknown[],
): unknown {
  const bound = boundTo(module, root) as AnyModule;
  const known = typeof method === "function" ? methodNames.get(method) : method;
  if (typeof method === "function" && known === undefined) {
    const call = method as unknown as Method;
    return run(bound, (...rest) => call(bound, ...rest), args, "");
  }
  const name = known ?? "__call__";
  const found = bound[name];
  if (typeof found === "function") return (found as Method).apply(bound, args as unknown[]);
  throw new TypeError(`${stateOf(bound).className}: expected method to be one of its methods, got "${name}"`);
}
