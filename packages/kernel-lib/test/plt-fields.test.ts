import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as np from "../src/np";
import * as plt from "../src/plt";
import { specOf } from "../src/plt/spec/figure";
import { closeFigure, openFigures } from "../src/plt/state/openFigures";
import { drawnMarks } from "./scene";

const { Resvg } = createRequire(import.meta.url)("@resvg/resvg-js") as {
  Resvg: new (svg: string) => { render(): { width: number; pixels: Uint8Array } };
};

beforeEach(() => plt.close("all"));
afterEach(() => {
  [...openFigures].forEach(closeFigure);
  plt.rcdefaults();
});

const spec = () => specOf(openFigures[0]);

/** Every mark in a spec whose type is "image". */
function images(of: unknown = spec()): { url: string; opacity?: number; smooth: boolean }[] {
  if (typeof of !== "object" || of === null) return [];
  const own = (of as { type?: string }).type === "image" ? [of as never] : [];
  return [...own, ...Object.values(of).flatMap((part) => images(part))];
}

/** The pixels of an image as rows of "rrggbb" or, where it is clear, "clear"; read by resvg. */
function decode(url: string): string[][] {
  const bytes = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><image width="${width}" height="${height}" href="${url}"/></svg>`;
  const { pixels } = new Resvg(svg).render();
  const at = (i: number) =>
    pixels[4 * i + 3] === 0 ? "clear" : Buffer.from(pixels.subarray(4 * i, 4 * i + 3)).toString("hex");
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => at(row * width + column)),
  );
}

const gray = (value: number) => value.toString(16).padStart(2, "0").repeat(3);

describe("imshow", () => {
  test("puts the first row on top, in the colours of the map", () => {
    plt.imshow(
      [
        [0, 1],
        [2, 3],
      ],
      { cmap: "gray" },
    );
    expect(decode(images()[0].url)).toEqual([
      [gray(0), gray(85)],
      [gray(170), gray(255)],
    ]);
    expect(plt.ylim()).toEqual([1.5, -0.5]);
  });

  test.each([
    [
      "a lower origin",
      { origin: "lower" },
      [
        [2, 3],
        [0, 1],
      ],
    ],
    [
      "an extent that runs back",
      { extent: [2, 0, 0, 2] },
      [
        [0, 1],
        [2, 3],
      ],
    ],
    [
      "an extent that runs down",
      { extent: [0, 2, 2, 0] },
      [
        [0, 1],
        [2, 3],
      ],
    ],
  ] as const)("with %s, shows its rows as matplotlib does", (_, options, rows) => {
    plt.imshow(
      [
        [0, 1],
        [2, 3],
      ],
      { cmap: "gray", ...options },
    );
    expect(decode(images()[0].url)).toEqual(rows.map((row) => row.map((value) => gray(85 * value))));
  });

  test("follows an axis that is turned round later", () => {
    plt.imshow(
      [
        [0, 1],
        [2, 3],
      ],
      { cmap: "gray" },
    );
    plt.xlim(1.5, -0.5);
    expect(decode(images()[0].url)).toEqual([
      [gray(85), gray(0)],
      [gray(255), gray(170)],
    ]);
  });

  test("leaves gaps clear, and cuts values off at the ends", () => {
    plt.imshow(
      [
        [NaN, -9],
        [99, 1],
      ],
      { cmap: "gray", vmin: 0, vmax: 2 },
    );
    expect(decode(images()[0].url)).toEqual([
      ["clear", gray(0)],
      [gray(255), gray(128)],
    ]);
  });

  test("takes colours from 0 to 1, bytes, and an opacity", () => {
    plt.imshow([[[1, 0, 0.5]]]);
    plt.imshow([[[255, 128, 0]]]);
    plt.imshow(np.array([[[1, 0, 1, 255]]], { dtype: np.uint8 }));
    expect(images().map(({ url }) => decode(url)[0][0])).toEqual(["ff0080", "ff8000", "010001"]);
  });

  test("an image of 28 by 28 takes less than a kilobyte and a half of the spec", () => {
    plt.imshow(
      Array.from({ length: 28 }, (_, i) => Array.from({ length: 28 }, (__, j) => ((i * j) % 7) / 7)),
      { cmap: "gray" },
    );
    expect(images()[0].url.length).toBeLessThan(1500);
    expect(images()[0].smooth).toBe(false);
  });

  test("an image much larger than its drawing is averaged, not left out", () => {
    const size = 1500;
    const rows = Array.from({ length: size }, (_, i) =>
      Float64Array.from({ length: size }, (__, j) => (i + j) % 2),
    );
    plt.imshow(rows as never, { cmap: "gray" });
    const pixels = decode(images()[0].url);
    expect(pixels.length).toBeLessThan(800);
    const middle = parseInt(pixels[300][300].slice(0, 2), 16);
    expect(middle).toBeGreaterThan(100);
    expect(middle).toBeLessThan(156);
  });

  test("smoothness reaches the mark, and opacity the pixels", () => {
    plt.imshow([[0, 1]], { alpha: 0.4, interpolation: "bilinear" });
    plt.imshow([[0, 1]]);
    expect(images()[0]).toMatchObject({ smooth: true });
    expect(images()[0]).not.toHaveProperty("opacity");
    expect(images()[0].url).not.toBe(images()[1].url);
  });
});

describe("colours that change later", () => {
  test("a mesh takes other limits and colours as an image does", () => {
    const mesh = plt.pcolormesh([
      [0, 1],
      [2, 3],
    ]);
    mesh.setClim(0, 30);
    mesh.setCmap("gray");
    expect(mesh.getClim()).toEqual([0, 30]);
    expect(() => mesh.setClim("0" as never, 1)).toThrow("setClim: expected");
  });

  test("clim, setClim, setCmap and setCmap of the image move picture and colorbar", () => {
    const image = plt.imshow([[0, 1, 2, 3]], { cmap: "gray" });
    const bar = plt.colorbar();
    plt.clim(0, 6);
    expect(image.getClim()).toEqual([0, 6]);
    expect(bar.ax.view("y")).toEqual([0, 6]);
    image.setClim(-1, 3);
    expect(bar.ax.view("y")).toEqual([-1, 3]);
    const last = () =>
      images()
        .map(({ url }) => decode(url)[0])
        .find((row) => row.length === 4)?.[3];
    image.setCmap("gray_r");
    expect(last()).toBe(gray(0));
    plt.setCmap("viridis");
    expect(last()).toBe("fde725");
  });

  test("a colorbar takes its label and ticks later, too", () => {
    plt.imshow([[0, 1]]);
    const bar = plt.colorbar();
    bar.setLabel("weight");
    bar.setTicks([0, 1]);
    expect(bar.ax.yaxis.label.text).toBe("weight");
    expect(bar.ax.ticks("y").major).toEqual([0, 1]);
  });

  test("after a colorbar the current axes are still those of the image", () => {
    plt.imshow([[0, 1]]);
    plt.colorbar();
    plt.title("here");
    expect(openFigures[0].axes[0].titleLabels.center.text).toBe("here");
  });
});

describe("contours", () => {
  const bowl = Array.from({ length: 9 }, (_, i) =>
    Array.from({ length: 9 }, (__, j) => Math.hypot(i - 4, j - 4)),
  );
  const fills = async () => {
    const { marks, warnings } = await drawnMarks(spec());
    expect(warnings).toEqual([]);
    return marks.filter(({ type, items }) => type === "line" && items[0].fill);
  };

  test("take levels from an array, in place or as an option", () => {
    const levels = np.linspace(0, 3, 4);
    expect(plt.contourf(bowl, levels).levels).toEqual([0, 1, 2, 3]);
    expect(plt.contour(bowl, { levels }).levels).toEqual([0, 1, 2, 3]);
    expect(() => plt.contour(bowl, { levels: np.array([2, 1]) })).toThrow(
      "contour: expected levels to be a number or rising numbers, got [2, 1]",
    );
  });

  test("opaque bands lie over one another, clear ones beside one another", async () => {
    const set = plt.contourf(bowl, [0, 1, 2, 3]);
    const gaps = (marks: Awaited<ReturnType<typeof fills>>) =>
      marks.map(({ points }) => points.filter(([x]) => Number.isNaN(x)).length);
    const solid = await fills();
    expect(solid.length).toBe(3);
    expect(set.levels).toEqual([0, 1, 2, 3]);
    plt.close();
    plt.contourf(bowl, [0, 1, 2, 3], { alpha: 0.5 });
    const clear = await fills();
    expect(gaps(clear)).toEqual([0, 1, 1]);
    expect(clear.every(({ items }) => items[0].fillOpacity === 0.5)).toBe(true);
  });

  test("extend adds bands beyond the levels", async () => {
    plt.contourf(bowl, [1, 2], { extend: "both" });
    expect((await fills()).length).toBe(3);
  });

  test("a mesh grid and two lists of coordinates say the same", () => {
    const x = [0, 1, 3];
    const z = [
      [0, 1, 2],
      [1, 2, 3],
    ];
    const [a, b] = np.meshgrid(x, [5, 7]);
    const listed = JSON.stringify((plt.contour(x, [5, 7], z), spec()));
    plt.close();
    expect(JSON.stringify((plt.contour(a, b, z), spec()))).toBe(listed);
  });

  test("of one colour, lines of negative levels are dashed", () => {
    const set = plt.contour(
      [
        [-2, 2],
        [-2, 2],
      ],
      { levels: [-1, 1], colors: "k" },
    );
    expect(set.styles.map(({ linestyle }) => linestyle)).toEqual(["--", "-"]);
  });
});

describe("pcolormesh", () => {
  test("uneven cells are drawn as wide as they are", () => {
    plt.pcolormesh([0, 1, 4], [0, 1], [[0, 1]], { cmap: "gray" });
    const [row] = decode(images()[0].url);
    const dark = row.filter((color) => color === gray(0)).length;
    expect(dark / row.length).toBeCloseTo(0.25, 2);
  });

  test("an even matrix is an image of as many pixels", () => {
    plt.pcolormesh(
      [
        [0, 1, 2],
        [3, 4, 5],
      ],
      { cmap: "gray" },
    );
    expect(decode(images()[0].url)).toEqual([
      [3, 4, 5].map((v) => gray(51 * v)),
      [0, 1, 2].map((v) => gray(51 * v)),
    ]);
  });
});
