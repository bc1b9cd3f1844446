import type { ArrayLike, Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { lgamma } from "../expr/gammaValues";
import { bindOne } from "../ops/bind";
import { drawing, fillFractions, type Words } from "../ops/draw";
import { convertType } from "../ops/map";
import { add, divide, equal, floor, log, log1p, multiply, negative, subtract } from "../np/ufuncs";
import { where } from "../np/where";
import { bernoulli } from "./bernoulli";
import { checkWhole, readParameters, type ParameterDrawOptions } from "./arguments";
import { childOf } from "./keyOf";
import type { Key } from "./keys";
import { uniform } from "./uniform";

const { fround } = Math;

/** Knuth's way for rates below 10: as many fractions as have a product above e^−rate, drawn for all elements at once. */
function fillFew(key: Words, out: Float64Array, rates: Float32Array): void {
  const logs = new Float32Array(out.length);
  const fractions = new Float32Array(out.length);
  let own = key;
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    fillFractions(childOf(own, 1), fractions);
    own = childOf(own, 0);
    for (let i = 0; i < out.length; i++) {
      if (logs[i] > -rates[i]) out[i]++;
      logs[i] += fround(Math.log(fractions[i]));
      if (logs[i] > -rates[i]) goesOn = true;
    }
  }
  for (let i = 0; i < out.length; i++) out[i]--;
}

/**
 * Hörmann's transformed rejection, for rates from 10 on: proposals for all elements at once, until each has one.
 *
 * @see https://doi.org/10.1016/0167-6687(93)90997-4
 */
function fillMany(key: Words, out: Float64Array, rates: Float32Array): void {
  const size = out.length;
  const [us, vs] = [new Float32Array(size), new Float32Array(size)];
  const isDone = new Uint8Array(size);
  out.fill(-1);
  let own = key;
  let left = size;
  for (let i = 0; i < size; i++) if (!Number.isFinite(rates[i])) left -= isDone[i] = 1;
  while (left > 0) {
    fillFractions(childOf(own, 1), us);
    fillFractions(childOf(own, 2), vs);
    own = childOf(own, 0);
    for (let i = 0; i < size; i++) {
      const rate = rates[i];
      if (!Number.isFinite(rate)) continue;
      const b = 0.931 + 2.53 * Math.sqrt(rate);
      const a = -0.059 + 0.02483 * b;
      const u = us[i] - 0.5;
      const v = vs[i];
      const inner = 0.5 - Math.abs(u);
      const k = fround(Math.floor(((2 * a) / inner + b) * u + rate + 0.43));
      const isSurelyIn = inner >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2);
      if (!isSurelyIn) {
        if (k < 0 || (inner < 0.013 && v > inner)) continue;
        const bound = Math.log((v * (1.1239 + 1.1328 / (b - 3.4))) / (a / (inner * inner) + b));
        if (!(bound <= -rate + k * Math.log(rate) - lgamma(k + 1))) continue;
      }
      // An element goes on taking proposals while others have none: the last one stays, as in JAX.
      out[i] = k;
      if (!isDone[i]) left -= isDone[i] = 1;
    }
  }
}

const poissonPrimitive = drawing("poisson", (key: Words, out: Storage, rates: Storage) => {
  const given = Float32Array.from(rates);
  const isFew = (rate: number): boolean => !(rate >= 10);
  const few = new Float64Array(out.length);
  fillFew(
    key,
    few,
    given.map((rate) => (isFew(rate) ? rate : 0)),
  );
  const many = new Float64Array(out.length);
  if (given.some((rate) => !isFew(rate))) {
    fillMany(
      key,
      many,
      given.map((rate) => (isFew(rate) ? 1e5 : rate)),
    );
  }
  for (let i = 0; i < out.length; i++) {
    out[i] = given[i] === 0 ? 0 : isFew(given[i]) ? few[i] : Math.min(many[i], 2147483647);
  }
});

/** Options of {@link poisson}. */
export interface PoissonOptions extends ParameterDrawOptions {
  /** The rate, where it is not the second argument. */
  lam?: ArrayLike;
}

/**
 * Draws whole numbers from Poisson's distribution: how often something happens that happens at a rate.
 *
 * @param key - The key.
 * @param lam - The rate: a positive number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that of `lam`.
 * @param typing - The dtype, or options. Default: int32.
 * @returns Whole numbers; −1 for a rate that is negative, infinite or NaN.
 * @throws TypeError if `key` is not a key, RangeError if `lam` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.poisson.html
 * @example
 * jax.random.poisson(jax.random.PRNGKey(0), 4, [3]).dtype; // "int32"
 */
export function poisson(
  key: Key,
  lam: ArrayLike | PoissonOptions,
  shape?: Shape | null | PoissonOptions,
  typing?: Typing | PoissonOptions,
): ndarray {
  const defaults = { lam: undefined };
  const read = readParameters("poisson", key, { lam }, shape, typing, defaults, checkWhole);
  return bindOne(poissonPrimitive, [key, ...read.values], { shape: read.lengths, dtype: read.dtype });
}

/** Options of {@link geometric}. */
export interface GeometricOptions extends ParameterDrawOptions {
  /** The probability, where it is not the second argument. */
  p?: ArrayLike;
}

/**
 * Draws whole numbers from the geometric distribution: how many trials it takes until one succeeds.
 *
 * @param key - The key.
 * @param p - The probability of success: a number from (0, 1), or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that of `p`.
 * @param typing - The dtype, or options. Default: int32.
 * @throws TypeError if `key` is not a key, RangeError if `p` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.geometric.html
 * @example
 * jax.random.geometric(jax.random.PRNGKey(0), 0.5, [3]).dtype; // "int32"
 */
export function geometric(
  key: Key,
  p: ArrayLike | GeometricOptions,
  shape?: Shape | null | GeometricOptions,
  typing?: Typing | GeometricOptions,
): ndarray {
  const defaults = { p: undefined };
  const { lengths, dtype, values } = readParameters(
    "geometric",
    key,
    { p },
    shape,
    typing,
    defaults,
    checkWhole,
  );
  const u = uniform(key, lengths, { dtype: values[0].dtype });
  const trials = add(floor(divide(log(where(equal(u, 0), 1, u)), log1p(negative(values[0])))), 1);
  return convertType(trials, dtype);
}

/** Options of {@link rademacher}. */
export interface RademacherOptions {
  /** The shape, where it is not the second argument. Default: [], one number. */
  shape?: Shape | null;
  /** The dtype. Default: int32. */
  dtype?: ParameterDrawOptions["dtype"];
}

/**
 * Draws signs: −1 or 1, equally likely.
 *
 * @param key - The key.
 * @param shape - The shape of the result, or options. Default: [], one number.
 * @param typing - The dtype, or options. Default: int32.
 * @throws TypeError if `key` is not a key.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.rademacher.html
 * @example
 * jax.random.rademacher(jax.random.PRNGKey(0), [3]).abs().tolist(); // [1, 1, 1]
 */
export function rademacher(
  key: Key,
  shape?: Shape | null | RademacherOptions,
  typing?: Typing | RademacherOptions,
): ndarray {
  const { lengths, dtype } = readParameters("rademacher", key, {}, shape, typing, {}, checkWhole);
  const signs = convertType(bernoulli(key, 0.5, lengths), dtype);
  return subtract(multiply(2, signs), 1);
}
