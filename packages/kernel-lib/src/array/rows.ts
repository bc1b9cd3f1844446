import { checkAxes, checkAxis } from "./checks";
import type { DType, Storage } from "./dtype";
import { elementsOf, ndarray } from "./ndarray";
import { readNamed, readOptions } from "./options";
import { transposeWords } from "../simd/transpose";
import { runCopier } from "./runs";
import { emptyStorage, isOfWords, makeStorage } from "./traits";

/** One or several axes, counted from the end where negative; null stands for all of them. */
export type Axis = number | readonly number[] | null;

/** The axes that an argument names, counted from the front and in order; all where it is null. */
export function readAxes(functionName: string, axis: Axis | undefined, ndim: number): number[] {
  if (axis === null || axis === undefined) return Array.from({ length: ndim }, (_, i) => i);
  return checkAxes(functionName, axis, ndim).sort((a, b) => a - b);
}

/**
 * An array seen as rows along some of its axes. Row r of them all has its elements at
 * `start(r)`, `start(r) + step`, …, `length` of them.
 */
export interface Rows {
  readonly data: Storage;
  readonly count: number;
  readonly length: number;
  readonly step: number;
  /** The shape without those axes. */
  readonly kept: readonly number[];
  /** The shape with those axes of length 1. */
  readonly ones: readonly number[];
  /** The order of axes in `data` where it is not that of the array. */
  readonly order?: readonly number[];
  start(row: number): number;
}

/** Sees an array as rows along some axes. Where these are neighbours nothing is copied. */
export function rowsOf(functionName: string, x: ndarray, axis: Axis | undefined): Rows {
  const { shape, ndim } = x;
  if (axis === null || axis === undefined) return neighbours(x, 0, ndim);
  if (typeof axis === "number") {
    const one = checkAxis(functionName, axis, ndim);
    return neighbours(x, one, one + 1);
  }
  const axes = checkAxes(functionName, axis, ndim).sort((a, b) => a - b);
  if (axes.length > 0 && axes.every((a, i) => a === axes[0] + i)) {
    return neighbours(x, axes[0], axes[0] + axes.length);
  }
  const order = [...shape.map((_, i) => i).filter((i) => !axes.includes(i)), ...axes];
  const length = axes.reduce((product, i) => product * shape[i], 1);
  return {
    data: reordered(x, order),
    count: length === 0 ? product(shape, (i) => !axes.includes(i)) : x.size / length,
    length,
    step: 1,
    kept: shape.filter((_, i) => !axes.includes(i)),
    ones: shape.map((size, i) => (axes.includes(i) ? 1 : size)),
    order,
    start: (row) => row * length,
  };
}

function product(shape: readonly number[], counts: (axis: number) => boolean): number {
  return shape.reduce((result, length, i) => (counts(i) ? result * length : result), 1);
}

/** Rows along the axes from `first` up to `end`. */
function neighbours(x: ndarray, first: number, end: number): Rows {
  const { shape, ndim } = x;
  const data = elementsOf(x);
  let [count, length, step] = [1, 1, 1];
  const kept: number[] = [];
  const ones: number[] = [];
  for (let i = 0; i < ndim; i++) {
    const along = i >= first && i < end;
    if (along) length *= shape[i];
    else {
      count *= shape[i];
      kept.push(shape[i]);
      if (i >= end) step *= shape[i];
    }
    ones.push(along ? 1 : shape[i]);
  }
  const block = length * step;
  const start =
    step === 1
      ? (row: number): number => row * length
      : (row: number): number => Math.floor(row / step) * block + (row % step);
  return { data, count, length, step, kept, ones, start };
}

/** The elements of an array with its axes in another order: neighbouring groups of axes change places, one pair after the other. */
export function reordered(x: ndarray, order: readonly number[]): Storage {
  let data = elementsOf(x);
  let axes = order.map((_, i) => i);
  const length = (first: number, end: number): number =>
    axes.slice(first, end).reduce((product, axis) => product * x.shape[axis], 1);
  for (let i = 0; i < order.length; i++) {
    const from = axes.indexOf(order[i]);
    if (from === i) continue;
    let end = from + 1;
    while (end < order.length && axes[end] === order[i + end - from]) end++;
    const out = emptyStorage(x.dtype, data.length);
    if (out.length > 0) {
      swap(data, out, length(0, i), length(i, from), length(from, end), length(end, order.length));
    }
    data = out;
    axes = [...axes.slice(0, i), ...axes.slice(from, end), ...axes.slice(i, from), ...axes.slice(end)];
  }
  return data;
}

