import { describe, expect, it } from "vitest";
import { jax, nn, np, optax } from "../src/index";
import { registerView, viewsSymbol } from "../src/display";
import { treeType, type ArrayLeaf, type TreeNode } from "../src/payloads";
import { treeView } from "../src/views";
import { valuesGlance } from "../src/views/glance";
import { leavesOf } from "../src/views/leaves";
import { sampleOf } from "../src/views/samples";
import { histogramOf, statisticsOf } from "../src/views/statistics";
import { treeOf } from "../src/views/tree";

const textOf = (value: unknown) => treeView(value)?.["text/plain"];

describe("a tree of arrays", () => {
  const model = new nn.Sequential([new nn.Dense(32), nn.relu, new nn.Dense(10)]);
  const params = model.init(jax.random.PRNGKey(0), np.zeros([1, 64]));

  it("is a line to each array as text", () => {
    expect(textOf(params)).toBe(
      [
        "4 arrays, 2,410 numbers",
        "params.layers_0.kernel  float32[64, 32]",
        "params.layers_0.bias    float32[32]",
        "params.layers_2.kernel  float32[32, 10]",
        "params.layers_2.bias    float32[10]",
      ].join("\n"),
    );
  });

  it("runs no getter", () => {
    let ran = 0;
    const counting = {
      get array() {
        ran++;
        return np.ones([20]);
      },
    };
    expect(textOf(counting)).toBeUndefined();
    expect(textOf({ a: np.ones([20]), counting })).toContain("a  float32[20]");
    expect(ran).toBe(0);
  });

  it("keeps its order, its lists and what is no array", () => {
    const text = textOf([
      { "first layer": np.ones([20]), rate: 0.1 },
      null,
      [np.zeros([2, 2], { dtype: "int32" })],
    ]);
    expect(text).toBe(
      ["2 arrays, 24 numbers", '[0]["first layer"]  float32[20]', "[2][0]              int32[2, 2]"].join(
        "\n",
      ),
    );
  });

  it("holds the state of an optimiser", () => {
    const { params: weights } = params as { params: Record<string, never> };
    const state = optax.adam(1e-3).init(weights);
    const tree = treeView(state)![treeType] as TreeNode;
    expect(tree.arrays).toBeGreaterThanOrEqual(8);
    expect(textOf(state)).toMatch(/mu.*layers_0.*kernel.*float32\[64, 32\]/);
  });

  it("says how many numbers are not finite", () => {
    expect(textOf({ w: np.array([NaN, 1, Infinity, ...Array<number>(20).fill(0)]) })).toContain(
      "2 not finite",
    );
  });

  it("is cut where it is very long, in lines and in numbers", () => {
    const many = Array.from({ length: 200 }, () => np.ones([100, 100]));
    expect(String(textOf(many)).split("\n")).toHaveLength(62);
    expect(textOf(many)).toContain("… 140 more");
    expect(JSON.stringify(treeView(many)![treeType]).length).toBeLessThan(500_000);
  });

  const cyclic: Record<string, unknown> = { x: np.ones([20]) };
  cyclic.self = cyclic;
  it.each([
    ["a number", 3],
    ["an array", np.ones([30])],
    ["few numbers", [np.array([1, 2]), np.array(3)]],
    ["no arrays", { a: [1, 2], b: "text", c: Array.from({ length: 50 }, (_, i) => ({ i })) }],
    ["a circle", cyclic],
    ["very many parts", Array.from({ length: 1e5 }, (_, i) => ({ i }))],
    ["a function", () => np.ones([30])],
  ])("is not %s", (_, value) => {
    expect(treeView(value)).toBeUndefined();
  });

  it("is found by kernels under a symbol", () => {
    const views = (globalThis as { [viewsSymbol]?: unknown[] })[viewsSymbol]!;
    expect(views).toContain(treeView);
    const mine = () => undefined;
    registerView(mine);
    expect(views.pop()).toBe(mine);
  });
});

describe("shapes that do not fit", () => {
  const layers = (width: number) => ({
    layer_0: { w: np.ones([4, width]), b: np.ones([width]) },
    layer_1: { w: np.ones([width, 2]), b: np.ones([2]) },
  });
  const wrong = { ...layers(8), layer_1: { w: np.ones([2, 8]), b: np.ones([2]) } };
  const marked = (value: unknown) =>
    leavesOf(treeOf(value, 1)!).flatMap(({ leaf, path }) =>
      leaf.unlike ? [[path.join("."), leaf.unlike]] : [],
    );

  it.each([
    ["a list", [layers(8), wrong], "1.layer_1.w", "[0].layer_1.w"],
    ["a state", { params: layers(8), opt: [{ mu: wrong }] }, "opt.0.mu.layer_1.w", "params.layer_1.w"],
  ])("stand out among trees that are built alike, in %s", (_, value, at, place) => {
    expect(marked(value)).toEqual([[at, { place, shape: [8, 2] }]]);
    expect(textOf(value)).toContain(`unlike ${place}: [8, 2]`);
  });

  it.each([
    ["trees that fit", { params: layers(8), grads: layers(8) }],
    ["layers of one network", { block_0: { a: layers(8) }, block_1: { a: wrong } }],
    ["layers in a list", { blocks: [layers(8), wrong] }],
    ["trees most of whose shapes differ", { encoder: layers(8), decoder: layers(3) }],
  ])("are not found in %s", (_, value) => {
    expect(marked(value)).toEqual([]);
  });
});

