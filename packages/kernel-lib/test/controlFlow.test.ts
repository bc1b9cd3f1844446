import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as jnp from "../src/np";
import * as lax from "../src/lax";
import * as jax from "../src/transform";
import { reshape } from "../src/ops/layout";
import { sliceAxis } from "../src/ops/slice";

const sum = (x: ndarray) => jnp.sum(x);
const scanned = (w: ndarray, xs: ndarray) => {
  const [last, ys] = lax.scan(
    (carry, x) => {
      const next = jnp.tanh(jnp.add(jnp.multiply(carry, w), x));
      return [next, jnp.multiply(next, x)];
    },
    jnp.zeros([2]),
    xs,
  );
  return jnp.add(sum(last), sum(jnp.square(ys)));
};
const written = (w: ndarray, xs: ndarray) => {
  let carry = jnp.zeros([2]);
  let total = jnp.array(0);
  for (let i = 0; i < 3; i++) {
    const x = reshape(sliceAxis(xs, 0, i, i + 1), [2]);
    carry = jnp.tanh(jnp.add(jnp.multiply(carry, w), x));
    total = total.add(sum(jnp.square(jnp.multiply(carry, x))));
  }
  return jnp.add(sum(carry), total);
};
const w = jnp.array([0.5, -0.7]);
const xs = jnp.array([
  [0.1, 0.2],
  [-0.3, 0.4],
  [0.5, -0.6],
]);

describe("scan", () => {
  test("is the loop that it stands for, with its derivatives", () => {
    const near = (a: ndarray, b: ndarray) => a.data.forEach((v, i) => expect(v).toBeCloseTo(b.data[i], 4));
    near(scanned(w, xs), written(w, xs));
    const [a, b] = [jax.grad(scanned, [0, 1])(w, xs), jax.grad(written, [0, 1])(w, xs)];
    near(a[0], b[0]);
    near(a[1], b[1]);
    near(jax.jit(jax.grad(scanned))(w, xs), b[0]);
    near(jax.grad(jax.jit(scanned))(w, xs), b[0]);
    near(jax.hessian(scanned)(w, xs), jax.hessian(written)(w, xs));
    near(jax.jacfwd(jax.jit(scanned))(w, xs), b[0]);
    const ws = jnp.array([
      [0.5, -0.7],
      [1, 2],
    ]);
    const per = jax.vmap(jax.grad(scanned), [0, null])(ws, xs);
    near(per, jnp.array([b[0], jax.grad(written)(jnp.array([1, 2]), xs)] as never));
    near(jax.vmap(jax.jit(jax.grad(scanned)), [0, null])(ws, xs), per);
    near(jax.jit(jax.vmap(jax.grad(scanned), [0, null]))(ws, xs), per);
    near(jax.grad(jax.checkpoint(scanned))(w, xs), b[0]);
    near(jax.jit(jax.grad(jax.checkpoint(scanned)))(w, xs), b[0]);
  });
});

const near = (a: ndarray, b: ndarray) => {
  expect(a.shape).toEqual(b.shape);
  a.data.forEach((v, i) => expect(v).toBeCloseTo(b.data[i], 4));
};
const f = (x: ndarray) => jnp.sin(x).mul(x);
const g = (x: ndarray) => jnp.exp(x.mul(0.5));
const both = (x: ndarray) => lax.cond(x.greater(0.5), f, g, x);

describe("cond", () => {
  test("chooses, with its derivatives", () => {
    const points = jnp.array([-1, 0.2, 0.7, 2]);
    const slopes = jnp.array(
      [-1, 0.2, 0.7, 2].map((x) => (x > 0.5 ? jax.grad(f)(x) : jax.grad(g)(x)).item()),
    );
    near(
      jax.vmap(both)(points),
      jnp.array([-1, 0.2, 0.7, 2].map((x) => (x > 0.5 ? f(jnp.array(x)) : g(jnp.array(x))).item())),
    );
    near(jax.vmap(jax.grad(both))(points), slopes);
    near(jax.jit(jax.vmap(jax.grad(both)))(points), slopes);
    near(jax.vmap(jax.jit(jax.grad(both)))(points), slopes);
    [-1, 0.2, 0.7, 2].forEach((x, i) => {
      expect(jax.jit(jax.grad(both))(x).item()).toBeCloseTo(slopes.data[i], 4);
      expect(jax.grad(jax.jit(both))(x).item()).toBeCloseTo(slopes.data[i], 4);
      expect(
        jax
          .jit(jax.grad(jax.grad(both)))(x)
          .item(),
      ).toBeCloseTo((x > 0.5 ? jax.grad(jax.grad(f)) : jax.grad(jax.grad(g)))(x).item(), 4);
      expect(jax.jvp(jax.jit(both), [x], [1])[1].item()).toBeCloseTo(slopes.data[i], 4);
    });
    const inScan = (x: ndarray) =>
      lax.scan(
        (c, i) => [
          lax.cond(
            i.greater(1),
            (v) => jnp.sin(v),
            (v) => v.mul(x),
            c,
          ),
          null,
        ],
        x,
        jnp.array([0, 1, 2, 3], jnp.int32),
      )[0];
    const plain = (x: ndarray) => jnp.sin(jnp.sin(x.mul(x).mul(x)));
    expect(jax.grad(inScan)(0.8).item()).toBeCloseTo(jax.grad(plain)(0.8).item(), 4);
    expect(jax.jit(jax.grad(inScan))(0.8).item()).toBeCloseTo(jax.grad(plain)(0.8).item(), 4);
    expect(
      jax
        .jit(jax.grad(jax.grad(inScan)))(0.8)
        .item(),
    ).toBeCloseTo(jax.grad(jax.grad(plain))(0.8).item(), 3);
    near(jax.vmap(jax.grad(inScan))([0.8, 0.1]), jax.vmap(jax.grad(plain))([0.8, 0.1]));
  });
});

