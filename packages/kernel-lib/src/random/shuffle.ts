import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkAxis, checkInteger, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import { elementsOf, ndarray } from "../array/ndarray";
import { describe, readNamed, readOptions } from "../array/options";
import { floatingType } from "../array/traits";
import { sum } from "../ops/broadcast";
import { cumulative } from "../ops/cumulative";
import { randomKeys, randomWords } from "../ops/draw";
import { gather, takeAlong } from "../ops/gather";
import { moveAxis, reshape, transpose } from "../ops/layout";
import { add, convertType, mapped, multiply, scalar } from "../ops/map";
import { sliceAxis } from "../ops/slice";
import { argsort } from "../ops/sort";
import { isTracer } from "../ops/tracer";
import { gumbel } from "./gumbel";
import { randint } from "./integers";
import { keyOf } from "./keyOf";
import type { Key } from "./keys";
import { uniform } from "./uniform";

/** Options of {@link permutation}. */
export interface PermutationOptions {
  /** The axis along which to shuffle. Default: 0. */
  axis?: number;
  /** Whether each row is shuffled by itself. Default: false, all alike. */
  independent?: boolean;
}

/** Options of {@link choice}. */
export interface ChoiceOptions {
  /** The shape, where it is not the third argument. Default: [], one element. */
  shape?: Shape;
  /** Whether an element can be drawn again. Default: true. */
  replace?: boolean;
  /** The probability of each element, one for each. Default: all the same. */
  p?: ArrayLike | null;
  /** The axis whose elements are drawn. Default: 0. */
  axis?: number;
}

/** Sorts by random words, as many times as make a tie in all of them unlikely: JAX's way to shuffle. */
function shuffled(key: Key, x: ndarray, axis: number): ndarray {
  const rounds = Math.ceil((3 * Math.log(Math.max(1, x.size))) / Math.log(4294967295));
  let result = x;
  let current = key;
  for (let round = 0; round < rounds; round++) {
    const keys = randomKeys(current, [2]);
    current = reshape(sliceAxis(keys, 0, 0, 1), [2]);
    const order = argsort(randomWords(reshape(sliceAxis(keys, 0, 1, 2), [2]), x.shape), axis);
    result = takeAlong(result, order, axis, "clip");
  }
  return result;
}

/** What an axis has at some places, in whose stead come the axes of the places. */
function takenAlong(x: ndarray, places: ndarray, axis: number): ndarray {
  const taken = gather(moveAxis(x, axis, 0), places, "clip");
  const order = [...taken.shape.keys()];
  const own = order.splice(0, places.ndim);
  order.splice(axis, 0, ...own);
  return transpose(taken, order);
}

/** 0, 1, … */
function counting(functionName: string, length: number): ndarray {
  const data = new Int32Array(sizeOf(functionName, [length]));
  for (let i = 0; i < length; i++) data[i] = i;
  return new ndarray(data, [length], "int32");
}

/**
 * Shuffles an array, or the whole numbers below a number.
 *
 * @param key - The key.
 * @param x - An array, or a number n that stands for 0, 1, …, n − 1.
 * @param options - The axis, and whether each row is shuffled by itself.
 * @throws TypeError if `key` is not a key, RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.permutation.html
 * @example
 * jax.random.permutation(jax.random.PRNGKey(0), 4).sum().item(); // 6
 */
export function permutation(key: Key, x: ArrayLike, options?: PermutationOptions): ndarray {
  const own = keyOf("permutation", key);
  const { axis, independent } = readOptions<PermutationOptions>("permutation", options, {
    axis: 0,
    independent: false,
  });
  const given = toArray("permutation", x);
  const along = checkAxis("permutation", axis, given.ndim || 1);
  if (given.ndim === 0)
    return shuffled(own, counting("permutation", checkInteger("permutation", "x", given.item(), 0)), 0);
  if (independent || given.ndim === 1) return shuffled(own, given, along);
  return takenAlong(given, shuffled(own, counting("permutation", given.shape[along]), 0), along);
}

