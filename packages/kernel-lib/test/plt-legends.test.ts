import { beforeEach, describe, expect, test } from "vitest";
import * as plt from "../src/plt";
import { specOf } from "../src/plt/spec/figure";
import { drawnMarks } from "./scene";

beforeEach(() => plt.close("all"));

/** The legends that a figure's specification has, by their names. */
function written(spec: unknown): string[] {
  const found: string[] = [];
  const visit = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { labelExpr, symbolSize } = part as { labelExpr?: string; symbolSize?: number };
    if (labelExpr !== undefined && symbolSize !== undefined) found.push(labelExpr);
    Object.values(part).forEach(visit);
  };
  visit(spec);
  return found;
}

function twoLines() {
  const [fig, ax] = plt.subplots();
  const [up] = ax.plot([1, 2], { label: "up" });
  const [down] = ax.plot([2, 1], { label: "down" });
  return { fig, ax, up, down };
}

describe("several legends on axes", () => {
  test("a kept one is drawn beside the next, each with a parameter of its own", async () => {
    const { fig, ax, up, down } = twoLines();
    const first = ax.legend({ handles: [up], loc: "upper left" });
    expect(ax.addArtist(first)).toBe(first);
    const second = ax.legend({ handles: [down], loc: "lower left" });
    expect(ax.getLegend()).toBe(second);
    const spec = specOf(fig);
    expect(written(spec)).toEqual([expect.stringContaining("down"), expect.stringContaining("up")]);
    const text = JSON.stringify(spec);
    for (const name of ["shown0", "shown0_0"]) {
      expect(text).toContain(`"name":"${name}"`);
      expect(text).toContain(`!${name}.series || indexof(${name}.series, 's0') >= 0`);
    }
    const { warnings } = await drawnMarks(spec);
    expect(warnings.filter((warning) => !warning.includes("event source: window"))).toEqual([]);
  });

  test("one that is hidden or taken off is not drawn", () => {
    const { fig, ax, up, down } = twoLines();
    const first = ax.legend({ handles: [up] });
    ax.addArtist(first);
    const second = ax.legend({ handles: [down] });
    second.setVisible(false);
    expect([second.getVisible(), written(specOf(fig)).length]).toEqual([false, 1]);
    first.remove();
    expect(written(specOf(fig))).toEqual([]);
    expect(() => first.remove()).toThrow("remove: expected a legend that is on axes or a figure");
  });

  test("the title can be changed", () => {
    const { ax } = twoLines();
    const legend = ax.legend({ title: "way" });
    expect(legend.getTitle()).toBe("way");
    legend.set_title("ways");
    expect(legend.get_title()).toBe("ways");
  });
});

test("legends of a figure come one after the other, until the figure is cleared", () => {
  const { fig } = twoLines();
  const [left, right] = [fig.legend({ loc: "upper left" }), fig.legend()];
  expect(fig.legends).toEqual([left, right]);
  left.remove();
  expect(fig.legends).toEqual([right]);
  fig.clf();
  expect(fig.legends).toEqual([]);
});

describe("what does not fit is refused", () => {
  test("artists", () => {
    const { ax, up } = twoLines();
    const [, other] = plt.subplots();
    expect(() => other.addArtist(up)).toThrow("addArtist: expected something that is on no axes yet");
    expect(() => other.addArtist(ax.legend())).toThrow("addArtist: expected a legend of these axes");
    expect(() => other.addArtist(5 as never)).toThrow(
      "addArtist: expected a legend, or something to draw such as new plt.Circle([0, 0], 1), got 5",
    );
  });

  test("places outside", () => {
    const { fig, ax } = twoLines();
    expect(() => ax.legend({ loc: "outside upper right" })).toThrow(
      "legend: expected a place within the axes",
    );
    for (const loc of ["outside center", "outside best"]) {
      expect(() => fig.legend({ loc })).toThrow("legend: expected loc to be outside a side");
    }
    expect(() => fig.legend({ loc: "outside uper right" })).toThrow('did you mean "upper right"?');
    expect(fig.legends).toEqual([]);
  });

  test("statistics", () => {
    const { ax } = twoLines();
    const box = { med: 2, q1: 1, q3: 3, whislo: 0, whishi: 5 };
    expect(() => ax.bxp([{ ...box, q1: undefined as never }])).toThrow(
      "bxp: expected bxpstats[0].q1 to be a number",
    );
    expect(() => ax.bxp([box], { showmeans: true })).toThrow("bxp: expected bxpstats[0].mean to be a number");
    expect(() => ax.bxp([box], { positions: [1, 2] })).toThrow("bxp: expected positions to be 1 numbers");
    expect(() => ax.bxp(5 as never)).toThrow("bxp: expected a list of statistics, got 5");
    const set = { coords: [0, 1], vals: [1], min: 0, max: 1, mean: 0.5, median: 0.5 };
    expect(() => ax.violin([set])).toThrow(
      "violin: expected as many vals as coords in vpstats[0], got 1 and 2",
    );
  });

  test("what is in line, and what is coloured by value", () => {
    const { fig, up } = twoLines();
    expect(() => fig.alignLabels([up] as never)).toThrow("alignLabels: expected axes or a list of them");
    expect(() => plt.sci(up as never)).toThrow("sci: expected something coloured by value");
    const image = plt.imshow([[0, 1]]);
    plt.subplots();
    expect(() => plt.sci(image)).toThrow("sci: expected something that is drawn on the current axes");
  });
});
