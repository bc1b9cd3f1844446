import { describe, expect, test } from "vitest";
import type { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { reference, unstored, type Stored } from "./stored";

type StoredTree = { [name: string]: StoredTree | Stored };
interface Case {
  name: string;
  fields: unknown;
  args: unknown[];
  call: object;
  mutable: string[] | null;
  rngs: boolean;
  variables: StoredTree;
  outputs: Stored[];
  changed: StoredTree;
  gradient: StoredTree;
  toInput?: Stored[];
}
interface FunctionCase {
  name: string;
  args: unknown[];
  options: object;
  result: Stored;
}

const {
  inputs: storedInputs,
  functions,
  ...stored
} = reference<{ inputs: Record<string, Stored>; functions: FunctionCase[] } & Record<string, never>>(
  "layers",
);
const cases = Object.values(stored) as unknown as Case[];
const inputs = Object.fromEntries(Object.entries(storedInputs).map(([name, x]) => [name, unstored(x)]));
const exported = nn as unknown as Record<string, never>;

type Make = new (fields: unknown) => nn.Module;

/** Puts modules, functions and arrays in the place of what stands for them. */
function resolved(x: unknown, shared: Map<string, unknown> = new Map()): unknown {
  if (Array.isArray(x)) return x.map((part) => resolved(part, shared));
  if (x === null || typeof x !== "object") return x;
  const one = x as Record<string, never>;
  if ("input" in one) return inputs[one.input];
  if ("initializer" in one) return (nn.initializers[one.initializer] as () => unknown)();
  if ("function" in one) return exported[one.function];
  if ("causal" in one) return nn.makeCausalMask(inputs[one.causal]);
  if ("attention" in one) return nn.makeAttentionMask(inputs[one.attention], inputs[one.attention]);
  if ("module" in one) return made(one.module, one.fields, shared);
  if ("shared" in one) {
    const key = JSON.stringify(one);
    if (!shared.has(key)) shared.set(key, resolved(one.shared, shared));
    return shared.get(key);
  }
  return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, resolved(value, shared)]));
}

function made(name: string, fields: unknown, shared: Map<string, unknown> = new Map()): nn.Module {
  const given = resolved(fields, shared) as { layers?: never };
  return new (exported[name] as unknown as Make)(name === "Sequential" ? given.layers : given);
}

const named = (name: unknown): unknown =>
  typeof name === "string" ? inputs[name] : Array.isArray(name) ? name.map(named) : name;

const isStored = (tree: StoredTree | Stored): tree is Stored => typeof tree.bytes === "string";
const restored = (tree: StoredTree): nn.Variables =>
  Object.fromEntries(
    Object.entries(tree).map(([name, part]) => [name, isStored(part) ? unstored(part) : restored(part)]),
  );

function expectNear(got: ndarray, wanted: ndarray, path: string, by: number): void {
  expect(got.shape, path).toEqual(wanted.shape);
  expect(got.dtype, path).toBe(wanted.dtype);
  const scale = Math.max(1, ...Array.from(wanted.data, Math.abs).filter(Number.isFinite));
  const wrong = Array.from(wanted.data, (one, i) => [got.data[i], one]).filter(
    ([a, b]) => !Object.is(a, b) && a !== b && !(Math.abs(a - b) <= by * scale),
  );
  expect(wrong.slice(0, 4), path).toEqual([]);
}

/** Holds a tree to another: the same names, and arrays that are near. */
function expectSameTree(got: nn.Variables, wanted: nn.Variables, path: string, by: number): void {
  if (wanted instanceof np.ndarray) return expectNear(got as ndarray, wanted, path, by);
  expect(Object.keys(got).sort(), path).toEqual(Object.keys(wanted).sort());
  for (const [name, part] of Object.entries(wanted)) expectSameTree(got[name], part, `${path}/${name}`, by);
}

const loss = (outputs: unknown): ndarray =>
  (jax.tree.leaves(outputs) as ndarray[])
    .map((y) => y.mul(np.sin(np.arange(y.size, { dtype: "float32" })).reshape(y.shape)).sum())
    .reduce((a, b) => a.add(b));

/** A unit in the last place, of the largest number of an array at least. */
const unit = 2 ** -24;

