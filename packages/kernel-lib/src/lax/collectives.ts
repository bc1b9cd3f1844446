import { ndarray } from "../array/ndarray";
import { mapped, multiply, scalar } from "../ops/map";
import { bindOne } from "../ops/bind";
import type { Primitive } from "../ops/primitive";
import { sum } from "../ops/broadcast";
import { front } from "../ops/layout";
import { reduce } from "../ops/reduce";
import { arraysOf, type Strict } from "../transform/arguments";
import { BatchTracer, namedAxis } from "../transform/batch";
import * as e from "../expr";

interface AcrossParams {
  readonly axisName: string;
}

/** Adds up over all examples of a mapping. */
const psumPrimitive: Primitive<AcrossParams> = {
  name: "psum",
  shape: ([x]) => [x],
  run: ([x], { axisName }) => [multiply(x, scalar(namedAxis("psum", axisName).size, x.dtype))],
  jvp: ([x], [t], params) => ({
    outputs: [bindOne(psumPrimitive, [x], params)],
    tangents: [t && bindOne(psumPrimitive, [t], params)],
  }),
  transpose: ([ct], _, params) => [ct && bindOne(psumPrimitive, [ct], params)],
  batch: ([x], axes, _, params) => ({ outputs: [bindOne(psumPrimitive, [x], params)], axes }),
  across: {
    axisName: ({ axisName }) => axisName,
    batch: ([x], [axis]) => ({ outputs: [sum(front(x, axis), [0])], axes: [null] }),
  },
};

/** The extreme over all examples of a mapping. */
const extremePrimitive = (by: "max" | "min"): Primitive<AcrossParams> => {
  const primitive: Primitive<AcrossParams> = {
    name: `p${by}`,
    shape: ([x]) => [x],
    run: ([x]) => [x],
    jvp: () => {
      throw new TypeError(`lax.p${by}: has no derivative, as in JAX`);
    },
    transpose: "none",
    batch: ([x], axes, _, params) => ({ outputs: [bindOne(primitive, [x], params)], axes }),
    across: {
      axisName: ({ axisName }) => axisName,
      batch: ([x], [axis]) => ({ outputs: [reduce(by, front(x, axis), [0])], axes: [null] }),
    },
  };
  return primitive;
};
const pmaxPrimitive = extremePrimitive("max");
const pminPrimitive = extremePrimitive("min");

function overTree<T>(
  functionName: string,
  tree: T,
  axisName: string,
  f: (x: ndarray, size: number) => ndarray,
): Strict<T> {
  const { size } = namedAxis(functionName, axisName);
  const { arrays, rebuild } = arraysOf(functionName, tree);
  return rebuild(arrays.map((x) => f(x, size))) as Strict<T>;
}

/**
 * Adds up a value over all examples that `jax.vmap` maps over under a name.
 *
 * @param x - A tree of arrays.
 * @param axisName - The `axisName` of the mapping.
 * @throws TypeError where no mapping of that name is going on.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.psum.html
 * @example
 * jax.vmap((x) => x.div(jax.lax.psum(x, "i")), { axisName: "i" })([1, 3]).tolist(); // [0.25, 0.75]
 */
export function psum<T = ndarray>(x: T, axisName: string): Strict<T> {
  return overTree("psum", x, axisName, (one) => bindOne(psumPrimitive, [one], { axisName }));
}

/**
 * Averages a value over all examples that `jax.vmap` maps over under a name.
 *
 * @param x - A tree of arrays.
 * @param axisName - The `axisName` of the mapping.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.pmean.html
 * @example
 * jax.vmap((x) => x.sub(jax.lax.pmean(x, "i")), { axisName: "i" })([1, 3]).tolist(); // [-1, 1]
 */
export function pmean<T = ndarray>(x: T, axisName: string): Strict<T> {
  return overTree("pmean", x, axisName, (one, size) =>
    mapped(e.divide, bindOne(psumPrimitive, [one], { axisName }), scalar(size, one.dtype)),
  );
}

/**
 * Finds the largest value over all examples that `jax.vmap` maps over under a name.
 *
 * @param x - A tree of arrays.
 * @param axisName - The `axisName` of the mapping.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.pmax.html
 * @example
 * jax.vmap((x) => jax.lax.pmax(x, "i"), { axisName: "i" })([1, 3]).tolist(); // [3, 3]
 */
export function pmax<T = ndarray>(x: T, axisName: string): Strict<T> {
  return overTree("pmax", x, axisName, (one) => bindOne(pmaxPrimitive, [one], { axisName }));
}

/**
 * Finds the smallest value over all examples that `jax.vmap` maps over under a name.
 *
 * @param x - A tree of arrays.
 * @param axisName - The `axisName` of the mapping.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.pmin.html
 * @example
 * jax.vmap((x) => jax.lax.pmin(x, "i"), { axisName: "i" })([1, 3]).tolist(); // [1, 1]
 */
export function pmin<T = ndarray>(x: T, axisName: string): Strict<T> {
  return overTree("pmin", x, axisName, (one) => bindOne(pminPrimitive, [one], { axisName }));
}

/**
 * Gives the place of the example among those that `jax.vmap` maps over under a name.
 *
 * @param axisName - The `axisName` of the mapping.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.axis_index.html
 * @example
 * jax.vmap((x) => x.add(jax.lax.axisIndex("i")), { axisName: "i" })([10, 10]).tolist(); // [10, 11]
 */
export function axisIndex(axisName: string): ndarray {
  const trace = namedAxis("axisIndex", axisName);
  const places = new ndarray(
    Int32Array.from({ length: trace.size }, (_, i) => i),
    [trace.size],
    "int32",
  );
  return new BatchTracer(trace, places, 0);
}
