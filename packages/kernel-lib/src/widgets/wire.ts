import { isPlainObject } from "../array/options";
import type { Trait } from "./trait";
import { WidgetBase } from "./widgetBase";

/** A message's state with its bytes apart, each with the way to its place. */
export interface Parted {
  readonly state: Record<string, unknown>;
  readonly paths: (string | number)[][];
  readonly buffers: Uint8Array[];
}

const dayFields = (date: Date) => ({
  year: date.getUTCFullYear(),
  month: date.getUTCMonth(),
  date: date.getUTCDate(),
});

const momentFields = (date: Date) => ({
  ...dayFields(date),
  hours: date.getUTCHours(),
  minutes: date.getUTCMinutes(),
  seconds: date.getUTCSeconds(),
  milliseconds: date.getUTCMilliseconds(),
});

interface Fields {
  year: number;
  month: number;
  date: number;
  hours: number;
  minutes: number;
  seconds: number;
  milliseconds: number;
}

const momentOf = ({
  year,
  month,
  date,
  hours = 0,
  minutes = 0,
  seconds = 0,
  milliseconds = 0,
}: Fields): Date => {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, date);
  moment.setUTCHours(hours, minutes, seconds, milliseconds);
  return moment;
};

function timeFields(time: string) {
  const [hours, minutes, rest] = time.split(":").map(Number);
  return {
    hours,
    minutes,
    seconds: Math.floor(rest),
    milliseconds: Math.round((rest % 1) * 1000),
  };
}

function timeOf({ hours, minutes, seconds, milliseconds }: Fields): string {
  const two = (x: number): string => String(x).padStart(2, "0");
  const part = milliseconds > 0 ? `.${String(Math.round(milliseconds)).padStart(3, "0")}` : "";
  return `${two(hours)}:${two(minutes)}:${two(seconds)}${part}`;
}

interface WireFile {
  name: string;
  type: string;
  size: number;
  last_modified: number;
  content: unknown;
}

/** How some kinds are written in messages, and read. */
const forms: Readonly<Record<string, { write(value: never): unknown; read(value: never): unknown }>> = {
  Date: { write: dayFields, read: momentOf },
  Datetime: { write: momentFields, read: momentOf },
  Time: { write: timeFields, read: timeOf },
  "file[]": {
    write: (files: { lastModified: Date }[]) =>
      files.map(({ lastModified, ...file }) => ({ ...file, last_modified: lastModified.getTime() })),
    read: (files: WireFile[]) =>
      files.map(({ last_modified, ...file }) => ({ ...file, lastModified: new Date(last_modified) })),
  },
  end: {
    write: ([widget, key]: [WidgetBase, string]) => [widget, widget.traitOf(key)?.name],
    read: ([widget, name]: [WidgetBase, string]) => [widget, name],
  },
};

/** Writes a part of a state as messages have it; what holds bytes holds them still. */
export function toWire(trait: Trait, value: unknown): unknown {
  const form = forms[trait.kind];
  return withReferences(form && value !== null ? form.write(value as never) : value);
}

/**
 * Reads a part of a state as messages have it.
 *
 * @param find - Finds a widget by its identity.
 */
export function fromWire(
  trait: Trait,
  value: unknown,
  find: (id: string) => WidgetBase | undefined,
): unknown {
  const form = forms[trait.kind];
  if (form && value !== null) return form.read(value as never);
  return trait.kind.endsWith("Widget[]") || trait.kind === "any" ? withWidgets(value, find) : value;
}

const prefix = "IPY_MODEL_";

function withReferences(value: unknown): unknown {
  if (value instanceof WidgetBase) return prefix + value.modelId;
  return mapped(value, withReferences);
}

function withWidgets(value: unknown, find: (id: string) => WidgetBase | undefined): unknown {
  if (typeof value === "string" && value.startsWith(prefix)) return find(value.slice(prefix.length)) ?? value;
  return mapped(value, (one) => withWidgets(one, find));
}

/** The same list or plain object with other elements; anything else as it is. */
function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  if (Array.isArray(value)) return value.map(change);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, change(one)]));
}

const isBytes = (value: unknown): value is ArrayBuffer | ArrayBufferView =>
  value instanceof ArrayBuffer || ArrayBuffer.isView(value);

/** Takes the bytes out of a state: their places in lists are null, those in objects are gone. */
export function withoutBuffers(state: Record<string, unknown>): Parted {
  const paths: (string | number)[][] = [];
  const buffers: Uint8Array[] = [];
  const strip = (value: unknown, path: (string | number)[]): unknown => {
    if (isBytes(value)) {
      paths.push(path);
      const [buffer, start, length] =
        value instanceof ArrayBuffer
          ? [value, 0, value.byteLength]
          : [value.buffer, value.byteOffset, value.byteLength];
      buffers.push(new Uint8Array(buffer, start, length));
      return null;
    }
    if (Array.isArray(value)) return value.map((one, i) => strip(one, [...path, i]));
    if (!isPlainObject(value)) return value;
    const entries = Object.entries(value).map(([key, one]) => [
      key,
      strip(one, [...path, key]),
      isBytes(one),
    ]);
    return Object.fromEntries(entries.filter(([, , gone]) => !gone) as [string, unknown][]);
  };
  return { state: strip(state, []) as Record<string, unknown>, paths, buffers };
}

/** Puts bytes where they belong in a state that a message has brought. */
export function putBuffers(
  state: Record<string, unknown>,
  paths: readonly (readonly (string | number)[])[],
  buffers: readonly Uint8Array[],
): void {
  paths.forEach((path, i) => {
    let place = state as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) place = place[key] as Record<string | number, unknown>;
    place[path[path.length - 1]] = buffers[i];
  });
}
