import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { sameShape } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { elementsOf, ndarray } from "../array/ndarray";
import { isFloating, isOfWords } from "../array/traits";
import { gather, type OutOfBounds } from "../ops/gather";
import { moveAxis, reshape, transpose } from "../ops/layout";
import { add, convertType, mapped, scalar, where } from "../ops/map";
import { isTracer } from "../ops/tracer";
import { trueElements, truePlaces } from "../simd/select";

/** Reads an array of indices along an axis of some length, all of them known; negative ones count from the end. */
export function checkIndices(functionName: string, indices: ArrayLike, length: number): ndarray {
  const given = toArray(functionName, indices);
  const { dtype } = given;
  const data = elementsOf(given);
  const result = new Int32Array(data.length);
  for (let i = 0; i < data.length; i++) {
    const index = data[i];
    if (dtype === "bool" || (isFloating(dtype) && !Number.isInteger(index))) {
      throw new TypeError(
        `${functionName}: expected whole numbers as indices, got ${dtype === "bool" ? dtype : index}`,
      );
    }
    if (index < -length || index >= length) {
      throw new RangeError(
        `${functionName}: index ${index} is out of bounds for an axis of length ${length}`,
      );
    }
    result[i] = index < 0 ? index + length : index;
  }
  return new ndarray(result, given.shape, "int32");
}

/**
 * Reads an array of indices along an axis: known ones are checked, of those that are followed the negative ones are
 * counted from the end, and what lies outside stays so.
 */
export function readIndices(functionName: string, indices: ArrayLike, length: number): ndarray {
  const given = toArray(functionName, indices);
  if (!isTracer(given)) return checkIndices(functionName, given, length);
  // A plain number that is followed has no dtype of its own.
  if (given.dtype === "bool" || (isFloating(given.dtype) && given.weak !== "integer")) {
    throw new TypeError(`${functionName}: expected whole numbers as indices, got ${given.dtype}`);
  }
  return fromEnd(convertType(given, "int32"), length);
}

/** Counts negative indices from the end. */
export function fromEnd(indices: ndarray, length: number): ndarray {
  const isNegative = mapped(e.less, indices, scalar(0, "int32"));
  return where(isNegative, add(indices, scalar(length, "int32")), indices);
}

/** What becomes of indices that lie outside: an error (if they are known), the one at the end, counting on, or a fill. */
export type IndexMode = "clip" | "wrap" | "fill";

/** Reads an array of indices of which those that lie outside become what the mode says; -1 stands for a fill. */
export function boundIndices(
  functionName: string,
  indices: ArrayLike,
  length: number,
  mode: IndexMode,
): ndarray {
  const given = toArray(functionName, indices);
  if (given.dtype === "bool" || (isFloating(given.dtype) && isTracer(given) && given.weak !== "integer")) {
    throw new TypeError(`${functionName}: expected whole numbers as indices, got ${given.dtype}`);
  }
  if (!isTracer(given) && !elementsOf(given).every(Number.isInteger)) {
    const wrong = elementsOf(given).find((index) => !Number.isInteger(index));
    throw new TypeError(`${functionName}: expected whole numbers as indices, got ${wrong}`);
  }
  const whole = convertType(given, "int32");
  const number = (value: number): ndarray => scalar(value, "int32");
  if (mode === "clip") {
    return mapped(e.minimum, mapped(e.maximum, whole, number(0)), number(Math.max(0, length - 1)));
  }
  if (mode === "wrap") {
    const rest = mapped(e.remainder, whole, number(length));
    return fromEnd(rest, length);
  }
  const counted = fromEnd(whole, length);
  const isOutside = mapped(
    e.or,
    mapped(e.less, counted, number(0)),
    mapped(e.greaterEqual, counted, number(length)),
  );
  return where(isOutside, number(-1), counted);
}

/** Takes the elements at read indices along an axis, which the axes of the indices replace. */
export function takeAt(x: ndarray, indices: ndarray, axis: number, mode: OutOfBounds): ndarray {
  const taken = gather(moveAxis(x, axis, 0), indices, mode);
  if (axis === 0) return taken;
  // The axes of the indices go where the axis was.
  const own = [...indices.shape.keys()];
  const rest = [...taken.shape.keys()].slice(indices.ndim);
  return transpose(taken, [...rest.slice(0, axis), ...own, ...rest.slice(axis)]);
}

/** The places of true elements in an array as one row. */
export function trueAt(mask: ndarray): ndarray {
  const data = elementsOf(mask);
  const found = truePlaces(data as Uint8Array);
  if (found) return new ndarray(found, [found.length], "int32");
  let count = 0;
  for (let i = 0; i < data.length; i++) if (data[i] !== 0) count++;
  const places = new Int32Array(count);
  for (let i = 0, at = 0; at < count; i++) if (data[i] !== 0) places[at++] = i;
  return new ndarray(places, [count], "int32");
}

/** The elements of a known array where a mask of its shape is true; undefined where there is no short way to them. */
export function elementsWhere(x: ndarray, mask: ndarray): ndarray | undefined {
  if (isTracer(x) || isTracer(mask) || !sameShape(x.shape, mask.shape)) return undefined;
  const data = elementsOf(x);
  if (!isOfWords(data)) return undefined;
  const kept = trueElements(data, elementsOf(mask) as Uint8Array);
  return kept && new ndarray(kept, [kept.length], x.dtype);
}

/** The elements of an array in one row, over and over, until there are so many. */
export function cycled(x: ndarray, size: number): ndarray {
  const places = Int32Array.from({ length: size }, (_, i) => i % x.size);
  return takeAt(reshape(x, [x.size]), new ndarray(places, [size], "int32"), 0, "clip");
}