describe("layers are as in Flax", () => {
  const keys = { params: jax.random.PRNGKey(11), dropout: jax.random.PRNGKey(7) };
  cases.forEach((one, i) => {
    const { name, fields, args, call, mutable, rngs } = one;
    const label = `${i}: ${name} ${JSON.stringify(fields).slice(0, 90)}`;
    const given = args.map(named);
    const options = {
      ...(resolved(call) as object),
      ...(mutable && { mutable }),
      ...(rngs && { rngs: { dropout: keys.dropout } }),
    };
    // Variances of few numbers, as differences of large squares, keep less than half of the digits.
    const [near, nearGradient] = /normalizeQk/.test(label) ? [2e-5, 1e-4] : [1e-6, 2e-6];
    const last = Object.keys(options).length > 0 ? [options] : [];
    const called = Object.keys(call).length > 0 ? [resolved(call)] : [];

    test(`${label}: variables`, () => {
      const variables = made(name, fields).init(keys, ...given, ...called);
      // Orthogonal matrices are rounded by LAPACK at each step, here once.
      const isRecurrent = /Cell|RNN|Bidirectional/.test(name);
      expectSameTree(variables, restored(one.variables), name, isRecurrent ? 2e-6 : 4 * unit);
    });

    test(`${label}: outputs, alone and compiled`, () => {
      const module = made(name, fields);
      const variables = restored(one.variables);
      const run = (variables: nn.Variables, ...rest: unknown[]): unknown =>
        module.apply(variables, ...rest, ...last) as unknown;
      for (const f of [run, jax.jit(run as never) as typeof run]) {
        const result = f(variables, ...given);
        const [outputs, changed] = mutable ? (result as [unknown, unknown]) : [result, {}];
        const leaves = jax.tree.leaves(outputs) as ndarray[];
        expect(leaves.length).toBe(one.outputs.length);
        leaves.forEach((leaf, k) => expectNear(leaf, unstored(one.outputs[k]), `output ${k}`, near));
        expectSameTree(changed, restored(one.changed), "changed", near);
      }
    });

    test(`${label}: gradients`, () => {
      const module = made(name, fields);
      const { params, ...rest } = restored(one.variables);
      const run = (params: unknown, first: unknown): ndarray => {
        const variables = params === undefined ? rest : { params, ...rest };
        const result: unknown = module.apply(variables, first, ...given.slice(1), ...last);
        return loss(mutable ? (result as unknown[])[0] : result);
      };
      if (params !== undefined) {
        const gradient = jax.grad((own: unknown) => run(own, given[0]))(params);
        expectSameTree({ params: gradient }, restored(one.gradient), "gradient", nearGradient);
      }
      if (one.toInput) {
        const gradient = jax.tree.leaves(
          jax.grad((first: unknown) => run(params, first))(given[0] as never),
        ) as ndarray[];
        gradient.forEach((leaf, k) =>
          expectNear(leaf, unstored((one.toInput as Stored[])[k]), `input ${k}`, nearGradient),
        );
      }
    });
  });
});

describe("functions are as in Flax", () => {
  functions.forEach(({ name, args, options, result }, i) => {
    test(`${i}: ${name} ${JSON.stringify(options)}`, () => {
      const f = exported[name] as unknown as (...args: unknown[]) => ndarray;
      const last = Object.keys(options).length > 0 ? [resolved(options)] : [];
      expectNear(f(...(resolved(args) as unknown[]), ...last), unstored(result), name, 1e-6);
    });
  });
});

/** Every module of a case with the fields that are given to it: that of the case, and those in its fields. */
function given(name: string, fields: unknown): [name: string, fields: readonly string[]][] {
  const within = (x: unknown): [string, readonly string[]][] => {
    if (x === null || typeof x !== "object") return [];
    if ("module" in x) return given(x.module as string, (x as unknown as { fields: unknown }).fields);
    return Object.values(x).flatMap(within);
  };
  return [[name, Object.keys(fields as object)], ...within(fields)];
}

const tried = cases.flatMap(({ name, fields, call }) => [
  ...given(name, fields),
  [name, Object.keys(call)] as const,
]);

test("every layer that is exported has three pairs or more", () => {
  const count = new Map<string, number>();
  // One layer under two names.
  const whole = (name: string): string =>
    name === "MultiHeadAttention" ? "MultiHeadDotProductAttention" : name;
  cases
    .flatMap(({ name, fields }) => given(name, fields))
    .forEach(([name]) => count.set(whole(name), (count.get(whole(name)) ?? 0) + 1));
  const layers = Object.entries(nn).filter(
    ([name, one]) =>
      typeof one === "function" && one.prototype instanceof nn.Module && !/^(Module|RNNCellBase)$/.test(name),
  );
  const without = layers.map(([name]) => name).filter((name) => (count.get(whole(name)) ?? 0) < 3);
  expect(without).toEqual([]);
});

test("every field is set in a pair, but for what the tests below say, and what has no choice here", () => {
  const set = new Set(tried.flatMap(([, fields]) => fields));
  const layers = cases.map(({ name, fields }) => made(name, fields));
  const fields = new Set(layers.flatMap((layer) => Object.keys(layer)));
  const below = ["attentionFn", "axisName", "collectionName", "decode", "errorOnNonMatrix", "mergeFn"];
  const withoutChoice = ["dtype", "forceFloat32Reductions", "forceFp32ForSoftmax", "paramDtype", "unroll"];
  const rest = [...fields].filter((field) => !set.has(field));
  expect(rest.sort()).toEqual([...below, ...withoutChoice, "rngCollection"].sort());
});

