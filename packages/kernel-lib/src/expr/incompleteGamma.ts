import { digamma, lgamma, polygamma } from "./gammaValues";

/** xᵃ e⁻ˣ / Γ(a + 1), with the large terms apart where they nearly cancel. */
const leading = (a: number, x: number): number => Math.exp(a * Math.log(x) - x - lgamma(a + 1));

const mostTerms = 100_000;

/**
 * The series of the lower function over its leading factor, 1 + x/(a + 1) + x²/((a + 1)(a + 2)) + …, and its first two
 * derivatives by a.
 *
 * @see https://dlmf.nist.gov/8.7.E1
 */
function series(a: number, x: number): [value: number, slope: number, curvature: number] {
  let [term, slope, curvature] = [1, 0, 0];
  let sums: [number, number, number] = [1, 0, 0];
  for (let k = 1; k < mostTerms; k++) {
    const ratio = x / (a + k);
    // Each further term is the last one times x/(a + k).
    const [byA, byAA] = [-ratio / (a + k), (2 * ratio) / (a + k) ** 2];
    curvature = curvature * ratio + 2 * slope * byA + term * byAA;
    slope = slope * ratio + term * byA;
    term *= ratio;
    sums = [sums[0] + term, sums[1] + slope, sums[2] + curvature];
    if (ratio < 1 && Math.abs(curvature) + Math.abs(slope) + term < 1e-17 * sums[0]) break;
  }
  return sums;
}

/** The upper function by its continued fraction, for x ≥ a + 1. */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / b;
  let product = d;
  for (let i = 1; i < mostTerms; i++) {
    const an = -i * (i - a);
    b += 2;
    d = an * d + b;
    d = 1 / (Math.abs(d) < tiny ? tiny : d);
    c = b + an / c;
    if (Math.abs(c) < tiny) c = tiny;
    const factor = d * c;
    product *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return Math.exp(a * Math.log(x) - x - lgamma(a)) * product;
}

/** What the functions are at the ends of their domain, and outside of it; undefined inside. */
function lowerAtEnds(a: number, x: number): number | undefined {
  if (Number.isNaN(a) || Number.isNaN(x) || x < 0 || a < 0 || (a === 0 && x === 0)) return NaN;
  if (a === 0) return 1;
  if (x === 0) return 0;
  if (a === Infinity) return x === Infinity ? NaN : 0;
  return x === Infinity ? 1 : undefined;
}

/** P(a, x) = 1/Γ(a) times the integral of tᵃ⁻¹ e⁻ᵗ from 0 to x. */
export function lowerGamma(a: number, x: number): number {
  const end = lowerAtEnds(a, x);
  if (end !== undefined) return end;
  return x > 1 && x > a ? 1 - upperGamma(a, x) : leading(a, x) * series(a, x)[0];
}

/** Q(a, x) = 1 − P(a, x). */
export function upperGamma(a: number, x: number): number {
  const end = lowerAtEnds(a, x);
  if (end !== undefined) return 1 - end;
  return x > 1 && x > a ? upperFraction(a, x) : 1 - lowerGamma(a, x);
}

/** The derivative of P(a, x) by a. */
export function lowerGammaSlope(a: number, x: number): number {
  const end = lowerAtEnds(a, x);
  if (end !== undefined) return Number.isNaN(end) ? NaN : 0;
  const [sum, slope] = series(a, x);
  return leading(a, x) * (sum * (Math.log(x) - digamma(a + 1)) + slope);
}

/** The second derivative of P(a, x) by a. */
export function lowerGammaCurvature(a: number, x: number): number {
  const end = lowerAtEnds(a, x);
  if (end !== undefined) return Number.isNaN(end) ? NaN : 0;
  const [sum, slope, curvature] = series(a, x);
  const byA = Math.log(x) - digamma(a + 1);
  return leading(a, x) * (sum * (byA * byA - polygamma(1, a + 1)) + 2 * slope * byA + curvature);
}
