import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { resultType, type DType } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { floatingType } from "../array/traits";
import { convertType } from "../ops/map";

/**
 * Inputs and parameters in the dtype in which a layer computes: the one it is told, else that of all together, at least
 * float32.
 */
export function promoted(
  name: string,
  dtype: DType | null | undefined,
  ...operands: readonly ArrayLike[]
): ndarray[] {
  const arrays = operands.map((x) => toArray(name, x));
  const common = dtype ?? floatingType(resultType(...arrays));
  return arrays.map((x) => convertType(x, common));
}