describe("fields that change no number by themselves", () => {
  const key = jax.random.PRNGKey(0);
  const { stack, rows, image } = inputs;
  const close = (a: ndarray, b: ndarray): void => expectNear(a, b, "result", 2e-6);

  test("decode: attention one element after the other is attention under a causal mask", () => {
    const [options, [batch, length, features]] = [{ numHeads: 2, qkvFeatures: 8 }, stack.shape];
    const { params } = new nn.SelfAttention(options).init(key, stack);
    const mask = nn.makeCausalMask(np.ones([batch, length]));
    const whole = new nn.SelfAttention(options).apply({ params }, stack, { mask });
    const decoding = new nn.SelfAttention({ ...options, decode: true });
    let { cache } = decoding.init(key, stack);
    const steps = Array.from({ length }, (_, i) => {
      const element = stack.at(":", `${i}:${i + 1}`);
      const [y, changed] = decoding.apply({ params, cache }, element, { mutable: ["cache"] });
      cache = (changed as { cache: nn.Variables }).cache;
      return y as ndarray;
    });
    expect(steps[0].shape).toEqual([batch, 1, features]);
    close(np.concatenate(steps, 1), whole as ndarray);
  });

  test("axisName: statistics of a batch that is mapped are those of the whole", () => {
    const options = { useRunningAverage: false, momentum: 0.5 };
    const variables = new nn.BatchNorm(options).init(key, rows);
    const wanted = new nn.BatchNorm(options).apply(variables, rows, { mutable: ["batch_stats"] });
    const layer = new nn.BatchNorm({ ...options, axisName: "batch" });
    const mapped = jax.vmap((x: ndarray) => layer.apply(variables, x, { mutable: ["batch_stats"] })[0], {
      axisName: "batch",
    });
    close(mapped(rows.reshape([3, 1, 4])).reshape([3, 4]), wanted[0] as ndarray);
  });

  test("attentionFn and mergeFn: the functions are called in place of the usual ones", () => {
    const zero = new nn.SelfAttention({ numHeads: 2, attentionFn: (q: ndarray) => q.mul(0) } as never);
    const variables = zero.init(key, stack);
    close(zero.apply(variables, stack) as ndarray, np.zeros(stack.shape));
    const rnn = (): nn.RNN => new nn.RNN(new nn.GRUCell(3));
    const added = new nn.Bidirectional(rnn(), rnn(), { mergeFn: (a, b) => a.add(b) });
    const both = new nn.Bidirectional(rnn(), rnn());
    const own = both.init(key, stack);
    const parts = both.apply(own, stack) as ndarray;
    close(added.apply(own, stack) as ndarray, parts.at("...", ":3").add(parts.at("...", "3:")));
  });

  test("collectionName and errorOnNonMatrix: where the state is, and what is refused", () => {
    const options = { updateStats: true };
    const named = new nn.SpectralNorm(new nn.Dense(3), { collectionName: "state" });
    expect(Object.keys(named.init(key, rows, options)).sort()).toEqual(["params", "state"]);
    const strict = new nn.SpectralNorm(new nn.Conv(3, [2, 2]), { errorOnNonMatrix: true });
    expect(() => strict.init(key, image, options)).toThrow(
      "SpectralNorm: expected kernels of two axes, got 4",
    );
  });

  test("rngCollection: the key that is drawn from", () => {
    const layer = new nn.Dropout(0.5, { deterministic: false, rngCollection: "noise" });
    const usual = new nn.Dropout(0.5, { deterministic: false });
    const got = layer.apply({}, stack, { rngs: { noise: key } });
    close(got as ndarray, usual.apply({}, stack, { rngs: { dropout: key } }) as ndarray);
  });
});

describe("layers have the fields of Flax", () => {
  const all = reference<Record<string, string[]>>("layer-fields");
  const camel = (name: string): string =>
    name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const instances = [
    ...cases.map((one) => [one.name, made(one.name, one.fields)] as const),
    ["ConvLSTMCell", new nn.ConvLSTMCell(2, [2, 2])] as const,
  ];
  const missing = Object.entries(all)
    .filter(([name]) => name in exported)
    .flatMap(([name, fields]) => {
      const own = new Set(instances.flatMap(([one, layer]) => (one === name ? Object.keys(layer) : [])));
      return fields.map(camel).filter((field) => !own.has(field));
    });

  test("but for what is told to XLA, what spreads over devices, and what RNN hands to nn.scan", () => {
    expect([...new Set(missing)].sort()).toEqual([
      "attnWeightsValueEinsumCls",
      "axisIndexGroups",
      "convGeneralDilated",
      "convGeneralDilatedCls",
      "dotGeneral",
      "dotGeneralCls",
      "outDotGeneral",
      "outDotGeneralCls",
      "precision",
      "preferredElementType",
      "promoteDtype",
      "qkAttnWeightsEinsumCls",
      "qkvDotGeneral",
      "qkvDotGeneralCls",
      "splitRngs",
      "variableAxes",
      "variableBroadcast",
      "variableCarry",
    ]);
  });
});
