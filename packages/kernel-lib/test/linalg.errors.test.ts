import { describe, expect, test } from "vitest";
import fc from "fast-check";
import * as np from "../src/np";
import { grad, makeJaxpr } from "../src/transform";

const { linalg } = np;

/** A matrix of any size up to 40 × 40, at times of low rank, of equal rows, of numbers far from 1. */
const matrices = fc
  .record({
    m: fc.integer({ min: 1, max: 40 }),
    n: fc.integer({ min: 1, max: 40 }),
    rank: fc.integer({ min: 0, max: 50 }),
    scale: fc.constantFrom(1, 1e-30, 1e30),
    seed: fc.integer(),
  })
  .map(({ m, n, rank, scale, seed }) => {
    let state = seed;
    const next = (): number => {
      state = (Math.imul(state, 1664525) + 1013904223) | 0;
      return state / 2 ** 31;
    };
    const random = (rows: number, columns: number): np.ndarray =>
      np.array(Float64Array.from({ length: rows * columns }, next)).reshape(rows, columns);
    return rank > 40 ? random(m, n).mul(scale) : np.matmul(random(m, rank), random(rank, n)).mul(scale);
  });

const largest = (x: np.ndarray): number => (x.size === 0 ? 0 : np.max(np.abs(x)).item());

function expectOrthonormal(columns: np.ndarray): void {
  const off = np
    .matmul(columns.T, columns)
    .sub(np.eye(columns.shape[1], columns.shape[1], { dtype: "float64" }));
  expect(largest(off)).toBeLessThan(1e-12);
}

