import type { DType, Storage } from "./dtype";

/** Adds up a row of elements; integers wrap as theirs do, floats are added so that rounding hardly shows. */
export type Sum = (data: Storage, start: number, length: number, step: number) => number;

/** Chooses how elements of a dtype are added. */
export function sumOf(dtype: DType): Sum {
  if (dtype === "float64") return pairwise;
  if (dtype === "float32") return inDouble;
  return dtype === "int32" || dtype === "bool" ? signed : unsigned;
}

/** Adds float32 elements in float64, in four strands: exact to the last bit of a float32 in all but extreme cases. */
function inDouble(data: Storage, start: number, length: number, step: number): number {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  let at = start;
  const whole = length - (length % 4);
  for (let i = 0; i < whole; i += 4, at += 4 * step) {
    a += data[at];
    b += data[at + step];
    c += data[at + 2 * step];
    d += data[at + 3 * step];
  }
  for (let i = whole; i < length; i++, at += step) a += data[at];
  return a + b + (c + d);
}

/** Adds halves of halves, so that the error grows with the logarithm of the length only. */
function pairwise(data: Storage, start: number, length: number, step: number): number {
  if (length <= 128) return inDouble(data, start, length, step);
  const half = Math.floor(length / 2);
  return pairwise(data, start, half, step) + pairwise(data, start + half * step, length - half, step);
}

function signed(data: Storage, start: number, length: number, step: number): number {
  let sum = 0;
  for (let i = 0, at = start; i < length; i++, at += step) sum = (sum + data[at]) | 0;
  return sum;
}

function unsigned(data: Storage, start: number, length: number, step: number): number {
  let sum = 0;
  for (let i = 0, at = start; i < length; i++, at += step) sum = (sum + data[at]) >>> 0;
  return sum;
}
