import type { Column, Entry } from "tslinen/dist/payloads.mjs";

/** A column to sort by, and which way. */
export interface Sorting {
  column: Column;
  descending: boolean;
}

/** Of two entries, which comes first: numbers before texts, false before true. */
function compare(one: Entry, other: Entry): number {
  if (typeof one === "string" && typeof other === "string") return one.localeCompare(other);
  if (typeof one === "string" || typeof other === "string") return typeof one === "string" ? 1 : -1;
  return Number(one) - Number(other);
}

/** The rows in order; those without a value come last, whichever way, and equal ones stay as they were. */
export function orderOf(rows: number, sorting?: Sorting): Uint32Array {
  const order = Uint32Array.from({ length: rows }, (_, row) => row);
  if (!sorting) return order;
  const { values } = sorting.column;
  const sign = sorting.descending ? -1 : 1;
  return order.sort((a, b) => {
    const [one, other] = [values[a], values[b]];
    if (one === null || other === null) return Number(one === null) - Number(other === null) || a - b;
    return sign * compare(one, other) || a - b;
  });
}
