// The networks of dense layers in jax-js with its WebAssembly backend, each step under its jit; it has no layers, scans
// or convolutions that could be trained at length.
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { answer } from "../rounds/answer.mjs";
import { cases, classes, numbersOf, rate } from "./cases.mjs";

const require = createRequire(new URL("../numerics/package.json", import.meta.url));
const jax = await import(pathToFileURL(require.resolve("@jax-js/jax")));
const { numpy: np, nn, tree } = jax;
await jax.init("wasm");
jax.defaultDevice("wasm");

const input = (shape, scale) => np.array(numbersOf(shape)).reshape(shape).mul(scale);

function loss(layers, x, labels) {
  let h = x;
  layers.forEach(({ w, b }, i) => {
    h = np.matmul(h, w).add(b);
    if (i < layers.length - 1) h = nn.relu(h);
  });
  const batch = h.shape[0];
  return nn
    .logSoftmax(h)
    .mul(labels)
    .sum()
    .mul(-1 / batch);
}

const [b1, b2] = [0.9, 0.999];
const step = jax.jit((layers, m, v, scales, x, labels) => {
  const [value, gradients] = jax.valueAndGrad(loss)(tree.ref(layers), x, labels);
  const means = tree.map((a, g) => a.mul(b1).add(g.mul(1 - b1)), m, tree.ref(gradients));
  const squares = tree.map((a, g) => a.mul(b2).add(g.ref.mul(g).mul(1 - b2)), v, gradients);
  const first = scales.ref.slice(0);
  const second = scales.slice(1);
  const after = tree.map(
    (p, a, s) =>
      p.sub(
        a
          .mul(first.ref)
          .div(np.sqrt(s.mul(second.ref)).add(1e-8))
          .mul(rate),
      ),
    layers,
    tree.ref(means),
    tree.ref(squares),
  );
  return [after, means, squares, value];
});

await answer((name) => {
  const { network, features, x: shape, steps } = cases[name];
  if (network !== "mlp") return undefined;
  const x = input(shape, 1);
  const labels = nn.oneHot(np.array(Int32Array.from({ length: shape[0] }, (_, i) => i % classes)), classes);
  const make = (scale) =>
    features.map((size, i) => ({
      w: input([i === 0 ? shape[1] : features[i - 1], size], scale),
      b: np.zeros([size]),
    }));
  let state = [make(0.05), make(0), make(0)];
  let t = 0;
  return {
    async call() {
      for (let i = 0; i < steps; i++) {
        t++;
        const scales = np.array(Float32Array.of(1 / (1 - b1 ** t), 1 / (1 - b2 ** t)));
        const [layers, means, squares, value] = step(...state, scales, x.ref, labels.ref);
        state = [layers, means, squares];
        await value.data();
      }
    },
  };
});
