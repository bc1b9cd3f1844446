import type { DType, Storage } from "../array/dtype";
import { checkDType, isFloating } from "../array/traits";
import { randomFractions, randomWords } from "./words";

/** Checks that an argument names a dtype of floats. */
export function checkFloating(functionName: string, dtype: unknown): DType {
  const checked = checkDType(functionName, dtype, "float32");
  if (isFloating(checked)) return checked;
  throw new TypeError(`${functionName}: expected dtype float32 or float64, got ${checked}`);
}

/**
 * Numbers evenly from [low, high), one for each element: random bits as a fraction f, then f·(high − low) + low with
 * one rounding at the end, as XLA fuses it.
 */
export function between(key: readonly [number, number], low: Storage, high: Storage, dtype: DType): Storage {
  const size = low.length;
  if (dtype === "float64") {
    const result = randomFractions(key, size);
    for (let i = 0; i < size; i++) result[i] = Math.max(low[i], result[i] * (high[i] - low[i]) + low[i]);
    return result;
  }
  const words = randomWords(key, size);
  const result = new Float32Array(size);
  for (let i = 0; i < size; i++) {
    const fraction = (words[i] >>> 9) * 2 ** -23;
    result[i] = Math.max(low[i], Math.fround(fraction * Math.fround(high[i] - low[i]) + low[i]));
  }
  return result;
}
