import type { Arena } from "../arena";
import { note, placeOf } from "../resident";
import { matrixKernels, type MatrixKernels, type MatrixPlace } from "./kernels";
import { plainMatmul, type Matmul } from "./plain";

export type { Matmul } from "./plain";

/** How a contiguous matrix of so many columns lies in the arena, or its transpose. */
const placed = (offset: number, columns: number, transposed: boolean, bytes: number): MatrixPlace =>
  transposed
    ? { offset, row: bytes, column: columns * bytes }
    : { offset, row: columns * bytes, column: bytes };

/** A part of an array; the array itself where that is all of it. */
const part = <Floats extends Float32Array | Float64Array>(
  all: Floats,
  start: number,
  size: number,
): Floats => (start === 0 && size === all.length ? all : (all.subarray(start, start + size) as Floats));

/** Makes a product of ordinary arrays, which copies them into the arena, where they are not there yet, and the result out of it. */
export function copying<Floats extends Float32Array | Float64Array>(
  kernels: MatrixKernels,
  viewOf: (arena: Arena) => Floats,
): Matmul<Floats> {
  const { arena, bytes } = kernels;
  // The region of a product that an interrupt has ended is still set aside.
  let held: number | undefined;
  return (a, aOffset, transA, b, bOffset, transB, out, outOffset, m, k, n, add = false) => {
    const [sizeA, sizeB, sizeC] = [m * k, k * n, m * n];
    if (held !== undefined) arena.free(held);
    held = undefined;
    note(a);
    note(b);
    const [placeA, placeB] = [placeOf(a), placeOf(b)];
    const sizes = sizeC + (placeA === undefined ? sizeA : 0) + (placeB === undefined ? sizeB : 0);
    const startC = (held = arena.allocate(sizes * bytes));
    const memory = viewOf(arena);
    const free = startC + sizeC * bytes;
    const startA = placeA === undefined ? free : placeA + aOffset * bytes;
    const behind = placeA === undefined ? free + sizeA * bytes : free;
    const startB = placeB === undefined ? behind : placeB + bOffset * bytes;
    if (placeA === undefined) memory.set(part(a, aOffset, sizeA), startA / bytes);
    if (placeB === undefined) memory.set(part(b, bOffset, sizeB), startB / bytes);
    if (add) memory.set(part(out, outOffset, sizeC), startC / bytes);
    kernels.multiply(
      placed(startA, transA ? m : k, transA, bytes),
      placed(startB, transB ? k : n, transB, bytes),
      startC,
      n * bytes,
      m,
      k,
      n,
      add,
    );
    out.set(memory.subarray(startC / bytes, startC / bytes + sizeC), outOffset);
    held = undefined;
    arena.free(startC);
  };
}

/** Makes a function that chooses how it works when it is first called. */
function chosenLate<Floats>(choose: () => Matmul<Floats>): Matmul<Floats> {
  let chosen: Matmul<Floats> | undefined;
  return (...args) => {
    chosen ??= choose();
    chosen(...args);
  };
}

/** Multiplies float32 matrices; see {@link Matmul}. The error is that of sums of at most 320 products each. */
export const matmulF32: Matmul<Float32Array> = chosenLate(() => {
  const kernels = matrixKernels("float32");
  return kernels ? copying(kernels, (arena) => arena.floats) : plainMatmul;
});

/** Multiplies float64 matrices; see {@link Matmul}. */
export const matmulF64: Matmul<Float64Array> = chosenLate(() => {
  const kernels = matrixKernels("float64");
  return kernels ? copying(kernels, (arena) => arena.doubles) : plainMatmul;
});
