// The cases in TensorFlow.js with its WebAssembly backend, on one thread.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { answer } from "../rounds/answer.mjs";
import { cases, numbersOf, sampled } from "./cases.mjs";

const require = createRequire(new URL("../numerics/package.json", import.meta.url));
const tf = require("@tensorflow/tfjs");
const wasm = require("@tensorflow/tfjs-backend-wasm");
wasm.setWasmPaths(
  fileURLToPath(new URL("../numerics/node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url)),
);
wasm.setThreadsCount(1);
if (!(await tf.setBackend("wasm"))) throw new Error("no wasm backend");

const input = (shape, phase) => tf.tensor(numbersOf(shape, phase), shape);

/** A call whose result is freed at once, and the result's numbers. */
const tensorOf = (make) => ({
  call: () => tf.dispose(tf.tidy(make)),
  numbers: () => sampled(tf.tidy(make).dataSync()),
});

function product({ a, b, transposed }) {
  const [left, right] = [input(a, 0), input(b, 1)];
  return tensorOf(() => tf.matMul(left, right, transposed === "a", transposed === "b"));
}

function step({ optimiser, sizes, batch }) {
  const x = input([batch, sizes[0]], 0);
  const labels = tf.oneHot(
    Array.from({ length: batch }, (_, i) => i % sizes.at(-1)),
    sizes.at(-1),
  );
  const make = () =>
    sizes.slice(1).map((size, i) => ({
      w: tf.variable(input([sizes[i], size], i).mul(0.05)),
      b: tf.variable(tf.zeros([size])),
    }));
  const loss = (layers) => () =>
    tf.losses.softmaxCrossEntropy(
      labels,
      layers.reduce((h, { w, b }, i) => {
        const z = tf.add(tf.matMul(h, w), b);
        return i < layers.length - 1 ? tf.relu(z) : z;
      }, x),
    );
  const optimizer = () => (optimiser === "sgd" ? tf.train.sgd(0.01) : tf.train.adam(0.001));
  const [layers, running] = [make(), optimizer()];
  const first = make();
  optimizer().minimize(loss(first));
  return { call: () => running.minimize(loss(layers)), numbers: () => sampled(first[1].w.dataSync()) };
}

function convolution({ of, x, kernel }) {
  const [images, weights] = [input(x, 0), input(kernel, 1)];
  const dy = input([x[0], x[1], x[2], kernel[3]], 2);
  if (of === "kernel") return undefined;
  if (of === "forward") return tensorOf(() => tf.conv2d(images, weights, 1, "same"));
  return tensorOf(() => tf.conv2dTranspose(dy, weights, x, 1, "same"));
}

function memory({ operation, shape }) {
  const x = input(shape, 0);
  const row = input([shape.at(-1)], 1);
  const places = tf.tensor1d(Int32Array.from({ length: 128 }, (_, i) => (i * 37) % 1000));
  const calls = {
    sum0: () => tf.sum(x, 0),
    sum1: () => tf.sum(x, 1),
    addRow: () => tf.add(x, row),
    transpose: () => tf.transpose(x),
    cumsum: () => tf.cumsum(x),
    gather: () => tf.gather(x, places),
    slice: () => tf.slice(x, [0, 0], [shape[0], 64]),
    softmax: () => tf.softmax(x),
    normal: () => tf.randomNormal(shape),
    uniform: () => tf.randomUniform(shape),
  };
  return calls[operation] && tensorOf(calls[operation]);
}

const kinds = { product, step, convolution, memory };
await answer((name) => kinds[cases[name].kind](cases[name]));
