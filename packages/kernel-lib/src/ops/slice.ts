import { sizeOf, stridesOf, walk } from "../array/broadcast";
import type { Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { runCopier } from "../array/runs";
import { emptyStorage } from "../array/traits";
import { not } from "../expr";
import { sum, toFront } from "./broadcast";
import { alike, front, reshape } from "./layout";
import { full, mapped, scalar, where } from "./map";
import { bindOne } from "./bind";
import { Linear, type Primitive, type Tangent } from "./primitive";

/** Along each axis: the first place, the place behind the last, and the step, of at least 1. */
export interface SliceParams {
  readonly starts: readonly number[];
  readonly limits: readonly number[];
  readonly strides: readonly number[];
}

const lengthsOf = ({ starts, limits, strides }: SliceParams): number[] =>
  starts.map((start, axis) => Math.max(0, Math.ceil((limits[axis] - start) / strides[axis])));

/** Takes every n-th element between two places of each axis. */
const slicePrimitive: Primitive<SliceParams> = {
  name: "slice",
  shape: ([x], params) => [{ shape: lengthsOf(params), dtype: x.dtype }],
  run: ([x], params) => [sliced(x, params)],
  jvp: alike(() => slicePrimitive),
  transpose: ([ct], [x], params) => {
    if (!ct) return [null];
    const { starts, strides } = params;
    const used = ct.shape.map((length, axis) =>
      length === 0 ? 0 : starts[axis] + (length - 1) * strides[axis] + 1,
    );
    return [
      pad(ct, scalar(0, ct.dtype), {
        low: ct.shape.map((length, axis) => (length === 0 ? 0 : starts[axis])),
        high: x.shape.map((length, axis) => length - used[axis]),
        interior: strides.map((stride) => stride - 1),
      }),
    ];
  },
  batch: ([x], [axis], size, { starts, limits, strides }) => ({
    outputs: [
      slice(front(x, axis), { starts: [0, ...starts], limits: [size, ...limits], strides: [1, ...strides] }),
    ],
    axes: [0],
  }),
};

function sliced(x: ndarray, params: SliceParams): ndarray {
  const shape = lengthsOf(params);
  const strides = stridesOf(x.shape);
  const start = params.starts.reduce((at, one, axis) => at + one * strides[axis], 0);
  const out = emptyStorage(x.dtype, sizeOf("slice", shape));
  if (out.length === 0) return new ndarray(out, shape, x.dtype);
  // Whatever is contiguous at the end is copied as one.
  let whole = shape.length;
  while (whole > 0 && shape[whole - 1] === x.shape[whole - 1] && params.strides[whole - 1] === 1) whole--;
  if (whole > 0 && params.strides[whole - 1] === 1) whole--;
  const run = shape.slice(whole).reduce((product, length) => product * length, 1);
  const inner = Math.max(0, whole - 1);
  const [count, step] = whole > 0 ? [shape[inner], params.strides[inner] * strides[inner]] : [1, 0];
  const copy = runCopier(elementsOf(x), out);
  walk(
    shape.slice(0, inner),
    params.strides.slice(0, inner).map((stride, axis) => stride * strides[axis]),
    (index, from) => {
      const to = index * count * run;
      if (run === 1) takeEvery(step, elementsOf(x), from, out, to, count);
      else copy(from, to, run, count, step);
    },
    start,
  );
  return new ndarray(out, shape, x.dtype);
}

/** Copies so many elements that are `step` apart, one behind the other. */
function takeEvery(
  ...[step, data, from, out, to, count]: [
    ...source: [step: number, data: Storage, from: number],
    ...target: [out: Storage, to: number],
    count: number,
  ]
): void {
  for (let i = 0, at = from; i < count; i++, at += step) out[to + i] = data[at];
}

/** Takes every n-th element between two places of each axis. */
export function slice(x: ndarray, params: SliceParams): ndarray {
  const { starts, limits, strides } = params;
  const all = x.shape.every((length, i) => starts[i] === 0 && limits[i] === length && strides[i] === 1);
  return all ? x : bindOne(slicePrimitive, [x], params);
}

/** Takes what lies between two places of one axis. */
export function sliceAxis(x: ndarray, axis: number, start: number, limit: number, stride = 1): ndarray {
  return slice(x, {
    starts: x.shape.map((_, i) => (i === axis ? start : 0)),
    limits: x.shape.map((length, i) => (i === axis ? limit : length)),
    strides: x.shape.map((_, i) => (i === axis ? stride : 1)),
  });
}

/** Along each axis: how many elements come before, behind (fewer than none cuts), and between neighbours. */
export interface PadParams {
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly interior: readonly number[];
}

const paddedShape = (shape: readonly number[], { low, high, interior }: PadParams): number[] =>
  shape.map((length, i) => low[i] + high[i] + length + Math.max(0, length - 1) * interior[i]);

/** Puts one value around and between elements. */
export const padPrimitive: Primitive<PadParams> = {
  name: "pad",
  shape: ([x], params) => [{ shape: paddedShape(x.shape, params), dtype: x.dtype }],
  run: ([x, value], params) => [padded(x, value, params)],
  jvp: ([x, value], [t, u], params) => ({
    outputs: [pad(x, value, params)],
    tangents: [t || u ? pad(t ?? full(0, x.shape, x.dtype), u ?? scalar(0, x.dtype), params) : null],
  }),
  transpose: ([ct], [x, value], params) => {
    if (!ct) return [null, null];
    const toX: Tangent = x instanceof Linear ? unpadded(ct, x.shape, params) : null;
    if (!(value instanceof Linear)) return [toX, null];
    const inside = padded(full(1, x.shape, "bool"), scalar(0, "bool"), params);
    const outside = where(mapped(not, inside), ct, scalar(0, ct.dtype));
    return [toX, sum(outside, [...outside.shape.keys()])];
  },
  batch: ([x, value], [axis, valueAxis], size, { low, high, interior }) => {
    const params = { low: [0, ...low], high: [0, ...high], interior: [0, ...interior] };
    if (valueAxis === null) return { outputs: [pad(front(x, axis), value, params)], axes: [0] };
    const inside = padded(
      full(1, axis === null ? x.shape : x.shape.filter((_, i) => i !== axis), "bool"),
      scalar(0, "bool"),
      { low, high, interior },
    );
    const zeros = pad(toFront(x, axis, size), scalar(0, x.dtype), params);
    const values = reshape(front(value, valueAxis), [size, ...low.map(() => 1)]);
    return { outputs: [where(inside, zeros, values)], axes: [0] };
  },
};

function padded(x: ndarray, value: ndarray, params: PadParams): ndarray {
  const shape = paddedShape(x.shape, params);
  const out = emptyStorage(x.dtype, sizeOf("pad", shape)).fill(elementsOf(value)[0]);
  const { low, interior } = params;
  if (out.length === 0 || x.size === 0) return new ndarray(out, shape, x.dtype);
  // What negative widths cut off is cut first.
  const first = low.map((width, i) => Math.max(0, Math.ceil(-width / (interior[i] + 1))));
  const last = x.shape.map((length, i) => {
    const room = shape[i] - 1 - low[i];
    return Math.min(length, Math.floor(room / (interior[i] + 1)) + 1);
  });
  if (last.some((end, i) => end <= first[i])) return new ndarray(out, shape, x.dtype);
  const isWhole = first.every((one, i) => one === 0 && last[i] === x.shape[i]);
  const kept = isWhole ? x : sliced(x, { starts: first, limits: last, strides: first.map(() => 1) });
  const strides = stridesOf(shape);
  const start = first.reduce((at, one, i) => at + (low[i] + one * (interior[i] + 1)) * strides[i], 0);
  const steps = strides.map((stride, i) => stride * (interior[i] + 1));
  const data = elementsOf(kept);
  // Neighbours that stay neighbours are copied as one.
  const end = shape.length - 1;
  const run = end >= 0 && interior[end] === 0 ? kept.shape[end] : 1;
  const outer = run === 1 ? kept.shape.length : end;
  const copy = runCopier(data, out);
  walk(kept.shape.slice(0, outer), steps.slice(0, outer), (index, at) => copy(index * run, at, run), start);
  return new ndarray(out, shape, x.dtype);
}

/** Takes back out what was padded. */
function unpadded(x: ndarray, shape: readonly number[], { low, high, interior }: PadParams): ndarray {
  const positive = pad(x, scalar(0, x.dtype), {
    low: low.map((width) => Math.max(0, -width)),
    high: high.map((width) => Math.max(0, -width)),
    interior: low.map(() => 0),
  });
  return slice(positive, {
    starts: low.map((width) => Math.max(0, width)),
    limits: shape.map((length, i) => {
      const start = Math.max(0, low[i]);
      return length === 0 ? start : start + (length - 1) * (interior[i] + 1) + 1;
    }),
    strides: interior.map((width) => width + 1),
  });
}

/** Puts one value around and between elements. */
export function pad(x: ndarray, value: ndarray, params: PadParams): ndarray {
  const none = (widths: readonly number[]): boolean => widths.every((width) => width === 0);
  if (none(params.low) && none(params.high) && none(params.interior)) return x;
  return bindOne(padPrimitive, [x, value], params);
}
