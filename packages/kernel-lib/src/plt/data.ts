import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { daysOf, isDate, looksLikeDate } from "./dates";
import { describe } from "../array/options";
import type { Direction } from "./model/artist";
import type { AxesBase } from "./model/axes";

/**
 * Values to draw: numbers in any form np knows; names, each of which takes a place along the axis; or dates, whose axis
 * has ticks at dates, in UTC.
 */
export type Data = ArrayLike | readonly string[] | readonly Date[] | Date;

/** Values that have been understood, not yet placed on axes. */
export interface Series {
  readonly length: number;
  /** One list of numbers a column; names have a single column. */
  readonly columns: readonly Float64Array[];
  readonly names?: readonly string[];
  /** Whether the numbers are days since 1970. */
  readonly dates?: boolean;
}

const isNames = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === "string");

/** Reads a moment or a list of them as days since 1970; undefined where it is neither. null counts as a gap. */
function readDates(value: unknown): Float64Array | undefined {
  if (isDate(value)) return Float64Array.of(daysOf(value));
  const dated =
    Array.isArray(value) && value.some(isDate) && value.every((entry) => entry === null || isDate(entry));
  if (!dated) return undefined;
  return Float64Array.from(value as (Date | null)[], (entry) => (entry === null ? NaN : daysOf(entry)));
}

/** Reads numbers or names, in one dimension or, by columns, in two. */
export function readSeries(functionName: string, name: string, value: unknown): Series {
  if (isNames(value)) {
    if (value.every(looksLikeDate)) {
      throw new TypeError(
        `${functionName}: expected ${name} to be Date values, such as new Date(${describe(value[0])}), got dates as strings`,
      );
    }
    return { length: value.length, columns: [new Float64Array(value.length)], names: value };
  }
  const moments = readDates(value);
  if (moments) return { length: moments.length, columns: [moments], dates: true };
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
  const { dimension } = axes.axisOf(direction);
  if (series.dates) dimension.dates = true;
  if (series.names === undefined) return series.columns;
  return [Float64Array.from(series.names, (name) => dimension.place(name))];
}

/** The numbers 0, 1, 2, … */
export const counting = (length: number): Float64Array => Float64Array.from({ length }, (_, i) => i);
