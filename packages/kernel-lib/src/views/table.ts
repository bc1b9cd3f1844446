import type { Column, ColumnType, Entry, Table } from "../payloads";
import { columnsOf, type Columns } from "./columns";
import { rounded } from "./statistics";

/** A table holds no more values than these, and at least so many rows. */
const most = { values: 20_000, rows: 50 };
const longestText = 200;

const isMissing = (value: unknown) =>
  value === null || value === undefined || (typeof value === "number" && Number.isNaN(value));

function typeOf(value: unknown): ColumnType {
  if (typeof value === "bigint") return "number";
  if (value instanceof Date) return "date";
  const type = typeof value;
  return type === "number" || type === "string" || type === "boolean" ? type : "mixed";
}

/** A value as JSON can say it. */
function entry(value: unknown): Entry {
  if (isMissing(value)) return null;
  if (value instanceof Date) return value.getTime();
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  const text = typeof value === "string" ? value : inWords(value);
  return text.length > longestText ? `${text.slice(0, longestText)}…` : text;
}

function inWords(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return String(value); // a circle
  }
}

function columnOf({ rows, get }: Columns, name: string, sent: number): Column {
  let type: ColumnType | undefined;
  let [missing, sum, count, min, max] = [0, 0, 0, Infinity, -Infinity];
  const values: Entry[] = [];
  for (let row = 0; row < rows; row++) {
    const value = get(name, row);
    if (row < sent) values.push(entry(value));
    if (isMissing(value)) {
      missing++;
      continue;
    }
    const own = typeOf(value);
    type = type === undefined || type === own ? own : "mixed";
    const number = own === "number" || own === "date" ? Number(value) : NaN;
    if (!Number.isFinite(number)) continue;
    sum += number;
    count++;
    if (number < min) min = number;
    if (number > max) max = number;
  }
  const measured = count > 0 && (type === "number" || type === "date");
  return {
    name,
    type: type ?? "mixed",
    missing,
    ...(measured && { min, max }),
    ...(measured && type === "number" && { mean: rounded(sum / count, 6) }),
    values,
  };
}

/** Describes a table, with its first rows; undefined for what is none. */
export function tableOf(value: unknown): Table | undefined {
  const columns = columnsOf(value);
  if (!columns || columns.names.length === 0) return undefined;
  const sent = Math.max(most.rows, Math.floor(most.values / columns.names.length));
  return { rows: columns.rows, columns: columns.names.map((name) => columnOf(columns, name, sent)) };
}
