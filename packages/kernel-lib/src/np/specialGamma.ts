import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { checkInteger } from "../array/checks";
import { toArray } from "../array/coerce";
import type { ndarray } from "../array/ndarray";
import { floatingType } from "../array/traits";
import { convertType } from "../ops/map";
import { elementwise } from "./elementwise";
import { add, multiply, subtract, type Binary, type Unary } from "./ufuncs";

/**
 * The logarithm of |Γ(x)|.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.gammaln.html
 * @example
 * jax.scipy.special.gammaln([1, 2, 0]).tolist(); // [0, 0, Infinity]
 */
export const gammaln: Unary = elementwise({
  name: "gammaln",
  inputs: ["x"],
  expression: e.lgamma,
  computing: "inexact",
});

/**
 * The sign of Γ(x), NaN where that has a pole of both signs.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.gammasgn.html
 * @example
 * jax.scipy.special.gammasgn([3, -0.5, -1.5]).tolist(); // [1, -1, 1]
 */
export const gammasgn: Unary = elementwise({
  name: "gammasgn",
  inputs: ["x"],
  expression: e.gammaSign,
  computing: "inexact",
});

/** Γ(x) by way of its logarithm. */
const gammaOf = (x: e.Expr): e.Expr => e.multiply(e.gammaSign(x), e.exp(e.lgamma(x)));

/**
 * The gamma function Γ(x), which is (x − 1)! for whole x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.gamma.html
 * @example
 * jax.scipy.special.gamma([1, 5]).round().tolist(); // [1, 24]
 */
export const gamma: Unary = elementwise({
  name: "gamma",
  inputs: ["x"],
  expression: gammaOf,
  computing: "inexact",
});

/**
 * The factorial n! = Γ(n + 1), 0 for negative n.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.factorial.html
 * @example
 * jax.scipy.special.factorial([0, 4]).round().tolist(); // [1, 24]
 */
export const factorial: Unary = elementwise({
  name: "factorial",
  inputs: ["n"],
  expression: (n) => e.where(e.less(n, 0), 0, e.exp(e.lgamma(e.add(n, 1)))),
  computing: "inexact",
});

/**
 * The digamma function ψ(x), the derivative of log Γ(x).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.digamma.html
 * @example
 * jax.scipy.special.digamma([1]).round(4).tolist(); // [-0.5771999955177307]
 */
export const digamma: Unary = elementwise({
  name: "digamma",
  inputs: ["x"],
  expression: e.digamma,
  computing: "inexact",
});

/**
 * The derivative of {@link digamma} of order n. It has no derivative by n.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.polygamma.html
 * @example
 * jax.scipy.special.polygamma(1, [1]).round(4).tolist(); // [1.6448999643325806]
 */
export const polygamma: Binary = elementwise({
  name: "polygamma",
  inputs: ["n", "x"],
  expression: e.polygamma,
  computing: "inexact",
});

/**
 * Hurwitz's zeta function: the sum of (q + k)⁻ˣ for k = 0, 1, …, for x > 1. It has no derivative by x.
 *
 * @param x - The exponent.
 * @param q - Where the sum begins. Default: 1, Riemann's zeta function.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.zeta.html
 * @example
 * jax.scipy.special.zeta(2).round(4).item(); // 1.6448999643325806
 */
export function zeta(x: ArrayLike, q: ArrayLike = 1): ndarray {
  return hurwitz(x, q);
}

const hurwitz: Binary = elementwise({
  name: "zeta",
  inputs: ["x", "q"],
  expression: e.zeta,
  computing: "inexact",
});

/** log |B(a, b)|. */
const betaLog = (a: e.Expr, b: e.Expr): e.Expr =>
  e.subtract(e.add(e.lgamma(a), e.lgamma(b)), e.lgamma(e.add(a, b)));

/**
 * The logarithm of |B(a, b)|: see {@link beta}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.betaln.html
 * @example
 * jax.scipy.special.betaln(1, 1).item(); // 0
 */
export const betaln: Binary = elementwise({
  name: "betaln",
  inputs: ["a", "b"],
  expression: betaLog,
  computing: "inexact",
});

/**
 * The beta function B(a, b) = Γ(a) Γ(b) / Γ(a + b).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.beta.html
 * @example
 * jax.scipy.special.beta(2, 1).item(); // 0.5
 */
export const beta: Binary = elementwise({
  name: "beta",
  inputs: ["a", "b"],
  expression: (a, b) =>
    e.multiply(
      e.multiply(e.multiply(e.gammaSign(a), e.gammaSign(b)), e.gammaSign(e.add(a, b))),
      e.exp(betaLog(a, b)),
    ),
  computing: "inexact",
});

/**
 * The share of the gamma distribution of shape a below x: P(a, x) = 1/Γ(a) ∫₀ˣ tᵃ⁻¹ e⁻ᵗ dt. Derivatives by a go to the
 * second order.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.gammainc.html
 * @example
 * jax.scipy.special.gammainc(1, [0, 100]).tolist(); // [0, 1]
 */
export const gammainc: Binary = elementwise({
  name: "gammainc",
  inputs: ["a", "x"],
  expression: e.lowerGamma,
  computing: "inexact",
});

/**
 * The share of the gamma distribution of shape a above x, 1 − P(a, x): see {@link gammainc}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.gammaincc.html
 * @example
 * jax.scipy.special.gammaincc(1, [0, 1000]).tolist(); // [1, 0]
 */
export const gammaincc: Binary = elementwise({
  name: "gammaincc",
  inputs: ["a", "x"],
  expression: e.upperGamma,
  computing: "inexact",
});

/**
 * The logarithm of the gamma function of d dimensions: d(d − 1)/4 · log π + Σ log Γ(a + (1 − j)/2) for j = 1, …, d.
 *
 * @param a - The argument, above (d − 1)/2.
 * @param d - The number of dimensions.
 * @throws RangeError if `d` is no whole number of at least 1.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.multigammaln.html
 * @example
 * jax.scipy.special.multigammaln(1, 1).item(); // 0
 */
export function multigammaln(a: ArrayLike, d: number): ndarray {
  const count = checkInteger("multigammaln", "d", d, 1);
  const given = toArray("multigammaln", a);
  const x = convertType(given, floatingType(given.dtype));
  let sum = add(multiply(x, 0), (count * (count - 1) * Math.log(Math.PI)) / 4);
  for (let j = 0; j < count; j++) sum = add(sum, gammaln(subtract(x, j / 2)));
  return sum;
}

/**
 * The modified Bessel function of the first kind and order 0, times e^{−|x|}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.i0e.html
 * @example
 * jax.scipy.special.i0e([0]).tolist(); // [1]
 */
export const i0e: Unary = elementwise({
  name: "i0e",
  inputs: ["x"],
  expression: e.i0e,
  computing: "inexact",
});

/**
 * The modified Bessel function of the first kind and order 1.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.i1.html
 * @example
 * jax.scipy.special.i1([0, 1]).tolist(); // [0, 0.5651590824127197]
 */
export const i1: Unary = elementwise({
  name: "i1",
  inputs: ["x"],
  expression: e.i1,
  computing: "inexact",
});

/**
 * The modified Bessel function of the first kind and order 1, times e^{−|x|}.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.i1e.html
 * @example
 * jax.scipy.special.i1e([0]).tolist(); // [0]
 */
export const i1e: Unary = elementwise({
  name: "i1e",
  inputs: ["x"],
  expression: e.i1e,
  computing: "inexact",
});
