import type { ArrayLike } from "../array/asarray";
import { describe } from "../array/options";
import { readArray } from "./data";

/** A matrix of values, row by row. */
export interface Matrix {
  rows: number;
  columns: number;
  values: Float64Array;
}

/** Reads a matrix of numbers. */
export function readMatrix(functionName: string, name: string, value: unknown): Matrix {
  const array = readArray(functionName, name, value);
  if (array.shape.length !== 2 || array.size === 0) {
    throw new TypeError(`${functionName}: expected ${name} of shape (rows, columns), got ${describe(array)}`);
  }
  return { rows: array.shape[0], columns: array.shape[1], values: array.data as Float64Array };
}

/** Coordinates along one direction of a matrix: one for each row or column, or one for each entry. */
export type Coordinates = { along: Float64Array } | { grid: Matrix };

/** Reads coordinates with one axis, or with the two of a mesh grid. */
export function readCoordinates(functionName: string, name: string, value: unknown): Coordinates {
  const array = readArray(functionName, name, value);
  const data = array.data as Float64Array;
  if (!data.every(Number.isFinite)) {
    throw new RangeError(`${functionName}: expected ${name} to be finite numbers`);
  }
  if (array.shape.length === 1) return { along: data };
  if (array.shape.length === 2)
    return { grid: { rows: array.shape[0], columns: array.shape[1], values: data } };
  throw new TypeError(`${functionName}: expected ${name} with one or two axes, got ${describe(array)}`);
}

/** What functions of a field take: values alone, or coordinates and values. */
export type FieldArguments<Options> =
  | [z: ArrayLike, options?: Options]
  | [z: ArrayLike, levels: number | ArrayLike, options?: Options]
  | [x: ArrayLike, y: ArrayLike, z: ArrayLike, options?: Options]
  | [x: ArrayLike, y: ArrayLike, z: ArrayLike, levels: number | ArrayLike, options?: Options];
