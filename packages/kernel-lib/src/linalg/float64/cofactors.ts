import { exchangeRows, factorizeLu, parityOf } from "./lu";
import { singularOf } from "./singular";
import { substitute } from "./substitute";

/** Of pivots further apart than this, the smallest may be nothing but rounding. */
const smallestRatio = 1e-8;

/** The matrix of cofactors, det A · A⁻ᵀ, of a singular matrix, too. */
export function cofactorsOf(a: Float64Array, n: number): Float64Array {
  const lu = a.slice();
  const pivots = new Int32Array(n);
  factorizeLu(lu, n, n, pivots);
  const sizes = Array.from(pivots, (_, i) => Math.abs(lu[i * (n + 1)]));
  if (Math.min(...sizes) > smallestRatio * Math.max(...sizes)) return fromInverse(lu, pivots, n);
  return fromSingular(a, n);
}

function fromInverse(lu: Float64Array, pivots: Int32Array, n: number): Float64Array {
  const inverse = new Float64Array(n * n);
  for (let i = 0; i < n; i++) inverse[i * (n + 1)] = 1;
  pivots.forEach((pivot, k) => exchangeRows(inverse, n, k, pivot));
  substitute(lu, n, inverse, n, { lower: true, transposed: false, unit: true });
  substitute(lu, n, inverse, n, { lower: false, transposed: false, unit: false });
  const det = determinantOf(lu, pivots, n);
  const result = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let k = 0; k < n; k++) result[i * n + k] = det * inverse[k * n + i];
  return result;
}

/** Of A = U S Vᵀ: det U det V · U T Vᵀ, where T holds for each singular value the product of all others. */
function fromSingular(a: Float64Array, n: number): Float64Array {
  const { values, left, right } = singularOf(a, n, n, true);
  const sign = signOf(left, n) * signOf(right, n);
  const result = new Float64Array(n * n);
  for (let one = 0; one < n; one++) {
    const weight = values.reduce((product, value, i) => (i === one ? product : product * value), sign);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < n; k++) result[i * n + k] += weight * left[one * n + i] * right[one * n + k];
    }
  }
  return result;
}

function signOf(orthogonal: Float64Array, n: number): number {
  const lu = orthogonal.slice();
  const pivots = new Int32Array(n);
  factorizeLu(lu, n, n, pivots);
  return Math.sign(determinantOf(lu, pivots, n));
}

function determinantOf(lu: Float64Array, pivots: Int32Array, n: number): number {
  let det = parityOf(pivots);
  for (let i = 0; i < n; i++) det *= lu[i * (n + 1)];
  return det;
}
