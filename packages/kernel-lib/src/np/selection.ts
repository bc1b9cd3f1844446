import type { ArrayLike } from "../array/asarray";
import { broadcastShapes, formatShape, sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe } from "../array/options";
import { gather, type OutOfBounds } from "../ops/gather";
import { reshape, reverse, transpose } from "../ops/layout";
import * as e from "../expr";
import { broadcast } from "../ops/broadcast";
import { add, mapped, multiply, scalar, where } from "../ops/map";
import { slice } from "../ops/slice";
import { isTracer } from "../ops/tracer";
import { readIndices, trueAt } from "./indices";

/**
 * What selects along an axis: a number (which removes the axis), a slice such as `":"`, `"1:3"` or `"::-1"`, `"..."`
 * for all axes in between, null for a new axis, indices in a list or array, or truth values.
 */
export type Index = number | string | null | ArrayLike;

/** Every n-th element of an axis. */
interface Slice {
  readonly kind: "slice";
  readonly axis: number;
  readonly start: number;
  readonly step: number;
  readonly length: number;
  /** Whether it takes all of them, in order. */
  readonly isWhole: boolean;
}

/** Elements by their places in some neighbouring axes, seen as one of that length. */
interface Places {
  readonly kind: "places";
  readonly axis: number;
  readonly axes: number;
  readonly length: number;
  readonly places: ndarray;
  /** Whether it is one number that is known. */
  readonly isNumber: boolean;
}

/** A selection along some axes of the array, or a new axis. */
export type Part = Slice | Places | { readonly kind: "new" };

const slicePattern = /^\s*(-?\d+)?\s*:\s*(-?\d+)?\s*(?::\s*(-?\d+)?\s*)?$/;

/** Reads a slice as Python does; its ends may lie beyond the axis. */
function sliceOf(functionName: string, text: string, axis: number, size: number): Slice {
  const match = slicePattern.exec(text);
  if (!match) {
    throw new TypeError(
      `${functionName}: expected an index such as 0, "1:3", "::2" or "...", got ${describe(text)}`,
    );
  }
  const [from, to, by] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  const step = by ?? 1;
  if (step === 0) {
    throw new RangeError(`${functionName}: expected a step other than 0, got ${describe(text)}`);
  }
  const [low, high] = step > 0 ? [0, size] : [-1, size - 1];
  const bound = (end: number | undefined, otherwise: number): number =>
    end === undefined ? otherwise : Math.min(high, Math.max(low, end < 0 ? end + size : end));
  const start = bound(from, step > 0 ? low : high);
  const stop = bound(to, step > 0 ? high : low);
  const length = Math.max(0, Math.ceil((stop - start) / step));
  return { kind: "slice", axis, start, step, length, isWhole: step === 1 && length === size };
}

const isDots = (index: unknown): boolean => typeof index === "string" && index.trim() === "...";
const isMask = (index: unknown): index is ndarray => index instanceof ndarray && index.dtype === "bool";

/** Reads indices into selections that cover every axis, in order. */
export function partsOf(functionName: string, x: ndarray, indices: readonly Index[]): Part[] {
  const { shape } = x;
  const given = indices.map((index) =>
    typeof index === "string" || typeof index === "number" || index === null
      ? index
      : toArray(functionName, index),
  );
  const used = given.reduce<number>((sum, index) => {
    if (index === null || isDots(index)) return sum;
    return sum + (isMask(index) ? index.ndim : 1);
  }, 0);
  if (used > shape.length) {
    throw new RangeError(
      `${functionName}: expected at most ${shape.length} indices for shape ${formatShape(shape)}, got ${used}`,
    );
  }
  const dots = given.filter(isDots).length;
  if (dots > 1) throw new TypeError(`${functionName}: expected "..." at most once, got it ${dots} times`);
  const parts: Part[] = [];
  let axis = 0;
  const whole = (count: number): void => {
    for (let i = 0; i < count; i++, axis++) parts.push(wholeAxis(axis, shape[axis]));
  };
  for (const index of given) {
    if (index === null) parts.push({ kind: "new" });
    else if (typeof index === "string") {
      if (isDots(index)) whole(shape.length - used);
      else {
        parts.push(sliceOf(functionName, index, axis, shape[axis]));
        axis++;
      }
    } else if (isMask(index)) {
      parts.push(maskOf(functionName, index, axis, shape));
      axis += index.ndim;
    } else {
      parts.push(placesOf(functionName, index, axis, shape[axis]));
      axis++;
    }
  }
  if (dots === 0) whole(shape.length - used);
  return parts;
}

const wholeAxis = (axis: number, length: number): Slice => ({
  kind: "slice",
  axis,
  start: 0,
  step: 1,
  length,
  isWhole: true,
});

