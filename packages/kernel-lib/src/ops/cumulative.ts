import * as e from "../expr";
import { elementsOf, ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import { alike, front, reverse } from "./layout";
import { concatenate } from "./concatenate";
import { add, mapped, multiply, scalar, where } from "./map";
import { bindOne } from "./bind";
import { lengthOf, type Primitive } from "./primitive";
import { sliceAxis } from "./slice";

/** How each element is combined with all before it. */
export type Accumulation = "sum" | "prod" | "max" | "min";

interface CumulativeParams {
  readonly by: Accumulation;
  readonly axis: number;
  /** Whether it begins at the end. */
  readonly reverse: boolean;
}

const combine: Readonly<Record<Accumulation, (a: number, b: number) => number>> = {
  sum: (a, b) => a + b,
  prod: (a, b) => a * b,
  max: (a, b) => (a !== a || a > b ? a : b),
  min: (a, b) => (a !== a || a < b ? a : b),
};

/** Sums, products or extremes of an element and all before it along an axis. */
const cumulativePrimitive: Primitive<CumulativeParams> = {
  name: "cumulative",
  shape: ([x]) => [x],
  run: ([x], params) => [accumulated(x, params)],
  jvp: ([x], [t], params) => {
    const { by, axis, reverse: backward } = params;
    if (by === "sum") return alike(() => cumulativePrimitive)([x], [t], params);
    const output = cumulative(by, x, axis, backward);
    return { outputs: [output], tangents: [t && scanned(by, x, t, axis, backward)] };
  },
  transpose: ([ct], _, { by, axis, reverse: backward }) => [ct && cumulative(by, ct, axis, !backward)],
  batch: ([x], [own], _, { by, axis, reverse: backward }) => ({
    outputs: [cumulative(by, front(x, own), axis + 1, backward)],
    axes: [0],
  }),
  print: ({ by, axis, reverse: backward }) => ({ by, axis, ...(backward && { reverse: true }) }),
  flops: ([x]) => lengthOf(x),
};

function accumulated(x: ndarray, { by, axis, reverse: backward }: CumulativeParams): ndarray {
  const { shape, dtype } = x;
  const data = elementsOf(x);
  const length = shape[axis];
  const step = shape.slice(axis + 1).reduce((product, one) => product * one, 1);
  const out = makeStorage(dtype, data.length);
  const f = combine[by];
  const wraps = dtype === "int32" || dtype === "uint32" || dtype === "uint8";
  const g = wraps && by === "prod" ? Math.imul : f;
  const by1 = backward ? -step : step;
  for (let block = 0; block < data.length; block += length * step) {
    for (let i = 0; i < step; i++) {
      let at = block + i + (backward ? (length - 1) * step : 0);
      let total = data[at];
      out[at] = total;
      for (let k = 1; k < length; k++) {
        at += by1;
        total = g(total, data[at]);
        out[at] = total;
      }
    }
  }
  return new ndarray(out, shape, dtype);
}

/**
 * The tangent of products and extremes: pairs of value and tangent are combined in strides that double, so that it is
 * linear in the tangent and takes log n steps.
 */
function scanned(by: Accumulation, x: ndarray, t: ndarray, axis: number, backward: boolean): ndarray {
  if (backward) return reverse(scanned(by, reverse(x, [axis]), reverse(t, [axis]), axis, false), [axis]);
  const length = x.shape[axis];
  let [value, tangent] = [x, t];
  for (let stride = 1; stride < length; stride *= 2) {
    const head = (of: ndarray): ndarray => sliceAxis(of, axis, 0, length - stride);
    const tail = (of: ndarray): ndarray => sliceAxis(of, axis, stride, length);
    const [a, b, da, db] = [head(value), tail(value), head(tangent), tail(tangent)];
    const [both, change] = combined(by, a, b, da, db);
    const start = (of: ndarray): ndarray => sliceAxis(of, axis, 0, stride);
    value = concatenate([start(value), both], axis);
    tangent = concatenate([start(tangent), change], axis);
  }
  return tangent;
}

function combined(by: Accumulation, a: ndarray, b: ndarray, da: ndarray, db: ndarray): [ndarray, ndarray] {
  if (by === "prod") return [multiply(a, b), add(multiply(da, b), multiply(db, a))];
  const [half, one, zero] = [0.5, 1, 0].map((number) => scalar(number, a.dtype));
  const better = by === "max" ? e.greater : e.less;
  const share = where(mapped(e.equal, a, b), half, where(mapped(better, a, b), one, zero));
  const rest = mapped(e.subtract, one, share);
  const both = mapped(by === "max" ? e.maximum : e.minimum, a, b);
  return [both, add(multiply(da, share), multiply(db, rest))];
}

/** Sums, products or extremes of each element and all before it, or behind it, along an axis. */
export function cumulative(by: Accumulation, x: ndarray, axis: number, backward = false): ndarray {
  return x.size === 0 ? x : bindOne(cumulativePrimitive, [x], { by, axis, reverse: backward });
}
