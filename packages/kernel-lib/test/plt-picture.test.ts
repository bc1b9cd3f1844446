import { createRequire } from "node:module";
import { expect, test, vi } from "vitest";
import { compileSpec, pngOf, rasterize, svgOf } from "../src/plt/picture";
import { encodePng, pngDataUri, type Raster } from "../src/plt/png";

const { Resvg } = createRequire(import.meta.url)("@resvg/resvg-js") as {
  Resvg: new (svg: string) => { render(): { width: number; height: number; pixels: Uint8Array } };
};

/** Decodes a PNG with resvg, an implementation that is not ours. */
function decode(raster: Raster): Uint8Array {
  const { width, height } = raster;
  const image = `<image width="${width}" height="${height}" href="${pngDataUri(raster)}"/>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${image}</svg>`;
  return Uint8Array.from(new Resvg(svg).render().pixels);
}

const x = Array.from({ length: 100 }, (_, i) => i / 10 - 5);
const line = {
  $schema: "https://vega.github.io/schema/vega-lite/v6.json",
  width: 300,
  height: 200,
  padding: 10,
  autosize: "none",
  background: "white",
  data: { values: [{ x, y: x.map(Math.tanh) }] },
  transform: [{ flatten: ["x", "y"] }],
  mark: { type: "line", order: null, color: "#1f77b4" },
  encoding: {
    x: { field: "x", type: "quantitative" },
    y: { field: "y", type: "quantitative" },
  },
};

test("a spec becomes a PNG of the figure's size, synchronously", () => {
  const bytes = Buffer.from(pngOf(line), "base64");
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([320, 220]);
  const twice = Buffer.from(pngOf(line, 2), "base64");
  expect([twice.readUInt32BE(16), twice.readUInt32BE(20)]).toEqual([640, 440]);
});

test("text is drawn in DejaVu Sans, the bold title included", () => {
  const svg = (text: string, weight: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20"><text y="15" font-family="sans-serif" font-weight="${weight}">${text}</text></svg>`;
  const ink = (weight: string) => rasterize(svg("tanh", weight)).length;
  expect(ink("bold")).not.toBe(ink("normal"));
  expect(rasterize(svg("", "bold")).length).toBeLessThan(ink("bold"));
});

test("an error while drawing is thrown, not swallowed", () => {
  const broken = { ...line, transform: [{ calculate: "noSuchFunction(datum.x)", as: "z" }] };
  expect(() => svgOf(broken)).toThrow(/noSuchFunction/);
});

test("warnings of the compiler are returned", () => {
  expect(compileSpec(line).warnings).toEqual([]);
  const odd = { ...line, encoding: { ...line.encoding, shape: { field: "x", type: "quantitative" } } };
  expect(compileSpec(odd).warnings.length).toBeGreaterThan(0);
});

test.each([
  ["colours", 3, 2, undefined],
  ["one pixel", 1, 1, undefined],
  ["a palette", 5, 7, 4],
  ["a palette of 256", 31, 17, 256],
] as const)("PNG: %s come back from another decoder as they went in", (_, width, height, colours) => {
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const rgba = (n: number) =>
    Uint8Array.from({ length: 4 * n }, (__, i) => (i % 4 === 3 ? 255 : random(256)));
  const palette = colours && rgba(colours);
  const pixels = colours
    ? Uint8Array.from({ length: width * height }, () => random(colours))
    : rgba(width * height);
  const expected = palette
    ? Uint8Array.from({ length: 4 * width * height }, (__, i) => palette[4 * pixels[i >> 2] + (i % 4)])
    : pixels;
  expect(decode({ width, height, pixels, palette })).toEqual(expected);
});

test("PNG: opacities are kept, in a palette and without", () => {
  const pixels = Uint8Array.of(255, 0, 0, 0, 0, 0, 255, 255);
  expect([...decode({ width: 2, height: 1, pixels })].slice(3)).toEqual([0, 0, 0, 255, 255]);
  const palette = Uint8Array.of(9, 9, 9, 0, 1, 2, 3, 255);
  expect([...decode({ width: 2, height: 1, pixels: Uint8Array.of(1, 0), palette })]).toEqual([
    1, 2, 3, 255, 0, 0, 0, 0,
  ]);
});

test("PNG: a flat image is small", () => {
  expect(encodePng({ width: 1000, height: 1000, pixels: new Uint8Array(4e6) }).length).toBeLessThan(20_000);
});

test("an image mark is in the picture, its pixels crisp", () => {
  const url = pngDataUri({
    width: 2,
    height: 1,
    pixels: Uint8Array.of(255, 0, 0, 255, 0, 0, 255, 255),
  });
  const spec = {
    ...line,
    padding: 0,
    width: 40,
    height: 20,
    data: { values: [{}] },
    transform: [],
    mark: { type: "image", url, smooth: false, aspect: false },
    config: { view: { stroke: null } },
    encoding: { x: { value: 0 }, x2: { value: 40 }, y: { value: 0 }, y2: { value: 20 } },
  };
  const picture = `data:image/png;base64,${pngOf(spec)}`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><image width="40" height="20" href="${picture}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (i: number) => [...pixels.subarray(4 * (10 * 40 + i), 4 * (10 * 40 + i) + 3)];
  expect([at(1), at(18), at(21), at(38)]).toEqual([
    [255, 0, 0],
    [255, 0, 0],
    [0, 0, 255],
    [0, 0, 255],
  ]);
});

test("what cannot be loaded ahead troubles the first figure, and nobody before", async () => {
  const tasks: (() => void)[] = [];
  vi.stubGlobal("process", { getBuiltinModule: () => ({ createRequire: () => () => undefined }) });
  Object.assign(globalThis, {
    [Symbol.for("tslinen.host")]: { whenIdle: (task: () => void) => tasks.push(task) },
  });
  try {
    vi.resetModules();
    const picture = await import("../src/plt/picture");
    expect(tasks).toHaveLength(1);
    expect(tasks[0]).not.toThrow();
    expect(() => picture.pngOf(line)).toThrow();
  } finally {
    Reflect.deleteProperty(globalThis, Symbol.for("tslinen.host"));
    vi.unstubAllGlobals();
  }
});
