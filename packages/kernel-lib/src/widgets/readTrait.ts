import { describe, isPlainObject } from "../array/options";
import type { Trait } from "./trait";
import { WidgetBase } from "./widgetBase";

/** What a value is to be, in words, and how it is read: undefined for what is none. */
interface Kind {
  readonly words: string;
  read(value: unknown): unknown;
}

/** A number, also that of an array of one element. */
function numberOf(value: unknown): number | undefined {
  const { size, item } = (value ?? {}) as { size?: unknown; item?: () => unknown };
  const one = size === 1 && typeof item === "function" ? item.call(value) : value;
  return typeof one === "number" && !Number.isNaN(one) ? one : undefined;
}

const wholeOf = (value: unknown): number | undefined => {
  const one = numberOf(value);
  return Number.isInteger(one) ? one : undefined;
};

const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

const isDate = (value: unknown): value is Date => value instanceof Date && !Number.isNaN(value.getTime());

function bytesOf(value: unknown): Uint8Array | undefined {
  if (typeof value === "string") return new TextEncoder().encode(value);
  if (value instanceof ArrayBuffer) return new Uint8Array(value);
  if (!ArrayBuffer.isView(value)) return undefined;
  return new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
}

/** A list whose elements can be read, of a given length if there is one. */
function listOf(words: string, read: (value: unknown) => unknown, length?: number): Kind {
  return {
    words,
    read(value) {
      if (!isIterable(value) || typeof value === "string") return undefined;
      const list = [...value].map(read);
      const isRight = !list.includes(undefined) && (length === undefined || list.length === length);
      return isRight ? list : undefined;
    },
  };
}

const isIterable = (value: unknown): value is Iterable<unknown> =>
  typeof (value as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] === "function";

const aWidget = (value: unknown): unknown => (value instanceof WidgetBase ? value : undefined);

/** A time of day, written with all its parts. */
function timeOf(value: unknown): string | undefined {
  const match = /^(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?$/.exec(String(value));
  if (!match || Number(match[1]) > 23 || Number(match[2]) > 59 || Number(match[3] ?? 0) > 59)
    return undefined;
  const [, hours, minutes, seconds = "00", part] = match;
  return `${hours}:${minutes}:${seconds}${Number(part ?? 0) > 0 ? `.${(part as string).padEnd(3, "0")}` : ""}`;
}

/** Dates are midnights in UTC. */
const dayOf = (value: unknown): Date | undefined =>
  isDate(value) ? new Date(Math.floor(value.getTime() / 86_400_000) * 86_400_000) : undefined;

const numberOrText = (read: (value: unknown) => number | undefined) => (value: unknown) =>
  textOf(value) ?? read(value);

const kinds: Readonly<Record<string, Kind>> = {
  int: { words: "a whole number", read: wholeOf },
  float: { words: "a number", read: numberOf },
  bool: { words: "true or false", read: (value) => (typeof value === "boolean" ? value : undefined) },
  string: { words: "a string", read: textOf },
  bytes: { words: "bytes, or a string", read: bytesOf },
  pixels: {
    words: "a number of pixels",
    read: (value) => textOf(value) ?? numberOf(value)?.toString(),
  },
  Date: { words: "a Date", read: dayOf },
  Datetime: { words: "a Date", read: (value) => (isDate(value) ? value : undefined) },
  Time: { words: 'a time such as "12:34" or "12:34:56"', read: timeOf },
  "int|string": { words: "a whole number", read: numberOrText(wholeOf) },
  "float|string": { words: "a number", read: numberOrText(numberOf) },
  "string[]": listOf("a list of strings", textOf),
  "int[]": listOf("a list of whole numbers", wholeOf),
  "float[]": listOf("a list of numbers", numberOf),
  "int pair": listOf("two whole numbers", wholeOf, 2),
  "float pair": listOf("two numbers", numberOf, 2),
  "object[]": listOf("a list of objects", (value) => (isPlainObject(value) ? value : undefined)),
  "file[]": listOf("a list of files", (value) => (isPlainObject(value) ? value : undefined)),
  "Widget[]": listOf("a list of widgets", aWidget),
  end: {
    words: 'a widget and the name of what is linked, such as [slider, "value"]',
    read(value) {
      if (!Array.isArray(value) || value.length !== 2) return undefined;
      const [widget, key] = value as unknown[];
      const isEnd = widget instanceof WidgetBase && typeof key === "string" && widget.traitOf(key);
      return isEnd ? [widget, isEnd.key] : undefined;
    },
  },
  any: { words: "a value", read: (value) => value },
};

/**
 * Reads what is to become a part of a widget's state.
 *
 * @param owner - The widget's class, for messages.
 * @throws TypeError if the value does not fit.
 */
export function readTrait(owner: string, trait: Trait, value: unknown): unknown {
  if (value === null && trait.nullable) return null;
  const kind = kinds[trait.kind] ?? { words: `a ${trait.kind}, or an object`, read: aWidget };
  const read = kind.read(value);
  const { choices } = trait;
  const isChosen = choices && typeof read === "string";
  const chosen = isChosen ? choices.find((one) => one.toLowerCase() === read.toLowerCase()) : read;
  if (chosen !== undefined) return chosen;
  const named = choices?.map((one) => JSON.stringify(one)).join(", ");
  const union = trait.kind.includes("|") ? `${kind.words} or ${named}` : undefined;
  const words = union ?? (named ? `one of ${named}` : kind.words);
  throw new TypeError(
    `${owner}: expected ${trait.key} to be ${words}${trait.nullable ? " or null" : ""}, got ${describe(value)}`,
  );
}
