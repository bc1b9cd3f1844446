import { argumentsInPlace } from "../array/argumentsByName";
import { isPlainObject } from "../array/options";
import { CallSetupUnboundModuleError, SetAttributeFrozenModuleError } from "./errors";
import {
  eachModule,
  isBound,
  isMadeInSetup,
  isModule,
  isUserMethod,
  settle,
  stateOf,
  type AnyModule,
  type Method,
} from "./moduleInspection";
import { shortRepr } from "./moduleRepr";
import { ModuleState, running, stateSymbol } from "./moduleState";
import type { Call, Scope } from "./scope";

/**
 * Makes an instance: a function that calls `__call__`, behind a proxy that sees fields being defined (even those of
 * the class, which come after the constructor) and methods being called.
 */
export function instanceOf(prototype: object, state: ModuleState): AnyModule {
  const target = (...args: unknown[]): unknown => (proxy.__call__ as Method)(...args);
  Reflect.deleteProperty(target, "name");
  Reflect.deleteProperty(target, "length");
  Object.setPrototypeOf(target, prototype);
  Object.defineProperty(target, stateSymbol, { value: state });
  const proxy = new Proxy(target, handler) as unknown as AnyModule;
  return proxy;
}

/** Methods that are given to others by themselves: `applyFn: model.apply`. */
const handedOn = new Set(["apply", "init", "initWithOutput"]);
const boundMethods = new WeakMap<Method, Map<string, Method>>();

/** A method that needs no module before its dot, always the same one. */
function boundMethod(target: Method, module: AnyModule, key: string, method: Method): Method {
  const own = boundMethods.get(target) ?? new Map<string, Method>();
  boundMethods.set(target, own);
  const bound = own.get(key) ?? (method.bind(module) as Method);
  own.set(key, bound);
  return bound;
}

/** The names of methods that were read off a module: `{ method: model.encode }` means that of the module that runs. */
export const methodNames = new WeakMap<object, string>();

const handler: ProxyHandler<Method> = {
  get(target, key, receiver: AnyModule) {
    const value = Reflect.get(target, key, receiver) as unknown;
    if (typeof key === "symbol") return value;
    const state = stateOf(target);
    if (value === undefined) {
      if (state.pending.has(key)) return state.pending.get(key);
      if (state.phase !== "new") return undefined;
      if (!isBound(state)) {
        if (state.depth > 0 && isMadeInSetup(target, key))
          throw new CallSetupUnboundModuleError(state.className);
        return undefined;
      }
      // A field that the setup makes.
      prepare(receiver);
      return Reflect.get(target, key, receiver) as unknown;
    }
    if (typeof value !== "function" || Object.hasOwn(target, key)) {
      if (state.phase !== "new" || !isBound(state) || !holdsModules(value)) return value;
      // What is in the field gets its place first.
      prepare(receiver);
      return Reflect.get(target, key, receiver) as unknown;
    }
    if (handedOn.has(key)) return boundMethod(target, receiver, key, value as Method);
    if (key === "setup" || !isUserMethod(target, key)) return value;
    const method = (...args: unknown[]): unknown => run(receiver, value as Method, args, key);
    methodNames.set(method, key);
    return method;
  },
  defineProperty(target, key, descriptor) {
    if (typeof key === "symbol" || !("value" in descriptor))
      return Reflect.defineProperty(target, key, descriptor);
    const state = stateOf(target);
    let value: unknown = descriptor.value;
    if (state.pending.has(key)) {
      value = state.pending.get(key);
      state.pending.delete(key);
    } else if (state.phase === "ready") {
      throw new SetAttributeFrozenModuleError(state.className, key, shortRepr(value));
    } else if (state.phase === "setup") value = adopted(state, key, value);
    else if (state.parent !== undefined) eachModule(value, (part) => releaseFromParent(state, stateOf(part)));
    const full = { writable: true, enumerable: true, configurable: true, ...descriptor, value };
    return Reflect.defineProperty(target, key, full);
  },
};

/** Tells whether there is a module in a field. */
function holdsModules(value: unknown): boolean {
  let found = false;
  eachModule(value, () => (found = true));
  return found;
}

/** A module made by a class for one of its own fields is not a sibling of the instance, though it was made beside it. */
function releaseFromParent(state: ModuleState, part: ModuleState): void {
  if (part.parent === state.parent && !part.named && part.phase === "new") state.parent?.release(part);
}

/**
 * Makes the modules in a field submodules, named after the field. Those from elsewhere are copied, each once: a module
 * that stands at several places is one there, too.
 */
