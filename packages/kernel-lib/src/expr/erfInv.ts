import { erf, erfc } from "./special";
import type { Lane, Lanes } from "./simd/lanes";

/** Horner's rule in float32 with fused steps, each rounded once. */
function polynomial(coefficients: Float32Array, x: number): number {
  let sum = coefficients[0];
  for (let i = 1; i < 9; i++) sum = Math.fround(sum * x + coefficients[i]);
  return sum;
}

const central = Float32Array.of(
  2.81022636e-8,
  3.43273939e-7,
  -3.5233877e-6,
  -4.39150654e-6,
  0.00021858087,
  -0.00125372503,
  -0.00417768164,
  0.246640727,
  1.50140941,
);
const tail = Float32Array.of(
  -0.000200214257,
  0.000100950558,
  0.00134934322,
  -0.00367342844,
  0.00573950773,
  -0.0076224613,
  0.00943887047,
  1.00167406,
  2.83297682,
);

/**
 * The inverse of the error function in float32, after Giles, in XLA's own steps so that the numbers drawn agree.
 *
 * @see https://people.maths.ox.ac.uk/gilesm/files/gems_erfinv.pdf
 */
export function erfInv32(x: number): number {
  if (Math.abs(x) === 1) return x * Infinity;
  const w = Math.fround(-Math.log1p(-Math.fround(x * x)));
  const p =
    w < 5
      ? polynomial(central, Math.fround(w - 2.5))
      : polynomial(tail, Math.fround(Math.fround(Math.sqrt(w)) - 3));
  return Math.fround(p * x);
}

/** The same of four numbers at once. */
export function erfInvLanes(l: Lanes, x: Lane): Lane {
  const w = l.neg(l.approximate("log1p", l.neg(l.mul(x, x))));
  const isCentral = l.lt(w, l.constant(5));
  const t = l.select(isCentral, l.sub(w, l.constant(2.5)), l.sub(l.sqrt(w), l.constant(3)));
  const coefficients = Array.from(central, (c, i) => l.select(isCentral, l.constant(c), l.constant(tail[i])));
  const p = coefficients.reduce((sum, c) => l.fusedMultiplyAdd(sum, t, c));
  return l.mul(x, l.select(l.eq(l.abs(x), l.constant(1)), l.constant(Infinity), p));
}

/** The inverse of the error function in float64: Giles' approximation, then two of Halley's steps. */
export function erfInv64(x: number): number {
  const size = Math.abs(x);
  if (size === 1) return x * Infinity;
  if (size === 0) return x;
  let y = Math.abs(erfInv32(size < 0.999 ? size : 0.999));
  if (size >= 0.999) {
    // Where float32 has no digits left: the leading terms of erfc(y) = exp(−y²) / (y √π).
    const target = -Math.log((1 - size) * Math.sqrt(Math.PI));
    y = Math.sqrt(target);
    for (let i = 0; i < 3; i++) y = Math.sqrt(target - Math.log(y));
  }
  for (let i = 0; i < 3; i++) {
    const error = size < 0.5 ? erf(y) - size : 1 - size - erfc(y);
    const step = error / ((2 / Math.sqrt(Math.PI)) * Math.exp(-y * y));
    y -= step / (1 + y * step);
  }
  return Math.sign(x) * y;
}
