import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as nn from "../src/nn";
import * as np from "../src/np";
import * as random from "../src/random";
import { arrays, floats, shapes } from "./arbitraryArrays";
import { mostUlps } from "./stored";

const vectors = fc.array(floats, { maxLength: 30 }).map((values) => np.array(values));
const withAxis = arrays
  .filter((x) => x.ndim > 0)
  .chain((x) => fc.tuple(fc.constant(x), fc.integer({ min: -x.ndim, max: x.ndim - 1 })));

const same = (a: np.ndarray, b: np.ndarray): void => {
  expect(a.shape).toEqual(b.shape);
  expect(a.dtype).toBe(b.dtype);
  expect(a.data).toEqual(b.data);
};

describe("arrays", () => {
  const holds = (name: string, property: fc.IRawProperty<unknown>): void =>
    test(name, () => void fc.assert(property as fc.IProperty<unknown>, { numRuns: 200, seed: 7 }));

  holds(
    "are what their lists say",
    fc.property(arrays, (x) => {
      if (x.size === 0) return;
      same(np.array(x.tolist(), { dtype: x.dtype === "bool" ? undefined : x.dtype }), x);
      expect(x.data.length).toBe(x.size);
    }),
  );
  holds(
    "have views that undo each other",
    fc.property(withAxis, ([x, axis]) => {
      same(x.T.T, x);
      same(x.ravel().reshape(x.shape), x);
      same(x.flip(axis).flip(axis), x);
      same(x.roll(3, { axis }).roll(-3, { axis }), x);
      same(x.expandDims(axis).squeeze(axis < 0 ? axis : axis), x);
      same(x.swapaxes(0, axis).swapaxes(0, axis), x);
    }),
  );
  holds(
    "are joined of their parts",
    fc.property(withAxis, fc.integer({ min: 0, max: 5 }), ([x, axis], cut) => {
      same(np.concatenate(x.split([cut], axis), { axis }), x);
      if (x.shape[0] > 0) same(np.stack([...x]), x);
    }),
  );
  holds(
    "are sorted, and by argsort's indices",
    fc.property(vectors, (x) => {
      const sorted = x.sort().data;
      expect([...sorted].map(String)).toEqual(
        [...x.take(x.argsort()).data].map((y) => String(y === 0 ? 0 : y)),
      );
      for (let i = 1; i < sorted.length; i++) expect(sorted[i - 1] > sorted[i]).toBe(false);
      expect(x.unique().size).toBe(new Set([...x.data].map((y) => (y === 0 ? 0 : y))).size);
    }),
  );
  holds(
    "are sliced as lists are",
    fc.property(
      vectors,
      fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
      fc.option(fc.integer({ min: -40, max: 40 }), { nil: undefined }),
      fc.integer({ min: -5, max: 5 }).filter((step) => step !== 0),
      (x, start, stop, step) => {
        const n = x.size;
        const clip = (i: number, low: number, high: number): number =>
          Math.min(high, Math.max(low, i < 0 ? i + n : i));
        const from =
          start === undefined ? (step > 0 ? 0 : n - 1) : clip(start, step > 0 ? 0 : -1, step > 0 ? n : n - 1);
        const to =
          stop === undefined ? (step > 0 ? n : -1) : clip(stop, step > 0 ? 0 : -1, step > 0 ? n : n - 1);
        const wanted: number[] = [];
        for (let i = from; step > 0 ? i < to : i > to; i += step) wanted.push(x.data[i]);
        expect([...x.at(`${start ?? ""}:${stop ?? ""}:${step}`).data]).toEqual(wanted);
      },
    ),
  );
  holds(
    "are reduced along one axis after the other as along both",
    fc.property(
      arrays.filter((x) => x.ndim >= 2 && x.dtype !== "float32" && x.dtype !== "float64"),
      (x) => {
        same(x.sum({ axis: [0, 1] }), x.sum({ axis: 0 }).sum({ axis: 0 }).astype(x.sum().dtype));
        if (x.size > 0) same(x.max({ axis: [0, 1] }), x.max({ axis: 1 }).max({ axis: 0 }));
        same(x.any({ axis: [0, 1] }), x.any({ axis: 1 }).any({ axis: 0 }));
      },
    ),
  );
  holds(
    "print without fail, and so that floats can be read back",
    fc.property(vectors, (x) => {
      const read = np.arrayStr(x).replace(/[[\]]/g, "").split(/\s+/).filter(Boolean);
      const numbers = read.map((word) => Number(word.replace("inf", "Infinity").replace("nan", "NaN")));
      const largest = Math.max(0, ...[...x.data].filter(Number.isFinite).map(Math.abs));
      const unit = largest < 1e6 ? 1e-8 : 0;
      numbers.forEach((number, i) => {
        const y = x.data[i];
        if (!Number.isFinite(y)) return expect(number).toBe(y);
        expect(Math.abs(number - y)).toBeLessThanOrEqual(unit + 1e-7 * Math.abs(y));
      });
      expect(numbers.length).toBe(x.size);
    }),
  );
  holds(
    "print in every shape",
    fc.property(arrays, (x) => {
      expect(String(x).split("[").length).toBe(String(x).split("]").length);
      expect(np.arrayRepr(x)).toMatch(/^array\(/);
    }),
  );
  holds(
    "multiply as sums of products",
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 6 }),
      (m, k, n) => {
        const key = random.PRNGKey(m * 100 + k * 10 + n);
        const [a, b] = [random.normal(key, [m, k]), random.normal(random.foldIn(key, 1), [k, n])];
        const c = np.matmul(a, b);
        const wanted = np.sum(np.multiply(a.reshape(m, k, 1), b.reshape(1, k, n)), { axis: 1 });
        expect(np.allclose(c, wanted, { atol: 1e-5 })).toBe(true);
      },
    ),
  );
});

