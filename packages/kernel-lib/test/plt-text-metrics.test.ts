import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { textWidth } from "../src/plt/textMetrics";

const require = createRequire(import.meta.url);
const { Resvg } = require("@resvg/resvg-js") as {
  Resvg: new (svg: string, options: object) => { render(): { pixels: Uint8Array } };
};
const fonts = join(dirname(require.resolve("dejavu-fonts-ttf/package.json")), "ttf");
const fontFiles = ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((file) => join(fonts, file));

/** Measures with resvg's shaping, enlarged: how far a bar moves when the text is set before it. */
function shapedWidth(text: string, weight: string): number {
  const [size, width, height] = [100, 2000, 140];
  const left = (content: string) => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><text x="10" y="100" xml:space="preserve" font-family="DejaVu Sans" font-size="${size}" font-weight="${weight}">${content}<tspan fill="#f00">|</tspan></text></svg>`;
    const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false, fontFiles } }).render();
    let red = 0;
    for (let column = 0; column < width; column++) {
      for (let row = 0; row < height; row++) red = Math.max(red, pixels[4 * (row * width + column)]);
      // Opacity of the first column that the bar touches says where in that column it begins.
      if (red > 0) return column + 1 - red / 255;
    }
    throw new Error("nothing drawn");
  };
  return (left(text) - left("")) / size;
}

const texts = [
  "relu",
  "negative slope = 0.1",
  "AVATAR To",
  "−2.5",
  "σ(x) ≤ α²",
  "Größe, Ångström",
  "WAVE fi ffi",
  "1000 ",
];

const cases = texts.flatMap((text) => [false, true].map((bold) => [text, bold] as const));

test.each(cases)("textWidth(%j, 10, bold: %s) is the width that resvg sets", (text, bold) => {
  const shaped = 10 * shapedWidth(text, bold ? "bold" : "normal");
  expect(Math.abs(textWidth(text, 10, { bold }) - shaped)).toBeLessThan(0.1);
});

test("combining marks take no room, East Asian characters a full square", () => {
  expect(textWidth("e\u0301", 10)).toBe(textWidth("e", 10));
  expect(textWidth("漢字", 10)).toBe(20);
  expect(textWidth("", 10)).toBe(0);
});
