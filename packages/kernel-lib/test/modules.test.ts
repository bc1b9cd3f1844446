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

class Convolutions extends nn.Module {
  override __call__(x: np.ndarray) {
    let h = nn.relu(new nn.Conv(4, [3, 3])(x));
    h = nn.maxPool(h, [2, 2], { strides: [2, 2] });
    h = nn.relu(new nn.Conv(8, [3, 3], { strides: 2, padding: "VALID" })(h));
    return new nn.Dense(10)(h.reshape([h.shape[0], -1]));
  }
}

describe("tabulate", () => {
  interface Counted {
    path: string[];
    flops: number;
    vjp: number;
    size: number;
  }
  const stored = reference<Record<string, string> & { flops: Record<string, Counted[]> }>("tabulate");
  const images = np.ones([2, 9, 9, 3]);

  test.each([
    ["MLP", new MLP(), x, { computeFlops: false }],
    ["MLP depth", new MLP(), x, { depth: 0 }],
    ["MLP flops", new MLP(), x, { compute_flops: true }],
    ["Shared repeated", new Shared(), x, { showRepeated: true, computeFlops: true }],
    ["Convolutions flops", new Convolutions(), images, { computeFlops: true }],
  ])("draws Flax's table of %s", (name, module, input, options) => {
    expect(nn.tabulate(module, key, options)(input)).toBe(stored[name]);
    expect(module.tabulate(key, input, options)).toBe(stored[name]);
  });

  /** The rows of a table, and what is written in one column, as numbers. */
  const column = (table: string, head: string): number[] => {
    const rows = table.split("\n").map((line) => line.split(/[│┃]/).map((cell) => cell.trim()));
    const [at] = rows.flatMap((cells) => (cells.includes(head) ? [cells.indexOf(head)] : []));
    return rows.flatMap((cells) => (/^\d+$/.test(cells[at] ?? "") ? [Number(cells[at])] : []));
  };
  const all = { computeFlops: true, computeVjpFlops: true };
  const deep = np.ones([2, 6, 8]);

  // Flax takes the variables for results as well, whose cotangents are added to the gradients.
  test.each([
    ["MLP", new MLP(), x],
    ["Convolutions", new Convolutions(), images],
  ])("counts what Flax counts of %s", (name, module, input) => {
    const table = module.tabulate(key, input, all);
    expect(column(table, "flops")).toEqual(stored.flops[name].map(({ flops }) => flops));
    const expected = stored.flops[name].map(({ vjp, size }) => vjp - size);
    column(table, "vjp_flops").forEach((count, i) => {
      expect(Math.abs(count / expected[i] - 1)).toBeLessThan(0.05);
    });
  });

  test.each([
    ["Attention", new nn.MultiHeadDotProductAttention(2), 0.06],
    ["LayerNorm", new nn.LayerNorm(), 0.35],
  ])("counts nearly what Flax counts of %s, whose steps differ", (name, module, by) => {
    const table = module.tabulate(key, deep, all);
    for (const [head, own] of [
      ["flops", "flops"],
      ["vjp_flops", "vjp"],
    ] as const) {
      column(table, head).forEach((count, i) => {
        expect(Math.abs(count / stored.flops[name][i][own] - 1)).toBeLessThan(by);
      });
    }
  });

  test("counts all steps of a loop", () => {
    const table = new nn.RNN(new nn.SimpleCell(4)).tabulate(key, np.ones([2, 7, 3]), { computeFlops: true });
    // Two products, of inputs and of the state, the bias of one and their sum.
    const step = 2 * 2 * 3 * 4 + 2 * 2 * 4 * 4 + 2 * 2 * 4;
    expect(column(table, "flops").slice(0, 2)).toEqual([7 * step, step]);
  });

  test("names options that there are not", () => {
    expect(() => nn.tabulate(new MLP(), key, { flops: true } as never)).toThrow(/tabulate: .*flops/);
    expect(() => nn.tabulate(new MLP(), key, { depth: -1 })).toThrow(/tabulate: .*depth/);
  });
});
