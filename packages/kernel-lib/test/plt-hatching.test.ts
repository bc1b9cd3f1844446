import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isInside } from "../src/plt/clipping";
import { patternOver } from "../src/plt/hatching";
import * as plt from "../src/plt";
import { checkedSpec } from "./plt-checked";
import type { FigureBase } from "../src/plt/model/figure";

type Point = [number, number];

const { patterns } = JSON.parse(
  readFileSync(new URL("../../../reference/data/hatches.json", import.meta.url), "utf8"),
) as { patterns: Record<string, Point[][]> };

/** Up as in matplotlib is down here. */
const turned = ([x, y]: Point): Point => [x, 1 - y];

const distanceToLine = ([x, y]: Point, [[ax, ay], [bx, by]]: readonly (readonly number[])[]) =>
  Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / Math.hypot(bx - ax, by - ay);

const centre = (points: readonly (readonly number[])[]): Point => [
  (Math.min(...points.map(([x]) => x)) + Math.max(...points.map(([x]) => x))) / 2,
  (Math.min(...points.map(([, y]) => y)) + Math.max(...points.map(([, y]) => y))) / 2,
];

test.each(Object.keys(patterns))("the pattern %s is matplotlib's", (pattern) => {
  const { strokes, filled } = patternOver(pattern, [0, 0, 1, 1], 1);
  const lines = strokes.filter((path) => path.length === 2);
  const shapes = [...strokes, ...filled].filter((path) => path.length > 2);
  for (const part of patterns[pattern]) {
    const points = part.map(turned);
    const [first, last] = [points[0], points[points.length - 1]];
    if (points.length === 2) {
      // One that only touches a corner belongs to the squares beside.
      if (!middles([first, last]).some((point) => isInside(point, [box]))) continue;
      const along = lines.filter((line) => [first, last].every((end) => distanceToLine(end, line) < 1e-6));
      expect(along.length).toBeGreaterThan(0);
    } else {
      // The outlines of circles are curves there, with an inner one where they are not filled.
      const there = shapes.filter((shape) => {
        const [a, b] = [centre(shape), centre(points)];
        return Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.02;
      });
      expect(there.length).toBeGreaterThan(0);
    }
  }
  const crossing = (line: readonly (readonly number[])[]) =>
    middles(line).some((point) => isInside(point, [box]));
  const theirs = patterns[pattern].filter((part) => part.length === 2).map((part) => part.map(turned));
  expect(lines.filter(crossing)).toHaveLength(theirs.filter(crossing).length);
});

const [near, far] = [1e-6, 1 - 1e-6];
const box: Point[] = [
  [near, near],
  [far, near],
  [far, far],
  [near, far],
];

const middles = (line: readonly (readonly number[])[]): Point[] =>
  Array.from({ length: 101 }, (_, k): Point => {
    const t = k / 100;
    return [line[0][0] + t * (line[1][0] - line[0][0]), line[0][1] + t * (line[1][1] - line[0][1])];
  });

test("a pattern stays within its shape", () => {
  plt.close("all");
  const [figure, axes] = plt.subplots();
  axes.setXlim(0, 4);
  axes.setYlim(0, 4);
  axes.fill([1, 3, 2], [1, 1, 3], { hatch: "x.o" });
  const found: [number, number][] = [];
  const visit = (layer: Record<string, unknown>): void => {
    const {
      mark,
      data,
      layer: inner,
    } = layer as {
      mark?: { stroke?: unknown; fill?: unknown };
      data?: { values: { x?: (number | null)[]; y?: (number | null)[] }[] };
      layer?: Record<string, unknown>[];
    };
    inner?.forEach(visit);
    const [values] = data?.values ?? [];
    if (mark && values?.x && values.y && values.x.length > 4) {
      values.x.forEach((x, i) => x !== null && found.push([x, values.y?.[i] as number]));
    }
  };
  visit(checkedSpec(figure as unknown as FigureBase) as Record<string, unknown>);
  expect(found.length).toBeGreaterThan(50);
  const within = ([x, y]: [number, number]) => y >= 1 - 1e-6 && y <= 1 + 2 * Math.min(x - 1, 3 - x) + 1e-5;
  expect(found.filter((point) => !within(point))).toEqual([]);
});
