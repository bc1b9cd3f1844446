import * as e from "../expr";
import { sizeOf } from "../array/broadcast";
import type { Storage } from "../array/dtype";
import { elementsOf, ndarray } from "../array/ndarray";
import { runCopier } from "../array/runs";
import { emptyStorage, isOfWords } from "../array/traits";
import { takeRuns, takeWords } from "../simd/select";
import { toFront } from "./broadcast";
import { front, moveAxis, reshape } from "./layout";
import { add, full, mapped, multiply, scalar, where } from "./map";
import { bindOne } from "./bind";
import { lengthOf, Linear, type Primitive } from "./primitive";

/** What elements behind the ends of an axis are: the one at the end, or a value of their own. */
export type OutOfBounds = "clip" | "fill";

interface GatherParams {
  readonly mode: OutOfBounds;
}

/** NaN of floats, the smallest or largest integer otherwise, as in JAX. */
const fillOf = (x: ndarray): number =>
  x.dtype.startsWith("float")
    ? NaN
    : x.dtype === "int32"
      ? -2147483648
      : x.dtype === "bool"
        ? 1
        : 2 ** 32 - 1;

/** Takes elements of the first axis by their place: indices of shape I give I axes in its stead. */
const gatherPrimitive: Primitive<GatherParams> = {
  name: "gather",
  shape: ([x, indices]) => [{ shape: [...indices.shape, ...x.shape.slice(1)], dtype: x.dtype }],
  run: ([x, indices], { mode }) => [gathered(x, indices, mode)],
  jvp: ([x, indices], [t], { mode }) => ({
    outputs: [gather(x, indices, mode)],
    tangents: [t && gather(t, indices, mode)],
  }),
  transpose: ([ct], [x, indices], { mode }) => [
    ct && scatter("add", full(0, x.shape, x.dtype), indices as ndarray, ct, mode),
    null,
  ],
  batch: ([x, indices], [axis, indexAxis], size, { mode }) => {
    if (axis === null) return { outputs: [gather(x, front(indices, indexAxis), mode)], axes: [0] };
    if (indexAxis === null) {
      return { outputs: [gather(moveAxis(x, axis, 1), indices, mode)], axes: [indices.ndim] };
    }
    const [own, length] = rows(front(x, axis));
    const places = flatPlaces(front(indices, indexAxis), size, length, mode);
    return { outputs: [gather(own, places, mode)], axes: [0] };
  },
  // With two comparisons of each place and what is made of them, and a choice for each element.
  flops: ([, indices], [result], { mode }) =>
    mode === "fill" ? 3 * lengthOf(indices) + lengthOf(result) : 0,
  print: ({ mode }) => ({ mode }),
};

/** A batch of arrays as one, their first axes one behind the other. */
function rows(x: ndarray): [flat: ndarray, length: number] {
  const [size, length, ...rest] = x.shape;
  return [reshape(x, [size * length, ...rest]), length];
}

/** The places of a batch of indices in what {@link rows} gives; one that is out of bounds stays so. */
function flatPlaces(indices: ndarray, size: number, length: number, mode: OutOfBounds): ndarray {
  const offsets = new ndarray(
    Int32Array.from({ length: size }, (_, i) => i * length),
    [size, ...new Array<number>(indices.ndim - 1).fill(1)],
    "int32",
  );
  const [zero, last] = [scalar(0, "int32"), scalar(Math.max(0, length - 1), "int32")];
  const inside = mapped(e.minimum, mapped(e.maximum, indices, zero), last);
  const places = add(inside, offsets);
  if (mode === "clip") return places;
  return where(mapped(e.equal, inside, indices), places, scalar(-1, "int32"));
}

/** Shorter runs are copied one by one. */
const fewestOfRun = 24;