describe("factors multiply to what they were made of", () => {
  const close = (product: np.ndarray, x: np.ndarray): void =>
    expect(largest(product.sub(x))).toBeLessThanOrEqual(1e-12 * largest(x));

  test("svd, of any rank", () => {
    fc.assert(
      fc.property(matrices, fc.boolean(), (x, fullMatrices) => {
        const [m, n] = x.shape;
        const [u, s, vt] = linalg.svd(x, { fullMatrices });
        expectOrthonormal(u);
        expectOrthonormal(vt.T);
        expect(u.shape).toEqual([m, fullMatrices ? m : Math.min(m, n)]);
        const k = s.shape[0];
        const left = np.matmul(u, np.eye(u.shape[1], k, { dtype: "float64" })).mul(s);
        close(np.matmul(left, np.matmul(np.eye(k, vt.shape[0], { dtype: "float64" }), vt)), x);
        for (let i = 1; i < k; i++) expect(s.data[i]).toBeLessThanOrEqual(s.data[i - 1]);
      }),
      { numRuns: 60 },
    );
  });

  test("qr", () => {
    fc.assert(
      fc.property(matrices, fc.boolean(), (x, isComplete) => {
        const [q, r] = linalg.qr(x, isComplete ? "complete" : "reduced");
        expectOrthonormal(q);
        close(np.matmul(q, r), x);
        expect(largest(np.tril(r, -1))).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  test("eigh", () => {
    fc.assert(
      fc.property(matrices, (x) => {
        const symmetric = np.matmul(x, x.T);
        const [values, vectors] = linalg.eigh(symmetric);
        expectOrthonormal(vectors);
        close(np.matmul(vectors.mul(values), vectors.T), symmetric);
      }),
      { numRuns: 60 },
    );
  });

  test("inv and solve", () => {
    fc.assert(
      fc.property(matrices, (x) => {
        const n = x.shape[0];
        const scaled = x.div(largest(x) || 1);
        const regular = np.matmul(scaled, scaled.T).add(np.eye(n));
        const off = np.matmul(linalg.inv(regular), regular).sub(np.eye(n));
        expect(largest(off)).toBeLessThan(1e-9);
      }),
      { numRuns: 60 },
    );
  });
});

test("what is not a number goes on, and ends", () => {
  const x = [
    [1, NaN],
    [NaN, 2],
  ];
  for (const result of [
    linalg.svdvals(x),
    linalg.eigvalsh(x),
    linalg.det(x),
    linalg.pinv(x),
    linalg.cholesky(x),
  ]) {
    expect(np.isnan(np.ravel(result).at(0)).item()).toBe(1);
  }
});

test("derivatives that are not known are refused by name", () => {
  const wide = np.ones([2, 3]);
  expect(() => grad((x) => np.sum(linalg.qr(x)[1]))(wide)).toThrow(
    'qr: the derivative is known only for at least as many rows as columns, and mode "reduced"; got 2 × 3',
  );
  expect(() => grad((x) => np.sum(linalg.svd(x)[0]))(wide)).toThrow(
    "svd: the derivative is known only for fullMatrices: false where a matrix is not square; got 2 × 3",
  );
});

test.each([
  [() => linalg.inv([1, 2]), "inv: expected a matrix or a stack of them, got shape (2,)"],
  [() => linalg.inv(np.ones([2, 3])), "inv: expected square matrices, got shape (2, 3)"],
  [() => linalg.det(np.ones([4, 2, 3])), "det: expected square matrices, got shape (4, 2, 3)"],
  [
    () => linalg.solve(np.eye(2), [1, 2, 3]),
    "solve: expected a right side of 2 rows, got shape (3,) beside (2, 2)",
  ],
  [
    () => linalg.solve(np.ones([2, 3, 3]), np.ones([4, 3, 1])),
    /^solve: shapes \(2,\) and \(4,\) do not broadcast/,
  ],
  [() => linalg.norm([1, 2], { ord: "fro" }), 'norm: expected ord of vectors to be a number, got "fro"'],
  [
    () => linalg.norm(np.ones([2, 2]), { ord: 3 }),
    'norm: expected ord of matrices to be "fro", "nuc", ±1, ±2 or ±Infinity, got 3',
  ],
  [
    () => linalg.norm(np.ones([2, 2, 2]), { ord: 1 }),
    "norm: expected one axis of vectors or two of matrices, got 3 of shape (2, 2, 2)",
  ],
  [
    () => linalg.qr(np.eye(2), "raw" as never),
    'qr: expected mode to be "reduced", "complete" or "r", got "raw"',
  ],
  [
    () => linalg.svd(np.eye(2), { fullMatrix: true } as never),
    /^svd: unknown option "fullMatrix"; did you mean "fullMatrices"\?/,
  ],
  [() => linalg.eigh(np.eye(2), "X" as never), 'eigh: expected UPLO to be "L" or "U", got "X"'],
  [() => linalg.multiDot([[1, 2]]), "multiDot: expected at least two arrays, got 1"],
  [
    () => linalg.multiDot([np.ones([2, 3]), np.ones([2, 3])]),
    "multiDot: shapes (2, 3) and (2, 3) do not fit at 0 and 1",
  ],
  [() => linalg.matrixPower(np.eye(2), 0.5), "matrixPower: expected n to be a whole number, got 0.5"],
  [
    () => linalg.tensorinv(np.ones([2, 3])),
    "tensorinv: expected as many rows as columns, got 6 and 1 of shape (2, 3)",
  ],
  [() => linalg.outer([[1]], [1]), "outer: expected vectors, got shapes (1, 1) and (1,)"],
  [() => linalg.cross([1, 2], [1, 2]), "cross: expected vectors of three numbers, got shape (2,)"],
  [
    () => linalg.lstsq(np.ones([2, 3]), [1, 2, 3]),
    "lstsq: expected a matrix (m, n) and a right side of m rows, got shapes (2, 3) and (3,)",
  ],
  [() => np.einsum("ij,jk", [[1]]), 'einsum: "ij,jk" names 2 arrays, got 1'],
  [() => np.einsum("ij->k", [[1]]), 'einsum: no array has axis "k" in "ij->k"'],
  [() => np.einsum("ij->ii", [[1]]), 'einsum: axis "i" occurs twice behind the arrow in "ij->ii"'],
  [() => np.einsum("i", [[1]]), 'einsum: "i" names 1 axes, got shape (1, 1)'],
  [() => np.einsum("i1", [[1]]), 'einsum: expected letters, got "1" in "i1"'],
  [
    () => np.einsum("ij,jk", np.ones([2, 3]), np.ones([2, 3])),
    'einsum: shapes (2, 3) and (2, 3) do not fit: axis "j" has lengths 3 and 2',
  ],
  [() => np.vdot([1, 2], [1]), "vdot: expected as many elements on both sides, got shapes (2,) and (1,)"],
  [() => np.matvec([1], [1]), "matvec: expected a matrix as first argument, got shape (1,)"],
  [() => np.matvec([[1, 2]], [1]), "matvec: shapes (1, 2) and (1,) do not fit: lengths 2 and 1 differ"],
  [
    () => np.cross([1, 2, 3, 4], [1, 2, 3]),
    "cross: expected vectors of two or three numbers, got shape (4,)",
  ],
])("%s", (run, message) => {
  expect(run).toThrow(message);
});

test("products of several arrays take the order of fewest operations, or the one from left to right", () => {
  const [a, b, v] = [np.ones([30, 2]), np.ones([2, 30]), np.ones([30])];
  const program = (optimize: boolean): string =>
    String(
      makeJaxpr((...xs: np.ndarray[]) => np.einsum("ij,jk,kl,lm,m->i", ...xs, { optimize }))(a, b, a, b, v),
    );
  expect(program(true)).not.toContain("[30,30] =");
  expect(program(false)).toContain("[30,30] =");
  for (const optimize of [true, false]) {
    expect(np.einsum("ij,jk,kl,lm,m->i", a, b, a, b, v, { optimize }).at(0).item()).toBe(3600);
  }
  const many = Array.from({ length: 9 }, () => np.ones([2, 2]));
  expect(np.einsum("ab,bc,cd,de,ef,fg,gh,hi,ij->aj", ...many).tolist()).toEqual([
    [256, 256],
    [256, 256],
  ]);
});
