import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as np from "../src/np";
import { grad, jit, vmap } from "../src/transform";

const x = np.array([
  [0.5, -1.5, 2, 3],
  [1.25, 0.75, -0.5, -4],
  [2.5, 1.5, -2.5, 0.25],
]);
const places = np.array([2, 0, 2], np.int32);

/** Functions of an array of shape (3, 4) that give an array: all are followed by every transformation. */
const functions: [string, (x: ndarray) => ndarray][] = [
  ["reshape", (x) => x.reshape(2, -1)],
  ["transpose", (x) => x.transpose()],
  ["transpose by name", (x) => np.transpose(x, { axes: [1, 0] })],
  ["expandDims by name", (x) => np.expandDims(x, { axis: 1 })],
  ["moveaxis", (x) => np.moveaxis(x, 0, 1)],
  ["broadcastTo", (x) => np.broadcastTo(x, [2, 3, 4])],
  ["flip", (x) => np.flip(x, 1)],
  ["rot90", (x) => np.rot90(x)],
  ["rot90 thrice", (x) => np.rot90(x, { k: 3 })],
  ["roll", (x) => np.roll(x, 5)],
  ["roll of axes", (x) => np.roll(x, [1, -1], [0, 1])],
  ["repeat", (x) => np.repeat(x, 2, 1)],
  ["repeat by counts", (x) => np.repeat(x, [1, 0, 3], 0)],
  ["tile", (x) => np.tile(x, [2, 1, 2])],
  ["concatenate", (x) => np.concatenate([x, np.square(x)], 1)],
  ["stack", (x) => np.stack([x, np.square(x)], 2)],
  ["dstack", (x) => np.dstack([x, x])],
  ["columnStack", (x) => np.columnStack([x, x.at(":", 0)])],
  [
    "block",
    (x) =>
      np.block([
        [x, x],
        [np.square(x), x],
      ]),
  ],
  ["append", (x) => np.append(x, [1, 2])],
  ["split", (x) => np.split(x, 2, 1)[1]],
  ["arraySplit", (x) => np.arraySplit(x, 3, 1)[0]],
  ["unstack", (x) => np.unstack(x, 1)[2]],
  ["take", (x) => np.take(x, places, 1)],
  ["takeAlongAxis", (x) => np.takeAlongAxis(x, [[0, 1, 1, 0]], 0)],
  ["putAlongAxis", (x) => np.putAlongAxis(x, [[1], [0], [3]], np.square(x.at(":", ":1")), 1)],
  ["put", (x) => np.put(x, [0, -1], x.at(0, "1:3"))],
  ["resize", (x) => np.resize(x, [5, 4])],
  ["choose", (x) => np.choose([0, 1, 1, 0], [x, np.square(x)])],
  ["compress", (x) => np.compress([true, false, true], x, 1)],
  ["at number", (x) => x.at(-1)],
  ["at slices", (x) => x.at("::-1", "1::2")],
  ["at list and slice", (x) => x.at(places, "1:3")],
  ["at two lists", (x) => x.at([0, 1], [2, 3])],
  ["at apart", (x) => x.at(null, [0, 1], null, [2, 3])],
  ["at mask", (x) => x.at(np.array([true, false, true]))],
  ["at mask of all", (x) => x.at(np.greater(np.arange(12).reshape(3, 4), 5))],
  ["with number", (x) => x.with([1, 2], 3)],
  ["with rows", (x) => x.with([places], np.square(x))],
  ["with slices", (x) => x.with(["1:", "::2"], x.at(0, ":2"))],
  ["with mask", (x) => x.with(x.greater(0), 7)],
  ["withAdd", (x) => x.withAdd([places], np.square(x))],
  [
    "withMultiply",
    (x) =>
      x.withMultiply(
        [
          [0, 1],
          [2, 3],
        ],
        [2, 3],
      ),
  ],
  ["withMin", (x) => x.withMin([[0, 0], 1], [-5, 9])],
  ["withMax", (x) => x.withMax([":", 1], x.at(":", 2))],
  ["tril", (x) => np.tril(x, { k: 1 })],
  ["diag", (x) => np.diag(x, 1)],
  ["diag of a vector", (x) => np.diag(x.at(0), -1)],
  ["diagflat", (x) => np.diagflat(x)],
  ["trace", (x) => np.trace(x, { offset: 1 })],
  ["fillDiagonal", (x) => np.fillDiagonal(x, x.at(0, ":3"))],
  ["full", (x) => np.full([2, 3, 4], x)],
  ["meshgrid", (x) => np.meshgrid(x.at(0), x.at(":", 1))[1]],
  [
    "a list",
    (x) =>
      np.array([
        [x.at(0, 0), 1],
        [2, x.at(1, 1)],
      ]),
  ],
  ["rows", (x) => np.stack([...x].reverse())],
  [
    "entries",
    (x) => [...x.entries()].reduce((sum, [i, row]) => np.add(sum, np.multiply(row, i)), np.zeros(4)),
  ],
];

