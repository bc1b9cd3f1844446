import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkAxis, checkInteger, checkShape, type Shape } from "../array/checks";
import { toArray } from "../array/coerce";
import type { Storage } from "../array/dtype";
import { ndarray } from "../array/ndarray";
import { describe, readNamed, readOptions } from "../array/options";
import { mapRows, rowsOf } from "../array/rows";
import { takeAlong } from "../np/indices";
import { floatingType } from "../array/traits";
import { gumbel } from "./gumbel";
import { randint } from "./integers";
import { split, type Key } from "./keys";
import { uniform } from "./uniform";
import { randomWords, wordsOf } from "./words";

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
    const [next, sub] = split(current);
    current = next;
    const words = randomWords(wordsOf("permutation", sub), x.size);
    result = mapRows(
      result,
      rowsOf("permutation", result, axis),
      x.dtype,
      (data, out, start, length, step) => {
        const order = Uint32Array.from({ length }, (_, i) => i);
        order.sort((a, b) => words[start + a * step] - words[start + b * step] || a - b);
        for (let i = 0; i < length; i++) out[start + i * step] = data[start + order[i] * step];
      },
    );
  }
  return result;
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
 * @throws TypeError if `key` is none, RangeError for an axis that `x` does not have.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.permutation.html
 * @example
 * jax.random.permutation(jax.random.PRNGKey(0), 4).sum().item(); // 6
 */
export function permutation(key: Key, x: ArrayLike, options?: PermutationOptions): ndarray {
  wordsOf("permutation", key);
  const { axis, independent } = readOptions<PermutationOptions>("permutation", options, {
    axis: 0,
    independent: false,
  });
  const given = toArray("permutation", x);
  const along = checkAxis("permutation", axis, given.ndim || 1);
  if (given.ndim === 0)
    return shuffled(key, counting("permutation", checkInteger("permutation", "x", given.item(), 0)), 0);
  if (independent || given.ndim === 1) return shuffled(key, given, along);
  return takeAlong(
    "permutation",
    given,
    shuffled(key, counting("permutation", given.shape[along]), 0),
    along,
  );
}

/**
 * Draws elements of an array, or whole numbers below a number.
 *
 * @param key - The key.
 * @param a - An array, or a number n that stands for 0, 1, …, n − 1.
 * @param shape - The shape of what is drawn, or options. Default: [], one element.
 * @param options - Whether an element can be drawn again, the probabilities, and the axis.
 * @throws TypeError if `key` is none; RangeError if there is nothing to draw, not enough without replacement, or not
 * one probability for each element.
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
  wordsOf("choice", key);
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
  const indices = drawnIndices(key, p, inputs, draws, replace !== false);
  const shaped = new ndarray(indices, drawn, "int32");
  return given.ndim === 0 ? shaped : takeAlong("choice", given, shaped, along);
}

function drawnIndices(
  key: Key,
  p: ArrayLike | null | undefined,
  inputs: number,
  draws: number,
  replace: boolean,
): Storage {
  if (p !== null && p !== undefined) return weighted(key, p, inputs, draws, replace);
  if (draws === 0) return new Int32Array(0);
  if (replace) return randint(key, [draws], 0, inputs).data;
  // A permutation of the elements, or of their indices, is the same sample.
  return shuffled(key, counting("choice", inputs), 0).data.slice(0, draws);
}

/** Indices drawn by probability. */
function weighted(key: Key, p: ArrayLike, inputs: number, draws: number, replace: boolean): Int32Array {
  const given = toArray("choice", p);
  if (given.ndim !== 1 || given.size !== inputs) {
    throw new RangeError(`choice: expected ${inputs} probabilities in p, got ${describe(given)}`);
  }
  const dtype = floatingType(given.dtype);
  const chances = toArray("choice", given, dtype).data;
  const indices = new Int32Array(draws);
  if (!replace) {
    // The largest of the logarithms of the probabilities with Gumbel noise added.
    const noise = gumbel(key, [inputs], dtype).data;
    const scores = noise.map((value, i) => value + Math.log(chances[i]));
    const order = counting("choice", inputs).data.sort((i, j) => scores[j] - scores[i] || i - j);
    indices.set(order.slice(0, draws));
    return indices;
  }
  const sums = chances.slice();
  for (let i = 1; i < inputs; i++) sums[i] += sums[i - 1];
  const last = sums[inputs - 1];
  const points = uniform(key, [draws], { dtype }).data;
  const target = points.slice(0, 1);
  for (let i = 0; i < draws; i++) {
    target[0] = 1 - points[i];
    target[0] *= last;
    let [low, high] = [0, inputs];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sums[middle] < target[0]) low = middle + 1;
      else high = middle;
    }
    indices[i] = Math.min(low, inputs - 1);
  }
  return indices;
}
