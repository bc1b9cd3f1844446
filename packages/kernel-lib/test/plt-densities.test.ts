import { afterEach, expect, test } from "vitest";
import * as plt from "../src/plt";
import { specOf } from "../src/plt/spec/figure";
import { openFigures } from "../src/plt/state/openFigures";

afterEach(() => plt.close("all"));

const columns = { a: [1, 2, 3, 4], b: [4, 1, 2, 3], kind: ["x", "y", "x", "y"] };
const records = columns.a.map((a, i) => ({ a, b: columns.b[i], kind: columns.kind[i] }));

test("columns and records give the same pairs, each group in its colour and once in the legend", () => {
  const specs = [columns, records].map((data) => {
    const axes = plt.pairplot(data, { hue: "kind" });
    expect(axes.map((row) => row.length)).toEqual([2, 2]);
    expect(axes[1][0].artists).toHaveLength(2);
    expect(openFigures[0].legends[0]?.entries.map(({ text }) => text)).toEqual(["x", "y"]);
    const spec = specOf(openFigures[0]);
    plt.close("all");
    return spec;
  });
  expect(specs[0]).toEqual(specs[1]);
});

test("a single column, and no diagonal", () => {
  expect(plt.pairplot({ a: [1, 2, 3] })).toHaveLength(1);
  const axes = plt.pairplot({ a: [1, 2], b: [2, 1] }, { diagKind: "none" });
  expect(axes[0][0].artists).toHaveLength(0);
});

test("a density needs values that differ", () => {
  plt.hist([2, 2, 2], { kde: true });
  expect(plt.gca().artists).toHaveLength(1);
});

test.each<[string, () => unknown, RegExp]>([
  [
    "no data",
    () => plt.pairplot(3 as never),
    /pairplot: expected columns by name or a list of records, got 3/,
  ],
  ["an unknown column", () => plt.pairplot(columns, { vars: ["c"] }), /expected one of a, b, kind, got "c"/],
  ["an unknown hue", () => plt.pairplot(columns, { hue: "c" }), /expected one of a, b, kind, got "c"/],
  ["no numbers", () => plt.pairplot({ kind: ["x"] }), /expected 1 to 12 columns of numbers, got 0/],
  ["lengths", () => plt.pairplot({ a: [1], b: [1, 2] }), /expected columns of equal length, got 1,2/],
  ["an unknown option", () => plt.pairplot(columns, { heigth: 2 } as never), /pairplot: .*heigth/],
  ["stacked densities", () => plt.hist([1, 2], { kde: true, stacked: true }), /hist: expected kde of counts/],
  [
    "running densities",
    () => plt.hist([1, 2], { kde: true, cumulative: -1 }),
    /hist: expected kde of counts/,
  ],
])("is refused before a figure is opened: %s", (_, mistake, message) => {
  expect(mistake).toThrow(message);
  expect(openFigures.flatMap(({ axes }) => axes.flatMap(({ artists }) => artists))).toEqual([]);
});

test("the key of a quiver may be placed in the figure or in inches", () => {
  // matplotlib's axes are 0.775 × 0.77 of a figure of 6.4 × 4.8 inches, from 0.125 and 0.11 on.
  const places = [
    ["axes", 0.5, 1.05],
    ["figure", 0.125 + 0.5 * 0.775, 0.11 + 1.05 * 0.77],
    ["inches", 6.4 * (0.125 + 0.5 * 0.775), 4.8 * (0.11 + 1.05 * 0.77)],
  ] as const;
  const specs = places.map(([coordinates, x, y]) => {
    plt.close("all");
    const arrows = plt.quiver([1, 2], [2, 1]);
    plt.quiverkey(arrows, x, y, 2, "2 m/s", { coordinates });
    return JSON.stringify(specOf(openFigures[0]));
  });
  expect(specs[1]).toBe(specs[0]);
  expect(specs[2]).toBe(specs[0]);
});
