import { describe, expect, test } from "vitest";
import { rowKernels, type Rows } from "../src/expr/simd/rows";
import { block } from "../src/expr/simd/scratch";
import { readFloats, ulps } from "./floats";

const points = readFloats("activations.values.bin")
  .subarray(0, 10000)
  .filter((x) => Math.abs(x) < 200);
const rows = rowKernels() as Rows;
const lengths = [1, 2, 7, 8, 9, 32, 100, block - 1, block, block + 1, 2 * block + 3];
const rowOf = (length: number): Float32Array =>
  Float32Array.from({ length }, (_, i) => points[(i * 13) % points.length]);

describe.each(lengths)("a row of %i", (length) => {
  const row = rowOf(length);
  const most = row.reduce((a, b) => Math.max(a, b));
  const shifted = Float64Array.from(row, (x) => Math.fround(x - most));
  const sum = shifted.reduce((total, x) => total + Math.exp(x), 0);

  test("has its largest element", () => {
    expect(rows.largest(row)).toBe(most);
  });

  test("has the sum of its exponentials", () => {
    const out = new Float32Array(length);
    expect(Math.abs(rows.expSum(row, most, out) / sum - 1)).toBeLessThan(2e-7);
    expect(Math.abs(rows.expSum(row, most) / sum - 1)).toBeLessThan(2e-7);
    if (length > block) out.forEach((y, i) => expect(ulps(y, Math.exp(shifted[i]))).toBeLessThanOrEqual(2));
  });

  test("has a softmax and a log softmax", () => {
    const [soft, log] = [new Float32Array(length), new Float32Array(length)];
    rows.softmax(row, soft);
    rows.logSoftmax(row, log);
    const wrong: string[] = [];
    for (let i = 0; i < length; i++) {
      const [p, q] = [Math.exp(shifted[i]) / sum, shifted[i] - Math.log(sum)];
      if (ulps(soft[i], p) > 4 && Math.abs(soft[i] - p) > 1e-36)
        wrong.push(`${i}: ${soft[i]}, expected ${p}`);
      if (ulps(log[i], q) > 1) wrong.push(`${i}: ${log[i]}, expected log ${q}`);
    }
    expect(wrong).toEqual([]);
  });
});

test("NaN and infinities go as in JAX", () => {
  const soft = (...row: number[]): number[] => {
    const out = new Float32Array(row.length);
    rows.softmax(Float32Array.from(row), out);
    return [...out];
  };
  expect(soft(-Infinity, 0)).toEqual([0, 1]);
  expect(soft(Infinity, 0)).toEqual([NaN, NaN]);
  expect(soft(-Infinity, -Infinity)).toEqual([NaN, NaN]);
  expect(soft(NaN, 0)).toEqual([NaN, NaN]);
  expect(rows.largest(new Float32Array(0))).toBe(-Infinity);
});
