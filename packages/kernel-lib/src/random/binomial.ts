import type { ArrayLike, Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import { bindOne } from "../ops/bind";
import { drawing, fillFractions, type Words } from "../ops/draw";
import { readParameters, type ParameterDrawOptions } from "./arguments";
import { childOf } from "./keyOf";
import type { Key } from "./keys";

/** The number of failures before each success is geometric: as many as fit into the count, for all elements at once. */
function fillFew(key: Words, out: Storage, counts: Storage, chances: Storage): void {
  const sums = makeStorage(out instanceof Float64Array ? "float64" : "float32", out.length);
  const fractions = sums.slice();
  let own = key;
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    fillFractions(childOf(own, 0), fractions);
    own = childOf(own, 1);
    for (let i = 0; i < out.length; i++) {
      if (sums[i] <= counts[i]) out[i]++;
      sums[i] += Math.ceil(Math.log(fractions[i]) / Math.log1p(-chances[i]));
      if (sums[i] <= counts[i]) goesOn = true;
    }
  }
  for (let i = 0; i < out.length; i++) out[i]--;
}

const tails = [
  0.0810614667953272, 0.0413406959554092, 0.0276779256849983, 0.02079067210376509, 0.0166446911898211,
  0.0138761288230707, 0.0118967099458917, 0.010411265261972, 0.00925546218271273, 0.00833056343336287,
];

/** What Stirling's formula for log k! leaves out. */
function stirlingTail(k: number): number {
  if (k <= 9) return tails[Math.max(0, Math.floor(k))];
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/**
 * Hörmann's transformed rejection: proposals for all elements at once, until each has one.
 *
 * @see https://doi.org/10.1080/00949659308811496
 */
function fillMany(key: Words, out: Storage, counts: Storage, chances: Storage): void {
  const us = makeStorage(out instanceof Float64Array ? "float64" : "float32", out.length);
  const vs = us.slice();
  const isDone = new Uint8Array(out.length);
  let own = key;
  for (let left = out.length; left > 0;) {
    fillFractions(childOf(own, 1), us);
    fillFractions(childOf(own, 2), vs);
    own = childOf(own, 0);
    for (let i = 0; i < out.length; i++) {
      const [count, p] = [counts[i], chances[i]];
      const deviation = Math.sqrt(count * p * (1 - p));
      const b = 1.15 + 2.53 * deviation;
      const a = -0.0873 + 0.0248 * b + 0.01 * p;
      const u = us[i] - 0.5;
      const inner = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / inner + b) * u + count * p + 0.5);
      if (!(inner >= 0.07 && vs[i] <= 0.92 - 4.2 / b)) {
        if (k < 0 || k > count) continue;
        const r = p / (1 - p);
        const m = Math.floor((count + 1) * p);
        const bound =
          (m + 0.5) * Math.log((m + 1) / (r * (count - m + 1))) +
          (count + 1) * Math.log((count - m + 1) / (count - k + 1)) +
          (k + 0.5) * Math.log((r * (count - k + 1)) / (k + 1)) +
          stirlingTail(m) +
          stirlingTail(count - m) -
          stirlingTail(k) -
          stirlingTail(count - k);
        if (!(Math.log((vs[i] * (2.83 + 5.1 / b) * deviation) / (a / (inner * inner) + b)) <= bound))
          continue;
      }
      // An element goes on taking proposals while others have none: the last one stays, as in JAX.
      out[i] = k;
      if (!isDone[i]) left -= isDone[i] = 1;
    }
  }
}

const binomialPrimitive = drawing("binomial", (key: Words, out: Storage, n: Storage, p: Storage) => {
  const dtype = out instanceof Float64Array ? "float64" : "float32";
  /** The rarer of success and failure. */
  const rare = makeStorage(dtype, out.length);
  for (let i = 0; i < out.length; i++) rare[i] = p[i] < 0.5 ? p[i] : 1 - p[i];
  const isWrong = (i: number): boolean => !(n[i] >= 0) || !(rare[i] >= 0);
  const isFew = (i: number): boolean => !(n[i] >= 0) || !(n[i] * Math.max(rare[i], 0) > 10);
  const [few, many, counts, chances] = [0, 0, 0, 0].map(() => makeStorage(dtype, out.length));
  for (let i = 0; i < out.length; i++) {
    counts[i] = isFew(i) ? (isWrong(i) ? 0 : Math.floor(n[i])) : 0;
    chances[i] = rare[i] >= 0 ? rare[i] : 0.01;
  }
  fillFew(key, few, counts, chances);
  for (let i = 0; i < out.length; i++) {
    const isOrdinary = !isFew(i) && Number.isFinite(n[i]);
    counts[i] = isOrdinary ? Math.floor(n[i]) : 1e4;
    chances[i] = isOrdinary ? rare[i] : 0.5;
  }
  if (out.some((_: number, i: number) => !isFew(i))) fillMany(key, many, counts, chances);
  for (let i = 0; i < out.length; i++) {
    if (isWrong(i)) out[i] = NaN;
    else if (n[i] === Infinity) out[i] = Infinity;
    else {
      const drawn = isFew(i) ? few[i] : many[i];
      out[i] = p[i] < 0.5 ? drawn : Math.floor(n[i]) - drawn;
    }
  }
});

/** Options of {@link binomial}. */
export interface BinomialOptions extends ParameterDrawOptions {
  /** The number of trials, where it is not the second argument. */
  n?: ArrayLike;
  /** The probability of success, where it is not the third argument. */
  p?: ArrayLike;
}

/**
 * Draws whole numbers from the binomial distribution: how many of n trials succeed.
 *
 * @param key - The key.
 * @param n - The number of trials: a number, or an array that broadcasts to the shape; or options.
 * @param p - The probability of success: likewise.
 * @param shape - The shape of the result, or options. Default: that to which `n` and `p` broadcast.
 * @param typing - float32 or float64, or options. Default: float32.
 * @returns Whole numbers in floating point; NaN where `n` is negative or `p` lies outside [0, 1].
 * @throws TypeError if `key` is not a key, RangeError if the parameters do not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.binomial.html
 * @example
 * jax.random.binomial(jax.random.PRNGKey(0), 10, 0.5, [3]).shape; // [3]
 */
export function binomial(
  key: Key,
  n: ArrayLike | BinomialOptions,
  p?: ArrayLike | BinomialOptions,
  shape?: Shape | null | BinomialOptions,
  typing?: Typing | BinomialOptions,
): ndarray {
  const defaults = { n: undefined, p: undefined };
  const { lengths, dtype, values } = readParameters("binomial", key, { n, p }, shape, typing, defaults);
  return bindOne(binomialPrimitive, [key, ...values], { shape: lengths, dtype });
}
