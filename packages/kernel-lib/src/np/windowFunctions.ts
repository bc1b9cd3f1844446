import * as e from "../expr";
import type { ArrayLike } from "../array/asarray";
import { sizeOf } from "../array/broadcast";
import { checkInteger } from "../array/checks";
import { ndarray } from "../array/ndarray";
import { elementwise } from "./elementwise";
import { divide, multiply, sqrt, square, subtract, type Unary } from "./ufuncs";

/** Window values from a function of the place, from 0 to 1; a window of one place is 1. */
function windowOf(functionName: string, m: number, shape: (place: number) => number): ndarray {
  const length = sizeOf(functionName, [checkInteger(functionName, "m", m, 0)]);
  const data = Float32Array.from({ length }, (_, i) => (length === 1 ? 1 : shape(i / (length - 1))));
  return new ndarray(data, [length], "float32");
}

const wave = (place: number, times: number): number => Math.cos(2 * Math.PI * times * place);

/**
 * Makes Bartlett's window, a triangle: 1 − |2x − 1| for x from 0 to 1.
 *
 * @param m - How many points.
 * @throws RangeError if `m` is negative or no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.bartlett.html
 * @example
 * np.bartlett(5).tolist(); // [0, 0.5, 1, 0.5, 0]
 */
export function bartlett(m: number): ndarray {
  return windowOf("bartlett", m, (x) => 1 - Math.abs(2 * x - 1));
}

/**
 * Makes Blackman's window: 0.42 − 0.5 cos 2πx + 0.08 cos 4πx for x from 0 to 1.
 *
 * @param m - How many points.
 * @throws RangeError if `m` is negative or no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.blackman.html
 * @example
 * np.blackman(5).round(2).tolist(); // [-0, 0.3400000035762787, 1, 0.3400000035762787, -0]
 */
export function blackman(m: number): ndarray {
  return windowOf("blackman", m, (x) => 0.42 - 0.5 * wave(x, 1) + 0.08 * wave(x, 2));
}

/**
 * Makes Hamming's window: 0.54 − 0.46 cos 2πx for x from 0 to 1.
 *
 * @param m - How many points.
 * @throws RangeError if `m` is negative or no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.hamming.html
 * @example
 * np.hamming(3).toString(); // "[0.08 1.   0.08]"
 */
export function hamming(m: number): ndarray {
  return windowOf("hamming", m, (x) => 0.54 - 0.46 * wave(x, 1));
}

/**
 * Makes von Hann's window: 0.5 − 0.5 cos 2πx for x from 0 to 1.
 *
 * @param m - How many points.
 * @throws RangeError if `m` is negative or no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.hanning.html
 * @example
 * np.hanning(3).tolist(); // [0, 1, 0]
 */
export function hanning(m: number): ndarray {
  return windowOf("hanning", m, (x) => 0.5 - 0.5 * wave(x, 1));
}

/**
 * The modified Bessel function of the first kind and order 0. Integers become float32.
 *
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.i0.html
 * @example
 * np.i0([0, 1]).tolist(); // [1, 1.2660658359527588]
 */
export const i0: Unary = elementwise({
  name: "i0",
  inputs: ["x"],
  expression: e.i0,
  computing: "inexact",
});

/**
 * Makes Kaiser's window: I₀(β√(1 − (2x − 1)²)) / I₀(β) for x from 0 to 1.
 *
 * @param m - How many points.
 * @param beta - How narrow it is: 0 a rectangle, 5 like Hamming's, 8.6 like Blackman's.
 * @throws RangeError if `m` is negative or no whole number.
 * @see https://docs.jax.dev/en/latest/_autosummary/jax.numpy.kaiser.html
 * @example
 * np.kaiser(3, 0).tolist(); // [1, 1, 1]
 */
export function kaiser(m: number, beta: ArrayLike): ndarray {
  const places = windowOf("kaiser", m, (x) => 2 * x - 1);
  const centred = places.size === 1 ? multiply(places, 0) : places;
  return divide(i0(multiply(beta, sqrt(subtract(1, square(centred))))), i0(beta));
}
