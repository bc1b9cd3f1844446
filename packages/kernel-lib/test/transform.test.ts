import { describe, expect, test } from "vitest";
import * as jnp from "../src/np";
import * as nn from "../src/nn";
import { grad, jit, valueAndGrad, vmap } from "../src/transform";

const numbers = (x: unknown): unknown =>
  Array.isArray(x) ? x.map(numbers) : x instanceof jnp.ndarray ? x.tolist() : x;

describe("grad", () => {
  test("differentiates by one argument or several", () => {
    const f = (x: jnp.ndarray, y: jnp.ndarray) => jnp.multiply(jnp.square(x), y);
    expect(grad(f)(3, 4).item()).toBe(24);
    expect(grad(f, 1)(3, 4).item()).toBe(9);
    expect(numbers(grad(f, { argnums: [0, 1] })(3, 4))).toEqual([24, 9]);
    expect(numbers(grad(f, [1])(3, 4))).toEqual([9]);
  });

  test("gives the value along with it", () => {
    expect(numbers(valueAndGrad((x) => jnp.power(x, 3))(2))).toEqual([8, 12]);
  });

  test("can be nested", () => {
    const third = grad(grad(grad((x) => jnp.power(x, 4))));
    expect(third(2).item()).toBe(48);
    const mixed = grad((x) => grad((y: jnp.ndarray) => jnp.multiply(jnp.square(x), jnp.square(y)))(3));
    expect(mixed(2).item()).toBe(24);
  });

  test("hands arguments that are no arrays on", () => {
    expect(
      grad((x: jnp.ndarray, kind: string) => (kind === "square" ? x.mul(x) : x))(3, "square").item(),
    ).toBe(6);
    expect(grad(nn.gelu)(0, { approximate: false }).item()).toBe(0.5);
  });

  test("is 0 for what does not depend on the argument", () => {
    expect(grad((_: jnp.ndarray) => 3)(1).item()).toBe(0);
    expect(grad((x) => jnp.floor(x))(1.5).item()).toBe(0);
  });

  test("keeps JAX's conventions at kinks", () => {
    expect(grad(nn.relu)(0).item()).toBe(0);
    expect(grad(jnp.abs)(0).item()).toBe(1);
    expect(grad((x) => jnp.maximum(x, 0))(0).item()).toBe(0.5);
    expect(grad((x) => jnp.where(jnp.greater(x, 0), x, jnp.multiply(0.1, x)))(0).item()).toBeCloseTo(0.1, 7);
    expect(grad((x) => jnp.where(jnp.greater(x, 0), jnp.log(x), 0))(-1).item()).toBe(0);
  });

  test.each([
    [
      "a result of several elements",
      () => grad(nn.relu)([1, 2]),
      "grad: expected the function to give a scalar, got shape (2,); add it up, or use jax.vmap(jax.grad(f)) for a derivative at each element",
    ],
    [
      "an integer",
      () => grad(nn.relu)(jnp.array(1, jnp.int32)),
      "grad: expected argument 0 to be floating point, got int32",
    ],
    [
      "a result with an axis",
      () => grad((x) => x.mul([1, 2]))(1),
      "grad: expected the function to give a scalar, got shape (2,); add it up, or use jax.vmap(jax.grad(f)) for a derivative at each element",
    ],
    [
      "a truth value",
      () => grad((x) => x.greater(0))(1),
      "grad: expected the function to give a floating-point number, got bool",
    ],
    [
      "no result",
      () => grad(() => undefined)(1),
      "grad: expected the function to give a scalar, got undefined",
    ],
    [
      "a missing argument",
      () => grad((x, y) => jnp.add(x, y), 2)(1, 2),
      "grad: argnums 2 asks for more than the 2 arguments given",
    ],
    ["a bad argnums", () => grad(nn.relu, -1), "grad: expected argnums to be 0, 1, 2, … or a list, got -1"],
    [
      "a misspelt option",
      () => grad(nn.relu, { argnum: 1 } as never),
      'grad: unknown option "argnum"; did you mean "argnums"?',
    ],
    ["an if", () => grad((x) => (Number(x) > 0 ? x : jnp.negative(x)))(1), /jnp\.where in place of if/],
  ])("refuses %s", (_, run, message) => {
    expect(run).toThrow(message as string);
  });
});

