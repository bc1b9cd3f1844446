import { describe, expect, test } from "vitest";
import { ndarray } from "../src/array/ndarray";
import * as jnp from "../src/np";
import * as lax from "../src/lax";
import * as jax from "../src/transform";
import { fission } from "../src/transform/fission";
import { closeOver, traceGraph, type Graph } from "../src/transform/graph";
import { flatten } from "../src/transform/tree";

type Step = (carry: ndarray[], x: ndarray, w: ndarray, v: ndarray) => [carry: ndarray[], y: ndarray];

const [length, rows, inner] = [6, 3, 4];
const wave = (...shape: number[]): ndarray =>
  jnp.sin(jnp.arange(shape.reduce((a, b) => a * b, 1)).mul(0.7)).reshape(shape);
const [xs, w, v] = [wave(length, rows, inner), wave(inner, inner), wave(inner, 2).mul(0.5)];

/** Bodies of loops: how many products are computed before and behind them, how many sums they do not carry any more. */
const steps: Record<string, { step: Step; parts: [before: number, behind: number, sums: number] }> = {
  "a product of elements before the loop": {
    step: ([c], x, k) => [[jnp.tanh(c.add(jnp.matmul(x, k)))], c],
    parts: [1, 0, 0],
  },
  "a product of results behind the loop": {
    step: ([c], x, _, u) => [[jnp.tanh(c.mul(0.5).add(x))], jnp.matmul(c.mul(x), u)],
    parts: [0, 1, 0],
  },
  "what follows a product behind the loop": {
    step: ([c], x, _, u) => [[jnp.tanh(c.mul(0.5).add(x))], jnp.exp(jnp.matmul(c, u)).add(1)],
    parts: [0, 1, 0],
  },
  "a sum of products": {
    step: ([c, total], x) => [
      [jnp.tanh(c.mul(0.5).add(x)), total.add(jnp.matmul(jnp.transpose(c), x))],
      c.mul(x),
    ],
    parts: [0, 1, 1],
  },
  "a sum of products of elements": {
    step: ([c, total], x) => [[c.mul(0.5), total.add(jnp.matmul(jnp.transpose(x), x.mul(2)))], c],
    parts: [0, 1, 1],
  },
  "a sum of two products, turned": {
    step: ([c, total], x) => {
      const both = jnp.matmul(jnp.transpose(x), c).add(jnp.transpose(jnp.matmul(jnp.transpose(c), x)));
      return [[jnp.tanh(c.mul(0.5).add(x)), total.add(both)], c];
    },
    parts: [0, 2, 1],
  },
  "a sum that a step reads": {
    step: ([c, total], x) => [
      [jnp.tanh(c.mul(0.5).add(x)), total.add(jnp.matmul(jnp.transpose(c), x))],
      jnp.matmul(x, total),
    ],
    parts: [0, 1, 0],
  },
  "a product that the next step waits for": {
    step: ([c], x, k) => [[jnp.tanh(jnp.matmul(c, k).add(x))], c],
    parts: [0, 0, 0],
  },
  "products of both kinds": {
    step: ([c, total], x, k, u) => {
      const next = jnp.tanh(jnp.matmul(c, k).add(jnp.matmul(x, k)));
      return [[next, total.add(jnp.matmul(jnp.transpose(x), next))], jnp.matmul(next, u)];
    },
    parts: [1, 2, 1],
  },
};

const first = (count: number): ndarray[] => [wave(rows, inner), wave(inner, inner)].slice(0, count);
const countOf = (name: string): number => (/sum|both/.test(name) ? 2 : 1);
const measure = (carry: readonly ndarray[], ys: ndarray): ndarray =>
  [...carry, ys].reduce((sum, one) => sum.add(jnp.sum(jnp.square(one))), jnp.array(0));

describe.each(Object.entries(steps))("a loop with %s", (name, { step, parts }) => {
  const scanned =
    (reverse: boolean) =>
    (all: ndarray, k: ndarray, u: ndarray, carry: ndarray[]): [ndarray[], ndarray] =>
      lax.scan((c, x) => step(c as never, x as never, k, u), carry, all, { reverse }) as never;
  const written =
    (reverse: boolean) =>
    (all: ndarray, k: ndarray, u: ndarray, carry: ndarray[]): [ndarray[], ndarray] => {
      const ys: ndarray[] = [];
      for (let n = 0; n < length; n++) {
        const at = reverse ? length - 1 - n : n;
        [carry, ys[at]] = step(carry, all.at(at), k, u);
      }
      return [carry, jnp.stack(ys)];
    };
  const operands: [ndarray, ndarray, ndarray, ndarray[]] = [xs, w, v, first(countOf(name))];
  const near = (a: unknown, b: unknown): void => {
    const [own, expected] = [flatten(a)[0], flatten(b)[0]] as ndarray[][];
    expect(own.map(({ shape }) => shape)).toEqual(expected.map(({ shape }) => shape));
    own.forEach((x, i) =>
      x.data.forEach((one, at) => expect(Math.abs(one - expected[i].data[at])).toBeLessThan(2e-4)),
    );
  };

  test.each([false, true])("gives what the steps give one by one, backward: %s", (reverse) => {
    near(scanned(reverse)(...operands), written(reverse)(...operands));
    const compiled = jax.jit(scanned(reverse) as never) as unknown as ReturnType<typeof scanned>;
    const again = compiled(...operands);
    near(compiled(xs.mul(-1), w, v, operands[3]), written(reverse)(xs.mul(-1), w, v, operands[3]));
    near(again, written(reverse)(...operands));
  });

  test("has the same gradients", () => {
    const loss =
      (f: ReturnType<typeof scanned>) =>
      (...args: typeof operands): ndarray =>
        measure(...f(...args));
    type Gradient = (...args: typeof operands) => unknown;
    const gradient = (f: ReturnType<typeof scanned>): Gradient =>
      jax.grad(loss(f) as never, [0, 1, 2, 3]) as never;
    const expected = gradient(written(false))(...operands);
    near(gradient(scanned(false))(...operands), expected);
    near((jax.jit(gradient(scanned(false)) as never) as Gradient)(...operands), expected);
  });

  test("has its products taken out", () => {
    const carry = first(countOf(name));
    const graph = traceGraph("test", [w, v, ...carry, xs.at(0)], (k, u, ...rest) => {
      const [next, y] = step(rest.slice(0, -1), rest[rest.length - 1], k, u);
      return [...next, y];
    });
    const made = fission(closeOver(graph).graph, { constants: 2, carried: carry.length, length });
    const products = (one?: Graph): number =>
      one?.equations.filter(({ primitive }) => primitive.name === "dot").length ?? 0;
    const sums = made?.isSum.filter(Boolean).length ?? 0;
    expect([products(made?.before), products(made?.after), sums]).toEqual(parts);
  });
});

test("an element that is carried on has memory of its own", () => {
  const f = (x: ndarray): ndarray[] => {
    const [last] = lax.scan((_, element) => [element, null], jnp.zeros([600]), x.mul(2));
    return [last as ndarray, x.add(5)];
  };
  const x = jnp.arange(2400).reshape([4, 600]).astype("float32");
  expect(jax.jit(f)(x)[0].tolist()).toEqual(f(x)[0].tolist());
});
