import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { toArray } from "../array/coerce";
import { readNamed } from "../array/options";
import { Elementwise, elementwise } from "./elementwise";
import type { ndarray } from "../array/ndarray";

/** An elementwise function of one array. */
export type Unary = (x: ArrayLike) => ndarray;
/** An elementwise function of two arrays, which are broadcast. */
export type Binary = (x: ArrayLike, y: ArrayLike) => ndarray;

/**
 * Adds elementwise, x + y; of truth values, the logical or.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.add.html
 * @example
 * np.add([1, 2], 10).tolist(); // [11, 12]
 */
export const add: Binary = elementwise({
  name: "add",
  inputs: ["x", "y"],
  expression: e.add,
  truth: e.or,
});

/**
 * Subtracts elementwise, x − y.
 *
 * @throws TypeError for truth values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.subtract.html
 * @example
 * np.subtract([1, 2], 10).tolist(); // [-9, -8]
 */
export const subtract: Binary = elementwise({
  name: "subtract",
  inputs: ["x", "y"],
  expression: e.subtract,
  truth: null,
});

/**
 * Multiplies elementwise, x · y; of truth values, the logical and.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.multiply.html
 * @example
 * np.multiply([1, 2], 10).tolist(); // [10, 20]
 */
export const multiply: Binary = elementwise({
  name: "multiply",
  inputs: ["x", "y"],
  expression: e.multiply,
  truth: e.and,
});

/**
 * Divides elementwise, x / y, in floating point: integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.divide.html
 * @example
 * np.divide([1, 0], [4, 0]).tolist(); // [0.25, NaN]
 */
export const divide: Binary = elementwise({
  name: "divide",
  inputs: ["x", "y"],
  expression: e.divide,
  computing: "inexact",
});

/**
 * Divides and rounds down, ⌊x / y⌋. Integers stay integers.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.floor_divide.html
 * @example
 * np.floorDivide([7, -7], 2).tolist(); // [3, -4]
 */
export const floorDivide: Binary = elementwise({
  name: "floorDivide",
  inputs: ["x", "y"],
  expression: e.floorDivide,
});

/**
 * The remainder of division, x − y ⌊x / y⌋, with the sign of y, as Python's `%`.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.remainder.html
 * @example
 * np.remainder([7, -7], 3).tolist(); // [1, 2]
 */
export const remainder: Binary = elementwise({
  name: "remainder",
  inputs: ["x", "y"],
  expression(x, y) {
    const rest = e.remainder(x, y);
    const opposite = e.notEqual(e.less(rest, 0), e.less(y, 0));
    return e.where(e.and(opposite, e.notEqual(rest, 0)), e.add(rest, y), rest);
  },
});

/**
 * The remainder of division: {@link remainder} under its shorter name.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.mod.html
 * @example
 * np.mod([7, -7], 3).tolist(); // [1, 2]
 */
export const mod: Binary = remainder;

/**
 * Changes the sign, −x.
 *
 * @throws TypeError for truth values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.negative.html
 * @example
 * np.negative([1, -2]).tolist(); // [-1, 2]
 */
export const negative: Unary = elementwise({
  name: "negative",
  inputs: ["x"],
  expression: e.negative,
  truth: null,
});

/**
 * The absolute value |x|. Its derivative at 0 is 1, as in JAX.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.abs.html
 * @example
 * np.abs([-1.5, 2]).tolist(); // [1.5, 2]
 */
export const abs: Unary = elementwise({
  name: "abs",
  inputs: ["x"],
  expression: e.abs,
  truth: (x) => x,
});

/**
 * The sign: −1, 0 or 1.
 *
 * @throws TypeError for truth values.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.sign.html
 * @example
 * np.sign([-3, 0, 2]).tolist(); // [-1, 0, 1]
 */
export const sign: Unary = elementwise({ name: "sign", inputs: ["x"], expression: e.sign, truth: null });

/**
 * The square x².
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.square.html
 * @example
 * np.square([3, -4]).tolist(); // [9, 16]
 */
export const square: Unary = elementwise({ name: "square", inputs: ["x"], expression: e.square });

/**
 * The reciprocal 1 / x, in floating point.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.reciprocal.html
 * @example
 * np.reciprocal([2, 4]).tolist(); // [0.5, 0.25]
 */
