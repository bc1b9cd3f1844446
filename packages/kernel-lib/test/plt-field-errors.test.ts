import { afterEach, describe, expect, test } from "vitest";
import * as plt from "../src/plt";
import type { Json } from "../src/plt/model/artist";
import { specOf } from "../src/plt/spec/figure";
import { closeFigure, openFigures } from "../src/plt/state/openFigures";

afterEach(() => {
  [...openFigures].forEach(closeFigure);
});

const spec = () => specOf(openFigures[0]);

describe("mistakes are told and leave the figure as it was", () => {
  const cases: [string, () => unknown, RegExp][] = [
    [
      "a list",
      () => plt.imshow([1, 2] as never),
      /imshow: expected an image of shape \(rows, columns\).*\(2,\)/,
    ],
    ["two channels", () => plt.imshow([[[1, 2]]]), /imshow: expected an image of shape/],
    ["no pixels", () => plt.imshow([[]] as never), /imshow: expected an image of shape/],
    ["words", () => plt.imshow("cat" as never), /imshow: expected the image to be numbers, got "cat"/],
    ["a map that is none", () => plt.imshow([[1]], { cmap: "magna" }), /"magna"; did you mean "magma"\?/],
    [
      "an origin that is none",
      () => plt.imshow([[1]], { origin: "top" as never }),
      /origin to be one of "upper", "lower"/,
    ],
    [
      "an aspect that is none",
      () => plt.imshow([[1]], { aspect: -1 }),
      /aspect to be "equal", "auto" or a number/,
    ],
    [
      "half an extent",
      () => plt.imshow([[1]], { extent: [0, 1] as never }),
      /extent to be \[left, right, bottom, top\]/,
    ],
    [
      "an option that is none",
      () => plt.imshow([[1]], { cmpa: "gray" } as never),
      /unknown option "cmpa"; did you mean "cmap"\?/,
    ],
    [
      "edges that do not fit",
      () => plt.pcolormesh([0, 1], [0, 1], [[1, 2, 3]]),
      /expected 3 or 4 values of x.*got 2/,
    ],
    [
      "edges back and forth",
      () => plt.pcolormesh([0, 2, 1], [0, 1], [[1, 2]]),
      /expected x to rise or to fall/,
    ],
    [
      "a skewed mesh",
      () =>
        plt.pcolormesh(
          [
            [0, 1],
            [1, 2],
          ],
          [
            [0, 0],
            [0, 1],
            [1, 1],
          ],
          [[1]],
        ),
      /expected y of shape \(2, 2\) or \(1, 1\) for the matrix, got \(3, 2\)/,
    ],
    [
      "one row of a field",
      () => plt.contour([[1, 2, 3]]),
      /contour: expected at least 2 rows and columns, got \(1, 3\)/,
    ],
    [
      "a field of gaps",
      () =>
        plt.contourf([
          [NaN, NaN],
          [NaN, NaN],
        ]),
      /contourf: expected a value that is finite/,
    ],
    [
      "falling levels",
      () =>
        plt.contour(
          [
            [0, 1],
            [2, 3],
          ],
          { levels: [2, 1] },
        ),
      /levels to be a number or rising numbers, got \[2, 1\]/,
    ],
    [
      "one level for a band",
      () =>
        plt.contourf(
          [
            [0, 1],
            [2, 3],
          ],
          { levels: [1] },
        ),
      /two or more rising numbers/,
    ],
    [
      "colours and a map",
      () =>
        plt.contour(
          [
            [0, 1],
            [2, 3],
          ],
          { colors: "r", cmap: "hot" },
        ),
      /either colors or cmap/,
    ],
    [
      "coordinates that do not fit",
      () =>
        plt.contour(
          [0],
          [0, 1],
          [
            [0, 1],
            [2, 3],
          ],
        ),
      /expected 2 values of x, one a column, got 1/,
    ],
    [
      "a colorbar of a line",
      () => plt.colorbar(plt.gca().artists[0] as never),
      /colorbar: expected something coloured by value/,
    ],
    [
      "a colorbar of nothing",
      () => plt.colorbar(),
      /colorbar: expected something coloured by value.*none is drawn/,
    ],
    ["limits of nothing", () => plt.clim(0, 1), /clim: expected something coloured by value/],
  ];

  test.each(cases)("%s", (_, mistake, message) => {
    plt.plot([1, 2]);
    const before = JSON.stringify(spec());
    expect(mistake).toThrow(message);
    expect(openFigures[0].axes.length).toBe(1);
    expect(JSON.stringify(spec())).toBe(before);
  });

  test("limits the wrong way round, and words for ticks", () => {
    plt.imshow([[1]]);
    expect(() => plt.clim(2, 1)).toThrow(/clim: expected vmin below vmax, got 2 and 1/);
    expect(() => plt.colorbar({ ticks: ["a"] as never })).toThrow(/ticks to be a list of numbers/);
    expect(() => plt.colorbar({ orientation: "up" as never })).toThrow(/orientation to be one of/);
    expect((spec() as Json).concat).toBeUndefined();
  });
});
