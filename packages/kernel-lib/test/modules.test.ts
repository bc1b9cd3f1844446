import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { displaySymbol } from "../src/display";
import { mostUlps, reference, unstored, type Stored } from "./stored";

const key = jax.random.PRNGKey(123);

class MLP extends nn.Module {
  features = 3;
  override __call__(x: np.ndarray): np.ndarray {
    x = new nn.Dense(4)(x);
    x = new nn.PReLU()(x);
    x = new nn.Dense(this.features, { name: "out" })(x);
    return new nn.PReLU({ negativeSlopeInit: 0.5 })(x);
  }
}

class Nested extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const scale = this.param("scale", nn.initializers.normal(1), [x.shape[x.ndim - 1]]);
    return np.add(new MLP()(np.multiply(x, scale)), new MLP({ features: 3, name: "second" })(x));
  }
}

class WithSetup extends nn.Module {
  first!: nn.Dense;
  layers!: nn.Dense[];
  w!: np.ndarray;
  override setup(): void {
    this.first = new nn.Dense(4);
    this.layers = [new nn.Dense(2), new nn.Dense(3)];
    this.w = this.param("w", nn.initializers.normal(), [3]);
  }
  override __call__(x: np.ndarray): np.ndarray {
    x = this.first(x);
    for (const layer of this.layers) x = layer(x);
    return np.multiply(x, this.w);
  }
}

/** The same, with its submodules as fields, as one is used to in TypeScript. */
class WithFields extends nn.Module {
  first = new nn.Dense(4);
  layers = [new nn.Dense(2), new nn.Dense(3)];
  override __call__(x: np.ndarray): np.ndarray {
    const w = this.param("w", nn.initializers.normal(), [3]);
    x = this.first(x);
    for (const layer of this.layers) x = layer(x);
    return np.multiply(x, w);
  }
}

class Shared extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const dense = new nn.Dense(5);
    return dense(dense(x));
  }
}

class Dropping extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    x = new nn.Dropout(0.5, { deterministic: false })(x);
    return new nn.Dropout(0.3, { deterministic: false })(x);
  }
}

const modules: Record<string, nn.Module> = {
  PReLU: new nn.PReLU(),
  "PReLU 0.1": new nn.PReLU({ negative_slope_init: 0.1 }),
  Dense: new nn.Dense(7),
  "Dense without bias": new nn.Dense({ features: 7, use_bias: false }),
  "Dense with he_uniform": new nn.Dense(7, {
    kernelInit: nn.initializers.heUniform(),
    biasInit: nn.initializers.uniform(0.5),
  }),
  MLP: new MLP(),
  Nested: new Nested(),
  WithSetup: new WithSetup(),
  WithFields: new WithFields(),
  Shared: new Shared(),
  Sequential: new nn.Sequential([new nn.Dense(4), nn.relu, new nn.Dense(2)]),
  Dropout: new nn.Dropout(0.4, { deterministic: false }),
  "Dropout by rows": new nn.Dropout(0.4, { broadcastDims: [1], deterministic: false }),
  "Dropout 1": new nn.Dropout(1, { deterministic: false }),
  Dropping: new Dropping(),
};

type StoredTree = { [name: string]: StoredTree | Stored };
interface Case {
  name: string;
  shape?: number[];
  variables: StoredTree;
  output: Stored;
}

const [{ output: stored }, ...cases] = reference<Case[]>("modules");
const x = unstored(stored);

const isStored = (tree: StoredTree | Stored): tree is Stored => typeof tree.bytes === "string";
const restored = (tree: StoredTree): nn.Variables =>
  Object.fromEntries(
    Object.entries(tree).map(([name, part]) => [name, isStored(part) ? unstored(part) : restored(part)]),
  );

/** Holds a tree of variables to another: the same names, and arrays within 4 units in the last place. */
function expectSameTree(got: nn.Variables, wanted: nn.Variables, path = ""): void {
  expect(Object.keys(got).sort(), path).toEqual(Object.keys(wanted).sort());
  for (const [name, part] of Object.entries(wanted)) {
    if (part instanceof np.ndarray) expectNear(got[name], part, 4, `${path}/${name}`);
    else expectSameTree(got[name], part, `${path}/${name}`);
  }
}

