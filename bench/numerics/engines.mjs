// The engines that the numerics benchmark compares: for each, how it makes an array of float32 numbers and what its
// functions are called. A function gets such an array and computes a new one, completely, before it returns. `read`
// gives its elements as a Float32Array; of an engine with memory of its own, a copy.
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(import.meta.url);
const library = fileURLToPath(new URL("../../packages/kernel-lib/dist/index.js", import.meta.url));

/** The seven functions, with the shape of their argument: softmax works on rows of 1000 or, where n is less, on one. */
export const names = ["relu", "sigmoid", "tanh", "gelu", "elu", "softplus", "softmax"];

async function tslinen() {
  const { np, nn } = require(library);
  return {
    make: (data, shape) => np.array(data).reshape(shape),
    functions: Object.fromEntries(names.map((name) => [name, (x) => nn[name](x)])),
    read: (y) => y.data,
  };
}

async function jaxjs(jitted) {
  const jax = await import("@jax-js/jax");
  const devices = await jax.init("wasm");
  if (!devices.includes("wasm")) throw new Error("no wasm backend");
  jax.defaultDevice("wasm");
  const plain = { ...jax.nn, tanh: jax.numpy.tanh };
  const functions = {};
  for (const name of names) {
    if (!plain[name]) continue;
    const f = jitted ? jax.jit((x) => plain[name](x)) : plain[name];
    functions[name] = (x) => f(x.ref).blockUntilReady();
  }
  return {
    make: (data, shape) => jax.numpy.array(data).reshape(shape),
    functions,
    read: (y) => y.ref.dataSync(),
    free: (y) => y.dispose(),
    ownMemory: true,
    wait: true,
  };
}

async function tfjs(backend) {
  const tf = require("@tensorflow/tfjs");
  if (backend === "wasm") {
    const wasm = require("@tensorflow/tfjs-backend-wasm");
    wasm.setWasmPaths(
      `${fileURLToPath(new URL("node_modules/@tensorflow/tfjs-backend-wasm/dist/", import.meta.url))}`,
    );
    wasm.setThreadsCount(1);
  }
  if (!(await tf.setBackend(backend))) throw new Error(`no ${backend} backend`);
  return {
    make: (data, shape) => tf.tensor(data, shape),
    functions: Object.fromEntries(names.filter((name) => tf[name]).map((name) => [name, (x) => tf[name](x)])),
    read: (y) => y.dataSync(),
    free: (y) => y.dispose(),
    ownMemory: backend === "wasm",
  };
}

const elementwise = (f) => (x) => {
  const y = new Float32Array(x.length);
  for (let i = 0; i < y.length; i++) y[i] = f(x[i]);
  return y;
};

async function loop() {
  const c = Math.sqrt(2 / Math.PI);
  return {
    make: (data, shape) => Object.assign(data.slice(), { row: shape.at(-1) }),
    functions: {
      relu(x) {
        const y = new Float32Array(x.length);
        for (let i = 0; i < y.length; i++) y[i] = x[i] > 0 ? x[i] : 0;
        return y;
      },
      sigmoid(x) {
        const y = new Float32Array(x.length);
        for (let i = 0; i < y.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]));
        return y;
      },
      tanh: elementwise(Math.tanh),
      gelu(x) {
        const y = new Float32Array(x.length);
        for (let i = 0; i < y.length; i++) {
          const v = x[i];
          y[i] = 0.5 * v * (1 + Math.tanh(c * (v + 0.044715 * v * v * v)));
        }
        return y;
      },
      elu(x) {
        const y = new Float32Array(x.length);
        for (let i = 0; i < y.length; i++) y[i] = x[i] > 0 ? x[i] : Math.expm1(x[i]);
        return y;
      },
      softplus(x) {
        const y = new Float32Array(x.length);
        for (let i = 0; i < y.length; i++) y[i] = Math.max(x[i], 0) + Math.log1p(Math.exp(-Math.abs(x[i])));
        return y;
      },
      softmax(x) {
        const y = new Float32Array(x.length);
        for (let start = 0; start < x.length; start += x.row) {
          let most = -Infinity;
          for (let i = start; i < start + x.row; i++) most = Math.max(most, x[i]);
          let sum = 0;
          for (let i = start; i < start + x.row; i++) sum += y[i] = Math.exp(x[i] - most);
          for (let i = start; i < start + x.row; i++) y[i] /= sum;
        }
        return y;
      },
    },
    read: (y) => y,
  };
}

export const engines = {
  tslinen,
  "plain loop": loop,
  "jax-js": () => jaxjs(false),
  "jax-js jit": () => jaxjs(true),
  "tfjs cpu": () => tfjs("cpu"),
  "tfjs wasm": () => tfjs("wasm"),
};
