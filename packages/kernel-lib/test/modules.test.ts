import { describe, expect, test } from "vitest";
import * as jax from "../src/jax";
import * as nn from "../src/nn";
import * as np from "../src/np";
import { Dropping, key, MLP, Nested, Shared, WithFields, WithSetup, x } from "./sampleModules";
import { mostUlps, reference, unstored, type Stored } from "./stored";

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

const [, ...cases] = reference<Case[]>("modules");

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
