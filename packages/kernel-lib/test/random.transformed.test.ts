import { expect, test } from "vitest";
import type { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as np from "../src/np";

const { random } = jax;
const key = random.PRNGKey(3);
const table = np.arange(12).reshape([4, 3]);

/** Draws whose bits must not depend on what follows them. */
const draws: Readonly<Record<string, (key: ndarray) => ndarray>> = {
  split: (own) => random.split(own, { num: 3 }),
  foldIn: (own) => random.foldIn(own, 5),
  bits: (own) => random.bits(own, [4]),
  uniform: (own) => random.uniform(own, [5], { minval: -1, maxval: [1, 2, 3, 4, 5] }),
  normal: (own) => random.normal(own, [2, 3]),
  truncatedNormal: (own) => random.truncatedNormal(own, -1, { upper: 2, shape: [4] }),
  gumbel: (own) => random.gumbel(own, [3]),
  exponential: (own) => random.exponential(own, [3]),
  categorical: (own) => random.categorical(own, table),
  bernoulli: (own) => random.bernoulli(own, 0.3, [6]),
  randint: (own) => random.randint(own, [3], { minval: 0, maxval: 9 }),
  permutation: (own) => random.permutation(own, 10),
  "permutation of rows": (own) => random.permutation(own, table),
  "permutation of each row": (own) => random.permutation(own, table, { axis: 1, independent: true }),
  choice: (own) => random.choice(own, 10, [3]),
  "choice of columns": (own) => random.choice(own, table, [2], { replace: false, axis: 1 }),
  "choice by probability": (own) => random.choice(own, 3, [5], { p: [0.2, 0.3, 0.5] }),
  "choice without replacement": (own) => random.choice(own, 3, [2], { p: [0.2, 0.3, 0.5], replace: false }),
};

for (const [name, draw] of Object.entries(draws)) {
  test(`${name} draws the same under jit, and for each key under vmap`, () => {
    const keys = random.split(key, 4);
    const wanted = [0, 1, 2, 3].map((i) => draw(keys.at(i)).tolist());
    expect(jax.jit(draw)(keys.at(1)).tolist()).toEqual(wanted[1]);
    expect(jax.vmap(draw)(keys).tolist()).toEqual(wanted);
    expect(jax.jit(jax.vmap(draw))(keys).tolist()).toEqual(wanted);
  });
}

test("foldIn takes a number that is followed", () => {
  const folded = jax.vmap((step) => random.foldIn(key, step))(np.arange(3));
  expect(folded.tolist()).toEqual([0, 1, 2].map((step) => random.foldIn(key, step).tolist()));
});

test("gradients go through what is made of draws, and through the ends of intervals", () => {
  const scaled = (scale: ndarray): ndarray => random.normal(key, [3]).mul(scale).sum();
  expect(jax.grad(scaled)(2).item()).toBeCloseTo(random.normal(key, [3]).sum().item(), 5);
  const ends: readonly ((a: ndarray, b: ndarray) => ndarray)[] = [
    (a, b) => random.uniform(key, [4], { minval: a, maxval: b, dtype: "float64" }).sum(),
    (a, b) => random.truncatedNormal(key, a, b, [4], "float64").sum(),
  ];
  for (const f of ends) {
    const [low, high] = [np.array(-1, "float64"), np.array(2, "float64")];
    const step = 1e-5;
    const slope = (at: (change: number) => ndarray): number =>
      (at(step).item() - at(-step).item()) / (2 * step);
    const [byLow, byHigh] = jax.grad(f, [0, 1])(low, high);
    expect(byLow.item()).toBeCloseTo(
      slope((change) => f(low.add(change), high)),
      6,
    );
    expect(byHigh.item()).toBeCloseTo(
      slope((change) => f(low, high.add(change))),
      6,
    );
  }
});

test("np.random draws anew each time, the same after a seed, and not within a followed function", () => {
  const draw = (): unknown[] => [
    np.random.rand(2, 3).tolist(),
    np.random.randint(10, { size: [4] }).tolist(),
    np.random.permutation(9).tolist(),
    np.random.normal([0, 100], 1).tolist(),
  ];
  np.random.seed(5);
  const first = draw();
  const second = draw();
  np.random.seed(5);
  expect(draw()).toEqual(first);
  expect(second).not.toEqual(first);
  expect(() => jax.jit((x) => np.random.normal(x, 1))(0)).toThrow(/^normal: expected a key while/);
  expect(() => np.random.randint(5, 2)).toThrow(/^randint: expected low to be less than high/);
});
