import type { Storage } from "../array/dtype";
import { add, define, input, maximum, multiply, substitute } from "../expr";
import { beyondVega } from "../expr/beyondVega";
import { erfInv32, erfInv64, erfInvLanes } from "../expr/erfInv";
import { makeKernel } from "../expr/kernel";
import { fillFractions, type Words } from "../ops/draw";

const erfInv = define({
  name: "erfInv32",
  arity: 1,
  kind: "number",
  evaluate: erfInv32,
  lanes: erfInvLanes,
  vega: beyondVega("erfInv32"),
});

const u = input("u");
const quantile = multiply(Math.fround(Math.SQRT2), erfInv(u));
// A few draws are the first of many, to the bit.
const quantiles = makeKernel(quantile, [u], ["float32"], 1);

/** Turns numbers from [−1, 1] into those of the normal distribution: √2 times the inverse error function. */
export function fillQuantiles(out: Storage): void {
  if (out instanceof Float32Array) return quantiles.run([out], out);
  for (let i = 0; i < out.length; i++) out[i] = Math.SQRT2 * erfInv64(out[i]);
}

// From the number next to −1, in float32; the distance from there to 1 is rounded to 2.
const lowest = -(1 - 2 ** -24);
const fractions = makeKernel(
  substitute(quantile, new Map([[u, maximum(lowest, add(multiply(2, u), lowest))]])),
  [u],
  ["float32"],
  1,
);

/** Numbers of mean 0 and variance 1. */
export function fillNormal(key: Words, out: Storage): void {
  fillFractions(key, out);
  if (out instanceof Float32Array) return fractions.run([out], out);
  const low = -(1 - 2 ** -53);
  for (let i = 0; i < out.length; i++) out[i] = Math.max(low, out[i] * (1 - low) + low);
  fillQuantiles(out);
}
