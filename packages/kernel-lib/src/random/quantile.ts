import type { Storage } from "../array/dtype";
import { fillFractions, type Words } from "../ops/draw";
import { erfInv32, erfInv64 } from "../expr/erfInv";

/** √2 times the inverse error function: what turns a number from (−1, 1) into one of the normal distribution. */
export function quantile(out: Storage): (u: number) => number {
  if (out instanceof Float64Array) return (u) => Math.SQRT2 * erfInv64(u);
  const root = Math.fround(Math.SQRT2);
  return (u) => root * erfInv32(u);
}

/** Numbers of mean 0 and variance 1. */
export function fillNormal(key: Words, out: Storage): void {
  fillFractions(key, out);
  const convert = quantile(out);
  if (out instanceof Float64Array) {
    const low = -(1 - 2 ** -53);
    for (let i = 0; i < out.length; i++) out[i] = convert(Math.max(low, out[i] * (1 - low) + low));
    return;
  }
  // The number next to −1, in float32, and the distance from there to 1.
  const low = -(1 - 2 ** -24);
  const span = Math.fround(1 - low);
  for (let i = 0; i < out.length; i++) {
    out[i] = convert(Math.max(low, Math.fround(out[i] * span + low)));
  }
}
