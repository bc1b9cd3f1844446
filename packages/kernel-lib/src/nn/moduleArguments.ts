import { camelCase, describe, isPlainObject, unknownOption } from "../array/options";
import type { Key } from "../random/keys";
import { Nothing } from "./moduleInspection";
import type { ModuleState } from "./moduleState";
import type { Capture } from "./scope";

/** Reads the fields given to a constructor: `name` names the module, the others must be the class's own. */
export function readFields(
  state: ModuleState,
  moduleClass: { readonly name: string; readonly prototype: unknown },
  fields: unknown,
): void {
  if (fields === undefined || fields === null) return;
  if (!isPlainObject(fields)) {
    throw new TypeError(
      `${state.className}: expected fields such as { name: "first" }, got ${describe(fields)}`,
    );
  }
  const source = sourceOf(moduleClass.prototype as object);
  for (const [key, value] of Object.entries(fields)) {
    if (key === "name") {
      if (typeof value !== "string" && value !== undefined && value !== null) {
        throw new TypeError(`${state.className}: expected name to be a string, got ${describe(value)}`);
      }
      state.name = value ?? undefined;
      state.named = state.name !== undefined;
      continue;
    }
    const names = [key, camelCase(key)];
    const field =
      names.find((name) => mentions(source, name, "own")) ??
      names.find((name) => mentions(source, name, "any"));
    if (field === undefined) throw unknownOption(state.className, key, fieldsIn(source));
    if (value !== undefined) state.pending.set(field, value);
  }
}

/**
 * The text of a class and those it extends, up to `Module`. Fields cannot be listed before the constructor has run,
 * and those that are only declared never can; but whatever a class uses occurs in its text.
 */
function sourceOf(prototype: object): string {
  let source = "";
  for (let step = prototype; ;) {
    const next = Object.getPrototypeOf(step) as object | null;
    if (next === null || next === Nothing.prototype) return source;
    source += `${Function.prototype.toString.call(step.constructor)}\n`;
    step = next;
  }
}

/** Tells whether a name occurs: anywhere, or as that of a field, not as one of another object. */
function mentions(source: string, name: string, how: "own" | "any"): boolean {
  if (!/^[\w$]+$/.test(name)) return false;
  const before = how === "own" ? "(?:(?<![\\w$.])|(?<=\\bthis\\.))" : "(?<![\\w$])";
  return new RegExp(`${before}${name.replaceAll("$", "\\$")}(?![\\w$])`).test(source);
}

function fieldsIn(source: string): string[] {
  const found = source.matchAll(/\bthis\.([\w$]+)|^\s*([\w$]+)\s*(?:=|;|$)/gm);
  return [...new Set([...found].map((match) => match[1] ?? match[2]))];
}

/** What `init` and `apply` take for themselves out of the options after the arguments of a call. */
interface CallOptions {
  rngs?: Readonly<Record<string, Key>>;
  mutable?: boolean | string | readonly string[];
  method?: string | ((module: never, ...args: never[]) => unknown);
  captureIntermediates?: Capture;
}

const callOptions: readonly string[] = ["rngs", "mutable", "method", "captureIntermediates"];

/** Parts the arguments of a call from the options of `init` and `apply`. */
export function readCall(args: readonly unknown[]): [unknown[], CallOptions] {
  const last = args.at(-1);
  const isOwn = (name: string): boolean => callOptions.includes(camelCase(name));
  if (!isPlainObject(last) || !Object.keys(last).some(isOwn)) return [[...args], {}];
  const entries = Object.entries(last);
  const others = entries.filter(([name]) => !isOwn(name));
  const rest = args.slice(0, -1);
  if (others.length > 0) rest.push(Object.fromEntries(others));
  const own = entries
    .filter(([name]) => isOwn(name))
    .map(([name, value]) => [camelCase(name), value] as const);
  return [rest, Object.fromEntries(own)];
}
