/** How the debugger's list of variables shows a value: on one line, and what is in it. */
import { platform } from "../platform";

/** A name and its value, on one line. */
export interface Described {
  name: string;
  value: string;
  type: string;
  /** Whether there is something in the value. */
  isOpen: boolean;
}

/** Something in a value: a value itself, or a text that stands for it. */
export interface Entry {
  name: string;
  value?: unknown;
  text?: string;
}

/** How many things in a value are listed. */
const most = 200;
/** How many UTF-16 units of a value are shown on its line. */
const widest = 200;

/** A value on one line. */
export function describe(name: string, value: unknown): Described {
  const isOpen = value !== null && typeof value === "object" && entriesOf(value).length > 0;
  return { name, value: preview(value), type: typeOf(value), isOpen };
}

function preview(value: unknown): string {
  let text: string;
  try {
    const sizes = { depth: 1, maxArrayLength: 12, maxStringLength: widest, breakLength: Infinity };
    text = platform().inspect(value, sizes);
  } catch (error) {
    text = `cannot be shown: ${String(error)}`;
  }
  const line = text.replace(/\s*\n\s*/g, " ");
  return line.length > widest ? `${line.slice(0, widest)}…` : line;
}

/** The kind of a value: what `typeof` says, or the name of its class. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  const prototype = Object.getPrototypeOf(value) as { constructor?: { name?: unknown } } | null;
  const name = prototype?.constructor?.name;
  return typeof name === "string" && name !== "" ? name : "object";
}

/** What is in a value, as far as it is listed. No getter is called. */
export function entriesOf(value: object): Entry[] {
  const list = listOf(value);
  const entries = list ? [...list.entries()] : propertiesOf(value);
  const shown = entries.slice(0, most);
  const left = (list?.size ?? entries.length) - shown.length;
  return left > 0 ? [...shown, { name: "…", text: `${left} more` }] : shown;
}

const propertiesOf = (value: object): Entry[] =>
  Reflect.ownKeys(value).flatMap((key): Entry[] => {
    const property = Reflect.getOwnPropertyDescriptor(value, key);
    if (!property) return [];
    const name = String(key);
    return ["value" in property ? { name, value: property.value } : { name, text: "[Getter]" }];
  });

/** A list, a map or a set, of which only the first things are looked at; undefined for other values. */
function listOf(value: object): { size: number; entries(): Entry[] } | undefined {
  const numbered = (of: ArrayLike<unknown>) => ({
    size: of.length,
    entries: () =>
      Array.from({ length: Math.min(of.length, most) }, (_, index) => ({
        name: String(index),
        value: of[index],
      })),
  });
  if (Array.isArray(value)) return numbered(value);
  if (ArrayBuffer.isView(value) && !(value instanceof DataView))
    return numbered(value as unknown as ArrayLike<unknown>);
  if (value instanceof Set) return numbered([...value]);
  if (!(value instanceof Map)) return undefined;
  return {
    size: value.size,
    entries: () => [...value].slice(0, most).map(([key, one]) => ({ name: preview(key), value: one })),
  };
}