/** How many rows and columns are swapped at a time, so that both sides stay in the processor's first cache. */
const tile = 32;

/** Transposes so many matrices of runs of elements that stay together. */
function swap(data: Storage, out: Storage, outer: number, rows: number, columns: number, run: number): void {
  if (isOfWords(data) && transposeWords(data, out as typeof data, rows, columns, run)) return;
  if (run > 1) return swapRuns(data, out, outer, rows, columns, run);
  for (let block = 0; block < outer; block++) {
    const start = block * rows * columns;
    for (let row = 0; row < rows; row += tile) {
      const lastRow = Math.min(rows, row + tile);
      for (let column = 0; column < columns; column += tile) {
        const lastColumn = Math.min(columns, column + tile);
        for (let j = column; j < lastColumn; j++) {
          let to = start + j * rows + row;
          for (let i = row, from = start + row * columns + j; i < lastRow; i++, from += columns)
            out[to++] = data[from];
        }
      }
    }
  }
}

/** The same where runs have more than one element. */
function swapRuns(...[data, out, outer, rows, columns, run]: Parameters<typeof swap>): void {
  const copy = runCopier(data, out);
  let to = 0;
  for (let block = 0; block < outer; block++) {
    for (let j = 0; j < columns; j++) {
      for (let i = 0; i < rows; i++, to += run) {
        copy(((block * rows + i) * columns + j) * run, to, run);
      }
    }
  }
}

/**
 * Makes an array of the same shape row by row.
 *
 * @param fill - Computes one row: reads `data` and writes `out`, both from `start` on in steps of `step`.
 */
export function mapRows(
  x: ndarray,
  rows: Rows,
  dtype: DType,
  fill: (data: Storage, out: Storage, start: number, length: number, step: number, row: number) => void,
): ndarray {
  const out = makeStorage(dtype, x.size);
  if (rows.length > 0) {
    for (let row = 0; row < rows.count; row++) {
      fill(rows.data, out, rows.start(row), rows.length, rows.step, row);
    }
  }
  return arranged(x, rows, out, dtype);
}

/** An array of the shape of another, of elements in the order of that one's rows. */
export function arranged(x: ndarray, { order }: Rows, out: Storage, dtype: DType): ndarray {
  if (order === undefined) return new ndarray(out, x.shape, dtype);
  const moved = new ndarray(
    out,
    order.map((axis) => x.shape[axis]),
    dtype,
  );
  const back = order.map((_, axis) => order.indexOf(axis));
  return new ndarray(reordered(moved, back), x.shape, dtype);
}

/** Makes an array of one element a row. */
export function reduceRows(
  rows: Rows,
  dtype: DType,
  keepdims: boolean,
  reduce: (data: Storage, start: number, length: number, step: number, row: number) => number,
): ndarray {
  const out = makeStorage(dtype, rows.count);
  for (let row = 0; row < rows.count; row++) {
    out[row] = reduce(rows.data, rows.start(row), rows.length, rows.step, row);
  }
  return new ndarray(out, keepdims ? rows.ones : rows.kept, dtype);
}

/** An axis by itself or among options: `0`, `[0, 1]`, `{ axis: 0, keepdims: true }`. */
export type AxisOr<Options> = Axis | Options;

/** Reads an axis that is given by itself, perhaps with options behind it, or among options. */
export function readAxisOr<Options extends { axis?: Axis }>(
  functionName: string,
  given: unknown,
  defaults: Options,
  more?: unknown,
): Options {
  if (more !== undefined && more !== null) {
    return readNamed(functionName, { axis: given }, more, defaults);
  }
  if (given === undefined) return defaults;
  if (given === null || typeof given === "number" || Array.isArray(given) || given instanceof ndarray) {
    return { ...defaults, axis: given as Axis };
  }
  return readOptions(functionName, given, defaults);
}
