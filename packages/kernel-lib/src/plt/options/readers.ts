import { describe } from "../../array/options";
import { daysOf, isDate } from "../dates";
import type { Reader } from "./option";

/** A number, an array that holds just one, such as `x.max()`, or where numbers are places along an axis a date. */
export type Scalar = number | Date | { readonly size: number; item(): number };

/** The number that stands for a value: of a date, its days since 1970; anything else as it is. */
export function scalarOf(value: unknown): unknown {
  if (isDate(value)) return daysOf(value);
  if (typeof value !== "object" || value === null) return value;
  const { item, size } = value as { item?: unknown; size?: unknown };
  return typeof item === "function" && size === 1 ? (item.call(value) as unknown) : value;
}

const expected = (functionName: string, name: string, what: string, value: unknown) =>
  new TypeError(`${functionName}: expected ${name} to be ${what}, got ${describe(value)}`);

/** Reads a finite number within bounds. */
export const number =
  (low = -Infinity, high = Infinity): Reader<Scalar, number> =>
  (functionName, name, given) => {
    const value = scalarOf(given);
    if (typeof value === "number" && Number.isFinite(value) && value >= low && value <= high) return value;
    const bounds =
      high < Infinity ? ` from ${low} to ${high}` : low === 0 ? ", not negative" : low > 0 ? " above 0" : "";
    throw expected(functionName, name, `a number${bounds}`, given);
  };

/** Reads a number that is not negative. */
export const notNegative = number(0);

/** Reads a share, from 0 to 1. */
export const share = number(0, 1);

/** Reads one of some words. */
export const choice =
  <Word extends string>(...words: readonly Word[]): Reader<Word, Word> =>
  (functionName, name, value) => {
    if (words.includes(value as Word)) return value as Word;
    throw expected(functionName, name, `one of ${words.map((word) => `"${word}"`).join(", ")}`, value);
  };

/** Reads a string; numbers and truth values are written out. */
export const text: Reader<string | number, string> = (functionName, name, value) => {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  throw expected(functionName, name, "a string", value);
};

/** Reads true or false. */
export const flag: Reader<boolean, boolean> = (functionName, name, value) => {
  if (typeof value === "boolean") return value;
  throw expected(functionName, name, "true or false", value);
};

/** Reads a pair of numbers. */
export const pair: Reader<readonly [Scalar, Scalar], [number, number]> = (functionName, name, given) => {
  const values = Array.isArray(given) ? given.map(scalarOf) : [];
  if (values.length === 2 && values.every((value) => typeof value === "number" && Number.isFinite(value))) {
    return values as [number, number];
  }
  throw expected(functionName, name, "a pair of numbers", given);
};

/** Takes a value as it is: whoever asks for it reads it with what else there is. */
export const given =
  <T>(): Reader<T, T> =>
  (_, __, value) =>
    value as T;
