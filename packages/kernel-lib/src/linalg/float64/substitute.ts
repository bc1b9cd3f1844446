/** Which triangle of a matrix is meant, and whether its transpose. */
export interface Triangle {
  /** Whether the lower triangle counts, the upper one otherwise. What lies on the other side is not read. */
  readonly lower: boolean;
  /** Whether its transpose is meant. */
  readonly transposed: boolean;
  /** Whether the diagonal is taken to be 1. */
  readonly unit: boolean;
}

/** Solves a triangular system in place: `b`, n rows of `columns` numbers, becomes the solution. */
export function substitute(
  a: Float64Array,
  n: number,
  b: Float64Array,
  columns: number,
  { lower, transposed, unit }: Triangle,
): void {
  const [alongRow, alongColumn] = transposed ? [1, n] : [n, 1];
  const forward = lower !== transposed;
  for (let step = 0; step < n; step++) {
    const i = forward ? step : n - 1 - step;
    const [start, end] = forward ? [0, i] : [i + 1, n];
    const own = i * columns;
    for (let k = start; k < end; k++) {
      const factor = a[i * alongRow + k * alongColumn];
      if (factor === 0) continue;
      for (let j = 0, from = k * columns; j < columns; j++) b[own + j] -= factor * b[from + j];
    }
    if (unit) continue;
    const diagonal = a[i * (n + 1)];
    for (let j = 0; j < columns; j++) b[own + j] /= diagonal;
  }
}
