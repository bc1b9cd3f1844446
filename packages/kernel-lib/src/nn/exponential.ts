import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import type { Activation, Parameter } from "./activation";
import { defineActivation } from "./define";
import * as operations from "./operations";

/** √(2/π) and √½ as float32 has them, as in JAX. */
const rootTwoOverPi = e.constant(Math.fround(Math.sqrt(2 / Math.PI)), "\\sqrt{\\frac{2}{\\pi}}");
const rootHalf = Math.fround(Math.SQRT1_2);

/** The argument of the hyperbolic tangent in the approximation of GELU. */
const inner = (x: e.Expr): e.Expr =>
  e.multiply(rootTwoOverPi, e.add(x, e.multiply(0.044715, e.integerPow(x, 3))));

/** x (1 + tanh u) / 2, by way of the logistic function of 2u, which is the same. */
const tanhGelu = (x: e.Expr): e.Expr => e.multiply(x, e.logistic(e.multiply(2, inner(x))));
/** The same under a letter of its own, for the formula of the derivative. */
const innerLetter = e.define({ name: "inner", arity: 1, kind: "number", letter: "u", body: inner });

const tanhTextbook = (x: e.Expr): e.Expr => e.multiply(e.divide(x, 2), e.add(1, e.tanh(inner(x))));
const erfcGelu = (x: e.Expr): e.Expr =>
  e.multiply(e.multiply(0.5, x), e.erfc(e.multiply(e.negative(x), rootHalf)));
/** The derivative of the approximation: half of 1 + tanh u, plus x/2 times the derivative of tanh u. */
const tanhTextbookDerivative = (x: e.Expr): e.Expr => {
  const t = e.tanh(innerLetter(x));
  const slope = e.multiply(rootTwoOverPi, e.add(1, e.multiply(3 * 0.044715, e.square(x))));
  const second = e.multiply(e.divide(x, 2), e.multiply(slope, e.subtract(1, e.square(t))));
  return e.add(e.multiply(0.5, e.add(1, t)), second);
};
const erfTextbook = (x: e.Expr): e.Expr =>
  e.multiply(e.divide(x, 2), e.add(1, e.erf(e.divide(x, e.constant(Math.SQRT2, "\\sqrt{2}")))));

/** The normal distribution up to x, plus x times its density. */
const erfTextbookDerivative = (x: e.Expr): e.Expr => {
  const share = e.multiply(0.5, e.add(1, e.erf(e.divide(x, e.constant(Math.SQRT2, "\\sqrt{2}")))));
  const bell = e.exp(e.negative(e.divide(e.square(x), 2)));
  return e.add(share, e.multiply(e.divide(x, e.constant(Math.sqrt(2 * Math.PI), "\\sqrt{2\\pi}")), bell));
};

/**
 * Gaussian error linear unit: weighs a number by how many of a normal distribution lie below it.
 *
 * Formula: ½x (1 + tanh(√(2/π) (x + 0.044715 x³))), or ½x erfc(−x/√2).
 * At −∞ it is NaN, as in JAX.
 *
 * @param x - The array.
 * @param approximate - Whether to use the first formula, which needs no error function. Default: true.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.gelu.html
 * @example
 * nn.gelu([0, 10], { approximate: false }).tolist(); // [0, 10]
 */
export const gelu: Activation<(x: ArrayLike, approximate?: Parameter<"approximate", boolean>) => ndarray> =
  defineActivation({
    name: "gelu",
    summary: "Gaussian error linear unit: weighs a number by how many of a normal distribution lie below it.",
    parameters: { approximate: { default: true } },
    expression: (x, { approximate }) => (approximate ? tanhGelu(x) : erfcGelu(x)),
    textbook: (x, { approximate }) => (approximate ? tanhTextbook(x) : erfTextbook(x)),
    textbookDerivative: (x, { approximate }) =>
      approximate ? tanhTextbookDerivative(x) : erfTextbookDerivative(x),
    source: "https://arxiv.org/abs/1606.08415",
  });

/**
 * Mish: a smooth, self-regularised relative of SiLU.
 *
 * Formula: x · tanh(softplus(x)).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.mish.html
 * @example
 * nn.mish([0, 100]).tolist(); // [0, 100]
 */
