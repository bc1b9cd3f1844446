import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as jnp from "../src/np";
import * as optax from "../src/optax";

type Layer = { w: ndarray; b: ndarray };
const sizes = [4, 8, 5, 3];

/** A network of three layers. */
function network(): Layer[] {
  const keys = [0, 1, 2].map((seed) => jax.random.PRNGKey(seed));
  return keys.map((key, i) => ({
    w: jax.random.normal(key, [sizes[i], sizes[i + 1]]),
    b: jnp.zeros([sizes[i + 1]]),
  }));
}
const forward = (layers: Layer[], x: ndarray): ndarray =>
  layers.reduce((h, { w, b }, i) => {
    const out = jnp.matmul(h, w).add(b);
    return i < 2 ? jnp.tanh(out) : out;
  }, x);
const x = jax.random.normal(jax.random.PRNGKey(9), [6, 4]);
const y = jnp.array([0, 1, 2, 0, 1, 2], jnp.int32);
const loss = (layers: Layer[], x: ndarray, y: ndarray): ndarray =>
  jnp.mean(optax.softmaxCrossEntropyWithIntegerLabels(forward(layers, x), y));

describe("a step of training", () => {
  test("is compiled once, whatever the parameters and the learning rate", () => {
    let followed = 0;
    const step = jax.jit((layers: Layer[], rate: number) => {
      followed++;
      const gradients = jax.grad(loss)(layers, x, y);
      return jax.tree.map(
        (p: ndarray, g: ndarray) => p.sub(jnp.multiply(rate, g)),
        layers,
        gradients,
      ) as Layer[];
    });
    let layers = network();
    for (let i = 0; i < 20; i++) layers = step(layers, 0.5 / (i + 1.5));
    expect(followed).toBe(1);
    expect(loss(layers, x, y).item()).toBeLessThan(loss(network(), x, y).item());
  });

  test("gives compiled what it gives step by step", () => {
    const tx = optax.adam(optax.cosineDecaySchedule(0.1, 30));
    const plain = (layers: Layer[], state: unknown): [Layer[], unknown] => {
      const gradients = jax.grad(loss)(layers, x, y);
      const [updates, next] = tx.update(gradients, state, layers);
      return [optax.applyUpdates(layers, updates as never), next];
    };
    const compiled = jax.jit(plain as never) as typeof plain;
    let [a, b] = [network(), network()];
    let [s, t] = [tx.init(a), tx.init(b)];
    for (let i = 0; i < 30; i++) {
      [a, s] = plain(a, s);
      [b, t] = compiled(b, t);
    }
    a.forEach(({ w }, i) => w.data.forEach((value, k) => expect(b[i].w.data[k]).toBeCloseTo(value, 3)));
  });

  test("keeps memory flat", async () => {
    const step = jax.jit((w: ndarray) => w.sub(jnp.multiply(1e-4, jax.grad((v) => jnp.sum(jnp.tanh(v)))(w))));
    let w = jnp.ones([1000]);
    setFlagsFromString("--expose-gc");
    const collect = runInNewContext("gc") as () => void;
    const used = (): number => {
      collect();
      return process.memoryUsage().arrayBuffers;
    };
    for (let i = 0; i < 2000; i++) w = step(w);
    const before = used();
    for (let i = 0; i < 8000; i++) w = step(w);
    // What grows with every step would be 32 MB here; memory is given back a little after it is collected.
    await expect.poll(() => used() - before, { timeout: 10_000 }).toBeLessThan(4e6);
  });

  test("prints as a program that fits a screen", () => {
    const text = jax
      .makeJaxpr((layers: Layer[], x: ndarray) => forward(layers, x))(network(), x)
      .toString();
    expect(text.split("\n").length).toBeLessThan(15);
    expect(text).toMatch(/tanh/);
  });
});

describe("a condition on an array that is followed", () => {
  test("is refused, since JavaScript takes any array for true", () => {
    const f = (x: ndarray): ndarray => {
      if (x.greater(0)) return x;
      return x.mul(2);
    };
    expect(() => jax.jit(f)(-10)).toThrow(/jit\(f\): what greater gives is not used.*jnp\.where/s);
    expect(
      jax
        .jit((x: ndarray) => jnp.where(x.greater(0), x, x.mul(2)))(-10)
        .item(),
    ).toBe(-20);
  });
});