function expectClose(got: ndarray, wanted: ndarray, digits = 4): void {
  expect(got.shape).toEqual(wanted.shape);
  wanted.data.forEach((value, i) => expect(got.data[i]).toBeCloseTo(value, digits));
}

describe.each(functions)("%s", (_, f) => {
  const loss = (x: ndarray): ndarray => np.sum(np.sin(np.multiply(f(x), 0.7)));

  test("has the gradient of central differences", () => {
    const slope = grad(loss)(x);
    const step = 1e-4;
    for (let i = 0; i < x.size; i++) {
      const shifted = (by: number): number => {
        const data = Float64Array.from(x.data);
        data[i] += by;
        return loss(new ndarray(data, x.shape, "float64")).item();
      };
      expect(slope.data[i]).toBeCloseTo((shifted(step) - shifted(-step)) / (2 * step), 3);
    }
  });

  test("gives the same compiled", () => {
    expectClose(jit(f)(x), f(x));
    expectClose(jit(grad(loss))(x), grad(loss)(x));
  });

  test.each([0, 1, 2])("gives the same mapped along axis %i", (axis) => {
    const parts = [x, np.multiply(x, 0.5), np.negative(x)];
    if (f(parts[1]).shape.join() !== f(x).shape.join()) return;
    const mapped = vmap(f, { inAxes: axis })(np.stack(parts, axis));
    expectClose(mapped, np.stack(parts.map(f)));
  });
});

describe("indices that are followed", () => {
  const pick = (i: ndarray): ndarray => x.at(i, 1);
  const add = (i: ndarray): ndarray => x.withAdd([i, 1], 10);

  test("count from the end, and end at the ends", () => {
    expect(jit(pick)(-1).item()).toBe(1.5);
    expect(jit(pick)(9).item()).toBe(1.5);
    expect(vmap(pick)(np.array([0, 1, 2], np.int32)).tolist()).toEqual([-1.5, 0.75, 1.5]);
    expect(jit((i: ndarray) => np.take([1, 2], i))(5).item()).toBeNaN();
  });

  test("that lie outside change nothing", () => {
    expect(jit(add)(9).tolist()).toEqual(x.tolist());
    expect(jit(add)(-1).at(2, 1).item()).toBe(11.5);
    const mapped = vmap(add)(np.array([0, 2], np.int32));
    expect(mapped.at(":", ":", 1).tolist()).toEqual([
      [8.5, 0.75, 1.5],
      [-1.5, 0.75, 11.5],
    ]);
  });

  test("select by truth values only where these are known", () => {
    expect(() => jit((x: ndarray) => x.at(x.greater(0)))(x)).toThrowError(/^at .*not known/);
    expect(jit((x: ndarray) => x.with(x.less(0), 0))(x).tolist()).toEqual(x.with(x.less(0), 0).tolist());
  });
});

test("what Python names, an object names", () => {
  expect(np.zeros({ shape: [2] }).tolist()).toEqual([0, 0]);
  expect(np.full([2], { fillValue: 3 }).tolist()).toEqual([3, 3]);
  expect(np.full({ shape: [2], fillValue: 3, dtype: np.int32 }).dtype).toBe("int32");
  expect(np.reshape(np.ones(4), { shape: [2, 2] }).shape).toEqual([2, 2]);
  expect(np.diag([1, 2], { k: 1 }).shape).toEqual([3, 3]);
});

test("an array of one element is a number where one is asked for", () => {
  expect((np.array(42) as unknown as number) + 1).toBe(43);
  expect(1 + (grad((x: ndarray) => np.square(x))(3) as unknown as number)).toBe(7);
  expect(np.zeros(np.array(2) as unknown as number).shape).toEqual([2]);
  expect(np.sum([[1, 2]], np.array(1) as unknown as number).tolist()).toEqual([3]);
});

