import { ndarray } from "../array/ndarray";
import { isPlainObject } from "../array/options";
import { hasGetters } from "./getters";

/** A table by columns: how many rows it has, and what stands in a row of a column. */
export interface Columns {
  rows: number;
  names: readonly string[];
  get(name: string, row: number): unknown;
}

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null;

/** A list with fewer entries than these is read more easily as text. */
const fewestRows = 3;
/** Records of more fields than these are no rows of a table. */
const mostColumns = 200;

/** A list of plain objects with fields that others have, too. */
function records(value: unknown): Columns | undefined {
  if (!Array.isArray(value) || value.length < fewestRows || !value.every(isPlainObject)) return undefined;
  const names = new Set<string>();
  let fields = 0;
  for (const record of value as Json[]) {
    for (const name in record) {
      names.add(name);
      fields++;
    }
    if (names.size > mostColumns) return undefined;
  }
  // Of objects that have little in common, a table would be mostly empty.
  if (names.size === 0 || fields < 0.5 * names.size * value.length) return undefined;
  const get = (name: string, row: number) => (value as Json[])[row][name];
  const simple = [...names].some((name) => !isObject(get(name, 0)) || get(name, 0) instanceof Date);
  return simple ? { rows: value.length, names: [...names], get } : undefined;
}

/** An object of columns, at least one of which holds texts: numbers alone are a tree of arrays. */
function columns(value: unknown): Columns | undefined {
  if (!isPlainObject(value) || hasGetters(value)) return undefined;
  const names = Object.keys(value);
  const lengthOf = (one: unknown) =>
    one instanceof ndarray && one.ndim === 1 ? one.size : Array.isArray(one) ? one.length : -1;
  const rows = names.length > 0 ? lengthOf(value[names[0]]) : -1;
  if (rows < fewestRows || names.length > mostColumns) return undefined;
  if (!names.every((name) => lengthOf(value[name]) === rows)) return undefined;
  if (!names.some((name) => Array.isArray(value[name]) && typeof value[name][0] === "string"))
    return undefined;
  const get = (name: string, row: number) => {
    const column = value[name];
    if (Array.isArray(column)) return column[row] as unknown;
    const { data, dtype } = column as ndarray;
    return dtype === "bool" ? data[row] !== 0 : data[row];
  };
  return { rows, names, get };
}

/** A table of arquero: it knows its rows by `numRows()` and gives a value by the name of a column and a row. */
function arquero(value: unknown): Columns | undefined {
  if (!isObject(value)) return undefined;
  const { numRows, columnNames, get } = value;
  if (typeof numRows !== "function" || typeof columnNames !== "function" || typeof get !== "function") {
    return undefined;
  }
  return {
    rows: numRows.call(value) as number,
    names: columnNames.call(value) as string[],
    get: (name, row) => get.call(value, name, row) as unknown,
  };
}

/** A data frame of danfo: names of columns, and rows. */
function danfo(value: unknown): Columns | undefined {
  if (!isObject(value) || typeof value.head !== "function") return undefined;
  const { columns: names, shape, values } = value;
  if (!Array.isArray(names) || !Array.isArray(values) || !Array.isArray(shape) || shape.length !== 2) {
    return undefined;
  }
  const places = new Map((names as unknown[]).map((name, i) => [String(name), i]));
  const get = (name: string, row: number) => (values as unknown[][])[row][places.get(name)!];
  return { rows: values.length, names: [...places.keys()], get };
}

/** A table of Apache Arrow: a schema, and a vector to each of its fields. */
function arrow(value: unknown): Columns | undefined {
  if (!isObject(value) || typeof value.numRows !== "number" || typeof value.getChild !== "function") {
    return undefined;
  }
  const { fields } = isObject(value.schema) ? value.schema : {};
  if (!Array.isArray(fields)) return undefined;
  const names = (fields as { name: unknown }[]).map(({ name }) => String(name));
  const getChild = value.getChild as (name: string) => { get(row: number): unknown };
  const vectors = new Map(names.map((name) => [name, getChild.call(value, name)]));
  return { rows: value.numRows, names, get: (name, row) => vectors.get(name)!.get(row) };
}

/** Reads a value as a table: a list of records, columns by name, or a table of arquero, danfo or Apache Arrow. */
export const columnsOf = (value: unknown): Columns | undefined =>
  records(value) ?? columns(value) ?? arquero(value) ?? danfo(value) ?? arrow(value);
