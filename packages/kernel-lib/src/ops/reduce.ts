import * as e from "../expr";
import { ndarray } from "../array/ndarray";
import type { DType, Storage } from "../array/dtype";
import { isFloating } from "../array/traits";
import { reduceRows, rowsOf } from "../array/rows";
import { broadcast, ones, sum } from "./broadcast";
import { cumulative } from "./cumulative";
import { foldFloats } from "./folding";
import { front, reshape, transpose } from "./layout";
import { full, mapped, multiply, scalar, where } from "./map";
import { bindOne, noTangent } from "./bind";
import { lengthOf, type Primitive } from "./primitive";
import { sliceAxis } from "./slice";
import { concatenate } from "./concatenate";

/** How elements become one: the largest, the smallest, the product, whether any or all are true. */
export type Folding = "max" | "min" | "prod" | "any" | "all";

interface ReduceParams {
  readonly by: Folding;
  readonly axes: readonly number[];
}

type Fold = (data: Storage, start: number, length: number, step: number) => number;

/** Finds the extreme of a row; NaN where there is one. */
const extreme =
  (isMore: (a: number, b: number) => boolean): Fold =>
  (data, start, length, step) => {
    let most = data[start];
    for (let i = 1, at = start + step; i < length && most === most; i++, at += step) {
      const value = data[at];
      if (isMore(value, most) || value !== value) most = value;
    }
    return most;
  };

const largest = extreme((a, b) => a > b);
const smallest = extreme((a, b) => a < b);

/** Looks for a true element, or for a false one. */
const search =
  (wanted: boolean): Fold =>
  (data, start, length, step) => {
    for (let i = 0, at = start; i < length; i++, at += step) {
      if ((data[at] !== 0) === wanted) return wanted ? 1 : 0;
    }
    return wanted ? 0 : 1;
  };

function product(dtype: DType): Fold {
  const times = isFloating(dtype) ? (a: number, b: number) => a * b : Math.imul;
  return (data, start, length, step) => {
    let result = 1;
    for (let i = 0, at = start; i < length; i++, at += step) result = times(result, data[at]);
    return result;
  };
}

const folds: Readonly<Record<Folding, (dtype: DType) => Fold>> = {
  max: () => largest,
  min: () => smallest,
  prod: product,
  any: () => search(true),
  all: () => search(false),
};

/** Makes one element of all along axes, which go. Where there are none to make it of, the caller has seen to that. */
const reducePrimitive: Primitive<ReduceParams> = {
  name: "reduce",
  shape: ([x], { axes }) => [{ shape: x.shape.filter((_, axis) => !axes.includes(axis)), dtype: x.dtype }],
  run: ([x], { by, axes }) => {
    const rows = rowsOf(by, x, axes);
    const folded = by === "max" || by === "min" ? foldFloats(by, rows, x.dtype) : undefined;
    return [folded ?? reduceRows(rows, x.dtype, false, folds[by](x.dtype))];
  },
  jvp: ([x], [t], { by, axes }) => {
    const output = reduce(by, x, axes);
    if (!t || by === "any" || by === "all") return { outputs: [output], tangents: [null] };
    if (by === "prod")
      return { outputs: [output], tangents: [sum(multiply(t, productOfOthers(x, axes)), axes)] };
    // What reaches the extreme shares its change evenly.
    const wide = broadcast(reshape(output, ones(x.shape, axes)), x.shape);
    const reached = where(mapped(e.equal, x, wide), scalar(1, x.dtype), scalar(0, x.dtype));
    const tangent = mapped(e.divide, sum(multiply(t, reached), axes), sum(reached, axes));
    return { outputs: [output], tangents: [tangent] };
  },
  transpose: "none",
  batch: ([x], [axis], _, { by, axes }) => ({
    outputs: [
      reduce(
        by,
        front(x, axis),
        axes.map((one) => one + 1),
      ),
    ],
    axes: [0],
  }),
  flops: ([x], [result]) => lengthOf(x) - lengthOf(result),
  print: ({ by, axes }) => ({ by, axes }),
};

/** For each element the product of all others along axes: those before it times those behind it. */
function productOfOthers(x: ndarray, axes: readonly number[]): ndarray {
  const rest = [...x.shape.keys()].filter((axis) => !axes.includes(axis));
  const order = [...rest, ...axes];
  const moved = transpose(x, order);
  const length = axes.reduce((total, axis) => total * x.shape[axis], 1);
  const flat = reshape(moved, [...rest.map((axis) => x.shape[axis]), length]);
  const last = rest.length;
  const one = full(1, [...flat.shape.slice(0, -1), 1], x.dtype);
  const before = cumulative(
    "prod",
    concatenate([one, sliceAxis(flat, last, 0, Math.max(0, length - 1))], last),
    last,
    false,
  );
  const behind = cumulative(
    "prod",
    concatenate([sliceAxis(flat, last, Math.min(1, length), length), one], last),
    last,
    true,
  );
  const others = length === 0 ? flat : multiply(before, behind);
  return transpose(
    reshape(others, moved.shape),
    order.map((_, axis) => order.indexOf(axis)),
  );
}

/** Makes one element of all along axes, which go. */
export function reduce(by: Folding, x: ndarray, axes: readonly number[]): ndarray {
  return axes.length === 0 && by !== "any" && by !== "all" ? x : bindOne(reducePrimitive, [x], { by, axes });
}

interface ArgParams {
  readonly by: "max" | "min";
  readonly axis: number;
}

/** The place of the first extreme along an axis; NaN is one. */
const argPrimitive: Primitive<ArgParams> = {
  name: "arg",
  shape: ([x], { axis }) => [{ shape: x.shape.filter((_, i) => i !== axis), dtype: "int32" }],
  run: ([x], { by, axis }) => {
    const isMore = by === "max" ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
    const place = (data: Storage, start: number, length: number, step: number): number => {
      let [best, most] = [0, data[start]];
      for (let i = 1, at = start + step; i < length && most === most; i++, at += step) {
        if (isMore(data[at], most) || data[at] !== data[at]) [best, most] = [i, data[at]];
      }
      return best;
    };
    return [reduceRows(rowsOf(by, x, axis), "int32", false, place)];
  },
  jvp: noTangent(() => argPrimitive),
  transpose: "none",
  batch: ([x], [axis], _, params) => ({
    outputs: [argExtreme(params.by, front(x, axis), params.axis + 1)],
    axes: [0],
  }),
  print: ({ by, axis }) => ({ by, axis }),
};

/** The place of the first largest or smallest element along an axis. */
export function argExtreme(by: "max" | "min", x: ndarray, axis: number): ndarray {
  return bindOne(argPrimitive, [x], { by, axis });
}