test("conditions ask for one truth value", () => {
  const truth = (x: ndarray): boolean =>
    (x as unknown as Record<symbol, () => boolean>)[Symbol.for("tslinen.condition")]();
  expect([np.array(2), np.array([false])].map(truth)).toEqual([true, false]);
  expect(() => truth(np.ones(2))).toThrowError(/^ndarray: expected one truth value.*any\(\).*jnp\.where/);
  expect(() => jit((x: ndarray) => (truth(x) ? x : x))(1)).toThrowError(/jnp\.where .*lax\.cond/);
});

test("arrays are named as they are, their lists can be mapped, and JAX's indexing is answered", () => {
  expect(x.constructor.name).toBe("ndarray");
  expect(x.tolist().map((row) => row.map((value) => value * 2)[0])).toEqual([1, 2.5, 5]);
  expect(x.greater(0).tolist<boolean[][]>()[0][0]).toBe(true);
  const brackets = x.at as unknown as { set(value: number): ndarray }[];
  expect(() => brackets[0].set(10)).toThrowError(/^at: .*x\.with\(0, value\)/);
});

describe("what Python names, an object names", () => {
  test.each([
    ["round", () => np.round([3.14159], { decimals: 2 }).item(), Math.fround(3.14)],
    ["clip from below", () => np.clip([-2, 2], { min: 0 }).tolist(), [0, 2]],
    ["clip from above", () => np.clip([-2, 2], { max: 0 }).tolist(), [-2, 0]],
    ["clip on both sides", () => np.clip([-2, 0.5, 2], -1, { max: 1 }).tolist(), [-1, 0.5, 1]],
  ])("%s", (_, run, wanted) => {
    expect(run()).toEqual(wanted);
  });

  test("and messages name the function that was called", () => {
    expect(() => np.clip([1], { min: "x" as never })).toThrow(/^clip: min: expected numbers/);
    expect(() => np.resultType()).toThrow(
      "resultType: expected at least one array, dtype or number, got none",
    );
  });
});

test("sorting and what leaves out NaN are followed", () => {
  const x = np.array([3, NaN, 1, 2]);
  expect(jit((v: np.ndarray) => np.argsort(v))(x).tolist()).toEqual([2, 3, 0, 1]);
  expect(jit((v: np.ndarray) => np.nansum(v))(x).item()).toBe(6);
  expect(jit((v: np.ndarray) => np.nanmax(v))(x).item()).toBe(3);
  expect(jit((v: np.ndarray) => np.countNonzero(v))(x).item()).toBe(4);
  const slope = grad((v: np.ndarray) => np.sum(np.multiply(np.sort(v), [1, 2, 3])));
  expect((slope([3, 1, 2]) as np.ndarray).tolist()).toEqual([3, 1, 2]);
  expect(() => jit((v: np.ndarray) => np.unique(v))(x)).toThrow(/^unique: /);
  expect(() => jit((v: np.ndarray) => np.nonzero(v)[0])(x)).toThrow(/^nonzero: /);
});

test("trapezoid takes points of any shape, and distances", () => {
  const y = [
    [1, 1, 1],
    [2, 2, 2],
  ];
  const x = [
    [0, 1, 2],
    [0, 2, 4],
  ];
  expect(np.trapezoid(y, { x }).tolist()).toEqual([2, 8]);
  expect(np.trapezoid(y, { x: [0, 1, 3] }).tolist()).toEqual([3, 6]);
  expect(np.trapezoid(y, { dx: [1, 2] }).tolist()).toEqual([3, 6]);
  expect(np.trapezoid(y, { x: [0, 2], axis: 0 }).tolist()).toEqual([3, 3, 3]);
  const slope = grad((v: np.ndarray) => np.trapezoid(v, { dx: 2 }));
  expect((slope([1, 2, 3]) as np.ndarray).tolist()).toEqual([1, 2, 1]);
});

test("a hypotenuse is infinite beside an infinite side", () => {
  expect(np.hypot([Infinity, NaN, -Infinity, NaN], [NaN, -Infinity, 1, 1]).tolist()).toEqual([
    Infinity,
    Infinity,
    Infinity,
    NaN,
  ]);
});
