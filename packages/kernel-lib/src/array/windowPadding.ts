import { describe } from "./options";

/** How many zeros come before and behind an axis. */
export type Pads = readonly (readonly [low: number, high: number])[];

/**
 * What surrounds the input: `"SAME"` (so many zeros that strides of 1 keep the length), `"VALID"` (nothing), or numbers
 * of zeros: one for all sides, one for each axis, or a pair for each axis.
 */
export type Padding = string | number | readonly (number | readonly [number, number])[];

const isPair = (value: unknown): value is readonly [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isInteger);

/** Reads numbers of zeros; names are given back in capitals. */
export function readPadding(name: string, padding: unknown, rank: number): string | Pads {
  if (typeof padding === "string") return padding.toUpperCase();
  const list: readonly unknown[] = Number.isInteger(padding)
    ? new Array<unknown>(rank).fill(padding)
    : Array.isArray(padding)
      ? padding
      : [];
  const pads = list.flatMap((one): Pads => {
    if (typeof one === "number" && Number.isInteger(one)) return [[one, one]];
    return isPair(one) ? [one] : [];
  });
  if (pads.length === rank && list.length === rank) return pads;
  throw new TypeError(
    `${name}: expected padding to be a name, a whole number, or ${rank} numbers or pairs, got ${describe(padding)}`,
  );
}

/** The zeros that a name or numbers of them stand for, under windows of certain lengths. */
export function padsOf(
  name: string,
  padding: string | Pads,
  lengths: readonly number[],
  windows: readonly number[],
  strides: readonly number[],
): Pads {
  if (typeof padding !== "string") return padding;
  if (padding === "VALID") return lengths.map(() => [0, 0]);
  if (padding !== "SAME") {
    throw new TypeError(`${name}: expected padding "SAME" or "VALID", got ${describe(padding)}`);
  }
  return lengths.map((length, i) => {
    const results = Math.ceil(length / strides[i]);
    const missing = Math.max(0, (results - 1) * strides[i] + windows[i] - length);
    return [Math.floor(missing / 2), Math.ceil(missing / 2)];
  });
}

/** The length of a window whose neighbours are further apart. */
export const reachOf = (length: number, dilation: number): number => (length - 1) * dilation + 1;
