import { expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as axiswise from "../src/nn/axiswise";
import * as np from "../src/np";

const x = jax.random.normal(jax.random.PRNGKey(1), [3, 2, 4], "float64");
const mask = np.greater(jax.random.normal(jax.random.PRNGKey(2), [3, 2, 4]), -0.5);
const factors = jax.random.normal(jax.random.PRNGKey(3), [3, 2, 4], "float64");

/** Ways to call each function; each gets along with one axis less, too. */
const calls: Readonly<Record<string, readonly ((x: np.ndarray) => np.ndarray)[]>> = {
  softmax: [(x) => nn.softmax(x), (x) => nn.softmax(x, 0), (x) => nn.softmax(x, { axis: null })],
  logSoftmax: [(x) => nn.logSoftmax(x), (x) => nn.logSoftmax(x, 0)],
  logsumexp: [
    (x) => nn.logsumexp(x),
    (x) => nn.logsumexp(x, { axis: 0, keepdims: true }),
    (x) => nn.logsumexp(x, { axis: [0, -1] }),
    (x) => nn.logsumexp(x, { axis: 0, b: np.abs(x) }),
    (x) => nn.logsumexp(x, { axis: 0, b: x, returnSign: true })[0],
  ],
  logmeanexp: [(x) => nn.logmeanexp(x), (x) => nn.logmeanexp(x, { axis: -1 })],
  standardize: [
    (x) => nn.standardize(x),
    (x) => nn.standardize(x, { axis: [0, 1], algorithm: "stable" }),
    (x) => nn.standardize(x, { mean: np.square(x), variance: np.exp(x) }),
  ],
  glu: [(x) => nn.glu(x), (x) => nn.glu(x, -2)],
  oneHot: [(x) => nn.oneHot(np.round(x), 3, { axis: 0 }), (x) => nn.oneHot(np.round(x), 2)],
};

const named = [...new Set(Object.values(axiswise))].map((f) => (f as { name: string }).name);

test("every function along an axis is tried", () => expect(Object.keys(calls).sort()).toEqual(named.sort()));

const near = (got: np.ndarray, wanted: np.ndarray, by = 1e-7): void => {
  expect(got.shape).toEqual(wanted.shape);
  expect(Math.max(0, ...np.abs(np.subtract(got, wanted)).data)).toBeLessThan(by);
};

for (const [name, forms] of Object.entries(calls)) {
  forms.forEach((f, i) => {
    test(`${name}, form ${i}: compiled, mapped over any axis, and differentiated`, () => {
      const eager = f(x);
      near(jax.jit(f)(x), eager);
      for (const axis of [0, 1, 2]) {
        // The axis that is halved must stay even.
        if (name === "glu" && i === 1 && axis > 0) continue;
        const examples = Array.from({ length: x.shape[axis] }, (_, k) => f(np.take(x, k, { axis })));
        near(jax.vmap(f, { inAxes: axis })(x), np.stack(examples));
      }
      const weights = jax.random.normal(jax.random.PRNGKey(4), eager.shape, "float64");
      const loss = (x: np.ndarray): np.ndarray => f(x).mul(weights).sum();
      const gradient = jax.grad(loss)(x);
      if (name === "oneHot") return near(gradient, np.zerosLike(x));
      const step = 1e-6;
      for (const place of [0, 7, 13]) {
        const change = np.zeros(x.size, "float64").with(place, step).reshape(x.shape);
        const slope = (loss(x.add(change)).item() - loss(x.sub(change)).item()) / (2 * step);
        expect(gradient.data[place]).toBeCloseTo(slope, 6);
      }
    });
  });
}

test("elements that do not take part have no gradient", () => {
  for (const f of [
    (x: np.ndarray) => nn.logsumexp(x, { where: mask, b: factors, returnSign: true })[0],
    (x: np.ndarray) => nn.logmeanexp(x, { where: mask }),
    (x: np.ndarray) => np.where(mask, nn.softmax(x, { axis: 0, where: mask }).mul(x), 0).sum(),
  ]) {
    const gradient = jax.grad(f)(x);
    expect(np.where(mask, 0, gradient).data.every((one: number) => one === 0)).toBe(true);
    expect(gradient.data.some((one: number) => one !== 0)).toBe(true);
  }
});

test("a softmax of scores that are infinite, and a sum of nothing, are as in JAX", () => {
  expect(
    jax
      .grad((x: np.ndarray) => nn.logsumexp(x))([-Infinity, -Infinity])
      .tolist(),
  ).toEqual([NaN, NaN]);
  expect(
    jax
      .jit((x: np.ndarray) => nn.logsumexp(x, 1))(np.zeros([2, 0]))
      .tolist(),
  ).toEqual([-Infinity, -Infinity]);
});
