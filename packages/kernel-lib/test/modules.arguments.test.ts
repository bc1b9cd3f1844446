import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as optax from "../src/optax";
import { parametersOf } from "../src/array/parametersOf";

const key = jax.random.PRNGKey(0);
const x = np.ones([2, 4]);

class Placed extends nn.Module {
  override __call__(x: np.ndarray, mask: np.ndarray | null = null, train = true) {
    const h = new nn.Dense(3)(mask === null ? x : x.mul(mask));
    return new nn.Dropout(0.5)(h, { deterministic: !train });
  }

  loss(x: np.ndarray, use_scale = false) {
    return this.__call__(x, null, false)
      .sum()
      .mul(use_scale ? 10 : 1);
  }
}

class TakenApart extends nn.Module {
  override __call__(x: np.ndarray, { train = true } = {}) {
    return new nn.Dropout(0.5)(x, { deterministic: !train });
  }
}

class Tree extends nn.Module {
  override __call__(x: np.ndarray, batch: { y?: np.ndarray; train?: boolean }) {
    return x.add(batch.y ?? 0);
  }
}

/** The numbers of arrays and of trees of them. */
const numbers = (tree: unknown): unknown[] =>
  jax.tree.leaves(tree).map((leaf) => (leaf as np.ndarray).tolist());

const expectSame = (a: unknown, b: unknown): void => expect(numbers(a)).toEqual(numbers(b));
const expectOther = (a: unknown, b: unknown): void => expect(numbers(a)).not.toEqual(numbers(b));

describe("arguments of a call given by name, as Python's keywords", () => {
  const variables = new Placed().init({ params: key, dropout: key }, x);
  const still = new Placed().apply(variables, x, null, false);

  test("stand in for those in their places", () => {
    const model = new Placed();
    expectSame(model.init(key, x, { train: false }), variables);
    expectSame(model.initWithOutput(key, x, { train: false })[0], still);
    expectSame(model.apply(variables, x, { train: false }), still);
    expectSame(model.apply(variables, x, null, { train: false }), still);
    expectOther(model.apply(variables, x, { train: true, rngs: { dropout: key } }), still);
    const doubled = model.apply(variables, x, { train: false, mask: np.full([1, 4], 2) });
    expectSame(doubled, model.apply(variables, x.mul(2), null, false));
    const bound = model.bind(variables) as never as (...args: unknown[]) => unknown;
    expectSame(bound(x, { train: false }), still);
    expect(model.tabulate(key, x, { train: false, depth: 0 })).toContain("Placed");
    const scaled = model.apply(variables, x, { useScale: true, method: "loss" }) as unknown as np.ndarray;
    const plain = model.apply(variables, x, { method: model.loss }) as unknown as np.ndarray;
    expect(scaled.item()).toBeCloseTo(10 * plain.item(), 5);
  });

  test("within a compiled function, and through transformations of classes", () => {
    const f = jax.jit((v: nn.Variables, x: np.ndarray) => new Placed().apply(v, x, { train: false }));
    expectSame(f(variables, x), still);
    const Compiled = nn.jit(Placed);
    expectSame(new Compiled().apply(variables, x, { train: false }), still);
  });

  test("that no parameter has are named", () => {
    const model = new Placed();
    expect(() => model.init(key, x, null, { training: false })).toThrow(
      'Placed: unknown option "training"; did you mean "train"?',
    );
    expect(() => model.init(key, x, null, true, { train: false })).toThrow(
      'Placed: expected the arguments x, mask, train, got one named "train"',
    );
    expect(() => new nn.Dense(2).init(key, x, { deterministic: true })).toThrow(
      'Dense: expected the arguments inputs, got one named "deterministic"',
    );
  });

  test("go to a parameter that takes them apart, and nothing else does", () => {
    const model = new TakenApart();
    expectSame(model.apply({}, x, { train: false }), x);
    expectOther(model.apply({}, x, { train: true, rngs: { dropout: key } }), x);
    expect(() => model.apply({}, x, false)).toThrow(
      "TakenApart: expected { train = true } = {} as argument 2, got false",
    );
  });

  test("are an object where one is expected", () => {
    expect(new Tree().apply({}, x, { y: x }).tolist()).toEqual(x.mul(2).tolist());
    expect(new Tree().apply({}, x, { y: x, train: true }).tolist()).toEqual(x.mul(2).tolist());
  });
});

