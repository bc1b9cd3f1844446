import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import { describe, readOptions } from "../array/options";
import { bind } from "../ops/bind";
import { arraysOf, settled, type Second, type Strict } from "../transform/arguments";
import { checkCarry } from "../transform/carry";
import { closeOver, traceGraph } from "../transform/graph";
import { followed } from "../transform/levels";
import { scanPrimitive } from "../transform/scan";
import { flatten, unflatten, type Structure } from "../transform/tree";

/** Options of {@link scan}. */
export interface ScanOptions {
  /** The number of steps. Default: the length of the first axes of `xs`. */
  length?: number | null;
  /** Whether to begin with the last element. Default: false. */
  reverse?: boolean;
  /** Taken for the sake of pasted code: steps are not written out. Default: 1. */
  unroll?: number | boolean;
}

/** What a step gives: `[carry, y]`, to the compiler perhaps no more than a list. */
export type Step = readonly [unknown, unknown] | readonly unknown[];

/** A tree of arrays with one axis less in front, as a step gets it. */
export type Element<X> = X extends null | undefined ? null : Strict<X>;

/** The length of the first axes of arrays, or a length that is given. */
function lengthOf(functionName: string, xs: readonly ndarray[], given: number | null | undefined): number {
  const lengths = xs.map((x) => {
    if (x.ndim > 0) return x.shape[0];
    throw new TypeError(`${functionName}: expected arrays with an axis to go along, got a number`);
  });
  if (given !== null && given !== undefined) lengths.push(given);
  if (lengths.length === 0) {
    throw new TypeError(`${functionName}: expected arrays to go along, or a length`);
  }
  if (lengths.every((length) => length === lengths[0])) return lengths[0];
  throw new RangeError(`${functionName}: expected first axes of equal length, got ${lengths.join(" and ")}`);
}

/**
 * Goes along the first axis of arrays, step by step, and carries a state along: a loop that can be differentiated,
 * mapped and compiled, and whose function is followed once, however many steps there are.
 *
 * @param f - A step: from `(carry, x)` to `[carry, y]`. The carry keeps its tree, shapes and dtypes.
 * @param init - The carry before the first step: a tree of arrays or numbers.
 * @param xs - A tree of arrays whose first axis is gone along; null where there are none.
 * @param options - The number of steps where there are no `xs`, whether to go backward.
 * @returns `[carry, ys]`: the carry after the last step, and what the steps gave along a new first axis.
 * @throws TypeError naming the part of the carry that did not keep its shape or dtype.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.scan.html
 * @example
 * const [total, sums] = jax.lax.scan((sum, x) => [sum.add(x), sum.add(x)], 0, [1, 2, 3]);
 * sums.tolist(); // [1, 3, 6]
 */
export function scan<C = ndarray, X = ndarray, R extends Step = [C, ndarray]>(
  f: (carry: Strict<C>, x: Element<X>) => R,
  init: C,
  xs?: X | null,
  options?: ScanOptions,
): [carry: Strict<C>, ys: Second<R>] {
  const { length: given, reverse } = readOptions<ScanOptions>("scan", options, {
    length: null,
    reverse: false,
    unroll: 1,
  });
  const followedBy = followed("lax.scan", f).replace("jax.lax", "lax");
  const [carry, elements] = [arraysOf("scan", init), arraysOf("scan", xs ?? null)];
  const length = lengthOf("scan", elements.arrays, given);
  let steps: Structure | undefined;
  const graph = traceGraph(
    followedBy,
    [
      ...carry.arrays.map((x) => ({ shape: x.shape, dtype: x.dtype, from: "the carry" })),
      ...elements.arrays.map((x) => ({ shape: x.shape.slice(1), dtype: x.dtype, from: "an element" })),
    ],
    (...args) => {
      const own = carry.rebuild(args.slice(0, carry.arrays.length));
      const x = elements.rebuild(args.slice(carry.arrays.length));
      const result: unknown = settled(followedBy, f(own as Strict<C>, x as Element<X>));
      if (!Array.isArray(result) || result.length !== 2) {
        throw new TypeError(`scan: expected the function to give [carry, y], got ${describe(result)}`);
      }
      const next = checkCarry("scan", carry, result[0]);
      const [leaves, structure] = flatten(result[1]);
      steps = structure;
      return [...next, ...leaves.map((leaf) => toArray("scan", leaf))];
    },
  );
  const closed = closeOver(graph);
  const results = bind(scanPrimitive, [...closed.captured, ...carry.arrays, ...elements.arrays], {
    body: closed.graph,
    constants: closed.captured.length,
    carried: carry.arrays.length,
    length,
    reverse: reverse === true,
  });
  return [
    carry.rebuild(results.slice(0, carry.arrays.length)),
    unflatten(steps as Structure, results.slice(carry.arrays.length)),
  ] as never;
}

/**
 * Applies a function to each element of the first axis, one after the other; `jax.vmap` does so at once, with more
 * memory.
 *
 * @param f - A function of trees of arrays without the first axis.
 * @param xs - A tree of arrays.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.map.html
 * @example
 * jax.lax.map((x) => x.mul(2), [1, 2]).tolist(); // [2, 4]
 */
export function map<X = ndarray, Y = ndarray>(f: (x: Element<X>) => Y, xs: X): Y {
  return scan<null, X, [null, Y]>((_, x) => [null, f(x)], null, xs)[1];
}
