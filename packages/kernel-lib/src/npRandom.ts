import type { ArrayLike } from "./array/asarray";
import { broadcastShapes } from "./array/broadcast";
import { checkBroadcasts, checkInteger, checkShape, type Shape } from "./array/checks";
import { toArray } from "./array/coerce";
import type { ndarray } from "./array/ndarray";
import { describe, readNamed } from "./array/options";
import { all } from "./np/reductions";
import * as ufuncs from "./np/ufuncs";
import * as jax from "./random";
import { keysOf } from "./random/keyOf";
import { isFollowing } from "./transform/levels";

// The functions of numpy.random that a tutorial uses, drawn by jax.random from a hidden key. NumPy's numbers for a seed
// are others. Where it matters from where numbers come, jax.random says so.

/** The shape of what is drawn; null for one number. */
export type Size = Shape | null;

let hidden: jax.Key = jax.PRNGKey(Math.floor(Math.random() * 2 ** 32));

/** A key of its own for each draw. */
function nextKey(name: string): jax.Key {
  if (isFollowing()) {
    throw new TypeError(
      `${name}: expected a key while a function is followed, as numbers from a hidden state would stay the same from ` +
        `call to call; use jax.random.${name in jax ? name : "uniform"}(key, …)`,
    );
  }
  const [own, next] = keysOf(hidden, 2);
  hidden = next;
  return own;
}

const shapeOf = (size: Size | undefined): Shape => size ?? [];

/**
 * Makes the numbers that are drawn from now on depend on a seed alone. They are not those of NumPy for that seed.
 *
 * @param seed - A whole number; null for one that nobody knows. Default: null.
 * @throws TypeError if the seed is not a whole number.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.seed.html
 * @example
 * np.random.seed(0);
 * const first = np.random.rand();
 * np.random.seed(0);
 * np.random.rand().item() === first.item(); // true
 */
export function seed(seed: number | null = null): void {
  const chosen = seed ?? Math.floor(Math.random() * 2 ** 32);
  hidden = jax.PRNGKey(checkInteger("seed", "the seed", chosen));
}

/**
 * Draws numbers evenly from [0, 1).
 *
 * @param lengths - The lengths of the axes. None: one number.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.rand.html
 * @example
 * np.random.rand(2, 3).shape; // [2, 3]
 */
export function rand(...lengths: number[]): ndarray {
  return jax.uniform(nextKey("rand"), lengths);
}

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1.
 *
 * @param lengths - The lengths of the axes. None: one number.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.randn.html
 * @example
 * np.random.randn(2, 3).shape; // [2, 3]
 */
export function randn(...lengths: number[]): ndarray {
  return jax.normal(nextKey("randn"), lengths);
}

/**
 * Draws numbers evenly from [0, 1).
 *
 * @param size - The shape. Default: one number.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.random.html
 * @example
 * np.random.random([2, 3]).shape; // [2, 3]
 */
export function random(size?: Size): ndarray {
  return jax.uniform(nextKey("random"), shapeOf(size));
}

/** Options of {@link uniform}. */
export interface UniformOptions {
  /** The lower end, included. Default: 0. */
  low?: ArrayLike;
  /** The upper end. Default: 1. */
  high?: ArrayLike;
  /** The shape. Default: that to which the ends broadcast. */
  size?: Size;
}

/**
 * Draws numbers evenly from [low, high).
 *
 * @param low - The lower end, or options. Default: 0.
 * @param high - The upper end, or options. Default: 1.
 * @param size - The shape, or options. Default: that to which the ends broadcast.
 * @throws RangeError if the ends do not broadcast to the shape.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.uniform.html
 * @example
 * np.random.uniform(-1, 1, [4]).shape; // [4]
 */
export function uniform(
  low?: ArrayLike | UniformOptions,
  high?: ArrayLike | UniformOptions,
  size?: Size | UniformOptions,
): ndarray {
  const read = readNamed<UniformOptions>("uniform", { low, high, size }, undefined, {
    low: 0,
    high: 1,
    size: null,
  });
  const ends = [read.low, read.high].map((end) => toArray("uniform", end));
  const shape = read.size ?? broadcastShapes("uniform", ...ends.map((end) => end.shape));
  return jax.uniform(nextKey("uniform"), { shape, minval: ends[0], maxval: ends[1] });
}

/** Options of {@link normal}. */
export interface NormalOptions {
  /** The mean. Default: 0. */
  loc?: ArrayLike;
  /** The standard deviation. Default: 1. */
  scale?: ArrayLike;
  /** The shape. Default: that to which the parameters broadcast. */
  size?: Size;
}

/**
 * Draws numbers from the normal distribution.
 *
 * @param loc - The mean, or options. Default: 0.
 * @param scale - The standard deviation, or options. Default: 1.
 * @param size - The shape, or options. Default: that to which the parameters broadcast.
 * @throws RangeError if the parameters do not broadcast to the shape.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.normal.html
 * @example
 * np.random.normal(10, [1, 2, 3]).shape; // [3]
 */
