import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { isFloating, makeStorage } from "../array/traits";

/** Reads an array of indices along an axis of some length; negative ones count from the end. */
export function checkIndices(functionName: string, indices: ArrayLike, length: number): ndarray {
  const given = toArray(functionName, indices);
  const { data, dtype } = given;
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

/** Takes the elements at checked indices along an axis, which the axes of the indices replace. */
export function takeAlong(functionName: string, x: ndarray, indices: ndarray, axis: number): ndarray {
  const { shape, data } = x;
  const inner = shape.slice(axis + 1).reduce((product, length) => product * length, 1);
  const length = shape[axis];
  const result = [...shape.slice(0, axis), ...indices.shape, ...shape.slice(axis + 1)];
  const out = makeStorage(x.dtype, sizeOf(functionName, result));
  const places = indices.data;
  const outer = places.length * inner === 0 ? 0 : out.length / (places.length * inner);
  for (let block = 0, at = 0; block < outer; block++) {
    for (let i = 0; i < places.length; i++) {
      const from = (block * length + places[i]) * inner;
      for (let j = 0; j < inner; j++) out[at++] = data[from + j];
    }
  }
  return new ndarray(out, result, x.dtype);
}
