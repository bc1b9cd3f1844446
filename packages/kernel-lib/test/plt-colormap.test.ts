import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readColormap } from "../src/plt/color/colormap";
import { ColorMapping, mappingOptions, readMapping } from "../src/plt/color/mapping";
import { readTable } from "../src/plt/options/option";

const usual = readTable("imshow", {}, mappingOptions);

const reference = JSON.parse(
  readFileSync(new URL("../../../reference/data/colormaps.json", import.meta.url), "utf8"),
) as { values: number[]; colors: Record<string, string[]> };

const channels = (hex: string) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

/** matplotlib's twilight has 510 colours, ours has 256. */
const tolerance = (name: string) => (name.startsWith("twilight") ? 3 : 1);

test.each(Object.entries(reference.colors))(
  "%s has matplotlib's colours, to one level of 255",
  (name, wanted) => {
    const mapping = new ColorMapping(readColormap("imshow", name), 0, 1);
    const worst = reference.values.map((value, i) => {
      const ours = channels(mapping.color(value) as string);
      return Math.max(...channels(wanted[i]).map((part, c) => Math.abs(part - ours[c])));
    });
    expect(Math.max(...worst)).toBeLessThanOrEqual(tolerance(name));
  },
);

test("the ends follow the finite values, or the options", () => {
  const values = [NaN, 3, -Infinity, 7, 5];
  const ends = (options: object) => {
    const { vmin, vmax } = readMapping("imshow", { ...usual, ...options }, values);
    return [vmin, vmax];
  };
  expect(ends({})).toEqual([3, 7]);
  expect(ends({ vmin: 0 })).toEqual([0, 7]);
  expect(ends({ vmin: 10 })).toEqual([10, 10]);
  expect(readMapping("imshow", usual, [NaN])).toMatchObject({ vmin: 0, vmax: 1 });
});

test("values beyond the ends have the colours of the ends, and what is no number has none", () => {
  const mapping = readMapping("imshow", { ...usual, cmap: ["red", "lime", "blue"] }, [0, 3]);
  expect([-5, 0, 0.99, 1, 2.5, 3, 99].map((value) => mapping.color(value))).toEqual([
    "#ff0000",
    "#ff0000",
    "#ff0000",
    "#00ff00",
    "#0000ff",
    "#0000ff",
    "#0000ff",
  ]);
  expect(mapping.color(NaN)).toBeUndefined();
});

test("a logarithmic norm spreads decades evenly and has no colour for zero", () => {
  const options = { ...usual, norm: "log" as const, cmap: ["red", "blue"] };
  const mapping = readMapping("imshow", options, [0, 1, 100]);
  expect([mapping.vmin, mapping.vmax]).toEqual([1, 100]);
  expect([9, 11, 0].map((value) => mapping.color(value))).toEqual(["#ff0000", "#0000ff", undefined]);
});

test.each([
  [{ cmap: "virdis" }, /imshow: expected cmap.*"virdis"; did you mean "viridis"\?/],
  [{ cmap: 7 }, /imshow: expected cmap/],
  [{ cmap: ["red", "nocolor"] }, /imshow: expected cmap/],
  [{ norm: "cubic" }, /imshow: expected norm to be "linear" or "log", got "cubic"/],
  [{ vmin: "1" }, /imshow: expected vmin to be a finite number, got "1"/],
  [{ norm: "log", vmin: 0 }, /imshow: expected vmin to be a number above 0, got 0/],
  [{ vmin: 2, vmax: 1 }, /imshow: expected vmin below vmax, got 2 and 1/],
])("%j is refused", (options, message) => {
  expect(() => readMapping("imshow", { ...usual, ...options } as typeof usual, [1])).toThrow(message);
});