function adopted(state: ModuleState, name: string, value: unknown): unknown {
  if (isModule(value)) {
    const own = stateOf(value);
    if (own.parent !== undefined) {
      // Made while its parent was set up, but for this module, perhaps one further in.
      if (own.name === undefined) state.adopt(own, name);
      return value;
    }
    const copies = (state.scope as Scope).root.adopted;
    let copy = copies.get(value);
    if (!copy) {
      copies.set(value, (copy = copyOf(value, {})));
      const copied = stateOf(copy);
      state.adopt(copied, copied.name ?? name);
    }
    return copy;
  }
  const change = (part: unknown, key: string | number): unknown => adopted(state, `${name}_${key}`, part);
  if (Array.isArray(value) && value.some(isModule)) return value.map(change);
  if (isPlainObject(value) && Object.values(value).some(isModule)) {
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, change(part, key)]));
  }
  return value;
}

/** Gives a module within another one its place among the variables. */
export function takePlace(module: AnyModule): void {
  const state = stateOf(module);
  settle(module);
  if (state.scope !== undefined || state.parent?.scope === undefined) return;
  if (state.name === undefined) state.parent.adopt(state, state.parent.autoName(state.className));
  state.scope = state.parent.scope.child(state.name as string);
}

/** Before a bound module's first method: takes its place, adopts the modules in its fields, runs its setup. */
function prepare(module: AnyModule): void {
  const state = stateOf(module);
  settle(module);
  if (state.phase !== "new" || !isBound(state)) return;
  takePlace(module);
  state.fields = Object.keys(module);
  state.phase = "setup";
  running.push(state);
  try {
    const { submoduleNames } = module.constructor as { submoduleNames?: Readonly<Record<string, string>> };
    for (const key of Object.keys(module)) {
      const value = module[key];
      const changed = adopted(state, submoduleNames?.[key] ?? key, value);
      if (changed !== value) module[key] = changed;
    }
    (module.setup as () => void)();
  } finally {
    running.pop();
    state.phase = "ready";
  }
}

/** The property of a class with what runs its methods under a transformation. */
export const liftSymbol = Symbol("lift");

interface LiftedClass {
  readonly [liftSymbol]?: (module: AnyModule, method: string, args: readonly unknown[]) => unknown;
  readonly liftedMethods: readonly string[];
}

/** Runs a method of a module, under the transformation of its class if there is one. */
export function run(module: AnyModule, method: Method, given: readonly unknown[], name: string): unknown {
  const place = name === "__call__" ? stateOf(module).className : `${stateOf(module).className}.${name}`;
  const args = argumentsInPlace(place, method, given);
  const moduleClass = module.constructor as unknown as LiftedClass;
  const lift = moduleClass[liftSymbol];
  if (lift && moduleClass.liftedMethods.includes(name)) return lift(module, name, args);
  return runMethod(module, method, args, name);
}

/** Runs a method of a module: submodules made meanwhile are its own. */
export function runMethod(
  module: AnyModule,
  method: Method,
  args: readonly unknown[],
  name: string,
): unknown {
  const state = stateOf(module);
  prepare(module);
  if (state.scope === undefined && name === "__call__" && isUserMethod(module, "setup")) {
    throw new CallSetupUnboundModuleError(state.className);
  }
  let call: Call | undefined;
  if (state.scope && name === "__call__") {
    call = { path: state.scope.path, module: state.className, instance: module, inputs: args };
    state.scope.root.calls.push(call);
  }
  const { depth } = state;
  running.push(state);
  state.depth = depth + 1;
  try {
    const result = method.apply(module, args as unknown[]);
    if (call) call.outputs = result;
    if (state.scope?.root.capture(module, name)) state.scope.sow("intermediates", name, result);
    return result;
  } finally {
    running.pop();
    state.depth = depth;
    if (depth === 0) state.rewind();
  }
}

/** Copies a module without running its constructor, with other values for some fields. */
export function copyOf<M extends object>(module: M, fields: Readonly<Record<string, unknown>>): M {
  const from = module as unknown as AnyModule;
  settle(from);
  const own = stateOf(from);
  const state = new ModuleState(own.className);
  state.name = own.named ? own.name : undefined;
  state.named = own.named;
  const copy = instanceOf(Object.getPrototypeOf(module) as object, state);
  // A field that only a setup gives a value is not to be asked for one.
  const values = Object.getOwnPropertyDescriptors(from);
  for (const key of Object.keys(from)) copy[key] = key in fields ? fields[key] : values[key].value;
  return copy as unknown as M;
}
