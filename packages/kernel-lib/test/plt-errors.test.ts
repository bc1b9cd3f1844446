import { afterEach, describe, expect, it } from "vitest";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { openFigures } from "../src/plt/state/openFigures";
import { checkedSpec } from "./plt-checked";

afterEach(() => {
  plt.close("all");
  plt.rcdefaults();
});

/** A call that is wrong, and what its message must say: function, expectation and value. */
const wrong: [name: string, call: () => unknown, message: string | RegExp][] = [
  [
    "unequal lengths",
    () => plt.plot([1, 2, 3], [1, 2]),
    "plot: expected x and y of equal length, got 3 and 2",
  ],
  [
    "columns",
    () => plt.plot([[1, 2]], [[1, 2, 3]]),
    /plot: expected x and y with as many columns, got 2 and 3/,
  ],
  [
    "three axes",
    () => plt.plot(np.zeros([2, 2, 2])),
    /plot: expected y with one or two axes, got an array of shape/,
  ],
  ["a width given twice", () => plt.bar([1], [2], 0.5, { width: 0.4 }), 'bar: option "width" is given twice'],
  ["one argument too many", () => plt.hist([1], 3, 4 as never), "hist: expected options after bins, got 4"],
  [
    "labels of what are no bars",
    () => plt.barLabel([1] as never),
    "barLabel: expected bars, as bar returns them",
  ],
  [
    "stems without places",
    () => plt.stem([1, 2], [1, 2, 3]),
    "stem: expected places and heads of equal length, got 2 and 3",
  ],
  [
    "an annotation of nothing",
    () => plt.annotate("a", { xytext: [1, 2] } as never),
    "annotate: expected xy to be a pair [x, y], got undefined",
  ],
  [
    "names of boxes",
    () => plt.boxplot([[1, 2], [3]], { tickLabels: ["a"] }),
    "boxplot: expected tickLabels to be 2 names, got a list of 1",
  ],
  [
    "places of boxes",
    () => plt.boxplot([[1, 2], [3]], { positions: [1] }),
    "boxplot: expected positions to be 2 numbers, got a list of 1",
  ],
  [
    "a negative slice",
    () => plt.pie([1, -1, 3]),
    "pie: expected x to be numbers from 0 on, some above 0, got a list of 3",
  ],
  [
    "names of slices",
    () => plt.pie([1, 2], { labels: ["a"] }),
    "pie: expected labels to be 2 names, got a list of 1",
  ],
  [
    "how shares are written",
    () => plt.pie([1], { autopct: "%" }),
    "pie: expected autopct to be a function or",
  ],
  ["slices that are moved", () => plt.pie([1, 2], { explode: [1] }), "pie: expected explode to be 2 numbers"],
  [
    "the look of slices",
    () => plt.pie([1], { wedgeprops: { lw: -1 } as never }),
    "pie: expected linewidth to be",
  ],
  ["text among numbers", () => plt.plot([1, "2"] as never), /plot: expected numbers/],
  [
    "segments that have more in common than they have",
    () => plt.psd([1, 2, 3], { NFFT: 2, noverlap: 2 }),
    "psd: expected noverlap below NFFT, got 2 and 2",
  ],
  [
    "a window of another length",
    () => plt.specgram([1, 2, 3, 4], { NFFT: 4, noverlap: 0, window: [1, 1] }),
    "specgram: expected window to be 4 numbers, got 2",
  ],
  [
    "signals too short for two segments",
    () => plt.cohere([1, 2, 3], [1, 2, 3], { NFFT: 2 }),
    "cohere: expected at least 4 values, two segments of NFFT, got 3",
  ],
  [
    "decibels of angles",
    () => plt.specgram([1, 2, 3], { mode: "phase", scale: "dB" }),
    'specgram: expected scale "linear" for mode "phase", got "dB"',
  ],
  [
    "groups of unequal length",
    () => plt.groupedBar([[1, 2], [3]]),
    "groupedBar: expected data sets of equal length, got 2 and 1",
  ],
  [
    "groups named twice",
    () => plt.groupedBar({ a: [1] }, { labels: ["b"] }),
    "groupedBar: expected no labels beside data sets that have names",
  ],
  [
    "what of a barb is at its place",
    () => plt.barbs([1], [1], { pivot: "end" as never }),
    "barbs: expected pivot",
  ],
  [
    "dates as strings",
    () => plt.plot(["2024-01-05", "2024-02-05"], [1, 2]),
    'plot: expected x to be Date values, such as new Date("2024-01-05"), got dates as strings',
  ],
  ["nothing", () => plt.plot(undefined as never), "plot: expected y to be numbers, got undefined"],
  ["a typo in an option", () => plt.plot([1], { lable: "a" } as never), 'did you mean "label"?'],
  ["a short name of nothing", () => plt.plot([1], { ec: "r" } as never), /plot: unknown option "ec"/],
  ["an option twice", () => plt.plot([1], { c: "r", color: "b" }), /plot: option "color" is given twice/],
  ["a colour", () => plt.plot([1], { color: "grean" }), 'plot: expected a color such as "red"'],
  ["a colour out of range", () => plt.plot([1], { color: [1, 2, 3] }), "got [1, 2, 3]"],
  [
    "two colours in a format",
    () => plt.plot([1], "rb"),
    'plot: cannot read the format string "rb": two colors',
  ],
  ["a letter in a format", () => plt.plot([1], "qq"), '"q" is not a color letter (bgrcmykw), marker'],
  ["a marker", () => plt.plot([1], { marker: "oo" }), 'plot: expected marker to be "o", got "oo"'],
  ["a line style", () => plt.plot([1], { linestyle: "dased" }), "plot: expected linestyle to be one of"],
  [
    "a width",
    () => plt.plot([1], { linewidth: -1 }),
    "plot: expected linewidth to be a number, not negative, got -1",
  ],
  ["an opacity", () => plt.plot([1], { alpha: 2 }), "plot: expected alpha to be a number from 0 to 1, got 2"],
  [
    "labels of columns",
    () => plt.plot([1], [[1, 2]], { label: ["a", "b", "c"] }),
    "expected 2 labels, one a column, got 3",
  ],
  [
    "sizes",
    () => plt.scatter([1, 2], [1, 2], { s: [1, 2, 3] }),
    "scatter: expected s to be one size or 2, got 3",
  ],
  [
    "values",
    () => plt.scatter([1, 2], [1, 2], { c: [1, 2, 3, 4, 5] }),
    /scatter: expected c to be a color or 2 values, got 5/,
  ],
  ["a colormap", () => plt.scatter([1, 2], [1, 2], { c: [1, 2], cmap: "viridiss" }), "viridis"],
  ["bars", () => plt.bar([1, 2, 3], [1, 2]), /bar: expected/],
  [
    "a histogram's edges",
    () => plt.hist([1, 2], { bins: [3, 2, 1] }),
    "hist: expected bins to be edges that rise",
  ],
  [
    "a number of bins",
    () => plt.hist([1, 2], { bins: 0 }),
    "hist: expected bins to be a whole number above 0",
  ],
  [
    "a kind of histogram",
    () => plt.hist([1, 2], { histtype: "barz" as never }),
    'hist: expected histtype to be one of "bar"',
  ],
  [
    "an area",
    () => plt.fillBetween([1, 2, 3], [1, 2]),
    "fillBetween: expected x and y1 of equal length, got 3 and 2",
  ],
  [
    "where",
    () => plt.fillBetween([1, 2], [1, 2], { where: [true] }),
    "fillBetween: expected where to be 2 truth values",
  ],
  [
    "errors",
    () => plt.errorbar([1, 2], [1, 2], { yerr: [1, 2, 3] }),
    "errorbar: expected yerr to be one number, 2, or two lists of 2",
  ],
  [
    "negative errors",
    () => plt.errorbar([1, 2], [1, 2], { yerr: -1 }),
    "errorbar: expected yerr not to be negative",
  ],
  ["a line across", () => plt.axhline(NaN), "axhline: expected y to be a finite number, got NaN"],
  ["segments", () => plt.hlines([1, 2], [1, 2, 3], 4), "hlines: expected y to be one number or 3, got 2"],
  [
    "a step",
    () => plt.step([1], [1], { where: "before" as never }),
    'step: expected where to be one of "pre", "post", "mid"',
  ],
  ["a base", () => plt.semilogy([1], { base: 1 }), "semilogy: expected base to be above 1, got 1"],
  [
    "a width of the linear part",
    () => plt.xscale("symlog", { linthresh: 0 }),
    "xscale: expected linthresh to be above 0, got 0",
  ],
  [
    "a scale without its functions",
    () => plt.yscale("function"),
    "yscale: expected the option functions: a function and its inverse",
  ],
  [
    "a scale",
    () => plt.yscale("symlg" as never),
    'yscale: expected scale to be one of "linear", "log", "symlog", "logit", "function", got "symlg"',
  ],
  ["a limit", () => plt.xlim(0, Infinity), "xlim: expected right to be a finite number, got Infinity"],
  ["limits", () => plt.ylim([1, 2, 3]), "ylim: expected a pair of limits or two numbers, got a list of 3"],
  ["ticks", () => plt.xticks([0, 1], ["a"]), "xticks: expected as many labels as ticks, got 1 for 2"],
  ["an axis", () => plt.axis("equals" as never), 'axis: expected setting to be one of "on", "off"'],
  ["a place of a legend", () => plt.legend(["a"], { loc: "upper lft" }), 'did you mean "upper left"?'],
  [
    "a name for a legend",
    () => plt.legend("relu" as never),
    "legend: expected labels to be a list of strings",
  ],
  [
    "a handle",
    () => plt.legend([1] as never, ["a"]),
    "legend: expected handles to be what drawing functions return, got 1",
  ],
  ["a title", () => plt.title({} as never), "title: expected label to be a string, got {}"],
  [
    "a font size",
    () => plt.title("a", { fontsize: "hugh" }),
    "title: expected a font size in points or one of",
  ],
  [
    "an alignment",
    () => plt.text(0, 0, "a", { ha: "middle" as never }),
    "text: expected horizontalalignment to be one of",
  ],
  [
    "a point",
    () => plt.annotate("a", [1] as never),
    "annotate: expected xy to be a pair [x, y], got a list of 1",
  ],
  [
    "a size",
    () => plt.figure({ figsize: [0, 1] }),
    "figure: expected figsize to be [width, height] in inches",
  ],
  [
    "a subplot",
    () => plt.subplot(2, 2, 5),
    "subplot: expected the place to be a whole number from 1 to 4, got 5",
  ],
  ["digits", () => plt.subplot(12), "subplot: expected rows, columns and a place, or three digits, got 12"],
  ["rows", () => plt.subplots(0), "subplots: expected rows to be a whole number from 1 to 100, got 0"],
  ["three dimensions", () => plt.subplot(1, 1, 1, { projection: "3d" }), "subplot: 3-D axes are not drawn"],
  [
    "three dimensions of all",
    () => plt.subplots({ subplotKw: { projection: "3d" } }),
    "subplots: 3-D axes are not drawn",
  ],
  [
    "a projection",
    () => plt.subplot({ projection: "polr" }),
    'subplot: expected projection to be "rectilinear" or "polar", got "polr"',
  ],
  ["polar lines on straight axes", () => plt.polar([1], [2, 3]), "polar: expected "],
  [
    "edges",
    () => plt.subplotsAdjust({ left: 0.9, right: 0.1 }),
    "subplotsAdjust: expected left below right, got 0.9 and 0.1",
  ],
  [
    "a setting",
    () => plt.rcParams.update({ "lines.linewith": 2 } as never),
    'did you mean "lines.linewidth"?',
  ],
  [
    "a setting's kind",
    () => plt.rc("axes", { grid: 3 }),
    "rcParams: expected axes.grid to be a boolean, got 3",
  ],
  [
    "a file",
    () => plt.savefig("figure.bmp"),
    'savefig: expected format to be one of "png", "svg", "json", "html", got "bmp"',
  ],
  [
    "an aspect",
    () => plt.gca().setAspect("square" as never),
    'setAspect: expected aspect to be "equal", "auto" or a number above 0',
  ],
  ["something to set", () => plt.gca().set({ titel: "a" } as never), 'did you mean "title"?'],
];

describe("what is wrong is refused, says so, and changes nothing", () => {
  it.each(wrong)("%s", (_, call, message) => {
    plt.plot([3, 1, 2], { label: "before" });
    plt.legend();
    const figure = plt.gcf();
    const before = checkedSpec(figure);
    expect(call).toThrow(message);
    expect(openFigures).toEqual([figure]);
    expect(checkedSpec(figure)).toEqual(before);
    // The next thing drawn has the next colour: none was used up.
    plt.plot([1]);
    expect(JSON.stringify(checkedSpec(figure))).toContain("#ff7f0e");
  });

  it("opens no figure, either", () => {
    for (const [name, call] of wrong) {
      if (name === "an aspect" || name === "something to set") continue;
      expect(call).toThrow();
      expect(openFigures, name).toEqual([]);
    }
  });
});
