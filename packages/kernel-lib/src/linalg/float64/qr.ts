/** A reflection x − τ v (v · x) for each column; v lies below the diagonal of the column, and is 1 on it. */
export interface Reflections {
  /** The columns of the matrix one after the other: R on and above the diagonal, the vectors below it. */
  readonly columns: Float64Array;
  readonly factors: Float64Array;
}

/** Factorizes an m × n matrix by Householder's reflections; the signs are LAPACK's. */
export function factorizeQr(a: Float64Array, m: number, n: number): Reflections {
  const columns = transposedOf(a, m, n);
  const factors = new Float64Array(Math.min(m, n));
  for (let k = 0; k < factors.length; k++) {
    const start = k * m;
    let rest = 0;
    for (let i = k + 1; i < m; i++) rest = Math.hypot(rest, columns[start + i]);
    if (rest === 0) continue;
    const first = columns[start + k];
    const length = Math.hypot(first, rest);
    const diagonal = first < 0 ? length : -length;
    factors[k] = (diagonal - first) / diagonal;
    for (let i = k + 1; i < m; i++) columns[start + i] /= first - diagonal;
    columns[start + k] = diagonal;
    for (let j = k + 1; j < n; j++) reflect(columns, m, k, factors[k], columns, j * m);
  }
  return { columns, factors };
}

/** Applies the reflection of column k to `m` numbers of `x` from `at` on. */
function reflect(
  columns: Float64Array,
  m: number,
  k: number,
  factor: number,
  x: Float64Array,
  at: number,
): void {
  if (factor === 0) return;
  const start = k * m;
  let along = x[at + k];
  for (let i = k + 1; i < m; i++) along += columns[start + i] * x[at + i];
  along *= factor;
  x[at + k] -= along;
  for (let i = k + 1; i < m; i++) x[at + i] -= along * columns[start + i];
}

/** The first `count` columns of Q, one after the other, m numbers each. */
export function columnsOfQ({ columns, factors }: Reflections, m: number, count: number): Float64Array {
  const q = new Float64Array(count * m);
  for (let j = 0; j < count; j++) q[j * m + j] = 1;
  for (let k = factors.length - 1; k >= 0; k--) {
    for (let j = k; j < count; j++) reflect(columns, m, k, factors[k], q, j * m);
  }
  return q;
}

/** The first `rows` rows of R, an m × n matrix, in row-major order. */
export function rowsOfR({ columns }: Reflections, m: number, n: number, rows: number): Float64Array {
  const r = new Float64Array(rows * n);
  for (let i = 0; i < Math.min(rows, m); i++) for (let j = i; j < n; j++) r[i * n + j] = columns[j * m + i];
  return r;
}

/** The transpose of an m × n matrix. */
export function transposedOf(a: Float64Array, m: number, n: number): Float64Array {
  const result = new Float64Array(m * n);
  for (let i = 0; i < m; i++) for (let j = 0; j < n; j++) result[j * m + i] = a[i * n + j];
  return result;
}
