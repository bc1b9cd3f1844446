import { describe, expect, test } from "vitest";
import type { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { mostUlps, reference, unstored, type Stored } from "./stored";

type StoredTree = { [name: string]: StoredTree | Stored };
interface Case {
  fields: Record<string, unknown>;
  input: Stored;
  mutable: string[] | null;
  variables: StoredTree;
  outputs: Stored[];
  changed: StoredTree;
  gradient: StoredTree;
  toInput: Stored;
}
const cases = reference<Record<string, Case>>("lifted");

// The modules of reference/lifted.py.

class Block extends nn.Module {
  features = 4;
  override __call__(inputs: ndarray, { train = false } = {}) {
    let x = new nn.Dense(this.features)(inputs);
    x = new nn.BatchNorm({ useRunningAverage: !train })(x);
    return nn.relu(new nn.Dense(this.features, { name: "out" })(x));
  }
}

class WithSetup extends nn.Module {
  declare first: nn.Dense;
  declare scale: ndarray;
  override setup() {
    this.first = new nn.Dense(4);
    this.scale = this.param("scale", nn.initializers.normal(), [4]);
  }
  override __call__(x: ndarray) {
    return this.first(x).mul(this.scale);
  }
}

class Step extends nn.Module {
  override __call__(before: ndarray, x: ndarray): [ndarray, ndarray] {
    const carry = np.tanh(new nn.Dense(4)(before).add(new nn.Dense(4, { useBias: false })(x)));
    return [carry, carry.mul(2)];
  }
}

class Layer extends nn.Module {
  override __call__(x: ndarray, _: null): [ndarray, ndarray] {
    return [x.add(nn.relu(new nn.Dense(4)(new nn.Dropout(0.3, { deterministic: false })(x)))), x.sum()];
  }
}

class Both extends nn.Module {
  override __call__(x: ndarray) {
    return [new (nn.jit(nn.Dense))(3)(x), new (nn.remat(nn.Dense))(3)(x), new nn.Dense(3)(x)];
  }
}

const twice = nn.jit((_: nn.Module, x: ndarray) => new nn.Dense(3)(new nn.Dense(4)(x)));
class JitMethod extends nn.Module {
  override __call__(x: ndarray) {
    return twice(this, x);
  }
}

class Ensemble extends nn.Module {
  override __call__(x: ndarray) {
    const Own = nn.vmap(nn.Dense, {
      inAxes: null,
      axisSize: 5,
      variableAxes: { params: 0 },
      splitRngs: { params: true },
    });
    return new Own(2)(x);
  }
}

class PerRow extends nn.Module {
  override __call__(x: ndarray) {
    const Alike = nn.vmap(WithSetup, { variable_axes: { params: null }, split_rngs: { params: false } });
    const Each = nn.vmap(WithSetup, {
      variableAxes: { params: 1 },
      splitRngs: { params: true },
      inAxes: 1,
      outAxes: 1,
    });
    return [new Alike()(x), new Each({ name: "each" })(x.T)];
  }
}

class OfFunction extends nn.Module {
  override __call__(x: ndarray) {
    const pair = (_: nn.Module, a: ndarray) => new nn.Dense(2)(new nn.Dense(4)(a));
    return nn.vmap(pair, { variableAxes: { params: 0 }, splitRngs: { params: true } })(this, x);
  }
}

class Recurrent extends nn.Module {
  reverse = false;
  override __call__(x: ndarray) {
    const Cell = nn.scan(Step, {
      variableBroadcast: "params",
      splitRngs: { params: false },
      inAxes: 1,
      outAxes: 1,
      reverse: this.reverse,
    });
    return new Cell()(np.ones([2, 4]), x);
  }
}

const through = {
  variableAxes: { params: 0 },
  splitRngs: { params: true, dropout: true },
  inAxes: nn.broadcast,
};
class Deep extends nn.Module {
  override __call__(x: ndarray) {
    const Layers = nn.scan(Layer, { ...through, length: 3 });
    return new Layers({ name: "layers" })(x, null);
  }
}

class DeepCheckpointed extends nn.Module {
  override __call__(x: ndarray) {
    return new (nn.scan(nn.remat(Layer), { ...through, length: 2 }))()(x, null);
  }
}

const count = (module: nn.Module) => module.variable("stats", "count", () => np.zeros([]));
class Carried extends nn.Module {
  override __call__(x: ndarray) {
    const step = (module: nn.Module, carry: ndarray, x: ndarray): [ndarray, ndarray] => {
      const own = count(module);
      if (module.isMutableCollection("stats")) own.value = own.value.add(x.sum());
      return [carry.add(new nn.Dense(4)(x)), own.value];
    };
    count(this);
    const options = { variableBroadcast: "params", variableCarry: "stats", splitRngs: { params: false } };
    return nn.scan(step, options)(this, np.zeros([4]), x);
  }
}

class CheckpointedBlock extends nn.Module {
  train = false;
  override __call__(x: ndarray) {
    return new (nn.remat(Block))({ features: 4 })(x, { train: this.train });
  }
}

const modules: Record<string, new (fields: Record<string, unknown>) => nn.Module> = {
  "jit, remat and neither": Both,
  "jit at the root": nn.jit(Block),
  "jit with a setup": nn.jit(WithSetup),
  "jit of a method": JitMethod,
  "remat with batch statistics": CheckpointedBlock,
  "remat with changing batch statistics": CheckpointedBlock,
  "remat of jit": nn.remat(nn.jit(WithSetup)),
  "vmap for an ensemble": Ensemble,
  "vmap with and without shared parameters": PerRow,
  "vmap of a function": OfFunction,
  "scan along sequences": Recurrent,
  "scan backward": Recurrent,
  "scan through layers": Deep,
  "scan through checkpointed layers": DeepCheckpointed,
  "scan that carries variables": Carried,
};

const isStored = (part: StoredTree | Stored): part is Stored => typeof part.bytes === "string";
const restored = (tree: StoredTree): nn.Variables =>
  Object.fromEntries(
    Object.entries(tree).map(([name, part]) => [name, isStored(part) ? unstored(part) : restored(part)]),
  );

/** Holds trees to each other: the same names and shapes, and arrays that are near. */
function expectNear(
  got: unknown,
  wanted: unknown,
  near: (got: ndarray, wanted: ndarray, path: string) => void,
) {
  const named = (tree: unknown) =>
    jax.tree.leavesWithPath(tree).map(([path, leaf]) => [path.join("/"), leaf]);
  const [own, python] = [named(got), named(wanted)] as [string, ndarray][][];
  const sorted = (entries: [string, ndarray][]) => [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  expect(sorted(own).map(([path, x]) => [path, x.shape])).toEqual(
    sorted(python).map(([path, x]) => [path, x.shape]),
  );
  const others = new Map(own);
  for (const [path, x] of python) near(others.get(path) as ndarray, x, path);
}
const within =
  (by: number) =>
  (got: ndarray, wanted: ndarray, path: string): void => {
    const scale = Math.max(1, ...Array.from(wanted.data, Math.abs));
    expect(Math.max(0, ...Array.from(wanted.data, (x, i) => Math.abs(x - got.data[i]))), path).toBeLessThan(
      by * scale,
    );
  };

const loss = (outputs: unknown): ndarray =>
  (jax.tree.leaves(outputs) as ndarray[])
    .map((y) => y.mul(np.sin(np.arange(y.size, { dtype: "float32" })).reshape(y.shape)).sum())
    .reduce((a, b) => a.add(b));

describe("as in Flax", () => {
  const keys = { params: jax.random.PRNGKey(5), dropout: jax.random.PRNGKey(6) };
  test("every case is here", () => expect(Object.keys(modules)).toEqual(Object.keys(cases)));

  for (const [name, one] of Object.entries(cases)) {
    const module = new modules[name](one.fields);
    const x = unstored(one.input);
    const { params, ...others } = restored(one.variables);
    const options = { rngs: { dropout: keys.dropout }, ...(one.mutable && { mutable: one.mutable }) };
    const run = (params: unknown, x: unknown): [unknown, unknown] => {
      const result: unknown = module.apply({ params, ...others }, x, options);
      return one.mutable ? (result as [unknown, unknown]) : [result, {}];
    };

    test(`${name}: variables`, () => {
      expectNear(module.init(keys, x), restored(one.variables), (got, wanted, path) => {
        if (path.startsWith("params"))
          expect(mostUlps(got.data, wanted.data, got.dtype), path).toBeLessThanOrEqual(4);
        else within(1e-6)(got, wanted, path);
      });
    });

    test(`${name}: outputs, alone and compiled`, () => {
      for (const f of [run, run, jax.jit(run as never) as unknown as typeof run]) {
        const [outputs, changed] = f(params, x);
        expectNear(jax.tree.leaves(outputs), one.outputs.map(unstored), within(2e-6));
        expectNear(changed, restored(one.changed), within(2e-6));
      }
    });

    test(`${name}: gradients`, () => {
      const byParams = jax.grad((own: unknown) => loss(run(own, x)[0]))(params);
      expectNear(byParams, restored(one.gradient), within(1e-5));
      const byInput = jax.jit(jax.grad((own: ndarray) => loss(run(params, own)[0])))(x);
      expectNear([byInput], [unstored(one.toInput)], within(1e-5));
    });
  }
});

describe("mistakes are named", () => {
  const key = jax.random.PRNGKey(0);
  const x = np.ones([3, 4]);
  const mistakes: [string, () => unknown, string | RegExp][] = [
    [
      "neither a class nor a function",
      () => nn.jit(5 as never),
      /^checkpoint|^jit: expected the class of a module/,
    ],
    [
      "a module in place of its class",
      () => nn.vmap(new nn.Dense(3) as never),
      "vmap: expected the class of a module",
    ],
    [
      "a function without a module",
      () => twice(x as never, x),
      "jit: expected the first argument of the function to be a module",
    ],
    [
      "called by itself",
      () => new (nn.vmap(nn.Dense, { variableAxes: { params: 0 } }))(3)(x),
      "Can't call VmapDense by itself",
    ],
    [
      "no keys",
      () => new (nn.vmap(nn.Dense, { variableAxes: { params: 0 } }))(3).init(key, x),
      'Dense needs PRNG for "params"',
    ],
    [
      "no length",
      () => new (nn.vmap(nn.Dense, { inAxes: null }))(3).init(key, x),
      "nn.vmap: expected an argument or a variable with an axis",
    ],
    [
      "no pair",
      () =>
        new (nn.scan(nn.Dense as never as typeof Step, {
          variableBroadcast: "params",
          splitRngs: { params: false },
        }))({ features: 4 }).init(key, x, x),
      "nn.scan: expected a step to give [carry, y]",
    ],
    [
      "an unknown option",
      () => nn.scan(Step, { variableAxis: {} } as never),
      'nn.scan: unknown option "variableAxis"',
    ],
  ];
  for (const [name, run, message] of mistakes) test(name, () => expect(run).toThrow(message));
});
