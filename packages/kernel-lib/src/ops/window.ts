import * as e from "../expr";
import { elementsOf, ndarray } from "../array/ndarray";
import type { DType, Storage } from "../array/dtype";
import { isFloating, makeStorage, rangeOf } from "../array/traits";
import { convolvedLengths } from "./convolved";
import { gather } from "./gather";
import { alike, front, reshape } from "./layout";
import { mapped, scalar, where } from "./map";
import { bindOne, noTangent } from "./bind";
import { lengthOf, type Primitive } from "./primitive";
import { pad } from "./slice";

/** Windows that are moved along every axis. */
export interface Windows {
  readonly lengths: readonly number[];
  readonly strides: readonly number[];
  /** How many neutral elements come before and behind each axis. */
  readonly padding: readonly (readonly [low: number, high: number])[];
  /** The distance of neighbours in a window. */
  readonly dilation: readonly number[];
}

/** The shape of what windows of an array are reduced to. */
export function windowedShape(
  shape: readonly number[],
  { lengths, strides, padding, dilation }: Windows,
): number[] {
  return convolvedLengths(shape, lengths, {
    strides,
    padding,
    lhsDilation: lengths.map(() => 1),
    rhsDilation: dilation,
  });
}

/** The same windows on a batch along the first axis. */
const onBatch = ({ lengths, strides, padding, dilation }: Windows): Windows => ({
  lengths: [1, ...lengths],
  strides: [1, ...strides],
  padding: [[0, 0], ...padding],
  dilation: [1, ...dilation],
});

/** Calls for each run of neighbours along one axis: a window at a time, with the places in it that are in the array. */
function eachWindow(
  shape: readonly number[],
  axis: number,
  { lengths, strides, padding, dilation }: Windows,
  result: number,
  visit: (to: number, from: number, inner: number) => void,
): void {
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const outer = shape.slice(0, axis).reduce((product, length) => product * length, 1);
  const length = shape[axis];
  for (let block = 0; block < outer; block++) {
    for (let window = 0; window < result; window++) {
      const start = window * strides[axis] - padding[axis][0];
      for (let k = 0; k < lengths[axis]; k++) {
        const place = start + k * dilation[axis];
        if (place < 0 || place >= length) continue;
        visit((block * result + window) * inner, (block * length + place) * inner, inner);
      }
    }
  }
}

/** Whether an axis has windows of more than one element. */
const isPlain = ({ lengths, strides, padding }: Windows, axis: number): boolean =>
  lengths[axis] === 1 && strides[axis] === 1 && padding[axis][0] === 0 && padding[axis][1] === 0;

/** Adds up the elements of each window. */
const windowSumPrimitive: Primitive<Windows> = {
  name: "windowSum",
  shape: ([x], windows) => [{ shape: windowedShape(x.shape, windows), dtype: x.dtype }],
  run: ([x], windows) => {
    const shape = [...x.shape];
    const result = windowedShape(shape, windows);
    let data = elementsOf(x);
    // Axis by axis, the last first; in between in float64, so that a sum is rounded but once.
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      if (isPlain(windows, axis)) continue;
      const size = shape.reduce((product, length, i) => product * (i === axis ? result[i] : length), 1);
      const sums = isFloating(x.dtype) ? new Float64Array(size) : makeStorage(x.dtype, size);
      const from = data;
      eachWindow(shape, axis, windows, result[axis], (to, at, inner) => {
        for (let i = 0; i < inner; i++) sums[to + i] += from[at + i];
      });
      data = sums;
      shape[axis] = result[axis];
    }
    const out = makeStorage(x.dtype, data.length);
    out.set(data);
    return [new ndarray(out, result, x.dtype)];
  },
  jvp: alike(() => windowSumPrimitive),
  transpose: ([ct], [x], windows) => {
    if (!ct) return [null];
    const { lengths, strides, padding, dilation } = windows;
    const reach = lengths.map((length, i) => (length - 1) * dilation[i] + 1);
    const low = reach.map((one, i) => one - padding[i][0] - 1);
    const spread = pad(ct, scalar(0, ct.dtype), {
      low,
      high: reach.map((one, i) => {
        const used = ct.shape[i] === 0 ? 0 : (ct.shape[i] - 1) * strides[i] + 1;
        return x.shape[i] + one - 1 - used - low[i];
      }),
      interior: strides.map((stride) => stride - 1),
    });
    return [
      windowSum(spread, {
        lengths,
        strides: strides.map(() => 1),
        padding: strides.map(() => [0, 0] as const),
        dilation,
      }),
    ];
  },
  batch: ([x], [axis], _, windows) => ({ outputs: [windowSum(front(x, axis), onBatch(windows))], axes: [0] }),
  flops: (_, [result], windows) => perWindow(windows) * lengthOf(result),
};

/** How often elements of a window are combined. */
const perWindow = ({ lengths }: Windows): number =>
  lengths.reduce((product, length) => product * length, 1) - 1;

/** Adds up the elements of each window. */
export function windowSum(x: ndarray, windows: Windows): ndarray {
  return bindOne(windowSumPrimitive, [x], windows);
}

/** Which element of a window counts. */
export type Extreme = "max" | "min";

interface ExtremeParams {
  readonly by: Extreme;
  readonly windows: Windows;
}

/** What a window without elements gives. */
const leastOf = (by: Extreme, dtype: DType): number => rangeOf(dtype)[by === "max" ? "min" : "max"];

