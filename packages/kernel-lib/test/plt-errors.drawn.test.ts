import { afterEach, describe, expect, it } from "vitest";
import * as plt from "../src/plt";

afterEach(() => plt.close("all"));

describe("what is drawn already is asked for something wrong", () => {
  it("labels of bars", () => {
    const bars = plt.bar([1], [2]);
    expect(() => plt.barLabel(bars, { labels: ["a", "b"] })).toThrow(
      "barLabel: expected labels to be 1 texts, got a list of 2",
    );
  });

  it("labels of contours", () => {
    const field = [
      [0, 1],
      [1, 2],
    ];
    expect(() => plt.clabel(plt.contourf(field))).toThrow(
      "clabel: expected contour lines, as contour returns them, got filled ones",
    );
    expect(() => plt.clabel(plt.contour(field, { levels: [1] }), [2])).toThrow(
      "clabel: expected levels that are drawn (1), got 2",
    );
  });

  it("the place of a spine", () => {
    expect(() => plt.gca().spines.left.setPosition(["datum" as never, 0])).toThrow(
      'setPosition: expected "zero", "center" or a pair such as ["data", 0], got a list of 2',
    );
  });

  it("the place of a grid", () => {
    expect(() => plt.gca().setAxisbelow("lines" as never)).toThrow(
      'setAxisbelow: expected axisbelow to be true, false or "line", got "lines"',
    );
  });

  it("what a tick label is written by", () => {
    expect(() => plt.gca().xaxis.setMajorFormatter("s")).toThrow(
      'setMajorFormatter: expected format to be a function or a format such as "%.2f" or "{:.1f}", got "s"',
    );
  });
});
