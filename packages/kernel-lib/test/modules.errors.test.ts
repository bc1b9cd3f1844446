import { describe, expect, test } from "vitest";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { Counting, key, MLP, WithSetup, x } from "./sampleModules";
import { reference } from "./stored";

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

test("a module without __call__ says so, by whichever way it is called", () => {
  class Silent extends nn.Module {}
  for (const call of [() => new Silent().init(key, x), () => new Silent().apply({}, x)]) {
    expect(call).toThrowError("Silent: expected the class to have a method __call__");
  }
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