describe("vmap", () => {
  test("maps the derivative over arrays of any shape when nested", () => {
    const slope = vmap(grad(nn.tanh));
    expect(slope([0, 200]).tolist()).toEqual([1, 0]);
    expect(
      vmap(slope)([
        [0, 200],
        [0, 0],
      ]).tolist(),
    ).toEqual([
      [1, 0],
      [1, 1],
    ]);
    expect(vmap(valueAndGrad((x) => jnp.square(x)))([1, 2]).map(numbers)).toEqual([
      [1, 4],
      [2, 4],
    ]);
  });

  test("shares arguments without a mapped axis", () => {
    const add = (x: jnp.ndarray, y: jnp.ndarray) => jnp.add(x, y);
    expect(vmap(add, { inAxes: [0, null] })([1, 2], 10).tolist()).toEqual([11, 12]);
    expect(vmap(add, [0, null])([1, 2], [10, 20]).tolist()).toEqual([
      [11, 21],
      [12, 22],
    ]);
    expect(vmap(add, { in_axes: [null, 0] })(1, [10, 20]).tolist()).toEqual([11, 21]);
    expect(
      vmap(add)(
        [1, 2],
        [
          [1, 2],
          [3, 4],
        ],
      ).tolist(),
    ).toEqual([
      [2, 3],
      [5, 6],
    ]);
  });

  test("maps over other axes and puts results along others", () => {
    const x = [
      [1, 2, 3],
      [4, 5, 6],
    ];
    expect(vmap((row) => row.mul([1, 10]), 1)(x).tolist()).toEqual([
      [1, 40],
      [2, 50],
      [3, 60],
    ]);
    expect(vmap((row) => row.mul(2), { inAxes: 0, outAxes: 1 })(x).tolist()).toEqual([
      [2, 8],
      [4, 10],
      [6, 12],
    ]);
    expect(vmap((row) => jnp.sum(row), -1)(x).tolist()).toEqual([5, 7, 9]);
  });

  test("calls what is not elementwise for each example", () => {
    expect(
      vmap((row) => jnp.sum(row))([
        [1, 2],
        [3, 4],
      ]).tolist(),
    ).toEqual([3, 7]);
    expect(
      vmap((row) => nn.softmax(row))([
        [0, 0],
        [1, 1],
      ]).tolist(),
    ).toEqual([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    const both = vmap((row) => ({ sum: jnp.sum(row), parts: [row.mul(2)] }))([[1, 2]]);
    expect({ sum: numbers(both.sum), parts: numbers(both.parts) }).toEqual({ sum: [3], parts: [[[2, 4]]] });
  });

  test("repeats what does not depend on the example", () => {
    expect(vmap((_: jnp.ndarray) => jnp.array(3))([1, 2]).tolist()).toEqual([3, 3]);
  });

  test.each([
    [
      "lengths that differ",
      () => vmap((x, y) => jnp.add(x, y))([1, 2], [1, 2, 3]),
      "vmap: expected mapped axes of equal length, got 2 and 3",
    ],
    [
      "scalars alone",
      () => vmap(nn.relu)(1),
      "vmap: expected at least one argument with an axis to map over",
    ],
    [
      "a missing axis",
      () => vmap(nn.relu, 1)([1, 2]),
      "vmap: axis 1 is out of bounds for an array of 1 axes",
    ],
    [
      "too few axes",
      () => vmap((x, y) => jnp.add(x, y), [0])([1], [1]),
      "vmap: expected inAxes to name 2 axes, one for each argument, got 1",
    ],
  ])("refuses %s", (_, run, message) => {
    expect(run).toThrow(message);
  });
});

describe("jit", () => {
  test("gives what the function gives", () => {
    let calls = 0;
    const f = (x: jnp.ndarray, scale: number) => {
      calls++;
      return jnp.multiply(scale, nn.gelu(jnp.add(x, 1)));
    };
    const fused = jit(f);
    const x = jnp.linspace(-5, 5, 1000);
    const plain = f(x, 2).data;
    const got = fused(x, 2);
    got.data.forEach((y, i) => expect(y).toBeCloseTo(plain[i], 5));
    calls = 0;
    fused(x, 2);
    fused(jnp.linspace(0, 1, 1000), 2);
    expect(calls).toBe(0);
    expect(fused(x, 3).data[500]).toBeCloseTo(f(x, 3).data[500], 5);
    expect(fused([1], 2).shape).toEqual([1]);
    // Once by hand, once for another shape: another number is no reason to follow the function anew.
    expect(calls).toBe(2);
  });

  test("puts gradients of parts side by side, with zeros where there is no part", () => {
    const x = jnp.linspace(-1, 1, 12).reshape([2, 6]);
    const loss = (y: jnp.ndarray) => {
      const [a, b, again] = [y.at(":", "1:3"), y.at(":", "4:6"), y.at(":", "2:5")];
      const whole = jnp.sum(jnp.sin(a).mul(jnp.exp(b)));
      return whole.add(jnp.sum(jnp.square(again))).add(jnp.sum(y.at(0).mul(3)));
    };
    const expected = grad(loss)(x).tolist().flat();
    jit(grad(loss))(x)
      .tolist()
      .flat()
      .forEach((one, i) => expect(one).toBeCloseTo(expected[i], 6));
  });

  test("takes arrays from outside along, broadcasts, keeps types", () => {
    const bias = jnp.array([1, 2, 3]);
    const f = jit((x, y) => ({ sum: jnp.add(jnp.add(x, y), bias), positive: jnp.greater(x, y) }));
    const { sum, positive } = f([[1], [2]], 10);
    expect(sum.tolist()).toEqual([
      [12, 13, 14],
      [13, 14, 15],
    ]);
    expect(positive.tolist()).toEqual([[false], [false]]);
    const whole = jit((x) => jnp.multiply(jnp.add(x, 1), x))(jnp.array([100000, 3], jnp.int32));
    expect([whole.dtype, whole.tolist()]).toEqual(["int32", [1410165408, 12]]);
    expect(jit((x) => jnp.multiply(x, 0.5))(jnp.array([3], jnp.int32)).dtype).toBe("float32");
  });

  test("works within other transformations and around them", () => {
    expect(grad(jit((x: jnp.ndarray) => jnp.square(x)))(3).item()).toBe(6);
    expect(jit(vmap(grad(nn.tanh)))([0, 200]).tolist()).toEqual([1, 0]);
  });

  test("refuses what asks for values", () => {
    expect(() => grad((p) => p)({ params: {} } as never)).toThrow(
      "grad: expected the function to give a scalar, got { params }",
    );
    expect(jit((x) => jnp.sum(x))([1, 2]).item()).toBe(3);
    // As in JAX, a number in the first place is an array to the function, followed once whatever it is.
    let followed = 0;
    const halved = jit((x) => (followed++, x.div(2)));
    expect([halved(3), halved(5)].map(Number)).toEqual([1.5, 2.5]);
    expect(followed).toBe(1);
    expect(() => jit((x) => (x.item() > 0 ? x : x.neg()))(3)).toThrow(/jnp\.where/);
    expect(() => jit((x) => (Number(x) > 0 ? x : x.neg()))(jnp.array(1))).toThrow(/jnp\.where/);
  });

  test("takes options that are named as they are, and follows anew for new ones", () => {
    let followed = 0;
    const f = (
      x: jnp.ndarray,
      { times, shape, scale }: { times: number; shape: number[]; scale: number },
    ) => {
      followed++;
      // Both would fail for what is followed: a loop to it, and a shape of it.
      for (let i = 0; i < times; i++) x = jnp.sin(x);
      return jnp.multiply(jnp.broadcastTo(x, shape), scale);
    };
    const compiled = jit(f, { staticArgnames: ["times", "shape"] });
    const call = (times: number, shape: number[], scale: number) =>
      compiled(0.5, { times, shape, scale }).tolist();
    const plain = (times: number, shape: number[], scale: number) =>
      f(jnp.array(0.5), { times, shape, scale }).tolist();
    expect(call(2, [2], 3)).toEqual(plain(2, [2], 3));
    expect(call(3, [1, 2], 3)).toEqual(plain(3, [1, 2], 3));
    followed = 0;
    // Known options, written anew, and a number that is traced: nothing is followed again.
    expect(call(2, [2], 4)).toEqual(call(2, [2], 2).map((x) => 2 * (x as number)));
    expect(followed).toBe(0);
    expect(() => jit(f, { staticArgnames: "times" })(0.5, { times: 1, shape: [2], scale: 1 })).toThrow(
      /^broadcastTo: the values of/,
    );
  });
});

test("jit takes parameters that are named as they are, wherever they stand", () => {
  const f = jit((x: jnp.ndarray, n: number) => (n > 0 ? x : jnp.multiply(2, x)), { staticArgnames: "n" });
  expect([f(10, 1), f(10, 0)].map(Number)).toEqual([10, 20]);
});

test("float64 stays float64 through choices between plain numbers", () => {
  const x = jnp.array([0.1, -0.1], jnp.float64);
  const slope = vmap(grad((a) => jnp.multiply(jnp.where(jnp.greater(a, 0), 3, 0), jnp.square(a))))(x);
  expect([slope.dtype, slope.tolist()]).toEqual(["float64", [0.6000000000000001, -0]]);
});
