import { createRequire } from "node:module";
import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import * as plt from "../src/plt";
import type { Frame } from "../src/plt/model/artist";
import { thinLine, verbatimLine } from "../src/plt/thinning/line";
import { pixels } from "../src/plt/thinning/pixels";
import { thinPoints, verbatimPoints } from "../src/plt/thinning/points";
import { svgOf } from "../src/plt/picture";
import { specOf } from "../src/plt/spec/figure";
import { closeFigure, openFigures } from "../src/plt/state/openFigures";
import type { Interval, Scale } from "../src/plt/model/scale";
import { linearScale } from "../src/plt/model/scales/linear";
import { logScale } from "../src/plt/model/scales/log";

const { Resvg } = createRequire(import.meta.url)("@resvg/resvg-js") as {
  Resvg: new (svg: string, options: object) => { render(): { width: number; pixels: Uint8Array } };
};

const [width, height] = [496, 369.6];

function limits(values: ArrayLike<number>, scale: Scale): Interval {
  const finite = Array.from(values).filter(
    (v) => Number.isFinite(scale.forward(v)) && scale.forward(v) > -999,
  );
  const [low, high] = finite.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)], [Infinity, -Infinity]);
  return low < high ? [low, high] : [0, 1];
}

function frameOf(x: ArrayLike<number>, y: ArrayLike<number>, scale: Scale = linearScale): Frame {
  const axis = (values: ArrayLike<number>, s: Scale) => ({ name: "", scale: s, view: limits(values, s) });
  return { width, height, pt: 100 / 72, x: axis(x, linearScale), y: axis(y, scale), interactive: false };
}

