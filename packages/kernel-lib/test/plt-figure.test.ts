import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import * as plt from "../src/plt";
import { compileSpec } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";

const schema = JSON.parse(readFileSync(require.resolve("vega-lite/vega-lite-schema.json"), "utf8")) as object;
const validate = new Ajv({ strict: false, validateFormats: false }).compile(schema);

/** The spec of the current figure, after it has been found valid and free of warnings. */
function checkedSpec(): ReturnType<typeof specOf> {
  const spec = specOf(plt.gcf());
  validate(spec);
  expect(validate.errors).toBeNull();
  expect(compileSpec(spec).warnings).toEqual([]);
  return spec;
}

afterEach(() => plt.close("all"));

const x = Array.from({ length: 100 }, (_, i) => -10 + (20 * i) / 99);
const relu = x.map((v) => Math.max(v, 0));

describe("a figure of the lesson", () => {
  it("has matplotlib's limits, ticks and sizes", () => {
    plt.plot(x, relu);
    plt.legend(["relu"], { loc: "upper left" });
    expect(plt.xlim()).toEqual([-11, 11]);
    expect(plt.ylim()).toEqual([-0.5, 10.5]);
    const axes = plt.gca();
    expect(axes.ticks("x").labels.slice(1, -1)).toEqual(
      "−10.0 −7.5 −5.0 −2.5 0.0 2.5 5.0 7.5 10.0".split(" "),
    );
    expect(axes.pixelSize().width).toBeCloseTo(496, 9);
    expect(axes.pixelSize().height).toBeCloseTo(369.6, 9);
    checkedSpec();
  });

  it("keeps the limits that are set, and lets the other axis follow the data", () => {
    plt.plot(x, relu);
    plt.ylim([-25, 10]);
    plt.plot([0, 20], [0, 100]);
    expect(plt.ylim()).toEqual([-25, 10]);
    expect(plt.xlim()).toEqual([-11.5, 21.5]);
    checkedSpec();
  });

  it.each([
    [() => plt.plot([1, 2, 3], [1, 2]), "plot: expected x and y of equal length, got 3 and 2"],
    [() => plt.plot([1, 2], { colour: "red" } as never), 'unknown option "colour"; did you mean "color"?'],
    [() => plt.plot([1, 2], "rz"), 'plot: cannot read the format string "rz"'],
    [() => plt.plot(["a", 1] as never), "plot: expected numbers"],
    [() => plt.legend(["a"], { loc: "uper left" }), 'did you mean "upper left"?'],
    [() => plt.plot([1, 2], { color: "blurple" }), "plot: expected a color"],
  ])("%s throws and leaves the figure as it was", (run, message) => {
    plt.plot(x, relu, { label: "relu" });
    const before = JSON.stringify(checkedSpec());
    expect(run).toThrow(message);
    expect(JSON.stringify(checkedSpec())).toBe(before);
  });
});
