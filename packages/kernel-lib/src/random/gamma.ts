import type { ArrayLike, Typing } from "../array/asarray";
import type { Shape } from "../array/checks";
import type { Storage } from "../array/dtype";
import type { ndarray } from "../array/ndarray";
import { makeStorage } from "../array/traits";
import * as e from "../expr";
import { bindOne } from "../ops/bind";
import { drawing, fillFractions, type DrawParams, type Words } from "../ops/draw";
import { mapped, multiply } from "../ops/map";
import type { Primitive } from "../ops/primitive";
import { readParameters, type ParameterDrawOptions } from "./arguments";
import { childOf, type Key } from "./keyOf";
import { fillNormal } from "./quantile";

/**
 * One draw of the gamma distribution after Marsaglia and Tsang, in JAX's steps: d·v for the first v = (1 + cx)³ that is
 * accepted; a shape below 1 is drawn at one more, and then scaled by a power of a fraction.
 *
 * @see https://dl.acm.org/doi/10.1145/358407.358414
 */
function drawGamma(words: Words, shape: number, isLog: boolean, one: Storage): number {
  const round = one instanceof Float64Array ? (x: number) => x : Math.fround;
  const [third, squeeze] = [round(1 / 3), round(0.0331)];
  const isBoosted = !(shape >= 1);
  const d = round((isBoosted ? round(shape + 1) : shape) - third);
  const c = round(third / round(Math.sqrt(d)));
  let key = childOf(words, 0);
  let square: number;
  let cube: number;
  let fraction: number;
  do {
    let inner = childOf(key, 1);
    const last = childOf(key, 2);
    key = childOf(key, 0);
    let [x, v] = [0, -1];
    while (v <= 0) {
      fillNormal(childOf(inner, 1), one);
      inner = childOf(inner, 0);
      x = one[0];
      v = round(1 + round(x * c));
    }
    square = round(x * x);
    cube = round(round(v * v) * v);
    fillFractions(last, one);
    fraction = one[0];
  } while (
    fraction >= round(1 - round(squeeze * round(square * square))) &&
    round(Math.log(fraction)) >=
      round(round(square / 2) + round(d * round(round(1 - cube) + round(Math.log(cube)))))
  );
  fillFractions(childOf(words, 1), one);
  if (isLog) {
    const log = round(Math.log1p(-one[0]));
    const boost = !isBoosted || log === 0 ? 0 : round(log * round(1 / shape));
    return round(Math.log(d)) + round(Math.log(cube)) + boost;
  }
  return round(d * cube) * (isBoosted ? round(round(1 - one[0]) ** round(1 / shape)) : 1);
}

/** A key for each element, and a draw for each key. */
const filling =
  (isLog: boolean) =>
  (key: Words, out: Storage, shapes: Storage): void => {
    const one = makeStorage(out instanceof Float64Array ? "float64" : "float32", 1);
    for (let i = 0; i < out.length; i++) out[i] = drawGamma(childOf(key, i), shapes[i], isLog, one);
  };

const slope = e.define({
  name: "gammaDrawSlope",
  arity: 2,
  kind: "number",
  body: (shape: e.Expr, x: e.Expr) => e.gammaDrawSlope(shape, x),
});

const logSlope = e.define({
  name: "loggammaDrawSlope",
  arity: 2,
  kind: "number",
  body: (shape: e.Expr, log: e.Expr) => {
    const x = e.maximum(e.exp(log), 2 ** -126);
    return e.divide(e.gammaDrawSlope(shape, x), x);
  },
});

/** The draw moves with the shape so that its share of the distribution stays. */
function drawingGamma(name: string, isLog: boolean): Primitive<DrawParams> {
  const primitive: Primitive<DrawParams> = drawing(name, filling(isLog), ([key, shape], [, t], params) => {
    const output = bindOne(primitive, [key, shape], params);
    return {
      outputs: [output],
      tangents: [t && multiply(t, mapped(isLog ? logSlope : slope, shape, output))],
    };
  });
  return primitive;
}

const gammaPrimitive = drawingGamma("gamma", false);
const logGammaPrimitive = drawingGamma("loggamma", true);

/** Options of {@link gamma} and {@link loggamma}. */
export interface GammaOptions extends ParameterDrawOptions {
  /** The shape of the distribution, where it is not the second argument. */
  a?: ArrayLike;
}

function drawn(
  name: string,
  primitive: Primitive<DrawParams>,
  key: Key,
  a: ArrayLike | GammaOptions,
  shape: Shape | null | GammaOptions | undefined,
  typing: Typing | GammaOptions | undefined,
): ndarray {
  const { lengths, dtype, values } = readParameters(name, key, { a }, shape, typing, { a: undefined });
  return bindOne(primitive, [key, ...values], { shape: lengths, dtype });
}

/**
 * Draws numbers from the gamma distribution, whose density is proportional to xᵃ⁻¹ e⁻ˣ. Derivatives go through its
 * shape.
 *
 * @param key - The key.
 * @param a - The shape of the distribution: a positive number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that of `a`.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if `a` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.gamma.html
 * @example
 * jax.random.gamma(jax.random.PRNGKey(0), 2, [3]).shape; // [3]
 */
export function gamma(
  key: Key,
  a: ArrayLike | GammaOptions,
  shape?: Shape | null | GammaOptions,
  typing?: Typing | GammaOptions,
): ndarray {
  return drawn("gamma", gammaPrimitive, key, a, shape, typing);
}

/**
 * Draws logarithms of numbers from the gamma distribution: those of {@link gamma}, finite where these are too small.
 *
 * @param key - The key.
 * @param a - The shape of the distribution: a positive number, or an array that broadcasts to the shape; or options.
 * @param shape - The shape of the result, or options. Default: that of `a`.
 * @param typing - float32 or float64, or options. Default: float32.
 * @throws TypeError if `key` is not a key, RangeError if `a` does not broadcast to the shape.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.random.loggamma.html
 * @example
 * jax.random.loggamma(jax.random.PRNGKey(0), 0.001, [3]).shape; // [3]
 */
export function loggamma(
  key: Key,
  a: ArrayLike | GammaOptions,
  shape?: Shape | null | GammaOptions,
  typing?: Typing | GammaOptions,
): ndarray {
  return drawn("loggamma", logGammaPrimitive, key, a, shape, typing);
}
