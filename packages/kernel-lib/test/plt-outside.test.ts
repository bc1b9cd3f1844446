/** What lies outside of the picture is not seen, and takes nothing down: the rasterizer would end the process. */
import { createRequire } from "node:module";
import { afterEach, describe, expect, it } from "vitest";
import * as plt from "../src/plt";
import { openFigures } from "../src/plt/state/openFigures";
import { specOf } from "../src/plt/spec/figure";
import { pngOf, svgOf } from "../src/plt/picture";
import { withoutNeedlessClips } from "../src/plt/svgClips";
import { withLayersInside } from "../src/plt/svgLayers";

const { Resvg } = createRequire(import.meta.url)("@resvg/resvg-js") as {
  Resvg: new (svg: string) => { render(): { pixels: Uint8Array } };
};

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

describe("clips", () => {
  /** How many groups are clipped; those that are empty cost nothing. */
  const clipsIn = (svg: string): number => svg.match(/ clip-path="[^<>]*(?<!\/)>/g)?.length ?? 0;
  /** The clipped groups that stay, and the largest difference of a pixel's channel. */
  const without = (): [left: number, difference: number] => {
    const svg = svgOf(specOf(openFigures[0]));
    const fewer = withoutNeedlessClips(svg);
    const [before, after] = [svg, fewer].map((one) => new Resvg(withLayersInside(one)).render().pixels);
    return [clipsIn(fewer), before.reduce((most, one, i) => Math.max(most, Math.abs(one - after[i])), 0)];
  };

  it("go where everything lies within them anyway, which changes no pixel by more than rounding does", () => {
    plt.plot([0, 1, 2], [0, 1, 0], { marker: "o", label: "a" });
    plt.scatter([0, 1], [0, 1], { marker: "*", alpha: 0.5, label: "b" });
    plt.fillBetween([0.5, 1], [0, 1], { alpha: 0.3 });
    const [left, difference] = without();
    expect(left).toBe(0);
    expect(difference).toBeLessThanOrEqual(2);
    plt.legend();
    expect(clipsIn(svgOf(specOf(openFigures[0])))).toBeGreaterThan(4);
    expect(without()[0]).toBe(0);
  });

  it("stay where something is cut off", () => {
    plt.plot([0, 1, 2], [0, 1, 0]);
    plt.plot([0.5, 1.5], [0.5, 0.5]);
    plt.ylim(0, 0.8);
    const [left, difference] = without();
    // The line, and the points that tell its values.
    expect(left).toBe(2);
    expect(difference).toBeLessThanOrEqual(2);
  });

  it("stay unless every shape is a path that is but moved, within the clip with its line", () => {
    const stays = (content: string): boolean => {
      const group = `<g clip-path="url(#c)" role="x">${content}</g>`;
      const clip = '<clipPath id="c"><rect x="0" y="0" width="10" height="10"/></clipPath>';
      return clipsIn(withoutNeedlessClips(group + clip)) === 1;
    };
    const shapes: [content: string, stays: boolean][] = [
      ['<path d="M1,1L9,9"/>', false],
      ['<path d="M1,1L9,11"/>', true],
      ['<path d="M1,1h4v4h-4Z" transform="translate(4,4)"/>', false],
      ['<path d="M1,1h4v4h-4Z" transform="translate(6,4)"/>', true],
      ['<path d="M1,1h4v4h-4Z" transform="translate(1,1) rotate(45)"/>', true],
      ['<path d="M1,1L9,9" stroke="red" stroke-width="0.5"/>', false],
      ['<path d="M1,1L9,9" stroke="red" stroke-width="2.1"/>', true],
      ['<path d="M0,5h10" stroke="red" stroke-width="2"/>', false],
      ['<path d="M0,5h10" stroke="red" stroke-width="2" stroke-linecap="square"/>', true],
      ['<path d="M2,2h6v6h-6Z" stroke="red" stroke-width="1"/>', false],
      ['<path d="M2,2h6v6h-6Z" stroke="red" stroke-width="1.1"/>', true],
      ['<path d="M1,1C2,2,3,3,4,4"/>', false],
      ['<path d="M1,1C20,2,3,3,4,4"/>', true],
      ['<path d="M6,5A1,1,0,1,1,4,5A1,1,0,1,1,6,5"/>', false],
      ['<path d="M9,5A1,1,0,1,1,7,5A1,1,0,1,1,9,5"/>', true],
      ['<path d="M8,8ZM1,1h8"/>', false],
      ['<path d="M1,1h2ZH12"/>', true],
      ['<path d="M1,1T5,5"/>', true],
      ['<path d="M1,1L2"/>', true],
      ['<text x="1" y="5">a</text>', true],
      ['<g><path d="M1,1"/></g>', true],
    ];
    for (const [content, expected] of shapes) expect([content, stays(content)]).toEqual([content, expected]);
  });
});

it("a group of very many shapes keeps its clip", () => {
  const clip = '<clipPath id="c"><rect x="0" y="0" width="9" height="9"/></clipPath>';
  const group = (count: number): string =>
    `${clip}<g clip-path="url(#c)">${'<path d="M1,1L2,2"/>'.repeat(count)}</g>`;
  expect(withoutNeedlessClips(group(3))).toBe(group(3).replace(' clip-path="url(#c)"', ""));
  expect(withoutNeedlessClips(group(1e6))).toBe(group(1e6));
});
