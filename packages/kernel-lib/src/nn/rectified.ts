import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import type { ndarray } from "../array/ndarray";
import type { Activation, Parameter } from "./activation";
import { defineActivation } from "./define";
import { between } from "./operations";
import * as operations from "./operations";

/** The constants that make mean 0 and variance 1 a fixed point. */
const seluAlpha = e.constant(1.6732632423543772, "\\alpha");
const seluScale = e.constant(1.0507009873554805, "\\lambda");

/**
 * Rectified linear unit: keeps what is positive.
 *
 * Formula: max(x, 0).
 * Integers stay integers; −0 becomes 0. The derivative at 0 is 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.relu.html
 * @example
 * nn.relu([-2, 0, 3]).tolist(); // [0, 0, 3]
 */
export const relu: Activation = defineActivation({
  name: "relu",
  summary: "Rectified linear unit: keeps what is positive.",
  expression: (x) => operations.relu(x),
  textbook: (x) => operations.relu(x),
  kinks: [0],
  source: "https://dl.acm.org/doi/10.5555/3104322.3104425",
  computing: "number",
});

/**
 * Rectified linear unit with a ceiling of 6.
 *
 * Formula: min(max(x, 0), 6).
 * The derivative at 0 and at 6 is 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.relu6.html
 * @example
 * nn.relu6([-2, 3, 9]).tolist(); // [0, 3, 6]
 */
export const relu6: Activation = defineActivation({
  name: "relu6",
  summary: "Rectified linear unit with a ceiling of 6.",
  expression: (x) => operations.relu6(x),
  textbook: (x) => e.minimum(e.maximum(x, 0), 6),
  textbookDerivative: (x) => between(0, x, 6, 1),
  kinks: [0, 6],
  source: "https://www.cs.utoronto.ca/~kriz/conv-cifar10-aug2010.pdf",
});

/**
 * Leaky rectified linear unit: lets a little of what is negative through.
 *
 * Formula: x where x ≥ 0, α·x elsewhere.
 * The derivative at 0 is 1.
 *
 * @param x - The array.
 * @param negativeSlope - The slope α of the negative side, a number or an array. Default: 0.01.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.leaky_relu.html
 * @example
 * nn.leakyRelu([-2, 3], 0.5).tolist(); // [-1, 3]
 */
export const leakyRelu: Activation<(x: ArrayLike, negativeSlope?: Parameter<"negativeSlope">) => ndarray> =
  defineActivation({
    name: "leakyRelu",
    summary: "Leaky rectified linear unit: lets a little of what is negative through.",
    parameters: { negativeSlope: { default: 0.01, min: 0, max: 1, latex: "\\alpha" } },
    expression: (x, { negativeSlope }) => e.where(e.greaterEqual(x, 0), x, e.multiply(negativeSlope, x)),
    kinks: [0],
    source: "https://ai.stanford.edu/~amaas/papers/relu_hybrid_icml2013_final.pdf",
    computing: "number",
  });

/**
 * Exponential linear unit: levels off at −α on the negative side.
 *
 * Formula: x where x > 0, α(eˣ − 1) elsewhere.
 * The derivative at 0 is α.
 *
 * @param x - The array.
 * @param alpha - The level α, a number or an array. Default: 1.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.elu.html
 * @example
 * nn.elu([-100, 0, 3], 0.5).tolist(); // [-0.5, 0, 3]
 */
export const elu: Activation<(x: ArrayLike, alpha?: Parameter<"alpha">) => ndarray> = defineActivation({
  name: "elu",
  summary: "Exponential linear unit: levels off at −α on the negative side.",
  parameters: { alpha: { default: 1, min: 0.01, max: 2 } },
  expression: (x, { alpha }) => operations.elu(x, alpha),
  kinks: [0],
  source: "https://arxiv.org/abs/1511.07289",
});

/**
 * Continuously differentiable exponential linear unit: ELU without the kink.
 *
 * Formula: max(x, 0) + α(e^(min(x, 0)/α) − 1).
 * −0 becomes 0; α = 0 gives NaN for positive numbers.
 *
 * @param x - The array.
 * @param alpha - The level α, a number or an array. Default: 1.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.celu.html
 * @example
 * nn.celu([-100, 0, 3], 0.5).tolist(); // [-0.5, 0, 3]
 */
export const celu: Activation<(x: ArrayLike, alpha?: Parameter<"alpha">) => ndarray> = defineActivation({
  name: "celu",
  summary: "Continuously differentiable exponential linear unit: ELU without the kink.",
  parameters: { alpha: { default: 1, min: 0.01, max: 2 } },
  expression: (x, { alpha }) =>
    e.add(e.maximum(x, 0), e.multiply(alpha, e.expm1(e.divide(e.minimum(x, 0), alpha)))),
  textbook: (x, { alpha }) => e.where(e.greater(x, 0), x, e.multiply(alpha, e.expm1(e.divide(x, alpha)))),
  kinks: [0],
  source: "https://arxiv.org/abs/1704.07483",
});

/**
 * Scaled exponential linear unit: keeps the mean at 0 and the variance at 1 through many layers.
 *
 * Formula: λx where x > 0, λα(eˣ − 1) elsewhere, with λ = 1.0507… and α = 1.6733….
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.selu.html
 * @example
 * nn.selu([0, 1]).tolist(); // [0, 1.0507010221481323]
 */
export const selu: Activation = defineActivation({
  name: "selu",
  summary: "Scaled exponential linear unit: keeps the mean at 0 and the variance at 1 through many layers.",
  expression: (x) => e.multiply(seluScale, operations.elu(x, seluAlpha)),
  kinks: [0],
  source: "https://arxiv.org/abs/1706.02515",
});

/**
 * The function that changes nothing.
 *
 * Formula: x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.nn.identity.html
 * @example
 * nn.identity([1, 2]).tolist(); // [1, 2]
 */
export const identity: Activation = defineActivation({
  name: "identity",
  summary: "The function that changes nothing.",
  expression: (x) => x,
  source: "https://en.wikipedia.org/wiki/Identity_function",
  computing: "any",
});
