import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import { ndarray } from "../array/ndarray";
import * as e from "../expr";
import { add, convertType, mapped, scalar } from "../ops/map";
import { bind } from "../ops/bind";
import { isTracer } from "../ops/tracer";
import { arraysOf, settled, type Strict } from "../transform/arguments";
import { checkCarry, truthOf } from "../transform/carry";
import { closeOver, traceGraph } from "../transform/graph";
import { whilePrimitive } from "../transform/whileLoop";
import { scan } from "./scan";

/**
 * Repeats a step while a condition holds. Derivatives go through it forward, not in reverse.
 *
 * @param condition - From the carry to one truth value.
 * @param body - A step: from carry to carry, which keeps its tree, shapes and dtypes.
 * @param init - The carry before the first step.
 * @returns The carry after the last step.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.while_loop.html
 * @example
 * jax.lax.whileLoop((x) => x.less(100), (x) => x.mul(2), 1).item(); // 128
 */
export function whileLoop<C = ndarray>(
  condition: (carry: Strict<C>) => unknown,
  body: (carry: Strict<C>) => unknown,
  init: C,
): Strict<C> {
  const carry = arraysOf("whileLoop", init);
  const args = carry.arrays.map((x) => ({ shape: x.shape, dtype: x.dtype, from: "the carry" }));
  const goesOn = closeOver(
    traceGraph("lax.whileLoop", args, (...own) => [
      truthOf("whileLoop", condition(carry.rebuild(own) as Strict<C>)),
    ]),
  );
  const step = closeOver(
    traceGraph("lax.whileLoop", args, (...own) =>
      checkCarry("whileLoop", carry, settled("lax.whileLoop", body(carry.rebuild(own) as Strict<C>))),
    ),
  );
  const results = bind(whilePrimitive, [...goesOn.captured, ...step.captured, ...carry.arrays], {
    condition: goesOn.graph,
    body: step.graph,
    conditionConstants: goesOn.captured.length,
    bodyConstants: step.captured.length,
  });
  return carry.rebuild(results) as Strict<C>;
}

/**
 * Repeats a step for i = lower, …, upper − 1. With bounds that are plain numbers, derivatives go through it both ways.
 *
 * @param lower - The first i.
 * @param upper - The first i that is not reached.
 * @param body - A step: from `(i, carry)` to the next carry. `i` is an int32 array of no axes.
 * @param init - The carry before the first step.
 * @returns The carry after the last step.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.lax.fori_loop.html
 * @example
 * jax.lax.foriLoop(0, 4, (i, sum) => sum.add(i), 0).item(); // 6
 */
export function foriLoop<C = ndarray>(
  lower: number | ndarray,
  upper: number | ndarray,
  body: (i: ndarray, carry: Strict<C>) => unknown,
  init: C,
): Strict<C> {
  const isKnown = (bound: number | ndarray): boolean => !(bound instanceof ndarray && isTracer(bound));
  if (isKnown(lower) && isKnown(upper)) {
    const first = checkInteger("foriLoop", "lower", lower);
    const length = Math.max(0, checkInteger("foriLoop", "upper", upper) - first);
    const places = new ndarray(
      Int32Array.from({ length }, (_, i) => first + i),
      [length],
      "int32",
    );
    return scan<C, ndarray, [unknown, null]>(
      (carry, i) => [body(i as ndarray, carry), null],
      init,
      places,
    )[0];
  }
  const [from, to] = [lower, upper].map((bound) => convertType(toArray("foriLoop", bound), "int32"));
  const [, result] = whileLoop<[ndarray, C]>(
    ([i]) => mapped(e.less, i as ndarray, to),
    ([i, carry]) => [add(i as ndarray, scalar(1, "int32")), body(i as ndarray, carry as Strict<C>)],
    [from, init],
  ) as [ndarray, Strict<C>];
  return result;
}
