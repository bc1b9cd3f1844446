import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import * as data from "../src/data";
import * as jax from "../src/jax";
import * as np from "../src/np";
import { reference, type Stored } from "./stored";

interface Described {
  data: { shape: number[]; sha256: string };
  target: { shape: number[]; sha256: string };
  targetNames: string[];
  featureNames: string[];
}

const sklearn = reference<{
  digits: Described;
  iris: Described;
  moons: [n: number, points: Stored[]][];
  circles: [n: number, points: Stored[]][];
  blobs: { centers: number[][]; points: Stored[] };
}>("datasets");

const key = jax.random.PRNGKey(4);
const sha256 = (array: np.ndarray) => createHash("sha256").update(array.data).digest("hex");
/** Labels are int64 in scikit-learn, points float64. */
const points = ([x, y]: Stored[]) => [x, y].map(numbersOf);
const numbersOf = ({ dtype, shape, bytes }: Stored): number[] | number[][] => {
  const buffer = Uint8Array.from(Buffer.from(bytes, "base64")).buffer;
  const flat =
    (dtype as string) === "int64"
      ? [...new BigInt64Array(buffer)].map(Number)
      : [...new Float64Array(buffer)];
  if (shape.length === 1) return flat;
  return Array.from({ length: shape[0] }, (_, i) => flat.slice(i * shape[1], (i + 1) * shape[1]));
};
/** Rows of points as texts, so that they can be sorted. */
const sorted = (x: np.ndarray, y: np.ndarray) =>
  [...x].map((row, i) => `${[...row.data].map((v) => v.toFixed(4)).join()} ${y.data[i]}`).sort();

describe("the sets that come along are scikit-learn's", () => {
  test.each(["digits", "iris"] as const)("%s", (name) => {
    const own = data[name]();
    const { data: rows, target, ...names } = sklearn[name];
    expect(own.data.shape).toEqual(rows.shape);
    expect(sha256(own.data)).toBe(rows.sha256);
    expect(own.target.shape).toEqual(target.shape);
    expect(sha256(own.target)).toBe(target.sha256);
    expect(own).toMatchObject(names);
    expect(own.description).toMatch(/CC BY 4\.0.*scikit-learn, BSD-3-Clause/);
  });

  test("images of digits are the rows, and a second call gives the same arrays", () => {
    const { images, data: rows } = data.digits();
    expect(np.arrayEqual(images.reshape([1797, 64]), rows)).toBe(true);
    expect(data.digits().images).toBe(images);
  });
});

describe("sets of points", () => {
  test.each(["moons", "circles"] as const)("%s lie where scikit-learn's do", (name) => {
    for (const [n, stored] of sklearn[name]) {
      const [x, y] = points(stored) as [number[][], number[]];
      const own =
        name === "moons"
          ? data.moons(key, n, { shuffle: false })
          : data.circles(key, n, { shuffle: false, factor: 0.5 });
      expect(own[1].tolist()).toEqual(y);
      expect(np.allclose(own[0], x, { atol: 1e-6 })).toBe(true);
    }
  });

  test("blobs without width stand on their middles, in scikit-learn's order", () => {
    const { centers, points: stored } = sklearn.blobs;
    const own = data.blobs(key, 7, { centers, clusterStd: 0, shuffle: false });
    expect(own.map((part) => part.tolist())).toEqual(points(stored));
  });

  test("arms of a spiral go from the middle to the circle, a third of a turn apart", () => {
    const [x, y] = data.spirals(key, [4, 4, 4], { classes: 3, turns: 0.5, shuffle: false });
    expect(y.tolist()).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2]);
    const ends = [...x].filter((_, i) => i % 4 === 3).map((row) => [...row.data]);
    [Math.PI, (5 / 3) * Math.PI, (7 / 3) * Math.PI].forEach((angle, i) => {
      expect(ends[i][0]).toBeCloseTo(Math.cos(angle), 6);
      expect(ends[i][1]).toBeCloseTo(Math.sin(angle), 6);
    });
  });

  test.each([
    ["moons", (noise: number, shuffle: boolean) => data.moons(key, 400, { noise, shuffle })],
    ["circles", (noise: number, shuffle: boolean) => data.circles(key, 400, { noise, shuffle })],
    ["spirals", (noise: number, shuffle: boolean) => data.spirals(key, 400, { noise, shuffle })],
    ["blobs", (clusterStd: number, shuffle: boolean) => data.blobs(key, 400, { clusterStd, shuffle })],
  ])("%s follow from the key, are shuffled, and have noise of the deviation asked for", (_, make) => {
    const [exact, classes] = make(0, false);
    expect(make(0, false)[0].tolist()).toEqual(exact.tolist());
    expect(classes.tolist()).toEqual([...(classes.tolist() as number[])].sort());
    const [shuffled, order] = make(0, true);
    expect(order.tolist()).not.toEqual(classes.tolist());
    expect(sorted(shuffled, order)).toEqual(sorted(exact, classes));
    const moved = make(0.5, false)[0].sub(exact);
    expect(np.std(moved).item()).toBeCloseTo(0.5, 1);
    expect(Math.abs(np.mean(moved).item())).toBeLessThan(0.06);
  });

  test.each([
    [
      "a seed in place of a key",
      () => data.moons(3 as never),
      /^moons: expected a key from PRNGKey.*PRNGKey\(3\)/,
    ],
    [
      "no points",
      () => data.moons(key, 0),
      /^moons: expected nSamples to be a whole number of at least 1, got 0/,
    ],
    [
      "three half moons",
      () => data.moons(key, [1, 2, 3]),
      /^moons: expected a number of points for each of 2/,
    ],
    [
      "noise below 0",
      () => data.spirals(key, 9, { noise: -1 }),
      /^spirals: expected noise of at least 0, got -1/,
    ],
    [
      "an inner circle outside",
      () => data.circles(key, 9, { factor: 1 }),
      /^circles: expected factor .* got 1/,
    ],
    ["middles in a row", () => data.blobs(key, 9, { centers: [1, 2] }), /^blobs: expected centers as rows/],
    [
      "two widths of three blobs",
      () => data.blobs(key, 9, { clusterStd: [1, 2] }),
      /^blobs: expected clusterStd/,
    ],
    [
      "a misspelled option",
      () => data.moons(key, 9, { noize: 1 } as never),
      /^moons: unknown option "noize".*"noise"/,
    ],
  ])("refuse %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});
