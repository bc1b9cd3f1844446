import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { scatter } from "../ops/gather";
import { reshape } from "../ops/layout";
import { convertType, full } from "../ops/map";

/** Adds up weights by place; what has no place below the length is left out. */
export function tally(
  functionName: string,
  places: ndarray,
  weights: ndarray | null,
  length: number,
): ndarray {
  const each = weights ?? full(1, [places.size], "int32");
  sizeOf(functionName, [length]);
  const sums = full(0, [length], each.dtype);
  return scatter(
    "add",
    sums,
    reshape(convertType(places, "int32"), [places.size]),
    reshape(each, [each.size]),
  );
}

/** Reads weights, one for each element. */
export function weightsOf(
  functionName: string,
  weights: ArrayLike | null | undefined,
  size: number,
): ndarray | null {
  if (weights === null || weights === undefined) return null;
  const given = toArray(functionName, weights);
  if (given.size === size) return given;
  throw new RangeError(`${functionName}: expected a weight for each of ${size} elements, got ${given.size}`);
}
