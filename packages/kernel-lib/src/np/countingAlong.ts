import { sizeOf } from "../array/broadcast";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";

/** Whole numbers from 0 on, as many as an axis is long, lying along it. */
export function countingAlong(
  functionName: string,
  length: number,
  axis: number,
  ndim: number,
  dtype: DType,
): ndarray {
  const data = makeStorage(dtype, sizeOf(functionName, [length]));
  for (let i = 0; i < length; i++) data[i] = i;
  return new ndarray(
    data,
    Array.from({ length: ndim }, (_, i) => (i === axis ? length : 1)),
    dtype,
  );
}
