import { broadcastShapes, formatShape, sameShape, sizeOf } from "./broadcast";
import type { Storage } from "./dtype";
import { elementsOf, ndarray } from "./ndarray";
import { emptyStorage } from "./traits";

/** Broadcasts an array to a shape; throws in the name of a function where it does not broadcast to it. */
export function stretched(functionName: string, x: ndarray, shape: readonly number[]): ndarray {
  if (sameShape(x.shape, shape)) return x;
  if (!sameShape(broadcastShapes(functionName, x.shape, shape), shape)) {
    throw new RangeError(
      `${functionName}: shape ${formatShape(x.shape)} does not broadcast to ${formatShape(shape)}`,
    );
  }
  const size = sizeOf(functionName, shape);
  if (size === 0 || x.size === 1) {
    return new ndarray(emptyStorage(x.dtype, size).fill(size === 0 ? 0 : elementsOf(x)[0]), shape, x.dtype);
  }
  let data = elementsOf(x);
  for (const { inner, count } of repeatsOf(x.shape, shape)) {
    const out = emptyStorage(x.dtype, data.length * count);
    repeatBlocks(data, out, inner, count);
    data = out;
  }
  return new ndarray(data, shape, x.dtype);
}

/** Blocks of so many elements are repeated so many times, each before the next one. */
export interface Repeats {
  readonly inner: number;
  readonly count: number;
}

/** What is to be repeated, from the last axis to the first, for a shape to become another to which it broadcasts. */
export function repeatsOf(from: readonly number[], shape: readonly number[]): Repeats[] {
  const result: Repeats[] = [];
  // Neighbouring axes along which elements are repeated are one.
  const missing = shape.length - from.length;
  const repeats = (axis: number): boolean => axis < missing || from[axis - missing] !== shape[axis];
  let inner = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    let count = 1;
    for (; axis >= 0 && repeats(axis); axis--) count *= shape[axis];
    if (count > 1) result.push({ inner, count });
    inner *= count * (axis >= 0 ? shape[axis] : 1);
  }
  return result;
}

/** Shorter blocks are copied sooner element by element. */
const worthCopying = 24;

/** Repeats each block of `inner` elements `count` times. */
function repeatBlocks(data: Storage, out: Storage, inner: number, count: number): void {
  if (inner === data.length) {
    out.set(data);
    for (let filled = inner; filled < out.length; filled *= 2) out.copyWithin(filled, 0, filled);
    return;
  }
  if (inner === 1 && count >= worthCopying) {
    for (let i = 0; i < data.length; i++) out.fill(data[i], i * count, (i + 1) * count);
    return;
  }
  let to = 0;
  for (let from = 0; from < data.length; from += inner) {
    const block = inner < worthCopying ? undefined : data.subarray(from, from + inner);
    for (let i = 0; i < count; i++) {
      if (block) out.set(block, to);
      else for (let k = 0; k < inner; k++) out[to + k] = data[from + k];
      to += inner;
    }
  }
}