function placesOf(functionName: string, index: number | ndarray, axis: number, length: number): Places {
  const places = readIndices(`${functionName}: axis ${axis}`, index, length);
  const isNumber = places.ndim === 0 && !isTracer(places);
  return { kind: "places", axis, axes: 1, length, places, isNumber };
}

/** Truth values: the places of the true ones, in all their axes as one. */
function maskOf(functionName: string, mask: ndarray, axis: number, shape: readonly number[]): Places {
  const wanted = shape.slice(axis, axis + mask.ndim);
  if (formatShape(wanted) !== formatShape(mask.shape)) {
    const got = formatShape(mask.shape);
    throw new RangeError(
      `${functionName}: expected truth values of shape ${formatShape(wanted)}, got ${got}`,
    );
  }
  if (isTracer(mask)) mask.refuse(`${functionName} (with truth values as an index)`);
  const places = trueAt(mask);
  return { kind: "places", axis, axes: mask.ndim, length: mask.size, places, isNumber: false };
}

/** Takes what was selected. Places outside, of those that are not known yet, give the nearest or a fill. */
export function selected(
  functionName: string,
  x: ndarray,
  parts: readonly Part[],
  mode: OutOfBounds,
): ndarray {
  const places = parts.filter((part): part is Places => part.kind === "places");
  const numbersOnly = places.every((part) => part.isNumber);
  const cut = sliced(x, parts, numbersOnly);
  const lengths = (list: readonly Part[]): number[] =>
    list.flatMap((part) => (part.kind === "slice" ? [part.length] : part.kind === "new" ? [1] : []));
  if (numbersOnly) return reshape(cut, lengths(parts));
  // Indices in lists give axes of their own: in their place where they stand together, else in front, as in NumPy.
  const first = parts.findIndex((part) => part.kind === "places");
  const last = parts.map((part) => part.kind).lastIndexOf("places");
  const apart = parts.slice(first, last + 1).some((part) => part.kind !== "places");
  const before = apart ? [] : parts.slice(0, first);
  const behind = parts.slice(before.length).filter((part) => part.kind !== "places");
  // All axes that are selected by places come first, as one.
  const own = places.flatMap(({ axis, axes }) => Array.from({ length: axes }, (_, i) => axis + i));
  const rest = [...cut.shape.keys()].filter((axis) => !own.includes(axis));
  const total = places.reduce((product, part) => product * part.length, 1);
  const kept = rest.map((axis) => cut.shape[axis]);
  const flat = reshape(transpose(cut, [...own, ...rest]), [total, ...kept]);
  const common = broadcastShapes(functionName, ...places.map((part) => part.places.shape));
  sizeOf(functionName, [...common, ...kept]);
  const taken = gather(flat, flatPlaces(places, common, mode), mode);
  const count = before.filter((part) => part.kind === "slice").length;
  const axes = [...taken.shape.keys()];
  const [mine, others] = [axes.slice(0, common.length), axes.slice(common.length)];
  const placed = transpose(taken, [...others.slice(0, count), ...mine, ...others.slice(count)]);
  return reshape(placed, [...lengths(before), ...common, ...lengths(behind)]);
}

/** Applies what is known to lie in slices. Numbers are slices of length 1 where there are no other places. */
function sliced(x: ndarray, parts: readonly Part[], withNumbers: boolean): ndarray {
  const starts = x.shape.map(() => 0);
  const limits = [...x.shape];
  const strides = x.shape.map(() => 1);
  const turned: number[] = [];
  for (const part of parts) {
    if (part.kind === "slice") {
      const { axis, start, step, length } = part;
      const last = start + (length - 1) * step;
      const [low, high] = step > 0 ? [start, last] : [last, start];
      starts[axis] = length === 0 ? 0 : low;
      limits[axis] = length === 0 ? 0 : high + 1;
      strides[axis] = Math.abs(step);
      if (step < 0 && length > 1) turned.push(axis);
    } else if (part.kind === "places" && withNumbers) {
      starts[part.axis] = elementsOf(part.places)[0];
      limits[part.axis] = starts[part.axis] + 1;
    }
  }
  return reverse(slice(x, { starts, limits, strides }), turned);
}

/** Places in several axes as places in all of them as one. */
function flatPlaces(places: readonly Places[], common: readonly number[], mode: OutOfBounds): ndarray {
  const number = (value: number): ndarray => scalar(value, "int32");
  let result: ndarray | undefined;
  let isInside: ndarray | undefined;
  for (const { places: own, length } of places) {
    let inside = own;
    if (isTracer(own)) {
      inside = mapped(e.minimum, mapped(e.maximum, own, number(0)), number(Math.max(0, length - 1)));
      const fits = mapped(e.equal, inside, own);
      isInside = isInside ? mapped(e.and, isInside, fits) : fits;
    }
    result = result ? add(multiply(result, number(length)), inside) : inside;
  }
  const flat = broadcast(result as ndarray, common);
  return mode === "fill" && isInside ? where(isInside, flat, number(-1)) : flat;
}