function expectNear(got: np.ndarray, wanted: np.ndarray, ulps: number, path: string): void {
  expect(got.shape, path).toEqual(wanted.shape);
  expect(got.dtype, path).toBe(wanted.dtype);
  expect(mostUlps(got.data, wanted.data, got.dtype), path).toBeLessThanOrEqual(ulps);
}

describe("as in Flax", () => {
  const withFields = cases
    .filter(({ name }) => name === "WithSetup")
    .map((one) => ({ ...one, name: "WithFields" }));
  for (const { name, variables, output, shape } of [...cases, ...withFields]) {
    if (shape !== undefined) {
      test(`${name} of shape ${shape.join(", ")}`, () => {
        const make = (nn.initializers as Record<string, unknown>)[
          name.split(".")[1]
        ] as typeof nn.initializers.zerosInit;
        expectNear(make()(key, shape), unstored(output), 4, name);
      });
      continue;
    }
    test(`${name} is initialised from the same key`, () => {
      if (Object.keys(variables).length === 0)
        return expect(modules[name].init({ params: key, dropout: key }, x)).toEqual({});
      expectSameTree(modules[name].init(key, x), restored(variables));
    });
    test(`${name} computes the same`, () => {
      const rngs = { dropout: jax.random.PRNGKey(7) };
      const wanted = unstored(output);
      const input = name.startsWith("Drop") ? np.ones([6, 50]) : x;
      const got = modules[name].apply(restored(variables), input, { rngs }) as np.ndarray;
      expect(got.shape).toEqual(wanted.shape);
      for (let i = 0; i < wanted.size; i++) {
        expect(Math.abs(got.data[i] - wanted.data[i])).toBeLessThanOrEqual(
          2e-6 * Math.max(1, Math.abs(wanted.data[i])),
        );
      }
    });
  }
});

test("tabulate draws Flax's table", () => {
  expect(nn.tabulate(new MLP(), key)(x)).toBe(reference<{ MLP: string }>("tabulate").MLP);
});

class Assigning extends nn.Module {
  a = 1;
  override __call__(x: np.ndarray): np.ndarray {
    this.a = 2;
    return x;
  }
}

class Twice extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    this.param("w", nn.initializers.ones, [2]);
    return np.multiply(x, this.param("w", nn.initializers.ones, [2]));
  }
}

class SameName extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    return new nn.Dense(2, { name: "a" })(new nn.Dense(2, { name: "a" })(x));
  }
}

class Counting extends nn.Module {
  override __call__(x: np.ndarray): np.ndarray {
    const count = this.variable("counter", "count", () => np.zeros([]));
    count.value = np.add(count.value, 1);
    return x;
  }
}

class LeakyReLU extends nn.Module {
  alpha = 0.1;
  override __call__(x: np.ndarray): np.ndarray {
    return np.where(np.greater(x, 0), x, np.multiply(this.alpha, x));
  }
}

