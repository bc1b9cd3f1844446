import { ndarray } from "../array/ndarray";
import type { Storage } from "../array/dtype";
import { mapRows, rowsOf } from "../array/rows";
import { makeStorage } from "../array/traits";
import { takeAlong } from "./gather";
import { front } from "./layout";
import { bindOne, noTangent } from "./bind";
import type { Primitive } from "./primitive";
import { orderByDigits, sortByDigits, suitsDigits } from "./radix";

interface SortParams {
  readonly axis: number;
  readonly descending: boolean;
}

/** Compares numbers; what is not a number comes last. */
export function inOrder(a: number, b: number): number {
  if (a !== a) return b !== b ? 0 : 1;
  if (b !== b) return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The other way round; what is not a number comes last all the same. */
const inReverse = (a: number, b: number): number => (a !== a || b !== b ? inOrder(a, b) : inOrder(b, a));

/** Sorts each row; what a row becomes may be of another type. */
function eachRow(
  x: ndarray,
  axis: number,
  dtype: "int32" | undefined,
  sorted: (row: Storage) => Storage,
): ndarray {
  const rows = rowsOf("sort", x, axis);
  const row = makeStorage(x.dtype, rows.length);
  return mapRows(x, rows, dtype ?? x.dtype, (data, out, start, length, step) => {
    for (let i = 0; i < length; i++) row[i] = data[start + i * step];
    const result = sorted(row);
    for (let i = 0; i < length; i++) out[start + i * step] = result[i];
  });
}

/** Sorts along an axis, NaN last. */
const sortPrimitive: Primitive<SortParams> = {
  name: "sort",
  shape: ([x]) => [x],
  run: ([x], { axis, descending }) => [
    eachRow(x, axis, undefined, (row) => {
      if (suitsDigits(row)) sortByDigits(row, descending);
      // A typed array sorts itself as numbers, NaN last; much faster than by comparison.
      else if (descending) row.sort(inReverse);
      else row.sort();
      return row;
    }),
  ],
  jvp: ([x], [t], { axis, descending }) => {
    const order = argsort(x, axis, descending);
    return {
      outputs: [takeAlong(x, order, axis, "clip")],
      tangents: [t && takeAlong(t, order, axis, "clip")],
    };
  },
  transpose: "none",
  batch: ([x], [own], _, { axis, descending }) => ({
    outputs: [sort(front(x, own), axis + 1, descending)],
    axes: [0],
  }),
};

/** Sorts along an axis, NaN last. */
export function sort(x: ndarray, axis: number, descending = false): ndarray {
  return bindOne(sortPrimitive, [x], { axis, descending });
}

/** The places that sort along an axis, NaN last; equal elements keep their order. */
const argsortPrimitive: Primitive<SortParams> = {
  name: "argsort",
  shape: ([x]) => [{ shape: x.shape, dtype: "int32" }],
  run: ([x], { axis, descending }) => {
    const compare = descending ? inReverse : inOrder;
    return [
      eachRow(x, axis, "int32", (row) =>
        suitsDigits(row)
          ? orderByDigits(row, descending)
          : Int32Array.from(row, (_, i) => i).sort((a, b) => compare(row[a], row[b]) || a - b),
      ),
    ];
  },
  jvp: noTangent(() => argsortPrimitive),
  transpose: "none",
  batch: ([x], [own], _, { axis, descending }) => ({
    outputs: [argsort(front(x, own), axis + 1, descending)],
    axes: [0],
  }),
};

/** The places that sort along an axis, NaN last; equal elements keep their order. */
export function argsort(x: ndarray, axis: number, descending = false): ndarray {
  return bindOne(argsortPrimitive, [x], { axis, descending });
}
