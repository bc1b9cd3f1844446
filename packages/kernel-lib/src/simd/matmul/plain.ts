/**
 * Computes the product of two matrices within ordinary arrays: C = A · B, or C += A · B.
 *
 * @param a - Holds A from `aOffset` on, row by row: m rows of k elements, or, where `transA` is true, k rows of m.
 * @param b - Holds B from `bOffset` on: k rows of n elements, or, where `transB` is true, n rows of k.
 * @param out - Takes C from `outOffset` on: m rows of n elements.
 * @param add - Whether the product is added to what `out` holds. Default: false.
 */
export type Matmul<Floats> = (
  a: Floats,
  aOffset: number,
  transA: boolean,
  b: Floats,
  bOffset: number,
  transB: boolean,
  out: Floats,
  outOffset: number,
  m: number,
  k: number,
  n: number,
  add?: boolean,
) => void;

type Numbers = { [index: number]: number };

/** Matrix products without WebAssembly: sums in double precision. */
export const plainMatmul: Matmul<Numbers> = (
  ...[a, aOffset, transA, b, bOffset, transB, out, outOffset, m, k, n, add]
) => {
  const [aRow, aColumn] = transA ? [1, m] : [k, 1];
  const [bRow, bColumn] = transB ? [1, k] : [n, 1];
  for (let i = 0; i < m; i++) {
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let p = 0; p < k; p++) {
        sum += a[aOffset + i * aRow + p * aColumn] * b[bOffset + p * bRow + j * bColumn];
      }
      const at = outOffset + i * n + j;
      out[at] = (add ? out[at] : 0) + sum;
    }
  }
};
