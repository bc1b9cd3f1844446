import { describe, expect, test } from "vitest";
import { displaySymbol } from "../src/display";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { Counting, key, LeakyReLU, MLP, WithSetup, x } from "./sampleModules";

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

  test("a chain may name its layers", () => {
    const layers = [new nn.Dense(2), nn.relu];
    const [named, placed] = [new nn.Sequential({ layers, name: "chain" }), new nn.Sequential(layers)];
    expect(named.name).toBe("chain");
    expect(JSON.stringify(named.init(key, x))).toBe(JSON.stringify(placed.init(key, x)));
  });

  test("running three times at most: to see what it has, and what one and several numbers give", () => {
    let calls = 0;
    class Scaled extends nn.Module {
      alpha = 0.5;
      override __call__(x: np.ndarray) {
        calls += 1;
        return np.multiply(this.alpha, x);
      }
    }
    expect(cardOf(new Scaled())[cardType]).toBeDefined();
    expect(calls).toBe(3);
  });

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
    const image = new nn.Sequential([new nn.Conv(2, [3, 3]), nn.relu]);
    expect(cardOf(image)).toEqual({ "text/plain": String(image) });
  });

  test("with the error that its own code throws", () => {
    class Wrong extends nn.Module {
      override __call__(x: np.ndarray) {
        return (x as unknown as { double(): np.ndarray }).double();
      }
    }
    class Pair extends nn.Module {
      override __call__(x: np.ndarray, y: np.ndarray) {
        return x.add(y.shape[0]);
      }
    }
    expect(cardOf(new Wrong())).toEqual({
      "text/plain": "Wrong()\n# __call__ throws TypeError: x.double is not a function",
    });
    expect(cardOf(new Pair()), "it takes two arrays").toEqual({ "text/plain": "Pair()" });
  });
});
