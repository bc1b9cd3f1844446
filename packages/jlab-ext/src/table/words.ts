import type { Column, Entry } from "tslinen/dist/payloads.mjs";

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

/** Widths of columns in pixels: as wide as what they hold, within bounds. */
export function widthsOf(columns: readonly Column[]): number[] {
  const [letter, room, least, most] = [7.2, 30, 70, 320];
  return columns.map((column) => {
    const lengths = column.values.slice(0, 200).map((value) => inWords(value, column).length);
    const longest = Math.max(column.name.length + 2, column.type.length, ...lengths);
    return Math.round(Math.min(most, Math.max(least, longest * letter + room)));
  });
}
