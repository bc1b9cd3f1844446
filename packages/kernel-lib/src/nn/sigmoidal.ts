import * as e from "../expr";
import type { Activation } from "./activation";
import { defineActivation } from "./define";
import * as operations from "./operations";

const siluOf = (x: e.Expr): e.Expr => e.multiply(x, e.logistic(x));
const hardSigmoidOf = (x: e.Expr): e.Expr => e.divide(operations.relu6(e.add(x, 3)), 6);

/**
 * Sigmoid or logistic function: squeezes any number between 0 and 1.
 *
 * Formula: 1 / (1 + e⁻ˣ).
 *
 * @throws TypeError for integers and truth values, as JAX does.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.sigmoid.html
 * @example
 * nn.sigmoid([-Infinity, 0, Infinity]).tolist(); // [0, 0.5, 1]
 */
export const sigmoid: Activation = defineActivation({
  name: "sigmoid",
  summary: "Sigmoid or logistic function: squeezes any number between 0 and 1.",
  expression: (x) => e.logistic(x),
  textbook: (x) => e.divide(1, e.add(1, e.exp(e.negative(x)))),
  textbookDerivative: (x) => e.multiply(e.logistic(x), e.subtract(1, e.logistic(x))),
  source: "https://en.wikipedia.org/wiki/Logistic_function",
  computing: "floating",
});

/**
 * Sigmoid linear unit, also known as swish.
 *
 * Formula: x · sigmoid(x).
 *
 * @throws TypeError for integers and truth values, as JAX does.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.silu.html
 * @example
 * nn.silu([0, 100]).tolist(); // [0, 100]
 */
export const silu: Activation = defineActivation({
  name: "silu",
  summary: "Sigmoid linear unit, also known as swish.",
  expression: siluOf,
  textbook: (x) => e.divide(x, e.add(1, e.exp(e.negative(x)))),
  textbookDerivative: (x) => e.multiply(e.logistic(x), e.add(1, e.multiply(x, e.subtract(1, e.logistic(x))))),
  source: "https://arxiv.org/abs/1702.03118",
  computing: "floating",
});

/** The same as {@link silu}. */
export const swish: Activation = silu;

/**
 * Hyperbolic tangent: squeezes any number between −1 and 1.
 *
 * Formula: (eˣ − e⁻ˣ) / (eˣ + e⁻ˣ).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tanh.html
 * @example
 * nn.tanh([0, 20]).tolist(); // [0, 1]
 */
export const tanh: Activation = defineActivation({
  name: "tanh",
  summary: "Hyperbolic tangent: squeezes any number between −1 and 1.",
  expression: (x) => e.tanh(x),
  textbook: (x) =>
    e.divide(e.subtract(e.exp(x), e.exp(e.negative(x))), e.add(e.exp(x), e.exp(e.negative(x)))),
  textbookDerivative: (x) => e.subtract(1, e.square(e.tanh(x))),
  source: "https://en.wikipedia.org/wiki/Hyperbolic_functions",
  docs: "https://docs.jax.dev/en/latest/_autosummary/jax.numpy.tanh.html",
});

/**
 * Soft sign: approaches −1 and 1 without exponentials.
 *
 * Formula: x / (|x| + 1).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.soft_sign.html
 * @example
 * nn.softSign([-1, 0, 3]).tolist(); // [-0.5, 0, 0.75]
 */
export const softSign: Activation = defineActivation({
  name: "softSign",
  summary: "Soft sign: approaches −1 and 1 without exponentials.",
  expression: (x) => e.divide(x, e.add(e.abs(x), 1)),
  textbookDerivative: (x) => e.divide(1, e.square(e.add(e.abs(x), 1))),
  source: "https://proceedings.mlr.press/v9/glorot10a.html",
});

/**
 * Piecewise linear stand-in for the sigmoid.
 *
 * Formula: relu6(x + 3) / 6.
 * The derivative at ±3 is 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.hard_sigmoid.html
 * @example
 * nn.hardSigmoid([-3, 0, 3]).tolist(); // [0, 0.5, 1]
 */
export const hardSigmoid: Activation = defineActivation({
  name: "hardSigmoid",
  summary: "Piecewise linear stand-in for the sigmoid.",
  expression: hardSigmoidOf,
  textbookDerivative: (x) => operations.between(-3, x, 3, 1 / 6),
  kinks: [-3, 3],
  source: "https://arxiv.org/abs/1511.00363",
});

/**
 * Piecewise quadratic stand-in for SiLU, also known as hard swish.
 *
 * Formula: x · hardSigmoid(x).
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.hard_silu.html
 * @example
 * nn.hardSilu([-1.5, 0, 3]).tolist(); // [-0.375, 0, 3]
 */
export const hardSilu: Activation = defineActivation({
  name: "hardSilu",
  summary: "Piecewise quadratic stand-in for SiLU, also known as hard swish.",
  expression: (x) => e.multiply(x, hardSigmoidOf(x)),
  textbook: (x) => e.divide(e.multiply(x, operations.relu6(e.add(x, 3))), 6),
  textbookDerivative: (x) =>
    e.where(e.lessEqual(x, -3), 0, e.where(e.greaterEqual(x, 3), 1, e.divide(e.add(e.multiply(2, x), 3), 6))),
  kinks: [-3, 3],
  source: "https://arxiv.org/abs/1905.02244",
});

/** The same as {@link hardSilu}. */
export const hardSwish: Activation = hardSilu;

/**
 * Piecewise linear stand-in for the hyperbolic tangent.
 *
 * Formula: −1 where x < −1, 1 where x > 1, x between.
 * Integers stay integers. The derivative at ±1 is 1.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.hard_tanh.html
 * @example
 * nn.hardTanh([-2, 0.5, 2]).tolist(); // [-1, 0.5, 1]
 */
export const hardTanh: Activation = defineActivation({
  name: "hardTanh",
  summary: "Piecewise linear stand-in for the hyperbolic tangent.",
  expression: (x) => e.where(e.greater(x, 1), 1, e.where(e.less(x, -1), -1, x)),
  textbookDerivative: (x) => e.where(e.and(e.greaterEqual(x, -1), e.lessEqual(x, 1)), 1, 0),
  kinks: [-1, 1],
  source: "https://ronan.collobert.com/pub/2004_phdthesis_lip6.pdf",
  computing: "number",
});

/**
 * Piecewise linear sigmoid that reaches 0 and 1, the derivative of sparsePlus.
 *
 * Formula: ½ clip(x + 1, 0, 2).
 * The derivative at ±1 is ¼.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.sparse_sigmoid.html
 * @example
 * nn.sparseSigmoid([-2, 0, 2]).tolist(); // [0, 0.5, 1]
 */
export const sparseSigmoid: Activation = defineActivation({
  name: "sparseSigmoid",
  summary: "Piecewise linear sigmoid that reaches 0 and 1, the derivative of sparsePlus.",
  expression: (x) => e.multiply(0.5, e.minimum(e.maximum(e.add(x, 1), 0), 2)),
  textbook: (x) =>
    e.where(e.lessEqual(x, -1), 0, e.where(e.greaterEqual(x, 1), 1, e.multiply(0.5, e.add(x, 1)))),
  textbookDerivative: (x) => operations.between(-1, x, 1, 0.5),
  kinks: [-1, 1],
  source: "https://arxiv.org/abs/1901.02324",
});
