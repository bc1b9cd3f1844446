import { isObject, optional, wrong } from "./reading";

/** The MIME type of a table. */
export const tableType = "application/vnd.tslinen.table.v1+json";

const types = ["number", "string", "boolean", "date", "mixed"] as const;

/** What the values of a column are: "mixed", where they are of several kinds. */
export type ColumnType = (typeof types)[number];

/** A value as JSON has it: dates as milliseconds since 1970, and what is neither number nor truth value as text. */
export type Entry = number | string | boolean | null;

/** A column: what is known of all its rows, and the values of the first ones. */
export interface Column {
  name: string;
  type: ColumnType;
  /** How many rows have no value. */
  missing: number;
  min?: number;
  max?: number;
  mean?: number;
  values: Entry[];
}

/** A table, of which as many rows are there as a notebook should hold. */
export interface Table {
  /** How many rows it has. */
  rows: number;
  columns: Column[];
}

/** How many of a table's rows are there. */
export const rowsHere = ({ rows, columns }: Table): number =>
  Math.min(...columns.map(({ values }) => values.length), rows);

function columnOf(value: unknown): Column {
  if (!isObject(value) || typeof value.name !== "string" || !Array.isArray(value.values)) {
    throw wrong("table", "a column with a name and values", value);
  }
  const type = types.find((one) => one === value.type);
  if (!type) throw wrong("table", `a column of ${types.join(", ")}`, value.type);
  const values = value.values.map((one: unknown): Entry =>
    isObject(one) ? JSON.stringify(one) : (one as Entry),
  );
  const [min, max, mean] = [value.min, value.max, value.mean].map(optional);
  return { name: value.name, type, missing: optional(value.missing) ?? 0, min, max, mean, values };
}

/**
 * Reads a table from what came with the output.
 *
 * @throws TypeError if it is not one, with what is missing.
 */
export function readTable(value: unknown): Table {
  if (!isObject(value) || !Array.isArray(value.columns) || !Number.isSafeInteger(value.rows)) {
    throw wrong("table", "rows and columns", value);
  }
  return { rows: value.rows as number, columns: value.columns.map(columnOf) };
}
