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

describe("names as Python spells them", () => {
  it("work on axes, figures, lines, legends and spines", () => {
    const [fig, ax] = plt.subplots();
    const [line] = ax.plot([1, 2], { label: "a" });
    ax.set_title("title");
    ax.set_xlim(0, 4);
    ax.fill_between([0, 1], [1, 2]);
    ax.spines.top.set_visible(false);
    fig.subplots_adjust({ left: 0.2 });
    expect(ax.get_title()).toBe("title");
    expect(ax.get_xlim()).toEqual([0, 4]);
    expect(line.get_label()).toBe("a");
    expect(ax.legend({ bbox_to_anchor: [1, 1] }).get_texts()).toEqual(["a"]);
    expect(fig.add_subplot(2, 2, 1)).toBe(fig.axes[1]);
    expect(fig.params.left).toBe(0.2);
  });
});

describe("subplots", () => {
  it("gives one axes, a list, or a list of rows", () => {
    const [, one] = plt.subplots();
    const [, row] = plt.subplots(1, 3);
    const [, column] = plt.subplots(2);
    const [, grid] = plt.subplots(2, 3);
    const [, rows] = plt.subplots({ nrows: 2, ncols: 2 });
    const [, unsqueezed] = plt.subplots(1, 1, { squeeze: false });
    expect(one).toBeInstanceOf(plt.Axes);
    expect([row.length, column.length]).toEqual([3, 2]);
    expect(grid.map((list) => list.length)).toEqual([3, 3]);
    expect(rows[1][1]).toBeInstanceOf(plt.Axes);
    expect(unsqueezed[0][0]).toBeInstanceOf(plt.Axes);
  });

  it("gives the same axes for the same place, and shares what is to be shared", () => {
    const first = plt.subplot(2, 2, 3);
    expect(plt.subplot(223)).toBe(first);
    const [, axs] = plt.subplots(2, 2, { sharex: "col", sharey: true });
    axs[0][0].plot([0, 8], [0, 1]);
    axs[1][1].plot([0, 2], [0, 5]);
    expect(axs[1][0].getXlim()).toEqual(axs[0][0].getXlim());
    expect(axs[0][1].getXlim()).not.toEqual(axs[0][0].getXlim());
    expect(axs.flat().map((ax) => ax.getYlim())).toEqual(new Array(4).fill([-0.25, 5.25]));
  });
});