export function normal(
  loc?: ArrayLike | NormalOptions,
  scale?: ArrayLike | NormalOptions,
  size?: Size | NormalOptions,
): ndarray {
  const defaults = { loc: 0, scale: 1, size: null };
  const read = readNamed<NormalOptions>("normal", { loc, scale, size }, undefined, defaults);
  const [middle, spread] = [read.loc, read.scale].map((one) => toArray("normal", one));
  const outer = broadcastShapes("normal", middle.shape, spread.shape);
  const shape = read.size === null || read.size === undefined ? outer : checkShape("normal", read.size);
  checkBroadcasts("normal", outer, shape);
  return ufuncs.add(ufuncs.multiply(jax.normal(nextKey("normal"), shape), spread), middle);
}

/**
 * Draws numbers from the normal distribution of mean 0 and variance 1.
 *
 * @param size - The shape. Default: one number.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.standard_normal.html
 * @example
 * np.random.standardNormal([2]).shape; // [2]
 */
export function standardNormal(size?: Size): ndarray {
  return jax.normal(nextKey("standardNormal"), shapeOf(size));
}

/** Options of {@link randint}. */
export interface RandintOptions {
  /** The smallest number; the end, if there is no other. */
  low?: ArrayLike;
  /** One more than the largest number. Default: `low`, and numbers start at 0. */
  high?: ArrayLike | null;
  /** The shape. Default: one number. */
  size?: Size;
}

/**
 * Draws whole numbers evenly.
 *
 * @param low - The smallest number; with one argument one more than the largest, and numbers start at 0. Or options.
 * @param high - One more than the largest number, or options.
 * @param size - The shape, or options. Default: that to which the ends broadcast.
 * @returns Whole numbers, int32.
 * @throws RangeError if the ends do not broadcast to the shape, or there are no numbers between them.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.randint.html
 * @example
 * np.random.randint(3, { size: [10] }).max().item() < 3; // true
 */
export function randint(
  low: ArrayLike | RandintOptions,
  high?: ArrayLike | null | RandintOptions,
  size?: Size | RandintOptions,
): ndarray {
  const defaults = { low: undefined, high: null, size: null };
  const read = readNamed<RandintOptions>("randint", { low, high, size }, undefined, defaults);
  const isOne = read.high === null || read.high === undefined;
  const [from, to] = (isOne ? [0, read.low] : [read.low, read.high]).map((end) =>
    toArray("randint", end as ArrayLike),
  );
  if (!all(ufuncs.less(from, to)).item()) {
    throw new RangeError(
      `randint: expected low to be less than high, got ${describe(from)} and ${describe(to)}`,
    );
  }
  const shape = read.size ?? broadcastShapes("randint", from.shape, to.shape);
  return jax.randint(nextKey("randint"), shape, from, to);
}

/**
 * Shuffles an array along its first axis, or the whole numbers below a number.
 *
 * @param x - An array, or a number n that stands for 0, 1, …, n − 1.
 * @returns The shuffled array; `x` stays as it is.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.permutation.html
 * @example
 * np.random.permutation(4).sum().item(); // 6
 */
export function permutation(x: ArrayLike): ndarray {
  return jax.permutation(nextKey("permutation"), x);
}

/**
 * Shuffles an array along its first axis. As arrays do not change, what is shuffled is the result.
 *
 * @param x - An array.
 * @returns The shuffled array; `x` stays as it is.
 * @throws RangeError for an array of no axes.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.shuffle.html
 * @example
 * const shuffled = np.random.shuffle([1, 2, 3]);
 * shuffled.sum().item(); // 6
 */
export function shuffle(x: ArrayLike): ndarray {
  const from = toArray("shuffle", x);
  if (from.ndim === 0) throw new RangeError(`shuffle: expected an array to shuffle, got ${describe(x)}`);
  return jax.permutation(nextKey("shuffle"), from);
}

/** Options of {@link choice}. */
export interface ChoiceOptions {
  /** The shape. Default: one element. */
  size?: Size;
  /** Whether an element can be drawn again. Default: true. */
  replace?: boolean;
  /** The probability of each element. Default: all the same. */
  p?: ArrayLike | null;
}

/**
 * Draws elements of an array, or whole numbers below a number.
 *
 * @param a - An array, or a number n that stands for 0, 1, …, n − 1.
 * @param size - The shape, or options. Default: one element.
 * @param options - Whether an element can be drawn again, and the probabilities.
 * @throws RangeError if there is nothing to draw, not enough without replacement, or not one probability for each.
 * @see https://numpy.org/doc/stable/reference/random/generated/numpy.random.choice.html
 * @example
 * np.random.choice([5, 6, 7], [2], { replace: false }).shape; // [2]
 */
export function choice(a: ArrayLike, size?: Size | ChoiceOptions, options?: ChoiceOptions): ndarray {
  const defaults = { size: null, replace: true, p: null };
  const read = readNamed<ChoiceOptions>("choice", { size }, options, defaults);
  return jax.choice(nextKey("choice"), a, shapeOf(read.size), { replace: read.replace, p: read.p });
}
