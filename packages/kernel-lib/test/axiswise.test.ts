import { describe, expect, test } from "vitest";
import * as nn from "../src/nn";
import * as axiswise from "../src/nn/axiswise";
import * as np from "../src/np";
import { reference, resolving, unstored, type Stored } from "./stored";

interface Case {
  name: string;
  args: unknown[];
  options: object | null;
  results: Stored[];
}

const functions = nn as unknown as Record<string, (...args: unknown[]) => np.ndarray | np.ndarray[]>;
const [{ inputs: storedInputs }, ...cases] =
  reference<[{ inputs: Record<string, Stored> }, ...Case[]]>("axiswise");
const resolved = resolving(storedInputs);

/** |d| ≤ 1e-6 · max(1, |y|), and NaN, infinities and what is no float exactly. */
function expectSame(got: np.ndarray, wanted: np.ndarray): void {
  expect(got.dtype).toBe(wanted.dtype);
  expect(got.shape).toEqual(wanted.shape);
  const wrong: string[] = [];
  for (let i = 0; i < wanted.size; i++) {
    const [a, b] = [got.data[i], wanted.data[i]];
    if (Object.is(a, b) || a === b) continue;
    if (!(Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b))))
      wrong.push(`element ${i}: ${a}, expected ${b}`);
  }
  expect(wrong.slice(0, 5)).toEqual([]);
}

describe("as JAX computes along axes", () => {
  test("every function has reference numbers", () => {
    const held = new Set(cases.map(({ name }) => functions[name]));
    expect(Object.values(axiswise).filter((f) => !held.has(f as never))).toEqual([]);
  });

  for (const { name, args, options, results } of cases) {
    const given = options === null ? args : [...args, options];
    test(`${name}(${given.map((x) => JSON.stringify(x)).join(", ")})`, () => {
      const result = functions[name](...given.map(resolved));
      const got = Array.isArray(result) ? result : [result];
      expect(got.length).toBe(results.length);
      got.forEach((array, i) => expectSame(array, unstored(results[i])));
    });
  }
});
