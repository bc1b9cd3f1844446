import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { resultType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { convertType } from "../ops/map";

/** Reads operands in the dtype in which they are combined; a plain number is weak. */
export function combined(functionName: string, operands: readonly ArrayLike[]): ndarray[] {
  const arrays = operands.map((x) => toArray(functionName, x));
  const dtype = resultType(...operands.map((x, i) => (typeof x === "number" ? x : arrays[i])));
  return arrays.map((x) => convertType(x, dtype));
}