describe("loops", () => {
  test("go on while a condition holds", () => {
    const doubled = (x: ndarray) =>
      lax.whileLoop(
        (y) => y.less(100),
        (y) => y.mul(2),
        x,
      );
    expect(doubled(jnp.array(1)).item()).toBe(128);
    expect(jax.vmap(doubled)([1, 3, 200]).tolist()).toEqual([128, 192, 200]);
    expect(jax.jit(jax.vmap(doubled))([1, 3, 200]).tolist()).toEqual([128, 192, 200]);
    expect(jax.jvp(doubled, [1], [1]).map(Number)).toEqual([128, 128]);
    expect(() => jax.grad(doubled)(1)).toThrow(/lax.whileLoop: cannot be differentiated in reverse/);
    const power = (x: ndarray) => lax.foriLoop(0, 3, (_, y) => jnp.multiply(y, x), jnp.array(1));
    expect(jax.grad(power)(2).item()).toBe(12);
    expect(jax.grad(jax.grad(power))(2).item()).toBe(12);
    expect(() => lax.scan((c) => [jnp.greater(c, 1), null], 0, [1])).toThrow(
      "scan: expected carry to stay float32 of shape (), got bool of shape ()",
    );
  });
});

describe("rules of one's own", () => {
  test("are what is differentiated by", () => {
    const h = jax
      .customJvp((x: ndarray) => jnp.sin(x))
      .defjvp(([x]: ndarray[], [t]: ndarray[]) => [jnp.sin(x), t.mul(2)]);
    const k = jax
      .customVjp((x: ndarray, y: ndarray) => x.mul(y))
      .defvjp(
        (x: ndarray, y: ndarray) => [x.mul(y), { x }],
        ({ x }: { x: ndarray }, ct: ndarray) => [ct.mul(10), ct.mul(x)],
      );
    expect(h(0).item()).toBe(0);
    expect(jax.grad(h)(0).item()).toBe(2);
    expect(jax.jit(jax.grad(h))(1).item()).toBe(2);
    expect(jax.vmap(jax.grad(h))([0, 1]).tolist()).toEqual([2, 2]);
    expect(
      jax
        .grad((x: ndarray) => sum(jax.vmap(h)(x)))([0, 1])
        .tolist(),
    ).toEqual([2, 2]);
    expect(jax.grad(k, [0, 1])(2, 3).map(Number)).toEqual([10, 2]);
    expect(
      jax
        .jit(jax.grad(k, [0, 1]))(2, 3)
        .map(Number),
    ).toEqual([10, 2]);
    expect(
      jax
        .vmap(jax.grad(k, [0, 1]))([2, 4], [3, 3])
        .map((x) => x.tolist()),
    ).toEqual([
      [10, 10],
      [2, 4],
    ]);
    expect(
      jax
        .grad((x: ndarray, y: ndarray) => sum(jax.vmap(k, [0, null])(x, y)), [0, 1])([2, 4], 3)
        .map((x) => x.tolist()),
    ).toEqual([[10, 10], 6]);
    expect(() => jax.jvp(k, [2, 3], [1, 1])).toThrow(/in reverse only/);
  });

  test("reach across named axes", () => {
    const share = (x: ndarray) => x.div(lax.psum(x, "i"));
    expect(jax.vmap(share, { axisName: "i" })([1, 3]).tolist()).toEqual([0.25, 0.75]);
    const slope = jax.grad((x: ndarray) => sum(jax.vmap(share, { axisName: "i" })(x).mul([1, 2])))([1, 3]);
    near(slope, jnp.array([-3 / 16, 1 / 16]));
    near(
      jax.vmap(
        (x: ndarray) => lax.scan((c, _) => [lax.pmean(c.mul(x), "i"), null], x, null, { length: 2 })[0],
        { axisName: "i" },
      )([1, 3]),
      jnp.array([10, 10]),
    );
  });
});
