import type { TranslationBundle } from "@jupyterlab/translation";

export type Row = Readonly<Record<string, unknown>>;

/** Rows shown: more make a page slow, and nobody reads them; the CSV file has them all. */
const shown = 1000;

/** The names of all columns, in order of appearance. */
export function columnsOf(rows: readonly Row[]): string[] {
  const names = new Set<string>();
  for (const row of rows) for (const name of Object.keys(row)) names.add(name);
  return [...names];
}

function inWords(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return value.toISOString();
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** Rows as comma-separated values after RFC 4180, with a line of names. */
export function csv(rows: readonly Row[]): string {
  const names = columnsOf(rows);
  const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const lines = [names, ...rows.map((row) => names.map((name) => inWords(row[name])))];
  return lines.map((cells) => cells.map(quote).join(",")).join("\r\n");
}

/** A table of rows, as HTML that every reader and screen reader knows. */
export function table(rows: readonly Row[], caption: string, trans: TranslationBundle): HTMLElement {
  const names = columnsOf(rows);
  const node = document.createElement("table");
  node.className = "tsl-Data-table";
  const title = node.createCaption();
  title.textContent =
    rows.length > shown
      ? trans.__("%1: the first %2 of %3 rows", caption, shown, rows.length)
      : trans._n("%2: %1 row", "%2: %1 rows", rows.length, caption);
  const head = node.createTHead().insertRow();
  for (const name of names) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.textContent = name;
    head.append(cell);
  }
  const body = node.createTBody();
  for (const row of rows.slice(0, shown)) {
    const line = body.insertRow();
    for (const name of names) {
      const cell = line.insertCell();
      cell.textContent = inWords(row[name]);
      if (typeof row[name] === "number") cell.className = "tsl-Data-number";
    }
  }
  return node;
}
