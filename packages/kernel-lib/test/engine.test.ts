import { expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as np from "../src/np";
import { dot } from "../src/ops/dot";
import { sum, broadcast } from "../src/ops/broadcast";
import { reduce } from "../src/ops/reduce";
import { sort } from "../src/ops/sort";
import { cumulative } from "../src/ops/cumulative";
import { scatter, gather } from "../src/ops/gather";
import { pad, slice } from "../src/ops/slice";
import { concatenate } from "../src/ops/concatenate";
import { grad, jit, vmap, valueAndGrad } from "../src/transform";

const mm = (a: ndarray, b: ndarray) => dot(a, b, { contract: [[1], [0]], batch: [[], []] });
const total = (x: ndarray) => sum(x, [...x.shape.keys()]);

test("mlp", () => {
  const w1 = np.asarray([
    [0.1, 0.2, -0.3],
    [0.4, -0.5, 0.6],
  ]);
  const w2 = np.asarray([[0.7], [-0.8], [0.9]]);
  const x = np.asarray([
    [1, 2],
    [3, 4],
    [5, -6],
  ]);
  const loss = ({ w1, w2, b }: { w1: ndarray; w2: ndarray; b: ndarray }, x: ndarray) =>
    total(mm(np.tanh(np.add(mm(x, w1), b)), w2).mul(2));
  const params = { w1, w2, b: np.asarray([0.1, 0.2, 0.3]) };
  const g = grad(loss)(params, x);
  const eps = 1e-2;
  for (const key of ["w1", "w2", "b"] as const) {
    const base = params[key];
    for (let i = 0; i < base.size; i++) {
      const shift = (d: number) => {
        const data = Float32Array.from(base.data);
        data[i] += d;
        return loss({ ...params, [key]: new ndarray(data, base.shape, "float32") }, x).item();
      };
      expect(g[key].data[i]).toBeCloseTo((shift(eps) - shift(-eps)) / (2 * eps), 2);
    }
  }
  const jg = jit(valueAndGrad(loss))(params, x)[1];
  for (const key of ["w1", "w2", "b"] as const)
    jg[key].data.forEach((v, i) => expect(v).toBeCloseTo(g[key].data[i], 5));
  const per = vmap(grad(loss), { inAxes: [null, 0] })(params, np.asarray([[[1, 2]], [[3, 4]], [[5, -6]]]));
  expect(per.w1.shape).toEqual([3, 2, 3]);
  for (const key of ["w1", "w2", "b"] as const)
    sum(per[key], [0]).data.forEach((v, i) => expect(v).toBeCloseTo(g[key].data[i], 4));
});

test.each<[string, (x: ndarray) => ndarray]>([
  ["max", (x) => reduce("max", x, [0])],
  ["prod", (x) => reduce("prod", x, [1])],
  ["prod all", (x) => reduce("prod", x, [0, 1])],
  ["sort", (x) => sort(x, 1).mul([1, 2, 3])],
  ["cumsum", (x) => cumulative("sum", x, 0).mul([1, 2, 3])],
  ["cumprod", (x) => cumulative("prod", x, 1)],
  ["cumprod back", (x) => cumulative("prod", x, 1, true)],
  ["cummax", (x) => cumulative("max", x, 1)],
  ["gather", (x) => gather(x, np.asarray([1, 0, 1], np.int32), "clip").mul([1, 2, 3])],
  ["scatter set", (x) => scatter("set", np.square(x), np.asarray([1, 1], np.int32), x)],
  ["scatter max", (x) => scatter("maximum", np.square(x), np.asarray([1, 1], np.int32), x)],
  [
    "scatter mul",
    (x) =>
      scatter(
        "multiply",
        np.square(x),
        np.asarray([1], np.int32),
        slice(x, { starts: [0, 0], limits: [1, 3], strides: [1, 1] }),
      ),
  ],
  ["pad", (x) => pad(x, sum(x, [0, 1]), { low: [1, -1], high: [0, 2], interior: [1, 1] }).mul(2)],
  ["concat", (x) => concatenate([x, np.square(x)], 1)],
  ["broadcast", (x) => broadcast(x, [4, 2, 3]).mul(x)],
])("gradient, vmap, jit of %s", (_, f) => {
  const x = np.asarray([
    [0.5, -1.5, 2],
    [1.25, 0.75, -0.5],
  ]);
  const loss = (x: ndarray) => total(np.sin(f(x)));
  const g = grad(loss)(x);
  const eps = 1e-3;
  for (let i = 0; i < x.size; i++) {
    const shift = (d: number) => {
      const data = Float64Array.from(x.data);
      data[i] += d;
      return loss(new ndarray(data, x.shape, "float64")).item();
    };
    expect(g.data[i]).toBeCloseTo((shift(eps) - shift(-eps)) / (2 * eps), 3);
  }
  jit(grad(loss))(x).data.forEach((v, i) => expect(v).toBeCloseTo(g.data[i], 4));
  const batch = np.asarray([x, np.multiply(x, 0.5), np.negative(x)] as never);
  const mapped = vmap(grad(loss))(batch);
  [x, np.multiply(x, 0.5), np.negative(x)].forEach((one, k) =>
    grad(loss)(one).data.forEach((v, i) => expect(mapped.data[k * 6 + i]).toBeCloseTo(v, 4)),
  );
  const last = vmap(grad(loss), { inAxes: 2, outAxes: 2 })(np.moveaxis(batch, 0, 2));
  np.moveaxis(last, 2, 0).data.forEach((v, i) => expect(v).toBeCloseTo(mapped.data[i], 5));
});
