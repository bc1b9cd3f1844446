import { ndarray } from "../array/ndarray";
import type { Glance } from "../display";
import { treeType, type Summary } from "../payloads";
import { columnsOf } from "./columns";
import { arrayOf, arraySummary, treeSummary } from "./tree";

/** So many rows tell whether a list is a table. */
const looked = 100;

/** How large a table is; of a long list, its first rows are looked at. */
function tableSummary(value: unknown): Summary | undefined {
  const columns = columnsOf(Array.isArray(value) ? value.slice(0, looked) : value);
  const rows = Array.isArray(value) ? value.length : (columns?.rows ?? 0);
  return columns && { kind: "table", key: "", rows, columns: columns.names.length };
}

/** How arrays, trees of arrays and tables are listed among a kernel's variables. */
export const valuesGlance: Glance = {
  summary: (value) =>
    value instanceof ndarray ? arraySummary(value) : (tableSummary(value) ?? treeSummary(value)),
  detail: (value) =>
    value instanceof ndarray ? { [treeType]: arrayOf(value), "text/plain": value.toString() } : undefined,
};
