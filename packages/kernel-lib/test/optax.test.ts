import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as jnp from "../src/np";
import * as optax from "../src/optax";
import * as jax from "../src/jax";
import { sliceAxis } from "../src/ops/slice";
import { camelCase } from "../src/array/options";

interface Run {
  state: unknown;
  path: Record<string, number[]>[];
}
interface Case {
  name: string;
  runs: Record<string, Run>;
}
interface Data {
  ctc: [loss: number[], blank: number[][][], label: number[][][]];
  start: { w: number[][]; x: number[] };
  optimizers: (Case & { rate: number; options: Record<string, unknown> })[];
  wrapped: (Case & { code: string })[];
  schedules: { name: string; args: unknown[]; values: number[] }[];
  losses: {
    name: string;
    args: unknown[];
    integers: boolean[];
    options: object;
    value: unknown;
    gradient: unknown;
  }[];
}

const file = new URL("../../../reference/data/optax.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8")) as Data;
const exported = optax as unknown as Record<string, (...args: unknown[]) => unknown>;
type Params = { w: ndarray; x: ndarray };

const target = jnp.array([
  [1, -2, 3],
  [0.5, 0.25, -1],
]);
const problems: Record<string, (params: Params) => ndarray> = {
  parabola: ({ w, x }) =>
    jnp.add(jnp.sum(jnp.square(jnp.subtract(w, target))), jnp.sum(jnp.square(jnp.subtract(x, 0.5)))),
  rosenbrock: ({ w, x }) => {
    const [a, b] = [sliceAxis(x, 0, 1, 3), sliceAxis(x, 0, 0, 2)];
    const steep = jnp.multiply(100, jnp.square(jnp.subtract(a, jnp.square(b))));
    const sum = jnp.sum(jnp.add(steep, jnp.square(jnp.subtract(1, b))));
    return jnp.add(jnp.multiply(0.05, sum), jnp.multiply(0, jnp.sum(w)));
  },
};

/** A state as the reference writes it: arrays as dtype and shape. */
function described(state: unknown): unknown {
  if (state instanceof ndarray) return `${state.dtype}[${state.shape.join()}]`;
  if (Array.isArray(state)) return state.map(described);
  if (typeof state === "object" && state !== null) {
    return Object.fromEntries(Object.entries(state).map(([key, part]) => [key, described(part)]));
  }
  return state;
}

/** Empty states are written as empty lists by Python, where they are empty objects here. */
const emptyAlike = (state: unknown): unknown => {
  if (Array.isArray(state)) return state.length === 0 ? {} : state.map(emptyAlike);
  if (typeof state !== "object" || state === null) return state;
  return Object.fromEntries(Object.entries(state).map(([key, part]) => [key, emptyAlike(part)]));
};

function follows(tx: optax.GradientTransformation, runs: Record<string, Run>): void {
  for (const [problem, { state: first, path }] of Object.entries(runs)) {
    let params: Params = { w: jnp.array(data.start.w), x: jnp.array(data.start.x) };
    let state = tx.init(params);
    expect(emptyAlike(described(state))).toEqual(emptyAlike(first));
    const step = jax.jit((params: Params, state: unknown) => {
      const gradient = jax.grad(problems[problem])(params);
      const [updates, next] = tx.update(gradient, state, params);
      return [optax.applyUpdates(params, updates), next] as [Params, unknown];
    });
    for (let i = 1; i <= 50; i++) {
      [params, state] = step(params, state) as [Params, unknown];
      const wanted = { 1: path[0], 10: path[1], 50: path[2] }[i];
      if (!wanted) continue;
      for (const key of ["w", "x"] as const) {
        const scale = Math.max(...wanted[key].map(Math.abs));
        params[key].data.forEach((got, k) => {
          const difference = Math.abs(got - wanted[key][k]) / scale;
          expect(difference, `${problem}, step ${i}, ${key}[${k}]: ${got}, ${wanted[key][k]}`).toBeLessThan(
            2e-5,
          );
        });
      }
    }
  }
}

describe("an optimiser follows optax's path", () => {
  test.each(data.optimizers.map((one) => [one.name, JSON.stringify(one.options), one] as const))(
    "%s %s",
    (name, _, { rate, options, runs }) => {
      const key = options.key as number | undefined;
      follows(exported[name](rate, { ...options, ...(key !== undefined && { key }) }) as never, runs);
    },
  );

  test.each(data.wrapped.map((one) => [one.code, one] as const))("%s", (code, { runs }) => {
    follows(new Function("optax", `return ${code};`)(optax) as never, runs);
  });
});

