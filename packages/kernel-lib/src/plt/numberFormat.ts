import { describe } from "../array/options";
import type { Reader } from "./options/option";

/** How a number is written: a function, or a format of Python's, such as "%.2f", "{:.1f} s" or "{x:.0%}". */
export type NumberFormat = string | ((value: number) => string);

const percent = /%(?<sign>\+)?(?<width>\d+)?(?:\.(?<digits>\d+))?(?<kind>[dfegs%])/g;
const braces =
  /\{\{|\}\}|\{x?(?::(?<sign>\+)?(?<width>\d+)?(?<comma>,)?(?:\.(?<digits>\d+))?(?<kind>[dfeg%])?)?\}/g;

/** An exponent of at least two digits, as C writes it. */
const exponential = (text: string) => text.replace(/e([+-])(\d)$/, "e$10$2");

/** As many digits as ask for, without zeros at the end; with an exponent where that is shorter. */
function general(value: number, digits: number): string {
  const [, exponent] = value.toExponential(Math.max(0, digits - 1)).split("e");
  const power = Number(exponent);
  const short = (text: string) => (text.includes(".") ? text.replace(/\.?0+$/, "") : text);
  if (power >= -4 && power < digits) return short(value.toFixed(Math.max(0, digits - 1 - power)));
  return exponential(`${short(value.toExponential(digits - 1).split("e")[0])}e${exponent}`);
}

/** Writes a number by the parts of a format. */
function written(value: number, parts: Record<string, string | undefined>, floats = false): string {
  const { sign, width = "", comma, digits, kind } = parts;
  const precision = digits === undefined ? 6 : Number(digits);
  const plain = {
    d: () => Math.trunc(value).toString(),
    f: () => value.toFixed(precision),
    e: () => exponential(value.toExponential(precision)),
    g: () => general(value, Math.max(1, precision)),
    "%": () => `${(100 * value).toFixed(precision)}%`,
    // Python writes whole numbers that are of its type for fractions with a decimal.
    s: () => (floats && Number.isInteger(value) ? value.toFixed(1) : String(value)),
  }[kind ?? (digits === undefined ? "s" : "g")] as () => string;
  const text = Number.isFinite(value) ? plain() : String(value).replace("Infinity", "inf").toLowerCase();
  const grouped = comma ? text.replace(/\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ",")) : text;
  const signed = sign && value >= 0 ? `+${grouped}` : grouped;
  if (!width.startsWith("0")) return signed.padStart(Number(width));
  const [before, unsigned] = /^[+-]/.test(signed) ? [signed[0], signed.slice(1)] : ["", signed];
  return before + unsigned.padStart(Number(width) - before.length, "0");
}

/**
 * Reads how numbers are to be written.
 *
 * @param functionName - The function that takes the format, for messages.
 * @param option - What it is called there.
 * @param floats - Whether numbers without a format of their own have a decimal even if they are whole. Default: false.
 * @throws TypeError for a string without a place for the number, or anything else that is not a function.
 */
export function readNumberFormat(
  functionName: string,
  option: string,
  format: unknown,
  floats = false,
): (value: number) => string {
  if (typeof format === "function") {
    return (value) => String((format as (value: number) => unknown)(value));
  }
  if (typeof format === "string") {
    if (format.replaceAll("%%", "").search(percent) >= 0) {
      return (value) =>
        format.replace(percent, (...match) => {
          const parts = match.at(-1) as Record<string, string>;
          return parts.kind === "%" ? "%" : written(value, parts);
        });
    }
    const places = [...format.matchAll(braces)].filter(([text]) => text.length !== 2 || text === "{}");
    if (places.length > 0) {
      return (value) =>
        format.replace(braces, (text: string, ...match) =>
          text === "{{" || text === "}}"
            ? text[0]
            : written(value, match.at(-1) as Record<string, string | undefined>, floats),
        );
    }
  }
  throw new TypeError(
    `${functionName}: expected ${option} to be a function or a format such as "%.2f" or "{:.1f}", got ${describe(format)}`,
  );
}

/** Reads how numbers are written. */
export const numberFormat: Reader<NumberFormat, (value: number) => string> = (functionName, name, value) =>
  readNumberFormat(functionName, name, value);
