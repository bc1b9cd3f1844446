import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** The path of a file of reference data. */
export const referenceData = (name: string): string => resolve(__dirname, "../../../reference/data", name);

/** The float32 numbers of a little-endian file. */
export function readFloats(name: string): Float32Array {
  const bytes = readFileSync(referenceData(name));
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** The place of a float32 number in the order of all of them, −0 and 0 at the same place. */
function rank(x: number): number {
  const bits = new Int32Array(new Float32Array([x]).buffer)[0];
  return bits < 0 ? -(bits & 0x7fffffff) : bits;
}

/** How many float32 numbers lie between two, infinite where just one is NaN. */
export function ulps(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number.isNaN(a) && Number.isNaN(b) ? 0 : Infinity;
  return Math.abs(rank(a) - rank(b));
}

/** The smallest float32 number that is not subnormal; hardware may flush what is below to 0. */
export const tiny = 2 ** -126;
