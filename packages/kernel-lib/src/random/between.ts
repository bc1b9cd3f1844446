import type { DType, Storage } from "../array/dtype";
import { elementsOf, type ndarray } from "../array/ndarray";
import { checkDType, isFloating } from "../array/traits";
import { subtract } from "../expr";
import { broadcast } from "../ops/broadcast";
import { drawing, fillFractions, randomFractions, type Words } from "../ops/draw";
import { add, convertType, mapped, multiply, scalar } from "../ops/map";
import { bindOne } from "../ops/bind";
import { isTracer } from "../ops/tracer";
import type { Key } from "./keys";

/**
 * Numbers evenly from [low, high), one for each element: random bits as a fraction f, then f·(high − low) + low with
 * one rounding at the end, as XLA fuses it.
 */
export function fillBetween(key: Words, out: Storage, low: Storage, high: Storage): void {
  fillFractions(key, out);
  if (out instanceof Float64Array) {
    for (let i = 0; i < out.length; i++) out[i] = Math.max(low[i], out[i] * (high[i] - low[i]) + low[i]);
    return;
  }
  for (let i = 0; i < out.length; i++) {
    out[i] = Math.max(low[i], Math.fround(out[i] * Math.fround(high[i] - low[i]) + low[i]));
  }
}

const uniformPrimitive = drawing("uniform", fillBetween, ([key, low, high], [, t, u], params) => {
  const { shape, dtype } = params;
  const fraction = randomFractions(key, shape, dtype);
  const toHigh = u && multiply(u, fraction);
  const toLow = t && multiply(t, mapped(subtract, scalar(1, dtype), fraction));
  return {
    outputs: [bindOne(uniformPrimitive, [key, low, high], params)],
    tangents: [toLow && toHigh ? add(toLow, toHigh) : (toLow ?? toHigh)],
  };
});

/** Tells whether an end is known, and this number. */
const isJust = (value: number, end: ndarray): boolean =>
  !isTracer(end) && end.size === 1 && elementsOf(end)[0] === value;

/** Numbers evenly from [low, high). */
export function between(
  key: Key,
  shape: readonly number[],
  dtype: DType,
  low: ndarray,
  high: ndarray,
): ndarray {
  if (isJust(0, low) && isJust(1, high)) return randomFractions(key, shape, dtype);
  const ends = [low, high].map((end) => broadcast(convertType(end, dtype), shape));
  return bindOne(uniformPrimitive, [key, ...ends], { shape, dtype });
}

/** Checks that an argument names a dtype of floats. */
export function checkFloating(functionName: string, dtype: unknown): DType {
  const checked = checkDType(functionName, dtype, "float32");
  if (isFloating(checked)) return checked;
  throw new TypeError(`${functionName}: expected dtype float32 or float64, got ${checked}`);
}
