import * as e from "../expr";
import { elementwise, type Definition } from "./elementwise";
import type { Binary, Unary } from "./ufuncsArithmetic";

const comparison = (name: string, expression: Definition["expression"]): Binary =>
  elementwise({ name, inputs: ["x", "y"], expression });

const logical = (name: string, expression: (x: e.Expr, y: e.Expr) => e.Expr): Binary =>
  elementwise({ name, inputs: ["x?", "y?"], expression });

const test = (name: string, expression: (x: e.Expr) => e.Expr): Unary =>
  elementwise({ name, inputs: ["x"], expression, computing: "inexact" });

/**
 * Tells elementwise whether x > y. NaN compares to nothing.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.greater.html
 * @example
 * np.greater([1, 2, 3], 2).tolist(); // [false, false, true]
 */
export const greater: Binary = comparison("greater", e.greater);

/**
 * Tells elementwise whether x ≥ y. NaN compares to nothing.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.greater_equal.html
 * @example
 * np.greaterEqual([1, 2, 3], 2).tolist(); // [false, true, true]
 */
export const greaterEqual: Binary = comparison("greaterEqual", e.greaterEqual);

/**
 * Tells elementwise whether x < y. NaN compares to nothing.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.less.html
 * @example
 * np.less([1, 2, 3], 2).tolist(); // [true, false, false]
 */
export const less: Binary = comparison("less", e.less);

/**
 * Tells elementwise whether x ≤ y. NaN compares to nothing.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.less_equal.html
 * @example
 * np.lessEqual([1, 2, 3], 2).tolist(); // [true, true, false]
 */
export const lessEqual: Binary = comparison("lessEqual", e.lessEqual);

/**
 * Tells elementwise whether x = y. NaN compares to nothing.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.equal.html
 * @example
 * np.equal([1, 2, 3], 2).tolist(); // [false, true, false]
 */
export const equal: Binary = comparison("equal", e.equal);

/**
 * Tells elementwise whether x ≠ y. NaN differs from everything.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.not_equal.html
 * @example
 * np.notEqual([1, 2, 3], 2).tolist(); // [true, false, true]
 */
export const notEqual: Binary = comparison("notEqual", e.notEqual);

/**
 * Tells elementwise whether both are true; any number but 0 is.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logical_and.html
 * @example
 * np.logicalAnd([true, true, false, false], [true, false, true, false]).tolist(); // [true, false, false, false]
 */
export const logicalAnd: Binary = logical("logicalAnd", e.and);

/**
 * Tells elementwise whether at least one is true; any number but 0 is.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logical_or.html
 * @example
 * np.logicalOr([true, true, false, false], [true, false, true, false]).tolist(); // [true, true, true, false]
 */
export const logicalOr: Binary = logical("logicalOr", e.or);

/**
 * Tells elementwise whether exactly one is true; any number but 0 is.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logical_xor.html
 * @example
 * np.logicalXor([true, true, false, false], [true, false, true, false]).tolist(); // [false, true, true, false]
 */
export const logicalXor: Binary = logical("logicalXor", e.xor);

/**
 * Tells elementwise what is false; of numbers, only 0 is.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.logical_not.html
 * @example
 * np.logicalNot([true, false]).tolist(); // [false, true]
 */
export const logicalNot: Unary = elementwise({ name: "logicalNot", inputs: ["x?"], expression: e.not });

/**
 * Tells elementwise what is not a number.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isnan.html
 * @example
 * np.isnan([NaN, Infinity, 1]).tolist(); // [true, false, false]
 */
export const isnan: Unary = test("isnan", (x) => e.notEqual(x, x));

/**
 * Tells elementwise what is infinite.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isinf.html
 * @example
 * np.isinf([NaN, Infinity, 1]).tolist(); // [false, true, false]
 */
export const isinf: Unary = test("isinf", (x) => e.equal(e.abs(x), Infinity));

/**
 * Tells elementwise what is a number and finite.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.isfinite.html
 * @example
 * np.isfinite([NaN, Infinity, 1]).tolist(); // [false, false, true]
 */
export const isfinite: Unary = test("isfinite", (x) => e.less(e.abs(x), Infinity));
