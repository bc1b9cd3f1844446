import type { Column, Entry, Table } from "../payloads";
import { grouped } from "./grouped";

/** As text, a table has no more rows, nor columns, and no wider ones. */
const most = { rows: 10, columns: 8, width: 24 };

function written(value: Entry, { type }: Column): string {
  if (value === null) return "";
  const text =
    type === "date"
      ? new Date(value as number).toISOString().replace(/T00:00:00\.000Z$/, "")
      : typeof value === "number"
        ? String(Number(value.toPrecision(6)))
        : String(value);
  return text.length > most.width ? `${text.slice(0, most.width - 1)}…` : text;
}

/** Writes the first rows of a table as text, in columns, and how many there are. */
export function tableText({ rows, columns }: Table): string {
  const shown = columns.slice(0, most.columns);
  const count = Math.min(rows, most.rows);
  const cells = shown.map((column) => {
    const lines = [
      column.name.slice(0, most.width),
      ...column.values.slice(0, count).map((one) => written(one, column)),
    ];
    const width = Math.max(...lines.map(({ length }) => length));
    return lines.map((line) => (column.type === "number" ? line.padStart(width) : line.padEnd(width)));
  });
  const lines = Array.from({ length: count + 1 }, (_, i) =>
    cells
      .map((column) => column[i])
      .join("  ")
      .trimEnd(),
  );
  const size = `${grouped(rows)} rows × ${grouped(columns.length)} columns`;
  return [...lines, ...(rows > count || columns.length > shown.length ? ["…"] : []), `[${size}]`].join("\n");
}
