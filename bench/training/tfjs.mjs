// The networks in TensorFlow.js with its WebAssembly backend, on one thread: its layers, where that backend can train
// them; it has no gradient of a convolution's kernel.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { answer } from "../rounds/answer.mjs";
import { cases, classes, numbersOf, rate } from "./cases.mjs";

const require = createRequire(new URL("../numerics/package.json", import.meta.url));
const tf = require("@tensorflow/tfjs");
const wasm = require("@tensorflow/tfjs-backend-wasm");
wasm.setWasmPaths(
  fileURLToPath(new URL("../numerics/node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url)),
);
wasm.setThreadsCount(1);
if (!(await tf.setBackend("wasm"))) throw new Error("no wasm backend");

const networks = {
  mlp: ({ features, x }) =>
    tf.sequential({
      layers: features.map((units, i) =>
        tf.layers.dense({
          units,
          ...(i === 0 && { inputShape: x.slice(1) }),
          ...(i < features.length - 1 && { activation: "relu" }),
        }),
      ),
    }),
  lstm: ({ features, x }) =>
    tf.sequential({
      layers: [
        tf.layers.lstm({ units: features, returnSequences: true, inputShape: x.slice(1) }),
        tf.layers.lstm({ units: features }),
        tf.layers.dense({ units: classes }),
      ],
    }),
};

await answer((name) => {
  const wanted = cases[name];
  const model = networks[wanted.network]?.(wanted);
  if (!model) return undefined;
  const x = tf.tensor(numbersOf(wanted.x), wanted.x);
  const labels = tf.oneHot(
    Array.from({ length: wanted.x[0] }, (_, i) => i % classes),
    classes,
  );
  const optimizer = tf.train.adam(rate);
  const step = () =>
    tf.tidy(() =>
      optimizer
        .minimize(() => tf.losses.softmaxCrossEntropy(labels, model.apply(x, { training: true })), true)
        .dataSync(),
    );
  return {
    call() {
      for (let i = 0; i < wanted.steps; i++) step();
    },
  };
});
