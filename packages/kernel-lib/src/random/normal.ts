import type { ArrayLike, Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { DType, Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import { erf } from "../expr/special";
import { exp, multiply as times, subtract } from "../expr";
import { drawing, randomFractions, type Words } from "../ops/draw";
import { add, mapped, multiply, scalar } from "../ops/map";
import { bindOne } from "../ops/bind";
import { readDraw, readParameters, type DrawOptions, type ParameterDrawOptions } from "./arguments";
import { fillBetween } from "./between";
import type { Key } from "./keys";
import { fillNormal, fillQuantiles } from "./quantile";

const normalPrimitive = drawing("normal", fillNormal);

/** Options of {@link normal}. */
export type NormalOptions = DrawOptions;

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param options - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.normal.html
 * @example
 * jax.random.normal(jax.random.PRNGKey(0), [2, 3]).shape; // [2, 3]
 */
export function normal(key: Key, shape?: Shape | NormalOptions, options?: DType | NormalOptions): ndarray {
  const { lengths, dtype } = readDraw("normal", key, shape, options);
  return bindOne(normalPrimitive, [key], { shape: lengths, dtype });
}

/** The number next to another in the direction of a sign. */
function neighbour(x: number, direction: 1 | -1, dtype: DType): number {
  const value = makeStorage(dtype, 1);
  if (!Number.isFinite(x)) return x;
  if (x === 0) return direction * (dtype === "float64" ? Number.MIN_VALUE : 2 ** -149);
  value[0] = x;
  const steps = x > 0 === direction > 0 ? 1n : -1n;
  if (dtype === "float64") new BigInt64Array(value.buffer)[0] += steps;
  else new Int32Array(value.buffer)[0] += Number(steps);
  return value[0];
}

/** The neighbours of many numbers; those of equal ones are found once. */
function neighbours(numbers: Storage, direction: 1 | -1, dtype: DType): (i: number) => number {
  let [last, next] = [NaN, NaN];
  return (i) => {
    if (numbers[i] !== last) {
      last = numbers[i];
      next = neighbour(last, direction, dtype);
    }
    return next;
  };
}

/** Numbers of mean 0 and variance 1, cut off outside of (low, high). */
function fillTruncated(key: Words, out: Storage, low: Storage, high: Storage): void {
  const dtype = out instanceof Float64Array ? "float64" : "float32";
  const root = dtype === "float64" ? Math.SQRT2 : Math.fround(Math.SQRT2);
  const share = (end: Storage): Storage => {
    const result = makeStorage(dtype, end.length);
    for (let i = 0; i < end.length; i++) {
      if (i > 0 && end[i] === end[i - 1]) result[i] = result[i - 1];
      else {
        result[i] = end[i] / root;
        result[i] = erf(result[i]);
      }
    }
    return result;
  };
  fillBetween(key, out, share(low), share(high));
  fillQuantiles(out);
  const [least, most] = [neighbours(low, 1, dtype), neighbours(high, -1, dtype)];
  for (let i = 0; i < out.length; i++) {
    out[i] = Math.min(most(i), Math.max(least(i), out[i]));
  }
}

/** Each end moves the result by the share of the probability that lies beyond it, over the density at the result. */
const truncatedPrimitive = drawing("truncatedNormal", fillTruncated, ([key, low, high], [, t, u], params) => {
  const { shape, dtype } = params;
  const output = bindOne(truncatedPrimitive, [key, low, high], params);
  const fraction = randomFractions(key, shape, dtype);
  const densities = (end: ndarray): ndarray =>
    mapped(exp, multiply(scalar(0.5, dtype), mapped(subtract, squared(output), squared(end))));
  const toLow = t && multiply(t, multiply(mapped(subtract, scalar(1, dtype), fraction), densities(low)));
  const toHigh = u && multiply(u, multiply(fraction, densities(high)));
  return { outputs: [output], tangents: [toLow && toHigh ? add(toLow, toHigh) : (toLow ?? toHigh)] };
});

const squared = (x: ndarray): ndarray => mapped(times, x, x);

/** Options of {@link truncatedNormal}. */
export interface TruncatedNormalOptions extends ParameterDrawOptions {
  /** The lower end, where it is not the second argument. */
  lower?: ArrayLike;
  /** The upper end, where it is not the third argument. */
  upper?: ArrayLike;
}

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1, cut off outside an interval.
 *
 * @param key - The key.
 * @param lower - The lower end: a number, or an array that broadcasts to the shape; or options.
 * @param upper - The upper end: a number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that to which `lower` and `upper` broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if the ends do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.truncated_normal.html
 * @example
 * jax.random.truncatedNormal(jax.random.PRNGKey(0), -2, 2, [3]).shape; // [3]
 */
export function truncatedNormal(
  key: Key,
  lower: ArrayLike | TruncatedNormalOptions,
  upper?: ArrayLike | TruncatedNormalOptions,
  shape?: Shape | null | TruncatedNormalOptions,
  typing?: Typing | TruncatedNormalOptions,
): ndarray {
  const { lengths, dtype, values } = readParameters("truncatedNormal", key, { lower, upper }, shape, typing, {
    lower: undefined,
    upper: undefined,
  });
  return bindOne(truncatedPrimitive, [key, ...values], { shape: lengths, dtype });
}
