import { describe, isPlainObject } from "../array/options";
import type { Model } from "./model";
import { same } from "./same";
import { WidgetBase } from "./widgetBase";

/** The most characters that a widget is written with. */
const longest = 110;

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return `[${value.map(shown).join(", ")}]`;
  if (isPlainObject(value)) return "{…}";
  return value instanceof WidgetBase ? value.toString() : describe(value);
}

/** A widget as text: its class, and what is not as it would be by default. */
export function textOf(model: Model, state: Readonly<Record<string, unknown>>): string {
  const initial = model.initial();
  const own = [...model.traits.values()].filter(
    (trait) => !trait.name.startsWith("_") && !model.isReference(trait) && !isSecret(model, trait.key),
  );
  const parts = own
    .filter(({ key }) => !same(state[key], initial[key]))
    .map(({ key }) => `${key}: ${shown(state[key])}`);
  const text = parts.length > 0 ? `${model.name}({ ${parts.join(", ")} })` : `${model.name}()`;
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const isSecret = (model: Model, key: string): boolean => model.name === "Password" && key === "value";
