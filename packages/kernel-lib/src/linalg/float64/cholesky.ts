/** Factorizes a symmetric matrix, of which the lower triangle is read, in place to L Lᵀ; NaN where it is not positive. */
export function factorizeCholesky(a: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i * n + j];
      for (let k = 0, own = i * n, other = j * n; k < j; k++) sum -= a[own + k] * a[other + k];
      if (i > j) a[i * n + j] = sum / a[j * n + j];
      else if (sum > 0) a[i * n + i] = Math.sqrt(sum);
      else {
        for (let row = 0; row < n; row++) for (let k = 0; k < n; k++) a[row * n + k] = k <= row ? NaN : 0;
        return;
      }
    }
    a.fill(0, i * n + i + 1, (i + 1) * n);
  }
}
