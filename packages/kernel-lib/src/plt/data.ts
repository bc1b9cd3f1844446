import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { describe } from "../array/options";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";

/** Values to draw: numbers in any form np knows, or names, each of which takes a place along the axis. */
export type Data = ArrayLike | readonly string[];

/** Values that have been understood, not yet placed on axes. */
export interface Series {
  readonly length: number;
  /** One list of numbers a column; names have a single column. */
  readonly columns: readonly Float64Array[];
  readonly names?: readonly string[];
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string");

/** Reads numbers or names, in one dimension or, by columns, in two. */
export function readSeries(functionName: string, name: string, value: unknown): Series {
  if (isNames(value))
    return { length: value.length, columns: [new Float64Array(value.length)], names: value };
  const array = readArray(functionName, name, value);
  const { shape } = array;
  const data = array.data as Float64Array;
  if (shape.length <= 1) return { length: data.length, columns: [data] };
  if (shape.length > 2) {
    throw new TypeError(`${functionName}: expected ${name} with one or two axes, got ${describe(array)}`);
  }
  const [rows, count] = shape;
  const columns = Array.from({ length: count }, (_, j) => {
    const values = new Float64Array(rows);
    for (let i = 0; i < rows; i++) values[i] = data[i * count + j];
    return values;
  });
  return { length: rows, columns };
}

/** Reads an array of float64. Nothing but numbers passes; null and undefined in lists count as gaps. */
export function readArray(functionName: string, name: string, value: unknown) {
  const gaps = Array.isArray(value) && value.some((entry) => entry === null);
  const numbers = gaps ? (value as unknown[]).map((entry) => (entry === null ? NaN : entry)) : value;
  if (typeof value === "string" || value === null || value === undefined) {
    throw new TypeError(`${functionName}: expected ${name} to be numbers, got ${describe(value)}`);
  }
  return toArray(functionName, numbers, "float64");
}

/** Reads numbers in one dimension; a single number counts as one. */
export function readNumbers(functionName: string, name: string, value: unknown): Float64Array {
  const { columns, names } = readSeries(functionName, name, value);
  if (columns.length !== 1 || names) {
    throw new TypeError(
      `${functionName}: expected ${name} to be numbers with one axis, got ${describe(value)}`,
    );
  }
  return columns[0];
}

/** Reads numbers or names in one dimension. */
export function readPlaces(functionName: string, name: string, value: unknown): Series {
  const series = readSeries(functionName, name, value);
  if (series.columns.length !== 1) {
    throw new TypeError(`${functionName}: expected ${name} with one axis, got ${describe(value)}`);
  }
  return series;
}

/** The numbers of a series on the axes it is drawn on, where names have taken their places. */
export function place(axes: AxesBase, direction: Direction, series: Series): readonly Float64Array[] {
  if (series.names === undefined) return series.columns;
  const { dimension } = axes.axisOf(direction);
  return [Float64Array.from(series.names, (name) => dimension.place(name))];
}

/** The numbers 0, 1, 2, … */
export const counting = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => i);
