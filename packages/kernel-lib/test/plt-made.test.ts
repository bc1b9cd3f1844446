import { afterEach, expect, test } from "vitest";
import * as plt from "../src/plt";

afterEach(() => plt.close("all"));

const wrong: [name: string, run: () => unknown, said: RegExp][] = [
  [
    "a line of unequal lengths",
    () => new plt.Line2D([0, 1], [0]),
    /Line2D: expected x and y of equal length, got 2 and 1/,
  ],
  ["a misspelled option", () => new plt.Line2D([0], [0], { colr: "r" } as never), /Line2D: .*"colr".*color/],
  [
    "a misspelled option of a patch",
    () => new plt.Patch({ facecolr: "r" } as never),
    /Patch: .*facecolr.*facecolor/,
  ],
  [
    "corners that are no pairs",
    () => new plt.Polygon([1, 2, 3] as never),
    /Polygon: expected xy to be pairs/,
  ],
  [
    "a pattern that there is not",
    () => plt.bar([1], [1], { hatch: "?" }),
    /bar: expected hatch to be letters/,
  ],
  [
    "a way that there is not",
    () => annotated({ connectionstyle: "arc4" }),
    /connectionstyle.*did you mean "arc3"/,
  ],
  [
    "a setting that there is not",
    () => annotated({ connectionstyle: "arc3,red=1" }),
    /"arc3".*of rad, got "red=1"/,
  ],
  [
    "an arrow that there is not",
    () => annotated({ arrowstyle: "=>" }),
    /annotate: expected arrowstyle to be one of/,
  ],
  ["a matrix of one axis", () => plt.spy([1, 2] as never), /spy: expected matrix of shape \(rows, columns\)/],
  [
    "more lags than values",
    () => plt.acorr([1, 2, 3]),
    /acorr: expected maxlags to be a number from 1 to 2, got 10/,
  ],
  ["unequal lists", () => plt.xcorr([1, 2], [1], { maxlags: 1 }), /xcorr: expected x and y of equal length/],
  ["weights of another number", () => plt.ecdf([1, 2], { weights: [1] }), /ecdf: expected 2 weights, got 1/],
  [
    "what is no locator",
    () => plt.gca().xaxis.setMajorLocator(3 as never),
    /setMajorLocator: expected a locator such as/,
  ],
  ["a base of 0", () => new plt.MultipleLocator(0), /MultipleLocator: expected base above 0/],
  ["what is no line", () => plt.gca().addLine(new plt.Patch() as never), /addLine: expected a line/],
  ["what is no collection", () => plt.gca().addCollection([] as never), /addCollection: expected lines/],
  [
    "segments of one axis",
    () => new plt.LineCollection([[1, 2]]),
    /LineCollection: expected segments\[0\] to be pairs/,
  ],
  [
    "what is no axes",
    () => plt.gca().indicateInsetZoom(1 as never),
    /indicateInsetZoom: expected inset to be axes/,
  ],
];

const annotated = (arrowprops: object) =>
  plt.annotate("a", [0, 0], { xytext: [1, 1], arrowprops: arrowprops as { arrowstyle: string } });

test.each(wrong)("%s is refused by name", (_, run, said) => {
  expect(run).toThrow(said);
});

test("equal values that make one step count all of them, unlike matplotlib's, which count the first", () => {
  const line = plt.ecdf([1, 2, 2, 2], { compress: true });
  expect(line.getXdata()).toEqual([1, 1, 2]);
  expect(line.getYdata()).toEqual([0, 0.25, 1]);
});

test("ticks on both sides keep their labels on one", () => {
  const { xaxis, yaxis } = plt.gca();
  plt.tickParams({ top: true, right: true, labelright: true });
  expect([xaxis.side, xaxis.style.otherTicks, xaxis.style.otherLabels]).toEqual(["bottom", true, false]);
  expect([yaxis.side, yaxis.style.otherTicks, yaxis.style.otherLabels]).toEqual(["left", true, true]);
  plt.tickParams({ labelleft: false, left: false });
  expect([yaxis.side, yaxis.style.ticks, yaxis.style.labels, yaxis.style.otherTicks]).toEqual([
    "right",
    true,
    true,
    false,
  ]);
});

test("settings and styles hold within a function, and are those of before behind it, also where it fails", () => {
  plt.rcParams["lines.linewidth"] = 3;
  const inside = plt.rcContext(
    { "lines.linewidth": 5, "axes.grid": true },
    () => plt.rcParams["lines.linewidth"],
  );
  expect([inside, plt.rcParams["lines.linewidth"], plt.rcParams["axes.grid"]]).toEqual([5, 3, false]);
  expect(() => plt.rcContext({ "lines.linewidht": 5 } as never, () => 1)).toThrow(/lines\.linewidth/);
  expect(() =>
    plt.style.context("ggplot", () => {
      expect(plt.rcParams["axes.grid"]).toBe(true);
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(plt.rcParams["axes.grid"]).toBe(false);
  plt.rcdefaults();
});

test("open figures are known by their numbers", () => {
  plt.figure(7);
  plt.figure(3);
  expect(plt.getFignums()).toEqual([3, 7]);
  plt.close(7);
  expect([plt.fignumExists(7), plt.fignumExists(3)]).toEqual([false, true]);
});
