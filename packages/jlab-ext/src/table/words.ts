import type { TranslationBundle } from "@jupyterlab/translation";
import type { Column, Entry } from "tslinen/dist/payloads.mjs";
import { counted } from "../tree/numbers";

/** An entry as it is read. */
export function inWords(value: Entry, { type }: Pick<Column, "type">): string {
  if (value === null) return "";
  if (typeof value === "number" && type === "date") {
    return new Date(value)
      .toISOString()
      .replace("T00:00:00.000Z", "")
      .replace("T", " ")
      .replace(/\.000Z$|Z$/, "");
  }
  if (typeof value === "number") return String(Number(value.toPrecision(7))).replace("-", "−");
  return String(value);
}

/** How large a table is. */
export function sizeInWords(rows: number, columns: number, trans: TranslationBundle): string {
  return trans.__(
    "%1 × %2",
    trans._n("%2 row", "%2 rows", rows, counted(rows)),
    trans._n("%2 column", "%2 columns", columns, counted(columns)),
  );
}

/** A thousand entries from all over a column: numbers of rows, say, are longest at its end. */
function sampleOf({ values }: Column): readonly Entry[] {
  const step = Math.ceil(values.length / 1000);
  return values.filter((_, i) => (values.length - 1 - i) % step === 0);
}

/** Widths of columns in pixels: as wide as what they hold, within bounds. */
export function widthsOf(columns: readonly Column[]): number[] {
  const [letter, room, least, most] = [7.2, 30, 70, 320];
  return columns.map((column) => {
    const lengths = sampleOf(column).map((value) => inWords(value, column).length);
    const longest = Math.max(column.name.length + 2, column.type.length, ...lengths);
    return Math.round(Math.min(most, Math.max(least, longest * letter + room)));
  });
}