describe("fields in Python's spelling", () => {
  test("are those of layers, also where their constructors read them", () => {
    const images = np.ones([2, 4, 4, 3]);
    const layers = [
      new nn.ConvTranspose({ features: 5, kernel_size: [3, 3], strides: [2, 2] }),
      new nn.Conv({ features: 5, kernel_size: [3, 3], kernel_dilation: 1 }),
    ];
    expect(layers.map((layer) => layer.init(key, images).params.kernel.shape as number[])).toEqual([
      [3, 3, 3, 5],
      [3, 3, 3, 5],
    ]);
    const embed = new nn.Embed({ num_embeddings: 7, features: 2 });
    expect(embed.init(key, np.zeros([1], "int32")).params.embedding.shape).toEqual([7, 2]);
  });

  test("are a class's own where it has both", () => {
    class Heads extends nn.Module {
      num_heads = 1;
      override __call__(x: np.ndarray) {
        return new nn.SelfAttention({ numHeads: this.num_heads, qkvFeatures: 4 })(x);
      }
    }
    const { params } = new Heads({ num_heads: 2 }).init(key, np.ones([1, 3, 4]));
    expect(params.SelfAttention_0.query.kernel.shape).toEqual([4, 2, 2]);
  });
});

test("layers within a field of a bound module run with its variables", () => {
  class Net extends nn.Module {
    declare net: nn.Sequential;
    override setup() {
      this.net = new nn.Sequential([new nn.Dense(3), nn.relu, new nn.Dense(2)]);
    }
    override __call__(x: np.ndarray) {
      return this.net(x);
    }
  }
  const variables = new Net().init(key, x);
  const bound = new Net().bind(variables);
  let h: unknown = x;
  for (const layer of bound.net.layers) h = (layer as (h: unknown) => unknown)(h);
  expectSame(h, new Net().apply(variables, x));
});

test("functions of initializers, draws and schedules take their arguments by name", () => {
  const { initializers } = nn;
  const init = initializers.varianceScaling({
    scale: 2,
    mode: "fan_out",
    distribution: "normal",
    in_axis: 0,
  });
  const placed = initializers.varianceScaling(2, "fanOut", "normal", { inAxis: 0 });
  expectSame(init(key, [3, 4]), placed(key, [3, 4]));
  expectSame(
    initializers.varianceScaling(2, { mode: "fan_out", distribution: "normal" })(key, [3, 4]),
    initializers.varianceScaling(2, "fanOut", "normal")(key, [3, 4]),
  );
  expect(() => initializers.varianceScaling(2)).toThrow("varianceScaling: expected mode to be one of");
  const drawn = jax.random.uniform(key, [3], "float32", { minval: -2, maxval: 2 });
  expectSame(drawn, jax.random.uniform(key, [3], { minval: -2, maxval: 2 }));
  const schedule = optax.piecewiseConstantSchedule({ init_value: 1, boundaries_and_scales: { 2: 0.5 } });
  expectSame(schedule(3), optax.piecewiseConstantSchedule(1, { 2: 0.5 })(3));
  expect(() => optax.piecewiseConstantSchedule({ boundaries_and_scales: { 2: 0.5 } })).toThrow(
    "piecewiseConstantSchedule: expected initValue to be a number",
  );
});

test("parameters are read off the text of a function", () => {
  const read = (text: string): unknown =>
    parametersOf(new Function(`return (${text})`)() as () => unknown)?.map(({ name, fallback, isRest }) => [
      ...(isRest ? ["..."] : []),
      name,
      ...(fallback === undefined ? [] : [fallback]),
    ]);
  expect(read("x => x")).toEqual([["x"]]);
  expect(read("async (größe, b = 2) => größe")).toEqual([["größe"], ["b", "2"]]);
  expect(read('function (a, b = [1, 2], c = "),", { d } = {}, ...e) {}')).toEqual([
    ["a"],
    ["b", "[1, 2]"],
    ["c", '"),"'],
    [undefined],
    ["...", "e"],
  ]);
  expect(read("(a /* , b */, c // )\n, d = (x) => x) => 1")).toEqual([["a"], ["c"], ["d", "(x) => x"]]);
  expect(read("{ f(x, y = 1) {} }.f")).toEqual([["x"], ["y", "1"]]);
  expect(read("() => 1")).toEqual([]);
  expect(parametersOf(Math.max)).toBeUndefined();
});
