import { isCount, isObject, wrong } from "./reading";
import { readTree, type TreePart } from "./tree";

/** How large a table is. */
export interface TableSummary {
  kind: "table";
  key: string;
  rows: number;
  columns: number;
}

/** What a list of variables says of a value: an array's type and measures, how large a tree or a table is. */
export type Summary = TreePart | TableSummary;

/**
 * Reads what is said of a variable.
 *
 * @throws TypeError if it is not one, with what is missing.
 */
export function readSummary(value: unknown): Summary {
  if (!isObject(value) || value.kind !== "table") return readTree(value);
  const { kind, key, rows, columns } = value;
  if (typeof key !== "string" || !isCount(rows) || !isCount(columns)) {
    throw wrong("table", "its numbers of rows and columns", value);
  }
  return { kind, key, rows, columns };
}