describe("errors have Flax's names", () => {
  const prelu = new nn.PReLU();
  const wide = np.ones([2, 6]);
  const scenarios: Record<string, () => unknown> = {
    "call PReLU by itself": () => prelu(x),
    "apply without variables": () => prelu.apply({}, x),
    "apply with flat variables": () => prelu.apply({ negative_slope: 0.1 }, x),
    "apply with no parameters": () => prelu.apply({ params: {} }, x),
    "apply with another parameter": () => prelu.apply({ params: { other: 1 } }, x),
    "apply with a parameter of another shape": () =>
      prelu.apply({ params: { negative_slope: np.ones(3) } }, x),
    "apply Dense to more features": () => new nn.Dense(4).apply(new nn.Dense(4).init(key, x), wide),
    "init without a key": () => prelu.init(null as never, x),
    "init with a number": () => prelu.init(5 as never, x),
    "unknown field": () => new nn.PReLU({ foo: 1 } as never),
    "assign a field while running": () => new Assigning().init(key, x),
    "make a parameter twice": () => new Twice().init(key, np.ones(2)),
    "name two submodules alike": () => new SameName().init(key, x),
    "draw without a key": () => new nn.Dropout(0.5, { deterministic: false }).apply({}, x),
    "change an immutable variable": () => new Counting().apply({ counter: { count: 1 } }, x),
    "nested parameters missing": () => new MLP().apply({ params: {} }, x),
  };
  const names = reference<Record<string, string>>("module-errors");

  test("of all that Flax was asked", () => expect(Object.keys(scenarios)).toEqual(Object.keys(names)));

  for (const [scenario, name] of Object.entries(names)) {
    test(`${scenario}: ${name}`, () => {
      expect(scenarios[scenario]).toThrowError(expect.objectContaining({ name }));
    });
  }
});

test("a module with a setup is not called by itself", () => {
  expect(() => new WithSetup()(x)).toThrowError(nn.errors.CallSetupUnboundModuleError);
});

describe("a module of one's own", () => {
  test("is called as it is, where it has no parameters", () => {
    expect(new LeakyReLU()([-1, 0, 2] as never).tolist()).toEqual([Math.fround(-0.1), 0, 2]);
    expect(new LeakyReLU({ alpha: 0.5 })(np.array([-1, 2])).tolist()).toEqual([-0.5, 2]);
    expect(new LeakyReLU().init(key, x)).toEqual({});
  });

  test("has fields to read, to set and to compare", () => {
    const module = new LeakyReLU({ alpha: 0.3 });
    expect(module.alpha).toBe(0.3);
    expect(module.equals(new LeakyReLU({ alpha: 0.3 }))).toBe(true);
    expect(module.equals(new LeakyReLU())).toBe(false);
    module.alpha = 0.25;
    expect(module(np.array([-4])).item()).toBe(-1);
    expect(
      module
        .clone({ alpha: 1 })(np.array([-4]))
        .item(),
    ).toBe(-4);
    expect(module).toBeInstanceOf(LeakyReLU);
  });

  test("offers the nearest field for one that it does not have", () => {
    expect(() => new LeakyReLU({ alhpa: 0.3 })).toThrowError(
      'LeakyReLU: unknown option "alhpa"; did you mean "alpha"?',
    );
  });

  test("prints its fields as Flax's", () => {
    expect(String(new LeakyReLU())).toBe("LeakyReLU(\n    # attributes\n    alpha = 0.1\n)");
    expect(String(new Counting())).toBe("Counting()");
    expect(String(new nn.Sequential([new nn.PReLU(), nn.relu]))).toBe(
      [
        "Sequential(",
        "    # attributes",
        "    layers = [PReLU(",
        "        # attributes",
        "        paramDtype = float32",
        "        negativeSlopeInit = 0.01",
        "    ), relu]",
        ")",
      ].join("\n"),
    );
  });

  test("changes variables where it may", () => {
    const [y, updated] = new Counting().apply({ counter: { count: 1 } }, x, { mutable: ["counter"] });
    expect(y).toBe(x);
    expect(updated.counter.count.item()).toBe(2);
  });

  test("leaves the variables it is given as they are", () => {
    const variables = { counter: { count: np.zeros([]) } };
    new Counting().apply(variables, x, { mutable: true });
    expect(variables.counter.count.item()).toBe(0);
  });

  test("can be bound to variables", () => {
    const module = new WithSetup();
    const variables = module.init(key, x);
    const bound = module.bind(variables);
    expect(bound.first).toBeInstanceOf(nn.Dense);
    expect(bound(x).tolist()).toEqual((module.apply(variables, x) as np.ndarray).tolist());
    expect(() => ((bound as { w: unknown }).w = 1)).toThrowError(nn.errors.SetAttributeFrozenModuleError);
  });

  test("runs other methods by name", () => {
    class Two extends nn.Module {
      dense = new nn.Dense(2);
      override __call__(x: np.ndarray): np.ndarray {
        return np.multiply(this.encode(x), 2);
      }
      encode(x: np.ndarray): np.ndarray {
        return this.dense(x);
      }
    }
    const variables = new Two().init(key, x);
    const code = new Two().apply(variables, x, { method: "encode" }) as np.ndarray;
    const same = new Two().apply(variables, x, { method: (module: Two, x: np.ndarray) => module.encode(x) });
    const all = new Two().apply(variables, x) as np.ndarray;
    expect(np.allclose(np.multiply(code, 2), all)).toBe(true);
    expect(np.arrayEqual(code, same as np.ndarray)).toBe(true);
    expect(() => new Two().apply(variables, x, { method: "decode" })).toThrowError(
      'Two: expected method to be one of its methods, got "decode"',
    );
  });

  test("works when a submodule throws and is tried again", () => {
    expect(() => new MLP().init(key, np.ones([]))).toThrowError(
      "Dense: expected an array with axes, got a number",
    );
    expect(Object.keys(new MLP().init(key, x).params)).toEqual(["Dense_0", "PReLU_0", "out", "PReLU_1"]);
  });
});