/**
 * Draws elements of an array, or whole numbers below a number.
 *
 * @param key - The key.
 * @param a - An array, or a number n that stands for 0, 1, …, n − 1.
 * @param shape - The shape of what is drawn, or options. Default: [], one element.
 * @param options - Whether an element can be drawn again, the probabilities, and the axis.
 * @throws TypeError if `key` is not a key; RangeError if there is nothing to draw, not enough without replacement, or
 * not one probability for each element.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.choice.html
 * @example
 * jax.random.choice(jax.random.PRNGKey(0), 10, [3], { replace: false }).shape; // [3]
 */
export function choice(
  key: Key,
  a: ArrayLike,
  shape?: Shape | ChoiceOptions,
  options?: ChoiceOptions,
): ndarray {
  const own = keyOf("choice", key);
  const read = readNamed<ChoiceOptions>("choice", { shape }, options, {
    shape: [],
    replace: true,
    p: null,
    axis: 0,
  });
  const { replace, p, axis } = read;
  const drawn = checkShape("choice", read.shape);
  const given = toArray("choice", a);
  const along = given.ndim === 0 ? 0 : checkAxis("choice", axis, given.ndim);
  const inputs = given.ndim === 0 ? checkInteger("choice", "a", given.item(), 0) : given.shape[along];
  const draws = sizeOf("choice", drawn);
  if (draws > 0 && inputs === 0) throw new RangeError("choice: expected elements to draw from, got none");
  if (!replace && draws > inputs) {
    throw new RangeError(`choice: expected at most ${inputs} draws without replacement, got ${draws}`);
  }
  const indices = reshape(drawnIndices(own, p, inputs, draws, replace !== false), drawn);
  return given.ndim === 0 ? indices : takenAlong(given, indices, along);
}

function drawnIndices(
  key: Key,
  p: ArrayLike | null | undefined,
  inputs: number,
  draws: number,
  replace: boolean,
): ndarray {
  if (p !== null && p !== undefined) return weighted(key, p, inputs, draws, replace);
  if (replace && draws > 0) return randint(key, [draws], 0, inputs);
  // A permutation of the elements, or of their indices, is the same sample.
  return sliceAxis(shuffled(key, counting("choice", inputs), 0), 0, 0, draws);
}

/** Indices drawn by probability. */
function weighted(key: Key, p: ArrayLike, inputs: number, draws: number, replace: boolean): ndarray {
  const given = toArray("choice", p);
  if (given.ndim !== 1 || given.size !== inputs) {
    throw new RangeError(`choice: expected ${inputs} probabilities in p, got ${describe(given)}`);
  }
  const dtype = floatingType(given.dtype);
  const chances = convertType(given, dtype);
  if (!replace) {
    // The largest of the logarithms of the probabilities with Gumbel noise added.
    const scores = add(gumbel(key, [inputs], dtype), mapped(e.naturalLog, chances));
    return sliceAxis(argsort(scores, 0, true), 0, 0, draws);
  }
  const sums = cumulative("sum", chances, 0);
  const last = sliceAxis(sums, 0, Math.max(0, inputs - 1), inputs);
  const points = multiply(mapped(e.subtract, scalar(1, dtype), uniform(key, [draws], { dtype })), last);
  return located(sums, points);
}

/** How many of some sorted numbers are less than each point. */
function located(sorted: ndarray, points: ndarray): ndarray {
  if (!isTracer(sorted) && !isTracer(points)) {
    const places = new Int32Array(points.size);
    const data = elementsOf(sorted);
    elementsOf(points).forEach((point: number, i: number) => {
      let [low, high] = [0, data.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (data[middle] < point) low = middle + 1;
        else high = middle;
      }
      places[i] = Math.min(low, data.length - 1);
    });
    return new ndarray(places, [points.size], "int32");
  }
  const less = mapped(e.less, reshape(sorted, [1, sorted.size]), reshape(points, [points.size, 1]));
  const count = sum(convertType(less, "int32"), [1]);
  return mapped(e.minimum, count, scalar(sorted.size - 1, "int32"));
}