describe("functions along axes", () => {
  const finite = fc
    .tuple(
      shapes.filter((shape) => shape.length > 0 && !shape.includes(0)),
      fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 256, maxLength: 256 }),
    )
    .map(([shape, values]) =>
      np
        .array(
          values.slice(
            0,
            shape.reduce((a, b) => a * b, 1),
          ),
        )
        .reshape(shape),
    );
  const holds = (name: string, property: fc.IRawProperty<unknown>): void =>
    test(name, () => void fc.assert(property as fc.IProperty<unknown>, { numRuns: 200, seed: 7 }));

  holds(
    "softmax sums to 1, and is not changed by a shift",
    fc.property(finite, fc.integer({ min: -50, max: 50 }), (x, shift) => {
      const y = nn.softmax(x);
      expect(np.allclose(y.sum({ axis: -1 }), 1)).toBe(true);
      expect(y.data.every((p: number) => p >= 0 && p <= 1)).toBe(true);
      expect(np.allclose(nn.softmax(np.add(x, shift)), y, { atol: 1e-4, rtol: 1e-3 })).toBe(true);
      expect(np.allclose(np.exp(nn.logSoftmax(x)), y, { atol: 1e-5, rtol: 1e-4 })).toBe(true);
    }),
  );
  holds(
    "logsumexp lies between the largest and that plus log n",
    fc.property(finite, (x) => {
      const [y, most] = [nn.logsumexp(x).item(), x.max().item()];
      expect(y).toBeGreaterThanOrEqual(most - 1e-4);
      expect(y).toBeLessThanOrEqual(most + Math.log(x.size) + 1e-4);
      expect(nn.logmeanexp(x).item()).toBeCloseTo(y - Math.log(x.size), 4);
    }),
  );
  holds(
    "standardize gives mean 0 and variance 1",
    fc.property(finite, (x) => {
      const y = nn.standardize(x, { axis: null, epsilon: 0 });
      if (x.std().item() < 1e-3) return;
      expect(Math.abs(y.mean().item())).toBeLessThan(1e-4);
      expect(y.var().item()).toBeCloseTo(1, 3);
    }),
  );
});

describe("draws", () => {
  const keys = fc.integer({ min: -(2 ** 53) + 1, max: 2 ** 53 - 1 }).map((seed) => random.PRNGKey(seed));
  const holds = (name: string, property: fc.IRawProperty<unknown>): void =>
    test(name, () => void fc.assert(property as fc.IProperty<unknown>, { numRuns: 100, seed: 7 }));

  holds(
    "lie in their ranges",
    fc.property(
      keys,
      fc.integer({ min: -1000, max: 1000 }),
      fc.integer({ min: 1, max: 1000 }),
      (key, low, span) => {
        const inside = (x: np.ndarray): boolean => x.data.every((y: number) => y >= low && y < low + span);
        expect(inside(random.randint(key, [50], low, low + span))).toBe(true);
        expect(
          random
            .uniform(key, [50], { minval: low, maxval: low + span })
            .data.every((y: number) => y >= low && y <= low + span),
        ).toBe(true);
        expect(random.truncatedNormal(key, -1, 2, [50]).data.every((y: number) => y > -1 && y < 2)).toBe(
          true,
        );
        expect([...random.permutation(key, 20).sort().data]).toEqual(Array.from({ length: 20 }, (_, i) => i));
        expect(new Set(random.choice(key, 20, [10], { replace: false }).data).size).toBe(10);
      },
    ),
  );
  holds(
    "are the same from the same key, in part as in whole",
    fc.property(keys, fc.integer({ min: 0, max: 20 }), (key, n) => {
      const all = random.normal(key, [40]);
      expect(mostUlps(random.normal(key, [n]).data, all.data.slice(0, n), "float32")).toBe(0);
    }),
  );
});
