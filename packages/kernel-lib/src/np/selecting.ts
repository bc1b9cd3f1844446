import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape, sizeOf, stridesOf, walk } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { stretched } from "../array/stretch";
import { checkIndices } from "./indices";
import { isFloating, makeStorage } from "../array/traits";

/**
 * What selects along an axis: a number (which removes the axis), a slice such as `":"`, `"1:3"` or `"::-1"`, `"..."`
 * for all axes in between, null for a new axis, indices in a list or array, or truth values.
 */
export type Index = number | string | null | ArrayLike;

/** A selection along one axis of the array. */
type Part =
  | {
      readonly kind: "slice";
      readonly start: number;
      readonly step: number;
      readonly length: number;
      readonly stride: number;
    }
  | { readonly kind: "places"; readonly places: ndarray; readonly stride: number }
  | { readonly kind: "new" };

const slicePattern = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

/** Reads a slice as Python does; its ends may lie beyond the axis. */
function sliceOf(text: string, length: number, stride: number): Part {
  const match = slicePattern.exec(text);
  if (!match) {
    throw new TypeError(`at: expected an index such as 0, "1:3", "::2" or "...", got ${describe(text)}`);
  }
  const [from, to, by] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const step = by ?? 1;
  if (step === 0) throw new RangeError(`at: expected a step other than 0, got ${describe(text)}`);
  const [low, high] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (end: number | undefined, otherwise: number): number =>
    end === undefined ? otherwise : Math.min(high, Math.max(low, end < 0 ? end + length : end));
  const start = bound(from, step > 0 ? low : high);
  const stop = bound(to, step > 0 ? high : low);
  return { kind: "slice", start, step, length: Math.max(0, Math.ceil((stop - start) / step)), stride };
}

/** Where the true elements of a mask are, for each of its axes. */
function truePlaces(mask: ndarray): ndarray[] {
  const strides = stridesOf(mask.shape);
  const found: number[] = [];
  mask.data.forEach((value: number, i: number) => {
    if (value) found.push(i);
  });
  return mask.shape.map((length, axis) => {
    const places = Int32Array.from(found, (at) => Math.floor(at / strides[axis]) % length);
    return new ndarray(places, [found.length], "int32");
  });
}

/** Reads indices into one selection for each axis. */
function partsOf(x: ndarray, indices: readonly Index[]): Part[] {
  const { shape } = x;
  const strides = stridesOf(shape);
  const given = indices.map((index) =>
    typeof index === "string" || typeof index === "number" || index === null ? index : toArray("at", index),
  );
  const used = given.reduce<number>((sum, index) => {
    if (index === null || (typeof index === "string" && index.trim() === "...")) return sum;
    return sum + (index instanceof ndarray && index.dtype === "bool" ? index.ndim : 1);
  }, 0);
  if (used > shape.length) {
    throw new RangeError(
      `at: expected at most ${shape.length} indices for shape ${formatShape(shape)}, got ${used}`,
    );
  }
  const dots = given.filter((index) => typeof index === "string" && index.trim() === "...").length;
  if (dots > 1) throw new TypeError(`at: expected "..." at most once, got it ${dots} times`);
  const parts: Part[] = [];
  let axis = 0;
  const whole = (count: number): void => {
    for (let i = 0; i < count; i++, axis++) parts.push(sliceOf(":", shape[axis], strides[axis]));
  };
  for (const index of given) {
    if (index === null) parts.push({ kind: "new" });
    else if (typeof index === "string") {
      if (index.trim() === "...") whole(shape.length - used);
      else parts.push(sliceOf(index, shape[axis], strides[axis++]));
    } else if (index instanceof ndarray && index.dtype === "bool") {
      const wanted = shape.slice(axis, axis + index.ndim);
      if (formatShape(wanted) !== formatShape(index.shape)) {
        const got = formatShape(index.shape);
        throw new RangeError(`at: expected truth values of shape ${formatShape(wanted)}, got ${got}`);
      }
      for (const places of truePlaces(index)) parts.push({ kind: "places", places, stride: strides[axis++] });
    } else {
      const places = checkIndices(`at: axis ${axis}`, index, shape[axis]);
      parts.push({ kind: "places", places, stride: strides[axis++] });
    }
  }
  if (dots === 0) whole(shape.length - used);
  return parts;
}

