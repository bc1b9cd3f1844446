import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as np from "../src/np";
import { convolution } from "../src/ops/convolution";
import type { ConvolutionParams } from "../src/ops/convolved";
import { windowExtreme, windowSum, type Windows } from "../src/ops/window";
import { reference, unstored, type Stored } from "./stored";

interface Convolution {
  params: ConvolutionParams;
  x: Stored;
  kernel: Stored;
  result: Stored;
  toX: Stored;
  toKernel: Stored;
}

interface Windowed {
  by: "sum" | "max" | "min";
  params: Windows;
  x: Stored;
  result: Stored;
  toX: Stored;
}

const { convolutions, windows } = reference<{ convolutions: Convolution[]; windows: Windowed[] }>(
  "convolutions",
);

const cotangent = (shape: readonly number[]): np.ndarray =>
  np
    .sin(
      np.arange(
        shape.reduce((product, length) => product * length, 1),
        { dtype: "float32" },
      ),
    )
    .reshape(shape);

const near = (got: np.ndarray, wanted: np.ndarray): void => {
  expect(got.shape).toEqual(wanted.shape);
  const off = Array.from(wanted.data, (one, i) =>
    got.data[i] === one ? 0 : Math.abs(got.data[i] - one) / Math.max(1, Math.abs(one)),
  );
  expect(Math.max(0, ...off)).toBeLessThan(2e-5);
};

/** A batch of an array and of two others of its shape. */
const batchOf = (x: np.ndarray): np.ndarray => np.stack([x, np.cos(x), np.square(x)]);

const loss = (result: np.ndarray): np.ndarray => result.mul(cotangent(result.shape)).sum();

describe("convolutions are as in JAX", () => {
  convolutions.forEach(({ params, ...stored }, i) => {
    const [x, kernel] = [unstored(stored.x), unstored(stored.kernel)];
    const f = (x: np.ndarray, kernel: np.ndarray): np.ndarray => convolution(x, kernel, params);

    test(`${i}: values and gradients`, () => {
      near(f(x, kernel), unstored(stored.result));
      const [toX, toKernel] = jax.grad((x: np.ndarray, kernel: np.ndarray) => loss(f(x, kernel)), [0, 1])(
        x,
        kernel,
      );
      near(toX, unstored(stored.toX));
      near(toKernel, unstored(stored.toKernel));
      near(jax.jit(f)(x, kernel), unstored(stored.result));
    });

    test(`${i}: batches of either operand, and their gradients`, () => {
      const [xs, kernels] = [batchOf(x), batchOf(kernel)];
      for (const inAxes of [
        [0, null],
        [null, 0],
        [0, 0],
      ]) {
        const [a, b] = [inAxes[0] === null ? x : xs, inAxes[1] === null ? kernel : kernels];
        const at = (one: np.ndarray, axis: number | null, k: number): np.ndarray =>
          axis === null ? one : one.at(k);
        const each = [0, 1, 2].map((k) => f(at(a, inAxes[0], k), at(b, inAxes[1], k)));
        near(jax.vmap(f, inAxes)(a, b), np.stack(each));
        const gradient = jax.grad((x: np.ndarray, kernel: np.ndarray) => loss(f(x, kernel)), [0, 1]);
        const wanted = [0, 1, 2].map((k) => gradient(at(a, inAxes[0], k), at(b, inAxes[1], k)));
        const got = jax.vmap(gradient, inAxes)(a, b);
        near(got[0], np.stack(wanted.map(([one]) => one)));
        near(got[1], np.stack(wanted.map(([, one]) => one)));
      }
    });
  });
});

describe("windows are as in JAX", () => {
  windows.forEach(({ by, params, ...stored }, i) => {
    const x = unstored(stored.x);
    const f = (x: np.ndarray): np.ndarray =>
      by === "sum" ? windowSum(x, params) : windowExtreme(by, x, params);

    test(`${i}: the ${by} of each, and its gradient`, () => {
      near(f(x), unstored(stored.result));
      near(jax.grad((x: np.ndarray) => loss(f(x)))(x), unstored(stored.toX));
      near(jax.jit(f)(x), unstored(stored.result));
      const xs = batchOf(x);
      near(jax.vmap(f)(xs), np.stack([0, 1, 2].map((k) => f(xs.at(k)))));
      const gradient = jax.grad((x: np.ndarray) => loss(f(x)));
      near(jax.vmap(gradient)(xs), np.stack([0, 1, 2].map((k) => gradient(xs.at(k)))));
    });
  });
});
