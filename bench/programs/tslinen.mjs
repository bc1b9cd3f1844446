// The cases as a user of tslinen writes them.
import { createRequire } from "node:module";
import { answer } from "../rounds/answer.mjs";
import { cases, numbersOf, sampled } from "./cases.mjs";

const { jax, nn, np, optax } = createRequire(import.meta.url)("../../packages/kernel-lib/dist/index.js");

const input = (shape, phase) => np.array(numbersOf(shape, phase)).reshape(shape);

/** A call whose result is an array, and the array's numbers. */
const arrayOf = (call) => ({ call, numbers: () => sampled(call().data) });

function product({ a, b, transposed }) {
  const [left, right] = [input(a, 0), input(b, 1)];
  const f = jax.jit((x, y) => np.matmul(transposed === "a" ? x.T : x, transposed === "b" ? y.T : y));
  return arrayOf(() => f(left, right));
}

function step({ optimiser, sizes, batch }) {
  const x = input([batch, sizes[0]], 0);
  const labels = np.array(
    Array.from({ length: batch }, (_, i) => i % sizes.at(-1)),
    "int32",
  );
  let parameters = sizes.slice(1).map((size, i) => ({
    w: input([sizes[i], size], i).mul(0.05),
    b: np.zeros([size]),
  }));
  const transformation = optimiser === "sgd" ? optax.sgd(0.01) : optax.adam(0.001);
  let state = transformation.init(parameters);
  const loss = (layers) => {
    const logits = layers.reduce((h, { w, b }, i) => {
      const z = h.matmul(w).add(b);
      return i < layers.length - 1 ? nn.relu(z) : z;
    }, x);
    return optax.softmaxCrossEntropyWithIntegerLabels(logits, labels).mean();
  };
  const update = jax.jit((layers, before) => {
    const [value, gradients] = jax.valueAndGrad(loss)(layers);
    const [updates, after] = transformation.update(gradients, before, layers);
    return [optax.applyUpdates(layers, updates), after, value];
  });
  const first = update(parameters, state)[0];
  return {
    call() {
      [parameters, state] = update(parameters, state);
    },
    numbers: () => sampled(first[1].w.data),
  };
}

function convolution({ of, x, kernel }) {
  const [images, weights] = [input(x, 0), input(kernel, 1)];
  const module = new nn.Conv(kernel[3], { kernelSize: [3, 3], useBias: false });
  const forward = (pixels, w) => module.apply({ params: { kernel: w } }, pixels);
  const cotangent = input([x[0], x[1], x[2], kernel[3]], 2);
  const through = (pixels, w) => np.sum(forward(pixels, w).mul(cotangent));
  const f = jax.jit(of === "forward" ? forward : jax.grad(through, { argnums: of === "x" ? 0 : 1 }));
  return arrayOf(() => f(images, weights));
}

function memory({ operation, shape }) {
  const x = input(shape, 0);
  const row = input([shape.at(-1)], 1);
  const places = np.array(
    Array.from({ length: 128 }, (_, i) => (i * 37) % 1000),
    "int32",
  );
  const mask = x.greater(0);
  const key = jax.random.key(0);
  const calls = {
    sum0: () => np.sum(x, { axis: 0 }),
    sum1: () => np.sum(x, { axis: 1 }),
    addRow: () => x.add(row),
    transpose: () => np.transpose(x),
    cumsum: () => np.cumsum(x),
    gather: () => x.at(places),
    slice: () => x.at(":", "0:64"),
    softmax: () => nn.softmax(x),
    normal: () => jax.random.normal(key, shape),
    uniform: () => jax.random.uniform(key, shape),
    sort: () => np.sort(x),
    setMask: () => x.with(mask, 0),
    takeMask: () => x.at(mask),
  };
  const call = calls[operation];
  return { ...arrayOf(call), aside: allocating(call().data.byteLength) };
}

/**
 * What shows the time that memory for a result of so many bytes takes: numbers copied into new memory, and into memory
 * that stands, as NumPy's results do.
 */
function allocating(bytes) {
  if (bytes < 2048) return undefined;
  const numbers = new Float32Array(bytes / 4);
  const standing = new Float32Array(bytes / 4);
  return {
    fresh: () => new Float32Array(Buffer.allocUnsafeSlow(bytes).buffer).set(numbers),
    standing: () => standing.set(numbers),
  };
}

const kinds = { product, step, convolution, memory };
await answer((name) => kinds[cases[name].kind](cases[name]));
