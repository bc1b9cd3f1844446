// What the benchmark of programs measures: the cases' shapes and the aims. Engines make the same inputs from them.

const wasm = "tfjs wasm";
const jaxjs = "jax-js";
const xla = "JAX";
const memory = ["NumPy", xla];

/** A matrix product of the sizes m, k and n, straight or with one operand transposed: `AᵀB`, `ABᵀ`. */
const product = (m, k, n, transposed) => {
  const large = Math.min(m, k, n) >= 128;
  return {
    kind: "product",
    a: transposed === "a" ? [k, m] : [m, k],
    b: transposed === "b" ? [n, k] : [k, n],
    transposed,
    aims: [
      [wasm, large ? 1 / 1.6 : 1],
      [jaxjs, large ? 1 / 2.1 : 1],
      [xla, 2.2],
    ],
  };
};

const step = (optimiser) => ({
  kind: "step",
  optimiser,
  sizes: [784, 256, 128, 10],
  batch: 128,
  aims: [
    [jaxjs, 1 / 2],
    [xla, 2.2],
  ],
});

/** A 3 × 3 convolution, SAME, of images of `size` × `size` pixels: the result, or a gradient of its sum with weights. */
const convolution = (of, size, inputs, outputs) => ({
  kind: "convolution",
  of,
  x: [32, size, size, inputs],
  kernel: [3, 3, inputs, outputs],
  aims:
    of === "forward"
      ? [
          [wasm, 1 / 1.2],
          [xla, 3.4],
        ]
      : [[xla, 3]],
});

const bound = (operation, shape) => ({ kind: "memory", operation, shape, aims: [[memory, 2]] });

export const cases = {
  "64³": product(64, 64, 64),
  "128³": product(128, 128, 128),
  "256³": product(256, 256, 256),
  "512³": product(512, 512, 512),
  "1024³": product(1024, 1024, 1024),
  "128×784×256": product(128, 784, 256),
  "AᵀB 784×128×256": product(784, 128, 256, "a"),
  "ABᵀ 128×256×784": product(128, 256, 784, "b"),
  "MLP step, SGD": step("sgd"),
  "MLP step, Adam": step("adam"),
  "conv 28²×1→32": convolution("forward", 28, 1, 32),
  "conv 14²×32→64": convolution("forward", 14, 32, 64),
  "conv 14²×32→64, dW": convolution("kernel", 14, 32, 64),
  "conv 14²×32→64, dX": convolution("x", 14, 32, 64),
  "sum over axis 0": bound("sum0", [1000, 1000]),
  "sum over axis 1": bound("sum1", [1000, 1000]),
  "a row added": bound("addRow", [1000, 784]),
  transpose: bound("transpose", [1000, 1000]),
  cumsum: bound("cumsum", [1_000_000]),
  "gather of 128 rows": bound("gather", [1000, 784]),
  "[:, 0:64]": bound("slice", [1000, 784]),
  "softmax over rows": bound("softmax", [1000, 1000]),
  normal: { ...bound("normal", [1_000_000]), tolerance: Infinity },
  uniform: { ...bound("uniform", [1_000_000]), tolerance: Infinity },
  sort: bound("sort", [1_000_000]),
  "mask set to 0": bound("setMask", [300, 100]),
  "taken by a mask": bound("takeMask", [300, 100]),
};

/** The numbers of an input, the same in every engine: sin(n · step + phase). */
export function numbersOf(shape, phase) {
  const size = shape.reduce((a, b) => a * b, 1);
  return Float32Array.from({ length: size }, (_, n) => Math.sin(n * 0.37 + phase));
}

/** Eight numbers of a result, spread over it, to compare engines by. */
export const sampled = (data) => Array.from({ length: 8 }, (_, i) => data[Math.floor((i * data.length) / 8)]);