/** Takes elements into the extremes so far. */
type Keep = (
  ...args: [
    ...elements: [from: Storage, at: number],
    ...extremes: [most: Storage, to: number, count: number],
    ...places: [sign: number, own: Int32Array, found: Int32Array],
  ]
) => void;

const keepLargest: Keep = (from, at, most, to, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[at + i];
    if (value > most[to + i] || value !== value) most[to + i] = value;
  }
};

const keepSmallest: Keep = (from, at, most, to, count) => {
  for (let i = 0; i < count; i++) {
    const value = from[at + i];
    if (value < most[to + i] || value !== value) most[to + i] = value;
  }
};

/** Notes where they stand, too: the first of equal ones. */
const keepPlaces: Keep = (from, at, most, to, count, sign, own, found) => {
  for (let i = 0; i < count; i++) {
    const value = from[at + i];
    if (sign * value > sign * most[to + i] || value !== value) most[to + i] = value;
    else if (found[to + i] >= 0) continue;
    found[to + i] = own[at + i];
  }
};

/** The extreme of each window, and where it stands among all elements: the first of equal ones, −1 of none. */
function extremes(x: ndarray, { by, windows }: ExtremeParams, wantsPlaces: boolean): [Storage, Int32Array] {
  const shape = [...x.shape];
  const result = windowedShape(shape, windows);
  let data = elementsOf(x);
  let places = new Int32Array(wantsPlaces ? data.length : 0);
  for (let i = 0; i < places.length; i++) places[i] = i;
  const sign = by === "max" ? 1 : -1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    if (isPlain(windows, axis)) continue;
    const size = shape.reduce((product, length, i) => product * (i === axis ? result[i] : length), 1);
    const most = makeStorage(x.dtype, size).fill(leastOf(by, x.dtype));
    const found = new Int32Array(wantsPlaces ? size : 0).fill(-1);
    const [from, own] = [data, places];
    const keep = wantsPlaces ? keepPlaces : by === "max" ? keepLargest : keepSmallest;
    eachWindow(shape, axis, windows, result[axis], (to, at, inner) =>
      keep(from, at, most, to, inner, sign, own, found),
    );
    [data, places] = [most, found];
    shape[axis] = result[axis];
  }
  return [data, places];
}

/** Where the extreme of each window stands among all elements. */
const windowPlacePrimitive: Primitive<ExtremeParams> = {
  name: "windowPlace",
  shape: ([x], { windows }) => [{ shape: windowedShape(x.shape, windows), dtype: "int32" }],
  run: ([x], params) => {
    const [, places] = extremes(x, params, true);
    return [new ndarray(places, windowedShape(x.shape, params.windows), "int32")];
  },
  jvp: noTangent(() => windowPlacePrimitive),
  transpose: "none",
  batch: ([x], [axis], _, { by, windows }) => {
    const examples = front(x, axis);
    const places = bindOne(windowPlacePrimitive, [examples], { by, windows: onBatch(windows) });
    const [size, ...rest] = examples.shape;
    const each = rest.reduce((product, length) => product * length, 1);
    const starts = new ndarray(
      Int32Array.from({ length: size }, (__, i) => i * each),
      [size, ...rest.map(() => 1)],
      "int32",
    );
    const own = mapped(e.subtract, places, starts);
    return { outputs: [where(isPlace(places), own, scalar(-1, "int32"))], axes: [0] };
  },
  print: ({ by, windows }) => ({ by, ...windows }),
};

const isPlace = (places: ndarray): ndarray => mapped(e.greaterEqual, places, scalar(0, "int32"));

/** The largest or the smallest element of each window. The derivative follows the first that reaches it. */
const windowExtremePrimitive: Primitive<ExtremeParams> = {
  name: "windowExtreme",
  shape: ([x], { windows }) => [{ shape: windowedShape(x.shape, windows), dtype: x.dtype }],
  run: ([x], params) => {
    const [data] = extremes(x, params, false);
    return [new ndarray(data, windowedShape(x.shape, params.windows), x.dtype)];
  },
  jvp: ([x], [t], params) => {
    if (!t) return { outputs: [bindOne(windowExtremePrimitive, [x], params)], tangents: [null] };
    const places = bindOne(windowPlacePrimitive, [x], params);
    // Only where there is padding may a window be without elements.
    const isPadded = params.windows.padding.some((widths) => widths.some((width) => width > 0));
    const taken = (from: ndarray, other: number): ndarray => {
      const elements = gather(reshape(from, [from.size]), places, "clip");
      return isPadded ? where(isPlace(places), elements, scalar(other, from.dtype)) : elements;
    };
    return { outputs: [taken(x, leastOf(params.by, x.dtype))], tangents: [taken(t, 0)] };
  },
  transpose: "none",
  batch: ([x], [axis], _, { by, windows }) => ({
    outputs: [windowExtreme(by, front(x, axis), onBatch(windows))],
    axes: [0],
  }),
  print: ({ by, windows }) => ({ by, ...windows }),
  flops: (_, [result], { windows }) => perWindow(windows) * lengthOf(result),
};

/** The largest or the smallest element of each window. */
export function windowExtreme(by: Extreme, x: ndarray, windows: Windows): ndarray {
  return bindOne(windowExtremePrimitive, [x], { by, windows });
}