test.each(data.schedules.map((one) => [one.name, one] as const))(
  "schedule %s has optax's values",
  (name, { args, values }) => {
    const schedule = exported[name](...args) as optax.Schedule;
    values.forEach((wanted, step) => expect(schedule(step).item()).toBeCloseTo(wanted, 5));
    const compiled = jax.jit((step: ndarray) => schedule(step));
    expect(compiled(7).item()).toBeCloseTo(values[7], 5);
  },
);

test.each(data.losses.map((one) => [one.name, JSON.stringify(one.options), one] as const))(
  "loss %s %s has optax's values and gradients",
  (name, _, { args, integers, options, value, gradient }) => {
    const own = args.map((arg, i) =>
      Array.isArray(arg) ? jnp.array(arg as never, integers[i] ? jnp.int32 : jnp.float32) : arg,
    );
    const loss = (x: unknown): ndarray => exported[name](x, ...own.slice(1), options) as ndarray;
    const near = (got: ndarray, wanted: unknown): void => {
      const flat = [wanted].flat(9) as number[];
      expect(got.size).toBe(flat.length);
      got.data.forEach((x, i) => expect(x).toBeCloseTo(flat[i], 5));
    };
    near(loss(own[0]), value);
    const weighted = (x: ndarray): ndarray => {
      const values = loss(x);
      const weights = jnp.reshape(
        jnp.arange(1, values.size + 1, { dtype: jnp.float32 }),
        values.shape as number[],
      );
      return jnp.sum(jnp.multiply(values, weights));
    };
    near(jax.grad(weighted)(own[0] as ndarray) as ndarray, gradient);
    near(jax.jit(jax.grad(weighted))(own[0] as ndarray) as ndarray, gradient);
  },
);

test("ctcLossWithForwardProbs has optax's log probabilities", () => {
  const [{ args }] = data.losses.filter(({ name }) => name === "ctcLoss");
  const results = optax.ctcLossWithForwardProbs(...(args as [number[], number[], number[], number[]]));
  results.forEach((got, i) => {
    const wanted = (data.ctc[i] as unknown[]).flat(3) as number[];
    expect(got.size).toBe(wanted.length);
    got.data.forEach((x, k) =>
      expect(Math.abs(x - wanted[k])).toBeLessThan(2e-6 * Math.max(5, Math.abs(wanted[k]))),
    );
  });
  const [logits, paddings, labels] = args as number[][];
  expect(() => optax.ctcLoss(logits, paddings, labels, [[0, 0]])).toThrow(
    "ctcLoss: expected labelPaddings of shape (3, 3), got (1, 2)",
  );
  expect(() =>
    optax.ctcLoss(
      logits,
      paddings,
      [
        [9, 1, 1],
        [1, 1, 1],
        [1, 1, 1],
      ],
      jnp.zeros([3, 3]),
    ),
  ).toThrow("ctcLoss: expected labels from 0 to 4, got 9");
});

test("what stays still does so whatever its gradient is", () => {
  const bad = { w: jnp.array([NaN, Infinity, -1]) };
  expect(optax.setToZero().update(bad, {})[0].w.tolist()).toEqual([0, 0, 0]);
});

test("every export has its pair", () => {
  const tried = new Set([
    ...[...data.optimizers, ...data.schedules, ...data.losses].map(({ name }) => camelCase(name)),
    ...data.wrapped.flatMap(({ code }) => [...code.matchAll(/optax\.(\w+)/g)].map(([, name]) => name)),
  ]);
  const parts =
    /^(scaleBy|scale$|identity|setToZero|trace$|clipByBlockRms|addDecayedWeights|addNoise|globalNorm|applyUpdates)/;
  const elsewhere = new Set([
    "ctcLossWithForwardProbs",
    "multiTransform",
    "namedChain",
    "injectHyperparams",
    "GradientTransformation",
    "MultiSteps",
    "lookahead",
    "LookaheadParams",
    "incrementalUpdate",
    "periodicUpdate",
    "joinSchedules",
    "sgdrSchedule",
    "losses",
  ]);
  const missing = Object.keys(optax).filter(
    (name) => !tried.has(name) && !parts.test(name) && !elsewhere.has(name),
  );
  expect(missing).toEqual([]);
});
