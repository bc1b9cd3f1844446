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

/** The coordinates of columns or rows; undefined where those of a mesh grid differ between its rows or columns. */
export function straight(name: "x" | "y", coordinates: Coordinates): Float64Array | undefined {
  if ("along" in coordinates) return coordinates.along;
  const { rows, columns, values } = coordinates.grid;
  const [count, step, repeats, stride] =
    name === "x" ? [columns, 1, rows, columns] : [rows, columns, columns, 1];
  for (let k = 0; k < count; k++) {
    for (let r = 1; r < repeats; r++) {
      if (values[k * step + r * stride] !== values[k * step]) return undefined;
    }
  }
  return Float64Array.from({ length: count }, (_, k) => values[k * step]);
}

/** Reads the coordinates of columns or rows. */
export function readStraight(functionName: string, name: "x" | "y", value: unknown): Float64Array {
  const read = straight(name, readCoordinates(functionName, name, value));
  if (read) return read;
  throw new RangeError(
    `${functionName}: expected the same ${name} in all ${name === "x" ? "rows" : "columns"}`,
  );
}

/** What functions of a field take: values alone, or coordinates and values. */
export type FieldArguments<Options> =
  | [z: ArrayLike, options?: Options]
  | [z: ArrayLike, levels: number | ArrayLike, options?: Options]
  | [x: ArrayLike, y: ArrayLike, z: ArrayLike, options?: Options]
  | [x: ArrayLike, y: ArrayLike, z: ArrayLike, levels: number | ArrayLike, options?: Options];