export const reciprocal: Unary = elementwise({
  name: "reciprocal",
  inputs: ["x"],
  expression: (x) => e.divide(1, x),
  computing: "inexact",
});

const generalPower = new Elementwise({ name: "power", inputs: ["x", "y"], expression: e.pow });
const integerPowers = new Map<number, Elementwise>();

/**
 * Raises to a power, xʸ. A small whole number as exponent is done by multiplication, as in JAX.
 *
 * @param x - The bases.
 * @param y - The exponents.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.power.html
 * @example
 * np.power([1, 2, 3], 2).tolist(); // [1, 4, 9]
 */
export function power(x: ArrayLike, y: ArrayLike): ndarray {
  if (typeof y !== "number" || typeof x === "number" || !Number.isInteger(y) || Math.abs(y) > 1024) {
    return generalPower.apply([x, y]);
  }
  let machine = integerPowers.get(y);
  if (!machine) {
    machine = new Elementwise({
      name: "power",
      inputs: ["x"],
      expression: (base) => e.integerPow(base, y),
      computing: y < 0 ? "inexact" : "number",
    });
    integerPowers.set(y, machine);
  }
  return machine.apply([x]);
}

/**
 * The larger of two elements; NaN where one is. Where both are equal, each gets half the derivative.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.maximum.html
 * @example
 * np.maximum([-1, 2], 0).tolist(); // [0, 2]
 */
export const maximum: Binary = elementwise({
  name: "maximum",
  inputs: ["x", "y"],
  expression: e.maximum,
  truth: e.or,
});

/**
 * The smaller of two elements; NaN where one is. Where both are equal, each gets half the derivative.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.minimum.html
 * @example
 * np.minimum([-1, 2], 0).tolist(); // [-1, 0]
 */
export const minimum: Binary = elementwise({
  name: "minimum",
  inputs: ["x", "y"],
  expression: e.minimum,
  truth: e.and,
});

/** Whole numbers stay what they are. */
const rounding = (name: string, expression: (x: e.Expr) => e.Expr): Unary =>
  elementwise({ name, inputs: ["x"], expression, computing: "any", truth: (x) => x });

/**
 * Rounds down to a whole number.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.floor.html
 * @example
 * np.floor([-1.5, 1.5]).tolist(); // [-2, 1]
 */
export const floor: Unary = rounding("floor", e.floor);

/**
 * Rounds up to a whole number.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.ceil.html
 * @example
 * np.ceil([-1.5, 1.5]).tolist(); // [-1, 2]
 */
export const ceil: Unary = rounding("ceil", e.ceil);

/**
 * Rounds toward 0 to a whole number.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.trunc.html
 * @example
 * np.trunc([-1.5, 1.5]).tolist(); // [-1, 1]
 */
export const trunc: Unary = rounding("trunc", e.trunc);

/**
 * Rounds to the nearest whole number, halves to the even one.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.rint.html
 * @example
 * np.rint([0.5, 1.5, 2.4]).tolist(); // [0, 2, 2]
 */
export const rint: Unary = elementwise({
  name: "rint",
  inputs: ["x"],
  expression: e.nearest,
  computing: "inexact",
});

/**
 * Limits elements to an interval: min(max(x, lower), upper).
 *
 * @param x - The array.
 * @param lower - The least value; or both by name, `{ min, max }`. Default: none.
 * @param upper - The largest value. Default: none.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.clip.html
 * @example
 * np.clip([-2, 0.5, 2], -1, 1).tolist(); // [-1, 0.5, 1]
 */
export function clip(
  x: ArrayLike,
  lower?: ArrayLike | null | { min?: ArrayLike | null; max?: ArrayLike | null },
  upper?: ArrayLike | null | { max?: ArrayLike | null },
): ndarray {
  const { min, max } = readNamed("clip", { min: lower ?? undefined, max: upper ?? undefined }, undefined, {
    min: null as ArrayLike | null,
    max: null as ArrayLike | null,
  });
  const from = toArray("clip", x);
  const raised = min === null ? from : maximum(from, bound("min", min));
  return max === null ? raised : minimum(raised, bound("max", max));
}

/** A bound of {@link clip}, read in its name; a plain number stays one, for it lifts no dtype. */
const bound = (name: string, value: ArrayLike): ArrayLike =>
  typeof value === "number" ? value : toArray(`clip: ${name}`, value);
