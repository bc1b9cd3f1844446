import { isPlainObject } from "../array/options";
import { CallCompactUnboundModuleError } from "./errors";
import { stateSymbol, type ModuleState } from "./moduleState";
import type { Scope } from "./scope";

/** What `Module` extends, so that the methods above it can be told from a user's. */
export class Nothing {}

/** A method of any module. */
export type Method = (...args: unknown[]) => unknown;

/** A module as the functions here see it. */
export type AnyModule = Method & { readonly [stateSymbol]: ModuleState } & Record<string, unknown>;

/** Tells whether a value is a module. */
export function isModule(value: unknown): value is AnyModule {
  return typeof value === "function" && stateSymbol in value;
}

/** What there is to know of a module beside its fields. */
export function stateOf(module: object): ModuleState {
  return (module as AnyModule)[stateSymbol];
}

/** The place of a module among the variables; throws where it is called by itself. */
export function scopeOf(state: ModuleState): Scope {
  if (state.scope === undefined) throw new CallCompactUnboundModuleError(state.className);
  return state.scope;
}

/** Calls for each module in a field, within lists and objects, too. */
export function eachModule(value: unknown, visit: (module: AnyModule) => void): void {
  if (isModule(value)) visit(value);
  else if (Array.isArray(value)) value.forEach((part) => eachModule(part, visit));
  else if (isPlainObject(value)) Object.values(value).forEach((part) => eachModule(part, visit));
}

/** Tells whether a property is a method that a subclass of `Module` has written. */
export function isUserMethod(target: object, key: string): boolean {
  if (key === "constructor") return false;
  for (let step = Object.getPrototypeOf(target) as object; ;) {
    const next = Object.getPrototypeOf(step) as object;
    if (next === null || next === Nothing.prototype) return false;
    if (Object.hasOwn(step, key)) return true;
    step = next;
  }
}

/** Tells whether the setup of a module mentions a field, which is thus not there before. */
export function isMadeInSetup(target: object, key: string): boolean {
  if (!isUserMethod(target, "setup")) return false;
  const { setup } = Object.getPrototypeOf(target) as { setup: () => void };
  return new RegExp(`\\bthis\\.${key.replaceAll("$", "\\$")}(?![\\w$])`).test(
    Function.prototype.toString.call(setup),
  );
}

/** Tells whether a module has, or can take, a place among variables. */
export function isBound(state: ModuleState): boolean {
  return state.scope !== undefined || state.parent?.scope !== undefined;
}

/** Gives fields that the class only declares the values given to the constructor. */
export function settle(module: AnyModule): void {
  const { pending } = stateOf(module);
  if (pending.size === 0) return;
  for (const [key, value] of pending) module[key] = value;
  pending.clear();
}