export const mish: Activation = defineActivation({
  name: "mish",
  summary: "Mish: a smooth, self-regularised relative of SiLU.",
  expression: (x) => e.multiply(x, e.tanh(operations.softplus(x))),
  source: "https://arxiv.org/abs/1908.08681",
});

/**
 * Soft plus: a smooth relative of the rectified linear unit.
 *
 * Formula: log(1 + eˣ).
 * It does not overflow: softplus(100) is 100.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.softplus.html
 * @example
 * nn.softplus([-Infinity, 100]).tolist(); // [0, 100]
 */
export const softplus: Activation = defineActivation({
  name: "softplus",
  summary: "Soft plus: a smooth relative of the rectified linear unit.",
  expression: (x) => operations.softplus(x),
  textbook: (x) => e.naturalLog(e.add(1, e.exp(x))),
  textbookDerivative: (x) => e.logistic(x),
  source: "https://proceedings.neurips.cc/paper/2000/hash/44968aece94f667e4095002d140b5896-Abstract.html",
});

/**
 * Logarithm of the sigmoid.
 *
 * Formula: −log(1 + e⁻ˣ).
 * It does not overflow: logSigmoid(−100) is −100.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.log_sigmoid.html
 * @example
 * nn.logSigmoid([-100]).tolist(); // [-100]
 */
export const logSigmoid: Activation = defineActivation({
  name: "logSigmoid",
  summary: "Logarithm of the sigmoid.",
  expression: (x) => e.negative(operations.softplus(e.negative(x))),
  textbook: (x) => e.negative(e.naturalLog(e.add(1, e.exp(e.negative(x))))),
  textbookDerivative: (x) => e.logistic(e.negative(x)),
  source: "https://en.wikipedia.org/wiki/Logistic_function",
});

/**
 * Square plus: a smooth relative of the rectified linear unit, without exponentials.
 *
 * Formula: (x + √(x² + b)) / 2.
 * x² overflows from about 1.8e19 in float32, to both sides.
 *
 * @param x - The array.
 * @param b - How smooth it is, a number or an array; 0 gives the rectified linear unit. Default: 4.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.squareplus.html
 * @example
 * nn.squareplus([0, 1.5], 4).tolist(); // [1, 2]
 */
export const squareplus: Activation<(x: ArrayLike, b?: Parameter<"b">) => ndarray> = defineActivation({
  name: "squareplus",
  summary: "Square plus: a smooth relative of the rectified linear unit, without exponentials.",
  parameters: { b: { default: 4, min: 0, max: 10 } },
  expression: (x, { b }) => e.divide(e.add(x, e.sqrt(e.add(e.square(x), b))), 2),
  source: "https://arxiv.org/abs/2112.11687",
});

/**
 * Sparse plus: a relative of soft plus that reaches 0 and x.
 *
 * Formula: 0 where x ≤ −1, (x + 1)²/4 between, x where x ≥ 1.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.sparse_plus.html
 * @example
 * nn.sparsePlus([-2, 0, 2]).tolist(); // [0, 0.25, 2]
 */
export const sparsePlus: Activation = defineActivation({
  name: "sparsePlus",
  summary: "Sparse plus: a relative of soft plus that reaches 0 and x.",
  expression: (x) =>
    e.where(e.lessEqual(x, -1), 0, e.where(e.greaterEqual(x, 1), x, e.divide(e.square(e.add(x, 1)), 4))),
  kinks: [-1, 1],
  source: "https://arxiv.org/abs/1901.02324",
});

/**
 * Logarithm of one less an exponential, with all its digits.
 *
 * Formula: log(1 − e⁻ˣ).
 * It is meant for x > 0; at 0 it is −∞, below NaN.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.log1mexp.html
 * @example
 * nn.log1mexp([0, Math.log(2)]).tolist(); // [-Infinity, -0.6931471824645996]
 */
export const log1mexp: Activation = defineActivation({
  name: "log1mexp",
  summary: "Logarithm of one less an exponential, with all its digits.",
  expression: (x) => operations.log1mexp(x),
  textbook: (x) => e.naturalLog(e.subtract(1, e.exp(e.negative(x)))),
  textbookDerivative: (x) => e.divide(1, e.expm1(x)),
  source: "https://cran.r-project.org/web/packages/Rmpfr/vignettes/log1mexp-note.pdf",
});
