import { describe, expect, test } from "vitest";
import { rowKernels, type Rows } from "../src/expr/simd/rows";
import { block } from "../src/simd/scratch";
import { readFloats, ulps } from "./floats";

const points = readFloats("activations.values.bin")
  .subarray(0, 10000)
  .filter((x) => Math.abs(x) < 200);
const rows = rowKernels() as Rows;
const lengths = [1, 2, 7, 15, 16, 17, 32, 100, block - 1, block, block + 1, 2 * block + 3];
const rowOf = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => points[(i * 13) % points.length]);

describe.each(lengths)("a row of %i", (length) => {
  const row = rowOf(length);
  const most = row.reduce((a, b) => Math.max(a, b));
  const shifted = Float64Array.from(row, (x) => Math.fround(x - most));
  const sum = shifted.reduce((total, x) => total + Math.exp(x), 0);

  test("has a softmax and a log softmax", () => {
    const [soft, log] = [new Float32Array(length), new Float32Array(length)];
    rows.softmax(row, soft, length);
    rows.logSoftmax(row, log, length);
    const wrong: string[] = [];
    for (let i = 0; i < length; i++) {
      const [p, q] = [Math.exp(shifted[i]) / sum, shifted[i] - Math.log(sum)];
      if (ulps(soft[i], p) > 4 && Math.abs(soft[i] - p) > 1e-36)
        wrong.push(`${i}: ${soft[i]}, expected ${p}`);
      // Near 0 it is the logarithm of a sum near 1, whose last digit is all that can be asked for.
      if (ulps(log[i], q) > 1 && Math.abs(log[i] - q) > 2 ** -24)
        wrong.push(`${i}: ${log[i]}, expected log ${q}`);
    }
    expect(wrong).toEqual([]);
  });
});

test.each([3, 16, 33, 100, 1000, block / 2, block - 3])("rows of %i together are as each alone", (length) => {
  const count = Math.ceil((3 * block) / length);
  const data = rowOf(count * length);
  for (const name of ["softmax", "logSoftmax"] as const) {
    const [together, alone] = [new Float32Array(data.length), new Float32Array(data.length)];
    rows[name](data, together, length);
    for (let start = 0; start < data.length; start += length) {
      rows[name](data.subarray(start, start + length), alone.subarray(start, start + length), length);
    }
    expect(together).toEqual(alone);
  }
});

test("NaN and infinities go as in JAX", () => {
  for (const [name, unlikely, likely] of [
    ["softmax", 0, 1],
    ["logSoftmax", -Infinity, 0],
  ] as const) {
    for (const length of [2, 100, block + 9]) {
      const of = (start: readonly number[], rest: number): Set<number> => {
        const row = new Float32Array(length).fill(rest);
        row.set(start);
        const out = new Float32Array(length);
        rows[name](row, out, length);
        return new Set(out);
      };
      expect(of([0], -Infinity)).toEqual(new Set([likely, unlikely]));
      expect(of([Infinity], 0)).toEqual(new Set([NaN]));
      expect(of([], -Infinity)).toEqual(new Set([NaN]));
      expect(of([NaN], 0)).toEqual(new Set([NaN]));
      expect(of([0], NaN)).toEqual(new Set([NaN]));
      expect(of([NaN, Infinity], -Infinity)).toEqual(new Set([NaN]));
    }
  }
});
