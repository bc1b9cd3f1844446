/** What lies outside of the picture is not seen, and takes nothing down: the rasterizer would end the process. */
import { afterEach, describe, expect, it } from "vitest";
import * as plt from "../src/plt";
import { openFigures } from "../src/plt/state/openFigures";
import { specOf } from "../src/plt/spec/figure";
import { pngOf } from "../src/plt/picture";
import { withLayersInside } from "../src/plt/svgLayers";

const picture = (): string => pngOf(specOf(openFigures[0]));

afterEach(() => plt.close("all"));

/** Drawn at a height, with an opacity. */
const artists: Record<string, (y: number, alpha: number) => unknown> = {
  plot: (y, alpha) => plt.plot([0, 1], [y, y], { alpha, marker: "o" }),
  scatter: (y, alpha) => plt.scatter([0, 1], [y, y], { alpha }),
  bar: (y, alpha) => plt.bar([0, 1], [2, 3], { bottom: y, alpha }),
  fillBetween: (y, alpha) => plt.fillBetween([0, 1], [y, y], [y + 1, y + 1], { alpha }),
  axvspan: (y, alpha) => plt.axvspan(y, y + 1, { alpha }),
  errorbar: (y, alpha) => plt.errorbar([0, 1], [y, y], { yerr: 0.1, alpha }),
  imshow: (y, alpha) => plt.imshow([[1, 2]], { extent: [y, y + 1, y, y + 1], alpha }),
  contourf: (y, alpha) =>
    plt.contourf(
      [0, 1],
      [y, y + 1],
      [
        [1, 2],
        [3, 4],
      ],
      { alpha },
    ),
};

describe("far outside of the limits", () => {
  for (const [name, draw] of Object.entries(artists)) {
    it(name, () => {
      for (const y of [-2000, -20, 20, 1e9]) {
        for (const alpha of [1, 0.5]) {
          draw(y, alpha);
          plt.xlim(0, 1);
          plt.ylim(0, 1);
          expect(picture().length).toBeGreaterThan(100);
          plt.close("all");
        }
      }
    });
  }

  it("stems that begin at 0 on a logarithmic axis", () => {
    plt.semilogy([1, 2], [1, 10]);
    plt.stem([1, 2], [1, 10]);
    expect(picture().length).toBeGreaterThan(100);
  });

  it("a text makes the picture larger, but not without limit", () => {
    plt.plot([0, 1]);
    plt.text(0.5, 1.5, "above");
    expect(picture().length).toBeGreaterThan(100);
    plt.text(0.5, -2000, "far below");
    expect(() => picture()).toThrow(
      /^a figure's picture: expected less than 65536 pixels in each direction, got \d+ × \d{6,}; a text/,
    );
  });
});

it("an opacity becomes that of fill and stroke, and other layers get what is everywhere", () => {
  const everywhere = '<rect x="-1e5" y="-1e5" width="2e5" height="2e5" fill="white" opacity="0"/>';
  const changes: [before: string, after: string][] = [
    ['<path d="M0,0" opacity="1"/>', '<path d="M0,0" opacity="1"/>'],
    ['<path opacity="0.5" d="M0,0"/>', '<path d="M0,0" fill-opacity="0.5" stroke-opacity="0.5"/>'],
    [
      '<text fill-opacity="0.5" opacity="0.5">a</text>',
      '<text fill-opacity="0.25" stroke-opacity="0.5">a</text>',
    ],
    ['<image href="x" opacity="0.5"/>', `<g opacity="0.5">${everywhere}<image href="x"/></g>`],
    ['<g opacity="0.5"><path/></g>', `<g opacity="0.5">${everywhere}<path/></g>`],
    [
      '<g clip-path="url(#a)" role="x"><path/></g>',
      `<g clip-path="url(#a)" role="x">${everywhere}<path/></g>`,
    ],
    ['<text>an opacity="0.5" in a text</text>', '<text>an opacity="0.5" in a text</text>'],
  ];
  for (const [before, after] of changes) expect(withLayersInside(before)).toBe(after);
});
