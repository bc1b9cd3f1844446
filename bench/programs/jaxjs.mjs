// The cases in jax-js with its WebAssembly backend, under its jit.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answer } from "../rounds/answer.mjs";
import { cases, numbersOf, sampled } from "./cases.mjs";

const require = createRequire(new URL("../numerics/package.json", import.meta.url));
const jax = await import(pathToFileURL(require.resolve("@jax-js/jax")));
const { numpy: np, nn, tree } = jax;
await jax.init("wasm");
jax.defaultDevice("wasm");

const input = (shape, phase) => np.array(numbersOf(shape, phase)).reshape(shape);

/** A call whose result is freed once it is there, and the result's numbers. */
const arrayOf = (make) => ({
  call: async () => (await make().blockUntilReady()).dispose(),
  numbers: () => sampled(make().dataSync()),
});

function product({ a, b, transposed }) {
  const [left, right] = [input(a, 0), input(b, 1)];
  const f = jax.jit((x, y) =>
    np.matmul(transposed === "a" ? x.transpose() : x, transposed === "b" ? y.transpose() : y),
  );
  return arrayOf(() => f(left.ref, right.ref));
}

function step({ optimiser, sizes, batch }) {
  const x = input([batch, sizes[0]], 0);
  const labels = nn.oneHot(
    np.array(Int32Array.from({ length: batch }, (_, i) => i % sizes.at(-1))),
    sizes.at(-1),
  );
  const make = () =>
    sizes.slice(1).map((size, i) => ({ w: input([sizes[i], size], i).mul(0.05), b: np.zeros([size]) }));
  const zeros = () => make().map(({ w, b }) => ({ w: np.zerosLike(w), b: np.zerosLike(b) }));
  const loss = (layers, images, targets) => {
    let h = images;
    layers.forEach(({ w, b }, i) => {
      h = np.matmul(h, w).add(b);
      if (i < layers.length - 1) h = nn.relu(h);
    });
    return nn
      .logSoftmax(h)
      .mul(targets)
      .sum()
      .mul(-1 / batch);
  };
  const sgd = jax.jit((layers, images, targets) => {
    const gradients = jax.grad(loss)(tree.ref(layers), images, targets);
    return tree.map((p, g) => p.sub(g.mul(0.01)), layers, gradients);
  });
  const [rate, b1, b2] = [0.001, 0.9, 0.999];
  const adam = jax.jit((layers, m, v, scales, images, targets) => {
    const gradients = jax.grad(loss)(tree.ref(layers), images, targets);
    const means = tree.map((a, g) => a.mul(b1).add(g.mul(1 - b1)), m, tree.ref(gradients));
    const squares = tree.map((a, g) => a.mul(b2).add(g.ref.mul(g).mul(1 - b2)), v, gradients);
    const c1 = scales.ref.slice(0);
    const c2 = scales.slice(1);
    const after = tree.map(
      (p, a, s) =>
        p.sub(
          a
            .mul(c1.ref)
            .div(np.sqrt(s.mul(c2.ref)).add(1e-8))
            .mul(rate),
        ),
      layers,
      tree.ref(means),
      tree.ref(squares),
    );
    return [after, means, squares];
  });
  const scales = (t) => np.array(Float32Array.of(1 / (1 - b1 ** t), 1 / (1 - b2 ** t)));
  let state = optimiser === "sgd" ? [make()] : [make(), zeros(), zeros()];
  let t = 0;
  const run = async () => {
    if (optimiser === "sgd") state = [sgd(state[0], x.ref, labels.ref)];
    else state = adam(...state, scales(++t), x.ref, labels.ref);
    await jax.blockUntilReady(state);
  };
  let first;
  return {
    async call() {
      await run();
      first ??= sampled(state[0][1].w.ref.dataSync());
    },
    numbers: () => first,
  };
}

function convolution({ of, x, kernel }) {
  const nchw = (shape, phase, order) => input(shape, phase).transpose(order);
  const images = nchw(x, 0, [0, 3, 1, 2]);
  const weights = nchw(kernel, 1, [3, 2, 0, 1]);
  if (of !== "forward") return undefined;
  const f = jax.jit((a, w) => jax.lax.convGeneralDilated(a, w, [1, 1], "SAME").transpose([0, 2, 3, 1]));
  return arrayOf(() => f(images.ref, weights.ref));
}

function memory({ operation, shape }) {
  const x = input(shape, 0);
  const row = input([shape.at(-1)], 1);
  const places = np.array(Int32Array.from({ length: 128 }, (_, i) => (i * 37) % 1000));
  const functions = {
    sum0: (a) => np.sum(a, 0),
    sum1: (a) => np.sum(a, 1),
    addRow: (a) => a.add(row.ref),
    gather: (a) => a.slice(places.ref),
    slice: (a) => a.slice([], [0, 64]),
    softmax: (a) => nn.softmax(a),
    sort: (a) => np.sort(a),
  };
  if (!functions[operation]) return undefined;
  const f = jax.jit(functions[operation]);
  return arrayOf(() => f(x.ref));
}

const kinds = { product, step, convolution, memory };
await answer((name) => kinds[cases[name].kind](cases[name]));
