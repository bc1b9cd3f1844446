import { describe, expect, test } from "vitest";
import * as data from "../src/data";
import * as jax from "../src/jax";
import * as np from "../src/np";
import { reference } from "./stored";

const sklearn = reference<{
  stratified: [size: number, counts: number[]][];
  sizes: [n: number, size: number, testing: number][];
}>("datasets");

const key = jax.random.PRNGKey(4);

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
