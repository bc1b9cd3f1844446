import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { theArena } from "../src/simd/arena";
import { float32Element, float64Element } from "../src/simd/matmul/element";
import { MatrixKernels } from "../src/simd/matmul/kernels";
import { copying, matmulF32, matmulF64, type Matmul } from "../src/simd/matmul/matmul";
import { plainMatmul } from "../src/simd/matmul/plain";
import { hasFusedMultiplyAdd } from "../src/simd/webAssembly";

type Floats = Float32Array | Float64Array;

const arena = theArena();
if (!arena) throw new Error("this machine has no WebAssembly SIMD");
const fusedThere = hasFusedMultiplyAdd(arena.api);
/** The kernels with and without fused multiply-add, whichever of them the library would choose here. */
const makers = {
  "float32 with two roundings": () =>
    copying(new MatrixKernels(arena, float32Element(false)), (one) => one.floats),
  "float32 with one rounding": () =>
    copying(new MatrixKernels(arena, float32Element(true)), (one) => one.floats),
  "float64 with two roundings": () =>
    copying(new MatrixKernels(arena, float64Element(false)), (one) => one.doubles),
  "float64 with one rounding": () =>
    copying(new MatrixKernels(arena, float64Element(true)), (one) => one.doubles),
};
const variants = Object.entries(makers).filter(([name]) => fusedThere || !name.includes("one rounding"));

interface Case {
  readonly sizes: readonly [m: number, k: number, n: number];
  readonly transA: boolean;
  readonly transB: boolean;
  readonly add: boolean;
  readonly offset: number;
}

const bytesOf = ({ buffer }: Floats): Buffer => Buffer.from(buffer);

/** Multiplies random matrices, from some offset on; gives the largest error relative to the sum of absolute products. */
function worstError(
  multiply: Matmul<Floats>,
  make: Float32ArrayConstructor | Float64ArrayConstructor,
  { sizes: [m, k, n], transA, transB, add, offset }: Case,
): number {
  let state = 12345;
  const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 1073741824 - 1;
  const filled = (size: number): Floats => make.from(Array.from({ length: offset + size + 3 }, random));
  const [a, b, out] = [filled(m * k), filled(k * n), filled(m * n)];
  const before = out.slice();
  multiply(a, offset, transA, b, offset, transB, out, offset, m, k, n, add);
  let worst = 0;
  for (let i = 0; i < m; i++) {
    const row = offset + i * n;
    const sums = Float64Array.from({ length: n }, (_, j) => (add ? before[row + j] : 0));
    const sizes = sums.map(Math.abs);
    for (let p = 0; p < k; p++) {
      const x = a[offset + (transA ? p * m + i : i * k + p)];
      const [first, step] = transB ? [offset + p, k] : [offset + p * n, 1];
      for (let j = 0, at = first; j < n; j++, at += step) {
        const product = x * b[at];
        sums[j] += product;
        sizes[j] += Math.abs(product);
      }
    }
    for (let j = 0; j < n; j++) {
      worst = Math.max(worst, Math.abs(out[row + j] - sums[j]) / (sizes[j] || 1));
      before[row + j] = out[row + j];
    }
  }
  expect(bytesOf(out).equals(bytesOf(before)), "what lies around the product is as before").toBe(true);
  return worst;
}

const size = fc.oneof(
  fc.constantFrom(0, 1, 2, 3, 4, 7, 8, 9),
  fc.nat(70),
  fc.constantFrom(127, 128, 129, 131),
);
const depth = fc.oneof(fc.nat(9), fc.nat(70), fc.constantFrom(319, 320, 321, 645));
const cases = fc.record({
  sizes: fc.tuple(size, depth, size),
  transA: fc.boolean(),
  transB: fc.boolean(),
  add: fc.boolean(),
  offset: fc.nat(5),
});

describe.each(variants)("products in %s", (name, make) => {
  // Sixteen roundings, beside the sum of the products' sizes: sums of 320 random products were off by up to nine.
  const [array, tolerance] = name.startsWith("float32")
    ? [Float32Array, 16 * 2 ** -24]
    : [Float64Array, 16 * 2 ** -53];
  const multiply = make() as Matmul<Floats>;

  test("are sums of products, whatever the sizes", () => {
    fc.assert(
      fc.property(cases, (one) => {
        expect(worstError(multiply, array, one)).toBeLessThan(tolerance);
      }),
      { numRuns: 300 },
    );
  });

  test.each([
    [[1, 300, 1100], false, false],
    [[2, 900, 40], true, true],
    [[1500, 20, 1], false, false],
    [[1500, 20, 1], true, false],
    [[5, 3, 1030], false, true],
    [[260, 330, 1040], true, false],
    [[141, 25, 33], false, true],
    [[293, 30, 9], true, true],
  ] as const)("over several blocks: %j", (sizes, transA, transB) => {
    for (const add of [false, true]) {
      expect(worstError(multiply, array, { sizes, transA, transB, add, offset: 1 })).toBeLessThan(tolerance);
    }
  });

  test("keep NaN and infinities where they belong", () => {
    const [m, k, n] = [40, 50, 60];
    const a = new array(m * k).fill(1);
    const b = new array(k * n).fill(1);
    a[7 * k + 3] = NaN;
    b[5 * n + 59] = Infinity;
    const out = new array(m * n);
    multiply(a, 0, false, b, 0, false, out, 0, m, k, n);
    out.forEach((value, i) => {
      const [row, column] = [Math.floor(i / n), i % n];
      expect(value).toBe(row === 7 ? NaN : column === 59 ? Infinity : k);
    });
  });
});

test("a float32 product over 1024 steps is as exact as NumPy's", () => {
  const sizes = [64, 1024, 64] as const;
  const error = worstError(matmulF32 as Matmul<Floats>, Float32Array, {
    sizes,
    transA: false,
    transB: false,
    add: false,
    offset: 0,
  });
  expect(error).toBeLessThan(3e-7);
});

test("the loop that stands in for WebAssembly gives the same", () => {
  fc.assert(
    fc.property(cases, (one) => {
      expect(worstError(plainMatmul, Float32Array, one)).toBeLessThan(1e-7);
    }),
    { numRuns: 50 },
  );
});

test("memory is used again", () => {
  const a = new Float64Array(300 * 300);
  matmulF64(a, 0, false, a, 0, false, a.slice(), 0, 300, 300, 300);
  const size = arena.size;
  for (let i = 0; i < 20; i++) matmulF64(a, 0, false, a, 0, false, a.slice(), 0, 300, 300, 300);
  expect(arena.size).toBe(size);
});