describe("a module is displayed", () => {
  const cardOf = (module: nn.Module): Record<string, unknown> =>
    module[displaySymbol]() as Record<string, Record<string, unknown>>;
  const cardType = "application/vnd.tslinen.activation.v1+json";

  test("as a card with a slider for each number, where it works element by element", () => {
    const bundle = cardOf(new LeakyReLU());
    expect(bundle["text/plain"]).toBe(String(new LeakyReLU()));
    expect(bundle[cardType]).toMatchObject({
      name: "LeakyReLU",
      latex: "\\mathrm{LeakyReLU}(x) = \\begin{cases} x, & x > 0 \\\\ \\alpha x, & x \\le 0 \\end{cases}",
      parameters: [{ name: "alpha", default: 0.1, min: 0, max: 1 }],
    });
    expect(cardOf(new nn.PReLU())[cardType]).toMatchObject({
      latex: "\\mathrm{PReLU}(x) = \\begin{cases} x, & x \\ge 0 \\\\ a x, & x < 0 \\end{cases}",
      parameters: [{ name: "negative_slope", default: 0.01 }],
    });
  });

  test("by its fields where it does not", () => {
    for (const module of [new nn.Dense(3), new MLP(), new nn.Dropout(0.5), new nn.Sequential([nn.softmax])]) {
      expect(cardOf(module)).toEqual({ "text/plain": String(module) });
    }
  });
});

describe("bad fields are refused at once", () => {
  const cases: [string, () => unknown, string][] = [
    [
      "features that are no number",
      () => new nn.Dense("4" as never),
      'Dense: expected features to be a number, got "4"',
    ],
    [
      "no features",
      () => new nn.Dense(0),
      "Dense: expected features to be a whole number of at least 1, got 0",
    ],
    ["a rate above 1", () => new nn.Dropout(1.5), "Dropout: expected rate to be between 0 and 1, got 1.5"],
    [
      "a layer that is none",
      () => new nn.Sequential([3 as never]),
      "Sequential: expected layer 0 to be a module or a function, got 3",
    ],
    [
      "a mistyped mode",
      () => nn.initializers.varianceScaling(1, "fan", "normal"),
      'varianceScaling: expected mode to be one of fanIn, fanOut, fanAvg, fanGeoAvg, got "fan"',
    ],
    [
      "a vector for lecunNormal",
      () => nn.initializers.lecunNormal()(key, [3]),
      "lecunNormal: expected a shape of two axes or more (or inAxis), got (3,)",
    ],
    [
      "deterministic in neither place",
      () => new nn.Dropout(0.5).apply({}, x),
      "Dropout: expected deterministic either in the constructor or in the call, got neither",
    ],
  ];
  for (const [name, call, message] of cases) test(name, () => expect(call).toThrowError(message));
});
