import { describe, expect, test } from "vitest";
import * as flax from "../src/flax";
import * as jax from "../src/jax";
import * as np from "../src/np";
import * as optax from "../src/optax";

const { TrainState } = flax.training;

describe("TrainState", () => {
  const tx = optax.sgd(0.1);
  const applyFn = () => 0;
  test.each([
    [
      "no function",
      () => TrainState.create({ applyFn: 1, params: {}, tx } as never),
      /expected applyFn to be a function, got 1/,
    ],
    [
      "no optimiser",
      () => TrainState.create({ applyFn, params: {}, tx: 0.1 } as never),
      /expected tx to be an optimiser of optax, got 0\.1/,
    ],
    ["no parameters", () => TrainState.create({ applyFn, tx } as never), /expected params, got undefined/],
    [
      "no gradients",
      () => TrainState.create({ applyFn, params: { w: np.ones(2) }, tx }).applyGradients({} as never),
      /expected \{ grads \}/,
    ],
    [
      "a misspelled field",
      () => TrainState.create({ applyFn, params: {}, tx }).replace({ parms: {} }),
      /got "parms"/,
    ],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });

  test("is a tree, but for the function and the optimiser", () => {
    const state = TrainState.create({ applyFn, params: { w: np.ones(2) }, tx });
    const doubled = jax.tree.map(
      (x) => np.multiply(x as np.ndarray, 2),
      state as never,
    ) as unknown as typeof state;
    expect(doubled.params.w.tolist()).toEqual([2, 2]);
    expect([doubled.tx, doubled.applyFn]).toEqual([tx, applyFn]);
  });
});

describe("flax.core and flax.traverseUtil", () => {
  test("frozen copies cannot be changed, unfrozen ones can, and neither changes what it came from", () => {
    const variables = { params: { w: np.ones(1) } };
    const frozen = flax.core.freeze(variables);
    expect(() => Object.assign(frozen.params, { w: 1 })).toThrow(TypeError);
    const free = flax.core.unfreeze(frozen);
    Object.assign(free.params, { b: 1 });
    expect(Object.keys(variables.params)).toEqual(["w"]);
    const [rest, params] = flax.core.pop(flax.core.copy(frozen, { batch_stats: 1 }), "params");
    expect([rest, Object.isFrozen(rest)]).toEqual([{ batch_stats: 1 }, true]);
    expect(params.w).toBe(variables.params.w);
  });

  test("flat and nested objects", () => {
    const { flattenDict, unflattenDict } = flax.traverseUtil;
    const nested = { a: { b: 1, c: { d: [2] } }, e: {} };
    expect(flattenDict(nested, { sep: "." })).toEqual({ "a.b": 1, "a.c.d": [2] });
    expect(flattenDict(nested, { keepEmptyNodes: true })).toEqual({ "a/b": 1, "a/c/d": [2], e: {} });
    expect(flattenDict(nested, { isLeaf: (path) => path.at(-1) === "c" })).toEqual({
      "a/b": 1,
      "a/c": { d: [2] },
    });
    expect(unflattenDict(flattenDict(nested, { keepEmptyNodes: true }))).toEqual(nested);
    expect(() => unflattenDict({ a: 1, "a/b": 2 })).toThrow(
      'unflattenDict: expected each name once, but "a/b" meets another',
    );
    expect(Object.keys(unflattenDict({ "__proto__/x": 1 }))).toEqual(["__proto__"]);
  });
});
