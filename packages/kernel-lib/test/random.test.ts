import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as random from "../src/random";
import { mostUlps, reference, unstored, type Stored } from "./stored";

type Draw = (key: ndarray) => ndarray;

/** Draws that are not bit-exact: normal ones in float32 within 4 units in the last place, others by a measure. */
const inexact = ["normal", "truncatedNormal"];
const byMeasure = ["gumbel", "exponential", "laplace", "logistic", "cauchy"];

function expectSame(name: string, got: ndarray, wanted: ndarray): void {
  expect(got.dtype).toBe(wanted.dtype);
  expect(got.shape).toEqual(wanted.shape);
  if (!inexact.includes(name) && !byMeasure.includes(name)) return expect(got.data).toEqual(wanted.data);
  if (got.dtype === "float32" && inexact.includes(name)) {
    return expect(mostUlps(got.data, wanted.data, got.dtype)).toBeLessThanOrEqual(4);
  }
  const unit = got.dtype === "float32" ? 2 ** -23 : 2 ** -52;
  const off = Array.from(got.data, (x, i) => Math.abs(x - wanted.data[i]) / Math.max(1, Math.abs(x)));
  // In float64 the draw itself, rounded once more or less, moves the result by as much towards the tails.
  expect(Math.max(...off) / unit).toBeLessThanOrEqual(got.dtype === "float32" ? 8 : 32);
}

describe("a thousand seeds", () => {
  const { seeds, ...stored } = reference<{ seeds: string[]; [draw: string]: unknown }>("jax-random-seeds");
  const draws: Record<string, Draw> = {
    keys: (key) => key,
    split: (key) => random.split(key, 3),
    foldIn: (key) => random.foldIn(key, 7),
    foldInLarge: (key) => random.foldIn(key, 2 ** 32 - 1),
    bits: (key) => random.bits(key, [5]),
    uniform: (key) => random.uniform(key, [5]),
    uniformScaled: (key) => random.uniform(key, [5], { minval: -3.3, maxval: 7.1 }),
    normal: (key) => random.normal(key, [5]),
    randint: (key) => random.randint(key, [5], -5, 1000),
    bernoulli: (key) => random.bernoulli(key, 0.3, [5]),
    truncatedNormal: (key) => random.truncatedNormal(key, -2, 2, [5]),
  };

  test("are a thousand", () => expect(seeds.length).toBe(1000));

  test("are all compared", () => expect(Object.keys(stored)).toEqual(Object.keys(draws)));

  for (const [name, draw] of Object.entries(draws)) {
    test(`${name} is as in JAX`, () => {
      const wanted = unstored(stored[name] as Stored);
      const size = wanted.size / seeds.length;
      const rows = seeds.map((seed) => draw(random.PRNGKey(Number(seed))));
      rows.forEach((row, i) => {
        const part = wanted.data.slice(i * size, (i + 1) * size);
        expectSame(name, row, new ndarray(part, wanted.shape.slice(1), wanted.dtype));
      });
    });
  }
});

describe("shapes, ranges and dtypes", () => {
  const cases =
    reference<{ name: string; args: unknown[]; options: object | null; result: Stored }[]>("jax-random");
  const functions = random as unknown as Record<string, (...args: unknown[]) => ndarray>;
  for (const { name, args, options, result } of cases) {
    const given = options === null ? args : [...args, options];
    const label = given.map((x) => JSON.stringify(x)).join(", ");
    test(`${name}(${label.slice(0, 70)}) is as in JAX`, () => {
      expectSame(name, functions[name](random.PRNGKey(42), ...given), unstored(result));
    });
  }
});
