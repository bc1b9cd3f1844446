import * as e from "../expr";
import { elementwise } from "./elementwise";
import type { Unary } from "./ufuncsArithmetic";

/**
 * The error function, 2/√π times the integral of exp(−t²) from 0 to x.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.erf.html
 * @example
 * jax.scipy.special.erf([0, 10]).tolist(); // [0, 1]
 */
export const erf: Unary = elementwise({
  name: "erf",
  inputs: ["x"],
  expression: e.erf,
  computing: "inexact",
});

/**
 * The complementary error function 1 − erf(x), with all its digits where that is nearly 0.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.scipy.special.erfc.html
 * @example
 * jax.scipy.special.erfc([0, -10]).tolist(); // [1, 2]
 */
export const erfc: Unary = elementwise({
  name: "erfc",
  inputs: ["x"],
  expression: e.erfc,
  computing: "inexact",
});
