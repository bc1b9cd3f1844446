import fs, { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import * as flax from "../src/flax";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as optax from "../src/optax";
import * as plt from "../src/plt";
import * as safetensors from "../src/safetensors";

const key = jax.random.PRNGKey(0);
const model = new nn.Sequential([new nn.Dense(8), nn.tanh, new nn.Dense(3)]);
const x = jax.random.normal(jax.random.PRNGKey(1), [6, 4]);
const y = np.array([0, 1, 2, 0, 1, 2], np.int32);
const tx = optax.adam(0.1);

/** A step of training, with all that it starts from. */
function training() {
  const params = model.init(key, x);
  const loss = (params: object, x: np.ndarray, y: np.ndarray) =>
    np.mean(optax.softmaxCrossEntropyWithIntegerLabels(model.apply(params, x), y));
  const step = (params: object, state: unknown, x: np.ndarray, y: np.ndarray) => {
    const [value, grads] = jax.valueAndGrad(loss)(params, x, y);
    const [updates, next] = tx.update(grads, state, params);
    return { value, params: optax.applyUpdates(params, updates), state: next };
  };
  return { params, state: tx.init(params), step, loss };
}

const ways: Record<string, (step: ReturnType<typeof training>["step"]) => typeof step> = {
  "step by step": (step) => step,
  compiled: (step) => jax.jit(step as never) as typeof step,
};

describe("labels that are no class", () => {
  const wrong = np.array([0, 1, 2, 3, 1, 2], np.int32);

  for (const [way, made] of Object.entries(ways)) {
    test(`are an error in a step that runs ${way}, and the next step runs`, () => {
      const { params, state, step } = training();
      const run = made(step);
      const before = run(params, state, x, y).value.item();
      for (const [labels, got] of [
        [wrong, 3],
        [y.sub(1), -1],
      ] as const) {
        expect(() => run(params, state, x, labels as np.ndarray)).toThrow(
          `softmaxCrossEntropyWithIntegerLabels: expected labels from 0 to 2, got ${got}`,
        );
      }
      expect(run(params, state, x, y).value.item()).toBe(before);
    });
  }

  const losses = {
    softmaxCrossEntropyWithIntegerLabels: optax.softmaxCrossEntropyWithIntegerLabels,
    multiclassHingeLoss: optax.multiclassHingeLoss,
    multiclassPerceptronLoss: optax.multiclassPerceptronLoss,
  };
  for (const [name, loss] of Object.entries(losses)) {
    test(`of ${name}, for each example of a batch and in a loop`, () => {
      const scores = np.ones([6, 3]);
      const message = `${name}: expected labels from 0 to 2, got 3`;
      expect(() => jax.vmap(loss as never)(scores, wrong)).toThrow(message);
      const sum = jax.jit((labels: np.ndarray) =>
        jax.lax.scan(
          (c: np.ndarray, l: np.ndarray) => [c.add(loss(scores.at(0), l)), null],
          np.array(0),
          labels,
        ),
      );
      expect(() => sum(wrong)).toThrow(message);
      expect(() => loss(scores, wrong.astype("float32"))).toThrow(
        `${name}: expected labels to be whole numbers`,
      );
      expect(() => sum(y)).not.toThrow();
    });
  }
});

describe("a batch of another shape", () => {
  for (const [way, made] of Object.entries(ways)) {
    test(`is an error in a step that runs ${way} where it does not fit, and runs where it does`, () => {
      const { params, state, step } = training();
      const run = made(step);
      const before = run(params, state, x, y).value.item();
      expect(() => run(params, state, np.ones([6, 5]), y)).toThrow(
        /For parameter "kernel" in "\/layers_0".*expected to generate shape \(5, 8\).*received has shape \(4, 8\)/,
      );
      expect(() => run(params, state, x, np.array([0, 1], np.int32))).toThrow(
        "softmaxCrossEntropyWithIntegerLabels: expected labels of shape (6,) for logits of shape (6, 3), got (2,)",
      );
      expect(run(params, state, x.at(":2"), y.at(":2")).value.shape).toEqual([]);
      expect(run(params, state, x, y).value.item()).toBe(before);
    });
  }
});

describe("a loss that is not a number", () => {
  afterEach(() => {
    jax.config.update("jax_debug_nans", false);
    jax.config.update("jax_debug_infs", false);
  });

  test("is a number like any other unless one asks", () => {
    const { params, state, step } = training();
    expect(step(params, state, x.mul(NaN), y).value.item()).toBeNaN();
  });

  const root = (w: np.ndarray) => np.sum(np.sqrt(w.sub(1)));
  const bad = np.array([2, 0.5, 3]);
  const runs: Record<string, () => unknown> = {
    directly: () => root(bad),
    compiled: () => jax.jit(root)(bad),
    "for its gradient": () => jax.jit(jax.grad(root))(bad),
    "in a loop": () =>
      jax.lax.scan((c: np.ndarray, w: np.ndarray) => [c.add(np.sqrt(w.sub(1))), null], np.array(0), bad),
    "in a compiled loop": () =>
      jax.jit((bad: np.ndarray) =>
        jax.lax.scan((c: np.ndarray, w: np.ndarray) => [c.add(np.sqrt(w.sub(1))), null], np.array(0), bad),
      )(bad),
  };
  for (const [how, run] of Object.entries(runs)) {
    test(`names what gave it, computed ${how}`, () => {
      expect(run).not.toThrow();
      jax.config.update("jax_debug_nans", true);
      expect(run).toThrow(/^invalid value \(nan\) encountered in sqrt, at \[1?\] of shape \[3?\]$/);
      expect(run).toThrow(expect.objectContaining({ name: "FloatingPointError" }));
      expect(
        jax
          .jit(root)(np.array([2, 5]))
          .item(),
      ).toBe(3);
      jax.config.update("jax_debug_nans", false);
      expect(run).not.toThrow();
    });
  }

  test("leads to the line that gave it, also of a compiled function", () => {
    jax.config.update("jax_debug_nans", true);
    function theRoot(w: np.ndarray) {
      return np.sqrt(w);
    }
    expect(() => jax.jit((w: np.ndarray) => np.sum(theRoot(w)))(bad.sub(1))).toThrow(
      expect.objectContaining({ stack: expect.stringContaining("theRoot") as string }),
    );
  });

  test("and so are infinite numbers", () => {
    const f = jax.jit((w: np.ndarray) => np.divide(1, w));
    expect(f(0).item()).toBe(Infinity);
    jax.config.update("jax_debug_infs", true);
    expect(() => f(0)).toThrow("invalid value (inf) encountered in divide");
  });

  test("leaves parameters as they are with optax.applyIfFinite", () => {
    const guarded = optax.applyIfFinite(optax.adam(0.1), 5);
    const params = { w: np.array([1, 2]) };
    const step = jax.jit((params: { w: np.ndarray }, state: unknown, scale: number) => {
      const grads = { w: np.multiply(scale, params.w) };
      const [updates, next] = guarded.update(grads, state as never, params);
      return [optax.applyUpdates(params, updates), next] as const;
    });
    const [same, state] = step(params, guarded.init(params), NaN);
    expect(same.w.tolist()).toEqual([1, 2]);
    const [other] = step(same, state, 1);
    expect(other.w.tolist()).not.toEqual([1, 2]);
  });

  test("settings have names and values", () => {
    expect(jax.config.read("jax_debug_nans")).toBe(false);
    expect(() => jax.config.update("jax_debug_nan", true)).toThrow(/jax_debug_nan.*jax_debug_nans/);
    expect(() => jax.config.update("jax_debug_nans", 1)).toThrow(
      "expected jax_debug_nans to be true or false, got 1",
    );
    expect(() => jax.config.update("jax_enable_x64", true)).toThrow('dtype: "float64"');
    jax.config.update("jax_platform_name", "cpu");
  });
});

describe("a disk that is full", () => {
  const folder = mkdtempSync(join(tmpdir(), "tslinen-full-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const { checkpoints } = flax.training;
  const weights = { w: np.ones([100, 10]) };
  const writers: Record<string, [file: string, write: (path: string) => void]> = {
    saveFile: ["a.safetensors", (path) => safetensors.saveFile(weights, path)],
    saveCheckpoint: [
      "run/checkpoint_1",
      () => checkpoints.saveCheckpoint(join(folder, "run"), weights, 1, { overwrite: true }),
    ],
    save: ["a.npy", (path) => np.save(path, weights.w)],
    savez: ["a.npz", (path) => np.savez(path, weights)],
    savezCompressed: ["b.npz", (path) => np.savezCompressed(path, weights)],
    toJson: ["a.json", (path) => flax.serialization.toJson(weights, path)],
    toBytes: ["a.msgpack", (path) => flax.serialization.toBytes(weights, path)],
    savefig: ["a.svg", (path) => (plt.plot([1, 2]), plt.savefig(path))],
  };
  for (const [name, [file, write]] of Object.entries(writers)) {
    test(`leaves the file that was there, when ${name} meets it`, () => {
      const path = join(folder, file);
      write(path);
      const before = readFileSync(path);
      const names = readdirSync(folder, { recursive: true });
      const { writeSync } = fs;
      let calls = 0;
      const full = vi.spyOn(fs, "writeSync").mockImplementation(((
        file: number,
        bytes: Uint8Array,
        at: number,
      ) => {
        if (++calls === 1) return writeSync(file, bytes, at, 100);
        throw Object.assign(new Error("ENOSPC: no space left on device, write"), { code: "ENOSPC" });
      }) as never);
      try {
        expect(() => write(path)).toThrow(
          new RegExp(`^${name}: could not write ".*${file}": no space is left on the disk$`),
        );
        expect(calls).toBe(2);
      } finally {
        full.mockRestore();
      }
      expect(readFileSync(path)).toEqual(before);
      expect(readdirSync(folder, { recursive: true })).toEqual(names);
      write(path);
    });
  }
});