function gathered(x: ndarray, indices: ndarray, mode: OutOfBounds): ndarray {
  const [length] = x.shape;
  const shape = [...indices.shape, ...x.shape.slice(1)];
  const out = emptyStorage(x.dtype, sizeOf("gather", shape));
  const run = x.shape.slice(1).reduce((product, one) => product * one, 1);
  const fill = fillOf(x);
  const data = elementsOf(x);
  const places = elementsOf(indices);
  if (run === 1 && isOfWords(data) && places instanceof Int32Array) {
    const filled = mode === "fill" ? fill : undefined;
    if (takeWords(data, places, out as typeof data, filled)) return new ndarray(out, shape, x.dtype);
  }
  const isTaken =
    run >= fewestOfRun &&
    isOfWords(data) &&
    places instanceof Int32Array &&
    takeRuns(data, places, out as typeof data, run);
  const copy = runCopier(data, out);
  for (let i = 0; i < places.length; i++) {
    let place = places[i];
    if (isTaken && place >= 0 && place < length) continue;
    if (place < 0 || place >= length) {
      if (mode === "fill" || length === 0) {
        out.fill(fill, i * run, (i + 1) * run);
        continue;
      }
      place = place < 0 ? 0 : length - 1;
    }
    if (run === 1) out[i] = data[place];
    else copy(place * run, i * run, run);
  }
  return new ndarray(out, shape, x.dtype);
}

/** Takes elements of the first axis by int32 places, which count from 0. */
export function gather(x: ndarray, indices: ndarray, mode: OutOfBounds): ndarray {
  return bindOne(gatherPrimitive, [x, indices], { mode });
}

/** Takes elements along an axis by int32 places that differ from row to row; the other axes of both are the same. */
export function takeAlong(x: ndarray, indices: ndarray, axis: number, mode: OutOfBounds): ndarray {
  const moved = moveAxis(x, axis, x.ndim - 1);
  const places = moveAxis(indices, axis, x.ndim - 1);
  const length = x.shape[axis];
  const count = indices.shape[axis];
  const size = length === 0 ? places.size / Math.max(1, count) : x.size / length;
  const flat = flatPlaces(reshape(places, [size, count]), size, length, mode);
  const taken = gather(reshape(moved, [x.size]), flat, mode);
  return moveAxis(reshape(taken, places.shape), x.ndim - 1, axis);
}

/** How what arrives at a place is combined with what is there. */
export type Combining = "set" | "add" | "multiply" | "minimum" | "maximum";

interface ScatterParams extends GatherParams {
  readonly by: Combining;
}

/** Combines updates with the elements of the first axis at their places; updates of one place one after the other. */
const scatterPrimitive: Primitive<ScatterParams> = {
  name: "scatter",
  shape: ([x]) => [x],
  run: ([x, indices, updates], { by, mode }) => [scattered(x, indices, updates, by, mode)],
  jvp: ([x, indices, updates], [t, , u], { by, mode }) => {
    const output = scatter(by, x, indices, updates, mode);
    const [fromX, fromUpdates] = weights(by, x, indices, updates, output, mode);
    const kept = t && fromX ? multiply(t, fromX) : t;
    const weighted = u && fromUpdates ? multiply(u, fromUpdates) : u;
    const tangent = weighted
      ? scatter("add", kept ?? full(0, x.shape, x.dtype), indices, weighted, mode)
      : kept;
    return { outputs: [output], tangents: [tangent] };
  },
  transpose: ([ct], [x, indices, updates], { mode }) => [
    x instanceof Linear ? ct : null,
    null,
    ct && updates instanceof Linear ? gatherOrZero(ct, indices as ndarray, mode) : null,
  ],
  batch: ([x, indices, updates], [axis, indexAxis, updatesAxis], size, { by, mode }) => {
    const batch = toFront(x, axis, size);
    const [own, length] = rows(batch);
    const places = flatPlaces(toFront(indices, indexAxis, size), size, length, mode);
    const result = scatter(by, own, places, toFront(updates, updatesAxis, size), mode);
    return { outputs: [reshape(result, batch.shape)], axes: [0] };
  },
  print: ({ by, mode }) => ({ by, mode }),
};

