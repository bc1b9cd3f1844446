import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import { camelCase } from "../src/array/options";
import * as jax from "../src/jax";
import * as np from "../src/np";
import * as optax from "../src/optax";
import { reference } from "./stored";

interface Case {
  name: string;
  args: unknown[];
  value: unknown;
  gradient: unknown;
}
const data = reference<{
  trees: Record<string, Record<string, number[]>>;
  projections: Case[];
  functions: Case[];
  drawn: Record<string, unknown>;
  states: { rate: number; set: number; counts: number };
  perturbed: { noise: "Gumbel" | "Normal"; baseline: boolean; value: number[]; jacobian: number[][] }[];
}>("optax-trees");

const treeOf = (name: string): unknown => jax.tree.map((x: number[]) => np.array(x), data.trees[name]);
const resolve = (argument: unknown): unknown =>
  typeof argument === "string" && argument in data.trees ? treeOf(argument) : argument;
type Functions = Record<string, (...args: unknown[]) => unknown>;

/** Plain numbers in place of arrays. */
const plain = (tree: unknown): unknown => {
  if (tree instanceof ndarray) return tree.tolist();
  if (typeof tree !== "object" || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, part]) => [key, plain(part)]));
};

function expectNear(got: unknown, wanted: unknown): void {
  if (typeof wanted === "number") return expect(got).toBeCloseTo(wanted, 5);
  if (typeof wanted !== "object" || wanted === null) return expect(got).toEqual(wanted);
  expect(Object.keys(got as object).sort()).toEqual(Object.keys(wanted).sort());
  for (const [key, part] of Object.entries(wanted)) expectNear((got as Functions)[key], part);
}

const title = ({ name, args }: Case): string => `${name} ${JSON.stringify(args)}`;

test.each(data.projections.map((one) => [title(one), one] as const))(
  "%s has optax's nearest point and gradient",
  (_, { name, args, value, gradient }) => {
    const f = (optax.projections as unknown as Functions)[camelCase(name)];
    const [x, ...rest] = args.map(resolve);
    expectNear(plain(f(x, ...rest)), value);
    const weighed = (tree: unknown): ndarray =>
      jax.tree
        .leaves(f(tree, ...rest))
        .map((leaf) => leaf as ndarray)
        .map((leaf) => np.sum(np.multiply(leaf, np.cos(np.arange(leaf.size)).reshape(leaf.shape))))
        .reduce((a, b) => a.add(b));
    expectNear(plain(jax.grad(weighed as never)(x as never)), gradient);
    expectNear(plain(jax.jit(jax.grad(weighed as never) as never)(x as never)), gradient);
  },
);

test.each(data.functions.map((one) => [title(one), one] as const))(
  "%s has optax's value",
  (_, { name, args, value }) => {
    const own = camelCase(name);
    const f = (optax.tree as unknown as Functions)[own];
    expectNear(plain(f(...args.map(resolve))), value);
    const older = `tree${own[0].toUpperCase()}${own.slice(1)}`;
    expect((optax.treeUtils as unknown as Functions)[older]).toBe(f);
  },
);

describe("trees", () => {
  const key = jax.random.PRNGKey(5);

  test("are drawn as optax draws them", () => {
    expect(plain(optax.tree.splitKeyLike(key, treeOf("A")))).toEqual(data.drawn.keys);
    expectNear(plain(optax.tree.randomLike(key, treeOf("A"))), data.drawn.normal);
    const uniform = optax.tree.randomLike(key, treeOf("A"), jax.random.uniform as never) as unknown;
    expectNear(plain(uniform), data.drawn.uniform);
  });

  test("have one dtype, or say which they have", () => {
    expect(optax.tree.dtype(treeOf("A"))).toBe("float32");
    expect(() => optax.tree.dtype([np.array([1]), np.array([1], "int32")])).toThrow("float32, int32");
    expect(() => optax.tree.norm(treeOf("A"), 3)).toThrow(
      "tree.norm: expected ord to be 1, 2 or Infinity, got 3",
    );
    expect(() => optax.tree.clip(treeOf("A"))).toThrow("tree.clip: expected minValue, maxValue or both");
    expect(() => optax.tree.add(treeOf("A"))).toThrow("tree.add: expected two trees or more, got 1");
  });

  test("are read and changed by the names of fields", () => {
    const params = treeOf("A");
    const tx = optax.chain(optax.clip(1), optax.injectHyperparams(optax.adam)({ learningRate: 0.25 }));
    const state = tx.init(params) as object;
    expect((optax.tree.get(state, "learning_rate") as ndarray).item()).toBe(data.states.rate);
    const changed = optax.tree.set(state, { learning_rate: np.array(0.5) });
    expect((optax.tree.get(changed, "learningRate") as ndarray).item()).toBe(data.states.set);
    expect((optax.tree.get(state, "learningRate") as ndarray).item()).toBe(data.states.rate);
    const counts = optax.tree.getAllWithPath(state, "count");
    expect(counts).toHaveLength(data.states.counts);
    expect(() => optax.tree.get(state, "count") as unknown).toThrow(
      'tree.get: expected one value of "count", found some at 1.count and 1.innerState.0.count',
    );
    expect(optax.tree.get(state, "count", null, (path) => path.length === 2) as unknown).toBe(counts[0][1]);
    expect(optax.tree.get(state, "nothing", 7) as unknown).toBe(7);
    expect(() => optax.tree.set(state, { nothing: 1 })).toThrow('that is there, got "nothing"');
  });
});

test.each(data.perturbed)("a step has optax's gradients with $noise noise, baseline $baseline", (one) => {
  const hard = (x: ndarray): ndarray => jax.nn.oneHot(np.argmax(x), 3) as ndarray;
  const noise = new optax.perturbations[one.noise]();
  const soft = optax.perturbations.makePerturbedFun(hard, {
    numSamples: 200,
    sigma: 0.3,
    noise,
    useBaseline: one.baseline,
  });
  const [key, x] = [jax.random.PRNGKey(5), np.array([0.4, 0.1, 0.35])];
  expectNear(soft(key, x).tolist(), one.value);
  expectNear((jax.jacrev((x: ndarray) => soft(key, x))(x) as ndarray).tolist(), one.jacobian);
});

test("newer names hold the same functions", () => {
  const all = optax as unknown as Record<string, unknown>;
  for (const namespace of [optax.schedules, optax.transforms]) {
    for (const [name, value] of Object.entries(namespace)) expect(all[name]).toBe(value);
  }
});

test("every export has its pair", () => {
  const tried = new Set([...data.projections, ...data.functions].map(({ name }) => camelCase(name)));
  const elsewhere = ["splitKeyLike", "randomLike", "dtype", "get", "set", "getAllWithPath"];
  const all = [...Object.keys(optax.projections), ...Object.keys(optax.tree)];
  expect(all.filter((name) => !tried.has(name) && !elsewhere.includes(name))).toEqual([]);
});
