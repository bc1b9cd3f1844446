/**
 * Factorizes a matrix in place by Gaussian elimination with partial pivoting: below the diagonal is L, whose own
 * diagonal is 1, the rest is U.
 *
 * @param a - The m × n matrix in row-major order.
 * @param pivots - Takes for each step the row that was exchanged with the row of that step.
 */
export function factorizeLu(a: Float64Array, m: number, n: number, pivots: Int32Array): void {
  const steps = Math.min(m, n);
  for (let k = 0; k < steps; k++) {
    let largest = k;
    for (let i = k + 1; i < m; i++) if (Math.abs(a[i * n + k]) > Math.abs(a[largest * n + k])) largest = i;
    pivots[k] = largest;
    if (largest !== k) exchangeRows(a, n, k, largest);
    const pivot = a[k * n + k];
    for (let i = k + 1; i < m; i++) {
      if (pivot === 0) continue;
      const factor = (a[i * n + k] /= pivot);
      if (factor === 0) continue;
      for (let j = k + 1, own = i * n + j, from = k * n + j; j < n; j++) a[own++] -= factor * a[from++];
    }
  }
}

/** Exchanges two rows of `length` elements. */
export function exchangeRows(a: Float64Array | Int32Array, length: number, i: number, k: number): void {
  for (let j = 0; j < length; j++) {
    const kept = a[i * length + j];
    a[i * length + j] = a[k * length + j];
    a[k * length + j] = kept;
  }
}

/** The sign of the permutation that pivots stand for. */
export function parityOf(pivots: Int32Array): number {
  let sign = 1;
  for (let k = 0; k < pivots.length; k++) if (pivots[k] !== k) sign = -sign;
  return sign;
}
