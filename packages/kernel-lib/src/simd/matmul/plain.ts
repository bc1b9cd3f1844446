import type { Matmul } from "./matmul";

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
