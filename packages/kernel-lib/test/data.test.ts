import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
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
  stratified: [size: number, counts: number[]][];
  sizes: [n: number, size: number, testing: number][];
}>("datasets");

const key = jax.random.PRNGKey(4);
const folder = mkdtempSync(join(tmpdir(), "tslinen-data-"));
afterAll(() => rmSync(folder, { recursive: true }));
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

describe("data.split", () => {
  test("divides as scikit-learn does", () => {
    for (const [n, testSize, testing] of sklearn.sizes) {
      const [train, rest] = data.split(np.arange(n), { key, testSize });
      expect([train.length, rest.length]).toEqual([n - testing, testing]);
      expect([...train.data, ...rest.data].sort((a, b) => a - b)).toEqual([...Array(n).keys()]);
    }
  });

  test("keeps classes in proportion", () => {
    const labels = np.repeat(
      np.array([0, 1, 2], { dtype: np.int32 }),
      np.array([50, 30, 20], { dtype: np.int32 }),
    );
    for (const [testSize, counts] of sklearn.stratified) {
      const [, { y }] = data.split({ y: labels }, { key, testSize, stratify: labels });
      expect([0, 1, 2].map((label) => [...y.data].filter((one) => one === label).length)).toEqual(counts);
    }
  });

  test("keeps rows together, in lists and objects, and without a key the order", () => {
    const [train, rest] = data.split([np.arange(8), np.arange(8).mul(10)], { key });
    expect(train[1].tolist()).toEqual(train[0].mul(10).tolist());
    expect(rest[0].length).toBe(2);
    const [first, last] = data.split({ x: [1, 2, 3, 4], y: { z: [[1], [2], [3], [4]] } });
    expect([first.x.tolist(), last.y.z.tolist()]).toEqual([[1, 2, 3], [[4]]]);
  });

  test.each([
    [
      "arrays of different length",
      () => data.split({ x: [1, 2], y: [1, 2, 3] }),
      /^split: .*\(2,\) and \(3,\) at \.y/,
    ],
    ["what is no array", () => data.split({ x: "a" }), /^split: expected arrays at \.x, got "a"/],
    ["all for testing", () => data.split([1, 2], { testSize: 2 }), /^split: expected testSize/],
    ["half an example", () => data.split([1, 2, 3], { testSize: 1.5 }), /^split: expected testSize/],
    [
      "too few classes",
      () => data.split([1, 2, 3], { stratify: [0, 1] }),
      /^split: expected a class for each of 3/,
    ],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe("data.batches", () => {
  const x = np.arange(10).reshape([5, 2]);
  const y = np.arange(5, { dtype: np.int32 });

  test("goes through all rows, in order, by the key, with or without the last", () => {
    const plain = data.batches({ x, y }, 2);
    expect(plain.length).toBe(3);
    expect([...plain].map((batch) => batch.x.shape)).toEqual([
      [2, 2],
      [2, 2],
      [1, 2],
    ]);
    expect(
      [...data.batches([x, y] as const, 2, { dropLast: true })].map(([, labels]) => labels.tolist()),
    ).toEqual([
      [0, 1],
      [2, 3],
    ]);
    const order = [...data.batches({ x, y }, 2, { key })].flatMap((batch) => [...batch.y.data]);
    expect(order).toEqual(jax.random.permutation(key, 5).tolist());
    const shuffled = data.batches({ x, y }, 5, { key, drop_last: true });
    for (const batch of shuffled) expect(batch.x.tolist()).toEqual(order.map((i) => [2 * i, 2 * i + 1]));
    expect([...shuffled][0].y.tolist()).toEqual(order);
  });

  test("gives batches that an optimiser can follow", () => {
    const [one] = data.batches(x, 3);
    expect(
      jax
        .grad((w: np.ndarray) => np.sum(one.mul(w)))(np.ones(2))
        .tolist(),
    ).toEqual([6, 9]);
  });

  test.each([
    [
      "batches of nothing",
      () => data.batches(x, 0),
      /^batches: expected size to be a whole number of at least 1/,
    ],
    ["a number for a key", () => data.batches(x, 1, { key: 3 as never }), /^permutation: expected a key/],
    ["no arrays", () => data.batches({}, 1), /^batches: expected arrays, got none/],
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(message);
  });
});

describe("data.csv", () => {
  test("reads numbers, truth values and texts", async () => {
    const text = 'n,x,name,ok\r\n1,1.5,"a ""b"", c",true\r\n2,,"two\nlines",False\r\n-3,1e3, d ,TRUE\r\n';
    const file = join(folder, "table.csv");
    writeFileSync(file, `\uFEFF${text}`);
    const table = await data.csv(file);
    expect(Object.keys(table)).toEqual(["n", "x", "name", "ok"]);
    const { n, x, name, ok } = table as Record<string, np.ndarray>;
    expect([n.dtype, x.dtype, ok.dtype]).toEqual(["int32", "float32", "bool"]);
    expect([n, x, ok].map((column) => column.tolist())).toEqual([
      [1, 2, -3],
      [1.5, NaN, 1000],
      [true, false, true],
    ]);
    expect(name).toEqual(['a "b", c', "two\nlines", "d"]);
    expect(data.parseCsv(text, { dtype: "float64" }).n).toMatchObject({ dtype: "float64" });
  });

  test("takes separators and names", () => {
    expect(data.parseCsv("1\t2\n3\t4", { sep: "\t", header: false })).toMatchObject({ 0: { shape: [2] } });
    expect(Object.keys(data.parseCsv("1;2", { sep: ";", header: ["a", "b"] }))).toEqual(["a", "b"]);
    expect(data.parseCsv("")).toEqual({});
  });

  test("names what is wrong", async () => {
    expect(() => data.parseCsv("a,b\n1,2\n3")).toThrow(
      "parseCsv: expected 2 fields in every line, got 1 in line 3",
    );
    expect(() => data.parseCsv('a\n"b')).toThrow("parseCsv: expected a closed quote in line 2");
    await expect(data.csv(join(folder, "none.csv"))).rejects.toThrow(
      /^csv: could not read ".*": there is no such file/,
    );
  });
});

describe("data.mnist", () => {
  /** An IDX file. */
  const idx = (shape: number[], values: number[]) =>
    Uint8Array.from([0, 0, 8, shape.length, ...shape.flatMap((n) => [0, 0, n >> 8, n & 255]), ...values]);
  const images = Array.from({ length: 2 * 28 * 28 }, (_, i) => i % 251);
  const files: Record<string, Uint8Array> = {
    "train-images-idx3-ubyte.gz": gzipSync(idx([2, 28, 28], images)),
    "train-labels-idx1-ubyte.gz": gzipSync(idx([2], [7, 3])),
    "t10k-images.idx3-ubyte": idx([1, 28, 28], images.slice(0, 784)),
    "t10k-labels.idx1-ubyte": idx([1], [9]),
  };
  const expectMnist = ({ train, test: rest }: Awaited<ReturnType<typeof data.mnist>>) => {
    expect([train.image.dtype, train.label.dtype]).toEqual(["uint8", "int32"]);
    expect([train.image.shape, rest.image.shape]).toEqual([
      [2, 28, 28],
      [1, 28, 28],
    ]);
    expect([...train.image.data]).toEqual(images);
    expect([train.label.tolist(), rest.label.tolist()]).toEqual([[7, 3], [9]]);
  };

  test("reads a folder, gzipped or not", async () => {
    for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, name), bytes);
    expectMnist(await data.mnist(folder));
    await expect(data.mnist(join(folder, "none"))).rejects.toThrow(/^mnist: the folder ".*" does not exist/);
    writeFileSync(
      join(folder, "train-images-idx3-ubyte.gz"),
      files["train-images-idx3-ubyte.gz"].subarray(0, 99),
    );
    await expect(data.mnist(folder)).rejects.toThrow(/^mnist: ".*" is broken: /);
    writeFileSync(join(folder, "train-images-idx3-ubyte.gz"), gzipSync(Buffer.from("<html>")));
    await expect(data.mnist(folder)).rejects.toThrow(/^mnist: ".*" is not an IDX file/);
    rmSync(join(folder, "train-images-idx3-ubyte.gz"));
    await expect(data.mnist(folder)).rejects.toThrow(/has no file train-images-idx3-ubyte\.gz/);
  });

  test("fetches from an address, keeps what it fetched, and says so when nobody answers", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      const name = (request.url ?? "").split("/").at(-1) ?? "";
      asked.push(name);
      response.statusCode = Object.hasOwn(files, name) ? 200 : 404;
      response.end(files[name]);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mnist/`;
    const cache = join(folder, "cache");
    expectMnist(await data.mnist(address, { cache }));
    const [own] = readdirSync(cache);
    expect(readdirSync(join(cache, own)).sort()).toEqual(Object.keys(files).sort());
    await expect(data.mnist(`${address}other`, { cache: join(folder, "other") })).resolves.toBeDefined();
    await new Promise((resolve) => server.close(resolve));
    const before = asked.length;
    expectMnist(await data.mnist(address, { cache }));
    expect(asked.length).toBe(before);
    const empty = join(folder, "empty");
    await expect(data.mnist(address, { cache: empty })).rejects.toThrow(
      /^mnist: could not read http:.*: nobody answers \(.*\); nothing is kept in ".*Give a folder with the four files/,
    );
    expect(existsSync(empty)).toBe(false);
  });
});
