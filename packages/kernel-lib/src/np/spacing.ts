import { sizeOf } from "../array/broadcast";
import { checkInteger, checkNumber } from "../array/checks";
import { readTyping } from "../array/coerce";
import type { DType } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { convertStorage, isFloating } from "../array/traits";

/** What is left out of the options of functions that space numbers. */
export const spacedDefaults: { num?: number; endpoint?: boolean; dtype?: DType } = {
  num: 50,
  endpoint: true,
  dtype: undefined,
};

/** The evenly spaced numbers in float64, NumPy's operations in NumPy's order, so that every bit agrees. */
export function spaced(
  functionName: string,
  start: number,
  stop: number,
  num: number | undefined,
  endpoint: boolean | undefined,
): Float64Array {
  const from = checkNumber(functionName, "start", start);
  const to = checkNumber(functionName, "stop", stop);
  const count = checkInteger(functionName, "num", num, 0);
  const result = new Float64Array(sizeOf(functionName, [count]));
  const divisions = endpoint === false ? count : count - 1;
  const delta = to - from;
  const step = delta / divisions;
  for (let i = 0; i < count; i++) {
    // A step that underflows to 0 is undone by dividing first; one point has no step.
    const along = divisions <= 0 ? i * delta : step === 0 ? (i / divisions) * delta : i * step;
    result[i] = along + from;
  }
  if (endpoint !== false && count > 1) result[count - 1] = to;
  return result;
}

/** Numbers in the dtype that was asked for; whole ones are rounded down. */
export function round(functionName: string, values: Float64Array, dtype: unknown): ndarray {
  const type = readTyping(functionName, { dtype }) ?? "float32";
  if (!isFloating(type)) for (let i = 0; i < values.length; i++) values[i] = Math.floor(values[i]);
  return new ndarray(convertStorage(values, "float64", type), [values.length], type);
}
