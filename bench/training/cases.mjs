// What the benchmark of training measures: networks, the shapes of a batch, and the aims.
const javascript = ["tfjs wasm", "jax-js"];
const aims = [
  [javascript, 1 / 1.5],
  ["Flax", 3],
];

export const cases = {
  "MLP on digits, epoch": { network: "mlp", features: [128, 64, 10], x: [64, 64], steps: 22, aims },
  "CNN on digits, epoch": { network: "cnn", x: [64, 8, 8, 1], steps: 22, aims },
  "784-512-256-256-128-10, step": {
    network: "mlp",
    features: [512, 256, 256, 128, 10],
    x: [256, 784],
    steps: 1,
    aims,
  },
  "LSTM of 2 layers, step": { network: "lstm", features: 64, x: [32, 32, 32], steps: 1, aims },
  "transformer of 2 blocks, step": {
    network: "transformer",
    features: 64,
    heads: 4,
    x: [16, 64, 64],
    steps: 1,
    aims,
  },
};

/** The classes that examples are told apart by. */
export const classes = 10;
/** Adam's learning rate. */
export const rate = 1e-3;

/** The numbers of an input, the same in every engine. */
export const numbersOf = (shape) =>
  Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, n) => Math.sin(n * 0.37));
