/** The MIME type of a table. */
export const tableType = "application/vnd.tslinen.table.v1+json";

const types = ["number", "string", "boolean", "date", "mixed"] as const;

/** What the values of a column are. */
export type ColumnType = (typeof types)[number];

export type Entry = number | string | boolean | null;

/** A column: what is known of all its rows, and the values of the first ones. */
export interface Column {
  name: string;
  type: ColumnType;
  missing: number;
  min?: number;
  max?: number;
  mean?: number;
  values: Entry[];
}

/** A table, of which only the first rows may be there. */
export interface Table {
  /** How many rows it has. */
  rows: number;
  /** How many of them are there. */
  here: number;
  columns: Column[];
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const wrong = (what: string, value: unknown) =>
  new TypeError(`table: expected ${what}, got ${(JSON.stringify(value) ?? "nothing").slice(0, 80)}`);
const optional = (value: unknown) => (typeof value === "number" ? value : undefined);

function columnOf(value: unknown): Column {
  if (!isObject(value) || typeof value.name !== "string" || !Array.isArray(value.values)) {
    throw wrong("a column with a name and values", value);
  }
  const type = types.find((one) => one === value.type);
  if (!type) throw wrong(`a column of ${types.join(", ")}`, value.type);
  const values = value.values.map((one: unknown): Entry =>
    isObject(one) ? JSON.stringify(one) : (one as Entry),
  );
  const [min, max, mean] = [value.min, value.max, value.mean].map(optional);
  return { name: value.name, type, missing: optional(value.missing) ?? 0, min, max, mean, values };
}

/**
 * Reads a table from what came with the output.
 *
 * @throws TypeError if it is none, with what is missing.
 */
export function readTable(value: unknown): Table {
  if (!isObject(value) || !Array.isArray(value.columns) || !Number.isSafeInteger(value.rows)) {
    throw wrong("rows and columns", value);
  }
  const columns = value.columns.map(columnOf);
  const here = Math.min(...columns.map(({ values }) => values.length), value.rows as number);
  return { rows: value.rows as number, here, columns };
}