describe("a list of variables", () => {
  it("says what arrays, trees and tables are, in little", () => {
    const x = np.array([1, 2, 3]);
    expect(valuesGlance.summary(x)).toMatchObject({ kind: "array", shape: [3], mean: 2, values: [1, 2, 3] });
    expect(valuesGlance.summary(x)).toBe(valuesGlance.summary(x));
    const tree = valuesGlance.summary({ w: x, b: [np.zeros([4])] });
    expect(tree).toEqual({ kind: "node", key: "", type: "object", arrays: 2, size: 7, parts: [] });
    const records = Array.from({ length: 5000 }, (_, i) => ({ i, name: `row ${i}` }));
    expect(valuesGlance.summary(records)).toEqual({ kind: "table", key: "", rows: 5000, columns: 2 });
    expect([3, null, [1, 2], { a: 1 }].map((value) => valuesGlance.summary(value))).toEqual(Array(4));
  });

  it("does not measure what would take long, but shows it when opened", () => {
    const large = np.zeros([1025, 1024]);
    const summary = valuesGlance.summary(large) as ArrayLeaf;
    expect([summary.shape, summary.values, summary.mean]).toEqual([[1025, 1024], [0, 0, 0, 0], undefined]);
    expect(valuesGlance.detail(large)![treeType]).toMatchObject({
      kind: "array",
      mean: 0,
      sample: { rows: 40 },
    });
    expect(valuesGlance.detail("text")).toBeUndefined();
  });
});

describe("what is measured of an array", () => {
  // numpy: x = np.arange(12, dtype=np.float32) ** 1.5; x.mean(), x.std(), np.histogram(x, 40)[0]
  const x = np.arange(12).pow(1.5);

  it("agrees with NumPy", () => {
    expect(statisticsOf(x.data)).toEqual({ min: 0, max: 36.4829, mean: 14.93, std: 11.837, bad: 0 });
    const { counts } = histogramOf(x.data, statisticsOf(x.data))!;
    expect(counts.flatMap((count, bin) => (count > 0 ? [[bin, count]] : []))).toEqual([
      [0, 1],
      [1, 1],
      [3, 1],
      [5, 1],
      [8, 1],
      [12, 1],
      [16, 1],
      [20, 1],
      [24, 1],
      [29, 1],
      [34, 1],
      [39, 1],
    ]);
  });

  it("leaves out what is not finite", () => {
    expect(statisticsOf([1, NaN, 3, -Infinity])).toEqual({ min: 1, max: 3, mean: 2, std: 1, bad: 2 });
    expect(statisticsOf([NaN])).toEqual({ bad: 1 });
    expect(histogramOf([2, 2], statisticsOf([2, 2]))).toBeUndefined();
  });

  it.each([
    [[6, 4], 100, 6, 4, [1, 1]],
    [[300], 100, 1, 100, [1, 3]],
    [[784, 128], 1600, 49, 32, [16, 4]],
    [[3, 3, 16, 32], 1600, 48, 32, [3, 1]],
    [[10_000, 2], 100, 50, 2, [200, 1]],
    [[2, 10_000], 100, 2, 50, [1, 200]],
  ])("makes %j small in %d numbers", (shape, most, rows, columns, by) => {
    const size = shape.reduce((product, length) => product * length, 1);
    const data = Float64Array.from({ length: size }, (_, i) => i);
    const sample = sampleOf(data, shape, most);
    expect([sample.rows, sample.columns, sample.by]).toEqual([rows, columns, by]);
    expect(sample.values).toHaveLength(rows * columns);
    expect(sample.values.length).toBeLessThanOrEqual(most);
    // The mean of the first block: half the way to its last element.
    const width = shape[shape.length - 1];
    const mean = ((by[0] - 1) * width + by[1] - 1) / 2;
    expect(sample.values[0]).toBeCloseTo(mean, 2);
  });

  it("gives gaps where nothing is finite", () => {
    const { values } = sampleOf([NaN, NaN, 1, NaN], [4], 2);
    expect(values).toEqual([null, 1]);
  });

  it("writes the first numbers of each array", () => {
    const tree = treeOf({ a: np.array([1.23456789, 2, 3, 4, 5]) }, 1)!;
    expect((tree.parts[0] as ArrayLeaf).values).toEqual([1.2346, 2, 3, 4]);
  });
});
