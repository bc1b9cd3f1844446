import { camelCase, describe, isPlainObject, readOptions, unknownOption } from "../array/options";
import type { Model } from "./model";
import { readTrait } from "./readTrait";

/** A state by the names in TypeScript. */
export type State = Record<string, unknown>;

/** The key of a part of a state, whose name is in either spelling. */
export function keyOf(model: Model, name: string): string {
  const { traits, rule } = model;
  const key = [name, camelCase(name)].find((one) => traits.has(one) || rule?.keys.includes(one));
  if (key === undefined) throw unknownOption(model.name, name, [...traits.keys(), ...(rule?.keys ?? [])]);
  return key;
}

/** The keys of names that a method of a name was given, by themselves or as an option. */
export function keysOf(model: Model, method: string, given: unknown): string[] | undefined {
  const names = isPlainObject(given)
    ? readOptions(method, given, { names: undefined as unknown }).names
    : given;
  if (names === undefined) return undefined;
  const list: unknown[] = [names].flat();
  const wrong = list.find((name) => typeof name !== "string");
  if (wrong === undefined) return (list as string[]).map((name) => keyOf(model, name));
  throw new TypeError(`${method}: expected names to be strings, got ${describe(wrong)}`);
}

/** Checks what is to become part of a state. */
export function readChanges(model: Model, changes: Readonly<State>): State {
  const read: State = {};
  for (const [name, value] of Object.entries(changes)) {
    const key = keyOf(model, name);
    if (Object.hasOwn(read, key)) throw new TypeError(`${model.name}: "${key}" is given twice`);
    if (value === undefined) continue;
    const trait = model.traits.get(key);
    const made = trait && model.isReference(trait) && isPlainObject(value);
    read[key] = !trait ? value : made ? model.make(trait.kind, value) : readTrait(model.name, trait, value);
  }
  return read;
}