/** The shape of a selection, and where its elements are in the array. */
function selected(x: ndarray, indices: readonly Index[]): { shape: readonly number[]; offsets: Int32Array } {
  const parts = partsOf(x, indices);
  const places = parts.filter((part) => part.kind === "places");
  const common = broadcastShapes("at", ...places.map((part) => part.places.shape));
  const lists = places.map((part) => stretched("at", part.places, common).data);
  const size = sizeOf("at", common);
  const starts = new Int32Array(size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < lists.length; j++) starts[i] += lists[j][i] * places[j].stride;
  }
  // Indices in lists give axes of their own: in their place where they stand together, else in front, as in NumPy.
  const first = parts.findIndex((part) => part.kind === "places");
  const last = parts.map((part) => part.kind).lastIndexOf("places");
  const apart = parts.slice(first, last + 1).some((part) => part.kind !== "places");
  const split = first < 0 || apart ? 0 : first;
  const before = parts.slice(0, split);
  const after = parts.slice(split).filter((part) => part.kind !== "places");
  const lengths = (list: readonly Part[]): number[] =>
    list.map((part) => (part.kind === "slice" ? part.length : 1));
  const offsetsOf = (list: readonly Part[]): number[] => {
    const found: number[] = [];
    const start = list.reduce((sum, part) => sum + (part.kind === "slice" ? part.start * part.stride : 0), 0);
    const steps = list.map((part) => (part.kind === "slice" ? part.step * part.stride : 0));
    walk(lengths(list), steps, (_, offset) => found.push(offset), start);
    return found;
  };
  const [outer, inner] = [offsetsOf(before), offsetsOf(after)];
  const offsets = new Int32Array(outer.length * size * inner.length);
  let at = 0;
  for (const a of outer) for (const b of starts) for (const c of inner) offsets[at++] = a + b + c;
  return { shape: [...lengths(before), ...common, ...lengths(after)], offsets };
}

/**
 * Selects part of an array, as `x[…]` does in Python: one index for each axis.
 *
 * @param x - The array.
 * @param indices - Numbers (which remove the axis; negative ones count from the end), slices such as `":"`, `"1:3"`,
 * `"::-1"`, `"..."` for all axes in between, null for a new axis, indices in a list, or truth values.
 * @throws RangeError for an index out of bounds or too many indices, TypeError for what is no index.
 * @see https://numpy.org/doc/stable/user/basics.indexing.html
 * @example
 * const x = np.arange(12).reshape(3, 4);
 * x.at(1).tolist(); // [4, 5, 6, 7]
 * x.at(":", "1:3").tolist(); // [[1, 2], [5, 6], [9, 10]]
 * x.at(-1, 0).item(); // 8
 * x.at([0, 2], 0).tolist(); // [0, 8]
 * x.at(x.greater(9)).tolist(); // [10, 11]
 */
export function at(x: ArrayLike, ...indices: Index[]): ndarray {
  const from = toArray("at", x);
  const { shape, offsets } = selected(from, indices);
  const { data } = from;
  const out = makeStorage(from.dtype, offsets.length);
  for (let i = 0; i < out.length; i++) out[i] = data[offsets[i]];
  return new ndarray(out, shape, from.dtype);
}

/**
 * Gives a copy of an array in which a part, selected as by `at`, has other values: `x.with([0, "1:3"], 7)`.
 *
 * @param x - The array.
 * @param indices - One index for each axis, as for `at`; one by itself need not be in a list.
 * @param values - What to put there; broadcast to the shape of the part.
 * @throws RangeError for an index out of bounds, or values that do not broadcast.
 * @see https://numpy.org/doc/stable/user/basics.indexing.html
 * @example
 * np.zeros(4).with(["1:3"], 7).tolist(); // [0, 7, 7, 0]
 * const x = np.array([-1, 2]);
 * x.with(x.less(0), 0).tolist(); // [0, 2]
 */
function changed(
  x: ArrayLike,
  indices: readonly Index[] | number | string | ndarray,
  values: ArrayLike,
): ndarray {
  const from = toArray("with", x);
  const single = typeof indices === "number" || typeof indices === "string" || indices instanceof ndarray;
  const list = single ? [indices] : indices;
  if (!Array.isArray(list)) throw new TypeError(`with: expected a list of indices, got ${describe(indices)}`);
  const { shape, offsets } = selected(from, list as readonly Index[]);
  const dtype: DType = from.dtype;
  const given = toArray("with", values);
  const typed = values instanceof ndarray || ArrayBuffer.isView(values);
  if (
    typed ? resultType(given, dtype) !== dtype : !isFloating(dtype) && !given.data.every(Number.isInteger)
  ) {
    const got = typed ? given.dtype : given.toString();
    throw new TypeError(`with: expected values that ${dtype} holds, got ${got} (use astype)`);
  }
  const source = stretched("with", toArray("with", typed ? given : values, dtype), shape).data;
  const data = from.data.slice();
  for (let i = 0; i < offsets.length; i++) data[offsets[i]] = source[i];
  return new ndarray(data, from.shape, dtype);
}
export { changed as with };