/** Draws a line at twice its size and averages, for finer shades. */
function draw(frame: Frame, x: ArrayLike<number>, y: ArrayLike<number>, of: ArrayLike<number>): Float64Array {
  const px = pixels(frame, "x", x);
  const py = pixels(frame, "y", y);
  let pen = "M";
  const path = Array.from(of, (i) => {
    if (!Number.isFinite(py[i])) {
      pen = "M";
      return "";
    }
    const step = `${pen}${px[i].toFixed(3)},${(height - py[i]).toFixed(3)}`;
    pen = "L";
    return step;
  }).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="496" height="370"><path d="${path}" fill="none" stroke="black" stroke-width="2.083" stroke-linejoin="round"/></svg>`;
  const image = new Resvg(svg, { fitTo: { mode: "zoom", value: 2 } }).render();
  const all = image.pixels;
  const shades = new Float64Array(496 * 370);
  for (let at = 0; at < all.length / 4; at++) {
    const [row, column] = [Math.floor(at / image.width), at % image.width];
    shades[(row >> 1) * 496 + (column >> 1)] += all[4 * at + 3] / 4;
  }
  return shades;
}

let seed = 7;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const count = 12_000;
const index = Float64Array.from({ length: count }, (_, i) => i);
let walk = 0;

const lines: [string, Float64Array, ArrayLike<number>][] = [
  ["a sine", index, index.map((i) => Math.sin(i / 700))],
  ["a walk", index, index.map(() => (walk += random() - 0.5))],
  ["noise", index, index.map(() => random() + random() + random())],
  ["a noisy decay", index, index.map((i) => Math.exp(-i / 1600) + 0.02 * random())],
  ["spikes", index, index.map(() => (random() < 1e-3 ? random() : 0))],
  ["falling x", index.map((i) => -i), index.map((i) => Math.sin((i / 1500) ** 2))],
  ["gaps", index, index.map((i) => (i % 3000 < 200 ? NaN : Math.sin(i / 2000)))],
  ["a spiral", index.map((i) => i * Math.cos(i / 700)), index.map((i) => i * Math.sin(i / 700))],
];

describe.each(lines)("of %s, 12,000 points", (_, x, y) => {
  const frame = frameOf(x, y);
  const kept = thinLine(frame, x, y) as Uint32Array;

  test("few points are kept, in order, the ends among them", () => {
    expect(kept.length).toBeLessThanOrEqual(8200);
    expect(kept.every((i, k) => k === 0 || i > kept[k - 1])).toBe(true);
    expect([kept[0], kept[kept.length - 1]]).toEqual([0, count - 1]);
  });

  test("less than a thousandth of the pixels differ by more than a shade", () => {
    const all = draw(
      frame,
      x,
      y,
      Uint32Array.from({ length: count }, (__, i) => i),
    );
    const thin = draw(frame, x, y, kept);
    const differing = all.reduce((n, shade, i) => n + (Math.abs(shade - thin[i]) > 32 ? 1 : 0), 0);
    expect(differing / all.length).toBeLessThan(1e-3);
  });
});

test("a short line is drawn as it is", () => {
  const x = index.subarray(0, verbatimLine);
  expect(thinLine(frameOf(x, x), x, x)).toBeUndefined();
});

test("what lies outside the axes costs next to nothing", () => {
  const y = index.map(() => random());
  const frame = {
    ...frameOf(index, y),
    x: { name: "", scale: linearScale, view: [4_000, 4_100] as Interval },
  };
  const kept = thinLine(frame, index, y) as Uint32Array;
  expect(kept.length).toBeLessThan(120);
  expect(Array.from({ length: 99 }, (_, i) => 4_001 + i).every((i) => kept.includes(i))).toBe(true);
});

test("on a logarithmic axis, extremes of every column stay", () => {
  const y = index.map((i) => Math.exp(-i / 2000) * (1 + random()));
  const frame = frameOf(index, y, logScale);
  const kept = thinLine(frame, index, y) as Uint32Array;
  const extreme = (of: ArrayLike<number>) => Math.max(...Array.from(of, (i) => y[i]));
  expect(extreme(kept)).toBe(extreme(index));
  expect(kept.length).toBeLessThan(8200);
});

test("gaps stay, each as one point", () => {
  const y = index.map((i) => (i >= 100 && i < 8_000 ? NaN : i === 10_000 ? Infinity : 0.5));
  const kept = [...(thinLine(frameOf(index, [0, 1]), index, y) as Uint32Array)];
  expect(kept.filter((i) => !Number.isFinite(y[i])).length).toBe(2);
  expect(kept).toContain(99);
  expect(kept).toContain(8_000);
});

test("no path, however it runs, strays from its simplified self by more than twice a ninth of a pixel", () => {
  const coordinate = fc.double({ min: -1, max: 1, noNaN: true });
  const path = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 40 });
  fc.assert(
    fc.property(path, (turns) => {
      // A path of straight stretches, each of many points, back and forth.
      const per = Math.ceil((verbatimLine + 10) / turns.length);
      const along = (axis: 0 | 1) =>
        Float64Array.from({ length: per * turns.length }, (_, i) => {
          const k = Math.floor(i / per);
          const next = turns[Math.min(k + 1, turns.length - 1)];
          return turns[k][axis] + ((next[axis] - turns[k][axis]) * (i % per)) / per;
        });
      const [x, y] = [along(0), along(1)];
      const frame = frameOf([-1, 1], [-1, 1]);
      const kept = thinLine(frame, x, y) as Uint32Array;
      const [px, py] = [pixels(frame, "x", x), pixels(frame, "y", y)];
      let farthest = 0;
      for (let k = 1; k < kept.length; k++) {
        for (let i = kept[k - 1] + 1; i < kept[k]; i++) {
          // A run back and forth is drawn once: by the stretches beside as well as by the one the point is on.
          let nearest = Infinity;
          for (let near = Math.max(1, k - 3); near <= Math.min(kept.length - 1, k + 3); near++) {
            const [a, b] = [kept[near - 1], kept[near]];
            nearest = Math.min(nearest, distance(px[i], py[i], px[a], py[a], px[b], py[b]));
          }
          farthest = Math.max(farthest, nearest);
        }
      }
      expect(farthest).toBeLessThanOrEqual(2 / 9);
    }),
    { numRuns: 60 },
  );
});

/** The distance of a point from a stretch of line. */
function distance(x: number, y: number, ax: number, ay: number, bx: number, by: number): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const t =
    length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

describe("scattered points", () => {
  const many = 30_000;
  const [x, y] = [Float64Array.from({ length: many }, random), Float64Array.from({ length: many }, random)];
  const frame = frameOf(x, y);

  /** Which pixels discs paint, a pixel counting by its centre. */
  function painted(of: ArrayLike<number>, radius: number): Set<number> {
    const [px, py] = [pixels(frame, "x", x), pixels(frame, "y", y)];
    const found = new Set<number>();
    for (const i of Array.from(of)) {
      for (let row = Math.floor(py[i] - radius); row <= py[i] + radius; row++) {
        for (let column = Math.floor(px[i] - radius); column <= px[i] + radius; column++) {
          if (Math.hypot(column + 0.5 - px[i], row + 0.5 - py[i]) <= radius) found.add(1000 * row + column);
        }
      }
    }
    return found;
  }

  test("few are drawn as they are", () => {
    expect(thinPoints(frame, x.subarray(0, verbatimPoints), y, [9], true)).toBeUndefined();
  });

  test("of discs those that are hidden are left out, and the same pixels are painted", () => {
    const kept = thinPoints(frame, x, y, [8.4], true) as Uint32Array;
    expect(kept.length).toBeLessThan(many / 2);
    expect(kept.every((i, k) => k === 0 || i > kept[k - 1])).toBe(true);
    const whole = Uint32Array.from(x, (_, i) => i);
    // Only at the rim of the axes, beyond which nothing is noted, may pixels differ.
    const inside = (set: Set<number>) =>
      [...set].filter((at) => at >= 5000 && at % 1000 > 5 && at % 1000 < 490 && at < 364_000);
    expect(inside(painted(kept, 4.2)).length).toBe(inside(painted(whole, 4.2)).length);
  });

  test("of markers that others shine through, one a pixel stays, the topmost", () => {
    const kept = thinPoints(frame, x, y, [8.4], false) as Uint32Array;
    const cell = (i: number) =>
      `${Math.floor(pixels(frame, "x", x)[i])},${Math.floor(pixels(frame, "y", y)[i])}`;
    const last = new Map(Array.from(x.subarray(0, 200), (_, i) => [cell(many - 200 + i), many - 200 + i]));
    expect([...last.values()].every((i) => kept.includes(i))).toBe(true);
    expect(new Set(Array.from(kept.subarray(0, 500), cell)).size).toBe(500);
  });

  test("those outside the axes are left out, but not those whose rim shows", () => {
    const outside = x.map((value, i) => (i < 100 ? 1 + 3 / width : i < 200 ? 2 : value));
    const kept = [...(thinPoints(frame, outside, y, [8.4], false) as Uint32Array)];
    expect(kept.filter((i) => i < 100).length).toBeGreaterThan(50);
    expect(kept.filter((i) => i >= 100 && i < 200).length).toBe(0);
  });
});

describe("in a figure", () => {
  afterEach(() => {
    [...openFigures].forEach(closeFigure);
    plt.rcdefaults();
  });
  const y = index.map((i) => Math.sin(i / 500) + random());
  const bytes = () => JSON.stringify(specOf(openFigures[0])).length;

  test("a long line is thinned, and not where path.simplify is off", () => {
    plt.plot(y);
    const thinned = bytes();
    const { tslinen } = specOf(openFigures[0]).usermeta as { tslinen: { thinned: object[]; note: string } };
    expect(tslinen.thinned).toEqual([{ points: count, drawn: expect.any(Number) as number }]);
    expect(tslinen.note).toContain("path.simplify");
    plt.rcParams["path.simplify"] = false;
    expect(bytes()).toBeGreaterThan(1.5 * thinned);
    expect(specOf(openFigures[0])).not.toHaveProperty("usermeta");
  });

  const long = 80_000;
  test.each([
    ["a quiet curve", (i: number) => Math.sin(i / 4000)],
    ["a noisy curve, drawn as a band", (i: number) => Math.sin(i / 4000) + 0.2 * random()],
  ])(
    "the picture of %s differs from that of the whole in less than a thousandth of its pixels",
    (name, f) => {
      plt.plot(Array.from({ length: long }, (_, i) => f(i)));
      const svg = () => svgOf(specOf(openFigures[0], { interactive: false }));
      const shades = (of: string) =>
        Uint8Array.from(new Resvg(of, { font: { loadSystemFonts: false } }).render().pixels);
      const drawing = svg();
      expect(/ d="M[^"]{5000,}Z"/.test(drawing)).toBe(name !== "a quiet curve");
      const thinned = shades(drawing);
      plt.rcParams["path.simplify"] = false;
      const whole = shades(svg());
      let differing = 0;
      for (let at = 0; at < whole.length; at += 4) {
        if ([0, 1, 2].some((part) => Math.abs(whole[at + part] - thinned[at + part]) > 32)) differing++;
      }
      expect(differing / (whole.length / 4)).toBeLessThan(1e-3);
    },
  );

  test("a gap in a long line is a gap in its picture", () => {
    plt.plot(
      index,
      index.map((i) => (i > 4000 && i < 8000 ? NaN : Math.sin(i / 500))),
    );
    const [, path] = / d="(M[^"]{1000,})"/.exec(svgOf(specOf(openFigures[0], { interactive: false }))) ?? [];
    expect(path.match(/M/g)?.length).toBe(2);
  });

  test("a legend finds its place beside a million points", () => {
    const million = Float64Array.from({ length: 1e6 }, (_, i) => i);
    plt.plot(million, million, { label: "up" });
    plt.legend();
    expect(JSON.stringify(specOf(openFigures[0]))).toContain('"orient":"top-left"');
  });

  test("a staircase keeps its steps", () => {
    plt.step(index, index);
    const data = JSON.stringify(specOf(openFigures[0]));
    expect(data.length).toBeGreaterThan(20_000);
  });

  test("marked and unmarked parts of a line are thinned each on its own", () => {
    plt.plot(index, y, "o-");
    expect(bytes()).toBeLessThan(400_000);
  });

  test("sizes and colours of scattered points go with their points", () => {
    const n = 25_000;
    const spots = Array.from({ length: n }, () => random());
    plt.scatter(
      spots,
      spots.map(() => random()),
      { c: spots, s: spots.map((v) => 5 + 20 * v) },
    );
    const [, written] = /"values":\[(\{"x":\[.*?\})\]/.exec(JSON.stringify(specOf(openFigures[0]))) ?? [];
    const { x, size, color } = JSON.parse(written) as { x: number[]; size: number[]; color: string[] };
    expect(x.length).toBeLessThan(n);
    expect([size.length, color.length]).toEqual([x.length, x.length]);
    const pt = 100 / 72;
    x.slice(0, 100).forEach((v, k) => expect(size[k]).toBeCloseTo((5 + 20 * v) * pt ** 2, 1));
  });
});
