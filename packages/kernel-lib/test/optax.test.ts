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
  /** How far optax comes from each of them if it begins with the next numbers. */
  apart: number[];
}
interface Case {
  name: string;
  runs: Record<string, Run>;
}
interface Data {
  ctc: [loss: number[], blank: number[][][], label: number[][][]];
  start: { w: number[][]; x: number[] };
  optimizers: (Case & { rate: number; options: Record<string, unknown> })[];
  wrapped: (Case & { code: string; told: string[] })[];
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

function follows(
  tx: optax.GradientTransformation,
  runs: Record<string, Run>,
  told: readonly string[] = [],
): void {
  for (const [problem, { state: first, path, apart }] of Object.entries(runs)) {
    let params: Params = { w: jnp.array(data.start.w), x: jnp.array(data.start.x) };
    let state = tx.init(params);
    expect(emptyAlike(described(state))).toEqual(emptyAlike(first));
    const step = jax.jit((params: Params, state: unknown) => {
      const loss = problems[problem];
      const [value, grad] = jax.valueAndGrad(loss)(params);
      const all: Record<string, unknown> = {
        value,
        grad,
        valueFn: loss,
        objFn: loss,
        gradFn: jax.grad(loss),
      };
      const extra = Object.fromEntries(told.map((name) => [name, all[name]]));
      const [updates, next] = tx.update(grad, state, params, extra);
      return [optax.applyUpdates(params, updates), next] as [Params, unknown];
    });
    for (let i = 1; i <= 50; i++) {
      [params, state] = step(params, state) as [Params, unknown];
      const at = [1, 10, 50].indexOf(i);
      if (at < 0) continue;
      // Where values decide how far a step goes, a last bit can lead elsewhere: then optax's own drift is the measure.
      const most = told.length > 0 ? Math.max(2e-5, 10 * apart[at]) : 2e-5;
      const wanted = path[at];
      for (const key of ["w", "x"] as const) {
        const scale = Math.max(...wanted[key].map(Math.abs));
        params[key].data.forEach((got, k) => {
          const difference = Math.abs(got - wanted[key][k]) / scale;
          const place = `${problem}, step ${i}, ${key}[${k}]: ${got}, ${wanted[key][k]}`;
          expect(difference, place).toBeLessThan(most);
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

  test.each(data.wrapped.map((one) => [one.code, one] as const))("%s", (code, { runs, told }) => {
    follows(new Function("optax", `return ${code};`)(optax) as never, runs, told);
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
    ...data.wrapped.flatMap(({ code }) =>
      [...code.matchAll(/optax\.(?:contrib\.)?(\w+)/g)].map(([, name]) => name),
    ),
  ]);
  const parts =
    /^(scaleBy|scale$|identity|setToZero|trace$|clipByBlockRms|addDecayedWeights|addNoise|globalNorm|applyUpdates)/;
  const elsewhere = new Set([
    "ctcLossWithForwardProbs",
    "multiTransform",
    "hutchinsonEstimatorDiagHessian",
    "scheduleFreeEvalParams",
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
    // In optax.trees.test.ts.
    ...["contrib", "perturbations", "projections", "schedules", "transforms", "tree", "treeUtils"],
    "valueAndGradFromState",
  ]);
  const missing = [...Object.keys(optax), ...Object.keys(optax.contrib)].filter(
    (name) => !tried.has(name) && !parts.test(name) && !elsewhere.has(name),
  );
  expect(missing).toEqual([]);
});

describe("a search along a line", () => {
  const loss = (w: ndarray, x: ndarray): ndarray => jnp.sum(jnp.square(jnp.subtract(jnp.multiply(x, w), 3)));
  const [w, x] = [jnp.array([1, 2]), jnp.array([2, 4])];
  const [value, grad] = jax.valueAndGrad(loss)(w, x);

  test("takes arguments of the loss by their names", () => {
    const tx = optax.chain(optax.sgd(1), optax.scaleByBacktrackingLinesearch({ max_backtracking_steps: 15 }));
    const [updates] = tx.update(grad, tx.init(w), w, { value, grad, value_fn: loss, x });
    expect(loss(optax.applyUpdates(w, updates), x).item()).toBeLessThan(value.item());
    expect(() => tx.update(grad, tx.init(w), w, { value, grad, valueFn: loss, y: x })).toThrow(
      'scaleByBacktrackingLinesearch: expected the arguments w, x, got one named "y"',
    );
  });

  test("gives the next step its value and gradient", () => {
    const tx = optax.lbfgs();
    const own = optax.valueAndGradFromState(loss);
    let calls = 0;
    const counted = (w: ndarray): ndarray => (calls++, loss(w, x));
    expect(own(w, x, { state: tx.init(w) })[0].item()).toBe(value.item());
    const [updates, state] = tx.update(grad, tx.init(w), w, { value, grad, valueFn: counted });
    const there = optax.applyUpdates(w, updates);
    expect(own(there, { x, state })[0].item()).toBeCloseTo(loss(there, x).item(), 5);
    calls = 0;
    optax.valueAndGradFromState(counted)(there, { state });
    expect(calls).toBe(0);
    expect(() => own(w, x)).toThrow("valueAndGradFromState: expected { state } as last argument");
    expect(() => own(w, x, { state: optax.sgd(1).init(w) })).toThrow("with the value and the gradient");
  });

  test("says what it was not told", () => {
    const tx = optax.lbfgs();
    expect(() => tx.update(grad, tx.init(w), w)).toThrow(
      "scaleByZoomLinesearch: expected valueFn after the parameters, update(grads, state, params, { valueFn })",
    );
    expect(() => tx.update(grad, tx.init(w))).toThrow("scaleByLbfgs: expected the parameters as third");
    const plateau = optax.contrib.reduceOnPlateau();
    expect(() => plateau.update(grad, plateau.init(w), { value: 1 })).toThrow("expected value after the");
    expect(() => plateau.update(grad, plateau.init(w), w, 1 as never)).toThrow(
      "reduceOnPlateau.update: expected what else there is by name, { value, grad, valueFn }, got 1",
    );
  });
});

test("what was trained without a schedule is used at the mean of its parameters", () => {
  const tx = optax.contrib.scheduleFreeSgd(0.5);
  const w = [jnp.array([2])];
  const [updates, state] = tx.update([jnp.array([4])], tx.init(w), w);
  const there = optax.applyUpdates(w, updates);
  const [z] = (state as { z: ndarray[] }).z;
  const mean = optax.contrib.scheduleFreeEvalParams(state, there)[0];
  expect(there[0].item()).toBeCloseTo(0.9 * mean.item() + 0.1 * z.item(), 5);
  expect(() => optax.contrib.scheduleFreeEvalParams({}, w)).toThrow("expected the state of scheduleFree");
});
