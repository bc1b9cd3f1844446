import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import * as flax from "../src/flax";
import * as jax from "../src/jax";
import type * as nn from "../src/nn";
import * as np from "../src/np";
import * as optax from "../src/optax";
import { Net } from "./savedNet";

const folder = mkdtempSync(join(tmpdir(), "tslinen-checkpoints-"));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (name: string) => join(folder, name);
const { TrainState, checkpoints } = flax.training;
const { serialization } = flax;

describe("training goes on from a checkpoint to the same numbers", () => {
  const x = jax.random.normal(jax.random.PRNGKey(1), [16, 6, 6, 1]);
  const labels = jax.random.randint(jax.random.PRNGKey(2), [16], 0, 3);
  class BatchNormState extends TrainState {
    declare readonly batchStats: nn.Variables;
  }
  const start = () => {
    const model = new Net();
    const { params, batch_stats: batchStats } = model.init(jax.random.PRNGKey(0), x);
    const tx = optax.chain(optax.clipByGlobalNorm(1), optax.adam(optax.linearSchedule(0.01, 0, 100)));
    return BatchNormState.create({ applyFn: model.apply, params, tx, batchStats });
  };
  let compilations = 0;
  const step = jax.jit((state: ReturnType<typeof start>, key: np.ndarray) => {
    compilations += 1;
    const noisy = x.add(jax.random.normal(key, x.shape).mul(0.1));
    const loss = (params: nn.Variables) => {
      const variables = { params, batch_stats: state.batchStats };
      const [logits, updated] = state.applyFn(
        variables,
        noisy,
        { train: true },
        { mutable: ["batch_stats"] },
      );
      return [np.mean(optax.softmaxCrossEntropyWithIntegerLabels(logits, labels)), updated] as const;
    };
    const [[value, updated], grads] = jax.valueAndGrad(loss, { hasAux: true })(state.params);
    return [state.applyGradients({ grads, batchStats: updated.batch_stats }), value] as const;
  });
  const train = (state: ReturnType<typeof start>, key: np.ndarray, steps: number) => {
    const losses: number[] = [];
    let [current, rest] = [state, key];
    for (let i = 0; i < steps; i++) {
      const [next, own] = jax.random.split(rest);
      const [stepped, loss] = step(current, own);
      [current, rest] = [stepped, next];
      losses.push(loss.item());
    }
    return { state: current, key: rest, losses };
  };

  test("by TrainState, jit and a key", () => {
    const dir = at("run");
    const first = train(start(), jax.random.PRNGKey(5), 4);
    const file = checkpoints.saveCheckpoint(dir, { state: first.state, key: first.key }, 4);
    expect(file).toBe(join(dir, "checkpoint_4"));
    const on = train(first.state, first.key, 4);
    const blank = { state: start(), key: jax.random.PRNGKey(0) };
    const { state, key } = checkpoints.restoreCheckpoint(dir, blank);
    expect(state).toBeInstanceOf(BatchNormState);
    expect([state.step.item(), state.step.dtype]).toEqual([4, "int32"]);
    const again = train(state, key, 4);
    expect(again.losses).toEqual(on.losses);
    expect(serialization.toJson(again.state)).toBe(serialization.toJson(on.state));
    expect(compilations).toBe(1);
  });

  test("keeps as many as asked for, and lets none be replaced unless told", () => {
    const dir = at("several");
    const save = (step: number, options?: object) =>
      checkpoints.saveCheckpoint(dir, { step }, step, { keep: 2, ...options });
    for (const one of [1, 5, 10]) save(one);
    expect(readdirSync(dir).sort()).toEqual(["checkpoint_10", "checkpoint_5"]);
    expect(() => save(10)).toThrow(
      "saveCheckpoint: expected a step after 10, of which there is a checkpoint, got 10",
    );
    save(7, { overwrite: true });
    expect(readdirSync(dir).sort()).toEqual(["checkpoint_5", "checkpoint_7"]);
    expect(checkpoints.restoreCheckpoint(dir, { step: 0 })).toEqual({ step: 7 });
    expect(checkpoints.restoreCheckpoint(dir, null, { step: 5 })).toEqual({ step: 5 });
    expect(checkpoints.restoreCheckpoint(join(dir, "checkpoint_5"), { step: 0 })).toEqual({ step: 5 });
    expect(() => checkpoints.restoreCheckpoint(dir, null, { step: 6 })).toThrow(/there is no such file$/);
    writeFileSync(join(dir, "checkpoint_8"), "hello");
    expect(() => checkpoints.restoreCheckpoint(dir, { step: 0 })).toThrow(
      /^restoreCheckpoint: ".*checkpoint_8" is broken/,
    );
  });
});