/** What is at places; 0 behind the ends, from where nothing came. */
function gatherOrZero(x: ndarray, indices: ndarray, mode: OutOfBounds): ndarray {
  const taken = gather(x, indices, "clip");
  if (mode === "clip") return taken;
  const last = scalar(x.shape[0] - 1, "int32");
  const inside = mapped(
    e.and,
    mapped(e.greaterEqual, indices, scalar(0, "int32")),
    mapped(e.lessEqual, indices, last),
  );
  const mask = reshape(inside, [...indices.shape, ...new Array<number>(x.ndim - 1).fill(1)]);
  return where(mask, taken, scalar(0, x.dtype));
}

/** What the result changes by with each element and with each update; null stands for 1. */
function weights(
  by: Combining,
  x: ndarray,
  indices: ndarray,
  updates: ndarray,
  output: ndarray,
  mode: OutOfBounds,
): [fromX: ndarray | null, fromUpdates: ndarray | null] {
  if (by === "add") return [null, null];
  const { dtype } = x;
  const one = full(1, updates.shape, dtype);
  const at = (from: ndarray): ndarray => gather(from, indices, "clip");
  if (by === "multiply") {
    const product = scatter("multiply", full(1, x.shape, dtype), indices, updates, mode);
    const count = at(scatter("add", full(0, x.shape, dtype), indices, one, mode));
    const others = where(
      mapped(e.lessEqual, count, scalar(1, dtype)),
      one,
      mapped(e.divide, at(product), updates),
    );
    return [product, multiply(at(x), others)];
  }
  if (by === "set") {
    // The last update of a place is the one that counts.
    const { size } = updates;
    const order = new ndarray(
      Int32Array.from({ length: size }, (_, i) => i + 1),
      updates.shape,
      "int32",
    );
    const winners = scatter("maximum", full(0, x.shape, "int32"), indices, order, mode);
    const wins = mapped(e.equal, at(winners), order);
    const untouched = mapped(e.equal, winners, scalar(0, "int32"));
    return [
      where(untouched, scalar(1, dtype), scalar(0, dtype)),
      where(wins, scalar(1, dtype), scalar(0, dtype)),
    ];
  }
  // Whatever reaches the extreme shares it evenly.
  const hit = (a: ndarray, b: ndarray): ndarray =>
    where(mapped(e.equal, a, b), scalar(1, dtype), scalar(0, dtype));
  const [own, theirs] = [hit(x, output), hit(updates, at(output))];
  const count = scatter("add", own, indices, theirs, mode);
  return [mapped(e.divide, own, count), mapped(e.divide, theirs, at(count))];
}

const combine: Readonly<Record<Combining, (out: Storage, at: number, value: number) => void>> = {
  set: (out, at, value) => {
    out[at] = value;
  },
  add: (out, at, value) => {
    out[at] += value;
  },
  multiply: (out, at, value) => {
    out[at] *= value;
  },
  minimum: (out, at, value) => {
    out[at] = Math.min(out[at], value);
  },
  maximum: (out, at, value) => {
    out[at] = Math.max(out[at], value);
  },
};

function scattered(
  x: ndarray,
  indices: ndarray,
  updates: ndarray,
  by: Combining,
  mode: OutOfBounds,
): ndarray {
  const [length] = x.shape;
  const out = elementsOf(x).slice();
  const run = x.shape.slice(1).reduce((product, one) => product * one, 1);
  const places = elementsOf(indices);
  const put = combine[by];
  const data = elementsOf(updates);
  for (let i = 0; i < places.length; i++) {
    let place = places[i];
    if (place < 0 || place >= length) {
      if (mode === "fill" || length === 0) continue;
      place = place < 0 ? 0 : length - 1;
    }
    for (let k = 0, at = place * run, from = i * run; k < run; k++) put(out, at++, data[from++]);
  }
  return new ndarray(out, x.shape, x.dtype);
}

/** Combines updates with the elements of the first axis at int32 places. What falls behind the ends is left out, or clipped. */
export function scatter(
  by: Combining,
  x: ndarray,
  indices: ndarray,
  updates: ndarray,
  mode: OutOfBounds = "fill",
): ndarray {
  return bindOne(scatterPrimitive, [x, indices, updates], { by, mode });
}
