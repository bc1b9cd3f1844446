import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ndarray } from "../src/array/ndarray";
import * as jax from "../src/jax";
import * as jnp from "../src/np";

/** A function of a vector to a vector of the same length, and of the vector to a number. */
type Map = (x: ndarray) => ndarray;

const size = 3;
const matrix = jnp.array([
  [0.5, -0.3, 0.2],
  [0.1, 0.4, -0.6],
  [-0.2, 0.3, 0.7],
]);
const indices = jnp.array([2, 0, 2], jnp.int32);

/** Steps from vector to vector, all smooth where the numbers below lead. */
const steps: Record<string, Map> = {
  tanh: (x) => jnp.tanh(x),
  matmul: (x) => jnp.matmul(matrix, x),
  norm: (x) => jnp.divide(x, jnp.sqrt(jnp.add(jnp.sum(jnp.square(x)), 1))),
  softmax: (x) => jnp.divide(jnp.exp(x), jnp.sum(jnp.exp(x))),
  sine: (x) => jnp.sin(x).mul(1.3),
  outer: (x) => jnp.sum(jnp.multiply(jnp.reshape(x, [size, 1]), jnp.tanh(x)), 1),
  gather: (x) => jnp.take(x, indices).mul(0.7),
  cumsum: (x) => jnp.cumsum(x).mul(0.5),
  reverse: (x) => jnp.flip(x),
  pad: (x) => jnp.concatenate([x.at("1:"), jnp.zeros(1)]).add(0.1),
  where: (x) => jnp.where(jnp.greater(x, -20), jnp.square(x).mul(0.3), x),
  branch: (x) =>
    jax.lax.cond(
      jnp.greater(jnp.sum(jnp.square(x)), -1),
      (y) => jnp.sin(y),
      (y) => jnp.cos(y),
      x,
    ),
  scan: (x) => jax.lax.scan((c, a) => [jnp.tanh(c.add(a)), c.mul(a)], jnp.array(0.2), x)[1],
  loop: (x) => jax.lax.foriLoop(0, 2, (i, y) => jnp.tanh(y).mul(jnp.add(i, 0.5)), x),
};

/** What changes how a function is run, and not what it gives. */
const wrappers: Record<string, (f: Map) => Map> = {
  jit: (f) => jax.jit(f) as Map,
  checkpoint: (f) => jax.checkpoint(f) as Map,
  vmap: (f) => (x) => {
    const both = jax.vmap(f)(jnp.stack([x, x.mul(2)]));
    return both.at(0);
  },
  vmapLast: (f) => (x) =>
    jax
      .vmap(f, { inAxes: 1, outAxes: 1 })(jnp.stack([x.mul(2), x], { axis: 1 }))
      .at(":", 1),
  scan: (f) => (x) => jax.lax.scan((c: ndarray) => [f(c), null], x, null, { length: 1 })[0],
  map: (f) => (x) => jax.lax.map(f, jnp.stack([x, x])).at(1),
  cond: (f) => (x) => jax.lax.cond(jnp.less(jnp.sum(x), 1e9), f, (y: ndarray) => y, x),
  customJvp: (f) =>
    jax
      .customJvp(f)
      .defjvp(([x]: ndarray[], [t]: ndarray[]) => jax.jvp(f, [x] as never, [t] as never)) as Map,
  customVjp: (f) =>
    jax.customVjp(f).defvjp(
      (x: ndarray) => [f(x), x],
      (x: ndarray, ct: ndarray) => jax.vjp(f, x as never)[1](ct as never) as ndarray[],
    ) as Map,
  linearize: (f) => (x) => jax.linearize(f, x as never)[0],
};

const program = fc.record({
  steps: fc.array(fc.constantFrom(...Object.keys(steps)), { minLength: 1, maxLength: 4 }),
  // What goes backward alone cannot be differentiated forward by a rule around it, as in JAX.
  wrappers: fc
    .array(fc.constantFrom(...Object.keys(wrappers)), { minLength: 1, maxLength: 3 })
    .filter((names) => !(names.includes("customVjp") && names.includes("customJvp"))),
  at: fc.array(fc.double({ min: -1.5, max: 1.5, noNaN: true }), { minLength: size, maxLength: size }),
});
const composed =
  (names: readonly string[]): Map =>
  (x) =>
    names.reduce((y, name) => steps[name](y), x);
const weights = jnp.array([1, -0.5, 0.25]);
const near = (got: ndarray, wanted: ndarray, what: string): void => {
  expect(got.shape, what).toEqual(wanted.shape);
  const scale = Math.max(1, ...Array.from(wanted.data, Math.abs));
  got.data.forEach((value, i) => expect(Math.abs(value - wanted.data[i]) / scale, what).toBeLessThan(2e-4));
};

describe("transformations nest in any order", () => {
  test("values, gradients and Hessians are those of the plain function", { timeout: 240_000 }, () => {
    fc.assert(
      fc.property(program, ({ steps: names, wrappers: around, at }) => {
        const plain = composed(names);
        const wrapped = around.reduce((f, name) => wrappers[name](f), plain);
        const x = jnp.array(at);
        const total = (f: Map) => (y: ndarray) => jnp.sum(jnp.multiply(f(y), weights));
        near(wrapped(x), plain(x), "value");
        near(jax.grad(total(wrapped))(x), jax.grad(total(plain))(x), "gradient");
        near(jax.jit(jax.grad(total(wrapped)))(x), jax.grad(total(plain))(x), "compiled gradient");
        if (!around.includes("customVjp")) near(jax.jacfwd(wrapped)(x), jax.jacfwd(plain)(x), "Jacobian");
        const twice = (f: Map) => jax.jacrev(jax.grad(total(f)) as Map)(x);
        near(twice(wrapped), twice(plain), "Hessian");
      }),
      { numRuns: 500 },
    );
  });
});
