import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import type { Rows } from "../array/rows";
import { emptyStorage } from "../array/traits";
import type { Folding } from "../simd/folds";
import { reduceFloats } from "../simd/reduce";

/** Below so many numbers the way through the arena does not pay. */
const worthCopying = 256;

/** Makes one float32 number of each row, many at once; undefined where that is not worth it, or not possible. */
export function foldFloats(by: Folding, rows: Rows, dtype: DType): ndarray | undefined {
  if (dtype !== "float32" || rows.data.length < worthCopying || rows.length < 2) return undefined;
  const out = emptyStorage(dtype, rows.count) as Float32Array;
  const folded = reduceFloats(by, rows.data as Float32Array, out, rows.length, rows.step);
  return folded ? new ndarray(out, rows.kept, dtype) : undefined;
}
